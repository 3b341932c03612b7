import { asGrid } from './broadcast.ts';
import { criterionOf } from './criterion.ts';
import { FormulaError, type FormulaValue, type Grid, type Scalar } from './formula-value.ts';
import { type FormulaFunction, type FormulaFunctions, ofRanges, type Scope } from './scope.ts';

/** Functions that count cells, or add up those that are as asked; errors in ranges are cells like others. */
export const countingFunctions: FormulaFunctions = {
  COUNT: ofRanges((inputs) => cellsOf(inputs).filter((each) => typeof each === 'number').length),
  COUNTA: ofRanges((inputs) => cellsOf(inputs).filter((each) => each !== undefined).length),
  COUNTBLANK: ofRanges(
    (inputs) => cellsOf(inputs).filter((each) => each === undefined || each === '').length,
  ),
  COUNTUNIQUE: ofRanges(
    (inputs) => new Set(cellsOf(inputs).filter((each) => each !== undefined)).size,
  ),
  COUNTIF: asking((inputs, scope) => passing(inputs, scope, (places) => places.length)),
  COUNTIFS: asking((inputs, scope) => passing(inputs, scope, (places) => places.length)),
  SUMIF: asking(([range, asked, summed = range], scope) =>
    added([summed, range, asked], scope, sum),
  ),
  SUMIFS: addingFirst(sum),
  AVERAGEIF: asking(([range, asked, summed = range], scope) =>
    added([summed, range, asked], scope, mean),
  ),
  AVERAGEIFS: addingFirst(mean),
};

const cellsOf = (inputs: readonly FormulaValue[]): readonly Scalar[] =>
  inputs.flatMap((each) => asGrid(each).flat());

/** Takes ranges and what is asked of them by turns. */
function asking(of: (inputs: readonly FormulaValue[], scope: Scope) => Scalar): FormulaFunction {
  return { kind: 'plain', takes: (index) => (index % 2 === 1 ? 'each' : 'range'), of };
}

/** The same after the range that is added up. */
function addingFirst(end: (numbers: readonly number[]) => Scalar): FormulaFunction {
  return {
    kind: 'plain',
    takes: (index) => (index > 0 && index % 2 === 0 ? 'each' : 'range'),
    of: (inputs, scope) => added(inputs, scope, end),
  };
}

/** What comes of the places at which every range is as asked. */
function passing(
  inputs: readonly FormulaValue[],
  scope: Scope,
  end: (places: readonly number[]) => Scalar,
): Scalar {
  const ranges: Grid[] = [];
  const criteria: ((value: Scalar) => boolean)[] = [];
  inputs.forEach((input, index) => {
    if (index % 2 === 0) ranges.push(asGrid(input));
    else criteria.push(criterionOf(input as Exclude<Scalar, FormulaError>, scope));
  });
  const columns = ranges.map((range) => range.flat());
  const length = columns[0]?.length ?? 0;
  if (columns.some((each) => each.length !== length)) {
    return new FormulaError('#VALUE!', 'Array arguments to COUNTIFS are of different size.');
  }
  const places = Array.from({ length }, (_, place) => place);
  return end(
    places.filter((place) => criteria.every((passes, index) => passes(columns[index]?.[place]))),
  );
}

function added(
  [summed, ...rest]: readonly FormulaValue[],
  scope: Scope,
  end: (numbers: readonly number[]) => Scalar,
): Scalar {
  const cells = asGrid(summed).flat();
  return passing(rest, scope, (places) =>
    end(places.map((place) => cells[place]).filter((each) => typeof each === 'number')),
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function mean(numbers: readonly number[]): Scalar {
  return numbers.length === 0
    ? new FormulaError('#DIV/0!', 'Evaluation of function AVERAGEIF caused a divide by zero error.')
    : sum(numbers) / numbers.length;
}
