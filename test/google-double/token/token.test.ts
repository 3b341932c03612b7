import { createHash, generateKeyPairSync } from 'node:crypto';
import { JWT } from 'google-auth-library';
import { describe, expect, test } from 'vitest';
import { createGoogleDouble } from '../google-double.ts';

const start = Date.UTC(2026, 10, 2, 1);
const day = 86_400_000;
const redirect = 'http://localhost:3000/oauth2callback';
const client = {
  id: 'desk.apps.example',
  secret: 'sandi',
  kind: 'installed',
  redirectUris: ['http://localhost'],
} as const;

function anOffice() {
  const clock = { ms: start };
  const double = createGoogleDouble({ now: () => clock.ms });
  double.world.signIn.clients.set(client.id, client);
  const consent = (more: Readonly<Record<string, string>> = {}) => {
    const query = new URLSearchParams({
      client_id: client.id,
      redirect_uri: redirect,
      response_type: 'code',
      scope: 'drive.file',
      access_type: 'offline',
      state: 's1',
      ...more,
    });
    return double.fetch(`https://accounts.google.com/o/oauth2/v2/auth?${query}`, {
      redirect: 'manual',
    });
  };
  const exchange = async (form: Readonly<Record<string, string>>) => {
    const answer = await double.fetch('https://oauth2.googleapis.com/token', {
      method: 'POST',
      body: new URLSearchParams({ client_id: client.id, client_secret: client.secret, ...form }),
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, string> };
  };
  const codeIn = (answer: Response) =>
    new URL(answer.headers.get('location') ?? '').searchParams.get('code') ?? '';
  const redeem = async (code: string, more: Readonly<Record<string, string>> = {}) =>
    exchange({ grant_type: 'authorization_code', code, redirect_uri: redirect, ...more });
  return { double, clock, consent, exchange, codeIn, redeem };
}

const refreshing = (token = '') => ({ grant_type: 'refresh_token', refresh_token: token });

describe('consent', () => {
  test('sends the browser back with a code, once good for tokens', async () => {
    const { consent, codeIn, redeem } = anOffice();

    const answer = await consent();
    const tokens = await redeem(codeIn(answer));
    const again = await redeem(codeIn(answer));

    expect(answer.status).toBe(302);
    expect(new URL(answer.headers.get('location') ?? '').searchParams.get('state')).toBe('s1');
    expect(tokens).toEqual({
      status: 200,
      body: {
        access_token: expect.any(String),
        refresh_token: expect.any(String),
        expires_in: 3599,
        scope: 'drive.file',
        token_type: 'Bearer',
      },
    });
    expect(again.body).toEqual({
      error: 'invalid_grant',
      error_description: 'Malformed auth code.',
    });
  });

  test('refused by the person comes back as access_denied', async () => {
    const { double, consent } = anOffice();
    double.world.signIn.consentsAs = undefined;

    const answer = await consent();

    expect(answer.headers.get('location')).toBe(`${redirect}?state=s1&error=access_denied`);
  });

  test('goes nowhere but where the program is registered', async () => {
    const { consent } = anOffice();

    const answer = await consent({ redirect_uri: 'https://lain.example/kembali' });

    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('redirect_uri_mismatch');
  });

  test('holds a program to its code challenge and its redirect', async () => {
    const { consent, codeIn, redeem } = anOffice();
    const code_challenge = createHash('sha256').update('rahasia').digest('base64url');

    const guessed = await redeem(codeIn(await consent({ code_challenge })), {
      code_verifier: 'tebakan',
    });
    const elsewhere = await redeem(codeIn(await consent()), { redirect_uri: 'http://localhost' });
    const right = await redeem(codeIn(await consent({ code_challenge })), {
      code_verifier: 'rahasia',
    });

    expect([guessed.body['error'], elsewhere.body['error'], right.status]).toEqual([
      'invalid_grant',
      'redirect_uri_mismatch',
      200,
    ]);
  });
});

describe('refresh tokens', () => {
  test('bring access until they are revoked', async () => {
    const { double, consent, codeIn, redeem, exchange } = anOffice();
    const { body } = await redeem(codeIn(await consent()));
    const before = await exchange(refreshing(body['refresh_token']));

    await double.fetch(`https://oauth2.googleapis.com/revoke?token=${body['refresh_token']}`, {
      method: 'POST',
    });

    expect(before.status).toBe(200);
    expect(await exchange(refreshing(body['refresh_token']))).toEqual({
      status: 400,
      body: { error: 'invalid_grant', error_description: 'Token has been expired or revoked.' },
    });
  });

  test('end after seven days while consent stands in testing, and only then', async () => {
    const { double, clock, consent, codeIn, redeem, exchange } = anOffice();
    const { body } = await redeem(codeIn(await consent()));
    double.world.signIn.isTesting = true;

    clock.ms = start + 7 * day - 1;
    const inTime = await exchange(refreshing(body['refresh_token']));
    clock.ms = start + 7 * day;
    const late = await exchange(refreshing(body['refresh_token']));
    double.world.signIn.isTesting = false;
    const published = await exchange(refreshing(body['refresh_token']));

    expect([inTime.status, late.status, published.status]).toEqual([200, 400, 200]);
  });

  test('are of no use to a program with another secret', async () => {
    const { exchange } = anOffice();

    const wrong = await exchange({ ...refreshing('1//x'), client_secret: 'salah' });
    const unknown = await exchange({ ...refreshing('1//x'), client_id: 'siapa' });

    expect([wrong, unknown]).toEqual([
      { status: 401, body: { error: 'invalid_client', error_description: 'Unauthorized' } },
      {
        status: 401,
        body: { error: 'invalid_client', error_description: 'The OAuth client was not found.' },
      },
    ]);
  });
});

describe('access tokens', () => {
  test('end after an hour', async () => {
    const { double, clock, consent, codeIn, redeem } = anOffice();
    const { body } = await redeem(codeIn(await consent()));
    const ask = async () => {
      const answer = await double.fetch('https://www.googleapis.com/drive/v3/files', {
        headers: { authorization: `Bearer ${body['access_token']}` },
      });
      return answer.status;
    };

    const before = await ask();
    clock.ms = start + 3_600_000;

    expect([before, await ask()]).toEqual([200, 401]);
  });
});

describe('service accounts', () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  const email = 'robot@desk.iam.example';

  function signedIn(double: ReturnType<typeof createGoogleDouble>) {
    const auth = new JWT({ email, key: privateKey, scopes: ['drive'] });
    auth.transporter.defaults = { fetchImplementation: double.fetch };
    return auth.authorize();
  }

  test('sign in with an assertion of their key', async () => {
    const double = createGoogleDouble({ now: () => Date.now() });
    double.world.signIn.serviceKeys.set(email, publicKey);

    const { access_token } = await signedIn(double);

    expect(double.world.signIn.holderOf(access_token ?? '')).toEqual({
      email,
      kind: 'service-account',
      program: email,
      sees: 'everything',
    });
  });

  test('are refused when their clock is more than an hour away', async () => {
    const double = createGoogleDouble({ now: () => Date.now() + 3_700_000 });

    await expect(signedIn(double)).rejects.toThrow(/reasonable timeframe/u);
  });

  test('are refused when the account is gone or the key is not theirs', async () => {
    const double = createGoogleDouble({ now: () => Date.now() });
    double.world.signIn.removeAccount(email);
    const gone = await signedIn(double).catch((error: Error) => error.message);
    double.world.signIn.addAccount({ email, kind: 'service-account' });
    const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey;
    double.world.signIn.serviceKeys.set(
      email,
      String(other.export({ type: 'spki', format: 'pem' })),
    );
    const foreign = await signedIn(double).catch((error: Error) => error.message);

    expect([gone, foreign]).toEqual([
      expect.stringContaining('account not found'),
      expect.stringContaining('Invalid JWT Signature'),
    ]);
  });
});
