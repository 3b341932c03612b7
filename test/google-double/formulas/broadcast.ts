import type { Area } from '../sheets/a1-range.ts';
import {
  broadcastAt,
  FormulaError,
  type FormulaValue,
  type Grid,
  isGrid,
  type Scalar,
  widthOf,
} from './formula-value.ts';

/**
 * Works through values cell by cell: scalars, single rows and single columns are repeated to the size of the others.
 *
 * Where none of them is a range there is one result, whatever it is.
 */
export function broadcast(
  values: readonly FormulaValue[],
  work: (scalars: readonly Scalar[]) => FormulaValue,
): FormulaValue {
  const grids = values.filter(isGrid);
  if (grids.length === 0) return work(values as readonly Scalar[]);
  const height = Math.max(...grids.map((grid) => grid.length));
  const width = Math.max(...grids.map(widthOf));
  return Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (_, column) => {
      const result = work(values.map((value) => broadcastAt(value, row, column)));
      return isGrid(result) ? result[0]?.[0] : result;
    }),
  );
}

/** A value as rows of cells. */
export const asGrid = (value: FormulaValue): Grid => (isGrid(value) ? value : [[value]]);

/** The cell of a range beside or above which a formula stands. */
export function scalarAt(
  values: Grid,
  area: Area,
  at: { readonly row: number; readonly column: number },
): Scalar {
  const [row, column] = [at.row - area.startRow, at.column - area.startColumn];
  if (widthOf(values) === 1 && values[row]) return values[row][0];
  if (values.length === 1 && column >= 0 && column < widthOf(values)) return values[0]?.[column];
  return new FormulaError('#VALUE!', 'An array value could not be found.');
}
