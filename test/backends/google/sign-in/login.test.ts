import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { login } from '../../../../src/backends/google/sign-in/login.ts';
import { openSignIn } from '../../../../src/backends/google/sign-in/sign-in.ts';
import { createGoogleDouble } from '../../../google-double/google-double.ts';
import { aPace, deskSheetId } from '../stand-in.ts';

const client = {
  id: 'meja.apps.example',
  secret: 'sandi-rahasia',
  kind: 'installed',
  redirectUris: ['http://localhost'],
} as const;

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'vicon-login-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** A desk whose person does in the browser what the test says. */
const aDesk = () => {
  const double = createGoogleDouble({
    data: {
      spreadsheets: [
        {
          id: deskSheetId,
          title: 'Buku Layanan',
          timeZone: 'Asia/Makassar',
          locale: 'in_ID',
          tabs: [],
        },
      ],
    },
  });
  double.world.signIn.clients.set(client.id, client);
  const credentials = join(dir, 'credentials.json');
  const token = join(dir, 'keadaan', 'token.json');
  writeFileSync(
    credentials,
    JSON.stringify({ installed: { client_id: client.id, client_secret: client.secret } }),
    { mode: 0o600 },
  );
  const stop = new AbortController();
  const pages: string[] = [];
  /** Google's page sends the browser on to this address. */
  const sentOn = async (page: string): Promise<string> => {
    const answer = await double.fetch(page, { redirect: 'manual' });
    return answer.headers.get('location') ?? '';
  };
  const signIn = (
    browse: (page: string) => Promise<unknown>,
    more: Readonly<{ port?: number; mail?: boolean }> = {},
  ) => {
    let browsing: Promise<unknown> = Promise.resolve();
    const done = login({
      credentials,
      token,
      fetch: double.fetch,
      signal: stop.signal,
      spreadsheet: deskSheetId,
      hasBrowser: false,
      pace: aPace(),
      showPage: (page) => {
        pages.push(page);
        browsing = browse(page);
      },
      ...more,
    });
    return done.finally(() => browsing.catch(() => undefined));
  };
  return { double, credentials, token, stop, pages, sentOn, signIn };
};

const portOf = (page: string) => new URL(new URL(page).searchParams.get('redirect_uri') ?? '').port;

const isClosed = async (page: string) =>
  fetch(`http://127.0.0.1:${portOf(page)}/`).then(
    () => false,
    () => true,
  );

