/** What an import would put into a desk: rows of Permohonan, and the notes that tell of every row of the old ledger. */
import { Temporal } from 'temporal-polyfill';
import { headerOf } from '../columns/request-tab.ts';
import { fold } from '../reading/spelling.ts';
import { archivedSentence } from '../rules/settle-archived.ts';
import type { CellContent } from '../sheet/snapshot.ts';
import { identityOf, keyOf, sameEventOf } from './event-identity.ts';
import { bySheet, leftOutOf } from './hidden-sheets.ts';
import type { Fillable } from './meanings.ts';
import type { RowKind } from './old-ledger.ts';
import type { OldLedgerReading, SourceRow } from './read-old-ledger.ts';
import type { Certainty, ImportedValue, SourceEvent } from './read-source-event.ts';

/** Columns of Permohonan that an import fills. */
export type ImportField = Fillable | 'notes' | 'remarks' | 'importSource' | 'importCheck';

/** One new row of Permohonan. */
export interface NewRequest {
  readonly source: SourceRow;
  readonly key: string;
  readonly cells: ReadonlyMap<ImportField, CellContent>;
  /** Fields of which a person is asked. */
  readonly unsure: readonly Fillable[];
}

/** One line of Catatan Impor. */
export interface ImportNote {
  readonly sheet: string;
  readonly row: number;
  /** Of a line about a whole row. */
  readonly kind?: RowKind;
  /** Of a line about one value. */
  readonly field?: ImportField;
  readonly original: string;
  readonly becomes: string;
  readonly certainty?: Certainty;
  readonly because: string;
  readonly key: string;
}

export interface ImportPlan {
  readonly requests: readonly NewRequest[];
  readonly notes: readonly ImportNote[];
  /** Events that came with an earlier import. */
  readonly known: readonly SourceRow[];
  /** Events of hidden sheets that came neither with this import nor with an earlier one. */
  readonly leftOut: readonly SourceRow[];
}

export interface DeskSoFar {
  /** Keys that stand in Permohonan or Catatan Impor. */
  readonly keys: ReadonlySet<string>;
  /** What `sameEventOf` makes of rows that were not imported. */
  readonly events: ReadonlySet<string>;
}

export interface ImportSituation {
  readonly file: string;
  readonly desk: DeskSoFar;
  readonly today: Temporal.PlainDate;
  /** A short digest of a text, the same for ever. */
  readonly digest: (text: string) => string;
}

export const planImport = (
  { rows, hidden }: OldLedgerReading,
  { file, desk, today, digest }: ImportSituation,
): ImportPlan => {
  const requests: NewRequest[] = [];
  const notes: ImportNote[] = [];
  const known: SourceRow[] = [];
  const seen = new Map<string, SourceRow[]>();
  for (const source of rows) {
    const { event } = source;
    if (event === undefined) {
      const key = digest(
        `${file}|${source.sheet}|${source.kind}|${fold(source.text)}|${source.row}`,
      );
      if (!desk.keys.has(key)) notes.push(rowNote(source, { key, because: '' }));
      continue;
    }
    const identity = identityOf(event);
    const before = seen.get(identity) ?? [];
    // Without a day nothing tells "Rapat rutin" of one month from that of the next.
    const elsewhere = event.days && before.find(({ sheet }) => sheet !== source.sheet);
    if (elsewhere !== undefined && !before.some(({ sheet }) => sheet === source.sheet)) {
      const key = digest(`${file}|${source.sheet}|repeated|${identity}`);
      const because = `kegiatan yang sama ada pada lembar ${elsewhere.sheet}, baris ${elsewhere.row}; tidak diimpor dua kali`;
      if (!desk.keys.has(key))
        notes.push(rowNote({ ...source, kind: 'repeated' }, { key, because }));
      continue;
    }
    seen.set(identity, [...before, source]);
    const key = keyOf(identity, before.length + 1, digest);
    if (desk.keys.has(key)) {
      known.push(source);
      continue;
    }
    const doubled = twiceIn(source, { before, desk, event });
    const values = withDoubt(event.values, doubled);
    requests.push(newRequest({ source, event, values, key, file, today }));
    notes.push(...notesOf(source, { event, values, key }));
  }
  const leftOut = leftOutOf(hidden, { imported: seen, keys: desk.keys, digest });
  const untold = hiddenNotes(leftOut, { file, digest }).filter(({ key }) => !desk.keys.has(key));
  return { requests, notes: [...untold, ...notes], known, leftOut };
};

/** One line for each hidden sheet from which events are left out; it is told again where their number is another. */
const hiddenNotes = (
  leftOut: readonly SourceRow[],
  { file, digest }: Pick<ImportSituation, 'file' | 'digest'>,
): readonly ImportNote[] =>
  [...bySheet(leftOut)].map(([sheet, events]) => {
    const row = events[0]?.row ?? 1;
    return {
      sheet,
      row,
      kind: 'hidden',
      original: '',
      becomes: `${events.length} kegiatan (mulai baris ${row}) tidak diimpor`,
      certainty: 'unsure',
      because: whyHidden,
      key: digest(`${file}|${sheet}|hidden|${events.length}`),
    };
  });

