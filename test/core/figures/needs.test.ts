import { describe, expect, test } from 'vitest';
import type { Case } from '../../../src/core/cases/situation.ts';
import type { State } from '../../../src/core/cases/state.ts';
import { headerOf } from '../../../src/core/columns/request-tab.ts';
import type { Office } from '../../../src/core/figures/by-month.ts';
import { type Needs, needsOf as needsIn } from '../../../src/core/figures/needs.ts';
import {
  aCase,
  aDesk,
  aLicence,
  anItem,
  anOfficer,
  aSchedule,
  aSituation,
  instant,
  timeZone,
} from '../../support/builders.ts';

const short = (
  ticket: string,
  from: string,
  to: string,
  wished: number,
  missing: number,
  day = '2026-11-10',
) =>
  aCase({
    ticket,
    answers: {
      institutionCanonical: 'Dinas Sosial',
      submittedAt: instant('2026-11-02T09:00'),
      schedule: aSchedule({ day, from, to }),
      equipment: [{ name: 'Speaker', quantity: wished, known: true }],
    },
    decided: {
      state: { is: 'Selesai', because: '' },
      licence: { kind: 'allocated', name: 'Zoom 300', because: '' },
      officers: { kind: 'assigned', people: [], because: '' },
      equipment: {
        reserved: [{ name: 'Speaker', quantity: wished - missing }],
        shortage: missing === 0 ? [] : [{ name: 'Speaker', quantity: missing, why: '' }],
      },
    },
  });

const desk = aDesk({
  equipment: [anItem({ name: 'Speaker', kind: 'Speaker', quantity: 3 })],
  licences: [aLicence({ name: 'Zoom 300', capacity: 300 })],
});

const needsOf = (year: number, { cases, desk, timeZone }: Office): Needs =>
  needsIn(year, cases, aSituation({ desk, timeZone }));

