/** Tabs into which forms write requests: the one that the service reads, and others that it does not. */
import { requestTab } from '../../../core/columns/request-tab.ts';
import { tabs } from '../../../core/columns/tabs.ts';
import { findTab, locateColumns, normaliseHeader } from '../../../core/sheet/locate-columns.ts';
import type { TabSnapshot } from '../../../core/sheet/snapshot.ts';
import type { SheetFault } from '../sheet/sorted-partly.ts';

/** By its name or, in a Google account of any language, by the needed questions among its headers. */
export const requestTabIn = <T extends TabSnapshot>(present: readonly T[]): T | undefined => {
  const named = findTab({ tabs: present }, requestTab)?.name;
  return (
    present.find(({ name }) => name === named) ??
    present.find((tab) => !isKnown(tab) && hasAnswers(tab))
  );
};

/** A form that was linked a second time writes into a second tab, which the service does not read. */
export const unreadAnswers = (present: readonly TabSnapshot[]): readonly SheetFault[] => {
  const read = requestTabIn(present);
  if (read === undefined) return [];
  return present
    .filter((tab) => tab !== read && !isKnown(tab) && hasAnswers(tab))
    .map(({ name }) => ({
      what: `The tab ${name} holds answers too, but the service reads only ${read.name}.`,
      todo: `If the form writes into ${name} now, rename ${read.name} to "${read.name} lama" and ${name} to "${requestTab.name}", run "npx layanan-vicon setup --dir FOLDER" with the folder of the settings, copy the old rows into the new tab and delete the old one.`,
    }));
};

const isKnown = ({ name }: TabSnapshot): boolean =>
  tabs.some((tab) => normaliseHeader(tab.name) === normaliseHeader(name));

const hasAnswers = (tab: TabSnapshot): boolean =>
  locateColumns(tab, answersOfForm).missing.every((column) => !('needed' in column));

/** The tab of requests as a form makes it. */
export const answersOfForm = {
  ...requestTab,
  columns: requestTab.columns.filter(({ owner }) => owner === 'form'),
};
