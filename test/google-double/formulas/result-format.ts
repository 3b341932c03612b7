import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { showsMoment } from '../sheets/number-format.ts';
import { FormulaError } from './formula-value.ts';
import type { Scope } from './scope.ts';
import type { Expression } from './syntax.ts';

type NumberFormat = sheets_v4.Schema$NumberFormat;

/**
 * How the number that a formula comes to is shown where nobody gave its cell a format: as what it was made of.
 *
 * A day and a number of days make a day, two days a number.
 */
export function resultFormatOf(
  expression: Expression | undefined,
  scope: Scope,
): NumberFormat | undefined {
  switch (expression?.kind) {
    case 'reference': {
      const located = scope.locate(expression.text);
      return located instanceof FormulaError ? undefined : scope.formatAt(located);
    }
    case 'sign':
      return resultFormatOf(expression.of, scope);
    case 'percent':
      return { type: 'PERCENT', pattern: '0%' };
    case 'operation': {
      const left = resultFormatOf(expression.left, scope);
      const right = resultFormatOf(expression.right, scope);
      if (expression.operator === '+') return left ?? right;
      if (expression.operator === '-')
        return showsMoment(left) && showsMoment(right) ? undefined : left;
      return undefined;
    }
    case 'call':
      return formatOfCall(expression.name, expression.inputs, scope);
    default:
      return undefined;
  }
}

function formatOfCall(
  name: string,
  inputs: readonly Expression[],
  scope: Scope,
): NumberFormat | undefined {
  const firstOf = (candidates: readonly (Expression | undefined)[]): NumberFormat | undefined => {
    for (const each of candidates) {
      const format = resultFormatOf(each, scope);
      if (format) return format;
    }
    return undefined;
  };
  switch (name) {
    case 'TODAY':
    case 'DATE':
    case 'EDATE':
    case 'EOMONTH':
      return { type: 'DATE' };
    case 'NOW':
      return { type: 'DATE_TIME' };
    case 'TIME':
      return { type: 'TIME' };
    case 'IF':
      return firstOf(inputs.slice(1));
    case 'ARRAYFORMULA':
    case 'IFERROR':
    case 'IFNA':
    case 'MAX':
    case 'MIN':
    case 'SUM':
    case 'AVERAGE':
    case 'MEDIAN':
    case 'INDEX':
    case 'FILTER':
    case 'UNIQUE':
    case 'SORT':
      return firstOf(inputs.slice(0, 1));
    default:
      return undefined;
  }
}

/** The same, only where it shows a day or a time. */
export function momentFormatOf(expression: Expression, scope: Scope): NumberFormat | undefined {
  const format = resultFormatOf(expression, scope);
  return showsMoment(format) ? format : undefined;
}
