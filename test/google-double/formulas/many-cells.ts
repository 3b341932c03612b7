import type { Expression } from './syntax.ts';

const names: readonly string[] = [
  'ARRAYFORMULA',
  'FILTER',
  'FLATTEN',
  'INDEX',
  'SEQUENCE',
  'SORT',
  'SPLIT',
  'TRANSPOSE',
  'UNIQUE',
];

const known = new WeakMap<Expression, boolean>();

/** Whether a formula may fill more cells than the one that it stands in. */
export function mayComeToMany(expression: Expression): boolean {
  const present = known.get(expression);
  if (present !== undefined) return present;
  const may = isMany(expression);
  known.set(expression, may);
  return may;
}

function isMany(expression: Expression): boolean {
  switch (expression.kind) {
    case 'array':
      return true;
    case 'call':
      return names.includes(expression.name) || expression.inputs.some(mayComeToMany);
    case 'operation':
      return mayComeToMany(expression.left) || mayComeToMany(expression.right);
    case 'sign':
    case 'percent':
      return mayComeToMany(expression.of);
    default:
      return false;
  }
}
