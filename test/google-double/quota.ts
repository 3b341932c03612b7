import type { ApiError } from './api-error.ts';
import type { Api } from './call.ts';
import { projectNumber, quotaExceeded, refusalFor } from './trouble.ts';

/** How many requests a minute may bring: of the whole project, and of each person. */
export type QuotaLimits = {
  readonly project: number;
  readonly user: number;
};

/** Reads and writes of Sheets are counted apart; a batch counts as one. */
const usualSheets: QuotaLimits = { project: 300, user: 60 };
const usualDrive: QuotaLimits = { project: 12_000, user: 12_000 };
/** A mail counts as 100 units, of which a person has 15,000 and a project 1,200,000 a minute. */
const usualGmail: QuotaLimits = { project: 12_000, user: 150 };
/** What an account of Workspace may send in any twenty-four hours, whatever sends it. */
const usualMailsADay = 2000;

const minuteMs = 60_000;
const dayMs = 86_400_000;

export type Limits = {
  readonly sheets?: QuotaLimits;
  readonly drive?: QuotaLimits;
  readonly gmail?: QuotaLimits;
  readonly mailsADay?: number;
};

export type Counted = {
  readonly api: Api;
  readonly kind: 'read' | 'write';
  /** Whose request it is. */
  readonly account: string;
  /** The client id of the program that asks; absent for tokens that no sign-in made. */
  readonly program?: string | undefined;
};

/** Google counts for the project that a client belongs to, and for each of its users apart. */
type Asking = { readonly project: string; readonly account: string };

/**
 * The quotas of a minute and the mails of a day, off until switched on.
 *
 * Counted over the last sixty seconds, or twenty-four hours. What is refused does not count; `refused` says how often it came to that.
 */
export class Quota {
  readonly #now: () => number;
  readonly #taken = new Map<string, number[]>();
  #limits: Required<Limits> | undefined;
  #refused = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  switchOn(limits: Limits = {}): void {
    this.#limits = {
      sheets: limits.sheets ?? usualSheets,
      drive: limits.drive ?? usualDrive,
      gmail: limits.gmail ?? usualGmail,
      mailsADay: limits.mailsADay ?? usualMailsADay,
    };
  }

  switchOff(): void {
    this.#limits = undefined;
    this.#taken.clear();
  }

  get refused(): number {
    return this.#refused;
  }

  /** Counts a request, or says why it is one too many. Sign-in and forms are not limited here. */
  before({ api, kind, account, program }: Counted): ApiError | undefined {
    if (!this.#limits) return undefined;
    const asking = { account, project: projectOf(program) };
    if (api === 'sheets') {
      const name = kind === 'read' ? 'Read' : 'Write';
      const { sheets } = this.#limits;
      return this.#count(`sheets ${kind}`, asking, sheets, (whose) =>
        quotaExceeded(api, {
          metric: `${name} requests`,
          limit: `${name} requests per minute${whose === 'user' ? ' per user' : ''}`,
          value: sheets[whose],
          project: asking.project,
        }),
      );
    }
    if (api === 'drive' || api === 'upload') {
      return this.#count('drive', asking, this.#limits.drive, (whose) =>
        refusalFor({ named: whose === 'user' ? 'rate-limit' : 'project-rate-limit' }, api),
      );
    }
    if (api === 'gmail') return this.#mail(asking, this.#limits);
    return undefined;
  }

  #mail(
    asking: Asking,
    { gmail, mailsADay }: Pick<Required<Limits>, 'gmail' | 'mailsADay'>,
  ): ApiError | undefined {
    const today = this.#lately(`mail ${asking.account}`, dayMs);
    const [first] = today;
    if (first !== undefined && today.length >= mailsADay) {
      this.#refused += 1;
      const until = new Date(first + dayMs).toISOString();
      return refusalFor(
        {
          status: 429,
          message: `User-rate limit exceeded.  Retry after ${until} (Mail sending)`,
        },
        'gmail',
      );
    }
    const refused = this.#count('gmail', asking, gmail, (whose) =>
      quotaExceeded('gmail', {
        metric: 'Queries',
        limit: `Queries per minute${whose === 'user' ? ' per user' : ''}`,
        value: gmail[whose],
        project: asking.project,
      }),
    );
    if (refused === undefined) today.push(this.#now());
    return refused;
  }

  #count(
    what: string,
    { account, project: name }: Asking,
    limits: QuotaLimits,
    refusal: (whose: 'user' | 'project') => ApiError,
  ): ApiError | undefined {
    const project = this.#lately(`${what} ${name}`);
    const user = this.#lately(`${what} ${name} ${account}`);
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

  /** The moments of the last minute, or of so long, oldest first. */
  #lately(key: string, ms = minuteMs): number[] {
    const since = this.#now() - ms;
    const recent = (this.#taken.get(key) ?? []).filter((at) => at > since);
    this.#taken.set(key, recent);
    return recent;
  }
}

/** A client id begins with the number of its project; one without counts as the stand-in's own. */
const projectOf = (program: string | undefined): string =>
  program === undefined ? projectNumber : (/^\d+(?=-)/.exec(program)?.[0] ?? projectNumber);
