/**
 * A desk over an office that is plain data, beside a real ledger: a pass over it takes milliseconds. Documents are their
 * views in JSON, and texts are read once for all desks.
 */
import { createHash } from 'node:crypto';
import type {
  DocumentStore,
  KeptDocument,
  StoredDocument,
  Workbook,
} from '../../../src/backends/backend.ts';
import { place, targetsOf } from '../../../src/backends/google/sheet/placing.ts';
import { WorkbookBusyError } from '../../../src/backends/local/saving/errors.ts';
import { ownTemplates } from '../../../src/config.ts';
import { messageKinds } from '../../../src/core/messages/kinds/index.ts';
import type { Outcome } from '../../../src/core/sheet/edits.ts';
import { asRead, spotOf, type TabSnapshot } from '../../../src/core/sheet/snapshot.ts';
import type { Ledger } from '../../../src/ledger/ledger.ts';
import { openTextShelf } from '../../../src/messages/text-shelf.ts';
import type { WayOut } from '../../../src/messages/way-out.ts';
import { openAttendanceShelf } from '../../../src/service/attendance-shelf.ts';
import { openPhotoShelf } from '../../../src/service/photo-shelf.ts';
import type { PostParts } from '../../../src/service/post/post-parts.ts';
import type { UndoShelf } from '../../../src/service/undo-shelf.ts';
import { timeZone } from '../builders.ts';
import type { Office } from './office.ts';

export const memoryDesk = (office: Office, ledger: Ledger): PostParts => {
  const documents = memoryStore(office);
  const shelf = { documents, memory: ledger };
  return {
    workbook: memoryWorkbook(office),
    documents,
    ledger,
    templates: { take: () => templatesOf(office) },
    texts: { take: (kinds) => textsOf(office, kinds) },
    attendance: openAttendanceShelf(shelf),
    photos: openPhotoShelf({ ...shelf, progress: () => undefined }),
    answerForm: async () => office.answerForm,
    undo: memoryUndoShelf(),
    messageKinds,
    draftKinds: messageKinds,
    timeZone,
    ground: 'here',
    limits: { maxChangedShare: 1, alwaysAllowedRows: 10_000 },
    progress: () => undefined,
    post: { wayOut, from: { name: 'Tim Persandian', address: 'vicon@office.contoh.go.id' } },
  };
};

/** Documents are never printed here, so no template has to be read. */
const templatesOf = ({
  templates: edition,
}: Office): ReturnType<PostParts['templates']['take']> => ({
  mark: `${edition}`,
  notices: edition % 3 === 2 ? ['Templat "surat-tugas.docx" belum dapat dipakai.'] : [],
  fingerprint: ({ view, text }, facts = view) => {
    const whole = text ?? JSON.stringify(view);
    return {
      whole: hash(`${whole} ${edition}`),
      view: hash(text ?? JSON.stringify(facts)),
      template: `${edition}`,
    };
  },
  render: ({ view, text }) => Buffer.from(text ?? JSON.stringify([view, edition])),
});

type TextShelf = PostParts['texts'];
type Kinds = Parameters<TextShelf['take']>[0];

const textShelf = openTextShelf({
  folder: ownTemplates,
  builtIn: ownTemplates,
  lastGood: '',
  keep: false,
});
let textsTaken: ReturnType<TextShelf['take']> | undefined;

/** Nobody changes the files, so what they hold need not be read thousands of times. */
const takeTexts = (kinds: Kinds): ReturnType<TextShelf['take']> => {
  textsTaken ??= textShelf.take(kinds);
  return textsTaken;
};

const textsOf = ({ texts: edition }: Office, kinds: Kinds): ReturnType<TextShelf['take']> => {
  const taken = takeTexts(kinds);
  return {
    mark: `${taken.mark} ${edition}`,
    notices: edition % 3 === 2 ? ['Naskah pesan "jadwal.txt" belum dapat dipakai.'] : [],
    render: (kind, message) => {
      const { draft, ...mail } = taken.render(kind, message);
      return { ...mail, draft: edition === 0 ? draft : `${draft} (${edition})` };
    },
  };
};

