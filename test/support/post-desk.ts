/**
 * A desk that delivers: the real ledger and the real look, over a workbook that is plain rows, so that a round takes
 * milliseconds. Its passes promise and write nothing into the sheet.
 */

import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import type { DocumentStore } from '../../src/backends/backend.ts';
import { openLocalWorkbook } from '../../src/backends/local/workbook/local-workbook.ts';
import { ownTemplates } from '../../src/config.ts';
import type { Rule } from '../../src/core/cases/situation.ts';
import { requestTab } from '../../src/core/columns/request-tab.ts';
import { tabs } from '../../src/core/columns/tabs.ts';
import type { MessageKind } from '../../src/core/messages/message-kind.ts';
import { requesterOf } from '../../src/core/messages/recipients.ts';
import { toSerial } from '../../src/core/sheet/serial.ts';
import type { Cell, TabSnapshot, WorkbookSnapshot } from '../../src/core/sheet/snapshot.ts';
import type { DemoTab } from '../../src/demo/demo-tab.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { openLedger } from '../../src/ledger/open-ledger.ts';
import type { WayOut } from '../../src/messages/way-out.ts';
import { look } from '../../src/service/pass/look.ts';
import { promise } from '../../src/service/pass/promise.ts';
import { deliver } from '../../src/service/post/deliver.ts';
import type { Post, PostParts, PostReport } from '../../src/service/post/post-parts.ts';
import { timeZone } from './builders.ts';
import type { RequestCells } from './desk.ts';
import { keepsNothing, noUndoShelf } from './no-undo.ts';

export interface PostDesk {
  readonly ledger: Ledger;
  /** Rows of Permohonan; whoever changes them is staff. */
  readonly rows: RequestCells[];
  /** Rows of Pengaturan and Hari Libur besides those of an empty workbook. */
  readonly settings: (readonly [name: string, value: string])[];
  readonly holidays: string[];
  pass(now: string | Temporal.Instant): Promise<void>;
  deliver(now: string | Temporal.Instant, options?: { uptimeMs?: number }): Promise<PostReport>;
  /** How often the workbook was looked at. */
  looks(): number;
  close(): Promise<void>;
}

export interface PostDeskOptions {
  readonly folder: string;
  readonly wayOut: WayOut;
  /** Instead of rows of its own: those of whoever opens it again and again. */
  readonly rows?: RequestCells[];
  readonly kinds?: readonly MessageKind[];
  readonly from?: Post['from'];
  /** None unless given: what messages tell then stands in the answers. */
  readonly rules?: readonly Rule[];
  /** Bare ones unless given. */
  readonly texts?: PostParts['texts'];
  /** What stands in other tabs, and rows of Pengaturan. */
  readonly registers?: readonly DemoTab[];
  readonly settings?: readonly (readonly [name: string, value: string])[];
  /** Stands before what may be cut off: the ledger's and the way's doings. */
  readonly mortal?: (ledger: Ledger) => Ledger;
}

let emptyBook: Promise<WorkbookSnapshot> | undefined;

export const openPostDesk = async ({
  folder,
  wayOut,
  rows = [],
  kinds = [toldSchedule],
  from = { name: 'Tim Persandian', address: 'vicon@office.contoh.go.id' },
  mortal = (ledger) => ledger,
  rules = [],
  texts = plainTexts,
  registers = [],
  settings: given = [],
}: PostDeskOptions): Promise<PostDesk> => {
  emptyBook ??= openLocalWorkbook({ path: join(ownTemplates, 'buku-layanan.xlsx') }).read();
  const book = await emptyBook;
  const opened = await openLedger({ path: join(folder, 'ledger.db'), desk: 'desk' });
  const ledger = mortal(opened);
  const settings = [...given];
  const bare = { rules, documents: [] };
  const holidays: string[] = [];
  let looks = 0;
  const read = (): WorkbookSnapshot => {
    looks += 1;
    return {
      ...book,
      tabs: book.tabs.map((tab) => filled(tab, { rows, settings, holidays, registers })),
    };
  };
  const parts: PostParts = {
    workbook: {
      place: 'memory',
      read: async () => read(),
      ask: async () => {
        const snapshot = read();
        return { mark: JSON.stringify(snapshot), read: () => snapshot };
      },
      write: async () => [],
      append: async () => undefined,
      finishCutOff: async () => undefined,
    },
    documents: noDocuments,
    ledger,
    templates: { take: () => noTemplates },
    attendance: { take: async () => ({ isReport: new Map(), notices: [] }) },
    undo: noUndoShelf,
    photos: {
      folders: async () => undefined,
      take: async () => ({ notices: [] }),
      pictures: async () => new Map(),
    },
    messageKinds: kinds,
    draftKinds: kinds,
    texts,
    timeZone,
    ground: 'here',
    limits: { maxChangedShare: 1, alwaysAllowedRows: 10_000 },
    progress: () => undefined,
    post: { wayOut, from },
  };
  return {
    ledger,
    rows,
    settings,
    holidays,
    pass: async (now) => {
      const seen = await look(parts, { now: momentOf(now), ...bare });
      if (seen.kind === 'misread') throw new Error(seen.refusals.map(({ text }) => text).join());
      await promise(parts, seen);
    },
    deliver: (now, { uptimeMs } = {}) =>
      deliver(parts, {
        clock: () => momentOf(now),
        ...(uptimeMs !== undefined && { uptime: () => ({ machine: 'meja', ms: uptimeMs }) }),
        ...bare,
      }),
    looks: () => looks,
    close: () => opened.close(),
  };
};

