/** Desks of months: what is decided in parts of time is what would be decided over all at once. */
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { awayPieces } from '../../../src/core/assignment/out-of-office.ts';
import { openRemembered } from '../../../src/core/cases/remembered.ts';
import type { Finding, Schedule } from '../../../src/core/cases/request.ts';
import type { Case, Rule, Situation } from '../../../src/core/cases/situation.ts';
import { timeAxis } from '../../../src/core/cases/time-axis.ts';
import { withThingsAway } from '../../../src/core/rules/at-other-hours.ts';
import { decide } from '../../../src/core/rules/decide.ts';
import { rules } from '../../../src/core/rules/index.ts';
import { offerOtherHours, offersOn } from '../../../src/core/rules/offer-other-hours.ts';
import { reserveEquipment, sharedOut } from '../../../src/core/rules/reserve-equipment.ts';
import {
  aCase,
  aDesk,
  anItem,
  anOfficer,
  aSchedule,
  aSituation,
  instant,
} from '../../support/builders.ts';
import { runs } from '../../support/long-runs.ts';

const officers = ['Andi Rahman, S.Kom.', 'Budi Santoso, S.T.', 'Citra Dewi, S.Kom., M.T.'];
const firstDay = Temporal.PlainDate.from('2026-09-01');
const someDay = fc.oneof(
  fc.nat(100),
  // Around the first of October.
  fc.nat(6).map((days) => days + 27),
  fc.nat(14).map((days) => days + 70),
);
const clock = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;
const often = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined, freq: 1 });
const seldom = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 1, arbitrary: value }, { weight: 4, arbitrary: fc.constant(undefined) });

const incomplete: Finding = { kind: 'defect', field: 'Tempat Kegiatan', text: 'Belum diisi.' };

const ticketOf = (number: number): string => `VC-2026-${String(number + 1).padStart(4, '0')}`;

const someCase: fc.Arbitrary<(number: number) => Case> = fc
  .record({
    schedule: fc.record({
      on: someDay,
      days: fc.constantFrom(0, 0, 0, 0, 1, 20),
      from: fc.integer({ min: 0, max: 20 }),
      hours: fc.integer({ min: 1, max: 3 }),
      nights: fc.constantFrom(0, 0, 0, 1, 3),
      openEnd: fc.boolean(),
    }),
    hasSchedule: fc.constantFrom(true, true, true, true, false),
    filed: fc.nat(10),
    letter: fc.nat(60),
    kind: fc.constantFrom('link', 'link-and-operator', 'operator'),
    place: fc.constantFrom('Aula Bappeda', 'Ruang Rapat', undefined),
    speakers: fc.nat(3),
    isIncomplete: fc.constantFrom(false, false, true),
    actualStart: seldom(fc.constantFrom('07:00', '12:00')),
    actualEnd: seldom(fc.constantFrom('13:00', '21:00')),
    state: seldom(
      fc.constantFrom(
        'Dibatalkan',
        'Berlangsung',
        'Selesai',
        'Dijadwalkan Ulang',
        'Ditutup',
        'Tidak Terlaksana',
      ),
    ),
    isArchived: fc.constantFrom(false, false, false, false, false, false, true),
    leader: seldom(fc.constant('Sekretaris Daerah')),
    network: seldom(fc.constant(officers.slice(0, 1))),
    byHand: seldom(fc.subarray(officers, { minLength: 1 })),
    licence: seldom(fc.constantFrom('Zoom 300', 'Zoom 100', 'Zoom 900')),
    reserved: seldom(fc.nat(3)),
    before: often(fc.subarray(officers, { minLength: 1 })),
    licenceBefore: often(fc.constantFrom('Zoom 300', 'Zoom 100')),
    reservedBefore: often(fc.integer({ min: 1, max: 2 })),
    reason: seldom(fc.constantFrom('bukan duplikat', 'geser', 'ganda')),
    movedTo: seldom(fc.nat(30)),
    madeFrom: seldom(fc.nat(3)),
    confirmed: fc.boolean(),
  })
  .map((drawn) => (number) => {
    const day = firstDay.add({ days: drawn.schedule.on });
    const { from, hours } = drawn.schedule;
    const schedule = overnight(
      aSchedule({
        day: day.toString(),
        endDay: day.add({ days: drawn.schedule.days }).toString(),
        from: clock(from),
        to: clock(Math.min(23, from + hours)),
        openEnd: drawn.schedule.openEnd,
      }),
      drawn.schedule.nights,
    );
    const submittedAt = day
      .subtract({ days: drawn.filed })
      .toZonedDateTime({ timeZone: 'Asia/Makassar', plainTime: '08:00' })
      .toInstant();
    const { schedule: _, ...timeless } = aCase().request.answers;
    const filed = aCase({
      answers: {
        submittedAt,
        letterNumber: `005/${drawn.letter}`,
        event: `Rapat ${drawn.letter % 5} Perencanaan`,
        serviceKind: drawn.kind,
        equipment: [{ name: 'Speaker', quantity: drawn.speakers, known: true }],
        schedule,
        ...(drawn.place !== undefined && { place: drawn.place }),
        ...(drawn.leader && { plannedLeader: { name: drawn.leader } }),
      },
      staff: {
        ...(drawn.actualStart && { actualStart: Temporal.PlainTime.from(drawn.actualStart) }),
        ...(drawn.actualEnd && { actualEnd: Temporal.PlainTime.from(drawn.actualEnd) }),
        ...(drawn.reason && { reason: drawn.reason }),
        ...(drawn.confirmed && { confirmed: { kind: 'ticked' } as const }),
        ...(drawn.network && { networkOfficers: drawn.network }),
        ...(drawn.isArchived && { imported: { kind: 'archive', questions: [] } as const }),
        ...(drawn.madeFrom !== undefined && {
          series: { kind: 'made', from: ticketOf(drawn.madeFrom), day } as const,
        }),
      },
    });
    const findings = drawn.isIncomplete ? [incomplete] : [];
    const request = {
      ...filed.request,
      findings,
      answers: drawn.hasSchedule ? filed.request.answers : { ...timeless, submittedAt },
    };
    return {
      ...filed,
      ticket: ticketOf(number),
      request,
      findings,
      handMade: {
        ...(drawn.state && { state: drawn.state }),
        ...(drawn.byHand && { officers: drawn.byHand }),
        ...(drawn.licence && { licence: drawn.licence }),
        ...(drawn.reserved !== undefined && {
          reserved: [{ name: 'Speaker', quantity: drawn.reserved }],
        }),
      },
      ...(drawn.movedTo !== undefined && { movedTo: ticketOf(drawn.movedTo) }),
      previous: {
        ...(drawn.before && { officers: drawn.before.join('\n') }),
        ...(drawn.licenceBefore && { licence: drawn.licenceBefore }),
        ...(drawn.reservedBefore && { reserved: `${drawn.reservedBefore} Speaker` }),
      },
    } satisfies Case;
  });

