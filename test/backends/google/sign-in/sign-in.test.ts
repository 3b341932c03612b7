import { generateKeyPairSync } from 'node:crypto';
import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openGoogleClient } from '../../../../src/backends/google/client/google-client.ts';
import { readCredentials } from '../../../../src/backends/google/sign-in/credentials.ts';
import { deskScopes, scopesFor } from '../../../../src/backends/google/sign-in/scopes.ts';
import { openSignIn } from '../../../../src/backends/google/sign-in/sign-in.ts';
import {
  type StoredSignIn,
  writeToken,
} from '../../../../src/backends/google/sign-in/token-file.ts';
import { createGoogleDouble } from '../../../google-double/google-double.ts';
import { aPace } from '../stand-in.ts';

const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
const serviceAccount = {
  type: 'service_account',
  client_email: 'meja@layanan.example',
  private_key: privateKey,
};
const desktop = { installed: { client_id: 'klien', client_secret: 'sandi-rahasia' } };

let dir = '';
const credentials = () => join(dir, 'credentials.json');
const token = () => join(dir, 'keadaan/token.json');
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'vicon-sign-in-'));
  writeFileSync(credentials(), JSON.stringify(desktop), { mode: 0o600 });
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const aSignIn = (more: Partial<StoredSignIn> = {}): StoredSignIn => ({
  clientId: 'klien',
  refreshToken: 'penyegar',
  scopes: [...deskScopes],
  agreedAt: 0,
  ...more,
});

const open = (fetch = createGoogleDouble().fetch) =>
  openSignIn({ credentials: credentials(), token: token(), fetch });

describe('the credentials file', () => {
  const faultOf = (content: string): string => {
    writeFileSync(credentials(), content);
    try {
      readCredentials(credentials());
      return 'none';
    } catch (error) {
      expect(error).toMatchObject({ code: 'credentials-wrong' });
      const told = String(error);
      expect(told).not.toMatch(/rahasia|AIza/);
      return told;
    }
  };

  test.each([
    ['an API key', 'AIzaSyContohKunciRahasia0000000000000', 'holds an API key'],
    ['no JSON', '{ "installed": rahasia', 'is not valid JSON'],
    ['a web client', JSON.stringify({ web: desktop.installed }), '"Web application"'],
    ['a token', JSON.stringify({ access_token: 'rahasia' }), 'stored sign-in'],
    [
      'a sign-in of gcloud',
      JSON.stringify({ type: 'authorized_user', refresh_token: 'rahasia' }),
      'gcloud',
    ],
    [
      'half a client',
      JSON.stringify({ installed: { client_secret: 'rahasia' } }),
      'lacks "client_id"',
    ],
    [
      'a damaged key',
      JSON.stringify({ ...serviceAccount, private_key: 'rahasia' }),
      'missing or damaged',
    ],
    ['something else', '{"rahasia":1}', 'of another kind'],
  ])('with %s is refused by name, without a word of its content', (_, content, words) => {
    expect(faultOf(content)).toContain(words);
  });

  test('may be of a Desktop app or of a service account, with a byte order mark or not', () => {
    expect(readCredentials(credentials()).kind).toBe('user');

    writeFileSync(credentials(), `\uFEFF${JSON.stringify(serviceAccount)}`);

    expect(readCredentials(credentials()).kind).toBe('service-account');
  });

  test('may be of a public client, which has no secret', async () => {
    writeFileSync(credentials(), JSON.stringify({ installed: { client_id: 'klien' } }));
    writeToken(token(), aSignIn());

    const { auth } = await open();

    expect((await auth.getAccessToken()).token).toEqual(expect.any(String));
  });

  test('as shipped for an example is of the right form', () => {
    const example = join(import.meta.dirname, '../../../../credentials.example.json');

    expect(readCredentials(example).kind).toBe('user');
  });

  test('that is missing is told with where to get one', () => {
    rmSync(credentials());

    expect(() => readCredentials(credentials())).toThrow(/Desktop app/);
  });
});

