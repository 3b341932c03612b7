import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { login } from '../../../../src/backends/google/sign-in/login.ts';
import { createGoogleDouble, type GoogleDouble } from '../../../google-double/google-double.ts';
import { aPace, deskSheetId } from '../stand-in.ts';

const client = {
  id: 'meja.apps.example',
  secret: 'sandi-rahasia',
  kind: 'installed',
  redirectUris: ['http://localhost'],
} as const;

let dir = '';
let double: GoogleDouble;
let listening: Awaited<ReturnType<GoogleDouble['listen']>>;
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'vicon-local-auth-'));
  double = createGoogleDouble({
    data: {
      spreadsheets: [
        { id: deskSheetId, title: 'Buku', timeZone: 'Asia/Makassar', locale: 'in_ID', tabs: [] },
      ],
    },
  });
  double.world.signIn.clients.set(client.id, client);
  listening = await double.listen(0);
  mkdirSync(join(dir, 'tmp'));
  vi.stubEnv('NODE_OPTIONS', `--require=${join(import.meta.dirname, 'browser-stub.cjs')}`);
  vi.stubEnv('VICON_TEST_PAGE', join(dir, 'page'));
  vi.stubEnv('VICON_TEST_GOOGLE', listening.url);
  vi.stubEnv('TMPDIR', join(dir, 'tmp'));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await listening.close();
  rmSync(dir, { recursive: true, force: true });
});

type Browse = (page: string, isOpened: boolean) => Promise<unknown>;

const token = () => join(dir, 'keadaan/token.json');
const stored = () => JSON.parse(readFileSync(token(), 'utf8'));

/** Signs in, while a person does in the browser what the test says. */
const signIn = async (browse: Browse, secret: string = client.secret) => {
  const stop = new AbortController();
  const credentials = join(dir, 'credentials.json');
  writeFileSync(
    credentials,
    JSON.stringify({ installed: { client_id: client.id, client_secret: secret } }),
  );
  let browsing: Promise<unknown> = Promise.resolve();
  const done = login({
    credentials,
    token: token(),
    spreadsheet: deskSheetId,
    fetch: double.fetch,
    hasBrowser: true,
    signal: stop.signal,
    pace: aPace(),
    showPage: (page, { isOpened }) => {
      browsing = browse(page, isOpened).then((done) => {
        if (done === 'closed') stop.abort(new DOMException('time is up', 'TimeoutError'));
      });
    },
  });
  try {
    return await done;
  } finally {
    await browsing;
  }
};

const closed: Browse = async () =>
  vi.waitFor(() => {
    expect(existsSync(join(dir, 'page'))).toBe(true);
    return 'closed';
  });

/** Google's page sends the browser on to this address. */
const sentOn = async (page: string): Promise<string> =>
  (await double.fetch(page, { redirect: 'manual' })).headers.get('location') ?? '';

const agree: Browse = async (page) => (await fetch(await sentOn(page))).text();

/** The package answers the browser nothing where the code comes to nothing. */
const agreeInVain: Browse = (page, isOpened) => agree(page, isOpened).catch(() => undefined);

const pathOf = (page = '') =>
  new URL(new URL(page).searchParams.get('redirect_uri') ?? '').pathname;

const isOpen = async (page: string) =>
  fetch(new URL('/', new URL(page).searchParams.get('redirect_uri') ?? '')).then(
    () => true,
    () => false,
  );

describe("consent by Google's own package", () => {
  test('opens the page that is shown, and stores a sign-in like any other', async () => {
    const pages: string[] = [];
    let shown: unknown = '';
    let left: readonly string[] = [];

    const { account } = await signIn(async (page, isOpened) => {
      pages.push(page);
      expect(isOpened).toBe(true);
      left = readdirSync(join(dir, 'tmp'));
      shown = await agree(page, isOpened);
    });

    expect(account).toBe('desk@vicon.example');
    expect(shown).toContain('successful');
    expect(pages).toEqual([readFileSync(join(dir, 'page'), 'utf8')]);
    expect(left).toEqual([]);
    expect(pathOf(pages[0])).toMatch(/^\/[\w-]{43}$/);
    expect(stored()).toMatchObject({
      account,
      clientId: client.id,
      refreshToken: expect.any(String),
      scopes: ['https://www.googleapis.com/auth/spreadsheets', expect.any(String)],
    });
    expect(statSync(token()).mode & 0o777).toBe(0o600);
    expect(await isOpen(pages[0] ?? '')).toBe(false);
  });

  test('gives way to our own after a stray request, which gets nothing', async () => {
    const pages: string[] = [];
    let answer = '';

    await signIn(async (page, isOpened) => {
      pages.push(page);
      if (!isOpened) return agree(page, isOpened);
      const guess = new URL(await sentOn(page));
      guess.pathname = '/oauth2callback';
      answer = await (await fetch(guess)).text();
      return answer;
    });

    expect(answer).toBe('Invalid callback URL');
    expect(pages.map((page) => new URL(page).searchParams.has('code_challenge'))).toEqual([
      false,
      true,
    ]);
    expect(stored().refreshToken).toEqual(expect.any(String));
  });

  test('gives way to our own where nothing lasting comes of it, as with an account that agreed before', async () => {
    await signIn(agree);
    const first = stored().refreshToken;
    const firstPage = readFileSync(join(dir, 'page'), 'utf8');
    const opened: boolean[] = [];

    await signIn(async (page, isOpened) => {
      opened.push(isOpened);
      await agree(page, isOpened);
    });

    expect(opened).toEqual([true, false]);
    // Whoever saw the address of the last time knows nothing of this one.
    expect(pathOf(readFileSync(join(dir, 'page'), 'utf8'))).not.toBe(pathOf(firstPage));
    expect(stored().refreshToken).not.toBe(first);
  });

  test('ends at once when the person refuses, and stores nothing', async () => {
    double.world.signIn.consentsAs = undefined;

    await expect(signIn(agree)).rejects.toMatchObject({ code: 'consent-refused' });

    expect(existsSync(token())).toBe(false);
    expect(readdirSync(join(dir, 'tmp'))).toEqual([]);
  });

  test('ends in time when the tab was closed, its port with it', async () => {
    await expect(signIn(closed)).rejects.toMatchObject({ code: 'login-timed-out' });

    const page = readFileSync(join(dir, 'page'), 'utf8');
    await vi.waitFor(async () => expect(await isOpen(page)).toBe(false));
    expect(readdirSync(join(dir, 'tmp'))).toEqual([]);
  });

  test('tells in words what Google says of the client, and shows no secret', async () => {
    const error = await signIn(agreeInVain, 'sandi-lama').catch((each: unknown) => each);

    expect(error).toMatchObject({ code: 'client-unknown' });
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toMatch(/sandi-lama|4\//);
  });
});
