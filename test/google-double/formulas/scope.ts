import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Located } from '../sheets/resolve-range.ts';
import type { FormulaError, FormulaValue, Grid, Scalar } from './formula-value.ts';
import type { Expression } from './syntax.ts';

/** What a formula sees around it. */
export type Scope = {
  readonly locale: string;
  readonly decimal: '.' | ',';
  /** The wall clock of the spreadsheet, as a serial number. */
  readonly now: number;
  /** Where the formula stands. */
  readonly at: { readonly row: number; readonly column: number };
  /** Whether ranges are worked through cell by cell, as inside `ARRAYFORMULA`. */
  readonly isArray: boolean;
  /** The cells that a reference names, cut to the grid. */
  readonly locate: (reference: string) => Located | FormulaError;
  readonly valuesOf: (located: Located) => Grid;
  /** How the first number of some cells is shown, if somebody or a formula gave it a format. */
  readonly formatAt: (located: Located) => sheets_v4.Schema$NumberFormat | undefined;
  /** A scalar as a number: a text is read as if it were typed. */
  readonly numberOf: (value: Scalar) => number | FormulaError;
  readonly evaluate: (expression: Expression, scope: Scope) => FormulaValue;
};

/** What an input of a function is: one scalar after the other, or a range as a whole. */
type Taken = 'each' | 'range';

/** How a function of a formula works. */
export type FormulaFunction =
  | {
      readonly kind: 'plain';
      readonly takes: (index: number) => Taken;
      readonly of: (inputs: readonly FormulaValue[], scope: Scope) => FormulaValue;
      /** Its inputs are worked through cell by cell even outside `ARRAYFORMULA`. */
      readonly inArray?: true;
    }
  /** Decides itself which of its inputs are looked at, and how. */
  | {
      readonly kind: 'special';
      readonly of: (inputs: readonly Expression[], scope: Scope) => FormulaValue;
    };

export type FormulaFunctions = Readonly<Record<string, FormulaFunction>>;

/** A function of scalars: errors never come to it. */
export const ofScalars = (
  of: (inputs: readonly Exclude<Scalar, FormulaError>[], scope: Scope) => FormulaValue,
): FormulaFunction => ({
  kind: 'plain',
  takes: () => 'each',
  of: (inputs, scope) => of(inputs as readonly Exclude<Scalar, FormulaError>[], scope),
});

/** A function of ranges as a whole. */
export const ofRanges = (
  of: (inputs: readonly FormulaValue[], scope: Scope) => FormulaValue,
  more: { readonly inArray?: true } = {},
): FormulaFunction => ({ kind: 'plain', takes: () => 'range', of, ...more });
