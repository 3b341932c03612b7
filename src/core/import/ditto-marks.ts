/** "sda", "idem" and the marks that people put below what stands above: each is what it repeats, and remembers how it was written. */
import { type FoundTable, isNumbering, repeatsHeader } from './find-tables.ts';
import { type GridCell, type GridRow, ownCells } from './grid.ts';

export const isDitto = (text: string): boolean => marks.test(text.trim());

const marks =
  /^(?:s\.? ?d\.? ?a\.?|idem|ditto|dto\.?|sama (?:(?:dengan|dgn|seperti|spt) )?(?:yang )?(?:di ?)?atas|-?\s*(?:["“”″〃]|''|,,)\s*-?)$/i;

/** @param rows Those of the table, from its first data row on. */
export const withDittos = (rows: readonly GridRow[], table: FoundTable): readonly GridRow[] => {
  const known = new Set(table.columns.map(({ column }) => column));
  const above = new Map<number, GridCell>();
  let far = new Set<number>();
  return rows.map((row) => {
    const own = ownCells(row);
    if (own.length === 0 || isNumbering(row) || repeatsHeader(row, table)) return row;
    // A title between them: it may mean what stands above that, or not.
    if (own.length <= 2) {
      far = new Set(above.keys());
      return row;
    }
    const repeated = [...row.cells.values()].flatMap((cell): GridCell[] => {
      const { column, text } = cell;
      if (!known.has(column)) return [];
      if (isDitto(text)) return [asAbove(cell, above.get(column), far.has(column))];
      above.set(column, cell);
      far.delete(column);
      return [];
    });
    if (repeated.length === 0) return row;
    return {
      ...row,
      cells: new Map([...row.cells, ...repeated.map((cell) => [cell.column, cell] as const)]),
    };
  });
};

/** Its words and where they lead; colours, strokes and comments are its own. */
const asAbove = (cell: GridCell, above: GridCell | undefined, isFar: boolean): GridCell => {
  if (above === undefined) return { ...cell, ditto: { typed: cell.text, isClear: false } };
  const { value, text, isMoment, source } = above;
  return {
    ...cell,
    value,
    text,
    isMoment,
    source: { ...cell.source, value, ...(source.link !== undefined && { link: source.link }) },
    ditto: { typed: cell.text, isClear: !isFar },
  };
};