describe('login', () => {
  test('stores a sign-in that works from then on, for this user only', async () => {
    const desk = aDesk();
    let shown = '';

    await desk.signIn(async (page) => {
      shown = await (await fetch(await desk.sentOn(page))).text();
    });

    expect(shown).toContain('Berhasil masuk');
    expect(statSync(desk.token).mode & 0o777).toBe(0o600);
    expect(statSync(join(dir, 'keadaan')).mode & 0o777).toBe(0o700);
    expect(readdirSync(join(dir, 'keadaan'))).toEqual(['token.json']);
    const signedIn = await openSignIn({ ...desk, fetch: desk.double.fetch });
    signedIn.forgetAccessToken();
    expect((await signedIn.auth.getAccessToken()).token).toEqual(expect.any(String));
    expect(await isClosed(desk.pages[0] ?? '')).toBe(true);
  });

  test('asks for sheet and own files, offline, with state and PKCE, and back to 127.0.0.1', async () => {
    const desk = aDesk();

    await desk.signIn(async (page) => fetch(await desk.sentOn(page)));

    const asked = new URL(desk.pages[0] ?? '').searchParams;
    expect(asked.get('scope')?.split(' ')).toEqual([
      'https://www.googleapis.com/auth/spreadsheets',
      'https://www.googleapis.com/auth/drive.file',
    ]);
    expect(asked.get('access_type')).toBe('offline');
    expect(asked.get('code_challenge_method')).toBe('S256');
    expect(asked.get('state')).toMatch(/^[\w-]{43}$/);
    expect(asked.get('redirect_uri')).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/oauth2callback$/);
  });

  test('asks for the right to send mail where mail leaves by Gmail, and for none to read it', async () => {
    const desk = aDesk();

    await desk.signIn(async (page) => fetch(await desk.sentOn(page)), { mail: true });

    const asked = new URL(desk.pages[0] ?? '').searchParams.get('scope')?.split(' ');
    expect(asked?.filter((scope) => scope.includes('mail'))).toEqual([
      'https://www.googleapis.com/auth/gmail.send',
    ]);
    await openSignIn({ ...desk, mail: true, fetch: desk.double.fetch });
  });

  test('goes on waiting after stray requests, strange states and other methods', async () => {
    const desk = aDesk();
    const statuses: number[] = [];

    await desk.signIn(async (page) => {
      const back = await desk.sentOn(page);
      const strange = new URL(back);
      strange.searchParams.set('state', 'tebakan');
      for (const address of [
        new URL('/favicon.ico', back),
        new URL('/oauth2callback', back),
        strange,
      ])
        statuses.push((await fetch(address)).status);
      statuses.push((await fetch(back, { method: 'POST' })).status);
      statuses.push((await fetch(back)).status);
    });

    expect(statuses).toEqual([404, 404, 404, 404, 200]);
  });

  test('says so when the person refuses, and stores nothing', async () => {
    const desk = aDesk();
    desk.double.world.signIn.consentsAs = undefined;

    const refused = desk.signIn(async (page) => fetch(await desk.sentOn(page)));

    await expect(refused).rejects.toMatchObject({ code: 'consent-refused' });
    expect(readdirSync(dir)).toEqual(['credentials.json']);
    expect(await isClosed(desk.pages[0] ?? '')).toBe(true);
  });

  test('ends when time is up or somebody stops it, and closes its port', async () => {
    const late = aDesk();
    const stopped = aDesk();

    const waited = late.signIn(async () =>
      late.stop.abort(new DOMException('time is up', 'TimeoutError')),
    );
    const ended = stopped.signIn(async () => stopped.stop.abort());

    await expect(waited).rejects.toMatchObject({ code: 'login-timed-out' });
    await expect(ended).rejects.toMatchObject({ code: 'login-stopped' });
    expect(await isClosed(late.pages[0] ?? '')).toBe(true);
    expect(await isClosed(stopped.pages[0] ?? '')).toBe(true);
  });

  test('says that a port is taken', async () => {
    const other = createServer();
    await new Promise<void>((listening) => other.listen(0, '127.0.0.1', listening));
    const address = other.address();
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0;

    const signIn = aDesk().signIn(async () => undefined, { port });

    await expect(signIn).rejects.toMatchObject({
      code: 'login-port',
      what: expect.stringContaining(`Port ${port} `),
    });
    other.close();
  });

  test('can be reached from this machine only', async () => {
    const desk = aDesk();
    const outside = Object.values(networkInterfaces())
      .flat()
      .find((each) => each?.family === 'IPv4' && !each.internal)?.address;
    let isReached = false;

    await desk.signIn(async (page) => {
      if (outside !== undefined) {
        isReached = await fetch(`http://${outside}:${portOf(page)}/`).then(
          () => true,
          () => false,
        );
      }
      await fetch(await desk.sentOn(page));
    });

    expect(isReached).toBe(false);
  });

  test('stores nothing when Google does not take the code, and shows no secret', async () => {
    const desk = aDesk();

    const failed = desk.signIn(async (page) => {
      const back = new URL(await desk.sentOn(page));
      back.searchParams.set('code', 'kode-curian');
      await fetch(back);
    });

    const error = await failed.catch((each: unknown) => each);
    expect(error).toMatchObject({ code: 'consent-not-taken' });
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toMatch(
      /kode-curian|sandi-rahasia/,
    );
    expect(readdirSync(dir)).toEqual(['credentials.json']);
  });

  test('says who signed in, and who did before where that was somebody else', async () => {
    const desk = aDesk();
    const other = { email: 'pengganti@vicon.example', kind: 'user' } as const;
    desk.double.people.shareFile({ fileId: deskSheetId, with: other.email });

    const first = await desk.signIn(async (page) => fetch(await desk.sentOn(page)));
    const again = await desk.signIn(async (page) => fetch(await desk.sentOn(page)));
    desk.double.world.signIn.consentsAs = other;
    const changed = await desk.signIn(async (page) => fetch(await desk.sentOn(page)));

    expect(first).toEqual({ account: 'desk@vicon.example', notices: [] });
    expect(again).toEqual(first);
    expect(changed).toEqual({ account: other.email, former: 'desk@vicon.example', notices: [] });
  });

  test('tells of nobody else before where Google does not say whose sign-in it is', async () => {
    const desk = aDesk();
    await desk.signIn(async (page) => fetch(await desk.sentOn(page)));
    desk.double.faults.add({
      on: { id: 'drive.about.get' },
      fault: { kind: 'refuse', named: 'api-not-enabled' },
    });

    const again = await desk.signIn(async (page) => fetch(await desk.sentOn(page)));

    expect(again).toEqual({ notices: [expect.stringContaining('Google Drive API')] });
  });

  test('keeps the former sign-in where the new account may not open the sheet', async () => {
    const desk = aDesk();
    await desk.signIn(async (page) => fetch(await desk.sentOn(page)));
    const kept = readFileSync(desk.token, 'utf8');
    desk.double.world.signIn.consentsAs = { email: 'lain@vicon.example', kind: 'user' };

    const refused = desk.signIn(async (page) => fetch(await desk.sentOn(page)));

    await expect(refused).rejects.toMatchObject({
      code: 'account-without-sheet',
      what: expect.stringContaining('lain@vicon.example may not open the sheet'),
    });
    expect(readFileSync(desk.token, 'utf8')).toBe(kept);
  });

  test('keeps a sign-in although an API is not enabled yet, and says so', async () => {
    const desk = aDesk();
    desk.double.faults.add({
      on: { api: 'sheets' },
      fault: { kind: 'refuse', named: 'api-not-enabled' },
    });

    const { notices } = await desk.signIn(async (page) => fetch(await desk.sentOn(page)));

    expect(notices).toEqual([expect.stringContaining('Google Sheets API is not enabled')]);
    expect(readdirSync(join(dir, 'keadaan'))).toEqual(['token.json']);
  });

  test('is not for service accounts', async () => {
    const desk = aDesk();
    const { generateKeyPairSync } = await import('node:crypto');
    const { privateKey } = generateKeyPairSync('rsa', {
      modulusLength: 1024,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    });
    writeFileSync(
      desk.credentials,
      JSON.stringify({
        type: 'service_account',
        client_email: 'meja@layanan.example',
        private_key: privateKey,
      }),
    );

    const refused = desk.signIn(async () => undefined);

    await expect(refused).rejects.toMatchObject({ code: 'login-not-needed' });
  });
});
