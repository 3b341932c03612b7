import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { Moment } from '../../../src/core/cases/ledger-state.ts';
import type { Finding, Request } from '../../../src/core/cases/request.ts';
import type { State } from '../../../src/core/cases/state.ts';
import { timeUnknown } from '../../../src/core/clock/confirmation.ts';
import { observeMoments } from '../../../src/core/clock/observe-moments.ts';
import { aRequest, aSchedule, instant, timeZone } from '../../support/builders.ts';

const submitted = instant('2026-11-16T09:00');
const mark = '2026-11-23T09:00|aulabappeda';
const defect: Finding = { kind: 'defect', field: 'Tanggal Mulai', text: 'Belum diisi.' };
const known: readonly Moment[] = [
  { kind: 'received', at: submitted, detail: mark },
  { kind: 'completed', at: submitted, detail: mark },
];

const look = (
  request: Request,
  {
    now = '2026-11-16T09:05',
    before = known,
    state,
  }: { now?: string; before?: readonly Moment[]; state?: State } = {},
) =>
  observeMoments({
    request,
    handMadeState: state,
    stateWasShown: true,
    known: before,
    now: instant(now),
  });

describe('observe moments', () => {
  test('receives and completes a whole request at the time of its form', () => {
    expect(look(aRequest(), { before: [] })).toEqual(known);
  });

  test('receives a row without a timestamp when it is first seen', () => {
    const request = aRequest();
    const { submittedAt: _, ...answers } = request.answers;

    const kinds = look({ ...request, answers }, { before: [] }).map(({ at }) => at);

    expect(kinds).toEqual([instant('2026-11-16T09:05'), instant('2026-11-16T09:05')]);
  });

  test('does not complete a request with a defect, and says when it came about again', () => {
    expect(look(aRequest({ findings: [defect] }), { before: [] }).map(({ kind }) => kind)).toEqual([
      'received',
    ]);
    expect(look(aRequest({ findings: [defect] }))).toEqual([
      { kind: 'incomplete', at: instant('2026-11-16T09:05') },
    ]);
  });

  test('completes an edited form at its new timestamp, a row mended by staff when seen', () => {
    const before: readonly Moment[] = [{ kind: 'received', at: submitted, detail: mark }];
    const edited = aRequest({ answers: { submittedAt: instant('2026-11-17T08:00') } });
    const now = '2026-11-17T08:04';

    expect(look(edited, { before, now })[0]?.at).toEqual(instant('2026-11-17T08:00'));
    expect(look(aRequest(), { before, now })[0]?.at).toEqual(instant(now));
  });

  const confirmedAt = (time: string) => ({
    kind: 'hour' as const,
    time: Temporal.PlainTime.from(time),
    timeZone,
  });

  test('takes an hour alone for one of the day on which it is first seen, and never for the time of the look', () => {
    const request = aRequest({ staff: { confirmed: confirmedAt('09:30') } });
    const seen = look(request, { now: '2026-11-16T15:40' });

    expect(seen).toEqual([{ kind: 'confirmed', at: instant('2026-11-16T09:30') }]);
    expect(look(request, { now: '2026-11-18T15:40', before: [...known, ...seen] })).toEqual([]);
  });

  test.each([
    ['is still to come', '16:00', '2026-11-16T15:40'],
    ['was before the request came in', '08:30', '2026-11-16T15:40'],
    ['is first seen after the event', '09:30', '2026-11-24T10:00'],
  ])('leaves the day of an hour open that %s, also in later looks', (_, hour, now) => {
    const request = aRequest({ staff: { confirmed: confirmedAt(hour) } });
    const seen = look(request, { now });

    expect(seen).toEqual([
      { kind: 'confirmed', at: instant(now), detail: `${timeUnknown}, ${hour}:00` },
    ]);
    expect(look(request, { now: '2026-11-25T15:40', before: [...known, ...seen] })).toEqual([]);
  });

  test('does not know when a tick was made that is first seen after the event', () => {
    const request = aRequest({ staff: { confirmed: { kind: 'ticked' } } });

    expect(look(request, { now: '2026-11-24T10:00' })).toEqual([
      { kind: 'confirmed', at: instant('2026-11-24T10:00'), detail: timeUnknown },
    ]);
  });

  test('notes no confirmation from before the request came in', () => {
    const at = instant('2026-11-16T08:00');

    expect(look(aRequest({ staff: { confirmed: { kind: 'at', at } } }))).toEqual([]);
  });

  test('notes what was not held as called off, and that it is called off no more', () => {
    const now = '2026-11-24T10:00';
    const off = look(aRequest(), { now, state: 'Tidak Terlaksana' });

    expect(off).toEqual([{ kind: 'cancelled', at: instant(now) }]);
    expect(look(aRequest(), { now, before: [...known, ...off] })).toEqual([
      { kind: 'resumed', at: instant(now) },
    ]);
  });

  test('asks and answers with the tick Menunggu Pemohon, or Perlu Perbaikan set by hand', () => {
    const asked = { kind: 'asked', at: instant('2026-11-16T09:05') } as const;

    expect(look(aRequest({ staff: { waitingForRequester: true } }))).toEqual([asked]);
    expect(look(aRequest(), { state: 'Perlu Perbaikan' })).toEqual([asked]);
    expect(look(aRequest(), { before: [...known, asked], now: '2026-11-16T10:00' })).toEqual([
      { kind: 'answered', at: instant('2026-11-16T10:00') },
    ]);
  });

  test('confirms at the typed moment, else when the tick is seen, and takes note of an emptied cell', () => {
    const typed = aRequest({
      staff: { confirmed: { kind: 'at', at: instant('2026-11-16T09:02') } },
    });
    const ticked = aRequest({ staff: { confirmed: { kind: 'ticked' } } });
    const confirmed = { kind: 'confirmed', at: instant('2026-11-16T09:05') } as const;

    expect(look(typed)).toEqual([{ kind: 'confirmed', at: instant('2026-11-16T09:02') }]);
    expect(look(ticked)).toEqual([confirmed]);
    expect(look(aRequest(), { before: [...known, confirmed], now: '2026-11-16T10:00' })).toEqual([
      { kind: 'unconfirmed', at: instant('2026-11-16T10:00') },
    ]);
  });

  test('waits with a typed moment that is still to come', () => {
    const ahead = aRequest({
      staff: { confirmed: { kind: 'at', at: instant('2027-11-16T09:02') } },
    });

    expect(look(ahead)).toEqual([]);
  });

  test('invents no time for a tick of a past event or an old row', () => {
    const ticked = aRequest({ staff: { confirmed: { kind: 'ticked' } } });
    const late = aRequest({
      answers: { schedule: aSchedule({ day: '2026-11-10' }) },
      staff: { confirmed: { kind: 'ticked' } },
    });

    expect(look(ticked, { before: [], now: '2026-11-18T09:00' }).at(-1)?.detail).toBe(timeUnknown);
    expect(look(late).at(-1)?.detail).toBe(timeUnknown);
  });

  test('starts anew with a new day, hour or place, but not with another spelling', () => {
    const moved = (answers: Partial<Request['answers']>) =>
      look(aRequest({ answers })).map(({ kind, detail }) => ({ kind, detail }));

    expect(moved({ schedule: aSchedule({ day: '2026-11-24' }) })).toEqual([
      { kind: 'rescheduled', detail: '2026-11-24T09:00|aulabappeda' },
    ]);
    expect(moved({ schedule: aSchedule({ from: '10:00' }) })).toHaveLength(1);
    expect(moved({ place: 'Ruang Huyula' })).toHaveLength(1);
    expect(moved({ place: ' AULA  Bappeda ' })).toEqual([]);
    expect(moved({ schedule: aSchedule({ to: '12:00' }) })).toEqual([]);
  });

  test('takes a corrected place of a past event for a correction', () => {
    expect(
      look(aRequest({ answers: { place: 'Ruang Huyula' } }), { now: '2026-11-30T09:00' }),
    ).toEqual([]);
  });

  test('takes a schedule that was missing for no new schedule', () => {
    const before: readonly Moment[] = [{ kind: 'received', at: submitted, detail: '|aulabappeda' }];

    expect(look(aRequest(), { before }).map(({ kind }) => kind)).toEqual(['completed']);
  });

  test('counts a confirmation typed together with a new schedule for the new one', () => {
    const request = aRequest({
      answers: { place: 'Ruang Huyula' },
      staff: { confirmed: { kind: 'at', at: instant('2026-11-16T09:02') } },
    });

    expect(look(request).map(({ kind, at }) => [kind, at])).toEqual([
      ['rescheduled', instant('2026-11-16T09:02')],
      ['confirmed', instant('2026-11-16T09:02')],
    ]);
  });

  test('records a refusal and a cancellation once', () => {
    const refused = { kind: 'refused', at: instant('2026-11-16T09:05') } as const;

    expect(look(aRequest(), { state: 'Ditolak' })).toEqual([refused]);
    expect(look(aRequest(), { state: 'Ditolak', before: [...known, refused] })).toEqual([]);
    expect(look(aRequest(), { state: 'Dibatalkan' })[0]?.kind).toBe('cancelled');
  });

  test('never finds anything at a second look, whatever happened', () => {
    const steps = fc.array(
      fc.record({
        waits: fc.boolean(),
        broken: fc.boolean(),
        confirmed: fc.oneof(
          fc.constant({ kind: 'none' } as const),
          fc.constant({ kind: 'ticked' } as const),
          fc
            .integer({ min: -60, max: 3_000 })
            .map((minutes) => ({ kind: 'at', at: submitted.add({ minutes }) }) as const),
        ),
        day: fc.constantFrom('2026-11-10', '2026-11-17', '2026-11-23'),
        place: fc.constantFrom('Aula Bappeda', 'Ruang Huyula'),
        state: fc.constantFrom<State | undefined>(
          ...(['Ditolak', 'Dibatalkan', 'Dijadwalkan Ulang', 'Perlu Perbaikan'] as const),
          undefined,
        ),
        minutes: fc.integer({ min: 1, max: 1_500 }),
        resubmits: fc.boolean(),
      }),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(steps, (history) => {
        let moments: readonly Moment[] = [];
        let now = submitted;
        let submittedAt = submitted;
        for (const step of history) {
          now = now.add({ minutes: step.minutes });
          if (step.resubmits) submittedAt = now.subtract({ seconds: 20 });
          const request = aRequest({
            answers: { submittedAt, schedule: aSchedule({ day: step.day }), place: step.place },
            staff: { waitingForRequester: step.waits, confirmed: step.confirmed },
            findings: step.broken ? [defect] : [],
          });
          const again = (knownNow: readonly Moment[]) =>
            observeMoments({
              request,
              handMadeState: step.state,
              stateWasShown: false,
              known: knownNow,
              now,
            });
          moments = [...moments, ...again(moments)];

          expect(again(moments)).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });
});
