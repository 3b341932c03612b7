/**
 * How the service talks to Google: one way for every request.
 *
 * googleapis' own retries are off. Here every call is paced to the quota, sent again only where that does no
 * harm, with jittered waits and within bounds, and what still fails is told in words. A pass that cannot finish
 * leaves the rest to the next one.
 */
import type { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import type { forms_v1 } from 'googleapis/build/src/apis/forms/v1.js';
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { ServiceError } from '../../../errors.ts';
import type { Pace } from '../../pace.ts';
import type { Tenure } from '../../tenure.ts';
import { type CallBudget, openCallBudget } from './call-budget.ts';
import { CallInDoubtError } from './call-in-doubt.ts';
import { classify, translateGoogleError } from './errors.ts';
import type { FailureKind } from './failure.ts';
import type { SignedIn } from './signed-in.ts';

/** What every request is sent with: no retries but ours, and an end in time. */
export interface RequestOptions {
  readonly retry: false;
  readonly signal: AbortSignal;
}

export interface Call {
  /** In English, for logs and errors, without a person's data: "read the sheet". */
  readonly what: string;
  readonly kind: 'read' | 'write';
  /** Sending it twice does no harm: reads and absolute values, not a new file without a reserved id. */
  readonly repeatable: boolean;
  /** What the call is about, for the words of a refusal. */
  readonly subject?: 'sheet' | 'document' | 'form';
}

/** A request that no method of googleapis makes. */
export interface RawRequest {
  readonly method: 'POST' | 'PATCH' | 'PUT';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

export interface RawAnswer {
  /** 2xx, or 308: an upload wants to go on. */
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** Google's APIs, loaded when first asked for, and the one way to send a request. */
export interface GoogleClient {
  sheets(): Promise<sheets_v4.Sheets>;
  drive(): Promise<drive_v3.Drive>;
  forms(): Promise<forms_v1.Forms>;
  /** Signed in like every other request; to be sent within `send`, which paces and repeats it. */
  raw(request: RawRequest, options: RequestOptions): Promise<{ readonly data: RawAnswer }>;
  /**
   * @throws ServiceError one of `errors.ts`, when the call failed for good.
   * @throws CallInDoubtError when a call that must not be repeated was cut off.
   */
  send<T>(
    call: Call,
    request: (options: RequestOptions) => Promise<{ readonly data: T }>,
  ): Promise<T>;
}

export interface ClientOptions {
  readonly signedIn: SignedIn;
  readonly fetch: typeof fetch;
  readonly pace: Pace;
  /** Under which the desk is lent to us: calls under quotas that many share, and an end when the desk is lost. */
  readonly tenure?: Tenure;
}

/** A request that says nothing for so long has failed. */
const requestTimeoutMs = 90_000;

/** Waits between attempts: doubled each time, up to the bound, and anything between half and all of it. */
const firstWaitMs = 1_000;
const longestWaitMs = 32_000;

/** So often a call is sent at most: with the waits above about a minute and a half. */
const mostAttempts = 7;

export const openGoogleClient = ({
  signedIn,
  fetch,
  pace,
  tenure,
}: ClientOptions): GoogleClient => {
  const common = { auth: signedIn.auth, fetchImplementation: fetch };
  const budget = tenure ?? openCallBudget(pace);
  return {
    sheets: once(async () => {
      const { sheets } = await import('googleapis/build/src/apis/sheets/index.js');
      return sheets({ version: 'v4', ...common });
    }),
    drive: once(async () => {
      const { drive } = await import('googleapis/build/src/apis/drive/index.js');
      return drive({ version: 'v3', ...common });
    }),
    forms: once(async () => {
      const { forms } = await import('googleapis/build/src/apis/forms/index.js');
      return forms({ version: 'v1', ...common });
    }),
    raw: async ({ method, url, headers, body }, options) => {
      const answer = await signedIn.auth.request({
        ...options,
        method,
        url,
        headers: { ...headers },
        // Bytes as such would be gone through one by one, for secrets, whenever a call fails.
        ...(body !== undefined && { data: typeof body === 'string' ? body : new Blob([body]) }),
        fetchImplementation: fetch,
        validateStatus: (status) => status === 308 || (status >= 200 && status < 300),
      });
      return { data: { status: answer.status, headers: answer.headers, body: answer.data } };
    },
    send: (call, request) => sendPatiently(call, request, { signedIn, budget, pace, tenure }),
  };
};

const sendPatiently = async <T>(
  call: Call,
  request: (options: RequestOptions) => Promise<{ readonly data: T }>,
  {
    signedIn,
    budget,
    pace,
    tenure,
  }: Pick<ClientOptions, 'signedIn' | 'pace'> & {
    readonly budget: CallBudget;
    readonly tenure: Tenure | undefined;
  },
): Promise<T> => {
  let hasRenewedSignIn = false;
  const inWords = (error: unknown): ServiceError =>
    translateGoogleError(error, { ...call, robot: signedIn.email });
  signedIn.takeUpNewSignIn();
  for (let attempt = 1; ; attempt += 1) {
    if (call.subject === 'sheet') await budget.take(call.kind);
    if (call.kind === 'write') await tenure?.stillOurs();
    try {
      const { data } = await request({ retry: false, signal: endOf(tenure) });
      return data;
    } catch (error) {
      if (error instanceof ServiceError) throw error;
      // Whose desk it is by now settles what became of it.
      if (tenure?.signal.aborted && call.kind === 'read') await tenure.stillOurs();
      const { kind, retryAfterMs } = classify(error);
      if (kind === 'rate' && call.subject === 'sheet' && tenure)
        await tenure.refused(call.kind, retryAfterMs);
      if (kind === 'unauthenticated' && !hasRenewedSignIn) {
        hasRenewedSignIn = true;
        signedIn.forgetAccessToken();
        continue;
      }
      if (isInDoubt(kind, call)) throw new CallInDoubtError(inWords(error));
      if (!maySendAgain(kind, call) || attempt === mostAttempts) {
        throw inWords(error);
      }
      await pace.wait(Math.max(retryAfterMs ?? 0, waitBefore(attempt, pace.random())));
    }
  }
};

/** When a request is given up: it says nothing any more, or the desk is another's. */
const endOf = (tenure: Tenure | undefined): AbortSignal => {
  const timeout = AbortSignal.timeout(requestTimeoutMs);
  return tenure === undefined ? timeout : AbortSignal.any([timeout, tenure.signal]);
};

/** Nobody knows whether a write that was cut off took effect. */
const isInDoubt = (kind: FailureKind, { repeatable }: Call): boolean =>
  !repeatable && (kind === 'unavailable' || kind === 'network');

/** A refusal for the rate comes before any effect; after any other failure the effect may be there. */
const maySendAgain = (kind: ReturnType<typeof classify>['kind'], { repeatable }: Call): boolean =>
  kind === 'rate' || (repeatable && (kind === 'unavailable' || kind === 'network'));

const waitBefore = (attempt: number, random: number): number => {
  const longest = Math.min(longestWaitMs, firstWaitMs * 2 ** (attempt - 1));
  return longest / 2 + (longest / 2) * random;
};

const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
};
