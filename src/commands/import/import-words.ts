/** What an import says on the command line: the preview, and the summary by field. */
import { groupBy } from '../../core/cases/group-by.ts';
import { headerOf, type RequestField, requestTab } from '../../core/columns/request-tab.ts';
import type { SourceColumn } from '../../core/import/find-tables.ts';
import type { Meaning } from '../../core/import/meanings.ts';
import type { RowKind } from '../../core/import/old-ledger.ts';
import type { ImportPlan } from '../../core/import/plan-import.ts';
import type { OldLedgerReading, SourceTable } from '../../core/import/read-old-ledger.ts';
import type { HiddenSheet, ImportSummary, UnsureValue } from '../../core/import/tell-import.ts';
import { counted } from '../../core/plan/counted.ts';
import { quoted } from '../../core/plan/quoted-cell.ts';
import { columnLetters } from '../../core/sheet/column-letters.ts';

interface ImportToTell {
  readonly file: string;
  readonly reading: OldLedgerReading;
  readonly plan: ImportPlan;
  readonly summary: ImportSummary;
  readonly dryRun: boolean;
}

export const importText = (told: ImportToTell): string => {
  const { file, reading, summary, dryRun } = told;
  return [
    dryRun
      ? `${file}, as it would be imported. Nothing was written.`
      : `${file}: ${summary.imported === 1 ? '1 row was' : `${summary.imported} rows were`} added to Permohonan${summary.known > 0 ? `; already there: ${summary.known}` : ''}.`,
    '',
    ...(dryRun ? previewOf(told) : []),
    ...countLines(summary),
    '',
    ...fieldLines(summary),
    ...unsureLines(summary),
    ...hiddenLines(summary),
    ...(dryRun ? mapLines(reading) : nextLines(summary)),
  ].join('\n');
};

const previewOf = ({ reading, plan }: ImportToTell): readonly string[] => [
  ...grouped(reading.tables).flatMap(({ tables, columns }) => [
    `${placesOf(tables)}:`,
    ...columns.map(columnLine),
    '',
  ]),
  ...(reading.otherSheets.length === 0
    ? []
    : [`No events in ${listed(reading.otherSheets.map(sheetWords))}.`, '']),
  'First rows:',
  ...plan.requests.slice(0, 5).map(({ source, cells }) => {
    const shown = [...(source.event?.values ?? [])].map(
      ([field, value]) => `${headerOf(field)} ${value.shown.replaceAll('\n', '; ')}`,
    );
    const notes = cells.get('notes');
    const rest =
      typeof notes === 'string' ? [`${headerOf('notes')} ${notes.replaceAll('\n', '; ')}`] : [];
    return `  ${spotOf(source)}: ${[...shown, ...rest].join(' · ')}`;
  }),
  '',
];

/** The one sheet of a text file bears no name. */
const sheetWords = (name: string): string => (name === '' ? 'this file' : `"${name}"`);

/** `In "Jan", "Feb" and "Mar" with the header in rows 5–6, and in "Apr" with the header in row 5`. */
const placesOf = (tables: readonly SourceTable[]): string => {
  const sheetsBy = groupBy(tables, ({ headerRows }) => headerWords(headerRows));
  const places = [...sheetsBy].map(([header, own]) =>
    own.every(({ sheet }) => sheet === '')
      ? `in this file with ${header}`
      : `in ${listed(own.map(({ sheet }) => `"${sheet}"`))} with ${header}`,
  );
  const [first = '', ...more] = places;
  return [`${first.charAt(0).toUpperCase()}${first.slice(1)}`, ...more].join(', and ');
};

const headerWords = (rows: readonly number[]): string => {
  const [first, ...more] = rows;
  if (first === undefined) return 'no header';
  return `the header in ${more.length === 0 ? `row ${first}` : `rows ${first}–${more.at(-1)}`}`;
};

const listed = (names: readonly string[]): string => {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
};

