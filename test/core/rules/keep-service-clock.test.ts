import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { OfficeSettings } from '../../../src/core/cases/desk.ts';
import type { Moment, MomentKind } from '../../../src/core/cases/ledger-state.ts';
import type { Case } from '../../../src/core/cases/situation.ts';
import type { State } from '../../../src/core/cases/state.ts';
import { timeUnknown } from '../../../src/core/clock/confirmation.ts';
import { keepServiceClock } from '../../../src/core/rules/keep-service-clock.ts';
import { aCase, aDesk, aSchedule, aSituation, instant, timeZone } from '../../support/builders.ts';

const moment = (kind: MomentKind, text: string, detail?: string): Moment => ({
  kind,
  at: instant(text),
  ...(detail !== undefined && { detail }),
});

const whole = [moment('received', '2026-11-16T09:10'), moment('completed', '2026-11-16T09:10')];
const ticked = { confirmed: { kind: 'ticked' } } as const;

const judged = (
  subject: Case,
  now = '2026-11-16T10:00',
  settings: Partial<OfficeSettings> = {},
) => {
  const situation = aSituation({ now, desk: aDesk({ settings }) });
  return keepServiceClock([subject], situation).get(subject.ticket);
};
const clock = (...args: Parameters<typeof judged>) => judged(...args)?.decided?.clock;

