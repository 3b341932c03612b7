/** Tabs into which forms write: those that the service reads, and others that it does not. */
import { requestTab } from '../../../../core/columns/request-tab.ts';
import { tabs } from '../../../../core/columns/tabs.ts';
import type { Tab } from '../../../../core/sheet/column.ts';
import { findTab, locateColumns, normaliseHeader } from '../../../../core/sheet/locate-columns.ts';
import type { TabSnapshot } from '../../../../core/sheet/snapshot.ts';
import type { SheetFault } from '../../sheet/sorted-partly.ts';
import { formDesigns } from './form-designs.ts';

/** By its name or, in a Google account of any language, by the needed questions among its headers. */
export const requestTabIn = <T extends TabSnapshot>(present: readonly T[]): T | undefined => {
  return (
    namedTabIn(present, requestTab) ?? present.find((tab) => !isKnown(tab) && hasRequests(tab))
  );
};

/** By its name or a synonym; Google's "Form Responses 1" may be any form's, whichever was linked first. */
export const namedTabIn = <T extends TabSnapshot>(
  present: readonly T[],
  spec: Tab,
): T | undefined => {
  const isOfOtherForm = (tab: T): boolean =>
    formDesigns.some((design) => design.tab !== spec && linkedTabIn([tab], design.tab));
  const tabs = present.filter((tab) => !isOfOtherForm(tab));
  const name = findTab({ tabs }, spec)?.name;
  return tabs.find((tab) => tab.name === name);
};

export const hasForm = (tab: Tab): boolean => formDesigns.some((design) => design.tab === tab);

/**
 * The tab that Google made when a person linked a form to the sheet, as long as it goes by no name of ours: every
 * question of the form heads a column, and nothing that the desk keeps beside answers does. A copy that people made of
 * the tab that is read has both.
 */
export const linkedTabIn = <T extends TabSnapshot>(
  present: readonly T[],
  spec: Tab,
): T | undefined =>
  present.find((tab) => {
    const { headerRow, indexOf } = locateColumns(tab, spec);
    return (
      !isKnown(tab) &&
      headerRow === 0 &&
      spec.columns.every(({ field, owner }) => indexOf.has(field) === (owner === 'form'))
    );
  });

/** Answers that come into a tab which the service does not read. */
export const unreadAnswers = (present: readonly TabSnapshot[]): readonly SheetFault[] => [
  ...unreadRequests(present),
  ...formDesigns.flatMap(({ tab: spec }) => {
    const read = spec === requestTab ? undefined : namedTabIn(present, spec);
    const linked = read && linkedTabIn(present, spec);
    return linked === undefined
      ? []
      : [
          {
            what: `The answers of a form come into the tab ${linked.name}, but the service reads ${read?.name}.`,
            todo: `Run "npx layanan-vicon setup --dir FOLDER" with the folder of the settings: it puts ${linked.name} in the place of ${read?.name} while nothing stands there. If rows stand there, first rename ${read?.name} to "${read?.name} lama" and ${linked.name} to "${spec.name}"; after setup copy the old rows into the new tab and delete the old one.`,
          },
        ];
  }),
];

/** A form that was linked a second time writes into a second tab. */
const unreadRequests = (present: readonly TabSnapshot[]): readonly SheetFault[] => {
  const read = requestTabIn(present);
  if (read === undefined) return [];
  return present
    .filter((tab) => tab !== read && !isKnown(tab) && hasRequests(tab))
    .map(({ name }) => ({
      what: `The tab ${name} holds answers too, but the service reads only ${read.name}.`,
      todo: `If the form writes into ${name} now, rename ${read.name} to "${read.name} lama" and ${name} to "${requestTab.name}", run "npx layanan-vicon setup --dir FOLDER" with the folder of the settings, copy the old rows into the new tab and delete the old one.`,
    }));
};

const isKnown = ({ name }: TabSnapshot): boolean =>
  tabs.some((tab) => normaliseHeader(tab.name) === normaliseHeader(name));

const hasRequests = (tab: TabSnapshot): boolean =>
  locateColumns(tab, answersOf(requestTab)).missing.every(({ needed }) => !needed);

/** The tab as a form makes it: what it asks for, and nothing beside. */
export const answersOf = (tab: Tab): Tab => ({
  ...tab,
  columns: tab.columns.filter(({ owner }) => owner === 'form'),
});