/** Tables whose columns mean the same are told once. */
const grouped = (
  tables: readonly SourceTable[],
): readonly {
  readonly tables: readonly SourceTable[];
  readonly columns: readonly SourceColumn[];
}[] => {
  const groups = new Map<string, SourceTable[]>();
  for (const table of tables) {
    const key = JSON.stringify(
      table.columns.map(({ column, header, meaning }) => [column, header, meaning]),
    );
    groups.set(key, [...(groups.get(key) ?? []), table]);
  }
  return [...groups.values()].map((same) => ({ tables: same, columns: same[0]?.columns ?? [] }));
};

const columnLine = ({ column, header, meaning, because }: SourceColumn): string => {
  const why = {
    header: 'by its header',
    content: 'by what stands in it',
    map: 'by your map',
    unknown: 'not known',
  }[because];
  return `  ${columnLetters(column + 1).padEnd(3)} ${(header === '' ? '(no header)' : header).padEnd(32)} → ${meaningWords(meaning)} (${why})`;
};

const otherMeanings: Partial<Readonly<Record<Meaning, string>>> = {
  number: 'number of the row, left aside',
  weekday: 'weekday, held against the date',
  month: 'month of the date',
  year: 'year of the date',
  contact: 'Nama Pemohon and Nomor Telepon / WhatsApp',
  passcode: 'ID Rapat',
  count: 'Catatan Pemohon',
  note: 'Catatan Pemohon, and whether it was cancelled',
  kept: 'Catatan Pemohon',
};

const isField = (meaning: Meaning): meaning is Extract<Meaning, RequestField> =>
  requestTab.columns.some(({ field }) => field === meaning);

const meaningWords = (meaning: Meaning): string =>
  otherMeanings[meaning] ?? (isField(meaning) ? headerOf(meaning) : meaning);

/** Of one row, and of more. */
const kindNames: Readonly<Record<RowKind, readonly [string, string]>> = {
  event: ['event', 'events'],
  cancelled: ['cancelled event', 'cancelled events'],
  continuation: ['line that goes on with the row above', 'lines that go on with the row above'],
  title: ['title', 'titles'],
  header: ['header', 'headers'],
  separator: ['separator', 'separators'],
  total: ['total', 'totals'],
  signature: ['signature', 'signatures'],
  note: ['note', 'notes'],
  hidden: ['event in a hidden sheet, not imported', 'events in hidden sheets, not imported'],
  repeated: ['event that another sheet has too', 'events that another sheet has too'],
  blank: ['blank row', 'blank rows'],
};

const countLines = ({ rows, known, repeated }: ImportSummary): readonly string[] => [
  'Rows of the ledger:',
  ...Object.entries(kindNames).flatMap(([kind, [one, more]]) => {
    const count = Object.entries(rows).find(([each]) => each === kind)?.[1] ?? 0;
    return count === 0 ? [] : [`  ${String(count).padStart(5)} ${count === 1 ? one : more}`];
  }),
  ...(known > 0
    ? [`  Of the events ${known} came with an earlier import and are left as they are.`]
    : []),
  ...(repeated > 0
    ? [`  Of the events ${repeated} stand in another sheet too and come once.`]
    : []),
];

const fieldLines = ({ fields }: ImportSummary): readonly string[] =>
  fields.length === 0
    ? []
    : [
        `  ${'Column'.padEnd(42)} filled changed unsure`,
        ...fields.map(
          ({ header, filled, changed, unsure }) =>
            `  ${header.padEnd(42)} ${String(filled).padStart(6)} ${String(changed).padStart(7)} ${String(unsure).padStart(6)}`,
        ),
        '',
      ];

/** So many are printed; all stand in the workbook. */
const mostPrinted = 20;

const unsureLines = ({ unsure, values }: ImportSummary): readonly string[] =>
  unsure.length === 0
    ? []
    : [
        `Unsure: ${unsure.length} of ${values} values. In the workbook they stand in Periksa Impor and in Keterangan:`,
        ...unsure.slice(0, mostPrinted).map(unsureLine),
        ...(unsure.length > mostPrinted ? [`  … and ${unsure.length - mostPrinted} more`] : []),
        '',
      ];