/** An ordinary row; `number` tells one from another. */
export const aRow = (number: number, cells: RequestCells = {}): RequestCells => ({
  submittedAt: serialOf('2026-11-16T08:00') + number / 86_400,
  email: `pemohon${number}@dinas.contoh.go.id`,
  requesterName: `Pemohon Contoh ${number}`,
  institution: 'Bappeda',
  event: `Rapat Koordinasi ${number}`,
  startDay: serialOf('2026-11-30T00:00'),
  startTime: '09.00',
  endTime: '11.00',
  place: 'Aula Bappeda',
  serviceKind: 'Link Host + Operator',
  ...cells,
});

/** Tells the requester when and where, and again when that changes; nothing of what is called off. */
export const toldSchedule: MessageKind = {
  key: 'schedule',
  title: 'Jadwal',
  audience: 'requester',
  template: 'jadwal.txt',
  mustPrint: [],
  sample: {},
  wants: ({ cases, situation: { now } }) =>
    cases.flatMap((subject) => {
      const { answers } = subject.request;
      const { schedule, place = '', event = '', notes } = answers;
      if (schedule === undefined || notes === 'batal') return [];
      const [first] = schedule.sessions;
      const start = first?.start.toInstant() ?? now;
      return [
        {
          ticket: subject.ticket,
          to: requesterOf(subject),
          view: { tiket: subject.ticket, kegiatan: event, mulai: start.toString(), tempat: place },
          notBefore: subject.moments[0]?.at ?? now,
          notAfter: start,
          because: 'jadwal diketahui',
        },
      ];
    }),
};

const plainTexts: PostParts['texts'] = {
  take: () => ({
    mark: '',
    notices: [],
    render: (_, { view }) => ({
      subject: `${String(view['tiket'])} – jadwal`,
      text: Object.values(view).map(String).join('\n'),
      draft: '',
    }),
  }),
};

const noTemplates: ReturnType<PostParts['templates']['take']> = {
  mark: '',
  notices: [],
  fingerprint: () => ({ whole: '', view: '', template: '' }),
  render: () => {
    throw new Error('no document is made here');
  },
};

const noDocuments: DocumentStore = {
  place: async () => 'memory',
  inspect: async () => ({ amiss: new Set(), exposed: [] }),
  exposed: async () => [],
  look: async () => undefined,
  find: async () => undefined,
  successor: async () => undefined,
  save: async () => {
    throw new Error('no document is made here');
  },
  photoFolders: async () => undefined,
  readPhoto: async () => undefined,
  makePhotoFolder: async () => undefined,
  ...keepsNothing,
  isClosed: () => false,
};

const filled = (
  tab: TabSnapshot,
  {
    rows,
    settings,
    holidays,
    registers,
  }: Pick<PostDesk, 'rows' | 'settings' | 'holidays'> &
    Required<Pick<PostDeskOptions, 'registers'>>,
): TabSnapshot => {
  switch (tab.name) {
    case requestTab.name:
      return {
        ...tab,
        rows: [
          requestTab.columns.map(({ header }): Cell => header),
          ...rows.map((row) => requestTab.columns.map(({ field }) => row[field] ?? '')),
        ],
      };
    case 'Pengaturan':
      return {
        ...tab,
        rows: [
          ...tab.rows.slice(0, 1),
          ...settings.map(([name, value]): Cell[] => [name, value, '', '']),
        ],
      };
    case 'Hari Libur':
      return {
        ...tab,
        rows: [
          ...tab.rows,
          ...holidays.map((day): Cell[] => [serialOf(`${day}T00:00`), 'libur', 'Hari Contoh']),
        ],
      };
    default:
      return {
        ...tab,
        rows: [...tab.rows, ...registers.filter((each) => each.tab === tab.name).flatMap(cellsOf)],
      };
  }
};

/** As they stand under the headers of a tab that we made. */
const cellsOf = ({ tab, rows }: DemoTab): readonly (readonly Cell[])[] => {
  const fields = tabs.find(({ name }) => name === tab)?.columns.map(({ field }) => field) ?? [];
  return rows.map((row) => {
    const cells: Readonly<Record<string, Cell | undefined>> = { ...row };
    return fields.map((field) => cells[field] ?? '');
  });
};

const momentOf = (now: string | Temporal.Instant): Temporal.Instant =>
  typeof now === 'string'
    ? Temporal.PlainDateTime.from(now).toZonedDateTime(timeZone).toInstant()
    : now;

/** What a cell holds for that moment in the office's zone. */
export const serialOf = (text: string): number => toSerial(momentOf(text), timeZone);
