/**
 * A refusal in Google's own words: status, reason and message, told in the shape of the API that refuses.
 *
 * Sheets and Forms answer `{error: {code, message, status}}`; Drive and Gmail add the older list of reasons,
 * on which clients decide whether to try again.
 */
export class ApiError extends Error {
  readonly status: number;
  readonly reason: string;
  /** Where Drive says the fault lies: the name of a parameter. */
  readonly location: string | undefined;
  /** What newer answers add for programs, such as `SERVICE_DISABLED` and which service. */
  readonly details: readonly unknown[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    refusal: {
      readonly status: number;
      readonly reason: string;
      readonly message: string;
      readonly location?: string;
      readonly details?: readonly unknown[];
    },
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(refusal.message);
    this.status = refusal.status;
    this.reason = refusal.reason;
    this.location = refusal.location;
    this.details = refusal.details ?? [];
    this.headers = headers;
  }
}

const statusNames: Readonly<Record<number, string>> = {
  400: 'INVALID_ARGUMENT',
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  409: 'ALREADY_EXISTS',
  429: 'RESOURCE_EXHAUSTED',
  500: 'INTERNAL',
  501: 'UNIMPLEMENTED',
  503: 'UNAVAILABLE',
  504: 'DEADLINE_EXCEEDED',
};

const usageReason = /rateLimit|accessNotConfigured/iu;

/** The body that Google sends with a refusal. */
export function errorBody(error: ApiError, style: 'drive' | 'plain'): unknown {
  const { status: code, message, reason, location, details } = error;
  const status = statusNames[code] ?? 'UNKNOWN';
  const extra = details.length > 0 ? { details } : {};
  if (style === 'plain') return { error: { code, message, status, ...extra } };
  const fault = {
    message,
    domain: usageReason.test(reason) ? 'usageLimits' : 'global',
    reason,
    ...(location !== undefined && {
      location,
      locationType: location === 'Authorization' ? 'header' : 'parameter',
    }),
  };
  const errors = [fault];
  return { error: { code, message, errors, ...(details.length > 0 && { status, details }) } };
}

export const invalid = (message: string): ApiError =>
  new ApiError({ status: 400, reason: 'badRequest', message });

/** The refusal of a request that was not understood: with what is wrong in it told for programs too. */
export const unreadable = (
  message: string,
  fieldViolations: readonly object[] = [{ description: message }],
): ApiError =>
  new ApiError({
    status: 400,
    reason: 'badRequest',
    message,
    details: [{ '@type': 'type.googleapis.com/google.rpc.BadRequest', fieldViolations }],
  });

export const forbidden = (message = 'The caller does not have permission'): ApiError =>
  new ApiError({ status: 403, reason: 'forbidden', message });

export const notFound = (message = 'Requested entity was not found.'): ApiError =>
  new ApiError({ status: 404, reason: 'notFound', message });

/** Does a part of a batch; its refusal refuses the batch, and says which part it was. */
export function partOf<Done>(part: string, act: () => Done): Done {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    throw invalid(`Invalid ${part}: ${error.message}`);
  }
}
