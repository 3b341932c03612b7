import { generateKeyPairSync } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { deskScopes, scopesFor } from '../../src/backends/google/sign-in/scopes.ts';
import { type StoredSignIn, writeToken } from '../../src/backends/google/sign-in/token-file.ts';
import type { CheckResult } from '../../src/commands/doctor/check.ts';
import { doctor } from '../../src/commands/doctor.ts';
import { equipmentTab } from '../../src/core/columns/equipment-tab.ts';
import { licenceTab } from '../../src/core/columns/licence-tab.ts';
import { officerTab } from '../../src/core/columns/officer-tab.ts';
import { requestTab } from '../../src/core/columns/request-tab.ts';
import { tabs } from '../../src/core/columns/tabs.ts';
import type { Column } from '../../src/core/sheet/column.ts';
import { openLedger } from '../../src/ledger/open-ledger.ts';
import { createGoogleDouble } from '../google-double/google-double.ts';

const sheetId = 'lembar-layanan-vicon-0001';
const now = Date.UTC(2026, 10, 24, 1);
const dayMs = 86_400_000;

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'vicon-doctor-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const settle = (google: object = {}, others: object = {}) =>
  writeFileSync(
    join(dir, 'layanan-vicon.json'),
    JSON.stringify({ google: { spreadsheet: sheetId, ...google }, ...others }),
  );

const see = (fetch: typeof globalThis.fetch) =>
  doctor(
    { config: join(dir, 'layanan-vicon.json'), progress: () => undefined },
    { now: () => now, fetch },
  );

type Seen = Awaited<ReturnType<typeof see>>;

const states = ({ data }: Seen): Readonly<Record<string, string>> =>
  Object.fromEntries((data as readonly CheckResult[]).map(({ check, state }) => [check, state]));

const found = ({ data }: Seen, name: string) =>
  (data as readonly CheckResult[]).find(({ check }) => check === name);

const credentials = (content: unknown) =>
  writeFileSync(join(dir, 'credentials.json'), JSON.stringify(content), { mode: 0o600 });

const aStoredSignIn = (more: Partial<StoredSignIn> = {}): StoredSignIn => ({
  clientId: 'klien',
  refreshToken: 'penyegar',
  scopes: [...deskScopes],
  agreedAt: now - 10 * dayMs,
  ...more,
});

const tokenFile = () => join(dir, '.layanan-vicon/token.json');
const storeSignIn = (more: Partial<StoredSignIn> = {}) =>
  writeToken(tokenFile(), aStoredSignIn(more));

/** One row, so that there is somebody and something to assign. */
const firstRow = ({ field, kind }: Column): string =>
  kind === 'number' ? '2' : field === 'name' ? 'Satu' : '';
const registers: ReadonlySet<object> = new Set([officerTab, equipmentTab, licenceTab]);

