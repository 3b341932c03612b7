/** A whole ledger: what each of its rows is, and its events as a desk keeps them. */
import type { Zone } from '../cases/request.ts';
import { zoneOf } from '../clock/zones.ts';
import { isPlaceAndDay, type RowRole, rolesOf } from './classify-rows.ts';
import { byContent } from './column-content.ts';
import { asMapped, type ColumnMap, isIgnored, isLeftHidden } from './column-map.ts';
import { withDittos } from './ditto-marks.ts';
import { type FoundTable, findTables, headlessTable, type SourceColumn } from './find-tables.ts';
import { type GridCell, type GridRow, gridOf, ownCells } from './grid.ts';
import type { OldLedger, OldSheet, RowKind } from './old-ledger.ts';
import {
  cellsOf,
  type EventSource,
  readSourceEvent,
  type SourceEvent,
} from './read-source-event.ts';
import { sidesOf, withoutOthers } from './side-by-side.ts';
import { type DigitOrder, orderOf } from './source-days.ts';
import { stateSaid } from './split-values.ts';
import { type Calendar, calendarIn } from './week-grid.ts';
import { contextIn, contextOfName, type WhenContext, within } from './when-context.ts';

/** One row of a ledger that holds something, or one event of it. */
export interface SourceRow {
  readonly sheet: string;
  /** From 1. */
  readonly row: number;
  readonly kind: RowKind;
  /** What stands in it, from left to right. */
  readonly text: string;
  /** The event that a continuation goes on with. */
  readonly of?: number;
  readonly event?: SourceEvent;
}

export interface SourceTable {
  readonly sheet: string;
  readonly isHidden?: true;
  readonly headerRows: readonly number[];
  readonly columns: readonly SourceColumn[];
}

export interface OldLedgerReading {
  /** Those that are imported. */
  readonly tables: readonly SourceTable[];
  /** In the order of sheets and rows; blank rows are left out. */
  readonly rows: readonly SourceRow[];
  /** Events of hidden sheets that are not imported: whether they stand elsewhere, too, tells who compares them. */
  readonly hidden: readonly SourceRow[];
  /** Sheets in which nothing of events stands. */
  readonly otherSheets: readonly string[];
}

export interface ImportOptions {
  readonly map: ColumnMap;
  /** The office's. */
  readonly timeZone: string;
  /** Told of each sheet as it is begun. */
  readonly progress?: (sheet: string) => void;
}

export const readOldLedger = (ledger: OldLedger, options: ImportOptions): OldLedgerReading => {
  const { map } = options;
  const sheets = ledger.sheets
    .filter((sheet) => !isIgnored(map, sheet))
    .map((sheet) => ({ sheet, grid: gridOf(sheet), isLeft: isLeftHidden(map, sheet) }));
  // Whether a hidden sheet is read changes nothing of how the others are: a second import knows them again.
  const seen = sheets.filter(({ sheet }) => !sheet.isHidden);
  const common = commonContext(ledger, seen, map);
  const read = sheets.map(({ sheet, grid, isLeft }) => {
    options.progress?.(sheet.name);
    const { tables, rows } = readSheet(sheet, grid, { ...options, common });
    const others = tables.length === 0 ? [sheet.name] : [];
    return isLeft
      ? { others, tables: [], rows: [], hidden: leftHidden(rows) }
      : { others, tables: sheet.isHidden ? tables.map(hiddenTable) : tables, rows, hidden: [] };
  });
  return {
    tables: read.flatMap(({ tables }) => tables),
    rows: read.flatMap(({ rows }) => rows),
    hidden: read.flatMap(({ hidden }) => hidden),
    otherSheets: read.flatMap(({ others }) => others),
  };
};

const hiddenTable = (table: SourceTable): SourceTable => ({ ...table, isHidden: true });

const leftHidden = (rows: readonly SourceRow[]): readonly SourceRow[] =>
  rows
    .filter(({ event }) => event !== undefined)
    .map((row): SourceRow => ({ ...row, kind: 'hidden' }));

