/** The requests' tab as it stands in the stand-in's world, read without any code of the service. */
import type { WantedRow } from '../../test/google-double/people/row-work.ts';
import type { Cell, Spreadsheet } from '../../test/google-double/sheets/model.ts';
import { formattedValue } from '../../test/google-double/sheets/shown-value.ts';
import type { World } from './stand-in.ts';

export const locale = 'in_ID';

export interface ViewedRow {
  /** From 0. */
  readonly index: number;
  /** By header. */
  readonly cells: ReadonlyMap<string, Cell>;
  /** The response of the form that the row belongs to. */
  readonly response: string | undefined;
  /** What a person sees under a header. */
  reads(header: string): string;
}

export interface ViewedTab {
  readonly headers: readonly string[];
  /** Below the headers, down to the last that holds anything. */
  readonly rows: readonly ViewedRow[];
}

export const viewTab = (world: World, name: string): ViewedTab => {
  const sheet = bookOf(world).sheets.find(({ properties }) => properties.title === name);
  if (sheet === undefined) throw new Error(`There is no tab "${name}".`);
  const headers = (sheet.rows[0] ?? []).map((cell) => shown(cell ?? undefined));
  const rows = sheet.rows.map((row, index): ViewedRow => {
    const cells = new Map(
      headers.flatMap((header, column) => {
        // What was no cell comes as null over the socket.
        const cell = row?.[column] ?? undefined;
        return header === '' || cell === undefined ? [] : [[header, cell] as const];
      }),
    );
    return {
      index,
      cells,
      response: responseOf([...cells.values()]),
      reads: (header) => shown(cells.get(header)),
    };
  });
  const last = rows.findLastIndex(({ cells }) => [...cells.values()].some(holdsSomething));
  return { headers, rows: rows.slice(1, last + 1) };
};

export const rowIn = (tab: ViewedTab, wanted: WantedRow): ViewedRow | undefined =>
  tab.rows.find((row) =>
    'response' in wanted
      ? row.response === wanted.response
      : row.reads(wanted.header) === wanted.reads,
  );

export const holdsSomething = (cell: Cell): boolean => cell.userEnteredValue !== undefined;

export const linkIn = (cell: Cell | undefined): string | undefined =>
  cell?.textFormatRuns?.find(({ format }) => format?.link?.uri)?.format?.link?.uri ?? undefined;

export const bookOf = ({ spreadsheets }: World): Spreadsheet => {
  const [book] = spreadsheets;
  if (book === undefined) throw new Error('There is no spreadsheet.');
  return book;
};

const shown = (cell: Cell | undefined): string =>
  cell === undefined ? '' : (formattedValue(cell, locale) ?? '');

const responseOf = (cells: readonly Cell[]): string | undefined =>
  cells
    .map(({ tag }) => /^response (.+)$/.exec(tag ?? '')?.[1])
    .find((response) => response !== undefined);
