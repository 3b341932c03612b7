import { generateKeyPairSync } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deskScopes } from '../../../src/backends/google/sign-in/scopes.ts';
import { writeToken } from '../../../src/backends/google/sign-in/token-file.ts';
import { type CheckResult, runChecks } from '../../../src/commands/doctor/check.ts';
import { googleChecks } from '../../../src/commands/doctor/google-checks.ts';
import type { GoogleToCheck } from '../../../src/commands/doctor/sign-in-checks.ts';
import { requestTab } from '../../../src/core/columns/request-tab.ts';
import { tabs } from '../../../src/core/columns/tabs.ts';
import { createGoogleDouble, type GoogleDouble } from '../../google-double/google-double.ts';

const sheetId = 'lembar-layanan-vicon-0001';
const email = 'desk@vicon.example';
const now = Date.UTC(2026, 10, 24, 1);
const dayMs = 86_400_000;

const answerHeaders = requestTab.columns
  .filter(({ owner }) => owner === 'form')
  .map(({ header }) => header);
/** Where the service's own columns begin in the tab of requests. */
const ours = requestTab.columns.findIndex(({ owner }) => owner === 'service');

let dir = '';
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'vicon-broken-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

interface Desk {
  readonly double: GoogleDouble;
  readonly formId: string;
  readonly refreshToken: string;
  readonly token: string;
  readonly credentials: string;
  /** What of the settings is otherwise than in a desk that is well. */
  settings: Partial<GoogleToCheck>;
  /** How far Google's clock is behind this machine's. */
  behindMs: number;
  /** What it answers instead to addresses that hold this word. */
  otherwise: { readonly to: string; readonly body: object; readonly status: number } | undefined;
}

/** A desk that is well: its sheet shows in Drive, its form is linked and open to anyone. */
const aDesk = (): Desk => {
  const double = createGoogleDouble({
    now: () => now,
    data: {
      spreadsheets: [
        {
          id: sheetId,
          title: 'Buku Layanan',
          timeZone: 'Asia/Makassar',
          locale: 'in_ID',
          tabs: tabs.map(({ name, columns }) => ({
            name,
            rows: [
              columns.map(({ header }) => header),
              columns.map(({ field, kind }) =>
                name === requestTab.name
                  ? ''
                  : kind === 'number'
                    ? '2'
                    : field === 'name'
                      ? 'Satu'
                      : '',
              ),
            ],
          })),
        },
      ],
    },
  });
  double.people.openWithProgram({ fileId: sheetId });
  const formId = double.people.makeForm({ title: 'F', questions: answerHeaders, by: email });
  double.people.openWithProgram({ fileId: formId });
  double.people.linkForm({ formId, spreadsheetId: sheetId, tab: requestTab.name });
  const credentials = join(dir, 'credentials.json');
  const installed = { client_id: 'klien', client_secret: 'sandi' };
  writeFileSync(credentials, JSON.stringify({ installed }));
  const token = join(dir, 'token.json');
  const refreshToken = double.world.signIn.issueRefreshToken({ email, kind: 'user' });
  const desk = {
    double,
    formId,
    refreshToken,
    token,
    credentials,
    settings: {},
    behindMs: 0,
    otherwise: undefined,
  };
  signIn(desk);
  return desk;
};

const signIn = ({ token, refreshToken }: Desk, more: object = {}): void =>
  writeToken(token, {
    clientId: 'klien',
    refreshToken,
    scopes: [...deskScopes],
    agreedAt: now - 10 * dayMs,
    ...more,
  });

const look = async (desk: Desk): Promise<readonly CheckResult[]> => {
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const { otherwise, double } = desk;
    const request = new Request(input, init);
    const answer = request.url.includes(otherwise?.to ?? '\n')
      ? Response.json(otherwise?.body, { status: otherwise?.status ?? 200 })
      : await double.fetch(request);
    answer.headers.set('date', new Date(now - desk.behindMs).toUTCString());
    return answer;
  };
  const google: GoogleToCheck = {
    spreadsheet: sheetId,
    form: desk.formId,
    credentials: desk.credentials,
    token: desk.token,
    photos: false,
    timeZone: 'Asia/Makassar',
    mailFrom: undefined,
    ledger: join(dir, 'none.db'),
    now: () => now,
    fetch,
    ...desk.settings,
  };
  return runChecks(googleChecks(google), () => undefined);
};

const refuse = ({ double }: Desk, api: 'sheets' | 'drive' | 'forms'): void => {
  const fault = { kind: 'refuse', named: 'api-not-enabled' } as const;
  double.faults.add({ on: { api }, fault });
};

