import { createRequire } from 'node:module';
import type * as formulajs from '@formulajs/formulajs';
import {
  type ErrorCode,
  FormulaError,
  type FormulaValue,
  isGrid,
  type Scalar,
  textOf,
} from './formula-value.ts';
import {
  type FormulaFunction,
  type FormulaFunctions,
  ofRanges,
  ofScalars,
  type Scope,
} from './scope.ts';

/**
 * Functions that are calculated by `@formulajs/formulajs`, where it does as Sheets does.
 *
 * What it makes of empty cells, of texts in ranges and of errors is not left to it. It is read when first needed: tests
 * without formulas need not wait for it.
 */
type Library = Readonly<Record<string, (...inputs: readonly unknown[]) => unknown>>;

let library: Library | undefined;

function libraryCall(name: keyof typeof formulajs, inputs: readonly unknown[]): Scalar {
  library ??= createRequire(import.meta.url)('@formulajs/formulajs') as Library;
  const result = resultOf(library, name, inputs);
  if (typeof result === 'number' && !Number.isNaN(result)) return result;
  if (typeof result === 'string' || typeof result === 'boolean') return result;
  const code = result instanceof Error ? result.message : '#VALUE!';
  return new FormulaError(code as ErrorCode, `Function ${name} has no value for these inputs.`);
}

/** It throws at some inputs that Sheets has an error for. */
function resultOf(from: Library, name: string, inputs: readonly unknown[]): unknown {
  try {
    return from[name]?.(...inputs);
  } catch {
    return undefined;
  }
}

const ofNumbers = (name: keyof typeof formulajs): FormulaFunction =>
  ofScalars((inputs, scope) => {
    const numbers = inputs.map((each) => scope.numberOf(each));
    return numbers.find((each) => each instanceof FormulaError) ?? libraryCall(name, numbers);
  });

/** The first so many of its inputs are read as texts, the others are numbers. */
const ofTexts = (name: keyof typeof formulajs, texts: number): FormulaFunction =>
  ofScalars((inputs, scope) => {
    const read = inputs.map((each, index) =>
      index < texts ? textOf(each, scope.decimal) : scope.numberOf(each),
    );
    return read.find((each) => each instanceof FormulaError) ?? libraryCall(name, read);
  });

/** Numbers of ranges count, their texts and truths do not; what is given alone is read as a number. */
const ofManyNumbers = (name: keyof typeof formulajs): FormulaFunction =>
  ofRanges((inputs, scope) => {
    const numbers = numbersIn(inputs, scope);
    return numbers instanceof FormulaError ? numbers : libraryCall(name, numbers);
  });

function numbersIn(
  inputs: readonly FormulaValue[],
  scope: Scope,
): readonly number[] | FormulaError {
  const numbers: number[] = [];
  for (const input of inputs) {
    const scalars = isGrid(input) ? input.flat() : [scope.numberOf(input)];
    for (const each of scalars) {
      if (each instanceof FormulaError) return each;
      if (typeof each === 'number') numbers.push(each);
    }
  }
  return numbers;
}

/** A range and which of its numbers is meant: the third largest. */
const ofRankedNumbers = (name: keyof typeof formulajs): FormulaFunction =>
  ofRanges(([range, which], scope) => {
    const numbers = numbersIn([range], scope);
    const rank = scope.numberOf(isGrid(which) ? which[0]?.[0] : which);
    if (numbers instanceof FormulaError) return numbers;
    return rank instanceof FormulaError ? rank : libraryCall(name, [numbers, rank]);
  });

const noNumbers = new FormulaError('#DIV/0!', 'Function AVERAGE caused a divide by zero error.');

const named = (
  names: readonly (keyof typeof formulajs)[],
  make: (name: keyof typeof formulajs) => FormulaFunction,
): FormulaFunctions => Object.fromEntries(names.map((name) => [name, make(name)]));

export const libraryFunctions: FormulaFunctions = {
  ...named(
    [
      'ABS',
      'CEILING',
      'EVEN',
      'EXP',
      'FLOOR',
      'INT',
      'LN',
      'LOG',
      'LOG10',
      'MOD',
      'MROUND',
      'ODD',
      'PI',
      'POWER',
      'QUOTIENT',
      'ROUND',
      'ROUNDDOWN',
      'ROUNDUP',
      'SIGN',
      'SQRT',
      'TRUNC',
    ],
    ofNumbers,
  ),
  CHAR: ofNumbers('CHAR'),
  ...named(
    ['CLEAN', 'CODE', 'LEFT', 'LEN', 'LOWER', 'MID', 'PROPER', 'REPT', 'RIGHT', 'TRIM', 'UPPER'],
    (name) => ofTexts(name, 1),
  ),
  ...named(['EXACT', 'FIND', 'SEARCH'], (name) => ofTexts(name, 2)),
  SUBSTITUTE: ofTexts('SUBSTITUTE', 3),
  ...named(['MAX', 'MEDIAN', 'MIN', 'PRODUCT', 'SUM'], ofManyNumbers),
  STDEV: ofManyNumbers('STDEVS'),
  VAR: ofManyNumbers('VARS'),
  ...named(['LARGE', 'SMALL'], ofRankedNumbers),
  AVERAGE: ofRanges((inputs, scope) => {
    const numbers = numbersIn(inputs, scope);
    if (numbers instanceof FormulaError) return numbers;
    return numbers.length === 0 ? noNumbers : libraryCall('AVERAGE', numbers);
  }),
  SUMPRODUCT: ofRanges(
    (inputs, scope) => {
      const columns = inputs.map((input) =>
        (isGrid(input) ? input.flat() : [input]).map((each) =>
          typeof each === 'number' ? each : each instanceof FormulaError ? scope.numberOf(each) : 0,
        ),
      );
      const failed = columns.flat().find((each) => each instanceof FormulaError);
      return failed ?? libraryCall('SUMPRODUCT', columns);
    },
    { inArray: true },
  ),
};
