import { ApiError } from './api-error.ts';
import type { Api } from './call.ts';

/** A refusal by status, or one of Google's by name; a reason and a message of one's own go before the usual ones. */
export type Trouble = {
  readonly status?: number;
  readonly reason?: string;
  readonly message?: string;
  readonly named?: 'api-not-enabled' | 'scopes-missing' | 'rate-limit' | 'project-rate-limit';
  /** Seconds for a `Retry-After`. */
  readonly retryAfter?: number;
};

const services: Readonly<Record<Api, readonly [title: string, host: string]>> = {
  sheets: ['Google Sheets API', 'sheets.googleapis.com'],
  drive: ['Google Drive API', 'drive.googleapis.com'],
  upload: ['Google Drive API', 'drive.googleapis.com'],
  forms: ['Google Forms API', 'forms.googleapis.com'],
  gmail: ['Gmail API', 'gmail.googleapis.com'],
  token: ['Google Sign-In', 'oauth2.googleapis.com'],
};

/** The number of the invented project that every program belongs to. */
export const projectNumber = '100200300400';

const usual: Readonly<Record<number, readonly [reason: string, message: string]>> = {
  400: ['badRequest', 'Request contains an invalid argument.'],
  401: [
    'authError',
    'Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.',
  ],
  403: ['forbidden', 'The caller does not have permission'],
  404: ['notFound', 'Requested entity was not found.'],
  408: ['timeout', 'The request timed out.'],
  409: ['aborted', 'The operation was aborted.'],
  429: ['rateLimitExceeded', 'Resource has been exhausted (e.g. check quota).'],
  500: ['internalError', 'Internal error encountered.'],
  502: ['badGateway', 'Bad Gateway'],
  503: ['backendError', 'The service is currently unavailable.'],
  504: ['gatewayTimeout', 'Deadline expired before operation could complete.'],
};

/** The refusal that a trouble stands for, in the words of the API that refuses. */
export function refusalFor(trouble: Trouble, api: Api): ApiError {
  const headers =
    trouble.retryAfter === undefined ? {} : { 'retry-after': String(trouble.retryAfter) };
  if (trouble.named === undefined) {
    const status = trouble.status ?? 503;
    const [reason, message] = usual[status] ?? ['unknown', 'Unknown error.'];
    return new ApiError(
      { status, reason: trouble.reason ?? reason, message: trouble.message ?? message },
      headers,
    );
  }
  switch (trouble.named) {
    case 'api-not-enabled':
      return notEnabled(api);
    case 'scopes-missing':
      return scopesMissing(api);
    case 'rate-limit':
    case 'project-rate-limit':
      return rateLimited(api, trouble.named, headers);
  }
}

/** The answer of an API that nobody switched on in the program's project. */
function notEnabled(api: Api): ApiError {
  const [title, host] = services[api];
  const url = `https://console.developers.google.com/apis/api/${host}/overview?project=${projectNumber}`;
  return new ApiError({
    status: 403,
    reason: 'accessNotConfigured',
    message: `${title} has not been used in project ${projectNumber} before or it is disabled. Enable it by visiting ${url} then retry. If you enabled this API recently, wait a few minutes for the action to propagate to our systems and retry.`,
    details: [
      {
        '@type': 'type.googleapis.com/google.rpc.Help',
        links: [{ description: 'Google developers console API activation', url }],
      },
      {
        '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
        reason: 'SERVICE_DISABLED',
        domain: 'googleapis.com',
        metadata: {
          service: host,
          serviceTitle: title,
          consumer: `projects/${projectNumber}`,
          containerInfo: projectNumber,
          activationUrl: url,
        },
      },
    ],
  });
}

function scopesMissing(api: Api): ApiError {
  const [, host] = services[api];
  return new ApiError({
    status: 403,
    reason: 'insufficientPermissions',
    message: 'Request had insufficient authentication scopes.',
    details: [
      {
        '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
        reason: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT',
        domain: 'googleapis.com',
        metadata: { service: host },
      },
    ],
  });
}

/** Drive says 403 and a reason where the others say 429. */
function rateLimited(
  api: Api,
  named: 'rate-limit' | 'project-rate-limit',
  headers: Readonly<Record<string, string>>,
): ApiError {
  if (api === 'drive' || api === 'upload') {
    const [reason, message] =
      named === 'rate-limit'
        ? [
            'userRateLimitExceeded',
            'User Rate Limit Exceeded. Rate of requests for user exceed configured project quota, you may consider re-evaluating expected per-user traffic to the API and adjust project quota limits accordingly.',
          ]
        : ['rateLimitExceeded', 'Rate Limit Exceeded'];
    return new ApiError({ status: 403, reason, message }, headers);
  }
  return quotaExceeded(api, { metric: 'requests', limit: 'requests per minute' }, headers);
}

/** The answer to one request too many in a minute, as Google words it. */
export function quotaExceeded(
  api: Api,
  {
    metric,
    limit,
    value,
    project = projectNumber,
  }: {
    readonly metric: string;
    readonly limit: string;
    readonly value?: number;
    readonly project?: string;
  },
  headers: Readonly<Record<string, string>> = {},
): ApiError {
  const [, host] = services[api];
  return new ApiError(
    {
      status: 429,
      reason: 'rateLimitExceeded',
      message: `Quota exceeded for quota metric '${metric}' and limit '${limit}' of service '${host}' for consumer 'project_number:${project}'.`,
      details: [
        {
          '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
          reason: 'RATE_LIMIT_EXCEEDED',
          domain: 'googleapis.com',
          metadata: {
            service: host,
            consumer: `projects/${project}`,
            quota_metric: `${host}/${metric.toLowerCase().replaceAll(' ', '_')}`,
            quota_limit: limit.replaceAll(/(?:^| )(\w)/g, (_, letter: string) =>
              letter.toUpperCase(),
            ),
            quota_location: 'global',
            ...(value !== undefined && { quota_limit_value: String(value) }),
          },
        },
        {
          '@type': 'type.googleapis.com/google.rpc.Help',
          links: [
            {
              description: 'Request a higher quota limit.',
              url: 'https://cloud.google.com/docs/quotas/help/request_increase',
            },
          ],
        },
      ],
    },
    headers,
  );
}