describe('doctor on a Google desk', () => {
  /** A desk that is signed in, over a stand-in that the test may spoil. */
  const aDesk = ({
    email = 'desk@vicon.example',
    headers = (name: string): string => name,
    timeZone = 'Asia/Makassar',
    locale = 'in_ID',
    aheadMs = 0,
    clock = () => now,
  } = {}) => {
    const double = createGoogleDouble({
      now: clock,
      data: {
        spreadsheets: [
          {
            id: sheetId,
            title: 'Buku Layanan',
            timeZone,
            locale,
            tabs: tabs.map((tab) => ({
              name: tab.name,
              rows: [
                tab.columns.map(({ header }) => headers(header)),
                ...(registers.has(tab) ? [tab.columns.map(firstRow)] : []),
              ],
            })),
          },
        ],
      },
    });
    settle();
    credentials({ installed: { client_id: 'klien', client_secret: 'sandi' } });
    const { token: accessToken } = double.world.signIn.issueAccessToken({ email, kind: 'user' });
    const refreshToken = double.world.signIn.issueRefreshToken({ email, kind: 'user' });
    storeSignIn({ refreshToken, accessToken, accessUntil: now + dayMs });
    const dated: typeof fetch = async (input, init) => {
      const answer = await double.fetch(input, init);
      answer.headers.set('date', new Date(now - aheadMs).toUTCString());
      return answer;
    };
    return { double, refreshToken, see: () => see(dated) };
  };

  test('finds all well, and changes nothing in the sheet', async () => {
    const desk = aDesk();
    const before = JSON.stringify(desk.double.world.spreadsheets.get(sheetId));

    const answer = await desk.see();

    const names = (answer.data as readonly CheckResult[]).map(({ check }) => check);
    expect(names).toEqual([
      'Node version',
      'settings file',
      'credentials file',
      'stored sign-in',
      'sign-in',
      'clock',
      'Sheets API',
      'Drive API',
      'sheet',
      'write access',
      'time zone and locale',
      'request form',
      'after-event form',
      'complaint form',
      'tabs and headers',
      'protections',
      'sorting',
      'tables',
      'officers, equipment, licences',
      'place for documents',
      'documents shared with nobody else',
      'templates',
      'ledger',
      'schedule',
    ]);
    expect(states(answer)).toEqual({
      ...Object.fromEntries(names.map((name) => [name, 'right'])),
      'request form': 'skipped',
      'after-event form': 'skipped',
      'complaint form': 'skipped',
    });
    expect(answer.exit).toBe(0);
    expect(JSON.stringify(desk.double.world.spreadsheets.get(sheetId))).toBe(before);
  });

  test('begins with the credentials file, and skips what needs it', async () => {
    const desk = aDesk();
    rmSync(join(dir, 'credentials.json'));

    const answer = await desk.see();

    expect(states(answer)).toMatchObject({
      'credentials file': 'wrong',
      'stored sign-in': 'skipped',
      'sign-in': 'skipped',
      'Sheets API': 'skipped',
      protections: 'skipped',
      'Drive API': 'skipped',
      templates: 'right',
    });
    expect(answer.exit).toBe(1);
    expect(desk.double.traffic.count({})).toBe(0);
  });

  test('says that a sign-in was revoked although its access token would still serve', async () => {
    const desk = aDesk();
    desk.double.world.signIn.revoke(desk.refreshToken);

    const answer = await desk.see();

    expect(found(answer, 'sign-in')).toMatchObject({
      state: 'wrong',
      what: expect.stringContaining('7 days'),
      todo: expect.stringContaining('npx layanan-vicon login'),
    });
  });

  test('says with which account the sheet cannot be opened, by its first letters only', async () => {
    const desk = aDesk({ email: 'sinta.dewi@dinas.example' });

    const answer = await desk.see();

    expect(found(answer, 'sheet')).toMatchObject({
      state: 'wrong',
      what: expect.stringContaining('Signed in: "si…"'),
    });
    expect(states(answer)).toMatchObject({ 'Sheets API': 'right', 'write access': 'skipped' });
    expect(JSON.stringify(answer)).not.toMatch(/sinta\.dewi|dinas\.example/);
  });

  test('tells reading from writing', async () => {
    const desk = aDesk({ email: 'sinta@dinas.example' });
    desk.double.people.shareFile({ fileId: sheetId, with: 'sinta@dinas.example', role: 'reader' });

    const answer = await desk.see();

    expect(states(answer)).toMatchObject({ sheet: 'right', 'write access': 'wrong' });
  });

  test('finds the sheet in the trash', async () => {
    const desk = aDesk();
    desk.double.people.openWithProgram({ fileId: sheetId });
    desk.double.people.trashFile({ fileId: sheetId });

    expect(found(await desk.see(), 'sheet')).toMatchObject({
      state: 'wrong',
      what: expect.stringContaining('trash'),
    });
  });

  test('refuses another time zone, and only warns of another locale', async () => {
    const elsewhere = await aDesk({ timeZone: 'Asia/Jakarta' }).see();
    const american = await aDesk({ locale: 'en_US' }).see();

    expect(states(elsewhere)['time zone and locale']).toBe('wrong');
    expect(states(american)['time zone and locale']).toBe('warned');
    expect(american.exit).toBe(0);
  });

  test('names a needed header that is gone', async () => {
    const desk = aDesk({ headers: (name) => (name === 'Nama Pemohon' ? 'Lain sekali' : name) });

    const answer = await desk.see();

    expect(found(answer, 'tabs and headers')).toMatchObject({
      state: 'wrong',
      what: 'Tab "Permohonan" has no column "Nama Pemohon".',
    });
  });

  test('advises no empty column beside requests whose question was renamed', async () => {
    const desk = aDesk({ headers: (name) => (name === 'Nama Kegiatan' ? 'Acaranya' : name) });
    desk.double.people.typeCells({
      spreadsheetId: sheetId,
      range: 'Permohonan!A2',
      rows: [['23/11/2026 09.00']],
    });

    expect(found(await desk.see(), 'tabs and headers')).toMatchObject({
      state: 'wrong',
      todo: '"Nama Kegiatan" may have been renamed: give it its name back; an empty column would say something else of every row.',
    });
  });

  test('finds a protection over our columns, but not over those of others', async () => {
    const ours = aDesk();
    const theirs = aDesk();
    const block = (
      desk: typeof ours,
      columns: { startColumnIndex: number; endColumnIndex?: number },
    ) => {
      const { files, spreadsheets } = desk.double.world;
      const sheet = spreadsheets.get(sheetId)?.sheets[0];
      const file = files.get(sheetId);
      if (!sheet || !file) throw new Error('The sheet is not there.');
      sheet.protectedRanges = [{ range: columns, editors: { users: [] } }];
      // Who owns the sheet may write anywhere: the desk is only let in.
      const permissions = file.permissions.map((each) => ({ ...each, role: 'writer' as const }));
      files.set(sheetId, { ...file, permissions });
    };
    block(ours, { startColumnIndex: 2 });
    block(theirs, { startColumnIndex: 0, endColumnIndex: 2 });

    expect(states(await ours.see())['protections']).toBe('wrong');
    expect(states(await theirs.see())['protections']).toBe('right');
  });

  test('warns of a clock that is wrong by more than a minute', async () => {
    const desk = aDesk({ aheadMs: 90_000 });

    expect(found(await desk.see(), 'clock')).toMatchObject({
      state: 'warned',
      what: "This machine's clock is 90 seconds ahead of Google's.",
    });
  });

  describe('at the sign-in', () => {
    const cases: readonly (readonly [string, string, () => void, RegExp])[] = [
      [
        'a client of another type',
        'credentials file',
        () => credentials({ web: { client_id: 'klien', client_secret: 'sandi' } }),
        /Web application/,
      ],
      ['nobody signed in', 'stored sign-in', () => rmSync(tokenFile()), /Nobody is signed in/],
      [
        'a sign-in that others can read',
        'stored sign-in',
        () => chmodSync(tokenFile(), 0o644),
        /others on this machine/,
      ],
      [
        'a sign-in of another client',
        'sign-in',
        () => {
          storeSignIn({ clientId: 'lain' });
        },
        /another credentials file/,
      ],
      [
        'a right that was not given',
        'sign-in',
        () => {
          storeSignIn({ scopes: deskScopes.slice(0, 1) });
        },
        /does not include the right to use: Drive/,
      ],
    ];
    test.each(cases)('names %s', async (_, check, spoil, words) => {
      const desk = aDesk();
      rmSync(tokenFile());
      storeSignIn();
      spoil();

      const finding = found(await desk.see(), check);

      expect(finding).toMatchObject({ state: 'wrong', what: expect.stringMatching(words) });
      expect(finding?.todo).toMatch(/npx layanan-vicon login|chmod 600|Desktop app/);
    });

    test('says of a young sign-in that it may end after 7 days', async () => {
      const desk = aDesk();
      storeSignIn({ refreshToken: desk.refreshToken, agreedAt: now - 2 * dayMs });

      expect(found(await desk.see(), 'stored sign-in')?.what).toBe(
        '2 days old; it ends after 7 days if the consent screen is in "Testing"',
      );
    });
  });

  test.each([
    ['sheets', 'Sheets API', 'sheet'],
    ['forms', 'request form', undefined],
    ['drive', 'Drive API', 'place for documents'],
  ] as const)('names the %s API that is not enabled', async (api, check, next) => {
    const desk = aDesk();
    linkAForm(desk);
    desk.double.faults.add({ on: { api }, fault: { kind: 'refuse', named: 'api-not-enabled' } });

    const answer = await desk.see();

    expect(found(answer, check)).toMatchObject({
      state: 'wrong',
      what: expect.stringMatching(/is not enabled/),
      todo: expect.stringMatching(/^Enable it/),
    });
    if (next) expect(states(answer)[next]).toBe('skipped');
  });

  /** A form with these questions, linked to the desk's tab of requests and named in the settings. */
  const linkAForm = (
    { double }: ReturnType<typeof aDesk>,
    { without = '', isLinked = true }: { without?: string; isLinked?: boolean } = {},
  ): string => {
    const questions = requestTab.columns
      .filter(({ owner }) => owner === 'form')
      .map(({ header }) => header)
      .filter((header) => header !== without);
    const formId = double.people.makeForm({ title: 'F', questions, by: 'desk@vicon.example' });
    double.people.openWithProgram({ fileId: formId });
    if (isLinked) {
      double.people.linkForm({ formId, spreadsheetId: sheetId, tab: requestTab.name });
    }
    settle({ form: formId });
    return formId;
  };

  describe('at the request form', () => {
    const formOf = async (spoil: (desk: ReturnType<typeof aDesk>) => void) => {
      const desk = aDesk();
      spoil(desk);
      return found(await desk.see(), 'request form');
    };

    test('finds it well when it is open, asks for all, and fills the sheet', async () => {
      expect(await formOf((desk) => linkAForm(desk))).toMatchObject({ state: 'right' });
    });

    test('knows the one that setup made', async () => {
      const desk = aDesk();
      const formId = linkAForm(desk);
      settle();
      const path = join(dir, '.layanan-vicon/ledger.db');
      const ledger = await openLedger({ path, desk: 'desk' });
      await ledger.remember('google.request-form', formId);
      await ledger.close();

      expect(states(await desk.see())['request form']).toBe('right');
    });

    test('names needed questions that it does not ask', async () => {
      expect(await formOf((desk) => linkAForm(desk, { without: 'Nama Kegiatan' }))).toMatchObject({
        state: 'wrong',
        what: 'The form does not ask for "Nama Kegiatan".',
      });
    });

    test('says that it is linked to no sheet, or to another one', async () => {
      const nowhere = await formOf((desk) => linkAForm(desk, { isLinked: false }));
      const elsewhere = await formOf((desk) => {
        const formId = linkAForm(desk, { isLinked: false });
        const { forms } = desk.double.world;
        const form = forms.get(formId);
        if (form) forms.set(formId, { ...form, link: { spreadsheetId: 'lain', sheetId: 0 } });
      });

      expect(nowhere).toMatchObject({ state: 'wrong', what: expect.stringMatching(/no sheet/) });
      expect(elsewhere).toMatchObject({
        state: 'wrong',
        what: expect.stringMatching(/another sheet/),
        todo: expect.stringMatching(/Unlink form/),
      });
    });

    test('warns that it is closed, and finds it in the trash, or gone', async () => {
      const closed = await formOf((desk) => {
        const formId = linkAForm(desk);
        const { forms } = desk.double.world;
        const form = forms.get(formId);
        if (form) forms.set(formId, { ...form, acceptsResponses: false });
      });
      const trashed = await formOf((desk) =>
        desk.double.people.trashFile({ fileId: linkAForm(desk) }),
      );
      const gone = await formOf(() => settle({ form: 'formulir-yang-tidak-ada' }));

      expect(closed).toMatchObject({ state: 'warned', what: expect.stringMatching(/closed/) });
      expect(trashed).toMatchObject({ state: 'wrong', what: expect.stringMatching(/trash/) });
      expect(gone).toMatchObject({
        state: 'warned',
        what: expect.stringMatching(/made by hand, or the address is wrong/),
        todo: expect.stringMatching(/google\.form/),
      });
    });
  });

  test('only warns of another form that is not linked, and asks for none that the office does not want', async () => {
    const desk = aDesk();
    const questions = ['Nomor Tiket', 'Nama', 'Kontak', 'Jenis', 'Isi'];
    const formId = desk.double.people.makeForm({
      title: 'F',
      questions,
      by: 'desk@vicon.example',
    });
    desk.double.people.openWithProgram({ fileId: formId });
    settle({ complaintForm: formId, afterEventForm: false });

    const answer = await desk.see();

    expect(found(answer, 'complaint form')).toMatchObject({
      state: 'warned',
      what: 'The form is linked to no sheet, so its answers reach nobody.',
    });
    expect(found(answer, 'after-event form')).toMatchObject({
      state: 'skipped',
      what: 'the settings want none',
    });
    expect(answer.exit).toBe(0);
  });

  test('warns of a filter that sorts only some columns, and of answers that nobody reads', async () => {
    const filtered = aDesk();
    const sheet = filtered.double.world.spreadsheets.get(sheetId)?.sheets[0];
    if (sheet) sheet.basicFilter = { range: { startColumnIndex: 0, endColumnIndex: 29 } };
    const twice = aDesk();
    const formId = linkAForm(twice, { isLinked: false });
    twice.double.people.linkForm({ formId, spreadsheetId: sheetId });
    settle();

    expect(found(await filtered.see(), 'sorting')).toMatchObject({
      state: 'warned',
      what: expect.stringMatching(/filter of the tab Permohonan/),
    });
    expect(found(await twice.see(), 'sorting')).toMatchObject({
      state: 'warned',
      what: expect.stringMatching(/Respons Formulir 1 holds answers too/),
    });
  });

  describe('at mail by Gmail', () => {
    const by = 'gmail';
    const aMailDesk = (address: string, scopes = scopesFor({ mail: true })) => {
      const desk = aDesk();
      storeSignIn({ refreshToken: desk.refreshToken, scopes: [...scopes] });
      settle({}, { messages: { by, from: { address } } });
      return desk;
    };

    test('finds it well where the account may send and is the sender, and sends nothing', async () => {
      const desk = aMailDesk('desk@vicon.example');

      expect(states(await desk.see())['mail by Gmail']).toBe('right');
      expect(desk.double.world.mail).toEqual([]);
    });

    test('warns where Google would put the account in the place of the sender', async () => {
      const answer = await aMailDesk('vicon@dinas.example').see();

      expect(found(answer, 'mail by Gmail')).toMatchObject({
        state: 'warned',
        what: expect.stringMatching(/is not the signed-in account \("de…"\)/),
      });
    });

    test('names a right that was not given; the desk itself is well', async () => {
      const answer = await aMailDesk('desk@vicon.example', deskScopes).see();

      expect(states(answer)).toMatchObject({ 'sign-in': 'right', 'mail by Gmail': 'wrong' });
      expect(found(answer, 'mail by Gmail')?.what).toMatch(/Gmail, to send mail/);
    });
  });

  test('warns that nobody and nothing can be assigned yet', async () => {
    const desk = aDesk();
    for (const tab of ['Petugas', 'Akun Zoom']) {
      desk.double.people.deleteLines({
        spreadsheetId: sheetId,
        tab,
        dimension: 'ROWS',
        at: 1,
      });
    }

    expect(found(await desk.see(), 'officers, equipment, licences')).toMatchObject({
      state: 'warned',
      what: 'Nothing to assign stands in "Petugas" (Nama), "Akun Zoom" (Akun) yet.',
    });
  });

  describe('at the place for documents', () => {
    const placeOf = async (spoil: (desk: ReturnType<typeof aDesk>) => string | undefined) => {
      const desk = aDesk();
      settle({ folder: spoil(desk) });
      return found(await desk.see(), 'place for documents');
    };
    const by = 'desk@vicon.example';
    const shown = ({ double }: ReturnType<typeof aDesk>, fileId: string): string => {
      double.people.openWithProgram({ fileId });
      return fileId;
    };

    test('takes a folder of one’s own', async () => {
      expect(
        await placeOf((desk) =>
          shown(desk, desk.double.people.makeFolder({ name: 'Dokumen', by })),
        ),
      ).toMatchObject({ state: 'right' });
    });

    test('names a folder that lies in the trash, may not be written, or is none', async () => {
      const trashed = await placeOf((desk) => {
        const folder = desk.double.people.makeFolder({ name: 'Dokumen', by });
        desk.double.people.trashFile({ fileId: folder });
        return shown(desk, folder);
      });
      const closed = await placeOf((desk) => {
        const { double } = desk;
        const folder = double.people.makeFolder({ name: 'Dokumen', by: 'lain@dinas.example' });
        double.people.shareFile({ fileId: folder, with: by, role: 'reader' });
        return shown(desk, folder);
      });
      const none = await placeOf((desk) => shown(desk, sheetId));

      expect(trashed).toMatchObject({ state: 'wrong', what: expect.stringMatching(/trash/) });
      expect(closed).toMatchObject({ state: 'wrong', todo: expect.stringMatching(/add files/) });
      expect(none).toMatchObject({ state: 'wrong', what: expect.stringMatching(/no folder/) });
    });

    test('says that a service account needs a shared drive', async () => {
      // A key is used with a claim about the time, which the library takes from the wall clock.
      const desk = aDesk({ clock: Date.now });
      const email = 'meja@layanan.example';
      const { privateKey } = generateKeyPairSync('rsa', {
        modulusLength: 2048,
        publicKeyEncoding: { type: 'spki', format: 'pem' },
        privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      });
      credentials({ type: 'service_account', client_email: email, private_key: privateKey });
      desk.double.people.shareFile({ fileId: sheetId, with: email });

      const alone = await desk.see();
      settle({
        folder: desk.double.people.makeSharedDrive({
          name: 'Dinas',
          members: { [email]: 'writer' },
        }),
      });
      const shared = await desk.see();

      expect(found(alone, 'credentials file')?.what).toBe(`service account ${email}`);
      expect(found(alone, 'place for documents')).toMatchObject({
        state: 'wrong',
        todo: expect.stringMatching(/shared drive/),
      });
      expect(found(shared, 'place for documents')).toMatchObject({ state: 'right' });
    });
  });

  test('names templates that cannot be used, and a ledger that is none', async () => {
    const desk = aDesk();
    mkdirSync(join(dir, 'templat'));
    writeFileSync(join(dir, 'templat/laporan-kegiatan.docx'), 'bukan Word');
    writeFileSync(join(dir, 'buku.db'), 'bukan buku besar layanan');
    settle({}, { templates: 'templat', ledger: 'buku.db' });

    expect(states(await desk.see())).toMatchObject({ templates: 'wrong', ledger: 'wrong' });
  });
});