/** Its last session goes on for so many nights. */
const overnight = (schedule: Schedule, nights: number): Schedule => ({
  ...schedule,
  sessions: schedule.sessions.map((session, at) =>
    at === schedule.sessions.length - 1
      ? { ...session, end: session.end.add({ days: nights }) }
      : session,
  ),
});

interface MonthsOfDesk {
  readonly cases: readonly Case[];
  readonly situation: Situation;
}

const someMonths: fc.Arbitrary<MonthsOfDesk> = fc
  .record({
    cases: fc.array(someCase, { minLength: 5, maxLength: 40 }),
    now: fc.record({ on: someDay, hour: fc.nat(23) }),
    out: fc.array(
      fc.record({
        ticket: seldom(fc.nat(40)),
        on: often(someDay),
        due: often(someDay),
        back: fc.constantFrom('out', 'out', 'returned'),
      }),
      { maxLength: 4 },
    ),
    leave: fc.array(fc.record({ who: fc.nat(2), on: someDay, days: fc.nat(40) }), { maxLength: 3 }),
    allowances: fc.record({
      preparationMinutes: fc.constantFrom(0, 60, 3000),
      travelMinutes: fc.constantFrom(0, 30, 2000),
      clearingMinutes: fc.constantFrom(0, 30, 2000),
    }),
  })
  .map(({ cases, now, out, leave, allowances }) => ({
    cases: cases.map((make, number) => make(number)),
    situation: aSituation({
      now: `${firstDay.add({ days: now.on })}T${clock(now.hour)}`,
      desk: aDesk({
        officers: officers.map((name, at) =>
          anOfficer({
            name,
            leave: leave
              .filter(({ who }) => who === at)
              .map(({ on, days }) => ({
                from: firstDay.add({ days: on }),
                to: firstDay.add({ days: on + days }),
              })),
          }),
        ),
        equipment: [anItem({ quantity: 2 })],
        settings: allowances,
        handOuts: out.map(({ ticket, on, due, back }, at) => ({
          row: at + 2,
          item: 'Speaker',
          kind: 'Speaker',
          quantity: 1,
          ...(ticket !== undefined && { ticket: ticketOf(ticket) }),
          ...(on !== undefined && { at: instant(`${firstDay.add({ days: on })}T08:00`) }),
          ...(due !== undefined && { due: instant(`${firstDay.add({ days: due })}T16:00`) }),
          back: { kind: back },
        })),
      }),
    }),
  }));

