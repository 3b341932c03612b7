/** Desks that are broken in one place each: what doctor names first is the cause, with what to do. */
import { generateKeyPairSync } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deskScopes } from '../../../src/backends/google/sign-in/scopes.ts';
import { type StoredSignIn, writeToken } from '../../../src/backends/google/sign-in/token-file.ts';
import type { CheckResult } from '../../../src/commands/doctor/check.ts';
import { doctor } from '../../../src/commands/doctor.ts';
import { equipmentTab } from '../../../src/core/columns/equipment-tab.ts';
import { licenceTab } from '../../../src/core/columns/licence-tab.ts';
import { officerTab } from '../../../src/core/columns/officer-tab.ts';
import { requestTab } from '../../../src/core/columns/request-tab.ts';
import { tabs } from '../../../src/core/columns/tabs.ts';
import type { Column, Tab } from '../../../src/core/sheet/column.ts';
import { createGoogleDouble } from '../../google-double/google-double.ts';

const sheetId = 'lembar-layanan-vicon-0001';
const deskAddress = 'desk@vicon.example';
const robot = 'meja@layanan.example';
const now = Date.UTC(2026, 10, 24, 1);
const dayMs = 86_400_000;

const isAnswer = ({ owner }: Column): boolean => owner === 'form';
const questions = requestTab.columns.filter(isAnswer).map(({ header }) => header);
const registers: ReadonlySet<object> = new Set([officerTab, equipmentTab, licenceTab]);
const firstRow = ({ field, kind }: Column): string =>
  kind === 'number' ? '2' : field === 'name' ? 'Satu' : '';

/** In a table or filter of the tab of requests. */
const ours = requestTab.columns.findIndex(({ owner }) => owner === 'service');

interface Broken {
  readonly name: string;
  /** The check that is the first not to be right. */
  readonly check: string;
  readonly what: RegExp;
  readonly todo: RegExp;
  /** Of the spreadsheet, when it is made. */
  readonly made?: {
    readonly timeZone?: string;
    readonly locale?: string;
    readonly header?: (name: string) => string;
    readonly tabName?: (name: string) => string;
  };
  readonly email?: string;
  readonly aheadMs?: number;
  /** A key is used with a claim about the time, which the library takes from the wall clock. */
  readonly clock?: () => number;
  readonly spoil?: (desk: Desk) => void;
}

let dir = '';
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'vicon-broken-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

let count = 0;

