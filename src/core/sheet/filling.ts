/**
 * What fills a row: how a row without a ticket is known again just before a write, wherever people sorted it to.
 *
 * Every cell counts but those in columns of the service, under the header that it stands under. Rows that are filled
 * alike cannot be told apart and need not be: what is said of one is said of all.
 */
import type { Tab } from './column.ts';
import type { Location } from './edits.ts';
import type { ColumnLocation } from './locate-columns.ts';
import type { Cell, TabSnapshot } from './snapshot.ts';

/** Columns (from 0) of the service: they fill nothing. */
export const serviceColumns = <F extends string>(
  { indexOf }: Pick<ColumnLocation<F>, 'indexOf'>,
  spec: Tab<F>,
): ReadonlySet<number> =>
  new Set(
    spec.columns.flatMap(({ field, owner }) => {
      const index = indexOf.get(field);
      return owner === 'service' && index !== undefined ? [index] : [];
    }),
  );

/** The filling of a row in which nothing of anybody else's stands. */
export const emptyFilling = '[]';

export const fillingOf = (
  cells: readonly Cell[],
  { headers, ours }: { readonly headers: readonly Cell[]; readonly ours: ReadonlySet<number> },
): string =>
  JSON.stringify(
    cells
      .flatMap((cell, index) =>
        cell === '' || ours.has(index) ? [] : [JSON.stringify([headers[index] ?? '', cell])],
      )
      .sort(),
  );

/**
 * Rows by what fills them, looked up only when one is asked for.
 *
 * @param headerRow From 0, as `locateColumns` gives it.
 */
export const locateFillings = (
  { rows }: TabSnapshot,
  { headerRow, ours }: { readonly headerRow: number; readonly ours: ReadonlySet<number> },
  hasKey: (row: number) => boolean = () => false,
): Pick<Location, 'rowsFilled' | 'fillColumns'> => {
  const headers = rows[headerRow] ?? [];
  let known: ReadonlyMap<string, readonly number[]> | undefined;
  const byFilling = (): ReadonlyMap<string, readonly number[]> => {
    const found = new Map<string, number[]>();
    rows.forEach((cells, index) => {
      if (index <= headerRow || hasKey(index + 1)) return;
      const filling = fillingOf(cells, { headers, ours });
      const alike = found.get(filling);
      if (alike) alike.push(index + 1);
      else found.set(filling, [index + 1]);
    });
    return found;
  };
  const width = rows.reduce((widest, cells) => Math.max(widest, cells.length), 0);
  return {
    rowsFilled: (filling) => {
      known ??= byFilling();
      return known.get(filling) ?? [];
    },
    fillColumns: Array.from({ length: width }, (_, index) => index + 1).filter(
      (column) => !ours.has(column - 1),
    ),
  };
};
