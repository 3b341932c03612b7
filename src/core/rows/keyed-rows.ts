/**
 * Rows of a tab that the service fills itself: each known by a cell of its own, wherever people sorted it to. New ones go
 * into the first rows in which nothing stands.
 */
import type { Tab } from '../sheet/column.ts';
import type { Location } from '../sheet/edits.ts';
import { columnsByHeader, locateColumns } from '../sheet/locate-columns.ts';
import type { Cell, TabSnapshot } from '../sheet/snapshot.ts';
import { isEmpty } from '../sheet/three-way.ts';

/** The key of the first empty row, the second, and so on. */
export const freeRowKey = (place: number): string => `baris kosong ${place}`;

/** So many new rows are filled in one pass; the next pass writes the others. */
export const mostNewRows = 60;

/** @param keyOf What the cell that names a row makes of it; empty where it names none. */
export const locateKeyed = <F extends string>(
  tab: TabSnapshot,
  {
    spec,
    field,
    keyOf,
  }: { readonly spec: Tab<F>; readonly field: F; readonly keyOf: (cell: Cell) => string },
): Location => {
  const columns = locateColumns(tab, spec);
  const { headerRow, indexOf } = columns;
  const name = indexOf.get(field);
  const rowOf = new Map<string, number>();
  tab.rows.forEach((cells, index) => {
    const key = name === undefined ? '' : keyOf(cells[name] ?? '');
    if (index > headerRow && key !== '' && !rowOf.has(key)) rowOf.set(key, index + 1);
  });
  // An unticked box stands in rows that nobody has filled yet.
  let row = headerRow + 1;
  for (let place = 1; place <= mostNewRows; place += 1) {
    do row += 1;
    while (tab.rows[row - 1]?.some((cell) => !isEmpty(cell) && cell !== false));
    rowOf.set(freeRowKey(place), row);
  }
  return {
    columnOf: columnsByHeader(columns),
    rowOf,
    headerRow: headerRow + 1,
    keyColumns: name === undefined ? [] : [name + 1],
    rowsFilled: () => [],
    fillColumns: [],
  };
};
