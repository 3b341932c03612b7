/** A formula, taken apart. */
export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'truth'; readonly value: boolean }
  | { readonly kind: 'error'; readonly code: string }
  /** An argument that was left out: `IF(A1,,2)`. */
  | { readonly kind: 'nothing' }
  /** Cells or a name, as they are written: `A1`, `'Tab lain'!A2:B`, `Petugas`. */
  | { readonly kind: 'reference'; readonly text: string }
  | { readonly kind: 'call'; readonly name: string; readonly inputs: readonly Expression[] }
  | { readonly kind: 'sign'; readonly sign: '-' | '+'; readonly of: Expression }
  | { readonly kind: 'percent'; readonly of: Expression }
  | {
      readonly kind: 'operation';
      readonly operator: Operator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'array'; readonly rows: readonly (readonly Expression[])[] };

export const operators = ['=', '<>', '<=', '>=', '<', '>', '&', '+', '-', '*', '/', '^'] as const;

export type Operator = (typeof operators)[number];

/** How tightly an operator binds: the higher number first. */
export const bindingOf = (operator: Operator): number => {
  switch (operator) {
    case '&':
      return 2;
    case '+':
    case '-':
      return 3;
    case '*':
    case '/':
      return 4;
    case '^':
      return 5;
    default:
      return 1;
  }
};
