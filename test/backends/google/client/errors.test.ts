import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classify, translateGoogleError } from '../../../../src/backends/google/client/errors.ts';
import { clientsOf } from '../../../google-double/google-clients.ts';
import { createGoogleDouble } from '../../../google-double/google-double.ts';

/** An error as gaxios throws it: Google's answer, and the request with everything that must stay unsaid. */
const anAnswer = ({
  status,
  reason,
  message = 'no',
  headers = {},
}: {
  readonly status: number;
  readonly reason?: string;
  readonly message?: string;
  readonly headers?: Readonly<Record<string, string>>;
}) =>
  Object.assign(new Error(message), {
    status,
    config: { headers: { authorization: 'Bearer ya29.rahasia' } },
    response: {
      status,
      headers: new Headers(headers),
      data: { error: { code: status, message, errors: [{ reason }] } },
    },
  });

const aTokenAnswer = (error: string, error_description: string, status = 400) =>
  Object.assign(new Error(error), {
    status,
    response: { status, headers: new Headers(), data: { error, error_description } },
  });

const codeFor = (error: unknown, subject?: 'sheet' | 'document' | 'form') =>
  translateGoogleError(error, { what: 'try', ...(subject && { subject }) }).code;

describe('an error of Google in words', () => {
  test.each([
    [
      'the calls of a day used up',
      anAnswer({ status: 403, reason: 'dailyLimitExceeded' }),
      'daily-limit',
    ],
    [
      'a shared drive full of files',
      anAnswer({ status: 403, reason: 'teamDriveFileLimitExceeded' }),
      'too-many-files',
    ],
    [
      'a revoked or ended sign-in',
      aTokenAnswer('invalid_grant', 'Token has been expired or revoked.'),
      'sign-in-ended',
    ],
    [
      'a wrong clock',
      aTokenAnswer(
        'invalid_grant',
        'Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. Check your iat and exp values in the JWT claim.',
      ),
      'clock-skew',
    ],
    [
      'a key that was removed',
      aTokenAnswer('invalid_grant', 'Invalid JWT Signature.'),
      'key-refused',
    ],
    [
      'a client that was deleted',
      aTokenAnswer('deleted_client', 'The OAuth client was deleted.', 401),
      'client-unknown',
    ],
    [
      'an access token that is not taken',
      anAnswer({ status: 401, reason: 'authError' }),
      'not-signed-in',
    ],
    ['no storage', anAnswer({ status: 403, reason: 'storageQuotaExceeded' }), 'no-storage'],
    [
      'a full Drive under the word for rates',
      anAnswer({
        status: 403,
        reason: 'quotaExceeded',
        message: 'The storage quota of this Drive is used up.',
      }),
      'no-storage',
    ],
    [
      'a full Drive in the words of its error guide',
      anAnswer({
        status: 403,
        reason: 'quotaExceeded',
        message: 'The user has exceeded their Drive quota.',
      }),
      'no-storage',
    ],
    [
      'usage limits under the word for quotas',
      anAnswer({ status: 403, reason: 'quotaExceeded', message: 'Usage limits exceeded.' }),
      'rate-limit',
    ],
    [
      'a file of Excel that was opened in the browser',
      anAnswer({
        status: 400,
        reason: 'failedPrecondition',
        message: 'This operation is not supported for this document',
      }),
      'office-file',
    ],
    [
      'a column whose type keeps its values',
      anAnswer({
        status: 400,
        message:
          'Invalid requests[3].updateCells: This operation is not allowed on cells in typed columns.',
      }),
      'typed-column',
    ],
    [
      'a rate under the word for quotas',
      anAnswer({
        status: 403,
        reason: 'quotaExceeded',
        message: 'Quota exceeded for quota metric',
      }),
      'rate-limit',
    ],
    [
      'a rate limit of Sheets',
      anAnswer({ status: 429, reason: 'rateLimitExceeded' }),
      'rate-limit',
    ],
    [
      'a rate limit of Drive',
      anAnswer({ status: 403, reason: 'userRateLimitExceeded' }),
      'rate-limit',
    ],
    ['an outage', anAnswer({ status: 503 }), 'google-unavailable'],
    [
      'a protected range',
      anAnswer({
        status: 400,
        message:
          'Invalid requests[0].updateCells: You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
      }),
      'protected',
    ],
    [
      'too many cells',
      anAnswer({
        status: 400,
        message:
          'This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
      }),
      'cell-limit',
    ],
    ['anything else', anAnswer({ status: 418, reason: 'teapot' }), 'google-refused'],
  ])('tells %s', (_, error, code) => {
    expect(codeFor(error)).toBe(code);
  });

  test('tells sheet, document and form apart where Google gives but a number', () => {
    const gone = anAnswer({ status: 404, reason: 'notFound' });
    const forbidden = anAnswer({ status: 403, reason: 'forbidden' });

    expect(codeFor(gone, 'sheet')).toBe('sheet-not-found');
    expect(codeFor(forbidden, 'sheet')).toBe('sheet-not-shared');
    expect(codeFor(gone, 'document')).toBe('document-not-found');
    expect(codeFor(forbidden, 'document')).toBe('document-not-shared');
    expect(codeFor(gone, 'form')).toBe('form-not-found');
  });

  test('counts which request of a batch was refused', () => {
    const message = 'Invalid requests[12].setBasicFilter: a filter may not overlap a table.';

    const error = translateGoogleError(anAnswer({ status: 400, message }), { what: 'try' });

    expect(error).toMatchObject({ refusedRequest: 12 });
  });

  test('does not take a message for a wrong clock because of some letters in it', () => {
    const message = 'The user is not associated with an appropriate plan.';

    expect(codeFor(anAnswer({ status: 403, message }), 'sheet')).toBe('sheet-not-shared');
  });

  test.each([
    ['ECONNREFUSED', true],
    ['ENOTFOUND', true],
    ['ETIMEDOUT', false],
    ['UND_ERR_SOCKET', false],
    ['CERT_HAS_EXPIRED', true],
  ])('takes %s, however deep, for the network', (code, isUnreached) => {
    const error = new TypeError('x', { cause: new Error('y', { cause: { code } }) });

    expect(classify(error)).toEqual({
      kind: 'network',
      text: expect.any(String),
      ...(isUnreached && { isUnreached }),
    });
    expect(codeFor(error)).toBe('network');
  });

  test('names the API that is not enabled and the page where to enable it', async () => {
    const double = createGoogleDouble();
    double.faults.add({
      on: { api: 'drive' },
      fault: { kind: 'refuse', named: 'api-not-enabled' },
    });
    const refused: unknown = await clientsOf(double)
      .drive.about.get({ fields: 'user' })
      .catch((error: unknown) => error);

    const { code, what, todo } = translateGoogleError(refused, { what: 'ask' });

    expect(code).toBe('api-not-enabled');
    expect(what).toMatch(/^Google Drive API is not enabled/);
    expect(todo).toContain(
      'https://console.developers.google.com/apis/api/drive.googleapis.com/overview?project=100200300400',
    );
  });

  test('asks for another login when a right is missing', async () => {
    const double = createGoogleDouble();
    double.faults.add({ on: { api: 'drive' }, fault: { kind: 'refuse', named: 'scopes-missing' } });
    const refused: unknown = await clientsOf(double)
      .drive.about.get({ fields: 'user' })
      .catch((error: unknown) => error);

    expect(codeFor(refused)).toBe('scope-missing');
  });

  test('waits as long as Google asks, but not for hours', () => {
    const asking = (seconds: string) =>
      classify(anAnswer({ status: 429, headers: { 'retry-after': seconds } })).retryAfterMs;

    expect(asking('7')).toBe(7_000);
    expect(asking('86400')).toBe(120_000);
    expect(asking('Wed, 21 Oct 2026 07:28:00 GMT')).toBeUndefined();
  });

  test('never repeats what stood in the request or in the answer', () => {
    const secret = 'ya29.rahasia sinta@dinas.example';
    fc.assert(
      fc.property(
        fc.constantFrom(400, 401, 403, 404, 409, 429, 500, 503),
        fc.constantFrom('forbidden', 'notFound', 'invalid_grant', 'accessNotConfigured', undefined),
        fc.constantFrom('sheet', 'document', 'form', undefined),
        (status, reason, subject) => {
          const error = translateGoogleError(
            anAnswer({ status, message: secret, ...(reason && { reason }) }),
            { what: 'try', ...(subject && { subject }) },
          );

          expect(error.cause).toBeUndefined();
          const all = JSON.stringify(error, Object.getOwnPropertyNames(error));
          expect(all).not.toMatch(/rahasia|sinta/);
        },
      ),
    );
  });

  test('passes on what was translated before', () => {
    const once = translateGoogleError(anAnswer({ status: 503 }), { what: 'try' });

    expect(translateGoogleError(once, { what: 'try again' })).toBe(once);
  });
});
