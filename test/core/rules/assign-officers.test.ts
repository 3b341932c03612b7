import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasStarted, isCalledOff } from '../../../src/core/cases/case-facts.ts';
import type {
  Case,
  Judgement,
  OfficerAssignment,
  Situation,
} from '../../../src/core/cases/situation.ts';
import { collide, occupancyOf } from '../../../src/core/clock/window.ts';
import { officersCell } from '../../../src/core/columns/officers-cell.ts';
import { assignOfficers } from '../../../src/core/rules/assign-officers.ts';
import { aCase, aDesk, anOfficer, aSchedule, aSituation, instant } from '../../support/builders.ts';
import { runs } from '../../support/long-runs.ts';
import { someSituation } from '../../support/some-situation.ts';

const andi = anOfficer({ name: 'Andi, S.Kom.' });
const budi = anOfficer({ name: 'Budi, S.T., M.T.' });
const citra = anOfficer({ name: 'Citra' });
const dedi = anOfficer({ name: 'Dedi', team: 'Jaringan', competences: ['network'] });

const officersOf = (judgements: ReadonlyMap<string, Judgement>, ticket = 'VC-2026-0001') =>
  judgements.get(ticket)?.decided?.officers as OfficerAssignment;
const names = (judgements: ReadonlyMap<string, Judgement>, ticket?: string) =>
  officersOf(judgements, ticket).people.map(({ name }) => name);
const texts = (judgements: ReadonlyMap<string, Judgement>, ticket = 'VC-2026-0001') =>
  judgements.get(ticket)?.findings?.map(({ text }) => text);

/** At the same hour in as many places. */
const simultaneous = (count: number): readonly Case[] =>
  Array.from({ length: count }, (_, at) =>
    aCase({
      ticket: `VC-2026-000${at + 1}`,
      answers: {
        place: `Kantor ${at + 1}`,
        serviceKind: 'operator',
        schedule: aSchedule({ from: '11:00', to: '12:00' }),
        submittedAt: instant(`2026-11-16T0${at + 1}:00`),
      },
    }),
  );

