/** Brings a workbook that an earlier version made the columns that have come since. */
import type { Workbook } from '../backends/backend.ts';
import { columnsToBring } from '../book/columns-to-bring.ts';
import { tabs } from '../core/columns/tabs.ts';
import type { Tab } from '../core/sheet/column.ts';
import { type CellEdit, nowhere } from '../core/sheet/edits.ts';
import { findTab, locateColumns } from '../core/sheet/locate-columns.ts';
import type { TabSnapshot } from '../core/sheet/snapshot.ts';

/**
 * Each goes right of everything that stands in its tab; nothing else is touched, and a workbook that has them is not
 * written.
 *
 * @returns What was added, a line each.
 */
export const bringColumns = async (workbook: Workbook): Promise<readonly string[]> => {
  const snapshot = await workbook.read();
  const specs: readonly Tab[] = tabs;
  const edits = specs.flatMap((spec) => {
    const tab = findTab(snapshot, spec);
    return tab === undefined ? [] : headersFor(tab, spec);
  });
  const outcomes = await workbook.write(edits, () => nowhere);
  return edits
    .filter((_, index) => outcomes[index] === 'written')
    .map(({ tab, becomes }) => `added the column "${becomes}" to the tab ${tab}`);
};

const headersFor = (tab: TabSnapshot, spec: Tab): readonly CellEdit[] => {
  const { headerRow } = locateColumns(tab, spec);
  const width = tab.rows.reduce((widest, cells) => Math.max(widest, cells.length), 0);
  return columnsToBring(tab, spec).map(({ header }, index) => ({
    tab: tab.name,
    address: { kind: 'fixed', row: headerRow + 1, column: width + index + 1 },
    was: '',
    becomes: header,
  }));
};
