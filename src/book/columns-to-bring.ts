/** Which columns a tab that is there lacks, and may be given without anything meaning something else by it. */
import { requestTab } from '../core/columns/request-tab.ts';
import { type Column, isIndispensable, type Tab } from '../core/sheet/column.ts';
import { locateColumns } from '../core/sheet/locate-columns.ts';
import type { TabSnapshot } from '../core/sheet/snapshot.ts';
import { withFreeHeader } from './free-header.ts';
import { tabDesigns } from './tab-designs.ts';
import { columnsInOrder } from './tab-layout.ts';

/**
 * Under a header that stands there nowhere, in the order of a new tab.
 *
 * Beside rows, a column on which something rests and that people fill was most likely renamed: an empty one would say
 * something else of every row, in silence, so a person has to give it its name back. The same goes for questions beside
 * requests. A tab of which no header is known is somebody else's.
 */
export const columnsToBring = (tab: TabSnapshot, spec: Tab): readonly Column[] => {
  const { headerRow, indexOf, missing } = locateColumns(tab, spec);
  if (indexOf.size === 0) return [];
  const hasRows = tab.rows
    .slice(headerRow + 1)
    .some((row) => row.some((cell) => cell !== '' && cell !== false));
  const isSafe = (column: Column): boolean =>
    !hasRows ||
    column.owner === 'service' ||
    !(isIndispensable(column) || (spec.name === requestTab.name && column.owner === 'form'));
  const lacking = new Set(missing.filter(isSafe).map(({ field }) => field));
  const { first = [] }: { readonly first?: readonly string[] } =
    Object.entries(tabDesigns).find(([name]) => name === spec.name)?.[1] ?? {};
  return columnsInOrder(spec, { first })
    .filter(({ field }) => lacking.has(field))
    .flatMap((column) => withFreeHeader(column, tab.rows[headerRow] ?? []) ?? []);
};
