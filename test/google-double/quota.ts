import type { ApiError } from './api-error.ts';
import type { Api } from './call.ts';
import { quotaExceeded, refusalFor } from './trouble.ts';

/** How many requests a minute may bring: of the whole project, and of each person. */
export type QuotaLimits = {
  readonly project: number;
  readonly user: number;
};

/** Reads and writes of Sheets are counted apart; a batch counts as one. */
const usualSheets: QuotaLimits = { project: 300, user: 60 };
const usualDrive: QuotaLimits = { project: 12_000, user: 12_000 };

const minuteMs = 60_000;

export type Counted = {
  readonly api: Api;
  readonly kind: 'read' | 'write';
  /** Whose request it is. */
  readonly account: string;
};

/**
 * The quotas of a minute, off until switched on.
 *
 * Counted over the last sixty seconds. What is refused does not count; `refused` says how often it came to that.
 */
export class Quota {
  readonly #now: () => number;
  readonly #taken = new Map<string, number[]>();
  #limits: { readonly sheets: QuotaLimits; readonly drive: QuotaLimits } | undefined;
  #refused = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  switchOn(limits: { readonly sheets?: QuotaLimits; readonly drive?: QuotaLimits } = {}): void {
    this.#limits = { sheets: limits.sheets ?? usualSheets, drive: limits.drive ?? usualDrive };
  }

  switchOff(): void {
    this.#limits = undefined;
    this.#taken.clear();
  }

  get refused(): number {
    return this.#refused;
  }

  /** Counts a request, or says why it is one too many. Sign-in, forms and mail are not limited here. */
  before({ api, kind, account }: Counted): ApiError | undefined {
    if (!this.#limits) return undefined;
    if (api === 'sheets') {
      const name = kind === 'read' ? 'Read' : 'Write';
      return this.#count(`sheets ${kind}`, account, this.#limits.sheets, (whose) =>
        quotaExceeded(api, {
          metric: `${name} requests`,
          limit: `${name} requests per minute${whose === 'user' ? ' per user' : ''}`,
        }),
      );
    }
    if (api === 'drive' || api === 'upload') {
      return this.#count('drive', account, this.#limits.drive, (whose) =>
        refusalFor({ named: whose === 'user' ? 'rate-limit' : 'project-rate-limit' }, api),
      );
    }
    return undefined;
  }

  #count(
    what: string,
    account: string,
    limits: QuotaLimits,
    refusal: (whose: 'user' | 'project') => ApiError,
  ): ApiError | undefined {
    const project = this.#lately(what);
    const user = this.#lately(`${what} ${account}`);
    const over =
      user.length >= limits.user
        ? 'user'
        : project.length >= limits.project
          ? 'project'
          : undefined;
    if (over) {
      this.#refused += 1;
      return refusal(over);
    }
    project.push(this.#now());
    user.push(this.#now());
    return undefined;
  }

  /** The moments of the last minute, oldest first. */
  #lately(key: string): number[] {
    const since = this.#now() - minuteMs;
    const recent = (this.#taken.get(key) ?? []).filter((at) => at > since);
    this.#taken.set(key, recent);
    return recent;
  }
}