const memoryWorkbook = (office: Office): Workbook => {
  const snapshot = () => ({
    tabs: office.tabs.map(
      ({ name, rows, links }): TabSnapshot => ({
        name,
        rows: structuredClone(rows),
        ...(office.tellsLinks && { links: new Map(links) }),
      }),
    ),
  });
  return {
    place: 'memory',
    read: async () => snapshot(),
    ask: async () => {
      const seen = snapshot();
      const links = seen.tabs.map((tab) => [...(tab.links ?? [])]);
      return { mark: hash(JSON.stringify([seen, links])), read: () => seen };
    },
    finishCutOff: async () => undefined,
    append: async () => {
      throw new Error('nothing is brought into this desk');
    },
    write: async (edits, locate) => {
      if (office.isOpen) throw new WorkbookBusyError({ path: 'memory' });
      office.meanwhile?.();
      const outcomes: Outcome[] = edits.map(() => 'overtaken');
      for (const placed of place(targetsOf(edits), snapshot(), locate)) {
        const tab = office.tabs.find(({ name }) => name === placed.tab);
        const rows = tab?.rows ?? [];
        while (rows.length < placed.row) rows.push([]);
        const cells = rows[placed.row - 1] ?? [];
        while (cells.length < placed.column) cells.push('');
        const { content } = placed;
        cells[placed.column - 1] = asRead(content);
        const spot = spotOf(placed.row, placed.column);
        if (typeof content === 'object' && content.kind === 'link')
          tab?.links.set(spot, content.url);
        else tab?.links.delete(spot);
        for (const edit of placed.edits) outcomes[edit] = 'written';
      }
      return outcomes;
    },
  };
};

const memoryStore = ({ files, photos }: Office): DocumentStore => {
  const look = (id: string): StoredDocument | undefined => {
    const file = files.get(id);
    return (
      file && {
        id,
        url: addressOf(file.title),
        title: file.title,
        contentHash: hash(file.bytes),
        ...(file.isEdited && { editedBy: 'Rahmat' }),
      }
    );
  };
  const put = (id: string, title: string, bytes: Uint8Array): StoredDocument => {
    files.set(id, { title, bytes, isEdited: false });
    return { id, url: addressOf(title), title, contentHash: hash(bytes) };
  };
  return {
    place: async () => 'memory',
    inspect: async (documents) => ({
      amiss: new Set(
        documents.flatMap(({ id }) => {
          const file = files.get(id);
          return file === undefined || file.isEdited ? [id] : [];
        }),
      ),
      exposed: [],
    }),
    exposed: async () => [],
    look: async (id) => look(id),
    find: async () => undefined,
    successor: async () => undefined,
    save: async ({ key, edition, bytes, folder, name, replaces }) =>
      put(replaces ?? `${key} ${edition}`, [...folder, name].join('/'), bytes),
    keep: async (id) => {
      const file = files.get(id);
      return file && { note: file.title, bytes: file.bytes };
    },
    putBack: async (id, { note, bytes }) =>
      bytes === undefined || !files.has(id) ? undefined : put(id, note, bytes),
    takeAway: async (id) => {
      files.delete(id);
      return id;
    },
    photoFolders: async () =>
      [...photos].map(([name, held]) => ({
        name,
        files: [...held].map(([file, bytes]) => ({
          id: `${name}/${file}`,
          name: file,
          size: bytes.byteLength,
          mark: hash(bytes),
        })),
      })),
    readPhoto: async ({ id, mark }) => {
      const [folder = '', file = ''] = id.split('/');
      const bytes = photos.get(folder)?.get(file);
      return bytes && hash(bytes) === mark ? bytes : undefined;
    },
    makePhotoFolder: async (name) => {
      if (!photos.has(name)) photos.set(name, new Map());
    },
    isClosed: () => false,
  };
};

const addressOf = (title: string): string => `https://berkas.contoh.go.id/${encodeURI(title)}`;

const memoryUndoShelf = (): UndoShelf => {
  const shelf = new Map<string, KeptDocument>();
  return {
    keep: async (documents, id) => {
      const kept = await documents.keep(id);
      if (kept?.bytes === undefined) return undefined;
      const bytes = hash(kept.bytes);
      shelf.set(bytes, kept);
      return { note: kept.note, bytes };
    },
    take: ({ note, bytes }) => {
      const kept = bytes === undefined ? undefined : shelf.get(bytes);
      return kept && { ...kept, note };
    },
    tidy: () => undefined,
  };
};

/** What becomes of a mail hangs on its content alone, so that two desks hear the same. */
const wayOut: WayOut = {
  name: 'smtp',
  inDoubt: 'same bytes',
  send: async ({ envelope }) => {
    const fate = Number.parseInt(hash(envelope.to[0]).slice(0, 2), 16);
    if (fate < 16) return { kind: 'refused', what: 'address', why: 'alamat tidak dikenal' };
    if (fate < 32) return { kind: 'unknown', why: 'sambungan putus' };
    return { kind: 'sent' };
  },
  settle: async () => undefined,
};

const hash = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');