type SheetReading = ImportOptions & { readonly common: WhenContext };

/** The year that the file's name or the titles of its sheets agree on. */
const commonContext = (
  { name }: OldLedger,
  sheets: readonly { readonly grid: readonly GridRow[] }[],
  { year: mapped }: ColumnMap,
): WhenContext => {
  if (mapped !== undefined) return { year: mapped };
  const titles = sheets.flatMap(({ grid }) => titlesOf(grid).map(contextIn));
  const years = new Set(titles.flatMap(({ year }) => year ?? []));
  const [year = contextOfName(name).year] = years;
  return years.size <= 1 && year !== undefined ? { year } : {};
};

/** Texts above the first table, or in the first rows of a sheet that has none; who signed where is no title. */
const titlesOf = (grid: readonly GridRow[]): readonly string[] => {
  const first = findTables(grid)[0]?.headerRows[0] ?? 8;
  return grid
    .filter(({ row }) => row < first)
    .flatMap((row) => ownCells(row).map(({ text }) => text))
    .filter((text) => !isPlaceAndDay(text));
};

const readSheet = (
  sheet: OldSheet,
  grid: readonly GridRow[],
  reading: SheetReading,
): { readonly tables: readonly SourceTable[]; readonly rows: readonly SourceRow[] } => {
  const named = findTables(grid);
  const calendar = named.length === 0 ? calendarIn(grid) : undefined;
  if (calendar !== undefined) return readCalendar(calendar, grid, { sheet, reading });
  const found =
    named.length > 0 ? named : [headlessTable(grid)].filter((each) => each !== undefined);
  const colours = legendOf(grid);
  const titles = titlesOf(grid);
  const nameContext = within(reading.common, contextOfName(sheet.name));
  const context = titles.map(contextIn).reduce(within, nameContext);
  const tables: SourceTable[] = [];
  const rows = new Map<number, readonly SourceRow[]>();
  found.forEach((table, index) => {
    const last = table.headerRows.at(-1) ?? 0;
    const next = found[index + 1]?.headerRows[0] ?? Number.POSITIVE_INFINITY;
    const data = withDittos(
      grid.filter(({ row }) => row > last && row < next),
      table,
    );
    for (const side of sidesOf(table)) {
      const own = withoutOthers(data, side);
      const read = readTable(side.table, own, { sheet, colours, context, titles, reading });
      if (read === undefined) continue;
      tables.push({ sheet: sheet.name, headerRows: table.headerRows, columns: read.columns });
      for (const row of table.headerRows)
        rows.set(row, [plainRow(sheet.name, grid[row - 1], 'header')]);
      for (const row of read.rows) rows.set(row.row, besideEvents(rows.get(row.row) ?? [], row));
    }
  });
  const firstRow = tables[0]?.headerRows[0] ?? 0;
  for (const row of grid) {
    if (rows.has(row.row) || ownCells(row).length === 0) continue;
    rows.set(row.row, [plainRow(sheet.name, row, row.row < firstRow ? 'title' : 'note')]);
  }
  return { tables, rows: [...rows.values()].flat().sort((a, b) => a.row - b.row) };
};

/** A row that holds an event, or several, is nothing else. */
const besideEvents = (known: readonly SourceRow[], row: SourceRow): readonly SourceRow[] => {
  const events = known.filter(({ event }) => event !== undefined);
  if (row.event !== undefined) return [...events, row];
  return known.length > 0 ? known : [row];
};