describe('what was short in a year', () => {
  test('counts the events that went without, and the most that was wanted at one moment', () => {
    const cases = [
      short('VC-2026-0001', '09:00', '11:00', 2, 0),
      short('VC-2026-0002', '10:00', '12:00', 3, 2),
      short('VC-2026-0003', '20:00', '21:00', 4, 1),
    ];

    const { needs, clashes } = needsOf(2026, { cases, desk, timeZone });

    expect(clashes).toEqual([]);
    expect(needs).toMatchObject([
      {
        kind: 'equipment',
        name: 'Speaker',
        owned: 3,
        lacks: [
          { ticket: 'VC-2026-0002', quantity: 2, institution: 'Dinas Sosial', isMet: false },
          { ticket: 'VC-2026-0003', quantity: 1 },
        ],
        peak: { quantity: 5, tickets: ['VC-2026-0001', 'VC-2026-0002'] },
      },
    ]);
  });

  test('counts together what runs at one moment over the end of a month', () => {
    const cases = [
      short('VC-2026-0001', '22:00', '23:50', 2, 0, '2026-11-30'),
      short('VC-2026-0002', '00:05', '02:00', 3, 2, '2026-12-01'),
    ];

    const { needs } = needsOf(2026, { cases, desk, timeZone });

    expect(needs[0]?.peak).toMatchObject({
      quantity: 5,
      tickets: ['VC-2026-0001', 'VC-2026-0002'],
    });
  });

  test('says nothing of how many there are while nobody has counted', () => {
    const { quantity: _, ...uncounted } = anItem({ name: 'Speaker', kind: 'Speaker' });
    const cases = [short('VC-2026-0002', '10:00', '12:00', 3, 2)];

    const { needs } = needsOf(2026, {
      cases,
      desk: { ...desk, equipment: [uncounted] },
      timeZone,
    });

    expect(needs[0]?.owned).toBeUndefined();
  });

  test('leaves out what was called off, and other years', () => {
    const calledOff = {
      ...short('VC-2026-0001', '09:00', '11:00', 3, 2),
      handMade: { state: 'Dibatalkan' as const },
    };

    expect(needsOf(2026, { cases: [calledOff], desk, timeZone }).needs).toEqual([]);
    expect(
      needsOf(2025, {
        cases: [short('VC-2026-0002', '10:00', '12:00', 3, 2)],
        desk,
        timeZone,
      }).needs,
    ).toEqual([]);
  });

  describe('of events that were called off', () => {
    const lead = anOfficer({ name: 'Andi Rahman, S.Kom.' });
    const people = [{ name: lead.name, role: 'lead' as const, provisional: false }];
    const served = (ticket: string, from: string, to: string) => {
      const event = short(ticket, from, to, 2, 0);
      const officers = { kind: 'assigned' as const, people, because: '' };
      return { ...event, decided: { ...event.decided, officers } };
    };
    const off = (
      from: string,
      to: string,
      { state, reason }: { readonly state: State; readonly reason?: string },
    ): Case => {
      const { request, ...event } = short('VC-2026-0002', from, to, 2, 0);
      return {
        ...event,
        request: { ...request, staff: { ...request.staff, ...(reason && { reason }) } },
        handMade: { state },
        decided: { state: { is: state, because: '' }, equipment: { reserved: [], shortage: [] } },
      };
    };
    const short3 = { ...desk, officers: [lead] };
    const lacksOf = (event: Case): readonly string[] =>
      needsOf(2026, {
        cases: [served('VC-2026-0001', '09:00', '11:00'), event],
        desk: short3,
        timeZone,
      }).needs.flatMap(({ name, lacks, peak, owned }) =>
        lacks.map(
          ({ ticket, quantity, calledOff }) =>
            `${ticket} ${calledOff}: ${quantity} ${name}, ${peak?.quantity} of ${owned}`,
        ),
      );

    test('counts what others had while it was refused or moved without a word', () => {
      for (const state of ['Ditolak', 'Dijadwalkan Ulang'] as const)
        expect(lacksOf(off('10:00', '12:00', { state }))).toEqual([
          `VC-2026-0002 ${state}: 1 Speaker, 4 of 3`,
          `VC-2026-0002 ${state}: 1 Akun Zoom, 2 of 1`,
          `VC-2026-0002 ${state}: 1 Operator utama, 2 of 1`,
        ]);
      expect(lacksOf(off('14:30', '15:00', { state: 'Ditolak' }))).toEqual([]);
    });

    test('takes the word of the staff for what it was', () => {
      expect(
        lacksOf(off('10:00', '12:00', { state: 'Dibatalkan', reason: 'Petugas tidak tersedia.' })),
      ).toEqual(['VC-2026-0002 Dibatalkan: 1 Operator utama, 2 of 1']);
      expect(lacksOf(off('16:00', '17:00', { state: 'Ditolak', reason: 'Speaker rusak' }))).toEqual(
        ['VC-2026-0002 Ditolak: 1 Speaker, 2 of 3'],
      );
      expect(
        lacksOf(off('10:00', '12:00', { state: 'Ditolak', reason: 'Surat tidak lengkap' })),
      ).toEqual([]);
    });

    test('leaves out what a requester took back without saying why', () => {
      expect(lacksOf(off('10:00', '12:00', { state: 'Dibatalkan' }))).toEqual([]);
      expect(
        lacksOf(off('10:00', '12:00', { state: 'Dibatalkan', reason: 'Jadwal penuh' })),
      ).toHaveLength(3);
    });

    test('takes the request as which it went on for no rival', () => {
      const moved = {
        ...off('10:00', '12:00', { state: 'Dijadwalkan Ulang' }),
        movedTo: 'VC-2026-0001',
      };

      expect(lacksOf(moved)).toEqual([]);
    });
  });

  describe('of licences', () => {
    const licensed = short('VC-2026-0001', '09:00', '11:00', 1, 0);
    const unlicensed = (from: string, to: string, participants = 50) => {
      const event = short('VC-2026-0002', from, to, 1, 0);
      const { request, decided } = event;
      return {
        ...event,
        request: { ...request, answers: { ...request.answers, participants } },
        decided: { ...decided, licence: { kind: 'not-needed' as const, because: '' } },
      };
    };
    const needsWith = (other: ReturnType<typeof unlicensed>) =>
      needsOf(2026, { cases: [licensed, other], desk, timeZone }).needs;

    test('names a meeting without one while all were taken, and how many ran at once', () => {
      expect(needsWith(unlicensed('10:00', '12:00'))).toMatchObject([
        {
          kind: 'licence',
          name: 'Akun Zoom',
          lacks: [{ ticket: 'VC-2026-0002' }],
          peak: { quantity: 2 },
          owned: 1,
        },
      ]);
    });

    test('calls nothing short of which only the record is missing', () => {
      expect(needsWith(unlicensed('14:00', '15:00'))).toEqual([]);
    });

    test('calls none short while one was free, though others ran in turn on the rest', () => {
      const inTurn = ['09:00', '10:00', '11:00'].map((from, index) =>
        short(`VC-2026-001${index}`, from, `${from.slice(0, 2)}:45`, 1, 0),
      );
      const licences = [aLicence({ name: 'Zoom 300' }), aLicence({ name: 'Zoom 100' })];
      const cases = [...inTurn, unlicensed('09:00', '12:00')];
      const needsFrom = (own: typeof licences) =>
        needsOf(2026, { cases, desk: { ...desk, licences: own }, timeZone }).needs;

      expect(needsFrom(licences)).toEqual([]);
      expect(needsFrom(licences.slice(0, 1))).toMatchObject([{ name: 'Akun Zoom', owned: 1 }]);
    });

    test('speaks of no capacity where no licence is registered', () => {
      const { needs } = needsOf(2026, {
        cases: [unlicensed('10:00', '12:00')],
        desk: { ...desk, licences: [] },
        timeZone,
      });

      expect(needs).toMatchObject([{ name: 'Akun Zoom', owned: 0, lacks: [{}] }]);
      expect(needs).toHaveLength(1);
    });

    test('names a meeting that no licence is large enough for', () => {
      expect(needsWith(unlicensed('14:00', '15:00', 400))).toMatchObject([
        { kind: 'licence', lacks: [{}], capacity: { wanted: 400, largest: 300 } },
      ]);
    });
  });

  test('names whoever was in two places, each pair once', () => {
    const people = [{ name: 'Andi Rahman, S.Kom.', role: 'lead' as const, provisional: false }];
    const at = (ticket: string, other: string) => {
      const event = short(ticket, '09:00', '11:00', 1, 0);
      return {
        ...event,
        decided: {
          ...event.decided,
          officers: { kind: 'assigned' as const, people, because: '' },
          doubleBookings: [{ ticket: other, field: headerOf('officers') }],
        },
      };
    };

    const { clashes } = needsOf(2026, {
      cases: [at('VC-2026-0001', 'VC-2026-0002'), at('VC-2026-0002', 'VC-2026-0001')],
      desk,
      timeZone,
    });

    expect(clashes).toMatchObject([
      {
        kind: 'officer',
        name: 'Andi Rahman, S.Kom.',
        tickets: ['VC-2026-0001', 'VC-2026-0002'],
      },
    ]);
  });
});
