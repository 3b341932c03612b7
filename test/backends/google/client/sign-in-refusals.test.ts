import { describe, expect, test } from 'vitest';
import { translateGoogleError } from '../../../../src/backends/google/client/errors.ts';

/** As the token endpoint refuses. */
const refusal = (error: string, error_description: string, status = 400) =>
  Object.assign(new Error(error), {
    status,
    response: { status, headers: new Headers(), data: { error, error_description } },
  });

const told = (error: unknown, call: Partial<Parameters<typeof translateGoogleError>[1]> = {}) => {
  const { code, what, todo } = translateGoogleError(error, { what: 'read the sheet', ...call });
  return { code, what, todo };
};

const robot = 'meja@kantor.iam.example';

describe('what ends a sign-in', () => {
  test.each([
    [
      'taken back, or ended for one of the reasons that Google does not tell',
      refusal('invalid_grant', 'Token has been expired or revoked.'),
      /taken back.*7 days.*six months.*100 times.*password/s,
      /login" again.*In production|login" again.*publish/s,
    ],
    [
      'a new sign-in every so many hours',
      refusal('invalid_grant', 'reauth related error (invalid_rapt)'),
      /every so many hours/,
      /trusted.*service account/,
    ],
    [
      "an administrator's policy",
      refusal('admin_policy_enforced', 'Bad Request'),
      /administrator/,
      /App access control/,
    ],
    [
      'an account that is gone',
      refusal('invalid_grant', 'Account has been deleted'),
      /account.*deleted or disabled/,
      /another account/,
    ],
  ])('is told as Google says it: %s', (_, error, what, todo) => {
    expect(told(error)).toEqual({
      code: 'sign-in-ended',
      what: expect.stringMatching(what),
      todo: expect.stringMatching(todo),
    });
  });

  test.each([
    ['deleted_client', 'The OAuth client was deleted.', /30 days/],
    ['disabled_client', 'The OAuth client was disabled.', /30 days/],
    ['invalid_client', 'Unauthorized', /shown once.*"Add secret"/],
    ['invalid_client', 'The provided client secret is invalid.', /shown once.*"Add secret"/],
  ])('may be the client: %s (%s)', (error, description, todo) => {
    expect(told(refusal(error, description, 401))).toMatchObject({
      code: 'client-unknown',
      todo: expect.stringMatching(todo),
    });
  });

  test('is no end of it where only the answer from the browser was not taken', () => {
    const error = refusal('invalid_grant', 'Malformed auth code.');

    expect(told(error, { subject: 'consent' }).code).toBe('consent-not-taken');
  });
});

describe('a refused service account', () => {
  const forbidden = (status: number) =>
    Object.assign(new Error('no'), {
      response: { status, headers: new Headers(), data: { error: { code: status } } },
    });

  test.each([
    ['an unknown key', refusal('invalid_grant', 'Invalid JWT Signature.'), 'key-refused'],
    [
      'an account that is gone',
      refusal('invalid_grant', 'Invalid grant: account not found'),
      'key-refused',
    ],
    ['an access token without effect', forbidden(401), 'key-refused'],
    ['a sheet that is not shared', forbidden(403), 'sheet-not-shared'],
    [
      'too few rights',
      Object.assign(new Error('Request had insufficient authentication scopes.'), { status: 403 }),
      'scope-missing',
    ],
  ])('is never sent to login: %s', (_, error, code) => {
    const { what, todo, ...known } = told(error, { subject: 'sheet', robot });

    expect(known.code).toBe(code);
    expect(`${what} ${todo}`).not.toContain('login');
    if (code !== 'scope-missing') expect(what).toContain(robot);
  });

  test('is told which address the sheet is to be shared with', () => {
    expect(told(forbidden(403), { subject: 'sheet', robot }).todo).toBe(
      `Share the sheet with ${robot} as Editor.`,
    );
  });
});
