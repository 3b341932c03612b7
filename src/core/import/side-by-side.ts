/** Tables whose rows hold several events next to each other: a column for each thing about one, and the same again. */
import type { FoundTable, SourceColumn } from './find-tables.ts';
import type { GridRow } from './grid.ts';

export interface TableSide {
  readonly table: FoundTable;
  /** Columns of this event alone, and of the others. */
  readonly own: ReadonlySet<number>;
  readonly others: ReadonlySet<number>;
}

/** One for each event of a row, with the columns that all of them share; the table itself where there is one. */
export const sidesOf = (table: FoundTable): readonly TableSide[] => {
  const { columns } = table;
  const blocks = blocksIn(columns);
  if (blocks.length < 2) return [{ table, own: new Set(), others: new Set() }];
  const inBlocks = new Set(blocks.flat());
  return blocks.map((own) => ({
    table: {
      ...table,
      columns: columns.filter((column) => own.includes(column) || !inBlocks.has(column)),
    },
    own: new Set(own.map(({ column }) => column)),
    others: new Set(
      [...inBlocks].filter((column) => !own.includes(column)).map(({ column }) => column),
    ),
  }));
};

/** The rows as if there were this side alone; one that is filled on other sides only is empty here, and no title. */
export const withoutOthers = (
  rows: readonly GridRow[],
  { own, others }: TableSide,
): readonly GridRow[] =>
  others.size === 0
    ? rows
    : rows.map((row) => {
        const columns = [...row.cells.keys()];
        const isElsewhere =
          columns.some((column) => others.has(column)) &&
          !columns.some((column) => own.has(column));
        const kept = isElsewhere ? [] : [...row.cells].filter(([column]) => !others.has(column));
        return { ...row, cells: new Map(kept) };
      });

/** The same meanings in the same order again and again, each with an event and its hour. */
const blocksIn = (columns: readonly SourceColumn[]): readonly (readonly SourceColumn[])[] => {
  const events = columns.flatMap(({ meaning }, at) => (meaning === 'event' ? [at] : []));
  const [first, second] = events;
  if (first === undefined || second === undefined) return [];
  const width = second - first;
  const isEven = events.every((at, index) => at === first + index * width);
  if (!isEven || width < 3) return [];
  for (let start = Math.max(0, first - width + 1); start <= first; start += 1) {
    const blocks = events.map((_, index) =>
      columns.slice(start + index * width, start + (index + 1) * width),
    );
    const [said, ...again] = blocks.map((block) => block.map(({ meaning }) => meaning).join());
    const hasHour = blocks[0]?.some(({ meaning }) => meaning === 'startTime') === true;
    if (hasHour && again.every((other) => other === said)) return blocks;
  }
  return [];
};
