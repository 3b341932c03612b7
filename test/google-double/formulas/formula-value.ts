import { plainNumber } from '../sheets/number-digits.ts';

export type ErrorCode =
  | '#REF!'
  | '#N/A'
  | '#VALUE!'
  | '#DIV/0!'
  | '#NAME?'
  | '#NUM!'
  | '#NULL!'
  | '#ERROR!';

/** What a formula comes to where it cannot be calculated; whoever uses it comes to the same. */
export class FormulaError {
  readonly code: ErrorCode;
  readonly message: string;

  constructor(code: ErrorCode, message: string) {
    this.code = code;
    this.message = message;
  }
}

/** One cell's worth; `undefined` is an empty cell. */
export type Scalar = number | string | boolean | FormulaError | undefined;

/** Rows of cells, all as long as the first. */
export type Grid = readonly (readonly Scalar[])[];

export type FormulaValue = Scalar | Grid;

export const isGrid = (value: FormulaValue): value is Grid => Array.isArray(value);

export const firstOf = (value: FormulaValue): Scalar => (isGrid(value) ? value[0]?.[0] : value);

export const widthOf = (grid: Grid): number => grid[0]?.length ?? 0;

/** The scalar at a place of a grid that is repeated over a larger one; beyond what cannot be repeated there is nothing. */
export function broadcastAt(value: FormulaValue, row: number, column: number): Scalar {
  if (!isGrid(value)) return value;
  const cells = value[value.length === 1 ? 0 : row];
  if (!cells) return notThere;
  return (cells.length === 1 ? 0 : column) < cells.length
    ? cells[cells.length === 1 ? 0 : column]
    : notThere;
}

const notThere = new FormulaError('#N/A', 'Argument ranges are of different size.');

/** A scalar as text: numbers by their digits, empty cells as nothing. */
export function textOf(value: Scalar, decimal: '.' | ',' = '.'): string | FormulaError {
  if (value instanceof FormulaError) return value;
  if (typeof value === 'number') return plainNumber(value, { decimal });
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return value ?? '';
}

export function truthOf(value: Scalar): boolean | FormulaError {
  if (value instanceof FormulaError || typeof value === 'boolean') return value;
  if (typeof value === 'number') return value !== 0;
  if (value === undefined) return false;
  const upper = value.toUpperCase();
  if (upper === 'TRUE' || upper === 'FALSE') return upper === 'TRUE';
  return new FormulaError('#VALUE!', `'${value}' is a text and cannot be coerced to a boolean.`);
}

const words = new Intl.Collator('en', { sensitivity: 'accent' });

/** Which of two comes first: numbers, then texts whatever their case, then yes and no; an empty one is as the other would be. */
export function compareScalars(
  one: Exclude<Scalar, FormulaError>,
  other: Exclude<Scalar, FormulaError>,
): number {
  const left = one ?? emptyLike(other);
  const right = other ?? emptyLike(one);
  if (typeof left === 'string' && typeof right === 'string') return words.compare(left, right);
  const difference = rankOf(left) - rankOf(right);
  return difference !== 0 ? difference : Number(left) - Number(right);
}

const emptyLike = (other: Exclude<Scalar, FormulaError>): number | string | boolean => {
  if (typeof other === 'string') return '';
  return typeof other === 'boolean' ? false : 0;
};

const rankOf = (value: number | string | boolean): number =>
  ['number', 'string', 'boolean'].indexOf(typeof value);
