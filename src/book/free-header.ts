import type { Column } from '../core/sheet/column.ts';
import { normaliseHeader } from '../core/sheet/locate-columns.ts';
import type { Cell } from '../core/sheet/snapshot.ts';

/**
 * A column of the service's that a tab is to get, under a header that stands there nowhere: staff may keep a column of
 * that name themselves, and twice the same header would be one too many. `undefined` when every name is taken.
 */
export const withFreeHeader = <F extends string>(
  column: Column<F>,
  headers: readonly Cell[],
): Column<F> | undefined => {
  if (column.owner !== 'service' || column.needed) return column;
  const taken = new Set(headers.map((header) => normaliseHeader(String(header))));
  const header = [column.header, ...column.synonyms].find(
    (name) => !taken.has(normaliseHeader(name)),
  );
  return header === undefined ? undefined : { ...column, header };
};