describe('assign officers', () => {
  test('names lead, network and support, and marks those who may still change', () => {
    const situation = aSituation({ desk: aDesk({ officers: [andi, budi, dedi] }) });

    const judgements = assignOfficers([aCase()], situation);

    expect(officersOf(judgements)).toEqual({
      kind: 'assigned',
      people: [
        { name: 'Andi, S.Kom.', role: 'lead', provisional: false },
        { name: 'Dedi', role: 'network', provisional: true },
        { name: 'Budi, S.T., M.T.', role: 'support', provisional: true },
      ],
      because: 'Petugas utama tersedia dan menguasai aplikasi video conference.',
    });
    expect(texts(judgements)).toEqual([]);
  });

  test.each([
    ['2026-11-20T14:59', true],
    ['2026-11-20T15:00', false],
    ['2026-11-22T15:00', false],
  ])(
    'at %s, Friday before a Monday, network and support are provisional: %s',
    (now, provisional) => {
      const situation = aSituation({ now, desk: aDesk({ officers: [andi, budi, dedi] }) });

      const { people } = officersOf(assignOfficers([aCase()], situation));

      expect(people.map((person) => person.provisional)).toEqual([false, provisional, provisional]);
    },
  );

  test('sends one person from event to event at one place, but not to two places at once', () => {
    const one = aCase({ answers: { serviceKind: 'operator' } });
    const schedule = aSchedule({ from: '12:30', to: '14:00' });
    const next = (place: string) =>
      aCase({ ticket: 'VC-2026-0002', answers: { serviceKind: 'operator', schedule, place } });
    const situation = aSituation({ desk: aDesk({ officers: [andi] }) });

    const sameHall = assignOfficers([one, next('AULA  Bappeda')], situation);
    const elsewhere = assignOfficers([one, next('Kantor Gubernur')], situation);

    expect(names(sameHall, 'VC-2026-0002')).toEqual(['Andi, S.Kom.']);
    expect(names(elsewhere, 'VC-2026-0002')).toEqual([]);
  });

  test('proves that too few people can do what happens at one moment', () => {
    const situation = aSituation({ desk: aDesk({ officers: [andi, budi, citra] }) });

    const judgements = assignOfficers(simultaneous(4), situation);

    expect(texts(judgements, 'VC-2026-0004')).toEqual([
      'Pukul 11.00 ada 4 kegiatan yang hanya dapat ditangani 3 orang yang sama; kurang 1 orang. Geser jadwalnya bersama pemohon, atau tulis nama petugas di kolom Petugas.',
    ]);
  });

  test('names what keeps each officer where there is no such proof', () => {
    const day = aSchedule().startDay;
    const officers = [
      andi,
      anOfficer({ name: 'Budi', leave: [{ from: day, to: day }] }),
      anOfficer({ name: 'Citra', competences: ['computer'] }),
    ];
    const busy = aCase({
      answers: { serviceKind: 'operator' },
      handMade: { officers: ['Andi, S.Kom.'] },
    });
    const late = aCase({
      ticket: 'VC-2026-0002',
      answers: { place: 'Kantor Gubernur', schedule: aSchedule({ from: '12:30', to: '13:30' }) },
    });

    const judgements = assignOfficers([busy, late], aSituation({ desk: aDesk({ officers }) }));

    expect(texts(judgements, 'VC-2026-0002')?.[0]).toMatch(
      /^Tidak ada petugas utama: Andi, S\.Kom\. bertugas di VC-2026-0001; Budi cuti; Citra tidak punya kompetensi aplikasi video conference\./,
    );
  });

  test('lets the event of a top official go first', () => {
    const [first, second] = simultaneous(2).map(({ request, ticket }, at) =>
      aCase({
        ticket,
        answers: {
          ...request.answers,
          ...(at === 1 && { plannedLeader: { name: 'N.N.', position: 'Wakil Gubernur' } }),
        },
      }),
    );
    const situation = aSituation({ desk: aDesk({ officers: [andi] }) });

    const judgements = assignOfficers([first ?? aCase(), second ?? aCase()], situation);

    expect([names(judgements, 'VC-2026-0001'), names(judgements, 'VC-2026-0002')]).toEqual([
      [],
      ['Andi, S.Kom.'],
    ]);
  });

  test('sends only somebody trained in information security to lead a confidential event', () => {
    const officers = [anOfficer({ name: 'Andi', competences: ['video-conference'] }), budi];
    const confidential = aCase({ answers: { sensitivity: 'rahasia', serviceKind: 'operator' } });

    const judgements = assignOfficers([confidential], aSituation({ desk: aDesk({ officers }) }));

    expect(names(judgements)).toEqual(['Budi, S.T., M.T.']);
  });

  test('leaves a hand-made choice alone and says what is odd about it', () => {
    const chosen = aCase({
      handMade: { officers: ['Orang Lain', 'Budi Santosa', 'Dedi Gobel, A.Md.'] },
    });

    const judgements = assignOfficers([chosen], aSituation());

    expect(names(judgements)).toEqual(['Orang Lain', 'Budi Santosa', 'Dedi Gobel, A.Md.']);
    expect(texts(judgements)).toEqual([
      '"Orang Lain" tidak ada di tab Petugas. Tulis satu nama per baris seperti di tab Petugas, atau tambahkan orangnya di sana.',
      '"Budi Santosa" tidak ada di tab Petugas. Apakah maksudnya Budi Santoso, S.T.?',
    ]);
  });

  test('asks which of two officers a hand-made name means', () => {
    const officers = ['Rahmat Pakaya, S.E.', 'Rahmat Husain, S.T.'].map((name) =>
      anOfficer({ name }),
    );
    const situation = aSituation({ desk: aDesk({ officers }) });
    const subject = aCase({ handMade: { officers: ['Rahmat'] } });

    expect(assignOfficers([subject], situation).get(subject.ticket)?.findings?.[0]?.text).toBe(
      '"Rahmat" dapat berarti lebih dari satu orang di tab Petugas (Rahmat Husain, S.T.; Rahmat Pakaya, S.E.). Tulis nama lengkapnya seperti di tab Petugas.',
    );
  });

  test('warns of leave, of another event at the time, and of missing competence', () => {
    const day = aSchedule().startDay;
    const officers = [
      anOfficer({ name: 'Andi', active: false, leave: [{ from: day, to: day }], competences: [] }),
    ];
    const [one, two] = simultaneous(2).map((each) => ({
      ...each,
      handMade: { officers: ['Andi'] },
    }));

    const judgements = assignOfficers(
      [one ?? aCase(), two ?? aCase()],
      aSituation({ desk: aDesk({ officers }) }),
    );

    expect(texts(judgements)).toEqual([
      'Andi dipilih dengan tangan, tetapi tidak aktif di tab Petugas dan sedang cuti dan bertugas di VC-2026-0002 pada waktu yang sama dan tidak punya kompetensi aplikasi video conference untuk memimpin layanan. Pilihan ini tetap berlaku; kosongkan sel untuk memakai usulan layanan.',
    ]);
  });

  test('keeps a lead who was told although somebody else has fewer hours', () => {
    const told = aCase({ previous: { officers: 'Citra' }, answers: { serviceKind: 'operator' } });
    const situation = aSituation({ desk: aDesk({ officers: [andi, budi, citra] }) });

    expect(names(assignOfficers([told], situation))).toEqual(['Citra']);
  });

  test('moves a told lead to save an event without one, and says so until the event begins', () => {
    const officers = [andi, anOfficer({ name: 'Budi', competences: ['video-conference'] })];
    const told = aCase({
      previous: { officers: 'Andi, S.Kom.' },
      answers: { serviceKind: 'operator' },
    });
    const confidential = aCase({
      ticket: 'VC-2026-0002',
      answers: { serviceKind: 'operator', sensitivity: 'rahasia', place: 'Kantor Gubernur' },
    });
    const situation = aSituation({ desk: aDesk({ officers }) });
    const notice =
      'Perubahan petugas: Andi, S.Kom. digantikan Budi (sampaikan kepada yang bersangkutan).';

    const judgements = assignOfficers([told, confidential], situation);
    const later = assignOfficers(
      [{ ...told, previous: { officers: 'Budi', remarks: `Lain-lain.\n${notice}\nLain.` } }],
      situation,
    );

    expect(names(judgements)).toEqual(['Budi']);
    expect(names(judgements, 'VC-2026-0002')).toEqual(['Andi, S.Kom.']);
    expect(texts(judgements)).toEqual([notice]);
    expect(texts(later)).toEqual([notice]);
  });

  test('spreads hours fairly over the month', () => {
    const workingDays = [18, 19, 20, 23, 24, 25, 26, 27, 30].map((day, at) =>
      aCase({
        ticket: `VC-2026-000${at + 1}`,
        answers: { serviceKind: 'operator', schedule: aSchedule({ day: `2026-11-${day}` }) },
      }),
    );
    const situation = aSituation({ desk: aDesk({ officers: [andi, budi, citra] }) });

    const judgements = assignOfficers(workingDays, situation);

    const leads = workingDays.flatMap(({ ticket }) => names(judgements, ticket));
    const counts = [andi, budi, citra].map(({ name }) => leads.filter((lead) => lead === name));
    expect(counts.map(({ length }) => length)).toEqual([3, 3, 3]);
  });

  test('invents nobody for an event that has begun, and leaves what stood', () => {
    const begun = { schedule: aSchedule({ day: '2026-11-17', from: '08:00' }) };
    const nobody = aCase({ answers: begun });
    const stood = aCase({
      ticket: 'VC-2026-0002',
      answers: begun,
      previous: { officers: 'Citra' },
    });
    const situation = aSituation({ desk: aDesk({ officers: [andi, budi] }) });

    const judgements = assignOfficers([nobody, stood], situation);

    expect([officersOf(judgements).kind, names(judgements, 'VC-2026-0002')]).toEqual([
      'unassigned',
      ['Citra'],
    ]);
    expect([texts(judgements), texts(judgements, 'VC-2026-0002')]).toEqual([[], []]);
  });

  test('needs nobody for a mere link or an event that is called off', () => {
    const link = aCase({ answers: { serviceKind: 'link' } });
    const off = aCase({ ticket: 'VC-2026-0002', handMade: { state: 'Dibatalkan' } });

    const judgements = assignOfficers([link, off], aSituation());

    expect([officersOf(judgements).kind, officersOf(judgements, 'VC-2026-0002').kind]).toEqual([
      'not-needed',
      'not-needed',
    ]);
  });

  test('still needs nobody for a mere link once the event is over', () => {
    const link = aCase({ answers: { serviceKind: 'link' } });
    const onSite = aCase({ ticket: 'VC-2026-0002', answers: { serviceKind: 'operator' } });

    const judgements = assignOfficers([link, onSite], aSituation({ now: '2026-12-24T09:00' }));

    expect(officersOf(judgements).kind).toBe('not-needed');
    expect(officersOf(judgements, 'VC-2026-0002').kind).toBe('unassigned');
  });

  test('waits until a request is complete', () => {
    const question = { kind: 'question', text: 'Jam mulai 9 pagi atau malam?' } as const;
    const base = aCase();
    const unsure = { ...base, request: { ...base.request, findings: [question] } };

    expect(officersOf(assignOfficers([unsure], aSituation()))).toEqual({
      kind: 'unassigned',
      people: [],
      because: 'Menunggu permohonan lengkap.',
    });
  });
});