/** The same rules, of which nobody knows that they look at what is beside a case only. */
const overAll = rules.map(
  (rule): Rule =>
    (cases, situation) =>
      rule(cases, situation),
);

test('what is decided in parts of time is what is decided over all at once', () => {
  fc.assert(
    fc.property(someMonths, ({ cases, situation }) => {
      expect(decide(cases, situation)).toEqual(decide(cases, situation, overAll));
    }),
    { numRuns: runs(8, 400) },
  );
});

test('equipment and other hours that are asked about by days are what they are over all at once', () => {
  fc.assert(
    fc.property(someMonths, ({ cases, situation }) => {
      const { desk, now } = situation;
      const away = awayPieces(desk, { cases, now });
      const provided = decide(cases, situation, overAll.slice(0, rules.indexOf(offerOtherHours)));

      expect(reserveEquipment(cases, situation)).toEqual(
        new Map(sharedOut(cases, away, situation)),
      );
      expect(offerOtherHours(provided, situation)).toEqual(
        new Map(offersOn(provided, withThingsAway(provided, situation), situation)),
      );
    }),
    { numRuns: runs(8, 400) },
  );
});

test('and what earlier passes remember of the parts changes nothing, nor the time that went by', () => {
  const wait = fc.constantFrom(0, 1, 7, 30, 400);
  fc.assert(
    fc.property(
      someMonths,
      fc.nat(),
      fc.record({ change: someCase, wait }),
      ({ cases, situation }, at, { change, wait: hours }) => {
        const remembered = openRemembered();
        decide(cases, { ...situation, remembered });
        const changed = cases.with(at % cases.length, change(at % cases.length));
        const { desk } = situation;
        const later = aSituation({ now: situation.now.add({ hours }), desk });

        expect(decide(changed, { ...later, remembered })).toEqual(decide(changed, later, overAll));
      },
    ),
    { numRuns: runs(6, 200) },
  );
});

test('the parts of earlier months are the very same where one case of today changed', () => {
  const cases = Array.from({ length: 80 }, (_, number) =>
    aCase({
      ticket: ticketOf(number),
      answers: { schedule: aSchedule({ day: firstDay.add({ days: number }).toString() }) },
    }),
  );
  const situation = {
    ...aSituation({ now: '2026-11-17T09:00' }),
    remembered: openRemembered(),
  };
  const before = timeAxis(cases, situation, rules).parts;
  const after = timeAxis(cases.with(79, aCase({ ticket: ticketOf(79) })), situation, rules).parts;

  expect(before.map((part) => part.length)).toEqual([30, 31, 19]);
  expect(after.map((part, at) => part === before[at])).toEqual([true, true, false]);
});

test('an event of past months that lasts into the next one is held against those of both', () => {
  const officersByHand = { officers: ['Andi Rahman, S.Kom.'] };
  const event = (number: number, day: string, endDay = day): Case =>
    aCase({
      ticket: ticketOf(number),
      answers: { schedule: aSchedule({ day, endDay }) },
      handMade: officersByHand,
    });
  const cases = [event(0, '2026-08-31', '2026-09-02'), event(1, '2026-09-01')];

  const decided = decide(cases, aSituation({ now: '2026-11-17T09:00' }));

  expect(decided.map((subject) => subject.decided.doubleBookings?.[0]?.ticket)).toEqual([
    ticketOf(1),
    ticketOf(0),
  ]);
});

test('the parts keep the order of the sheet, by which events are named that are equal in all else', () => {
  const event = (number: number, day: string): Case =>
    aCase({ ticket: ticketOf(number), answers: { schedule: aSchedule({ day }) } });
  const cases = [event(0, '2026-09-20'), event(1, '2026-09-02'), event(2, '2026-11-20')];

  const { parts } = timeAxis(cases, aSituation({ now: '2026-11-17T09:00' }), rules);

  expect(parts.map((part) => part.map(({ ticket }) => ticket))).toEqual([
    [ticketOf(0), ticketOf(1)],
    [ticketOf(2)],
  ]);
});
