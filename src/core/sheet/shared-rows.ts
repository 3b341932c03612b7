/**
 * A look at a workbook with the very rows of the look before it that say the same, so that what was made of a row is known by it.
 *
 * Rows are held against those that stood in their place, or as far away as the row above has gone: people insert and delete.
 */
import { isSameList } from './same-list.ts';
import type { TabSnapshot, WorkbookSnapshot } from './snapshot.ts';

/** The very same where nothing changed at all. */
export const sharingRows = (before: WorkbookSnapshot, now: WorkbookSnapshot): WorkbookSnapshot => {
  const named = new Map(before.tabs.map((tab) => [tab.name, tab]));
  const tabs = now.tabs.map((tab) => {
    const known = named.get(tab.name);
    return known === undefined ? tab : sharingTab(known, tab);
  });
  const isSame = before.locale === now.locale && isSameList(before.tabs, tabs);
  return isSame ? before : { ...now, tabs };
};

const sharingTab = (before: TabSnapshot, now: TabSnapshot): TabSnapshot => {
  if (before === now) return before;
  const rows = sharedRows(before.rows, now.rows);
  const links = isSameLinks(before.links, now.links) ? before.links : now.links;
  return rows === before.rows && links === before.links
    ? before
    : { ...now, rows, ...(links && { links }) };
};

/** The rows of one range, the very same where nothing changed in it. */
export const sharedRows = (
  before: TabSnapshot['rows'],
  now: TabSnapshot['rows'],
): TabSnapshot['rows'] => {
  let away = 0;
  const rows = now.map((cells, at) => {
    for (const further of tried) {
      const known = before[at + away + further];
      if (known === undefined || !isSameList(known, cells)) continue;
      away += further;
      return known;
    }
    return cells;
  });
  return isSameList(before, rows) ? before : rows;
};

/** So many rows further than the one above. */
const tried: readonly number[] = [0, -1, 1];

const isSameLinks = (a: TabSnapshot['links'], b: TabSnapshot['links']): boolean => {
  if (a === undefined || b === undefined) return a === b;
  if (a.size !== b.size) return false;
  for (const [spot, url] of b) if (a.get(spot) !== url) return false;
  return true;
};
