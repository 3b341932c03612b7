import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  mostBytes,
  type Part,
  planCalls,
  rangeOf,
  type TabSize,
} from '../../../../src/backends/google/sheet/read-plan.ts';

const aTab = (title: string, rows = 1000, columns = 26) => ({ title, sheetId: 1, rows, columns });
const whole = (title: string, rows?: number): Part & { kind: 'whole' } => ({
  kind: 'whole',
  tab: aTab(title, rows),
});
const rangesOf = (calls: readonly (readonly Part[])[]) =>
  calls.map((parts) => parts.map((part) => rangeOf(part)));

describe('the calls that a sheet is read with', () => {
  test('are one for an ordinary desk, and bring of other tabs the first rows', () => {
    const sizes = new Map([['Permohonan', { rows: 800, bytes: 500_000 }]]);
    const calls = planCalls(
      [whole('Permohonan'), whole('Petugas'), { kind: 'head', tab: aTab('Milik staf', 20_000) }],
      sizes,
    );

    expect(rangesOf(calls)).toEqual([["'Permohonan'", "'Petugas'", "'Milik staf'!1:10"]]);
  });

  test('ask for no rows that a small tab does not have', () => {
    expect(rangeOf({ kind: 'head', tab: aTab("Staf '26", 3) })).toBe("'Staf ''26'!1:3");
  });

  test('cut a large tab between rows, the last part open to what is added meanwhile', () => {
    const sizes = new Map([['Permohonan', { rows: 5000, bytes: 2 * mostBytes }]]);

    expect(rangesOf(planCalls([whole('Petugas'), whole('Permohonan', 6000)], sizes))).toEqual([
      ["'Petugas'", "'Permohonan'!1:2500"],
      ["'Permohonan'!A2501:Z"],
    ]);
  });

  test('go by the grid where a tab was never read', () => {
    expect(planCalls([whole('Permohonan', 1000)], new Map())).toHaveLength(1);
    expect(planCalls([whole('Permohonan', 20_000)], new Map())).toHaveLength(3);
  });

  test('end in one row where that alone is too large', () => {
    const sizes = new Map([['Permohonan', { rows: 1, bytes: 9 * mostBytes }]]);

    expect(rangesOf(planCalls([whole('Permohonan')], sizes))).toEqual([["'Permohonan'"]]);
  });

  test('bring every row of any tab once, and no more than is answered quickly', () => {
    const size = fc.record({
      rows: fc.integer({ min: 0, max: 9000 }),
      bytes: fc.integer({ min: 0, max: 9 * mostBytes }),
      grid: fc.integer({ min: 1, max: 9000 }),
    });
    fc.assert(
      fc.property(fc.array(size, { maxLength: 6 }), (tabs) => {
        const sizes = new Map<string, TabSize>(tabs.map((tab, at) => [`T${at}`, tab]));
        const calls = planCalls(
          tabs.map(({ grid }, at) => whole(`T${at}`, grid)),
          sizes,
        );

        for (const [at, { rows, bytes, grid }] of tabs.entries()) {
          const parts = calls.flat().filter(({ tab }) => tab.title === `T${at}`);
          let next = 1;
          for (const part of parts) {
            const from = part.kind === 'rows' ? part.from : 1;
            expect(from).toBe(next);
            expect(from).toBeLessThanOrEqual(grid);
            next =
              (part.kind === 'rows' ? part.to : undefined) === undefined ? 0 : lastOf(part) + 1;
          }
          expect(next).toBe(0);
          const perRow = rows === 0 ? 0 : bytes / rows;
          for (const call of calls) {
            const mine = call.filter(({ tab }) => tab.title === `T${at}`);
            const read = mine.flatMap((part) =>
              part.kind === 'rows' && part.to !== undefined ? [part.to - part.from + 1] : [],
            );
            for (const count of read) {
              if (count > 1) expect(count * perRow).toBeLessThanOrEqual(mostBytes);
            }
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});

const lastOf = (part: Part): number => (part.kind === 'rows' ? (part.to ?? 0) : 0);
