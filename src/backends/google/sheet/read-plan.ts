/**
 * With which calls a sheet is read: one, as long as its answer stays below what Google answers quickly; else as few as
 * keep each below it, tabs that are larger cut between rows.
 */
import { columnLetters } from '../../../core/sheet/column-letters.ts';
import { headerRowsSearched } from '../../../core/sheet/locate-columns.ts';
import { quotedTab } from './a1.ts';
import type { SheetTab } from './sheet-outline.ts';

/** One range of one tab. */
export type Part =
  | { readonly kind: 'whole'; readonly tab: SheetTab }
  /** As many rows as headers are looked for in. */
  | { readonly kind: 'head'; readonly tab: SheetTab }
  /** From 1, ends included; without an end to whatever is the tab's last row by then. */
  | { readonly kind: 'rows'; readonly tab: SheetTab; readonly from: number; readonly to?: number };

/** A tab as it is asked for, before it is cut. */
export type WholeOrHead = Exclude<Part, { readonly kind: 'rows' }>;

/** How much a tab held when it was read last. */
export interface TabSize {
  readonly rows: number;
  readonly bytes: number;
}

/** Google advises answers below two megabytes: larger ones are slow, and end in 503 now and then. */
export const mostBytes = 1_800_000;

/** A cut below this many rows brings less than the call that it costs. */
const fewestRows = 100;

/** A new tab has so many empty rows; what is larger, somebody filled. */
const emptyGridRows = 1000;
const guessedCellBytes = 10;

export const planCalls = (
  wanted: readonly WholeOrHead[],
  sizes: ReadonlyMap<string, TabSize>,
): readonly (readonly Part[])[] => {
  const calls: Part[][] = [[]];
  let room = mostBytes;
  for (const part of wanted) {
    const { tab } = part;
    const { rows, bytes } = part.kind === 'head' ? nothing : sizeOf(tab, sizes);
    const perRow = bytes / Math.max(rows, 1);
    let from = 1;
    while ((rows - from + 1) * perRow > room) {
      const fitting = Math.min(Math.floor(room / perRow), rows - from);
      if (fitting >= (room === mostBytes ? 1 : fewestRows)) {
        calls.at(-1)?.push({ kind: 'rows', tab, from, to: from + fitting - 1 });
        from += fitting;
      } else if (room === mostBytes) break;
      calls.push([]);
      room = mostBytes;
    }
    calls.at(-1)?.push(from === 1 ? part : { kind: 'rows', tab, from });
    room -= (rows - from + 1) * perRow;
  }
  return calls;
};

const nothing: TabSize = { rows: 0, bytes: 0 };

/** As last read, without rows that were taken out since; of a tab that was never read a guess by its grid. */
const sizeOf = (tab: SheetTab, sizes: ReadonlyMap<string, TabSize>): TabSize => {
  const known = sizes.get(tab.title);
  if (known !== undefined) {
    const rows = Math.min(known.rows, tab.rows);
    return { rows, bytes: rows === 0 ? 0 : (known.bytes / known.rows) * rows };
  }
  if (tab.rows <= emptyGridRows) return nothing;
  return { rows: tab.rows, bytes: tab.rows * tab.columns * guessedCellBytes };
};

/** @param width Columns that the tab has at least. */
export const rangeOf = (part: Part, width = part.tab.columns): string => {
  const name = quotedTab(part.tab.title);
  switch (part.kind) {
    case 'whole':
      return name;
    case 'head':
      return `${name}!1:${Math.min(headerRowsSearched, part.tab.rows)}`;
    case 'rows':
      return part.to === undefined
        ? `${name}!A${part.from}:${columnLetters(Math.max(width, part.tab.columns))}`
        : `${name}!${part.from}:${part.to}`;
  }
};
