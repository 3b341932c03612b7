/** The tabs in which complaints and suggestions stand, as a workbook has them. */
import { afterEventTab } from '../columns/after-event-tab.ts';
import { complaintTab } from '../columns/complaint-tab.ts';
import type { Tab } from '../sheet/column.ts';
import { type ColumnLocation, findTab, locateColumns } from '../sheet/locate-columns.ts';
import type { TabSnapshot, WorkbookSnapshot } from '../sheet/snapshot.ts';

const specs: readonly Tab[] = [complaintTab, afterEventTab];

export interface ComplaintSheet {
  readonly spec: Tab;
  readonly tab: TabSnapshot;
  readonly columns: ColumnLocation<string>;
}

export const complaintSheets = (snapshot: WorkbookSnapshot): readonly ComplaintSheet[] =>
  specs.flatMap((spec): readonly ComplaintSheet[] => {
    const tab = findTab(snapshot, spec);
    return tab === undefined ? [] : [{ spec, tab, columns: locateColumns(tab, spec) }];
  });
