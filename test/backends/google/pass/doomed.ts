/** A process that can be killed just before or just after anything that it does to the world. */

/** The so-many-th effect of a pass (from 1), and on which side of it the process ends. */
export interface Death {
  readonly effect: number;
  readonly when: 'before' | 'after';
}

export class Killed extends Error {}

/** One life: what it does goes through `does`; once killed, nothing it waits for ever comes. */
export class Life {
  readonly #death: Death | undefined;
  readonly #end: Promise<never>;
  #die: (killed: Killed) => void = () => undefined;
  #isOver = false;
  /** What was done so far, each with a name. */
  readonly done: string[] = [];

  constructor(death?: Death) {
    this.#death = death;
    this.#end = new Promise((_, reject) => {
      this.#die = reject;
    });
    this.#end.catch(() => undefined);
  }

  /** The work, or its end by death. */
  live<T>(work: Promise<T>): Promise<T> {
    return Promise.race([work, this.#end]);
  }

  /** Something that changes nothing. */
  async sees<T>(look: () => Promise<T>): Promise<T> {
    return this.#isOver ? nothingMore() : look();
  }

  /** Something that changes the world. */
  async does<T>(name: string, work: () => Promise<T>): Promise<T> {
    if (this.#isOver) return nothingMore();
    this.done.push(name);
    const isLast = this.done.length === this.#death?.effect;
    if (isLast && this.#death?.when === 'before') return this.#kill();
    const result = await work();
    return isLast ? this.#kill() : result;
  }

  #kill(): Promise<never> {
    this.#isOver = true;
    this.#die(new Killed(`Killed ${this.#death?.when} ${this.done.at(-1)}.`));
    return nothingMore();
  }
}

const nothingMore = (): Promise<never> => new Promise(() => undefined);
