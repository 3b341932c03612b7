import { asGrid } from './broadcast.ts';
import { patternOf } from './criterion.ts';
import {
  compareScalars,
  FormulaError,
  type FormulaValue,
  type Grid,
  type Scalar,
  truthOf,
} from './formula-value.ts';
import { type FormulaFunction, type FormulaFunctions, ofRanges, type Scope } from './scope.ts';

/** Functions that find something in a range. Ranges are given whole, what is looked for cell by cell. */
export const lookupFunctions: FormulaFunctions = {
  VLOOKUP: taking([1], ([key, range, index, sorted = true], scope) =>
    found('VLOOKUP', { key, rows: asGrid(range), index, sorted }, scope),
  ),
  HLOOKUP: taking([1], ([key, range, index, sorted = true], scope) =>
    found('HLOOKUP', { key, rows: transposed(asGrid(range)), index, sorted }, scope),
  ),
  XLOOKUP: taking([1, 2], ([key, range, results, otherwise]) => {
    const place = exactly(key as Scalar, asGrid(range).flat());
    if (place < 0) return otherwise ?? missing('XLOOKUP', key as Scalar);
    return asGrid(results).flat()[place];
  }),
  MATCH: taking([1], ([key, range, kind = 1], scope) => {
    const cells = asGrid(range).flat();
    const order = scope.numberOf(kind as Scalar);
    if (order instanceof FormulaError) return order;
    const place =
      order === 0 ? exactly(key as Scalar, cells) : lastUpTo(key as Scalar, cells, order);
    return place < 0 ? missing('MATCH', key as Scalar) : place + 1;
  }),
  INDEX: taking([0], ([range, row = 0, column = 0], scope) => {
    const [rowNumber, columnNumber] = [row, column].map((each) => scope.numberOf(each as Scalar));
    if (rowNumber instanceof FormulaError) return rowNumber;
    if (columnNumber instanceof FormulaError) return columnNumber;
    return cellOf(asGrid(range), rowNumber ?? 0, columnNumber ?? 0);
  }),
  TRANSPOSE: ofRanges(([range]) => transposed(asGrid(range))),
};

/** These inputs are ranges, all others are looked at cell by cell. */
function taking(
  ranges: readonly number[],
  of: (inputs: readonly FormulaValue[], scope: Scope) => FormulaValue,
): FormulaFunction {
  return { kind: 'plain', takes: (index) => (ranges.includes(index) ? 'range' : 'each'), of };
}

const missing = (name: string, key: Scalar): FormulaError =>
  new FormulaError('#N/A', `Did not find value '${String(key ?? '')}' in ${name} evaluation.`);

const outside = (name: string): FormulaError =>
  new FormulaError('#REF!', `Function ${name} parameter 3 is out of range.`);

function found(
  name: string,
  asked: {
    readonly key: FormulaValue;
    readonly rows: Grid;
    readonly index: FormulaValue;
    readonly sorted: FormulaValue;
  },
  scope: Scope,
): Scalar {
  const index = scope.numberOf(asked.index as Scalar);
  if (index instanceof FormulaError) return index;
  const sorted = truthOf(asked.sorted as Scalar);
  if (sorted instanceof FormulaError) return sorted;
  if (index < 1 || index > (asked.rows[0]?.length ?? 0)) return outside(name);
  const keys = asked.rows.map((row) => row[0]);
  const key = asked.key as Scalar;
  const place = sorted ? lastUpTo(key, keys, 1) : exactly(key, keys);
  return place < 0 ? missing(name, key) : asked.rows[place]?.[index - 1];
}

/** The first that is the same; in a text `*` and `?` stand for anything. */
function exactly(key: Scalar, cells: readonly Scalar[]): number {
  if (key instanceof FormulaError || key === undefined) return -1;
  if (typeof key === 'string') {
    const pattern = patternOf(key);
    return cells.findIndex((each) => typeof each === 'string' && pattern.test(each));
  }
  return cells.indexOf(key);
}

/** The last, in cells that go up (or down, where `order` is below 0), that is not beyond the key. */
function lastUpTo(key: Scalar, cells: readonly Scalar[], order: number): number {
  if (key instanceof FormulaError || key === undefined) return -1;
  return cells.findLastIndex(
    (each) =>
      each !== undefined &&
      !(each instanceof FormulaError) &&
      typeof each === typeof key &&
      compareScalars(each, key) * Math.sign(order) <= 0,
  );
}

/** Row or column 0 stands for all of them. */
function cellOf(grid: Grid, row: number, column: number): FormulaValue {
  const isLine = grid.length === 1 && column === 0 && row > 0;
  const [down, across] = isLine ? [1, row] : [row, column];
  if (down > grid.length || across > (grid[0]?.length ?? 0) || down < 0 || across < 0) {
    return outside('INDEX');
  }
  const rows = down === 0 ? grid : grid.slice(down - 1, down);
  const part = across === 0 ? rows : rows.map((each) => each.slice(across - 1, across));
  return part.length === 1 && part[0]?.length === 1 ? part[0][0] : part;
}

const transposed = (grid: Grid): Grid =>
  (grid[0] ?? []).map((_, column) => grid.map((row) => row[column]));