/** Short: rows of Catatan Impor have room for two lines. */
const whyHidden =
  'lembar disembunyikan; agar diimpor, tampilkan dahulu, atau tulis "ignore": false di berkas --map';

const twiceIn = (
  { sheet }: SourceRow,
  {
    before,
    desk,
    event,
  }: {
    readonly before: readonly SourceRow[];
    readonly desk: DeskSoFar;
    readonly event: SourceEvent;
  },
): string | undefined => {
  const above = before.findLast((row) => row.sheet === sheet);
  if (above !== undefined)
    return `kegiatan yang sama sudah ada pada baris ${above.row} buku lama; hapus satu bila memang sama`;
  const same = sameEventOf({
    day: event.days?.from.toString() ?? '',
    title: event.values.get('event')?.shown ?? '',
    institution: event.values.get('institution')?.shown ?? '',
  });
  return desk.events.has(same)
    ? 'kegiatan yang sama sudah ada di Permohonan; hapus satu bila memang sama'
    : undefined;
};

type SourceValues = SourceEvent['values'];

const withDoubt = (values: SourceValues, because: string | undefined): SourceValues => {
  const event = values.get('event');
  if (because === undefined || event === undefined) return values;
  return new Map([...values, ['event', { ...event, certainty: 'unsure', because }]]);
};

const newRequest = ({
  source,
  event,
  values,
  key,
  file,
  today,
}: {
  readonly source: SourceRow;
  readonly event: SourceEvent;
  readonly values: SourceValues;
  readonly key: string;
  readonly file: string;
  readonly today: Temporal.PlainDate;
}): NewRequest => {
  const isPast = event.days === undefined || Temporal.PlainDate.compare(event.days.to, today) < 0;
  const unsure = [...values].flatMap(([field, { certainty }]) =>
    certainty === 'unsure' ? [field] : [],
  );
  const questions = [...values].flatMap(([field, value]) =>
    value.certainty === 'unsure' ? [questionOf(field, value)] : [],
  );
  const cells = new Map<ImportField, CellContent>(
    [...values].flatMap(([field, { content }]) => (content === '' ? [] : [[field, content]])),
  );
  if (isPast && !cells.has('state')) cells.set('state', 'Selesai');
  if (event.notes.length > 0) cells.set('notes', event.notes.join('\n'));
  cells.set('importSource', sourceCell(source, { file, key, isPast }));
  if (questions.length > 0) cells.set('importCheck', questions.join('\n'));
  if (isPast) cells.set('remarks', [...questions, archivedSentence].join('\n'));
  else if (questions.length > 0) cells.set('remarks', questions.join('\n'));
  return { source, key, cells, unsure };
};

/** As it stands in *Periksa Impor* and in *Keterangan*: one line, for each line there is a question of its own. */
const questionOf = (field: Fillable, { because = '' }: ImportedValue): string =>
  `${headerOf(field)}: ${because.replaceAll(/\s*\n\s*/g, ' ')}. Betulkan bila perlu, lalu hapus baris ini dari Periksa Impor.`;

const sourceCell = (
  { sheet, row }: SourceRow,
  { file, key, isPast }: { readonly file: string; readonly key: string; readonly isPast: boolean },
): string =>
  `${isPast ? 'Arsip' : 'Impor'} ${[file, ...(sheet === '' ? [] : [sheet]), `baris ${row}`].join(', ')} [${key}]`;

const rowNote = (
  { sheet, row, kind, text }: SourceRow,
  { key, because }: { readonly key: string; readonly because: string },
): ImportNote => ({ sheet, row, kind, original: text, becomes: '', because, key });

const notesOf = (
  source: SourceRow,
  {
    event,
    values,
    key,
  }: { readonly event: SourceEvent; readonly values: SourceValues; readonly key: string },
): readonly ImportNote[] => {
  const { sheet, row } = source;
  const changed = [...values].flatMap(([field, value]): ImportNote[] => {
    if (value.certainty !== 'unsure' && isSame(value)) return [];
    const { original, shown, certainty, because = '' } = value;
    return [{ sheet, row, field, original, becomes: shown, certainty, because, key }];
  });
  const kept = event.notes.join('\n');
  return [rowNote({ ...source, text: kept }, { key, because: '' }), ...changed];
};

/** Written as it was read, but for blanks. */
const isSame = ({ original, shown }: ImportedValue): boolean =>
  original.replaceAll(/\s+/g, ' ').trim() === shown.replaceAll(/\s+/g, ' ').trim();
