import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { settlesAt } from '../../../src/core/assignment/settles-at.ts';
import type { StaffFacts } from '../../../src/core/cases/request.ts';
import type { Case, Rule } from '../../../src/core/cases/situation.ts';
import { observeMoments } from '../../../src/core/clock/observe-moments.ts';
import { remarksFor } from '../../../src/core/plan/remarks.ts';
import { decide } from '../../../src/core/rules/decide.ts';
import {
  aCase,
  aDesk,
  aRequest,
  aSchedule,
  aSituation,
  instant,
  timeZone,
} from '../../support/builders.ts';
import { runs } from '../../support/long-runs.ts';

const cellsOf = (cases: readonly Case[], now: Temporal.Instant) => {
  const base = aSituation();
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate();
  const situation = { ...base, now, today };
  return decide(cases, situation).map((subject) => ({
    state: subject.decided.state?.is,
    remarks: remarksFor(subject, situation),
    due: subject.decided.clock?.dueAt?.toString(),
    shown: subject.decided.clock?.shown,
    officers: subject.decided.officers?.people,
    licence: subject.decided.licence?.name,
    equipment: subject.decided.equipment,
  }));
};

/** Everything that the time alone can change about an event: due time, settling of officers, begin and end. */
const thresholdsOf = (subject: Case): readonly Temporal.Instant[] => {
  const { decided } = decide([subject], aSituation({ now: '2026-11-16T09:30' }))[0] ?? subject;
  const sessions = subject.request.answers.schedule?.sessions ?? [];
  const settles = settlesAt(subject, aDesk());
  return [
    ...(settles ? [settles.toInstant()] : []),
    ...(decided.clock?.dueAt ? [decided.clock.dueAt] : []),
    ...sessions.flatMap(({ start, end }) => [start.toInstant(), end.toInstant()]),
  ];
};

const anyStaff: fc.Arbitrary<Partial<StaffFacts>> = fc.record({
  waitingForRequester: fc.boolean(),
  systemTested: fc.boolean(),
  confirmed: fc.constantFrom(
    { kind: 'none' } as const,
    { kind: 'ticked' } as const,
    { kind: 'at', at: instant('2026-11-16T09:20') } as const,
  ),
});
const anyMinute = fc.integer({ min: 0, max: 12 * 24 * 60 });

describe('decide', () => {
  test('lets each rule see what those before it decided, and keeps every finding', () => {
    const finding = (text: string) => ({ kind: 'warning', text }) as const;
    const tellState: Rule = (cases) =>
      new Map(
        cases.map(({ ticket }) => [
          ticket,
          { decided: { state: { is: 'Siap', because: '' } }, findings: [finding('satu')] } as const,
        ]),
      );
    const readState: Rule = (cases) =>
      new Map(
        cases.map(({ ticket, decided }) => [
          ticket,
          { findings: [finding(decided.state?.is ?? '')] },
        ]),
      );

    const [decided] = decide([aCase()], aSituation(), [tellState, readState]);

    expect(decided?.decided.state?.is).toBe('Siap');
    expect(decided?.findings.map(({ text }) => text)).toEqual(['satu', 'Siap']);
  });

  test('never changes a cell between two thresholds while the facts stay', () => {
    const gap = fc.record({
      staff: anyStaff,
      day: fc.constantFrom('2026-11-17', '2026-11-23'),
      broken: fc.boolean(),
      moments: fc.tuple(anyMinute, anyMinute),
    });
    fc.assert(
      fc.property(gap, ({ staff, day, broken, moments: [a, b] }) => {
        const request = aRequest({
          answers: { schedule: aSchedule({ day }) },
          staff,
          findings: broken ? [{ kind: 'defect', text: 'Belum diisi.' }] : [],
        });
        const seen = instant('2026-11-16T09:30');
        const moments = observeMoments({
          request,
          handMadeState: undefined,
          stateWasShown: true,
          known: [],
          now: seen,
        });
        const subject = aCase({ request, moments });
        const [first, second] = [a, b]
          .toSorted((x, y) => x - y)
          .map((minutes) => seen.add({ minutes }));
        if (first === undefined || second === undefined) return;
        const isQuiet = thresholdsOf(subject).every(
          (threshold) =>
            Temporal.Instant.compare(threshold, first) < 0 ||
            Temporal.Instant.compare(threshold, second) > 0,
        );
        if (!isQuiet) return;

        expect(cellsOf([subject], second)).toEqual(cellsOf([subject], first));
      }),
      { numRuns: runs(50, 150) },
    );
  });
});