const requests = ({ double }: Desk) => {
  const tab = double.world.spreadsheets
    .get(sheetId)
    ?.sheets.find(({ properties }) => properties.title === requestTab.name);
  if (!tab) throw new Error('no tab of requests');
  return tab;
};

const rename = (desk: Desk, header: string, to: string): void => {
  const spec = requestTab.columns.findIndex((column) => column.header === header);
  const cell = requests(desk).rows[0]?.[spec];
  if (!cell) throw new Error('no such header');
  Object.assign(cell, { userEnteredValue: { stringValue: to } });
};

const answers = (desk: Desk, to: string, body: object, status = 200): void => {
  desk.otherwise = { to, body, status };
};

const inSettings = (desk: Desk, settings: Partial<GoogleToCheck>): void => {
  desk.settings = settings;
};

const aFolder = ({ double }: Desk, by = email): string => {
  const folder = double.people.makeFolder({ name: 'Dokumen', by });
  double.people.openWithProgram({ fileId: folder });
  return folder;
};

const robot = 'meja@layanan.example';

/** The key of a service account in the place of a person's sign-in. */
const aKey = ({ credentials }: Desk, mode: number): void => {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const key = { type: 'service_account', client_email: robot, private_key: privateKey };
  writeFileSync(credentials, JSON.stringify(key));
  chmodSync(credentials, mode);
};

type Case = readonly [what: string, spoil: (desk: Desk) => void, first: string, words: RegExp];

