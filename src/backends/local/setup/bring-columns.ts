/** Brings a workbook that an earlier version made the columns that have come since. */
import {
  bringingFaults,
  type ColumnsToBring,
  columnsToBring,
} from '../../../book/columns-to-bring.ts';
import { tabs } from '../../../core/columns/tabs.ts';
import type { Tab } from '../../../core/sheet/column.ts';
import { type CellEdit, nowhere } from '../../../core/sheet/edits.ts';
import { findTab, locateColumns } from '../../../core/sheet/locate-columns.ts';
import type { TabSnapshot } from '../../../core/sheet/snapshot.ts';
import type { Workbook } from '../../backend.ts';

export interface BroughtColumns {
  /** In English, what was added; empty when nothing was left to do. */
  readonly done: readonly string[];
  /** What a person should know or do. */
  readonly notices: readonly string[];
}

/**
 * Each goes right of everything that stands in its tab; nothing else is touched, and a workbook that has them is not
 * written.
 */
export const bringColumns = async (workbook: Workbook): Promise<BroughtColumns> => {
  const snapshot = await workbook.read();
  const specs: readonly Tab[] = tabs;
  const due = specs.flatMap((spec) => {
    const tab = findTab(snapshot, spec);
    return tab === undefined ? [] : [{ tab, spec, brought: columnsToBring(tab, spec) }];
  });
  const edits = due.flatMap(headersFor);
  const outcomes = await workbook.write(edits, () => nowhere);
  return {
    done: edits
      .filter((_, index) => outcomes[index] === 'written')
      .map(({ tab, becomes }) => `added the column "${becomes}" to the tab ${tab}`),
    notices: due
      .flatMap(({ tab, brought }) => bringingFaults(tab.name, brought))
      .map(({ what, todo }) => `${what} ${todo}`),
  };
};

const headersFor = ({
  tab,
  spec,
  brought: { added },
}: {
  readonly tab: TabSnapshot;
  readonly spec: Tab;
  readonly brought: ColumnsToBring;
}): readonly CellEdit[] => {
  const { headerRow } = locateColumns(tab, spec);
  const width = tab.rows.reduce((widest, cells) => Math.max(widest, cells.length), 0);
  return added.map(({ header }, index) => ({
    tab: tab.name,
    address: { kind: 'fixed', row: headerRow + 1, column: width + index + 1 },
    was: '',
    becomes: header,
  }));
};
