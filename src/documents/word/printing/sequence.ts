import type { Print } from './part-context.ts';

/** Fixed text and functions in turn; neighbours of fixed text become one. */
export class Sequence {
  readonly #fixed: string[] = [''];
  readonly #prints: Print[] = [];

  text(text: string): void {
    this.#fixed[this.#fixed.length - 1] += text;
  }

  add(print: Print): void {
    this.#prints.push(print);
    this.#fixed.push('');
  }

  get isFixed(): boolean {
    return this.#prints.length === 0;
  }

  print(): Print {
    const [head = '', ...tails] = this.#fixed;
    const prints = this.#prints;
    const [first] = prints;
    if (first === undefined) return () => head;
    if (prints.length === 1) {
      const tail = tails[0] ?? '';
      return (frame) => head + first(frame) + tail;
    }
    const pairs = prints.map((print, index) => ({ print, tail: tails[index] ?? '' }));
    return (frame) => {
      let out = head;
      for (const { print, tail } of pairs) out += print(frame) + tail;
      return out;
    };
  }
}
