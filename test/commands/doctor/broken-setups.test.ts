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
  const questions = requestTab.columns
    .filter(({ owner }) => owner === 'form')
    .map(({ header }) => header);
  const formId = double.people.makeForm({ title: 'F', questions, by: email });
  double.people.openWithProgram({ fileId: formId });
  double.people.linkForm({ formId, spreadsheetId: sheetId, tab: requestTab.name });
  const credentials = join(dir, 'credentials.json');
  const installed = { client_id: 'klien', client_secret: 'sandi' };
  writeFileSync(credentials, JSON.stringify({ installed }));
  const token = join(dir, 'token.json');
  const refreshToken = double.world.signIn.issueRefreshToken({ email, kind: 'user' });
  const desk = { double, formId, refreshToken, token, credentials, settings: {}, behindMs: 0 };
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
    const answer = await desk.double.fetch(input, init);
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
