/**
 * A whole office on the stand-in: a form that requesters fill in, the sheet behind it that staff work in, documents in
 * Drive, a ledger in a temporary folder, and the real service, opened as `open-desk.ts` does and killed at will.
 */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { openGoogleDesk } from '../../../../src/backends/google/open-google-desk.ts';
import type { GoogleConfig } from '../../../../src/backends/google/settings.ts';
import { openLocalWorkbook } from '../../../../src/backends/local/workbook/local-workbook.ts';
import { summarise } from '../../../../src/commands/summary.ts';
import { ownTemplates, readConfig } from '../../../../src/config.ts';
import type { LedgerState } from '../../../../src/core/cases/ledger-state.ts';
import { type RequestField, requestTab } from '../../../../src/core/columns/request-tab.ts';
import { findTab, locateColumns } from '../../../../src/core/sheet/locate-columns.ts';
import type { TabSnapshot, WorkbookSnapshot } from '../../../../src/core/sheet/snapshot.ts';
import { fillWorkbook } from '../../../../src/demo/make-desk.ts';
import { claimDesk } from '../../../../src/ledger/claim-desk.ts';
import type { HistoryEntry, Ledger } from '../../../../src/ledger/ledger.ts';
import { openLedger } from '../../../../src/ledger/open-ledger.ts';
import { openTextShelf } from '../../../../src/messages/text-shelf.ts';
import { openAttendanceShelf } from '../../../../src/service/attendance-shelf.ts';
import type { PassOptions, PassParts } from '../../../../src/service/pass/pass-parts.ts';
import type { PassReport } from '../../../../src/service/pass/pass-report.ts';
import { runPass } from '../../../../src/service/pass.ts';
import { openPhotoShelf } from '../../../../src/service/photo-shelf.ts';
import { type UndoOptions, undoPass } from '../../../../src/service/undo/undo-pass.ts';
import type { UndoReport } from '../../../../src/service/undo/undo-report.ts';
import { openUndoShelf } from '../../../../src/service/undo-shelf.ts';
import { createGoogleDouble, type GoogleDouble } from '../../../google-double/google-double.ts';
import { someRegisters } from '../../../support/desk.ts';
import { writeGoogleDesk } from '../../../support/google-desk-files.ts';
import { mortalLedger } from '../../../support/mortal-ledger.ts';
import { sharedShelf } from '../../../support/shared-shelf.ts';
import { bookOf, type RequestRow, requestRows } from './book.ts';
import { type Death, Killed, Life } from './doomed.ts';

export const sheetId = 'lembar-layanan-vicon-0001';
export const timeZone = 'Asia/Makassar';

/** How a pass ended. */
export type Ended =
  | { readonly kind: 'done'; readonly report: PassReport; readonly says: string }
  | { readonly kind: 'failed'; readonly error: unknown; readonly says: string }
  | { readonly kind: 'killed' };

/** A moment in a pass: the so-many-th look (`values.batchGet`), write or upload, and which side of it. */
export interface Moment {
  readonly when: 'before' | 'after';
  readonly call: 'look' | 'write' | 'upload';
  /** From 1; 1 unless told. */
  readonly nth?: number;
}

export interface PassOfOffice extends Omit<PassOptions, 'now'> {
  readonly death?: Death;
  /** What people do while it runs. */
  readonly meanwhile?: readonly { readonly at: Moment; readonly deed: () => void }[];
}

