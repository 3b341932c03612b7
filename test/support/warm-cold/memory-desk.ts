/** A desk whose workbook, documents and files are plain data, beside a real ledger: a pass over it takes milliseconds. */
import { createHash } from 'node:crypto';
import type { DocumentStore, StoredDocument, Workbook } from '../../../src/backends/backend.ts';
import { place, targetsOf } from '../../../src/backends/google/sheet/placing.ts';
import { ownTemplates } from '../../../src/config.ts';
import { messageKinds } from '../../../src/core/messages/kinds/index.ts';
import type { Outcome } from '../../../src/core/sheet/edits.ts';
import { asRead, type Cell, type TabSnapshot } from '../../../src/core/sheet/snapshot.ts';
import type { Ledger } from '../../../src/ledger/ledger.ts';
import { openTextShelf } from '../../../src/messages/text-shelf.ts';
import type { PassParts } from '../../../src/service/pass/pass-parts.ts';
import { openTemplateShelf } from '../../../src/service/template-shelf.ts';
import { timeZone } from '../builders.ts';
import { keepsNothing, noUndoShelf } from '../no-undo.ts';

export interface MemorySheets {
  readonly tabs: { readonly name: string; readonly rows: Cell[][] }[];
}

export const memoryDesk = (sheets: MemorySheets, ledger: Ledger): PassParts => {
  const files = new Map<string, StoredDocument>();
  const templates = openTemplateShelf({
    folder: ownTemplates,
    builtIn: ownTemplates,
    lastGood: '',
    keep: false,
    chartsAsPictures: false,
    zone: 'WITA',
  });
  return {
    workbook: memoryWorkbook(sheets),
    documents: memoryStore(files),
    ledger,
    templates: {
      take: (kinds) => ({
        ...templates.take(kinds),
        render: ({ view }) => Buffer.from(JSON.stringify(view)),
      }),
    },
    texts: openTextShelf({
      folder: ownTemplates,
      builtIn: ownTemplates,
      lastGood: '',
      keep: false,
    }),
    attendance: { take: async () => ({ isReport: new Map(), notices: [] }) },
    photos: {
      folders: async () => undefined,
      take: async () => ({ notices: [] }),
      pictures: async () => new Map(),
    },
    undo: noUndoShelf,
    messageKinds,
    draftKinds: messageKinds,
    timeZone,
    limits: { maxChangedShare: 1, alwaysAllowedRows: 10_000 },
    progress: () => undefined,
  };
};

const memoryWorkbook = (sheets: MemorySheets): Workbook => {
  const snapshot = () => ({
    tabs: sheets.tabs.map(({ name, rows }): TabSnapshot => ({ name, rows: structuredClone(rows) })),
  });
  return {
    place: 'memory',
    read: async () => snapshot(),
    ask: async () => {
      const seen = snapshot();
      return { mark: hash(JSON.stringify(seen)), read: () => seen };
    },
    finishCutOff: async () => undefined,
    append: async () => {
      throw new Error('nothing is brought into this desk');
    },
    write: async (edits, locate) => {
      const outcomes: Outcome[] = edits.map(() => 'overtaken');
      for (const placed of place(targetsOf(edits), snapshot(), locate)) {
        const rows = sheets.tabs.find(({ name }) => name === placed.tab)?.rows ?? [];
        while (rows.length < placed.row) rows.push([]);
        const cells = rows[placed.row - 1] ?? [];
        while (cells.length < placed.column) cells.push('');
        cells[placed.column - 1] = asRead(placed.content);
        for (const edit of placed.edits) outcomes[edit] = 'written';
      }
      return outcomes;
    },
  };
};

const memoryStore = (files: Map<string, StoredDocument>): DocumentStore => ({
  place: async () => 'memory',
  inspect: async (documents) => ({
    amiss: new Set(documents.flatMap(({ id }) => (files.has(id) ? [] : [id]))),
    exposed: [],
  }),
  exposed: async () => [],
  look: async (id) => files.get(id),
  find: async () => undefined,
  successor: async () => undefined,
  save: async ({ key, edition, bytes, folder, name }) => {
    const id = `${key} ${edition}`;
    const title = [...folder, name].join('/');
    const stored = { id, url: encodeURI(title), title, contentHash: hash(bytes) };
    files.set(id, stored);
    return stored;
  },
  ...keepsNothing,
  photoFolders: async () => undefined,
  readPhoto: async () => undefined,
  makePhotoFolder: async () => undefined,
  isClosed: () => false,
});

const hash = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');
