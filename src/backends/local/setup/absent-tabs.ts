/** Tabs that came with a later version, and that a desk works without. */
import { tabs } from '../../../core/columns/tabs.ts';
import type { Tab } from '../../../core/sheet/column.ts';
import { findTab } from '../../../core/sheet/locate-columns.ts';
import type { WorkbookSnapshot } from '../../../core/sheet/snapshot.ts';

/** Those that are not there. The others are missed by every pass. */
export const absentTabs = (snapshot: WorkbookSnapshot): readonly Tab[] =>
  tabs.filter((spec: Tab) => spec.isOptional === true && findTab(snapshot, spec) === undefined);

/** What a person should do where they could not be brought. */
export const absentTabNotices = (snapshot: WorkbookSnapshot): readonly string[] =>
  absentTabs(snapshot).map(
    ({ name }) =>
      `There is no tab "${name}", and it cannot be added while the structure of the workbook is locked. In Excel, open Review → Protect Workbook and lift it, then run this again; or copy the tab from the empty workbook that "npx layanan-vicon setup --dir ANOTHER-FOLDER" makes.`,
  );