const unsureLine = (value: UnsureValue): string =>
  `  - ${spotOf(value)}, ${value.header}: ${quoted(value.because)}`;

const hiddenLines = ({ hiddenSheets }: ImportSummary): readonly string[] => {
  const [first] = hiddenSheets;
  if (first === undefined) return [];
  const example = JSON.stringify({ sheets: { [first.sheet]: { ignore: false } } });
  return [
    'Hidden sheets hold events that were not imported:',
    ...hiddenSheets.map(hiddenLine),
    `To import one, show it in the ledger or say so in the file for --map: ${example}; "ignore": true leaves it out without being asked.`,
    '',
  ];
};

const hiddenLine = ({ sheet, events }: HiddenSheet): string =>
  `  - ${quoted(sheet)}: ${counted(events, 'event')}`;

const spotOf = ({ sheet, row }: { readonly sheet: string; readonly row: number }): string =>
  sheet === '' ? `row ${row}` : `${sheet}, row ${row}`;

const nextLines = ({ imported }: ImportSummary): readonly string[] =>
  imported === 0
    ? []
    : [
        'Every value that was changed stands beside its original in the tab Catatan Impor.',
        'Now run a pass: it gives the tickets and makes the recaps of the months that came.',
      ];

interface MapToEdit {
  readonly map: { readonly sheets: Readonly<Record<string, SheetToEdit>> };
}

interface SheetToEdit {
  /** Of a hidden sheet that is imported. */
  readonly ignore?: false;
  readonly columns: Columns;
}

type Columns = Readonly<Record<string, Meaning>>;

/** What a person may save, change, and name with `--map`; what most sheets of a year have in common is said once. */
export const mapToEdit = ({ tables }: OldLedgerReading): MapToEdit => {
  const sheets = [...groupBy(tables, ({ sheet }) => sheet)].map(
    ([sheet, own]) => [sheet, columnsToEdit(own)] as const,
  );
  const alike = [...groupBy(sheets, ([, columns]) => JSON.stringify(columns)).values()];
  const [[, common] = ['', {}]] = alike.toSorted((a, b) => b.length - a.length)[0] ?? [];
  const hidden = new Set(tables.flatMap(({ sheet, isHidden }) => (isHidden ? [sheet] : [])));
  const others = sheets.filter(
    ([sheet, columns]) => hidden.has(sheet) || JSON.stringify(columns) !== JSON.stringify(common),
  );
  const isSaidOnce =
    sheets.length > 1 &&
    others.every(([, columns]) => Object.keys(common).every((name) => name in columns));
  const named = isSaidOnce ? [['*', common] as const, ...others] : sheets;
  return {
    map: {
      sheets: Object.fromEntries(
        named.map(([sheet, columns]): [string, SheetToEdit] => [
          sheet === '' ? '*' : sheet,
          { ...(hidden.has(sheet) && { ignore: false as const }), columns },
        ]),
      ),
    },
  };
};

/** By letter; where one letter means different things in the tables of a sheet, by header. */
const columnsToEdit = (tables: readonly SourceTable[]): Columns => {
  const columns = tables.flatMap((table) => table.columns);
  const isPlain = ({ column, meaning }: SourceColumn): boolean =>
    columns.every((other) => other.column !== column || other.meaning === meaning);
  return Object.fromEntries(
    columns.map((each) => [
      isPlain(each) || each.header === '' ? columnLetters(each.column + 1) : each.header,
      each.meaning,
    ]),
  );
};

const mapLines = (reading: OldLedgerReading): readonly string[] => [
  'Where a column is taken wrongly, save this with the meanings put right, and name the file with --map:',
  JSON.stringify(mapToEdit(reading).map, null, 1),
];
