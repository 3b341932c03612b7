import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { openRemembered } from '../../../src/core/cases/remembered.ts';
import type { Case } from '../../../src/core/cases/situation.ts';
import { casesWithin, periodOfMonth, sortByMonth } from '../../../src/core/figures/by-month.ts';
import { figuresFor } from '../../../src/core/figures/figures.ts';
import { aCase, aSchedule, aSituation } from '../../support/builders.ts';

const months = ['2026-09', '2026-10', '2026-11', '2026-12'].map((month) =>
  Temporal.PlainYearMonth.from(month),
);

const inMonth = (number: number, month: number): Case =>
  aCase({
    ticket: `VC-2026-${String(number).padStart(4, '0')}`,
    answers: { schedule: aSchedule({ day: `${months[month] ?? ''}-17` }) },
  });

const situation = () => ({ ...aSituation(), remembered: openRemembered() });

describe('the cases of a month', () => {
  test('are the very list of before where only other months changed', () => {
    const around = situation();
    const listOf = (cases: readonly Case[], month: Temporal.PlainYearMonth) => {
      sortByMonth(cases, around);
      return casesWithin(periodOfMonth(month), cases, around.timeZone);
    };
    fc.assert(
      fc.property(
        fc.array(fc.nat(3), { minLength: 1, maxLength: 150 }),
        fc.nat(),
        fc.nat(3),
        (placed, at, moved) => {
          const cases = placed.map((month, number) => inMonth(number, month));
          const changed = at % cases.length;
          const others = cases.with(changed, inMonth(changed, moved));
          const touched = new Set([placed[changed], moved]);
          for (const [index, month] of months.entries()) {
            const before = listOf(cases, month);
            const after = listOf(others, month);
            expect(after).toEqual(
              others.filter(({ request }) =>
                request.answers.schedule?.startDay.toPlainYearMonth().equals(month),
              ),
            );
            if (!touched.has(index) && before.length > 0) expect(after).toBe(before);
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  test('are counted to the same figures, whether or not the months were sorted out before', () => {
    const around = situation();
    const { desk, timeZone } = around;
    const year = {
      from: periodOfMonth(months[0] ?? expect.unreachable()).from,
      to: periodOfMonth(months[3] ?? expect.unreachable()).to,
    };
    const cases = Array.from({ length: 40 }, (_, number) => inMonth(number, (number * 7) % 4));
    sortByMonth(cases, around);

    expect(figuresFor(year, { cases, desk, timeZone })).toEqual(
      figuresFor(year, { cases: [...cases], desk, timeZone }),
    );
    expect(figuresFor(year, { cases, desk, timeZone }).requests).toBe(40);
  });
});
