import { bindingOf, type Expression, type Operator, operators } from './syntax.ts';
import { type Token, tokensOf } from './tokens.ts';

/** The formula does not read as one: Sheets shows `#ERROR!`. */
class Unreadable extends Error {}

const known = new Map<string, Expression | undefined>();

/** Takes a formula apart (`=A1+1`); `undefined` where it does not read as one. */
export function parseFormula(formula: string, decimal: '.' | ','): Expression | undefined {
  const key = decimal + formula;
  if (known.has(key)) return known.get(key);
  const parsed = read(formula, decimal);
  known.set(key, parsed);
  return parsed;
}

function read(formula: string, decimal: '.' | ','): Expression | undefined {
  const tokens = tokensOf(formula.replace(/^=/u, ''), decimal);
  if (!tokens) return undefined;
  try {
    return new Reader(tokens, decimal).whole();
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

class Reader {
  readonly #tokens: readonly Token[];
  readonly #decimal: '.' | ',';
  #at = 0;

  constructor(tokens: readonly Token[], decimal: '.' | ',') {
    this.#tokens = tokens;
    this.#decimal = decimal;
  }

  whole(): Expression {
    const expression = this.#operation(1);
    if (this.#at < this.#tokens.length) throw new Unreadable();
    return expression;
  }

  /** Operations that bind at least so tightly, from left to right. */
  #operation(binding: number): Expression {
    let left = this.#signed();
    for (;;) {
      const operator = this.#operator();
      if (!operator || bindingOf(operator) < binding) return left;
      this.#at += 1;
      left = { kind: 'operation', operator, left, right: this.#operation(bindingOf(operator) + 1) };
    }
  }

  #operator(): Operator | undefined {
    const token = this.#tokens[this.#at];
    return token?.kind === 'mark' ? operators.find((each) => each === token.text) : undefined;
  }

  /** A sign binds tighter than any operator: `-2^2` is 4. */
  #signed(): Expression {
    if (this.#takes('-')) return { kind: 'sign', sign: '-', of: this.#signed() };
    if (this.#takes('+')) return { kind: 'sign', sign: '+', of: this.#signed() };
    let expression = this.#operand();
    while (this.#takes('%')) expression = { kind: 'percent', of: expression };
    return expression;
  }

  #operand(): Expression {
    if (this.#takes('(')) {
      const inner = this.#operation(1);
      this.#expect(')');
      return inner;
    }
    if (this.#takes('{')) return this.#array();
    const token = this.#tokens[this.#at];
    this.#at += 1;
    switch (token?.kind) {
      case 'number':
        return { kind: 'number', value: Number(token.text.replace(this.#decimal, '.')) };
      case 'text':
        return { kind: 'text', value: token.text.slice(1, -1).replaceAll('""', '"') };
      case 'error':
        return { kind: 'error', code: token.text };
      case 'reference':
        return { kind: 'reference', text: token.text };
      case 'word':
        return this.#word(token.text);
      default:
        throw new Unreadable();
    }
  }

  #word(word: string): Expression {
    if (this.#takes('(')) return { kind: 'call', name: word.toUpperCase(), inputs: this.#inputs() };
    const upper = word.toUpperCase();
    if (upper === 'TRUE' || upper === 'FALSE') return { kind: 'truth', value: upper === 'TRUE' };
    return { kind: 'reference', text: word };
  }

  /** Inputs of a function: parted by commas, or by semicolons where the comma is the decimal sign; Sheets takes both. */
  #inputs(): readonly Expression[] {
    if (this.#takes(')')) return [];
    const inputs: Expression[] = [];
    for (;;) {
      inputs.push(this.#isAt(',', ';', ')') ? { kind: 'nothing' } : this.#operation(1));
      if (this.#takes(')')) return inputs;
      if (!this.#takes(',') && !this.#takes(';')) throw new Unreadable();
    }
  }

  /** `{1,2;3,4}`; where the comma is the decimal sign, `\` parts the columns. */
  #array(): Expression {
    const rows: Expression[][] = [[]];
    for (;;) {
      rows.at(-1)?.push(this.#operation(1));
      if (this.#takes('}')) return { kind: 'array', rows };
      if (this.#takes(';')) rows.push([]);
      else if (!this.#takes(',') && !this.#takes('\\')) throw new Unreadable();
    }
  }

  #isAt(...marks: readonly string[]): boolean {
    const token = this.#tokens[this.#at];
    return token?.kind === 'mark' && marks.includes(token.text);
  }

  #takes(mark: string): boolean {
    const isThere = this.#isAt(mark);
    if (isThere) this.#at += 1;
    return isThere;
  }

  #expect(mark: string): void {
    if (!this.#takes(mark)) throw new Unreadable();
  }
}
