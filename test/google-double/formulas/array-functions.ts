import { asGrid } from './broadcast.ts';
import {
  compareScalars,
  FormulaError,
  type FormulaValue,
  type Grid,
  type Scalar,
  truthOf,
} from './formula-value.ts';
import { type FormulaFunctions, ofRanges, type Scope } from './scope.ts';
import type { Expression } from './syntax.ts';

/** Functions that come to many cells, and those that tell where cells are. */
export const arrayFunctions: FormulaFunctions = {
  ARRAYFORMULA: {
    kind: 'special',
    of: ([inner], scope) => inner && scope.evaluate(inner, { ...scope, isArray: true }),
  },
  FILTER: ofRanges(
    ([range, ...conditions]) => {
      const rows = asGrid(range).filter((_, index) =>
        conditions.every((each) => truthOf(asGrid(each)[index]?.[0]) === true),
      );
      return rows.length > 0
        ? rows
        : new FormulaError('#N/A', 'No matches are found in FILTER evaluation.');
    },
    { inArray: true },
  ),
  UNIQUE: ofRanges(([range]) => {
    const seen = new Set<string>();
    return asGrid(range).filter((row) => {
      const key = JSON.stringify(row.map((each) => [typeof each, each]));
      const isNew = !seen.has(key);
      seen.add(key);
      return isNew;
    });
  }),
  /** By the first column going up, unless columns and ways are told. */
  SORT: ofRanges(([range, ...keys]) => {
    const rows = asGrid(range);
    return rows.toSorted((one, other) => ordered(one, other, keys.length > 0 ? keys : [1, true]));
  }),
  FLATTEN: ofRanges((inputs) =>
    inputs.flatMap((each) => asGrid(each).flat()).map((each) => [each]),
  ),
  SEQUENCE: ofRanges(([rows, columns = 1, start = 1, step = 1]) => {
    const [height, width, first, by] = [rows, columns, start, step].map((each) =>
      Number(asGrid(each)[0]?.[0]),
    );
    return Array.from({ length: height ?? 0 }, (_, row) =>
      Array.from(
        { length: width ?? 0 },
        (__, column) => (first ?? 1) + (row * (width ?? 1) + column) * (by ?? 1),
      ),
    );
  }),
  ROW: { kind: 'special', of: ([of], scope) => positions(of, scope, 'row') },
  COLUMN: { kind: 'special', of: ([of], scope) => positions(of, scope, 'column') },
  ROWS: ofRanges(([range]) => asGrid(range).length),
  COLUMNS: ofRanges(([range]) => asGrid(range)[0]?.length ?? 0),
};

function ordered(
  one: readonly Scalar[],
  other: readonly Scalar[],
  keys: readonly FormulaValue[],
): number {
  for (let index = 0; index < keys.length; index += 2) {
    const column = Number(asGrid(keys[index])[0]?.[0]) - 1;
    const isUp = truthOf(asGrid(keys[index + 1])[0]?.[0]) === true;
    const [left, right] = [one[column], other[column]];
    if (left instanceof FormulaError || right instanceof FormulaError) continue;
    // Empty cells come last, whichever way.
    if (left === undefined || right === undefined) {
      if (left !== right) return left === undefined ? 1 : -1;
      continue;
    }
    const difference = compareScalars(left, right);
    if (difference !== 0) return isUp ? difference : -difference;
  }
  return 0;
}

/** The numbers of the rows or columns of a range, or of the cell itself. */
function positions(of: Expression | undefined, scope: Scope, line: 'row' | 'column'): FormulaValue {
  if (!of) return scope.at[line] + 1;
  if (of.kind !== 'reference') return new FormulaError('#N/A', 'Argument must be a range.');
  const located = scope.locate(of.text);
  if (located instanceof FormulaError) return located;
  const { startRow, endRow, startColumn, endColumn } = located.area;
  const numbers = (start: number, end: number): readonly number[] =>
    Array.from({ length: end - start }, (_, offset) => start + offset + 1);
  const grid: Grid =
    line === 'row'
      ? numbers(startRow, endRow).map((number) => [number])
      : [numbers(startColumn, endColumn)];
  return scope.isArray ? grid : grid[0]?.[0];
}