/** A desk that is spoilt in one way: which check names it, before all that follows from it. */
const cases: readonly Case[] = [
  [
    'no credentials file',
    ({ credentials }) => rmSync(credentials),
    'credentials file',
    /credentials/,
  ],
  [
    'a client of a web page',
    ({ credentials }) => writeFileSync(credentials, JSON.stringify({ web: {} })),
    'credentials file',
    /Desktop app/,
  ],
  ['nobody signed in', ({ token }) => rmSync(token), 'stored sign-in', /Nobody is signed in/],
  [
    'a sign-in that others can read',
    ({ token }) => chmodSync(token, 0o644),
    'stored sign-in',
    /others on this machine/,
  ],
  [
    'a sign-in by another client',
    (desk) => signIn(desk, { clientId: 'lain' }),
    'sign-in',
    /another credentials file/,
  ],
  [
    'a right that was not given',
    (desk) => signIn(desk, { scopes: deskScopes.slice(0, 1) }),
    'sign-in',
    /Drive/,
  ],
  [
    'a sign-in that was taken back',
    ({ double, refreshToken }) => double.world.signIn.revoke(refreshToken),
    'sign-in',
    /layanan-vicon login/,
  ],
  [
    'a clock that is wrong',
    (desk) => Object.assign(desk, { behindMs: 600_000 }),
    'clock',
    /600 seconds/,
  ],
  ['Sheets not enabled', (desk) => refuse(desk, 'sheets'), 'Sheets API', /not enabled/],
  ['Drive not enabled', (desk) => refuse(desk, 'drive'), 'Drive API', /not enabled/],
  ['Forms not enabled', (desk) => refuse(desk, 'forms'), 'request form', /not enabled/],
  [
    'no sheet in the settings',
    (desk) => Object.assign(desk, { settings: { spreadsheet: undefined } }),
    'sheet',
    /name no sheet yet.*layanan-vicon setup/,
  ],
  [
    'the address of a sheet that there is none of',
    (desk) => Object.assign(desk, { settings: { spreadsheet: 'lembar-yang-tidak-ada' } }),
    'sheet',
    /knows no such sheet/,
  ],
  [
    'a sheet of somebody else',
    ({ double }) => double.people.unshareFile({ fileId: sheetId, with: email }),
    'sheet',
    /may not open or change/,
  ],
  [
    'a sheet in the trash',
    ({ double }) => double.people.trashFile({ fileId: sheetId }),
    'sheet',
    /trash/,
  ],
  [
    'a sheet that may only be read',
    ({ double }) => double.people.shareFile({ fileId: sheetId, with: email, role: 'reader' }),
    'write access',
    /may not open or change/,
  ],
  [
    'another time zone',
    ({ double }) => {
      Object.assign(double.world.spreadsheets.get(sheetId)?.properties ?? {}, {
        timeZone: 'Asia/Jakarta',
      });
    },
    'time zone and locale',
    /Asia\/Jakarta/,
  ],
  [
    'another locale',
    ({ double }) => {
      Object.assign(double.world.spreadsheets.get(sheetId)?.properties ?? {}, { locale: 'en_US' });
    },
    'time zone and locale',
    /"en_US".*Indonesia/,
  ],
  [
    'a form that nobody has linked, and so no tab of requests',
    ({ double, formId }) => {
      double.people.unlinkForm({ formId });
      double.people.deleteTab({ spreadsheetId: sheetId, tab: requestTab.name });
    },
    'request form',
    /linked to no sheet.*Link to Sheets/,
  ],
  [
    'a form that nobody has published',
    ({ double, formId }) => double.people.publishForm({ formId, state: 'unpublished' }),
    'request form',
    /not published.*Anyone with the link/,
  ],
  [
    'a form that is closed',
    ({ double, formId }) => double.people.publishForm({ formId, state: 'closed' }),
    'request form',
    /closed.*Accepting responses/,
  ],
  [
    'a form that nobody is let in to answer',
    ({ double, formId }) => double.people.setResponders({ formId, who: 'nobody' }),
    'request form',
    /nobody is let in.*Anyone with the link/,
  ],
  [
    'a form for the accounts of one domain',
    ({ double, formId }) =>
      double.people.setResponders({ formId, who: { domain: 'dinas.example' } }),
    'request form',
    /only accounts of dinas\.example/,
  ],
  [
    'a form for a list of people, whose addresses are not told',
    ({ double, formId }) =>
      double.people.setResponders({
        formId,
        who: { people: ['sari@dinas.example', 'b@x.example'] },
      }),
    'request form',
    /^(?!.*sari).*only 2 people or groups/,
  ],
  [
    'a form in the trash',
    ({ double, formId }) => double.people.trashFile({ fileId: formId }),
    'request form',
    /trash/,
  ],
  [
    'columns that setup has not brought yet',
    (desk) => {
      for (const { header, owner } of requestTab.columns) {
        if (owner !== 'form') rename(desk, header, '');
      }
    },
    'tabs and headers',
    /only the answers of its form.*They come with "npx layanan-vicon setup/,
  ],
  [
    'a header that somebody renamed',
    (desk) => rename(desk, 'Nama Kegiatan', 'Acaranya'),
    'tabs and headers',
    /no column "Nama Kegiatan"/,
  ],
  [
    'a column of ours with a type that Google keeps',
    (desk) => {
      const tab = requests(desk);
      const column = requestTab.columns.findIndex(({ field }) => field === 'state');
      const range = { sheetId: tab.sheetId, startRowIndex: 0, endRowIndex: 2 };
      const whole = { ...range, startColumnIndex: 0, endColumnIndex: requestTab.columns.length };
      const body = { ...range, startColumnIndex: column, endColumnIndex: column + 1 };
      const typed = [{ range: body, type: 'DATE', rule: undefined }];
      tab.tables = [{ tableId: 't', name: 'T', range: whole, typed, rowsProperties: undefined }];
    },
    'tables',
    /fixed type to "Status"/,
  ],
  [
    'a secret that is wrong or was taken out of use',
    (desk) => answers(desk, '/token', { error: 'invalid_client' }, 401),
    'sign-in',
    /secret is wrong.*Add secret/,
  ],
  [
    'a client that was deleted',
    (desk) => answers(desk, '/token', { error: 'deleted_client' }, 401),
    'sign-in',
    /deleted or disabled.*bring it back/,
  ],
  [
    'a consent screen in "Testing", eight days later',
    ({ double }) => {
      double.world.signIn.isTesting = true;
      double.world.setClock(now + 8 * dayMs);
    },
    'sign-in',
    /"Testing" \(7 days\).*publish the app/,
  ],
  [
    'a domain that wants a new sign-in every so many hours',
    (desk) => {
      const error_description = 'reauth related error (invalid_rapt)';
      answers(desk, '/token', { error: 'invalid_grant', error_description }, 400);
    },
    'sign-in',
    /invalid_rapt.*administrator exempts/,
  ],
  [
    'a key of a service account that others can read',
    (desk) => aKey(desk, 0o644),
    'credentials file',
    /can be read or changed by others.*chmod 600/,
  ],
  [
    'a service account with which nobody shared the sheet',
    (desk) => {
      aKey(desk, 0o600);
      // A key is used with a claim about the time, which the library takes from the wall clock.
      const { token } = desk.double.world.signIn.issueAccessToken({ email: robot, kind: 'user' });
      answers(desk, '/token', { access_token: token, expires_in: 3599, token_type: 'Bearer' });
    },
    'sheet',
    /service account meja@layanan\.example may not open.*Share the sheet with meja@layanan\.example/,
  ],
  [
    'a workbook of Excel that Google only shows',
    (desk) => {
      const { people } = desk.double;
      const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
      const base64 = Buffer.from('buku').toString('base64');
      inSettings(desk, {
        spreadsheet: people.uploadFile({ name: 'Buku.xlsx', base64, mimeType, by: email }),
      });
    },
    'sheet',
    /file of Excel.*Save as Google Sheets/,
  ],
  [
    'a form whose answers go into another sheet',
    ({ double, formId }) => {
      const form = double.world.forms.get(formId);
      const link = { spreadsheetId: 'lain', sheetId: 0 };
      if (form) double.world.forms.set(formId, { ...form, link });
    },
    'request form',
    /into another sheet.*Unlink form/,
  ],
  [
    'a form that asks for less',
    ({ double, formId }) => {
      const form = double.world.forms.get(formId);
      const items = form?.items.filter(({ title }) => title !== 'Nama Kegiatan') ?? [];
      if (form) double.world.forms.set(formId, { ...form, items });
    },
    'request form',
    /does not ask for "Nama Kegiatan"/,
  ],
  [
    'a tab that somebody renamed',
    ({ double }) => {
      const tab = double.world.spreadsheets
        .get(sheetId)
        ?.sheets.find(({ properties }) => properties.title === 'Petugas');
      Object.assign(tab?.properties ?? {}, { title: 'Orang-orang kami' });
    },
    'tabs and headers',
    /no tab "Petugas".*names back/,
  ],
  [
    'a protection over columns of the service',
    (desk) => {
      const file = desk.double.world.files.get(sheetId);
      if (!file) throw new Error('no sheet');
      // Who owns the sheet may write anywhere: the desk is only let in.
      const permissions = file.permissions.map((each) => ({ ...each, role: 'writer' as const }));
      desk.double.world.files.set(sheetId, { ...file, permissions });
      requests(desk).protectedRanges = [
        { range: { startColumnIndex: ours }, editors: { users: [] } },
      ];
    },
    'protections',
    /protected against this account.*Protect sheets and ranges/,
  ],
  [
    'a filter over a part of the columns',
    (desk) => {
      requests(desk).basicFilter = { range: { startColumnIndex: 0, endColumnIndex: ours } };
    },
    'sorting',
    /filter of the tab Permohonan/,
  ],
  [
    'a second tab of answers that nobody reads',
    ({ double }) => {
      const formId = double.people.makeForm({ title: 'F', questions: answerHeaders, by: email });
      double.people.linkForm({ formId, spreadsheetId: sheetId });
    },
    'sorting',
    /holds answers too/,
  ],
  [
    'nobody and nothing to assign',
    ({ double }) =>
      double.people.deleteLines({
        spreadsheetId: sheetId,
        tab: 'Petugas',
        dimension: 'ROWS',
        at: 1,
      }),
    'officers, equipment, licences',
    /Nothing to assign stands in "Petugas"/,
  ],
  [
    'a folder in the trash',
    (desk) => {
      const folder = aFolder(desk);
      desk.double.people.trashFile({ fileId: folder });
      inSettings(desk, { folder });
    },
    'place for documents',
    /lies in the trash/,
  ],
  [
    'a folder that is gone, or hidden from this program',
    (desk) => inSettings(desk, { folder: 'map-yang-tidak-ada' }),
    'place for documents',
    /is gone, or was not made by this program/,
  ],
  [
    'a folder without the right to add files',
    (desk) => {
      const folder = aFolder(desk, 'lain@dinas.example');
      desk.double.people.shareFile({ fileId: folder, with: email, role: 'reader' });
      inSettings(desk, { folder });
    },
    'place for documents',
    /may not put files.*Content manager/,
  ],
  [
    'a shared drive that does not let the account in',
    (desk) =>
      inSettings(desk, {
        folder: desk.double.people.makeSharedDrive({ name: 'Dinas', members: {} }),
      }),
    'place for documents',
    /is gone, or was not made by this program.*shared drive/,
  ],
  [
    'a Drive that is full',
    (desk) => {
      const storageQuota = { limit: '15000000000', usage: '14999000000' };
      answers(desk, 'storageQuota', { storageQuota });
    },
    'place for documents',
    /Only 1 MB are free.*Make room/,
  ],
  [
    'a folder that anyone can open',
    (desk) => {
      const folder = aFolder(desk);
      desk.double.people.shareFile({ fileId: folder, with: 'anyone', role: 'reader' });
      inSettings(desk, { folder });
    },
    'place for documents',
    /Anybody who has the link can open the folder.*Restricted/,
  ],
];

describe('doctor', () => {
  test('finds nothing amiss in a desk that is well', async () => {
    const amiss = (await look(aDesk())).filter(({ state }) => ['wrong', 'warned'].includes(state));

    expect(amiss).toEqual([]);
  });

  test.each(cases)('names first of all: %s', async (_, spoil, first, words) => {
    const desk = aDesk();
    spoil(desk);

    const [amiss] = (await look(desk)).filter(({ state }) => ['wrong', 'warned'].includes(state));

    expect(amiss?.check).toBe(first);
    expect(`${amiss?.what} ${amiss?.todo}`).toMatch(words);
  });
});
