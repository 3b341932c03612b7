/** A tab with the headers of its columns, and the given cells below them. */
import type { Cell, TabSnapshot } from '../../src/core/sheet/snapshot.ts';

export const tabOf = (
  {
    name,
    columns,
  }: {
    readonly name: string;
    readonly columns: readonly { readonly field: string; readonly header: string }[];
  },
  rows: readonly Readonly<Record<string, Cell>>[],
): TabSnapshot => ({
  name,
  rows: [
    columns.map(({ header }) => header),
    ...rows.map((row) => columns.map(({ field }) => row[field] ?? '')),
  ],
});