const bookings = (
  cases: readonly Case[],
  { desk }: Situation,
  judgements: ReadonlyMap<string, Judgement>,
) =>
  cases.flatMap((subject) => {
    const { schedule, place } = subject.request.answers;
    if (schedule === undefined || isCalledOff(subject)) return [];
    const occupancy = occupancyOf(schedule, { place, allowances: desk.settings });
    return names(judgements, subject.ticket).map((name) => ({ name, subject, occupancy }));
  });

const settled = (
  cases: readonly Case[],
  judgements: ReadonlyMap<string, Judgement>,
): readonly Case[] =>
  cases.map((subject) => ({
    ...subject,
    previous: {
      ...subject.previous,
      officers: officersCell(officersOf(judgements, subject.ticket)),
      remarks: (texts(judgements, subject.ticket) ?? []).join('\n'),
    },
  }));

const outcome = (cases: readonly Case[], judgements: ReadonlyMap<string, Judgement>) =>
  cases.map(({ ticket }) => [
    ticket,
    officersCell(officersOf(judgements, ticket)),
    texts(judgements, ticket),
  ]);

describe('on any desk', () => {
  test('the service never books an officer twice', () => {
    fc.assert(
      fc.property(someSituation(), ({ cases, situation }) => {
        const all = bookings(cases, situation, assignOfficers(cases, situation));
        const ours = all.filter(
          ({ subject }) =>
            subject.handMade.officers === undefined && !hasStarted(subject, situation.now),
        );
        const twice = ours.filter((one) =>
          all.some(
            (other) =>
              other !== one &&
              other.name === one.name &&
              (other.subject === one.subject || collide(one.occupancy, other.occupancy)),
          ),
        );
        expect(twice).toEqual([]);
      }),
      { numRuns: runs(50, 150) },
    );
  });

  test('equal input in any order gives equal output', () => {
    fc.assert(
      fc.property(someSituation(), ({ cases, situation }) => {
        const reversed = aSituation({
          desk: { ...situation.desk, officers: situation.desk.officers.toReversed() },
        });

        const one = assignOfficers(cases, situation);
        const other = assignOfficers(cases.toReversed(), { ...reversed, now: situation.now });

        expect(outcome(cases, other)).toEqual(outcome(cases, one));
      }),
    );
  });

  test('hand-made choices are never changed', () => {
    fc.assert(
      fc.property(someSituation(), ({ cases, situation }) => {
        const judgements = assignOfficers(cases, situation);
        for (const { ticket, handMade } of cases) {
          if (handMade.officers) expect(names(judgements, ticket)).toEqual(handMade.officers);
        }
      }),
    );
  });

  test('a second pass changes nothing', () => {
    fc.assert(
      fc.property(someSituation(), ({ cases, situation }) => {
        const first = assignOfficers(cases, situation);
        const second = assignOfficers(settled(cases, first), situation);

        expect(outcome(cases, second)).toEqual(outcome(cases, first));
      }),
      { numRuns: runs(100, 300) },
    );
  });

  test('a lead who was named stays as time goes on', () => {
    fc.assert(
      fc.property(someSituation(), ({ cases, situation }) => {
        const first = assignOfficers(cases, situation);
        const later = { ...situation, now: situation.now.add({ hours: 5 }) };
        const second = assignOfficers(settled(cases, first), later);

        const leads = (judgements: ReadonlyMap<string, Judgement>) =>
          cases.map(({ ticket }) => names(judgements, ticket)[0]);
        expect(leads(second)).toEqual(leads(first));
      }),
      { numRuns: runs(50, 150) },
    );
  });

  test('a told lead moves only when another event gains a lead', () => {
    fc.assert(
      fc.property(someSituation(), someSituation(), ({ cases, situation }, { cases: others }) => {
        const fresh = others.map((each, at) => ({
          ...each,
          ticket: `VC-2026-9${at}`,
          previous: {},
        }));
        const first = assignOfficers(cases, situation);
        const told = settled(cases, first);
        const second = assignOfficers([...told, ...fresh], situation);

        const moved = told.filter(
          ({ ticket, handMade }) =>
            !handMade.officers && names(first, ticket)[0] !== names(second, ticket)[0],
        );
        const lost = moved.filter(({ ticket }) => names(second, ticket).length === 0);
        const gained = fresh.filter(({ ticket }) => names(second, ticket).length > 0);
        // Hand-made choices of a new event may take somebody away; only ours must be told from them.
        if (fresh.every(({ handMade }) => !handMade.officers)) {
          expect(lost).toEqual([]);
          expect(moved.length).toBeLessThanOrEqual(2 * gained.length);
        }
      }),
    );
  });
});
