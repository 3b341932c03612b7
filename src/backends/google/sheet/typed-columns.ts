/**
 * Columns of ours whose type a table of Google's has fixed. Google refuses a format of numbers and a drop-down of another's
 * there ("not allowed on cells in typed columns"), and marks values of another kind as wrong; the service's days and
 * moments bring a format with them.
 */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { quotedNames } from '../../../core/cases/wording.ts';
import { isOurs, type Tab } from '../../../core/sheet/column.ts';
import { locateColumns } from '../../../core/sheet/locate-columns.ts';
import type { TabSnapshot } from '../../../core/sheet/snapshot.ts';
import type { SheetFault } from './sorted-partly.ts';

/** By their place in the tab, from 0. */
export const typedColumnsIn = (
  tables: readonly sheets_v4.Schema$Table[] | undefined,
): ReadonlySet<number> =>
  new Set(
    (tables ?? []).flatMap(({ range, columnProperties = [] }) =>
      columnProperties
        .filter(({ columnType }) => columnType && columnType !== 'COLUMN_TYPE_UNSPECIFIED')
        .map(({ columnIndex }) => (range?.startColumnIndex ?? 0) + (columnIndex ?? 0)),
    ),
  );

/** Named for a person, in English. */
export const typedFaults = (
  tab: TabSnapshot,
  spec: Tab,
  typed: ReadonlySet<number>,
): readonly SheetFault[] => {
  const { indexOf } = locateColumns(tab, spec);
  const headers = spec.columns
    .filter((column) => isOurs(column) && typed.has(indexOf.get(column.field) ?? -1))
    .map(({ header }) => header);
  return headers.length === 0
    ? []
    : [
        {
          what: `In the tab ${tab.name} a table of Google's gives a fixed type to ${quotedNames(headers)}, which may refuse what the service writes there.`,
          todo: 'In the menu of each of these columns choose "Edit column type" (Edit jenis kolom) → "None" (Tidak ada).',
        },
      ];
};