describe('the sign-in of a person', () => {
  test('is not there before login', async () => {
    await expect(open()).rejects.toMatchObject({
      code: 'not-signed-in',
      todo: expect.stringContaining('npx layanan-vicon login'),
    });
  });

  test.each([0o640, 0o604, 0o660, 0o666])(
    'is refused while others may see it (mode %o)',
    async (mode) => {
      writeToken(token(), aSignIn());
      chmodSync(token(), mode);

      await expect(open()).rejects.toMatchObject({
        code: 'token-too-open',
        todo: expect.stringContaining(`chmod 600 "${token()}"`),
      });
    },
  );

  test.each(['', '{', '[]', '{"refreshToken":"rahasia"}'])(
    'is told to be broken when it reads %j',
    async (text) => {
      writeToken(token(), aSignIn());
      writeFileSync(token(), text);

      const error = await open().catch((each: unknown) => each);

      expect(error).toMatchObject({ code: 'token-broken' });
      expect(String(error)).not.toContain('rahasia');
    },
  );

  test('without the right to read Drive, where photos are wanted, asks for another login', async () => {
    const { fetch } = createGoogleDouble();
    const withPhotos = { credentials: credentials(), token: token(), photos: true, fetch };

    writeToken(token(), aSignIn());
    await expect(openSignIn(withPhotos)).rejects.toMatchObject({
      code: 'scope-missing',
      what: 'The sign-in does not include the right to use: Drive, to read photos.',
    });
    writeToken(token(), aSignIn({ scopes: [...scopesFor({ photos: true })] }));
    expect((await openSignIn(withPhotos)).kind).toBe('user');
  });

  test('of another client, or with less than is needed, asks for another login', async () => {
    writeToken(token(), aSignIn({ clientId: 'klien-lama' }));
    await expect(open()).rejects.toMatchObject({ code: 'token-of-other-client' });

    writeToken(token(), aSignIn({ scopes: [deskScopes[0]] }));
    await expect(open()).rejects.toMatchObject({
      code: 'scope-missing',
      what: 'The sign-in does not include the right to use: Drive.',
    });
  });

  test('renews its access token, and keeps it for this user only, in a file beside the sign-in', async () => {
    writeToken(token(), aSignIn({ agreedAt: 7 }));
    const before = readFileSync(token(), 'utf8');

    const { auth } = await open();
    const { token: access } = await auth.getAccessToken();

    expect(readFileSync(token(), 'utf8')).toBe(before);
    const kept = `${token()}.access`;
    expect(JSON.parse(readFileSync(kept, 'utf8'))).toMatchObject({ accessToken: access });
    expect(statSync(kept).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(dir, 'keadaan'))).toEqual(['token.json', 'token.json.access']);
    expect((await (await open()).auth.getAccessToken()).token).toBe(access);
  });

  test('starts with the access token of last time while that lasts', async () => {
    const double = createGoogleDouble();
    writeToken(
      token(),
      aSignIn({ accessToken: 'masih-berlaku', accessUntil: Date.now() + 3_000_000 }),
    );

    const { auth } = await open(double.fetch);

    expect((await auth.getAccessToken()).token).toBe('masih-berlaku');
    expect(double.traffic.count({})).toBe(0);
  });

  test('asks for another access token after Google refused the one it has', async () => {
    writeToken(token(), aSignIn({ accessToken: 'ditolak', accessUntil: Date.now() + 3_000_000 }));
    const { auth, forgetAccessToken } = await open();

    forgetAccessToken();

    expect((await auth.getAccessToken()).token).not.toBe('ditolak');
  });

  describe('that was made again while the service runs', () => {
    const running = async () => {
      const double = createGoogleDouble();
      writeToken(token(), aSignIn({ accessToken: 'lama', accessUntil: Date.now() + 3_000_000 }));
      const signedIn = await open(double.fetch);
      const client = openGoogleClient({ signedIn, fetch: double.fetch, pace: aPace() });
      const call = { what: 'look', kind: 'read', repeatable: true } as const;
      const ask = async () => {
        const drive = await client.drive();
        return client.send(call, (sending) => drive.about.get({ fields: 'user' }, sending));
      };
      const kept = () => JSON.parse(readFileSync(token(), 'utf8')).refreshToken;
      return { double, signedIn, ask, kept };
    };

    test('is used as soon as the former one is refused', async () => {
      const { double, ask, kept } = await running();
      for (const former of ['lama', 'penyegar']) double.world.signIn.revoke(former);
      await expect(ask()).rejects.toMatchObject({ code: 'sign-in-ended' });

      writeToken(token(), aSignIn({ refreshToken: 'penyegar-baru' }));

      expect(await ask()).toMatchObject({ user: expect.anything() });
      expect(kept()).toBe('penyegar-baru');
    });

    test('is used from the next call on, although the former one still holds', async () => {
      const { double, ask } = await running();
      await ask();
      const other = { email: 'pengganti@vicon.example', kind: 'user' } as const;
      const refreshToken = double.world.signIn.issueRefreshToken(other);

      writeToken(token(), aSignIn({ refreshToken }));

      expect(await ask()).toMatchObject({ user: { emailAddress: other.email } });
    });

    test('with another client is used once both files are there', async () => {
      const { ask, signedIn } = await running();
      const inUse = () => signedIn.auth._clientId;

      writeToken(token(), aSignIn({ clientId: 'klien-baru', refreshToken: 'penyegar-baru' }));
      await ask();
      const between = inUse();
      writeFileSync(credentials(), JSON.stringify({ installed: { client_id: 'klien-baru' } }));
      await ask();

      expect([between, inUse()]).toEqual(['klien', 'klien-baru']);
    });

    test('is not needed where the client was only given another secret', async () => {
      const { double, ask } = await running();
      const { clients } = double.world.signIn;
      const client = { id: 'klien', kind: 'installed', redirectUris: [] } as const;
      clients.set('klien', { ...client, secret: 'sandi-baru' });
      double.world.signIn.revoke('lama');
      await expect(ask()).rejects.toMatchObject({ code: 'client-unknown' });

      writeFileSync(
        credentials(),
        JSON.stringify({ installed: { client_id: 'klien', client_secret: 'sandi-baru' } }),
      );

      expect(await ask()).toMatchObject({ user: expect.anything() });
    });

    test('leaves alone, while the service goes on, what is broken or away for a moment', async () => {
      const { ask } = await running();

      writeFileSync(token(), '{');
      expect(await ask()).toMatchObject({ user: expect.anything() });
      rmSync(token());
      expect(await ask()).toMatchObject({ user: expect.anything() });
    });

    test('is not even written over by a lasting part that Google gave the former one', async () => {
      const { signedIn, kept } = await running();
      const given = { access_token: 'x', refresh_token: 'pengganti', expiry_date: 1 };

      signedIn.auth.emit('tokens', given);
      const before = kept();
      writeToken(token(), aSignIn({ refreshToken: 'penyegar-baru' }));
      signedIn.auth.emit('tokens', given);

      expect([before, kept()]).toEqual(['pengganti', 'penyegar-baru']);
    });

    test('is never written over by the former one', async () => {
      const { signedIn, ask, kept } = await running();
      signedIn.forgetAccessToken();
      writeToken(token(), aSignIn({ refreshToken: 'penyegar-baru' }));

      await ask();
      signedIn.forgetAccessToken();
      await ask();

      expect(kept()).toBe('penyegar-baru');
    });
  });

  test('that cannot be stored is told, and the former one stays', () => {
    writeFileSync(join(dir, 'berkas'), '');

    expect(() => writeToken(join(dir, 'berkas/token.json'), aSignIn())).toThrow(
      /could not be stored/,
    );
  });
});

