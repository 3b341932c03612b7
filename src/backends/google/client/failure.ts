/** What a failed request to Google tells: whether an answer came, and for what reason it was no. */

export type FailureKind = 'rate' | 'unauthenticated' | 'unavailable' | 'network' | 'refused';

export interface CallFailure {
  readonly kind: FailureKind;
  /** HTTP status; absent when no answer came. */
  readonly status?: number;
  /** Google's word for it: `rateLimitExceeded`, `SERVICE_DISABLED`, `invalid_grant`. */
  readonly reason?: string | undefined;
  /** Google's sentence; to be searched, never shown. */
  readonly text: string;
  /** The API that is not enabled, and the page of the console where that is done. */
  readonly service?: string;
  readonly page?: string;
  readonly retryAfterMs?: number;
  /** Which request of a batch was refused, from 0. */
  readonly refusedRequest?: number;
  /** No connection came about: nothing can have been done. */
  readonly isUnreached?: true;
}

/** Reads an error of gaxios or of fetch. Anything else counts as a refusal, because sending again would not mend it. */
export const readFailure = (error: unknown): CallFailure => {
  const response = child(error, 'response');
  const status = numberOf(child(response, 'status')) ?? numberOf(child(error, 'status'));
  const data = spelledOut(child(response, 'data'));
  const body = child(data, 'error');
  const text = [
    textOf(child(error, 'message')),
    textOf(child(body, 'message')),
    textOf(child(data, 'error_description')),
  ].join(' ');
  const details = listOf(child(body, 'details'));
  const reason =
    textOf(details.map((detail) => child(detail, 'reason')).find(isText)) ||
    textOf(child(listOf(child(body, 'errors'))[0], 'reason')) ||
    textOf(body) ||
    undefined;
  const service =
    details.map((detail) => child(child(detail, 'metadata'), 'serviceTitle')).find(isText) ??
    /((?:Google )?\w+ API) has not been used/.exec(text)?.[1];
  const page = consolePage.exec(text)?.[0];
  const refusedRequest = /\brequests\[(\d+)\]/.exec(text)?.[1];
  const retryAfterMs = retryAfter(child(response, 'headers'));
  return {
    kind: kindOf({ status, reason, error, text }),
    text,
    ...(status !== undefined && { status }),
    ...(reason !== undefined && { reason }),
    ...(service !== undefined && { service }),
    ...(page !== undefined && { page }),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
    ...(refusedRequest !== undefined && { refusedRequest: Number(refusedRequest) }),
    ...(status === undefined && isUnreached(error) && { isUnreached: true }),
  };
};

/** Codes of a connection that was never made, by name server, network or certificate. */
const unreachedCodes =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_\w+|ENETUNREACH|EHOSTUNREACH|UND_ERR_CONNECT_TIMEOUT|UNABLE_TO_VERIFY\w*|CERT_\w+|DEPTH_ZERO_\w+|SELF_SIGNED_\w+|ERR_TLS_CERT_\w+)$/;

const isUnreached = (error: unknown): boolean =>
  codesOf(error).some((code) => unreachedCodes.test(code));

/** Only Google's own console is ever shown as a place to go to. */
const consolePage =
  /https:\/\/console\.(?:developers|cloud)\.google\.com\/[\w./-]+(?:\?project=[\w-]+)?/;

const rateReasons = /^(rateLimitExceeded|userRateLimitExceeded|RATE_LIMIT_EXCEEDED)$/;

/** `quotaExceeded` is a rate only where it speaks of calls: a full Drive says it too, and waiting does not empty it. */
const isRate = ({ reason, text }: Pick<CallFailure, 'reason' | 'text'>): boolean =>
  rateReasons.test(reason ?? '') ||
  (reason === 'quotaExceeded' &&
    /quota metric|usage limit|\brates?\b|requests|queries/i.test(text));

/** No more bytes go in there. */
export const isFull = ({ reason, text }: Pick<CallFailure, 'reason' | 'text'>): boolean =>
  reason === 'storageQuotaExceeded' ||
  noRoom.test(text) ||
  (reason === 'quotaExceeded' && !isRate({ reason, text }));

const noRoom = /storage ?quota|storage limit/i;

const networkCodes =
  /ECONNRESET|ECONNREFUSED|ECONNABORTED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EPIPE|ENETUNREACH|EHOSTUNREACH|UND_ERR|ABORT_ERR|TimeoutError|AbortError|CERT|UNABLE_TO_VERIFY|ERR_SSL|ERR_TLS/;

const kindOf = ({
  status,
  reason,
  error,
  text,
}: {
  readonly status: number | undefined;
  readonly reason: string | undefined;
  readonly error: unknown;
  readonly text: string;
}): FailureKind => {
  if (status === 429) return 'rate';
  if (status === 403 && isFull({ reason, text })) return 'refused';
  if (status === 403 && isRate({ reason, text })) return 'rate';
  // Somebody may have signed in again since; whoever asks reads the stored sign-in anew.
  if (status === 401 || reason === 'invalid_grant') return 'unauthenticated';
  if (status === 408 || (status !== undefined && status >= 500)) return 'unavailable';
  if (status !== undefined) return 'refused';
  const words = [...codesOf(error), text].join(' ');
  return networkCodes.test(words) || /fetch failed|socket hang up|terminated/i.test(words)
    ? 'network'
    : 'refused';
};

/** Codes and names of an error and of those that it came from. */
const codesOf = (error: unknown): readonly string[] => {
  const codes: string[] = [];
  let each = error;
  for (let depth = 0; depth < 5 && each !== undefined; depth += 1) {
    codes.push(textOf(child(each, 'code')), textOf(child(each, 'name')));
    each = child(each, 'cause');
  }
  return codes;
};

/** Google gives whole seconds; a date there would be of a proxy and is left aside. */
const retryAfter = (headers: unknown): number | undefined => {
  const value =
    headers instanceof Headers ? headers.get('retry-after') : child(headers, 'retry-after');
  const seconds = Number(value);
  return isText(value) && Number.isFinite(seconds) && seconds >= 0
    ? Math.min(seconds, 120) * 1000
    : undefined;
};

/** Where the answer was to be read as it comes, a refusal comes as its text. */
const spelledOut = (data: unknown): unknown => {
  if (!isText(data)) return data;
  try {
    return JSON.parse(data);
  } catch {
    return data;
  }
};

const child = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const numberOf = (value: unknown): number | undefined =>
  typeof value === 'number' ? value : undefined;
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