const aDesk = ({
  made = {},
  email = deskAddress,
  aheadMs = 0,
  clock = () => now,
}: Partial<Broken> = {}) => {
  const { timeZone = 'Asia/Makassar', locale = 'in_ID' } = made;
  const { header = (name) => name, tabName = (name) => name } = made;
  count += 1;
  const root = join(dir, String(count));
  mkdirSync(root);
  const rowsOf = (tab: Tab): readonly (readonly string[])[] => [
    tab.columns.map((column) => header(column.header)),
    ...(registers.has(tab) ? [tab.columns.map(firstRow)] : []),
  ];
  const sheets = tabs.map((tab) => ({ name: tabName(tab.name), rows: rowsOf(tab) }));
  const double = createGoogleDouble({
    now: clock,
    data: {
      spreadsheets: [{ id: sheetId, title: 'Buku Layanan', timeZone, locale, tabs: sheets }],
    },
  });
  const account = { email, kind: 'user' } as const;
  const refreshToken = double.world.signIn.issueRefreshToken(account);
  const form = double.people.makeForm({ title: 'Permohonan', questions, by: deskAddress });
  // As setup makes them: of its own files Drive tells the program everything.
  for (const fileId of [sheetId, form]) double.people.openWithProgram({ fileId });
  double.people.linkForm({ formId: form, spreadsheetId: sheetId, tab: tabName(requestTab.name) });
  const settle = (google: object = {}, others: object = {}): void =>
    writeFileSync(
      join(root, 'layanan-vicon.json'),
      JSON.stringify({ google: { spreadsheet: sheetId, form, ...google }, ...others }),
    );
  const signIn = (more: Partial<StoredSignIn> = {}): void =>
    writeToken(join(root, '.layanan-vicon/token.json'), {
      clientId: 'klien',
      refreshToken,
      scopes: [...deskScopes],
      agreedAt: now - 10 * dayMs,
      ...more,
    });
  const credentials = (content: unknown, mode = 0o600): void => {
    const file = join(root, 'credentials.json');
    writeFileSync(file, JSON.stringify(content));
    chmodSync(file, mode);
  };
  settle();
  credentials({ installed: { client_id: 'klien', client_secret: 'sandi' } });
  signIn();
  /** What Drive says of room, in bytes. */
  let room: { readonly limit: string; readonly usage: string } | undefined;
  let noToken: object | undefined;
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    let answer = await double.fetch(request);
    if (room !== undefined && request.url.includes('storageQuota')) {
      answer = Response.json({ storageQuota: room });
    }
    if (noToken !== undefined && request.url.includes('/token')) {
      answer = Response.json(noToken, { status: 400 });
    }
    answer.headers.set('date', new Date(clock() - aheadMs).toUTCString());
    return answer;
  };
  return {
    ...double,
    root,
    form,
    refreshToken,
    settle,
    signIn,
    credentials,
    /** Drive has so much room and no more. */
    fill: () => {
      room = { limit: '15000000000', usage: '14999000000' };
    },
    /** Google's token endpoint says no. */
    refuseToken: (refusal: object) => {
      noToken = refusal;
    },
    sheet: () => {
      const sheet = double.world.spreadsheets.get(sheetId)?.sheets[0];
      if (!sheet) throw new Error('The sheet is not there.');
      return sheet;
    },
    see: async (): Promise<readonly CheckResult[]> => {
      const config = join(root, 'layanan-vicon.json');
      const answer = await doctor({ config, progress: () => undefined }, { now: clock, fetch });
      return answer.data as readonly CheckResult[];
    },
  };
};

type Desk = ReturnType<typeof aDesk>;

const isFault = ({ state }: CheckResult): boolean => state === 'wrong' || state === 'warned';

const off = (api: 'sheets' | 'drive' | 'forms') => (desk: Desk) => {
  desk.faults.add({ on: { api }, fault: { kind: 'refuse', named: 'api-not-enabled' } });
};

/** The office lets somebody else's sheet in: the desk may write, and does not own it. */
const onlyShared = ({ world }: Desk): void => {
  const file = world.files.get(sheetId);
  if (!file) throw new Error('The sheet is not there.');
  const permissions = file.permissions.map((each) => ({ ...each, role: 'writer' as const }));
  world.files.set(sheetId, { ...file, permissions });
};

let pem: string | undefined;

const aKey = (mode?: number) => (desk: Desk) => {
  pem ??= generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  }).privateKey;
  desk.credentials({ type: 'service_account', client_email: robot, private_key: pem }, mode);
};

const login = /npx layanan-vicon login/;

