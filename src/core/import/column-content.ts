/** What columns hold, held against what their headers say. */
import { readDaysAsWritten } from '../reading/read-days.ts';
import { readTimes } from '../reading/read-times.ts';
import type { SourceColumn } from './find-tables.ts';
import type { GridCell, GridRow } from './grid.ts';
import type { Meaning } from './meanings.ts';

/** As many cells of a column are looked at. */
const sample = 60;

/**
 * Mends what headers alone get wrong: "Waktu" over days, a telephone number under "Narahubung", a column that nobody
 * named. What a map says stands.
 */
export const byContent = (
  columns: readonly SourceColumn[],
  rows: readonly GridRow[],
): readonly SourceColumn[] => {
  const cellsOf = (column: number): readonly GridCell[] =>
    rows.flatMap(({ cells }) => cells.get(column) ?? []).slice(0, sample);
  const mended = columns.map((column) => {
    if (column.because === 'map') return column;
    const better = betterMeaning(column, cellsOf(column.column));
    return better === undefined
      ? column
      : ({ ...column, meaning: better, because: 'content' } as const);
  });
  return withEssentials(onlyOnce(mended, cellsOf), cellsOf);
};

const betterMeaning = (
  { meaning, because, header }: SourceColumn,
  cells: readonly GridCell[],
): Meaning | undefined => {
  if (cells.length === 0) return undefined;
  const most = (holds: (cell: GridCell) => boolean): boolean =>
    cells.filter(holds).length * 2 > cells.length;
  if (meaning === 'startTime' && most(isDay)) return 'startDay';
  if (meaning === 'startDay' && most(isClock) && !most(isDay)) return 'startTime';
  if (meaning === 'weekday' && most(isDay)) return 'startDay';
  if (meaning === 'number' && most(({ text }) => text.length > 12)) return 'letterNumber';
  if (meaning === 'note' && most(isAddress)) return 'meetingLink';
  if (meaning === 'contact' && most(isTelephone)) return 'phone';
  if (isInCharge.test(header)) return whoIsInCharge(cells);
  if (because !== 'unknown') return undefined;
  if (most(isEmail)) return 'email';
  if (most(isAddress)) return 'meetingLink';
  if (most(isTelephone)) return 'phone';
  if (most(isDay)) return 'startDay';
  if (most(isClock)) return 'startTime';
  if (most(isOffice)) return 'institution';
  if (most(isRoom)) return 'place';
  if (most(isMeeting)) return 'meetingId';
  return undefined;
};

/** "PIC" may be the office's own officer, or who asked. */
const isInCharge = /^\W*(?:pic|p\.?j\.?|penanggung ?jawab)\W*$/i;
const enoughToTell = 6;

/** A few names that come again and again are the office's own; somebody else each time is who asked. */
const whoIsInCharge = (cells: readonly GridCell[]): Meaning | undefined => {
  if (cells.length < enoughToTell) return undefined;
  const names = new Set(
    cells
      .flatMap(({ text }) => text.toLowerCase().split(/[\n,;/&]| dan /))
      .map((name) => name.trim()),
  );
  if (names.size * 2 <= cells.length) return 'officers';
  return names.size * 10 >= cells.length * 8 ? 'contact' : undefined;
};

export const isOffice = ({ text }: Pick<GridCell, 'text'>): boolean =>
  /^(?:dinas|badan|biro|bagian|kecamatan|sekretariat|inspektorat|rsud|bappeda|bapperida|bkd|bpkad|bpbd|satpol|kesbangpol|dis[a-z]{3,9}$)/i.test(
    text,
  );
export const isRoom = ({ text }: Pick<GridCell, 'text'>): boolean =>
  /^(?:ruang|aula|gedung|hotel|rumah|command|balai|auditorium|pendopo|rr\b|r\.)/i.test(text);
const isMeeting = ({ text }: GridCell): boolean => /^\d{3} ?\d{3,4} ?\d{4}$/.test(text);

const isDay = ({ text, isMoment, value }: GridCell): boolean =>
  isMoment && typeof value === 'number'
    ? value >= 1
    : /[a-z]{3}|[/-]/i.test(text) &&
      readDaysAsWritten(text, { reference: undefined }).kind === 'read';

const isClock = ({ value, text }: GridCell): boolean =>
  (typeof value === 'number' ? value > 0 && value < 1 : /\d/.test(text)) &&
  readTimes(value).kind === 'read';

const isEmail = ({ text }: GridCell): boolean => /^\S+@\S+\.\S+$/.test(text);
const isAddress = ({ text, source }: GridCell): boolean =>
  source.link !== undefined || /^https?:\/\//i.test(text);
const isTelephone = ({ text }: GridCell): boolean => /^(?:\+?62|0)?8[\d\s.-]{8,15}$/.test(text);

/** Fields of which a row has one; of two columns the one that holds more keeps it, the other stays as it is typed. */
const onlyOnce = (
  columns: readonly SourceColumn[],
  cellsOf: (column: number) => readonly GridCell[],
): readonly SourceColumn[] =>
  columns.map((column) => {
    if (several.has(column.meaning) || column.because === 'map') return column;
    const rivals = columns.filter(({ meaning }) => meaning === column.meaning);
    if (rivals.length < 2) return column;
    if (column.meaning === 'startDay' || column.meaning === 'startTime')
      return inOrder(column, rivals);
    const best = rivals.toSorted(
      (a, b) => weight(b, cellsOf) - weight(a, cellsOf) || a.column - b.column,
    )[0];
    return best === column ? column : { ...column, meaning: 'kept' };
  });

/** Parts of these are put together. */
const several: ReadonlySet<Meaning> = new Set<Meaning>([
  'officers',
  'networkOfficers',
  'note',
  'kept',
  'number',
  'count',
  'contact',
]);

/** "Tanggal" twice, "Jam" twice: the start, and then the end. */
const inOrder = (column: SourceColumn, rivals: readonly SourceColumn[]): SourceColumn => {
  const place = rivals.indexOf(column);
  if (place === 0) return column;
  const end = column.meaning === 'startDay' ? 'endDay' : 'endTime';
  return { ...column, meaning: place === 1 ? end : 'kept', because: 'content' };
};

const weight = (
  { column, header }: SourceColumn,
  cellsOf: (column: number) => readonly GridCell[],
): number => cellsOf(column).length * 10 + (/nama|judul|name|title/i.test(header) ? 5 : 0);

/** A table without an event's name has it in the unknown column with the longest texts. */
const withEssentials = (
  columns: readonly SourceColumn[],
  cellsOf: (column: number) => readonly GridCell[],
): readonly SourceColumn[] => {
  const has = (...wanted: readonly Meaning[]): boolean =>
    columns.some(({ meaning }) => wanted.includes(meaning));
  if (has('event') || !has('startDay', 'startTime', 'weekday')) return columns;
  const longest = columns
    .filter(({ because, meaning }) => because === 'unknown' || meaning === 'note')
    .map((column) => ({ column, length: averageLength(cellsOf(column.column)) }))
    .toSorted((a, b) => b.length - a.length)[0];
  if (longest === undefined || longest.length < 12) return columns;
  return columns.map((column) =>
    column === longest.column ? { ...column, meaning: 'event', because: 'content' } : column,
  );
};

const averageLength = (cells: readonly GridCell[]): number =>
  cells.length === 0 ? 0 : cells.reduce((sum, { text }) => sum + text.length, 0) / cells.length;
