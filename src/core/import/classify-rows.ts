/** What each row of a sheet is: an event, what goes on with one, or what stands around them. */

import { readDaysAsWritten } from '../reading/read-days.ts';
import { fold } from '../reading/spelling.ts';
import { type FoundTable, isNumbering, repeatsHeader, type SourceColumn } from './find-tables.ts';
import { type GridCell, type GridRow, ownCells } from './grid.ts';
import type { Meaning } from './meanings.ts';
import { contextIn, type WhenContext } from './when-context.ts';

export type RowRole =
  | { readonly kind: 'blank' | 'header' | 'total' | 'signature' | 'note' | 'event' }
  /** `context` is what it says of the rows below. */
  | { readonly kind: 'separator'; readonly context: WhenContext }
  /** It goes on with the event of that row. */
  | { readonly kind: 'continuation'; readonly of: number };

/** The roles of the rows below a table's header, from its first data row up to the next table. */
export const rolesOf = (
  rows: readonly GridRow[],
  table: FoundTable,
): ReadonlyMap<number, RowRole> => {
  const roles = new Map<number, RowRole>();
  const events = withoutWrapped(
    rows.filter((row) => isEvent(row, table)),
    table,
  );
  const lastEvent = events.at(-1) ?? 0;
  const eventRows = new Set(events);
  let before: number | undefined;
  let isSigned = false;
  for (const row of rows) {
    const role: RowRole = eventRows.has(row.row)
      ? { kind: 'event' }
      : roleOf(row, { table, before, isBehind: row.row > lastEvent, isSigned });
    roles.set(row.row, role);
    isSigned ||= role.kind === 'signature';
    before = role.kind === 'event' ? row.row : role.kind === 'continuation' ? before : undefined;
  }
  return roles;
};

/**
 * In a table that numbers its events, a row without a number is the second line of the one above: "6 Januari 2025" below
 * "Senin,", "selesai" below "09.00 s.d.". With a day and an hour of its own, or an hour below a day that is whole, it is an event.
 */
const withoutWrapped = (events: readonly GridRow[], table: FoundTable): readonly number[] => {
  const at = (row: GridRow, ...wanted: readonly Meaning[]): readonly GridCell[] =>
    columnsOf(table, wanted).flatMap(({ column }) => row.cells.get(column) ?? []);
  const isNumbered = (row: GridRow): boolean => at(row, 'number').length > 0;
  const numbered = events.filter(isNumbered).length;
  if (numbered * 10 < events.length * 5) return events.map(({ row }) => row);
  const isWhole = (row: GridRow): boolean => at(row, 'startDay').some(saysDay);
  const byRow = new Map(events.map((row) => [row.row, row]));
  return events
    .filter((row) => {
      const above = byRow.get(row.row - 1);
      if (isNumbered(row) || above === undefined) return true;
      const ownDay = at(row, 'startDay').some((cell) => cell.isOwn && saysDay(cell));
      const ownHour = at(row, 'startTime').some((cell) => cell.isOwn && /\d/.test(cell.text));
      return ownHour && isWhole(above) && (at(above, 'startTime').some(isWholeTime) || ownDay);
    })
    .map(({ row }) => row);
};

/** It does not break off: "09.00 s.d." goes on in the next line. */
const isWholeTime = ({ text }: GridCell): boolean =>
  /\d/.test(text) && !/(?:-|–|s\.?\/?d\.?|sampai)\s*$/i.test(text);

interface BetweenRows {
  readonly table: FoundTable;
  /** The event right above. */
  readonly before: number | undefined;
  /** Below the last event. */
  readonly isBehind: boolean;
  readonly isSigned: boolean;
}

const roleOf = (row: GridRow, { table, before, isBehind, isSigned }: BetweenRows): RowRole => {
  const cells = ownCells(row);
  if (cells.length === 0) return { kind: 'blank' };
  if (repeatsHeader(row, table) || isNumbering(row)) return { kind: 'header' };
  if (isTotal(cells)) return { kind: 'total' };
  const said = titleIn(cells);
  if (!isBehind && isPageTitle(cells)) return { kind: 'separator', context: said ?? {} };
  if (isContinuation(cells, table, { before, isBehind, isSigned }) && before !== undefined)
    return { kind: 'continuation', of: before };
  if (isBehind) {
    if (said !== undefined && isWeekOrMonth(said) && !isSignature(cells))
      return { kind: 'separator', context: said };
    return { kind: isSigned || isSignature(cells) ? 'signature' : 'note' };
  }
  return cells.length <= 2 ? { kind: 'separator', context: said ?? {} } : { kind: 'note' };
};

