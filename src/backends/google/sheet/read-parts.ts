/**
 * Reads tabs with several calls, and knows whether people moved rows or columns between them.
 *
 * Google offers no look at one state over several calls. So the last call brings the headers once more, and of the rows
 * that came earlier the columns by which they differ: stand those as they did, every row was read once and under its own
 * headers. A cell that changed meanwhile is as fresh as in any other look.
 */
import { columnLetters } from '../../../core/sheet/column-letters.ts';
import { headerRowsSearched } from '../../../core/sheet/locate-columns.ts';
import type { Cell } from '../../../core/sheet/snapshot.ts';
import { quotedTab } from './a1.ts';
import { type Part, rangeOf } from './read-plan.ts';

type CellRows = readonly (readonly Cell[])[];

export type RowsByTitle = ReadonlyMap<string, CellRows>;

/** The cells of these ranges, all with one call. */
export type ReadRanges = (ranges: readonly string[]) => Promise<readonly CellRows[]>;

/** `moved`: people moved rows or columns meanwhile. `alike`: rows of two parts are filled so that nobody could tell. */
export type PartsRead =
  | { readonly kind: 'read'; readonly rowsOf: RowsByTitle }
  | { readonly kind: 'moved' }
  | { readonly kind: 'alike' };

export const readInParts = async (
  calls: readonly (readonly Part[])[],
  readRanges: ReadRanges,
): Promise<PartsRead> => {
  const rowsOf = new Map<string, (readonly Cell[])[]>();
  /** Brings these parts, and answers what else was asked for. */
  const read = async (parts: readonly Part[], besides: readonly string[] = []) => {
    const ranges = parts.map((part) => rangeOf(part, widest(rowsOf.get(part.tab.title) ?? [])));
    const answers = await readRanges([...ranges, ...besides]);
    for (const [index, part] of parts.entries()) {
      const above = rowsOf.get(part.tab.title) ?? [];
      rowsOf.set(part.tab.title, above);
      if (part.kind === 'rows') while (above.length < part.from - 1) above.push([]);
      above.push(...(answers[index] ?? []));
    }
    return answers.slice(parts.length);
  };

  const earlier = calls.slice(0, -1);
  for (const parts of earlier) await read(parts);
  const cut = new Set(
    earlier.flat().flatMap(({ kind, tab }) => (kind === 'rows' ? tab.title : [])),
  );
  const witnesses = [...cut].map((title) => witnessOf(title, rowsOf.get(title) ?? []));
  const checks = witnesses.flatMap((witness) => witness.checks);
  const again = await read(
    calls.at(-1) ?? [],
    checks.map(({ range }) => range),
  );
  if (checks.some(({ stood }, index) => !isSame(stood, again[index] ?? [])))
    return { kind: 'moved' };
  const isUntold = witnesses.some(({ title, columns }) =>
    isAlikeInTwo(startsOf(title, calls), columns, rowsOf.get(title) ?? []),
  );
  return isUntold ? { kind: 'alike' } : { kind: 'read', rowsOf };
};

/** What of rows that came earlier is looked at once more. */
interface RowWitness {
  readonly title: string;
  readonly columns: readonly number[];
  readonly checks: readonly { readonly range: string; readonly stood: CellRows }[];
}

const witnessOf = (title: string, rows: CellRows): RowWitness => {
  const columns = tellingColumns(rows);
  const name = quotedTab(title);
  const head = Math.min(headerRowsSearched, rows.length);
  return {
    title,
    columns,
    checks: [
      { range: `${name}!1:${head}`, stood: rows.slice(0, head) },
      ...columns.map((column) => {
        const letters = columnLetters(column + 1);
        return {
          range: `${name}!${letters}1:${letters}${rows.length}`,
          stood: rows.map((cells) => [cells[column] ?? '']),
        };
      }),
    ],
  };
};

/** The columns by which all rows differ that differ at all: as few as are found by taking the most telling one first. */
export const tellingColumns = (rows: CellRows): readonly number[] => {
  const width = widest(rows);
  const all = Array.from({ length: width }, (_, column) => column);
  const distinct = new Set(rows.map((cells) => toldBy(all, cells))).size;
  const chosen: number[] = [];
  for (let kinds = 1; kinds < distinct; ) {
    let best: { readonly column: number; readonly kinds: number } | undefined;
    for (let column = 0; column < width && best?.kinds !== distinct; column += 1) {
      const found = new Set(rows.map((cells) => toldBy([...chosen, column], cells))).size;
      if (found > (best?.kinds ?? kinds)) best = { column, kinds: found };
    }
    if (best === undefined) return all;
    chosen.push(best.column);
    kinds = best.kinds;
  }
  return chosen;
};

const toldBy = (columns: readonly number[], cells: readonly Cell[]): string =>
  JSON.stringify(columns.map((column) => cells[column] ?? ''));

/** Where the parts of a tab begin, from row 1. */
const startsOf = (title: string, calls: readonly (readonly Part[])[]): readonly number[] =>
  calls
    .flat()
    .flatMap((part) => (part.kind === 'rows' && part.tab.title === title ? part.from : []));

/** Whether rows of two parts, not empty ones, read alike in these columns: they may have changed places unseen. */
const isAlikeInTwo = (
  starts: readonly number[],
  columns: readonly number[],
  rows: CellRows,
): boolean => {
  const empty = toldBy(columns, []);
  const partOf = new Map<string, number>();
  return rows.some((cells, index) => {
    const told = toldBy(columns, cells);
    const part = starts.findLastIndex((start) => start <= index + 1);
    const known = partOf.get(told) ?? part;
    partOf.set(told, known);
    return told !== empty && known !== part;
  });
};

/** Google leaves empty cells and rows away at the end. */
const isSame = (stood: CellRows, now: CellRows): boolean =>
  Array.from({ length: Math.max(stood.length, now.length) }).every((_, row) => {
    const [before, after] = [stood[row] ?? [], now[row] ?? []];
    const width = Math.max(before.length, after.length);
    return Array.from({ length: width }).every(
      (__, column) => (before[column] ?? '') === (after[column] ?? ''),
    );
  });

const widest = (rows: CellRows): number =>
  rows.reduce((most, { length }) => Math.max(most, length), 0);