export interface Office {
  readonly double: GoogleDouble;
  readonly people: GoogleDouble['people'];
  readonly formId: string;
  /** The ledger's file; to be changed only while no process runs. */
  readonly ledgerPath: string;
  /** Sets the clock of Google and people; the service's goes with it, unless it is off. */
  setClock(moment: string | number): void;
  clock(): number;
  /** How far the service's clock is off from Google's and people's, in milliseconds. */
  setSkew(milliseconds: number): void;
  /** A requester fills the form in; the response's id comes back. */
  submit(event: string, more?: Readonly<Record<string, string>>, email?: string): string;
  /** A person types into a cell of the row that holds this event. */
  type(event: string, field: RequestField, text: string | number | boolean): void;
  /** A1 address of a cell of that row, as it stands now. */
  cellOf(event: string, field: RequestField): string;
  /** One pass of the process that runs, which is started where none does. */
  pass(options?: PassOfOffice): Promise<Ended>;
  /** Takes back a pass, or says why not. */
  undo(options: UndoOptions): Promise<UndoReport>;
  /** The same as `pass`, of one that must get to its end. */
  done(options?: PassOfOffice): Promise<PassReport>;
  /** What the last pass did to the world, in order. */
  effects(): readonly string[];
  /** Ends the process in good order; the next pass starts another. */
  stop(): Promise<void>;
  /** A second process on the same desk. */
  secondInstance(): Promise<Ended>;
  book(): WorkbookSnapshot;
  rows(): readonly RequestRow[];
  /** Documents that are not in the trash, as "key | folder/name", sorted. */
  documents(): readonly string[];
  history(): Promise<readonly HistoryEntry[]>;
  /** Tickets of the ledger as "ticket key state", sorted. */
  tickets(): Promise<readonly string[]>;
  /** All that the ledger knows now. */
  ledgerState(): Promise<LedgerState>;
  remove(): Promise<void>;
}

/** The empty book with its registers, as it is typed into a new sheet. */
const firstTabs = async (): Promise<readonly TabSnapshot[]> => {
  const dir = mkdtempSync(join(tmpdir(), 'vicon-buku-'));
  const path = join(dir, 'buku.xlsx');
  const template = readFileSync(join(ownTemplates, 'buku-layanan.xlsx'));
  writeFileSync(path, fillWorkbook(template, someRegisters));
  const { tabs } = await openLocalWorkbook({ path }).read();
  rmSync(dir, { recursive: true });
  // What a world begins with has cells alone.
  return tabs.map(({ name, rows }) => ({ name, rows }));
};
let tabsOfFirstBook: Promise<readonly TabSnapshot[]> | undefined;

export const ordinaryAnswers = {
  'Nama Pemohon': 'Rahmat Pakaya',
  'Jabatan Pemohon': 'Kepala Subbagian',
  'Instansi / Perangkat Daerah': 'Bappeda',
  'Nomor Telepon / WhatsApp': '081200000001',
  'Tanggal Mulai': '02/12/2026',
  'Jam Mulai': '09.00',
  'Jam Selesai': '11.00',
  'Tempat Kegiatan': 'Aula Bappeda',
  'Jenis Layanan': 'Link Host + Operator',
  'Jumlah Peserta': '80',
};

/** A process of the service: the real parts, with every effect going through its life. */
interface Service {
  readonly parts: PassParts;
  readonly life: { now: Life };
  end(): Promise<void>;
}

const startService = async (
  config: GoogleConfig,
  {
    ledgerPath,
    fetch,
    pace,
    life,
  }: {
    readonly ledgerPath: string;
    readonly fetch: typeof globalThis.fetch;
    readonly pace: Parameters<typeof openGoogleDesk>[0]['pace'];
    readonly life: Service['life'];
  },
): Promise<Service> => {
  const claim = await claimDesk({ path: ledgerPath });
  const opened = await openLedger({ path: ledgerPath, desk: 'desk' });
  const ledger = mortalLedger(opened, life);
  const google = await openGoogleDesk({
    ...config,
    spreadsheet: sheetId,
    fetch,
    pace,
    timeZone,
    memory: ledger,
  });
  return {
    life,
    parts: {
      ...google,
      ledger,
      photos: openPhotoShelf({
        documents: google.documents,
        memory: ledger,
        progress: () => undefined,
      }),
      attendance: openAttendanceShelf({ documents: google.documents, memory: ledger }),
      undo: openUndoShelf(join(dirname(ledgerPath), 'undo')),
      templates: sharedShelf(),
      messageKinds: [],
      draftKinds: [],
      texts: openTextShelf({
        folder: ownTemplates,
        builtIn: ownTemplates,
        lastGood: '',
        keep: false,
      }),
      timeZone,
      ground: 'here',
      limits: { maxChangedShare: 0.5, alwaysAllowedRows: 20 },
      progress: () => undefined,
    },
    end: async () => {
      await opened.close();
      await claim.release();
    },
  };
};