/** The columns of these meanings say something of an event beyond its mere place in the list. */
const isEvent = (row: GridRow, table: FoundTable): boolean => {
  const cells = ownCells(row);
  if (cells.length < 2 || isNumbering(row) || repeatsHeader(row, table)) return false;
  const own = new Map(cells.map((cell) => [cell.column, cell]));
  const at = (...wanted: readonly Meaning[]): readonly GridCell[] =>
    columnsOf(table, wanted).flatMap(({ column }) => own.get(column) ?? []);
  const event = at('event');
  const isDated = at('startDay').some(saysDay) || at('startTime', 'endTime').some(saysTime);
  if (isTotal(cells) && !isDated) return false;
  const isNumbered = at('number').some(({ text }) => /^\d{1,5}\s*[.)]?$/.test(text));
  const isStamped = at('submittedAt').some(({ isMoment, text }) => isMoment || /\d{4}/.test(text));
  if (event.length > 0) return isDated || isNumbered || isStamped || at('weekday').length > 0;
  const isTold = at('institution', 'place', 'requesterName', 'contact').length > 0;
  return isDated && isTold && (isNumbered || cells.length >= 4);
};

const columnsOf = ({ columns }: FoundTable, wanted: readonly Meaning[]): readonly SourceColumn[] =>
  columns.filter(({ meaning }) => wanted.includes(meaning));

const saysDay = ({ text, isMoment }: GridCell): boolean => isMoment || /\d/.test(text);
const saysTime = ({ text, value }: GridCell): boolean =>
  typeof value === 'number' || /\d|selesai|pagi|siang|malam/i.test(text);

const isTotal = (cells: readonly GridCell[]): boolean =>
  cells.length <= 6 &&
  cells
    .slice(0, 2)
    .some(({ text }) =>
      /^(?:sub ?|grand )?(?:jumlah|total|jml|rekap(?:itulasi)?)\b/i.test(fold(text)),
    ) &&
  !cells.some(
    ({ text }) =>
      readDaysAsWritten(text, { reference: undefined }).kind === 'read' && /[a-z/-]/i.test(text),
  );

/** Texts that go on in the columns where texts stand, without a number, a day or a time of their own. */
const isContinuation = (
  cells: readonly GridCell[],
  { columns }: FoundTable,
  { before, isBehind, isSigned }: Omit<BetweenRows, 'table'>,
): boolean => {
  if (before === undefined || isSigned) return false;
  const meaningAt = new Map(columns.map(({ column, meaning }) => [column, meaning]));
  const isInText = cells.every(({ column, isWide }) => {
    const meaning = meaningAt.get(column);
    return !isWide && meaning !== undefined && goesOn.has(meaning);
  });
  return isInText && !(isBehind && isSignature(cells));
};

const goesOn: ReadonlySet<Meaning> = new Set<Meaning>([
  'event',
  'startDay',
  'weekday',
  'startTime',
  'endTime',
  'institution',
  'place',
  'officers',
  'note',
  'requesterName',
  'contact',
  'phone',
  'actualLeader',
  'plannedLeader',
  'kept',
  'meetingId',
  'meetingLink',
  'passcode',
  'equipment',
]);

/** What a line between the rows says; `undefined` where it speaks of no time. */
const titleIn = (cells: readonly GridCell[]): WhenContext | undefined => {
  if (cells.length > 2) return undefined;
  const context = contextIn(cells.map(({ text }) => text).join(' '));
  return Object.keys(context).length === 0 ? undefined : context;
};

/** "MINGGU KE-2", "Pekan III", "BULAN MARET", alone right below an event: it goes on with none. */
const isPageTitle = (cells: readonly GridCell[]): boolean =>
  cells.length === 1 &&
  cells.every(({ text }) =>
    /^(?:(?:minggu|pekan|week)\s+(?:ke\b|tanggal\b|tgl\b|[ivx]+\b)|bulan\s+\p{L})/iu.test(text),
  );

const isWeekOrMonth = ({ month, span }: WhenContext): boolean =>
  month !== undefined || span !== undefined;

const isSignature = (cells: readonly GridCell[]): boolean =>
  cells.some(({ text }) => signing.test(text) || isPlaceAndDay(text));

/** "Kota Contoh, 31 Januari 2025", as above a signature. */
export const isPlaceAndDay = (text: string): boolean =>
  /^[\p{L} .]{3,30},\s*\d{0,2}\s*\p{L}+\s+\d{4}$/u.test(text);

const signing =
  /^(?:mengetahui|menyetujui|disetujui|a\.?n\.?\b|u\.?b\.?\b|plt\b|kepala\b|sekretaris\b|ketua\b|petugas,|yang membuat|dibuat oleh|diketahui|nip\b|pembuat|penyusun|acknowledged|approved by|prepared by|head of)|\b(?:s\.kom|s\.e|s\.t|s\.sos|m\.si|m\.t|s\.h|s\.pd|s\.ip|m\.m)\b\.?\s*$/i;
