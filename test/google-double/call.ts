import type { Account } from './accounts.ts';
import { unreadable } from './api-error.ts';
import type { World } from './world.ts';

/** One request as it comes off the wire, from a socket or from `fetchImplementation`. */
export type ApiRequest = {
  readonly method: string;
  /** Scheme, host and port under which the caller reached us: upload addresses are built on it. */
  readonly origin: string;
  /** Still percent-encoded, because a range may hold `/` and `:`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  readonly body: Uint8Array;
};

/** What goes back over the wire. */
export type ApiAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
};

/** A request that found its endpoint: who asks, about what, in which world. */
export type Call = ApiRequest & {
  readonly world: World;
  readonly account: Account;
  /** The variable pieces of the path, decoded, in order. */
  readonly pieces: readonly string[];
};

/** What an endpoint says: JSON for most, bytes for downloads; `200` unless it says otherwise. */
export type Reply = {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly bytes?: Uint8Array;
};

/** The JSON object in the body; an empty body counts as an empty object. */
export function jsonBody(call: ApiRequest): unknown {
  const text = new TextDecoder().decode(call.body).trim();
  if (text === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch {
    // Falls through to the refusal: not JSON and not an object read the same to a caller.
  }
  throw unreadable('Invalid JSON payload received. Expected an object.');
}

/** The message in the body, in which a field of `null` counts as left out. */
export const messageBody = (call: ApiRequest): unknown => withoutNulls(jsonBody(call));

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, each]) =>
      each === null ? [] : [[name, withoutNulls(each)]],
    ),
  );
}

/** A yes or no in the query; Google also takes `True`. */
export const isSet = (query: URLSearchParams, name: string): boolean =>
  query.get(name)?.toLowerCase() === 'true';

export const piece = (call: Call, index: number): string => call.pieces[index] ?? '';

/** Which of Google's services a request is for; `upload` is Drive's second door, for bytes. */
export type Api = 'sheets' | 'drive' | 'forms' | 'gmail' | 'token' | 'upload';

/** One endpoint: which requests it takes, and what it answers. */
export type Route = {
  readonly method: string;
  /** Over the whole path as it came, still encoded; its groups become the `pieces` of a call, decoded. */
  readonly path: RegExp;
  readonly api: Api;
  /** The method's id in the discovery document, such as `drive.files.create`. */
  readonly id: string;
  readonly handle: (call: Call) => Reply | Promise<Reply>;
};
