/** Which tabs of a workbook a pass reads whole; of all others it looks at no more than what may be their headers. */
import { findTab } from '../sheet/locate-columns.ts';
import { importTab } from './import-tab.ts';
import { overviewTabName, tabs } from './tabs.ts';

/**
 * What goes by a name of ours, as `findTab` chooses among several, and the tab that is ours to write whole. Catatan Impor
 * is long, and no pass asks it for anything.
 */
export const tabsReadWhole = (titles: readonly string[]): ReadonlySet<string> => {
  const present = { tabs: titles.map((name) => ({ name, rows: [] })) };
  const named = [
    ...tabs.filter((spec) => spec !== importTab),
    { name: overviewTabName, synonyms: [] },
  ];
  return new Set(named.flatMap((spec) => findTab(present, spec)?.name ?? []));
};