const callOf = (method: string, path: string): Moment['call'] | undefined => {
  if (path.endsWith('values:batchGet')) return 'look';
  if (path.endsWith(':batchUpdate')) return 'write';
  return path.startsWith('/upload/') && method !== 'GET' ? 'upload' : undefined;
};

/** Sheet and form of the office before anybody did anything. */
export const anOfficeWorld = async (
  now: () => number,
): Promise<{ readonly double: GoogleDouble; readonly formId: string }> => {
  tabsOfFirstBook ??= firstTabs();
  const double = createGoogleDouble({
    now,
    data: {
      spreadsheets: [
        {
          id: sheetId,
          title: 'Buku Layanan',
          timeZone,
          locale: 'in_ID',
          tabs: (await tabsOfFirstBook).map(({ name, rows }) => ({ name, rows })),
        },
      ],
    },
  });
  const formId = double.people.makeForm({
    title: 'Permohonan',
    questions: requestTab.columns
      .filter(({ owner, field }) => owner === 'form' && !['submittedAt', 'email'].includes(field))
      .map(({ header }) => header),
    emails: 'VERIFIED',
  });
  double.people.linkForm({ formId, spreadsheetId: sheetId, tab: requestTab.name });
  return { double, formId };
};

export const anOffice = async ({ seed = 1 }: { readonly seed?: number } = {}): Promise<Office> => {
  const dir = mkdtempSync(join(tmpdir(), 'vicon-kantor-'));
  let time = Date.parse('2026-11-24T08:00:00+08:00');
  const { double, formId } = await anOfficeWorld(() => time);
  const { people, world } = double;
  double.faults.seed(seed);
  double.quota.switchOn();
  double.traffic.reset();
  const config = readConfig(
    writeGoogleDesk(dir, { spreadsheet: sheetId, endpoint: 'http://127.0.0.1:1' }),
  );
  const { google } = config;
  if (google === undefined) throw new Error('The settings name no sheet.');

  const life = { now: new Life() };
  let meanwhile: PassOfOffice['meanwhile'] = [];
  /** A deed that failed is a mistake of the test; the service must not take it for Google's. */
  const misplayed: unknown[] = [];
  let calls: Record<Moment['call'], number> = { look: 0, write: 0, upload: 0 };
  const passing = (when: Moment['when'], call: Moment['call'] | undefined): void => {
    for (const { at, deed } of meanwhile ?? []) {
      if (call !== at.call || when !== at.when || (at.nth ?? 1) !== calls[call]) continue;
      try {
        deed();
      } catch (error) {
        misplayed.push(error);
      }
    }
  };
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const { pathname } = new URL(request.url);
    const path = decodeURIComponent(pathname);
    const call = callOf(request.method, path);
    const send = async (): Promise<Response> => {
      if (call !== undefined) calls[call] += 1;
      passing('before', call);
      try {
        return await double.fetch(request);
      } finally {
        passing('after', call);
      }
    };
    const hasEffect = request.method !== 'GET' && !path.endsWith('/token');
    return hasEffect
      ? life.now.does(`${request.method} ${call ?? path}`, send)
      : life.now.sees(send);
  };
  let draws = 0;
  let skew = 0;
  const pace = {
    now: () => time + skew,
    random: () => {
      draws += 1;
      return (draws * 0.618_033_988_75) % 1;
    },
    wait: async (milliseconds: number) => {
      time += Math.ceil(milliseconds);
    },
  };
  let service: Service | undefined;
  const start = () => startService(google, { ledgerPath: config.ledger, fetch, pace, life });

  const ended = async (work: () => Promise<PassReport>): Promise<Ended> => {
    try {
      const report = await work();
      const places = { workbook: 'https://sheet.example', documents: 'https://drive.example' };
      return { kind: 'done', report, says: summarise(report, places) };
    } catch (error) {
      if (error instanceof Killed) return { kind: 'killed' };
      return { kind: 'failed', error, says: error instanceof Error ? error.message : '' };
    }
  };

  const office: Office = {
    double,
    people,
    formId,
    ledgerPath: config.ledger,
    setClock: (moment) => {
      time = typeof moment === 'number' ? moment : Date.parse(moment);
    },
    clock: () => time,
    setSkew: (milliseconds) => {
      skew = milliseconds;
    },
    submit: (event, more = {}, email = 'pemohon@bappeda.test') =>
      people.submitResponse({
        formId,
        email,
        answers: { ...ordinaryAnswers, 'Nama Kegiatan': event, ...more },
      }),
    type: (event, field, text) =>
      people.typeCells({
        spreadsheetId: sheetId,
        range: office.cellOf(event, field),
        rows: [[text]],
      }),
    cellOf: (event, field) => {
      const tab = findTab(office.book(), requestTab);
      if (tab === undefined) throw new Error('There is no tab of requests.');
      const { headerRow, indexOf } = locateColumns(tab, requestTab);
      const row = requestRows(office.book()).findIndex((each) => each.event === event);
      const column = indexOf.get(field);
      if (row < 0 || column === undefined) throw new Error(`No cell ${field} of "${event}".`);
      return `'${tab.name}'!${letters(column)}${headerRow + 2 + row}`;
    },
    pass: async ({ death, meanwhile: deeds = [], ...options } = {}) => {
      life.now = new Life(death);
      meanwhile = deeds;
      calls = { look: 0, write: 0, upload: 0 };
      const outcome = await ended(async () => {
        service ??= await start();
        const now = Temporal.Instant.fromEpochMilliseconds(pace.now());
        return life.now.live(runPass(service.parts, { now, ...options }));
      });
      meanwhile = [];
      if (outcome.kind === 'killed') await office.stop();
      if (misplayed.length > 0) throw misplayed[0];
      return outcome;
    },
    done: async (options) => {
      const outcome = await office.pass(options);
      if (outcome.kind === 'done') return outcome.report;
      throw outcome.kind === 'failed' ? outcome.error : new Error('The pass was killed.');
    },
    undo: async (options) => {
      life.now = new Life();
      service ??= await start();
      return undoPass(service.parts, options);
    },
    effects: () => life.now.done,
    stop: async () => {
      await service?.end();
      service = undefined;
    },
    secondInstance: () =>
      ended(async () => {
        const other = await start();
        try {
          const now = Temporal.Instant.fromEpochMilliseconds(pace.now());
          return await runPass(other.parts, { now });
        } finally {
          await other.end();
        }
      }),
    book: () => bookOf(world, sheetId),
    rows: () => requestRows(office.book()),
    documents: () =>
      [...world.files.values()]
        .filter(({ trashed, name }) => !trashed && name.endsWith('.docx'))
        .map(({ name, parents, appProperties }) => {
          const [marks] = Object.values(appProperties);
          const folder = world.files.get(parents[0] ?? '')?.name ?? '';
          return `${marks?.['kunci'] ?? ''} | ${folder}/${name}`;
        })
        .sort(),
    history: () => reading((ledger) => ledger.history()),
    ledgerState: () => reading((ledger) => ledger.state()),
    tickets: async () =>
      [...(await office.ledgerState()).tickets.values()]
        .map(({ ticket, key, state }) => `${ticket} ${key} ${state}`)
        .sort(),
    remove: async () => {
      await office.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
  const reading = async <T>(look: (ledger: Ledger) => Promise<T>): Promise<T> => {
    const ledger = await openLedger({ path: config.ledger, desk: 'desk', readOnly: true });
    try {
      return await look(ledger);
    } finally {
      await ledger.close();
    }
  };
  return office;
};

const letters = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : letters(Math.floor(column / 26) - 1) + letters(column % 26);
