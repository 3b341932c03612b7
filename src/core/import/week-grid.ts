/** A calendar as a table: days side by side, hours below each other, an event a cell. */
import { readDaysAsWritten } from '../reading/read-days.ts';
import { readTimes } from '../reading/read-times.ts';
import { isOffice, isRoom } from './column-content.ts';
import type { SourceColumn } from './find-tables.ts';
import { type GridCell, type GridRow, ownCells } from './grid.ts';
import { weekdaysIn } from './source-days.ts';

/** One cell of such a table as a row of an ordinary one. */
export interface CalendarCell {
  readonly row: number;
  readonly line: GridRow;
}

export interface Calendar {
  /** Rows in which days stand side by side. */
  readonly headerRows: readonly number[];
  readonly columns: readonly SourceColumn[];
  readonly cells: readonly CalendarCell[];
}

/** As many days stand side by side at least. */
const fewestDays = 3;

/** `undefined` where the sheet is no calendar. */
export const calendarIn = (grid: readonly GridRow[]): Calendar | undefined => {
  const headerRows: number[] = [];
  const cells: CalendarCell[] = [];
  let days: ReadonlyMap<number, GridCell> = new Map();
  for (const row of grid) {
    const said = daysIn(row);
    if (said !== undefined) {
      days = said;
      headerRows.push(row.row);
      continue;
    }
    const hour = [...row.cells.values()].find((cell) => !days.has(cell.column) && isHour(cell));
    for (const cell of ownCells(row)) {
      const day = days.get(cell.column);
      if (day === undefined || !/\p{L}{3}/u.test(cell.text)) continue;
      cells.push({ row: row.row, line: asLine(row, { day, hour, cell }) });
    }
  }
  return cells.length === 0 ? undefined : { headerRows, columns: calendarColumns, cells };
};

const daysIn = (row: GridRow): ReadonlyMap<number, GridCell> | undefined => {
  const cells = ownCells(row);
  const days = cells.filter(isDayHead);
  return days.length >= fewestDays && days.length >= cells.length - 2
    ? new Map(days.map((cell) => [cell.column, cell]))
    : undefined;
};

const isDayHead = ({ text, isMoment, value }: GridCell): boolean =>
  (isMoment && typeof value === 'number' && value > 20_000) ||
  (text.length < 40 &&
    (readDaysAsWritten(text, { reference: undefined }).kind === 'read' ||
      (/^\p{L}{3,7}['’]?\p{L}*$/u.test(text.trim()) && weekdaysIn(text).length === 1)));

const isHour = ({ value, text }: GridCell): boolean =>
  (typeof value === 'number' ? value > 0 && value < 1 : /\d/.test(text)) &&
  readTimes(value).kind === 'read';

const meaningAt = [
  'startDay',
  'weekday',
  'startTime',
  'event',
  'institution',
  'place',
  'note',
] as const;

const calendarColumns: readonly SourceColumn[] = meaningAt.map((meaning, column) => ({
  column,
  header: '',
  meaning,
  because: 'content',
}));

/** The lines of a cell: what names an office or a room is that, what remains of the first line is the event. */
const asLine = (
  row: GridRow,
  {
    day,
    hour,
    cell,
  }: { readonly day: GridCell; readonly hour: GridCell | undefined; readonly cell: GridCell },
): GridRow => {
  const own =
    /^\s*(\d{1,2}[.:]\d{2}(?:\s*(?:-|–|s\.?\/?d\.?|sampai)\s*(?:\d{1,2}[.:]\d{2}|\p{L}+))?(?:\s*WI(?:TA|B|T))?)\s*[:,-]?\s*/iu.exec(
      cell.text,
    );
  const text = own === null ? cell.text : cell.text.slice(own[0].length);
  const parts = text
    .split(/\n|\s[–-]\s|(?=\()|(?<=\))/)
    .map((part) => part.replaceAll(/^[\s(]+|[\s)]+$/g, ''))
    .filter((part) => part !== '');
  const institution = parts.find(isOfficeText);
  const place = parts.find(isRoomText);
  const [event, ...notes] = parts.filter((part) => part !== institution && part !== place);
  const isNumbered = typeof day.value === 'number' || /\d/.test(day.text);
  const texts = [
    undefined,
    isNumbered ? undefined : day.text,
    own?.[1],
    event,
    institution,
    place,
    notes.length === 0 ? undefined : notes.join('\n'),
  ];
  const cells = new Map<number, GridCell>();
  texts.forEach((value, column) => {
    if (value === undefined) return;
    cells.set(column, { ...cell, column, value, text: value, isMoment: false, isOwn: true });
  });
  if (isNumbered) cells.set(0, { ...day, column: 0 });
  if (!cells.has(2) && hour !== undefined) cells.set(2, { ...hour, column: 2 });
  return { row: row.row, cells, fills: cell.source.fill === undefined ? [] : [cell.source.fill] };
};

const isOfficeText = (text: string): boolean => isOffice({ text });
const isRoomText = (text: string): boolean => isRoom({ text });
