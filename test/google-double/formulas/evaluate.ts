import { formatNumber } from '../sheets/number-format.ts';
import { asGrid, broadcast, scalarAt } from './broadcast.ts';
import {
  compareScalars,
  FormulaError,
  type FormulaValue,
  isGrid,
  type Scalar,
  textOf,
} from './formula-value.ts';
import { functions } from './functions.ts';
import { momentFormatOf } from './result-format.ts';
import type { FormulaFunction, Scope } from './scope.ts';
import type { Expression, Operator } from './syntax.ts';

/** What an expression comes to. */
export function evaluate(expression: Expression, scope: Scope): FormulaValue {
  switch (expression.kind) {
    case 'number':
    case 'text':
    case 'truth':
      return expression.value;
    case 'nothing':
      return undefined;
    case 'error':
      return new FormulaError(expression.code as FormulaError['code'], '');
    case 'reference':
      return referred(expression.text, scope);
    case 'call':
      return called(expression, scope);
    case 'sign':
    case 'percent':
      return broadcast([operand(expression.of, scope)], ([value]) => {
        const number = scope.numberOf(value);
        if (number instanceof FormulaError) return number;
        if (expression.kind === 'percent') return number / 100;
        return expression.sign === '-' ? -number : number;
      });
    case 'operation':
      return operated(expression, scope);
    case 'array':
      return arrayOf(expression.rows, scope);
  }
}

function referred(text: string, scope: Scope): FormulaValue {
  const located = scope.locate(text);
  if (located instanceof FormulaError) return located;
  const values = scope.valuesOf(located);
  return values.length === 1 && values[0]?.length === 1 ? values[0][0] : values;
}

/** What an operation takes: a range as it is where ranges are worked through, one cell of it elsewhere. */
function operand(expression: Expression, scope: Scope): FormulaValue {
  const value = evaluate(expression, scope);
  if (scope.isArray || !isGrid(value)) return value;
  const located = expression.kind === 'reference' ? scope.locate(expression.text) : undefined;
  return located && !(located instanceof FormulaError)
    ? scalarAt(value, located.area, scope.at)
    : value[0]?.[0];
}

function operated(
  { operator, left, right }: Extract<Expression, { readonly kind: 'operation' }>,
  scope: Scope,
): FormulaValue {
  const sides = [left, right].map((each) => operand(each, scope));
  if (operator !== '&')
    return broadcast(sides, ([one, other]) => applied(operator, [one, other], scope));
  // Dates and times join a text as they are shown, not as the numbers that they are.
  const formats = [left, right].map((each) => momentFormatOf(each, scope));
  return broadcast(sides, (parts) => {
    let text = '';
    for (const [index, part] of parts.entries()) {
      const format = formats[index];
      const isMoment = format && typeof part === 'number';
      const joined = isMoment
        ? formatNumber(part, format, scope.locale)
        : textOf(part, scope.decimal);
      if (joined instanceof FormulaError) return joined;
      text += joined;
    }
    return text;
  });
}

function applied(
  operator: Exclude<Operator, '&'>,
  [one, other]: readonly [Scalar, Scalar],
  scope: Scope,
): Scalar {
  if (one instanceof FormulaError) return one;
  if (other instanceof FormulaError) return other;
  switch (operator) {
    case '=':
      return compareScalars(one, other) === 0;
    case '<>':
      return compareScalars(one, other) !== 0;
    case '<':
      return compareScalars(one, other) < 0;
    case '<=':
      return compareScalars(one, other) <= 0;
    case '>':
      return compareScalars(one, other) > 0;
    case '>=':
      return compareScalars(one, other) >= 0;
    default:
      return calculated(operator, [scope.numberOf(one), scope.numberOf(other)]);
  }
}

function calculated(
  operator: '+' | '-' | '*' | '/' | '^',
  [one, other]: readonly [number | FormulaError, number | FormulaError],
): Scalar {
  if (one instanceof FormulaError) return one;
  if (other instanceof FormulaError) return other;
  switch (operator) {
    case '+':
      return one + other;
    case '-':
      return one - other;
    case '*':
      return one * other;
    case '/':
      return other === 0
        ? new FormulaError('#DIV/0!', 'Function DIVIDE parameter 2 cannot be zero.')
        : one / other;
    case '^': {
      const power = one ** other;
      return Number.isFinite(power)
        ? power
        : new FormulaError('#NUM!', 'Function POWER is out of range.');
    }
  }
}

function called(
  { name, inputs }: Extract<Expression, { readonly kind: 'call' }>,
  scope: Scope,
): FormulaValue {
  const found: FormulaFunction | undefined = Object.hasOwn(functions, name)
    ? functions[name]
    : undefined;
  if (!found) return new FormulaError('#NAME?', `Unknown function: '${name}'.`);
  if (found.kind === 'special') return found.of(inputs, scope);
  const inside = found.inArray ? { ...scope, isArray: true } : scope;
  const values = inputs.map((input, index) =>
    found.takes(index) === 'each' ? operand(input, inside) : evaluate(input, inside),
  );
  const isEach = values.map((_, index) => found.takes(index) === 'each');
  return broadcast(
    values.map((value, index) => (isEach[index] ? value : undefined)),
    (scalars) => {
      const failed = scalars.find((each) => each instanceof FormulaError);
      if (failed) return failed;
      return found.of(
        values.map((value, index) => (isEach[index] ? scalars[index] : value)),
        inside,
      );
    },
  );
}

function arrayOf(rows: readonly (readonly Expression[])[], scope: Scope): FormulaValue {
  const blocks = rows.map((row) => row.map((each) => asGrid(evaluate(each, scope))));
  const whole = blocks.flatMap((row) =>
    Array.from({ length: Math.max(...row.map((block) => block.length)) }, (_, index) =>
      row.flatMap((block) => block[index] ?? []),
    ),
  );
  const isEven = whole.every((row) => row.length === whole[0]?.length);
  return isEven
    ? whole
    : new FormulaError('#VALUE!', 'An array literal was missing values for one or more rows.');
}
