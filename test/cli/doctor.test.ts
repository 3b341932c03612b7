import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { deskScopes } from '../../src/backends/google/scopes.ts';
import { writeToken } from '../../src/backends/google/token-file.ts';
import type { CheckResult } from '../../src/commands/doctor/check.ts';
import { doctor } from '../../src/commands/doctor.ts';
import { tabs } from '../../src/core/columns.ts';
import { claimDesk } from '../../src/ledger/claim-desk.ts';
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

const settle = (settings: object) =>
  writeFileSync(join(dir, 'layanan-vicon.json'), JSON.stringify(settings));

const see = (more: { readonly fetch?: typeof fetch; readonly nodeVersion?: string } = {}) =>
  doctor(
    { config: join(dir, 'layanan-vicon.json'), progress: () => undefined },
    { now: () => now, ...more },
  );

const states = ({ data }: Awaited<ReturnType<typeof see>>): Readonly<Record<string, string>> =>
  Object.fromEntries((data as readonly CheckResult[]).map(({ check, state }) => [check, state]));

const found = ({ data }: Awaited<ReturnType<typeof see>>, name: string) =>
  (data as readonly CheckResult[]).find(({ check }) => check === name);

const allRight = (names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, 'right']));

describe('doctor on a local desk', () => {
  const workbook = () => join(dir, 'Buku Layanan.xlsx');
  beforeEach(() => {
    settle({});
    cpSync(resolve(import.meta.dirname, '../../templates/buku-layanan.xlsx'), workbook());
  });

  test('finds all well in a new desk, and loads nothing of Google', async () => {
    const answer = await see();

    expect(states(answer)).toEqual(
      allRight([
        'Node version',
        'settings file',
        'workbook',
        'tabs and headers',
        'workbook free',
        'documents folder',
        'templates',
        'ledger',
        'schedule',
      ]),
    );
    expect(answer.exit).toBe(0);
    expect(answer.text).toContain('✓ workbook\n');
    expect(answer.text).toMatch(/All is well\.$/);
  });

  test('says that the settings are missing, and looks no further', async () => {
    rmSync(join(dir, 'layanan-vicon.json'));

    const answer = await see();

    expect(states(answer)).toEqual({
      'Node version': 'right',
      'settings file': 'wrong',
      'everything else': 'skipped',
    });
    expect(answer.exit).toBe(1);
    expect(answer.text).toContain('→ Make a new desk with');
  });

  test('says that the workbook is missing, and goes on with what does not need it', async () => {
    rmSync(workbook());

    const answer = await see();

    expect(states(answer)).toMatchObject({
      workbook: 'wrong',
      'tabs and headers': 'skipped',
      'workbook free': 'skipped',
      templates: 'right',
    });
    expect(answer.exit).toBe(1);
  });

  test('warns while somebody has the workbook open, or another instance is at work', async () => {
    writeFileSync(join(dir, '~$Buku Layanan.xlsx'), '');
    mkdirSync(join(dir, '.layanan-vicon'));
    const path = join(dir, '.layanan-vicon/ledger.db');
    await (await openLedger({ path, desk: 'desk' })).close();
    const claim = await claimDesk({ path });

    const answer = await see();

    await claim.release();
    expect(states(answer)).toMatchObject({ 'workbook free': 'warned', ledger: 'warned' });
    expect(answer.exit).toBe(0);
    expect(answer.text).toMatch(/2 things need a look \(!\)\.$/);
  });

  test('names an old Node and a schedule that is none', async () => {
    settle({ schedule: '99 * * * *' });

    const answer = await see({ nodeVersion: '18.20.4' });

    expect(states(answer)).toMatchObject({ 'Node version': 'wrong', schedule: 'wrong' });
  });
});

describe('doctor on a Google desk', () => {
  /** A desk that is signed in, over a stand-in that the test may spoil. */
  const aDesk = ({
    email = 'desk@vicon.example',
    headers = (name: string): string => name,
    timeZone = 'Asia/Makassar',
    locale = 'in_ID',
    aheadMs = 0,
  } = {}) => {
    const double = createGoogleDouble({
      now: () => now,
      data: {
        spreadsheets: [
          {
            id: sheetId,
            title: 'Buku Layanan',
            timeZone,
            locale,
            tabs: tabs.map(({ name, columns }) => ({
              name,
              rows: [columns.map(({ header }) => headers(header))],
            })),
          },
        ],
      },
    });
    settle({ google: { spreadsheet: sheetId } });
    writeFileSync(
      join(dir, 'credentials.json'),
      JSON.stringify({ installed: { client_id: 'klien', client_secret: 'sandi' } }),
    );
    const { token: accessToken } = double.world.signIn.issueAccessToken({ email, kind: 'user' });
    const refreshToken = double.world.signIn.issueRefreshToken({ email, kind: 'user' });
    writeToken(join(dir, '.layanan-vicon/token.json'), {
      clientId: 'klien',
      refreshToken,
      accessToken,
      accessUntil: now + dayMs,
      scopes: [...deskScopes],
      agreedAt: now - 10 * dayMs,
    });
    const dated: typeof fetch = async (input, init) => {
      const answer = await double.fetch(input, init);
      answer.headers.set('date', new Date(now - aheadMs).toUTCString());
      return answer;
    };
    return { double, refreshToken, see: () => see({ fetch: dated }) };
  };

  test('finds all well, and changes nothing in the sheet', async () => {
    const desk = aDesk();
    const before = JSON.stringify(desk.double.world.spreadsheets.get(sheetId));

    const answer = await desk.see();

    expect(states(answer)).toEqual(
      allRight([
        'Node version',
        'settings file',
        'credentials file',
        'stored sign-in',
        'sign-in',
        'clock',
        'Sheets API',
        'sheet',
        'write access',
        'time zone and locale',
        'tabs and headers',
        'protections',
        'Drive API',
        'place for documents',
        'documents shared with nobody else',
        'templates',
        'ledger',
        'schedule',
      ]),
    );
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
      todo: expect.stringContaining('layanan-vicon login'),
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

  test('names the API that is not enabled', async () => {
    const desk = aDesk();
    desk.double.faults.add({
      on: { api: 'drive' },
      fault: { kind: 'refuse', status: 403, reason: 'accessNotConfigured' },
    });

    const answer = await desk.see();

    expect(found(answer, 'Drive API')).toMatchObject({
      state: 'wrong',
      todo: expect.stringContaining('Enable'),
    });
    expect(states(answer)).toMatchObject({
      'Sheets API': 'right',
      'place for documents': 'skipped',
    });
  });
});
