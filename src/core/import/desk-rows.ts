/** The rows that an import puts into a workbook as it stands just now. */
import type { Temporal } from 'temporal-polyfill';
import { certaintyWords, importTab } from '../columns/import-tab.ts';
import { headerOf, type RequestField, requestTab } from '../columns/request-tab.ts';
import { answerOf, textOf } from '../reading/cell-text.ts';
import { readDays } from '../reading/read-days.ts';
import type { FieldOf } from '../sheet/column.ts';
import type { NewRow } from '../sheet/edits.ts';
import { type ColumnLocation, findTab, locateColumns } from '../sheet/locate-columns.ts';
import { toSerial } from '../sheet/serial.ts';
import type { CellContent, TabSnapshot, WorkbookSnapshot } from '../sheet/snapshot.ts';
import { keyInSource, sameEventOf } from './event-identity.ts';
import type { RowKind } from './old-ledger.ts';
import {
  type DeskSoFar,
  type ImportField,
  type ImportNote,
  type ImportPlan,
  type ImportSituation,
  type NewRequest,
  planImport,
} from './plan-import.ts';
import type { OldLedgerReading } from './read-old-ledger.ts';

export interface DeskImport {
  readonly plan: ImportPlan;
  readonly rows: readonly NewRow[];
}

/** What the workbook lacks before anything can be imported into it: tabs, or columns of Permohonan, by their names. */
export type DeskLacks = { readonly tabs: readonly string[]; readonly headers: readonly string[] };

export const lackingIn = (snapshot: WorkbookSnapshot): DeskLacks => {
  const requests = findTab(snapshot, requestTab);
  const notes = findTab(snapshot, importTab);
  const { indexOf } =
    requests === undefined ? { indexOf: new Map() } : locateColumns(requests, requestTab);
  const wanted: readonly RequestField[] = [
    'event',
    'startDay',
    'startTime',
    'state',
    'remarks',
    'notes',
    'importSource',
    'importCheck',
  ];
  return {
    tabs: [
      ...(requests === undefined ? [requestTab.name] : []),
      ...(notes === undefined ? [importTab.name] : []),
    ],
    headers:
      requests === undefined ? [] : wanted.filter((field) => !indexOf.has(field)).map(headerOf),
  };
};

/** @param snapshot Of a workbook that lacks nothing. */
export const importInto = (
  snapshot: WorkbookSnapshot,
  reading: OldLedgerReading,
  situation: Omit<ImportSituation, 'desk' | 'today'> & {
    readonly now: Temporal.Instant;
    readonly timeZone: string;
  },
): DeskImport => {
  const { now, timeZone } = situation;
  const requests = findTab(snapshot, requestTab);
  const notes = findTab(snapshot, importTab);
  const desk = deskNow(requests, notes);
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate();
  const plan = planImport(reading, { ...situation, desk, today });
  const at = toSerial(now, timeZone);
  return {
    plan,
    rows: [
      ...(requests === undefined ? [] : requestRows(requests, plan.requests)),
      ...(notes === undefined ? [] : noteRows(notes, plan.notes, { at, file: situation.file })),
    ],
  };
};

const deskNow = (requests: TabSnapshot | undefined, notes: TabSnapshot | undefined): DeskSoFar => {
  const inNotes =
    notes === undefined ? [] : cellsBelow(notes, locateColumns(notes, importTab), 'key');
  const columns = requests && locateColumns(requests, requestTab);
  const sources =
    requests === undefined || columns === undefined
      ? []
      : cellsBelow(requests, columns, 'importSource');
  return {
    keys: new Set([
      ...inNotes.map(textOf).filter((text) => text !== ''),
      ...sources.flatMap((cell) => keyInSource(textOf(cell)) ?? []),
    ]),
    events: new Set(requests && columns ? eventsIn(requests, columns) : []),
  };
};

const cellsBelow = <F extends string>(
  { rows }: TabSnapshot,
  { headerRow, indexOf }: ColumnLocation<F>,
  field: F,
) => {
  const index = indexOf.get(field);
  return index === undefined ? [] : rows.slice(headerRow + 1).map((cells) => cells[index] ?? '');
};

/** Events of rows that nobody imported. */
const eventsIn = (
  { rows }: TabSnapshot,
  { headerRow, indexOf }: ColumnLocation<RequestField>,
): readonly string[] =>
  rows.slice(headerRow + 1).flatMap((cells) => {
    const at = (field: RequestField) => cells[indexOf.get(field) ?? -1] ?? '';
    const title = answerOf(at('event'));
    if (title === undefined || textOf(at('importSource')) !== '') return [];
    const day = readDays(at('startDay'), undefined);
    return day.kind === 'read'
      ? [
          sameEventOf({
            day: day.value.from.toString(),
            title,
            institution: textOf(at('institution')),
          }),
        ]
      : [];
  });

/** What has no column in this workbook is put among the notes. */
const requestRows = (tab: TabSnapshot, requests: readonly NewRequest[]): readonly NewRow[] => {
  const { indexOf } = locateColumns(tab, requestTab);
  return requests.map(({ cells }) => {
    const homeless = [...cells].filter(([field]) => !indexOf.has(field));
    const notes = [
      cells.get('notes') ?? '',
      ...homeless.map(([field, content]) => `${headerOf(field)}: ${shownIn(content)}`),
    ].filter((text) => text !== '');
    const all = new Map<ImportField, CellContent>(cells);
    if (notes.length > 0) all.set('notes', notes.join('\n'));
    return {
      tab: tab.name,
      cells: new Map(
        [...all].flatMap(([field, content]): [number, CellContent][] => {
          const index = indexOf.get(field);
          return index === undefined ? [] : [[index + 1, content]];
        }),
      ),
    };
  });
};

const shownIn = (content: CellContent): string =>
  typeof content !== 'object'
    ? String(content)
    : content.kind === 'link'
      ? content.text
      : String(content.serial);

const kindWords: Readonly<Record<RowKind, string>> = {
  event: 'kegiatan',
  cancelled: 'dibatalkan',
  continuation: 'lanjutan baris di atas',
  title: 'judul',
  header: 'kepala tabel',
  separator: 'pemisah',
  total: 'jumlah',
  signature: 'tanda tangan',
  note: 'catatan',
  repeated: 'sudah di lembar lain',
  hidden: 'lembar tersembunyi',
  blank: 'kosong',
};

type NoteField = FieldOf<typeof importTab>;

const noteRows = (
  tab: TabSnapshot,
  notes: readonly ImportNote[],
  { at, file }: { readonly at: number; readonly file: string },
): readonly NewRow[] => {
  const { indexOf } = locateColumns(tab, importTab);
  return notes.map((note) => {
    const { sheet, row, kind, field, original, becomes, certainty, because, key } = note;
    const cells: Readonly<Record<NoteField, CellContent>> = {
      at: { kind: 'serial', serial: at, show: 'moment' },
      file,
      sheet,
      row,
      kind: kind === undefined ? '' : kindWords[kind],
      header: field === undefined ? '' : headerOf(field),
      original,
      becomes,
      certainty: certainty === undefined ? '' : certaintyWords[certainty],
      because,
      key,
    };
    return {
      tab: tab.name,
      cells: new Map(
        [...indexOf].flatMap(([name, index]): [number, CellContent][] =>
          cells[name] === '' ? [] : [[index + 1, cells[name]]],
        ),
      ),
    };
  });
};