describe('keep service clock', () => {
  test('explains a promise kept in one sentence', () => {
    const subject = aCase({
      staff: ticked,
      moments: [...whole, moment('confirmed', '2026-11-16T15:40')],
    });

    expect(clock(subject, '2026-11-17T10:00')).toEqual({
      kind: 'met',
      flags: [],
      startedAt: instant('2026-11-16T09:10'),
      stoppedAt: instant('2026-11-16T15:40'),
      dueAt: instant('2026-11-17T09:10'),
      wallMinutes: 390,
      workingMinutes: 330,
      pausedMinutes: 0,
      shown: '6 j 30 m (terpenuhi)',
      sentence:
        'Diterima lengkap Sen 16/11 09.10; dikonfirmasi 15.40; 6 j 30 m dari 24 j (menurut jam kerja 5 j 30 m).',
    });
  });

  test('takes the office hours for the official figure when the setting says so', () => {
    const subject = aCase({
      staff: ticked,
      moments: [...whole, moment('confirmed', '2026-11-17T15:10')],
    });

    expect(
      clock(subject, '2026-11-18T10:00', { clock: 'working-hours', serviceHours: 15 }),
    ).toMatchObject({
      kind: 'met',
      shown: '12 j 30 m (terpenuhi)',
    });
    expect(clock(subject, '2026-11-18T10:00')?.shown).toBe('30 j (lewat tenggat)');
  });

  test('runs until the due time and is overdue from then on, without counting', () => {
    const subject = aCase({ moments: whole });

    expect(clock(subject, '2026-11-17T09:10')).toMatchObject({
      kind: 'running',
      shown: 'berjalan',
    });
    expect(clock(subject, '2026-11-17T09:11')).toMatchObject({
      flags: ['overdue'],
      shown: 'lewat tenggat',
    });
  });

  test('has not started while answers are missing', () => {
    const subject = aCase({ moments: [moment('received', '2026-11-16T09:10')] });

    expect(clock(subject)).toMatchObject({ kind: 'not-started', shown: 'menunggu kelengkapan' });
  });

  test('stands still while the requester has a question open or answers are missing, once where both overlap', () => {
    const asked = [...whole, moment('asked', '2026-11-16T10:00')];
    const overlapping = [
      ...asked,
      moment('incomplete', '2026-11-16T10:30'),
      moment('answered', '2026-11-16T11:00'),
      moment('completed', '2026-11-16T12:00'),
      moment('confirmed', '2026-11-16T13:10'),
    ];

    expect(clock(aCase({ moments: asked }), '2026-11-20T10:00')).toMatchObject({
      kind: 'paused',
      shown: 'dijeda',
      sentence: 'Diterima lengkap Sen 16/11 09.10; dijeda menunggu pemohon.',
    });
    expect(clock(aCase({ staff: ticked, moments: overlapping }))?.kind).toBe('running');
    expect(clock(aCase({ staff: ticked, moments: overlapping }), '2026-11-16T14:00')).toMatchObject(
      {
        dueAt: instant('2026-11-17T11:10'),
        wallMinutes: 120,
        pausedMinutes: 120,
      },
    );
  });

  test('is due before the preparation of an event that comes sooner, and says so', () => {
    const answers = { schedule: aSchedule({ day: '2026-11-16', from: '14:00', to: '15:00' }) };

    expect(clock(aCase({ answers, moments: whole }))).toMatchObject({
      flags: ['urgent'],
      dueAt: instant('2026-11-16T13:00'),
      shown: 'berjalan (mendadak)',
    });
  });

  test('is due by the start of an event whose preparation should have begun already', () => {
    const answers = { schedule: aSchedule({ day: '2026-11-16', from: '09:40', to: '11:00' }) };

    expect(clock(aCase({ answers, moments: whole }))?.dueAt).toEqual(instant('2026-11-16T09:40'));
  });

  test('has no figure for an event that was entered or completed afterwards', () => {
    const answers = { schedule: aSchedule({ day: '2026-11-12' }) };
    const completedLate = [
      moment('received', '2026-11-16T09:10'),
      moment('completed', '2026-11-24T09:10'),
    ];

    const stillIncomplete = [moment('received', '2026-11-16T09:10')];
    const subjects = [
      aCase({ answers, moments: whole }),
      aCase({ answers, moments: stillIncomplete }),
      aCase({ moments: completedLate }),
    ];

    for (const subject of subjects) {
      expect(clock(subject, '2026-11-25T09:00')).toMatchObject({
        kind: 'no-figure',
        flags: ['late-entry'],
        shown: 'entri susulan',
      });
    }
  });

  test('has no figure for a confirmation that nobody can date, and asks for it', () => {
    const moments = [...whole, moment('confirmed', '2026-11-20T15:40', timeUnknown)];
    const judgement = judged(aCase({ staff: ticked, moments }), '2026-11-20T16:00');

    expect(judgement?.decided?.clock?.shown).toBe('tanpa catatan waktu');
    expect(judgement?.findings).toEqual([
      expect.objectContaining({ kind: 'warning', field: 'Dikonfirmasi' }),
    ]);
  });

  test('lets a cancellation count only when it was overdue already', () => {
    const cancelled = (at: string) =>
      aCase({ handMade: { state: 'Dibatalkan' }, moments: [...whole, moment('cancelled', at)] });

    expect(clock(cancelled('2026-11-16T12:00'), '2026-11-19T09:00')).toMatchObject({
      kind: 'no-figure',
      flags: ['cancelled'],
    });
    expect(clock(cancelled('2026-11-18T12:00'), '2026-11-19T09:00')).toMatchObject({
      kind: 'missed',
      flags: ['cancelled', 'overdue'],
      shown: 'batal setelah lewat tenggat',
    });
  });

  test('does not know whether an event was called off in time when that was seen only afterwards', () => {
    const seen = (at: string) =>
      aCase({
        handMade: { state: 'Dibatalkan' },
        moments: [...whole, { ...moment('cancelled', at), detail: timeUnknown }],
      });

    expect(clock(seen('2026-11-16T12:00'), '2026-11-19T09:00')).toMatchObject({
      kind: 'no-figure',
      shown: 'batal sebelum tenggat',
    });
    expect(clock(seen('2026-11-18T12:00'), '2026-11-19T09:00')).toMatchObject({
      kind: 'no-figure',
      flags: [],
      shown: 'tanpa catatan waktu',
      sentence: 'Dibatalkan pada waktu yang tidak tercatat; waktu layanan tidak dihitung.',
    });
  });

  test('takes a kept promise of an event that is cancelled afterwards for no figure', () => {
    const moments = [
      ...whole,
      moment('confirmed', '2026-11-16T10:00'),
      moment('cancelled', '2026-11-18T12:00'),
    ];
    const subject = aCase({ handMade: { state: 'Dibatalkan' }, staff: ticked, moments });

    expect(clock(subject, '2026-11-19T09:00')).toMatchObject({
      kind: 'no-figure',
      shown: 'batal setelah dikonfirmasi',
      sentence: 'Dibatalkan setelah dikonfirmasi; waktu layanan tidak dihitung.',
    });
  });

  test('stands still from the first of two pauses that both last', () => {
    const moments = [
      ...whole,
      moment('asked', '2026-11-16T10:00'),
      moment('incomplete', '2026-11-17T18:00'),
    ];

    expect(clock(aCase({ moments }), '2026-11-18T09:00')).toMatchObject({
      kind: 'paused',
      flags: [],
    });
  });

  test('stops at a refusal', () => {
    const moments = [...whole, moment('refused', '2026-11-16T11:10')];

    expect(
      clock(aCase({ handMade: { state: 'Ditolak' }, moments }), '2026-11-16T12:00'),
    ).toMatchObject({
      kind: 'met',
      sentence:
        'Diterima lengkap Sen 16/11 09.10; ditolak 11.10; 2 j dari 24 j (menurut jam kerja 2 j).',
    });
  });

  test('starts anew with a new schedule, and asks to confirm it again', () => {
    const moments = [
      ...whole,
      moment('confirmed', '2026-11-16T10:00'),
      moment('rescheduled', '2026-11-18T08:00'),
    ];
    const judgement = judged(aCase({ staff: ticked, moments }), '2026-11-18T09:00');

    expect(judgement?.decided?.clock).toMatchObject({
      kind: 'running',
      startedAt: instant('2026-11-18T08:00'),
      sentence: 'Jadwal baru Rab 18/11 08.00; tenggat Kam 19/11 08.00.',
    });
    expect(judgement?.findings?.[0]?.text).toContain('berubah setelah dikonfirmasi');
  });

  test('counts nothing for an answer given before the request was complete', () => {
    const confirmed = { confirmed: { kind: 'at', at: instant('2026-11-16T09:05') } } as const;

    expect(clock(aCase({ staff: confirmed, moments: whole }))).toMatchObject({
      kind: 'met',
      wallMinutes: 0,
    });
  });

  test('asks about an answer before the request came in, and counts nothing', () => {
    const confirmed = { confirmed: { kind: 'at', at: instant('2026-11-16T08:00') } } as const;
    const judgement = judged(aCase({ staff: confirmed, moments: whole }));

    expect(judgement?.decided?.clock?.kind).toBe('no-figure');
    expect(judgement?.findings?.[0]?.text).toContain(
      'mendahului masuknya permohonan (Sen 16/11 09.00)',
    );
  });

  test('takes an hour alone for that hour once its day is recorded, else asks for the day', () => {
    const time = Temporal.PlainTime.from('09:30');
    const staff = { confirmed: { kind: 'hour', time, timeZone } } as const;
    const known = [...whole, moment('confirmed', '2026-11-16T09:30')];
    const unknown = [...whole, moment('confirmed', '2026-11-16T09:20', `${timeUnknown}, 09:30:00`)];

    expect(clock(aCase({ staff, moments: known }))).toMatchObject({ kind: 'met', wallMinutes: 20 });
    expect(judged(aCase({ staff, moments: unknown }))).toMatchObject({
      decided: { clock: { kind: 'no-figure' } },
      findings: [{ text: expect.stringContaining('jam tanpa tanggal') }],
    });
  });

  test('asks for the hour of a day alone', () => {
    const day = Temporal.PlainDate.from('2026-11-16');
    const staff = { confirmed: { kind: 'day', day, timeZone } } as const;

    expect(judged(aCase({ staff, moments: whole }))).toMatchObject({
      decided: { clock: { kind: 'no-figure' } },
      findings: [{ text: expect.stringContaining('tanggal tanpa jam') }],
    });
  });

  test('stops where the event was not held', () => {
    const at = (time: string) =>
      aCase({
        handMade: { state: 'Tidak Terlaksana' },
        moments: [...whole, moment('cancelled', time)],
      });

    expect(clock(at('2026-11-16T12:00'), '2026-11-19T09:00')).toMatchObject({
      kind: 'no-figure',
      shown: 'tidak terlaksana sebelum tenggat',
    });
    expect(clock(at('2026-11-18T12:00'), '2026-11-19T09:00')).toMatchObject({
      kind: 'missed',
      shown: 'tidak terlaksana setelah lewat tenggat',
      stoppedAt: instant('2026-11-18T12:00'),
    });
  });

  test('keeps on record what was overdue before a new schedule', () => {
    const moments = [...whole, moment('rescheduled', '2026-11-18T08:00', '2026-11-25T09:00|x')];
    const answered = [...moments, moment('confirmed', '2026-11-18T10:00')];

    expect(clock(aCase({ moments }), '2026-11-18T09:00')).toMatchObject({
      kind: 'running',
      flags: ['lapsed'],
      lapsedAt: instant('2026-11-17T09:10'),
      shown: 'berjalan (jadwal lama lewat tenggat)',
      sentence:
        'Jadwal baru Rab 18/11 08.00; tenggat jadwal lama lewat Sel 17/11 09.10; tenggat Kam 19/11 08.00.',
    });
    expect(clock(aCase({ staff: ticked, moments: answered }), '2026-11-18T11:00')).toMatchObject({
      kind: 'missed',
      wallMinutes: 120,
      shown: '2 j (jadwal lama lewat tenggat)',
    });
  });

  const kinds: readonly MomentKind[] = [
    ...(['completed', 'incomplete', 'asked', 'answered', 'confirmed', 'unconfirmed'] as const),
    ...(['cancelled', 'refused', 'resumed', 'rescheduled'] as const),
  ];
  const histories = fc
    .array(fc.record({ kind: fc.constantFrom(...kinds), hours: fc.integer({ min: 0, max: 40 }) }), {
      maxLength: 14,
    })
    .map((steps) => {
      let at = instant('2026-11-16T09:10');
      return steps.map(({ kind, hours }): Moment => {
        at = at.add({ hours });
        return {
          kind,
          at,
          ...(kind === 'rescheduled' && { detail: `2026-12-0${1 + (hours % 9)}T09:00|x` }),
        };
      });
    });
  const states = fc.constantFrom<State | undefined>(
    ...([undefined, 'Dibatalkan', 'Ditolak', 'Dijadwalkan Ulang', 'Tidak Terlaksana'] as const),
  );

  test('never counts less than nothing, nor a pause twice, whatever happened', () => {
    fc.assert(
      fc.property(histories, states, fc.boolean(), (later, state, isTicked) => {
        const subject = aCase({
          moments: [...whole, ...later],
          staff: isTicked ? ticked : {},
          handMade: state ? { state } : {},
        });
        const reading = clock(subject, '2027-01-20T09:00');
        const { wallMinutes = 0, workingMinutes = 0, pausedMinutes = 0 } = reading ?? {};

        expect(Math.min(wallMinutes, workingMinutes, pausedMinutes)).toBeGreaterThanOrEqual(0);
        expect(workingMinutes).toBeLessThanOrEqual(wallMinutes);
        if (reading?.wallMinutes === undefined) return;
        const { startedAt, stoppedAt } = reading;
        const all = stoppedAt && startedAt ? startedAt.until(stoppedAt).total('minutes') : 0;
        expect(wallMinutes + pausedMinutes).toBe(Math.max(0, all));
      }),
    );
  });

  test('never takes back what was overdue because of a new day', () => {
    fc.assert(
      fc.property(histories, (later) => {
        const moments = [...whole, ...later.filter(({ kind }) => kind !== 'confirmed')];
        const answers = { schedule: aSchedule({ day: '2026-12-23' }) };
        const last = moments.at(-1)?.at ?? instant('2026-11-16T09:10');
        const now = last.add({ hours: 1 });
        const text = (at: typeof now) =>
          at.toZonedDateTimeISO(timeZone).toPlainDateTime().toString();
        const before = clock(aCase({ answers, moments }), text(now));
        if (!before?.flags.includes('overdue') || before.kind === 'no-figure') return;
        const changed: readonly Moment[] = [
          ...moments,
          { kind: 'rescheduled', at: now, detail: '2026-12-24T09:00|x' },
        ];
        const after = clock(
          aCase({ answers: { schedule: aSchedule({ day: '2026-12-24' }) }, moments: changed }),
          text(now.add({ minutes: 1 })),
        );
        const isCalledOff =
          moments.findLast(({ kind }) => ['cancelled', 'refused', 'resumed'].includes(kind))
            ?.kind ?? 'resumed';

        if (isCalledOff === 'resumed') expect(after?.flags).toContain('lapsed');
      }),
    );
  });
});
