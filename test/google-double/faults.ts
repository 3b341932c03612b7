import type { ApiError } from './api-error.ts';
import type { Api } from './call.ts';
import { refusalFor, type Trouble } from './trouble.ts';

/** What the script sees of a request. */
export type FaultTarget = {
  readonly api: Api;
  /** The method's id in the discovery document, such as `drive.files.create`. */
  readonly id: string;
  readonly method: string;
  readonly path: string;
};

/**
 * What goes wrong. `before`: nothing has happened; `after`: it happened, but the caller never hears so.
 *
 * A `delay` lets the request through later; how to wait is up to whoever runs the script.
 */
export type Fault =
  | { readonly kind: 'refuse'; readonly when: 'before' | 'after'; readonly error: ApiError }
  | { readonly kind: 'cut'; readonly when: 'before' | 'after' }
  | { readonly kind: 'delay'; readonly ms: number };

/** Which requests a rule is about; what is left out matches all. */
export type FaultMatch = {
  readonly api?: Api | readonly Api[];
  readonly id?: string;
  readonly method?: string;
  /** A piece of the path, as it came. */
  readonly path?: string;
};

/** One line of the script, also as JSON over `/-/faults`. */
export type FaultRule = {
  readonly on?: FaultMatch;
  /** Counted among the matching requests, from 1: only these. */
  readonly calls?: readonly number[];
  /** How many faults at most; then the rule is spent. */
  readonly times?: number;
  /** Which part of the matching requests, 0 to 1, drawn from the script's own seed. */
  readonly share?: number;
  readonly fault:
    | ({ readonly kind: 'refuse'; readonly when?: 'before' | 'after' } & Trouble)
    | { readonly kind: 'cut'; readonly when?: 'before' | 'after' }
    | { readonly kind: 'delay'; readonly ms: number };
};

type Line = { readonly rule: FaultRule; seen: number; struck: number };

/**
 * The script of everything that goes wrong: rules are asked in the order they were added, the first that strikes wins.
 *
 * The same seed and the same requests give the same faults.
 */
export class FaultScript {
  readonly #lines = new Map<number, Line>();
  #random: () => number;
  #added = 0;

  constructor(seed = 1) {
    this.#random = seeded(seed);
  }

  /** Starts the draw for `share` anew. */
  seed(seed: number): void {
    this.#random = seeded(seed);
  }

  /** Adds a rule; the number that comes back takes it out again. */
  add(rule: FaultRule): number {
    this.#added += 1;
    this.#lines.set(this.#added, { rule, seen: 0, struck: 0 });
    return this.#added;
  }

  remove(number: number): void {
    this.#lines.delete(number);
  }

  clear(): void {
    this.#lines.clear();
  }

  /** How often each rule has struck, by its number. */
  get struck(): Readonly<Record<number, number>> {
    return Object.fromEntries([...this.#lines].map(([number, line]) => [number, line.struck]));
  }

  /** What goes wrong with this request, asked once before it is answered. */
  before(request: FaultTarget): Fault | undefined {
    for (const line of this.#lines.values()) {
      if (matches(line.rule.on ?? {}, request) && this.#strikes(line)) {
        line.struck += 1;
        return faultOf(line.rule, request.api);
      }
    }
    return undefined;
  }

  #strikes(line: Line): boolean {
    const { calls, times = Number.POSITIVE_INFINITY, share = 1 } = line.rule;
    line.seen += 1;
    if (line.struck >= times) return false;
    if (calls && !calls.includes(line.seen)) return false;
    return share >= 1 || this.#random() < share;
  }
}

function matches({ api, id, method, path }: FaultMatch, request: FaultTarget): boolean {
  const isOneOf = api === undefined || [api].flat().includes(request.api);
  return (
    isOneOf &&
    (id === undefined || id === request.id) &&
    (method === undefined || method === request.method) &&
    (path === undefined || request.path.includes(path))
  );
}

function faultOf({ fault }: FaultRule, api: Api): Fault {
  switch (fault.kind) {
    case 'refuse':
      return { kind: 'refuse', when: fault.when ?? 'before', error: refusalFor(fault, api) };
    case 'cut':
      return { kind: 'cut', when: fault.when ?? 'before' };
    case 'delay':
      return fault;
  }
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
