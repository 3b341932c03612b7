/** Tabs into which forms write: those that the service reads, and others that it does not. */
import {
  answersOf,
  goesByName,
  linkedTabs,
  withoutOtherForms,
} from '../../../../core/columns/linked-tabs.ts';
import { requestTab } from '../../../../core/columns/request-tab.ts';
import type { Tab } from '../../../../core/sheet/column.ts';
import { findTab, locateColumns } from '../../../../core/sheet/locate-columns.ts';
import type { TabSnapshot } from '../../../../core/sheet/snapshot.ts';
import type { SheetFault } from '../../sheet/sorted-partly.ts';

/** By its name or, in a Google account of any language, by the needed questions among its headers. */
export const requestTabIn = <T extends TabSnapshot>(present: readonly T[]): T | undefined =>
  namedTabIn(present, requestTab) ?? present.find((tab) => !goesByName(tab) && hasRequests(tab));

/** By its name or a synonym; Google's "Form Responses 1" may be any form's, whichever was linked first. */
export const namedTabIn = <T extends TabSnapshot>(
  present: readonly T[],
  spec: Tab,
): T | undefined => {
  const tabs = withoutOtherForms(present, spec);
  const name = findTab({ tabs }, spec)?.name;
  return tabs.find((tab) => tab.name === name);
};

/** Answers that come into a tab which the service does not read. */
export const unreadAnswers = (present: readonly TabSnapshot[]): readonly SheetFault[] => [
  ...unreadRequests(present),
  ...linkedTabs(present).flatMap(({ name, spec }) => {
    const read = spec === requestTab ? undefined : namedTabIn(present, spec)?.name;
    return read === undefined || read === name
      ? []
      : [
          {
            what: `The answers of a form come into the tab ${name}, but the service reads ${read}.`,
            todo: `Run "npx layanan-vicon setup --dir FOLDER" with the folder of the settings: it puts ${name} in the place of ${read} while nothing stands there. If rows stand there, first rename ${read} to "${read} lama" and ${name} to "${spec.name}"; after setup copy the old rows into the new tab and delete the old one.`,
          },
        ];
  }),
];

/** A form that was linked a second time writes into a second tab. */
const unreadRequests = (present: readonly TabSnapshot[]): readonly SheetFault[] => {
  const read = requestTabIn(present);
  if (read === undefined) return [];
  return present
    .filter((tab) => tab !== read && !goesByName(tab) && hasRequests(tab))
    .map(({ name }) => ({
      what: `The tab ${name} holds answers too, but the service reads only ${read.name}.`,
      todo: `If the form writes into ${name} now, rename ${read.name} to "${read.name} lama" and ${name} to "${requestTab.name}", run "npx layanan-vicon setup --dir FOLDER" with the folder of the settings, copy the old rows into the new tab and delete the old one.`,
    }));
};

const hasRequests = (tab: TabSnapshot): boolean =>
  locateColumns(tab, answersOf(requestTab)).missing.every(({ needed }) => !needed);