/** An event a cell: several may come from one row. */
const readCalendar = (
  { headerRows, columns, cells }: Calendar,
  grid: readonly GridRow[],
  { sheet, reading }: { readonly sheet: OldSheet; readonly reading: SheetReading },
): { readonly tables: readonly SourceTable[]; readonly rows: readonly SourceRow[] } => {
  const titles = grid
    .filter(({ row }) => row < (headerRows[0] ?? 0))
    .flatMap((row) => ownCells(row).map(({ text }) => text));
  const nameContext = within(reading.common, contextOfName(sheet.name));
  const source = {
    columns,
    context: titles.map(contextIn).reduce(within, nameContext),
    order: reading.map.dayOrder ?? ('day-first' as const),
    zone: zoneNamed(titles, reading.timeZone),
    timeZone: reading.timeZone,
    cancelColours: legendOf(grid),
    dayAbove: undefined,
  };
  const events = cells.map(({ row, line }): SourceRow => {
    const event = readSourceEvent({ ...source, rows: [line] });
    return { ...plainRow(sheet.name, line, event.isCancelled ? 'cancelled' : 'event'), row, event };
  });
  const taken = new Set([...headerRows, ...cells.map(({ row }) => row)]);
  const others = grid.flatMap((row): SourceRow[] => {
    if (headerRows.includes(row.row)) return [plainRow(sheet.name, row, 'header')];
    if (taken.has(row.row) || ownCells(row).length === 0) return [];
    const kind = row.row < (headerRows[0] ?? 0) ? 'title' : 'note';
    return [plainRow(sheet.name, row, kind)];
  });
  return {
    tables: [{ sheet: sheet.name, headerRows, columns }],
    rows: [...others, ...events].sort((a, b) => a.row - b.row),
  };
};

const plainRow = (sheet: string, row: GridRow | undefined, kind: RowKind): SourceRow => ({
  sheet,
  row: row?.row ?? 0,
  kind,
  text: row === undefined ? '' : textOfRow(row),
});

const textOfRow = (row: GridRow): string =>
  ownCells(row)
    .map(({ text, ditto }) => (ditto?.typed ?? text).replaceAll('\n', ' '))
    .join(' | ');

interface TableSituation {
  readonly sheet: OldSheet;
  readonly colours: ReadonlyMap<string, string>;
  readonly context: WhenContext;
  readonly titles: readonly string[];
  readonly reading: SheetReading;
}

/** `undefined` for a table in which no row is an event. */
const readTable = (
  table: FoundTable,
  data: readonly GridRow[],
  { sheet, colours, context, titles, reading }: TableSituation,
):
  | { readonly columns: readonly SourceColumn[]; readonly rows: readonly SourceRow[] }
  | undefined => {
  const mapped = asMapped(withLooseColumns(table.columns, data), reading.map, sheet.name);
  const columns = byContent(
    mapped,
    data.filter((row) => ownCells(row).length > 2),
  );
  const known = { ...table, columns };
  const roles = rolesOf(data, known);
  if (![...roles.values()].some(({ kind }) => kind === 'event')) return undefined;
  const around = {
    columns,
    order: reading.map.dayOrder ?? orderOfColumns(columns, data),
    zone: zoneNamed([...titles, ...columns.map(({ header }) => header)], reading.timeZone),
    timeZone: reading.timeZone,
    cancelColours: colours,
  };
  const read = (from: WhenContext) =>
    eventsOf(data, { roles, around, context: from, sheet: sheet.name });
  const rows = read(context);
  return { columns, rows: isOffMonth(rows) ? read(withoutMonth(context)) : rows };
};

/** Columns without a header that hold something; one beside the table is no part of it. */
const withLooseColumns = (
  columns: readonly SourceColumn[],
  data: readonly GridRow[],
): readonly SourceColumn[] => {
  const known = new Set(columns.map(({ column }) => column));
  const first = Math.min(...known);
  const last = Math.max(...known);
  const loose = new Set(
    data.flatMap((row) =>
      ownCells(row).flatMap(({ column }) => (known.has(column) ? [] : [column])),
    ),
  );
  const inside = [...loose].filter((column) => column >= first && column <= last + 1);
  return [
    ...columns,
    ...inside.map(
      (column): SourceColumn => ({ column, header: '', meaning: 'kept', because: 'unknown' }),
    ),
  ].sort((a, b) => a.column - b.column);
};

