/** Tabs that came with a later version: on this machine setup brings columns, and no tabs. */
import { tabs } from '../../../core/columns/tabs.ts';
import type { Tab } from '../../../core/sheet/column.ts';
import { findTab } from '../../../core/sheet/locate-columns.ts';
import type { WorkbookSnapshot } from '../../../core/sheet/snapshot.ts';

/** What a person should do about those that are not there. The others are missed by every pass. */
export const absentTabs = (snapshot: WorkbookSnapshot): readonly string[] =>
  tabs
    .filter((spec: Tab) => spec.isOptional === true && findTab(snapshot, spec) === undefined)
    .map(
      ({ name }) =>
        `There is no tab "${name}" yet. Copy it from the empty workbook that "npx layanan-vicon setup --dir ANOTHER-FOLDER" makes.`,
    );
