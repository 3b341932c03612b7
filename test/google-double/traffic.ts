import type { Api } from './call.ts';

/** One request as the log keeps it. */
export type Logged = {
  readonly method: string;
  readonly path: string;
  readonly api: Api | 'unknown';
  /** The method's id in the discovery document. */
  readonly id: string;
  readonly kind: 'read' | 'write';
  /** What the caller heard; `0` when the connection was cut. */
  readonly status: number;
};

/** The log of everything that was asked, in order. */
export class Traffic {
  readonly #log: Logged[] = [];

  get log(): readonly Logged[] {
    return this.#log;
  }

  note(logged: Logged): void {
    this.#log.push(logged);
  }

  reset(): void {
    this.#log.length = 0;
  }

  /** How many requests are like this: `traffic.count({ api: 'sheets', kind: 'write' })`. */
  count(like: Partial<Logged> = {}): number {
    return this.#log.filter((each) =>
      Object.entries(like).every(([key, value]) => each[key as keyof Logged] === value),
    ).length;
  }
}