const orderOfColumns = (columns: readonly SourceColumn[], data: readonly GridRow[]): DigitOrder =>
  orderOf(
    columns
      .filter(({ meaning }) => meaning === 'startDay')
      .flatMap(({ column }) =>
        data.flatMap(({ cells }) => {
          const cell = cells.get(column);
          return cell === undefined || cell.isMoment ? [] : [cell.text];
        }),
      ),
  );

/** A title or a header says in which zone the hours are; the office's own goes without saying. */
const zoneNamed = (texts: readonly string[], timeZone: string): Zone | undefined => {
  const zones = new Set(texts.flatMap((text) => /\b(WIB|WITA|WIT)\b/.exec(text)?.[1] ?? []));
  const [zone] = zones;
  return zones.size === 1 && isZone(zone) && zone !== zoneOf(timeZone) ? zone : undefined;
};

const isZone = (text: string | undefined): text is Zone =>
  text === 'WIB' || text === 'WITA' || text === 'WIT';

const eventsOf = (
  data: readonly GridRow[],
  {
    roles,
    around,
    context,
    sheet,
  }: {
    readonly roles: ReadonlyMap<number, RowRole>;
    readonly around: Pick<EventSource, 'columns' | 'order' | 'zone' | 'timeZone' | 'cancelColours'>;
    readonly context: WhenContext;
    readonly sheet: string;
  },
): readonly SourceRow[] => {
  const rows: SourceRow[] = [];
  let now = context;
  let dayAbove: GridCell | undefined;
  data.forEach((row, index) => {
    const role = roles.get(row.row) ?? { kind: 'blank' };
    switch (role.kind) {
      case 'blank':
        return;
      case 'separator':
        now = within(context, role.context);
        dayAbove = undefined;
        rows.push(plainRow(sheet, row, 'separator'));
        return;
      case 'continuation':
        rows.push({ ...plainRow(sheet, row, 'continuation'), of: role.of });
        return;
      case 'event': {
        const whole = [row, ...goingOn(data.slice(index + 1), roles, row.row)];
        const source = { ...around, rows: whole, context: now, dayAbove };
        const event = readSourceEvent(source);
        dayAbove = cellsOf(source, 'startDay')[0] ?? dayAbove;
        rows.push({ ...plainRow(sheet, row, event.isCancelled ? 'cancelled' : 'event'), event });
        return;
      }
      default:
        rows.push(plainRow(sheet, row, role.kind));
    }
  });
  return rows;
};

const goingOn = (
  below: readonly GridRow[],
  roles: ReadonlyMap<number, RowRole>,
  of: number,
): readonly GridRow[] => {
  const end = below.findIndex(({ row }) => {
    const role = roles.get(row);
    return !(role?.kind === 'continuation' && role.of === of);
  });
  return end < 0 ? below : below.slice(0, end);
};

/** Many rows of other months than the title's: it speaks of something else, such as the day of printing. */
const isOffMonth = (rows: readonly SourceRow[]): boolean => {
  const events = rows.flatMap(({ event }) => event ?? []);
  const off = events.filter(({ days }) => days?.doubt?.includes('di luar'));
  return off.length > 2 && off.length * 5 > events.length;
};

const withoutMonth = ({
  year: _year,
  month: _month,
  span: _span,
}: WhenContext): WhenContext => ({});

/** Colours that a legend explains as not held, with its words. */
const legendOf = (grid: readonly GridRow[]): ReadonlyMap<string, string> => {
  const colours = new Map<string, string>();
  for (const row of grid) {
    const cells = [...row.cells.values()].filter(({ isOwn }) => isOwn);
    if (cells.length !== 1) continue;
    const [cell] = cells;
    if (cell === undefined || stateSaid(cell.text).kind !== 'said') continue;
    const fill = cell.source.fill ?? row.fills[0];
    if (fill !== undefined) colours.set(fill, cell.text);
  }
  return colours;
};
