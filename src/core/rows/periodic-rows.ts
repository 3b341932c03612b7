/**
 * Where recaps and evaluations stand in Dokumen Berkala: by the name that the service gave their row, wherever people
 * sorted it to. New ones go into the first rows in which nothing stands.
 */
import { periodicKey, periodicTab } from '../columns/periodic-tab.ts';
import type { Location } from '../sheet/edits.ts';
import { columnsByHeader, locateColumns } from '../sheet/locate-columns.ts';
import type { TabSnapshot } from '../sheet/snapshot.ts';
import { isEmpty } from '../sheet/three-way.ts';

/** The key of the first empty row, the second, and so on. */
export const freeRowKey = (place: number): string => `baris kosong ${place}`;

/** So many new documents find a row in one pass; the next pass writes the others. */
export const mostNewRows = 60;

export const locatePeriodic = (tab: TabSnapshot): Location => {
  const columns = locateColumns(tab, periodicTab);
  const { headerRow, indexOf } = columns;
  const name = indexOf.get('name');
  const rowOf = new Map<string, number>();
  tab.rows.forEach((cells, index) => {
    const key = name === undefined ? '' : periodicKey(cells[name] ?? '');
    if (index > headerRow && key !== '' && !rowOf.has(key)) rowOf.set(key, index + 1);
  });
  let row = headerRow + 1;
  for (let place = 1; place <= mostNewRows; place += 1) {
    do row += 1;
    while (tab.rows[row - 1]?.some((cell) => !isEmpty(cell)));
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