const broken: readonly Broken[] = [
  {
    name: 'settings that are no JSON',
    check: 'settings file',
    what: /layanan-vicon\.json/,
    todo: /./,
    spoil: ({ root }) => writeFileSync(join(root, 'layanan-vicon.json'), '{ "google": '),
  },
  {
    name: 'the address of the form given as the sheet',
    check: 'settings file',
    what: /address of a sheet, not of a form/,
    todo: /./,
    spoil: ({ settle, form }) =>
      settle({ spreadsheet: `https://docs.google.com/forms/d/${form}/edit` }),
  },
  {
    name: 'no credentials file',
    check: 'credentials file',
    what: /no readable credentials file/,
    todo: /Desktop app/,
    spoil: ({ root }) => rmSync(join(root, 'credentials.json')),
  },
  {
    name: 'credentials of a Web application',
    check: 'credentials file',
    what: /Web application/,
    todo: /Desktop app/,
    spoil: ({ credentials }) => credentials({ web: { client_id: 'k', client_secret: 's' } }),
  },
  {
    name: 'nobody signed in',
    check: 'stored sign-in',
    what: /Nobody is signed in/,
    todo: login,
    spoil: ({ root }) => rmSync(join(root, '.layanan-vicon/token.json')),
  },
  {
    name: 'a sign-in that others can read',
    check: 'stored sign-in',
    what: /others on this machine/,
    todo: /chmod 600/,
    spoil: ({ root }) => chmodSync(join(root, '.layanan-vicon/token.json'), 0o644),
  },
  {
    name: 'a sign-in of another client',
    check: 'sign-in',
    what: /another credentials file/,
    todo: login,
    spoil: ({ signIn }) => signIn({ clientId: 'lain' }),
  },
  {
    name: 'a box that was not ticked',
    check: 'sign-in',
    what: /the right to use: Drive/,
    todo: /every box/,
    spoil: ({ signIn }) => signIn({ scopes: deskScopes.slice(0, 1) }),
  },
  {
    name: 'a wrong secret',
    check: 'sign-in',
    what: /secret is wrong/,
    todo: /Add secret/,
    spoil: ({ refuseToken }) =>
      refuseToken({
        error: 'invalid_client',
        error_description: 'The provided client secret is invalid.',
      }),
  },
  {
    name: 'a sign-in that was taken back',
    check: 'sign-in',
    what: /taken back/,
    todo: login,
    spoil: ({ world, refreshToken }) => world.signIn.revoke(refreshToken),
  },
  {
    name: 'a consent screen in "Testing", a week later',
    check: 'sign-in',
    what: /"Testing" \(7 days\)/,
    todo: /publish the app/,
    spoil: ({ world, refreshToken, signIn }) => {
      world.signIn.isTesting = true;
      signIn({ refreshToken, agreedAt: now });
      world.setClock(now + 8 * dayMs);
    },
  },
  {
    name: "a domain's rule of sessions",
    check: 'sign-in',
    what: /invalid_rapt/,
    todo: /administrator exempts/,
    spoil: ({ refuseToken }) =>
      refuseToken({
        error: 'invalid_grant',
        error_description: 'reauth related error (invalid_rapt)',
        error_subtype: 'invalid_rapt',
      }),
  },
  {
    name: 'a clock that is off',
    check: 'clock',
    what: /600 seconds ahead of Google's/,
    todo: /time synchronisation/,
    aheadMs: 600_000,
  },
  {
    name: 'Sheets not enabled',
    check: 'Sheets API',
    what: /Google Sheets API is not enabled/,
    todo: /^Enable it/,
    spoil: off('sheets'),
  },
  {
    name: 'Drive not enabled',
    check: 'Drive API',
    what: /Google Drive API is not enabled/,
    todo: /^Enable it/,
    spoil: off('drive'),
  },
  {
    name: 'Forms not enabled',
    check: 'request form',
    what: /Google Forms API is not enabled/,
    todo: /^Enable it/,
    spoil: off('forms'),
  },
  {
    name: 'a wrong id',
    check: 'sheet',
    what: /no such sheet/,
    todo: /google\.spreadsheet/,
    spoil: ({ settle }) => settle({ spreadsheet: 'lembar-yang-tidak-ada' }),
  },
  {
    name: 'another account than the one that may open it',
    check: 'sheet',
    what: /may not open or change the sheet\. Signed in: "si…"/,
    todo: /Share the sheet with this account/,
    email: 'sinta@dinas.example',
  },
  {
    name: 'a service account with which nobody shared it',
    check: 'sheet',
    what: new RegExp(robot),
    todo: new RegExp(`Share the sheet with ${robot}`),
    clock: Date.now,
    spoil: aKey(),
  },
  {
    name: 'the key of a service account that others can read',
    check: 'credentials file',
    what: /can be read or changed by others/,
    todo: /chmod 600/,
    spoil: aKey(0o644),
  },
  {
    name: 'a sheet in the trash',
    check: 'sheet',
    what: /lies in the trash/,
    todo: /Restore it/,
    spoil: ({ people }) => people.trashFile({ fileId: sheetId }),
  },
  {
    name: 'a workbook of Excel that Google only shows',
    check: 'sheet',
    what: /file of Excel/,
    todo: /Save as Google Sheets/,
    spoil: ({ people, settle }) => {
      const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
      const base64 = Buffer.from('buku').toString('base64');
      const by = deskAddress;
      settle({ spreadsheet: people.uploadFile({ name: 'Buku.xlsx', base64, mimeType, by }) });
    },
  },
  {
    name: 'a sheet that may only be read',
    check: 'write access',
    what: /may not open or change/,
    todo: /as Editor/,
    email: 'sinta@dinas.example',
    spoil: ({ people }) =>
      people.shareFile({ fileId: sheetId, with: 'sinta@dinas.example', role: 'reader' }),
  },
  {
    name: 'the time zone of Jakarta',
    check: 'time zone and locale',
    what: /Asia\/Jakarta/,
    todo: /Setelan|File → Settings/,
    made: { timeZone: 'Asia/Jakarta' },
  },
  {
    name: 'the locale of the United States',
    check: 'time zone and locale',
    what: /"en_US"/,
    todo: /choose Indonesia/,
    made: { locale: 'en_US' },
  },
  {
    name: 'a form that is linked to nothing',
    check: 'request form',
    what: /linked to no sheet/,
    todo: /Select existing spreadsheet/,
    spoil: ({ people, form }) => people.unlinkForm({ formId: form }),
  },
  {
    name: 'a form whose answers go elsewhere',
    check: 'request form',
    what: /into another sheet/,
    todo: /Unlink form/,
    spoil: ({ world, form }) => {
      const stored = world.forms.get(form);
      if (stored) world.forms.set(form, { ...stored, link: { spreadsheetId: 'lain', sheetId: 0 } });
    },
  },
  {
    name: 'a form that is not published',
    check: 'request form',
    what: /not published/,
    todo: /Publish it/,
    spoil: ({ people, form }) => people.publishForm({ formId: form, state: 'unpublished' }),
  },
  {
    name: 'a form that is closed',
    check: 'request form',
    what: /closed/,
    todo: /Accepting responses/,
    spoil: ({ people, form }) => people.publishForm({ formId: form, state: 'closed' }),
  },
  {
    name: 'a form that nobody is let in to answer',
    check: 'request form',
    what: /nobody is let in/,
    todo: /Anyone with the link/,
    spoil: ({ people, form }) => people.setResponders({ formId: form, who: 'nobody' }),
  },
  {
    name: 'a form for one domain only',
    check: 'request form',
    what: /only accounts of dinas\.example/,
    todo: /offices with other accounts/,
    spoil: ({ people, form }) =>
      people.setResponders({ formId: form, who: { domain: 'dinas.example' } }),
  },
  {
    name: 'a form in the trash',
    check: 'request form',
    what: /form lies in the trash/,
    todo: /Restore it/,
    spoil: ({ people, form }) => people.trashFile({ fileId: form }),
  },
  {
    name: 'a tab that was renamed',
    check: 'tabs and headers',
    what: /no tab "Petugas"/,
    todo: /names back/,
    made: { tabName: (name) => (name === officerTab.name ? 'Orang-orang kami' : name) },
  },
  {
    name: 'a column that was renamed',
    check: 'tabs and headers',
    what: /no column "Nama Petugas"|no column "Nama"/,
    todo: /names? back/,
    made: { header: (name) => (name === 'Nama' ? 'Siapa' : name) },
  },
  {
    name: 'a protection over columns of the service',
    check: 'protections',
    what: /protected against this account/,
    todo: /Protect sheets and ranges/,
    spoil: (desk) => {
      onlyShared(desk);
      desk.sheet().protectedRanges = [
        { range: { startColumnIndex: ours }, editors: { users: [] } },
      ];
    },
  },
  {
    name: 'a filter over a part of the columns',
    check: 'sorting',
    what: /filter of the tab Permohonan/,
    todo: /./,
    spoil: ({ sheet }) => {
      sheet().basicFilter = { range: { startColumnIndex: 0, endColumnIndex: ours } };
    },
  },
  {
    name: 'a table whose types take nothing of ours',
    check: 'tables',
    what: /fixed type/,
    todo: /Edit column type/,
    spoil: ({ sheet }) => {
      const { sheetId: tabId } = sheet();
      const end = requestTab.columns.length;
      const range = { sheetId: tabId, startRowIndex: 0, endRowIndex: 2 };
      sheet().tables = [
        {
          tableId: 't',
          name: 'Tabel',
          range: { ...range, startColumnIndex: 0, endColumnIndex: end },
          typed: [
            {
              range: { ...range, startColumnIndex: ours, endColumnIndex: ours + 1 },
              type: 'DATE',
              rule: undefined,
            },
          ],
          rowsProperties: undefined,
        },
      ];
    },
  },
  {
    name: 'a folder in the trash',
    check: 'place for documents',
    what: /lies in the trash/,
    todo: /google\.folder/,
    spoil: ({ people, settle }) => {
      const folder = people.makeFolder({ name: 'Dokumen', by: deskAddress });
      people.openWithProgram({ fileId: folder });
      people.trashFile({ fileId: folder });
      settle({ folder });
    },
  },
  {
    name: 'a folder that is gone',
    check: 'place for documents',
    what: /is gone/,
    todo: /google\.folder/,
    spoil: ({ settle }) => settle({ folder: 'map-yang-tidak-ada' }),
  },
  {
    name: 'a folder without the right to add files',
    check: 'place for documents',
    what: /may not put files/,
    todo: /Content manager/,
    spoil: ({ people, settle }) => {
      const folder = people.makeFolder({ name: 'Dokumen', by: 'lain@dinas.example' });
      people.shareFile({ fileId: folder, with: deskAddress, role: 'reader' });
      people.openWithProgram({ fileId: folder });
      settle({ folder });
    },
  },
  {
    name: 'a shared drive that does not let the account in',
    check: 'place for documents',
    what: /is gone, or was not made by this program/,
    todo: /shared drive/,
    spoil: ({ people, settle }) =>
      settle({ folder: people.makeSharedDrive({ name: 'Dinas', members: {} }) }),
  },
  {
    name: 'a Drive that is full',
    check: 'place for documents',
    what: /Only 1 MB are free/,
    todo: /Make room/,
    spoil: ({ fill }) => fill(),
  },
  {
    name: 'a schedule that is none',
    check: 'settings file',
    what: /must be a cron schedule/,
    todo: /Correct the file/,
    spoil: ({ settle }) => settle({}, { schedule: 'tiap lima menit' }),
  },
  {
    name: 'templates that are no Word documents',
    check: 'templates',
    what: /cannot be used/,
    todo: /check-templates/,
    spoil: ({ root, settle }) => {
      mkdirSync(join(root, 'templat'));
      writeFileSync(join(root, 'templat/laporan-kegiatan.docx'), 'bukan Word');
      settle({}, { templates: 'templat' });
    },
  },
  {
    name: 'a ledger that is none',
    check: 'ledger',
    what: /buku\.db/,
    todo: /./,
    spoil: ({ root, settle }) => {
      writeFileSync(join(root, 'buku.db'), 'bukan buku besar layanan');
      const off = { afterEventForm: false, complaintForm: false };
      settle(off, { ledger: 'buku.db' });
    },
  },
];

describe('doctor', () => {
  test('finds nothing to say of the desk that the others are made from', async () => {
    expect((await aDesk().see()).filter(isFault)).toEqual([]);
  });

  test.each(broken)('names first: $name', async ({ check, what, todo, spoil, ...rest }) => {
    const desk = aDesk(rest);
    spoil?.(desk);

    const [first] = (await desk.see()).filter(isFault);

    expect(first).toMatchObject({
      check,
      what: expect.stringMatching(what),
      todo: expect.stringMatching(todo),
    });
  });
});