describe('a service account', () => {
  test.each([0o640, 0o604, 0o666])(
    'is refused while others may see its key (mode %o), without a word of login',
    async (mode) => {
      writeFileSync(credentials(), JSON.stringify(serviceAccount));
      chmodSync(credentials(), mode);

      const error = await open().catch((each: unknown) => each);

      expect(error).toMatchObject({
        code: 'key-too-open',
        what: expect.stringContaining('meja@layanan.example'),
        todo: expect.stringContaining(`chmod 600 "${credentials()}"`),
      });
      expect(String(error)).not.toMatch(/login|PRIVATE/);
    },
  );

  test('takes up a new key of the same account without a start', async () => {
    writeFileSync(credentials(), JSON.stringify(serviceAccount));
    const signedIn = await open();
    const fresh = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    });
    await signedIn.auth.getAccessToken();

    writeFileSync(
      credentials(),
      JSON.stringify({ ...serviceAccount, private_key: fresh.privateKey }),
    );
    signedIn.takeUpNewSignIn();

    expect(signedIn.auth).toMatchObject({ key: fresh.privateKey });
    expect((await signedIn.auth.getAccessToken()).token).toEqual(expect.any(String));
  });

  test('needs no login, and renews its access token by its key', async () => {
    writeFileSync(credentials(), JSON.stringify(serviceAccount), { mode: 0o600 });

    const { auth, kind, forgetAccessToken } = await open();
    const { token: first } = await auth.getAccessToken();
    forgetAccessToken();
    const { token: second } = await auth.getAccessToken();

    expect(kind).toBe('service-account');
    expect(first).toEqual(expect.any(String));
    expect(second).not.toBe(first);
  });
});
