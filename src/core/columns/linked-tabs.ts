/**
 * Tabs that Google makes when a person links a form to the sheet, as long as they go by no name of ours.
 *
 * Google numbers them in the order of linking ("Form Responses 2") and says nowhere which form fills which; their headers
 * tell: every question of the form heads a column, and nothing that the desk keeps beside answers does. A copy that people
 * made of the tab that is read has both.
 */
import type { Tab } from '../sheet/column.ts';
import { locateColumns, normaliseHeader } from '../sheet/locate-columns.ts';
import type { TabSnapshot } from '../sheet/snapshot.ts';
import { tabs } from './tabs.ts';

/** The tab as a form makes it: what it asks for, and nothing beside. */
export const answersOf = (tab: Tab): Tab => ({
  ...tab,
  columns: tab.columns.filter(({ owner }) => owner === 'form'),
});

/** Whether a form may fill it. */
export const takesAnswers = (tab: Tab): boolean => answersOf(tab).columns.length > 0;

/** What a form asks stands there, and nothing of what the desk keeps beside answers: nobody can have renamed any of it. */
export const holdsOnlyAnswers = (tab: TabSnapshot, spec: Tab): boolean => {
  const { indexOf } = locateColumns(tab, spec);
  const there = spec.columns.filter(({ field }) => indexOf.has(field));
  return there.length > 0 && there.every(({ owner }) => owner === 'form');
};

/** Those with the most questions first: the form for after an event asks all of the survey too. */
const answerTabs: readonly Tab[] = [...tabs]
  .filter(takesAnswers)
  .sort((a, b) => answersOf(b).columns.length - answersOf(a).columns.length);

/** Which of our tabs a form's is for. */
const forWhich = (tab: TabSnapshot): Tab | undefined =>
  goesByName(tab)
    ? undefined
    : answerTabs.find((spec) => {
        const { headerRow, indexOf } = locateColumns(tab, spec);
        return (
          headerRow === 0 &&
          spec.columns.every(({ field, owner }) => indexOf.has(field) === (owner === 'form'))
        );
      });

/** Whether a tab bears the name of one of ours, by which it is known to everybody. */
export const goesByName = ({ name }: TabSnapshot): boolean =>
  tabs.some((tab) => normaliseHeader(tab.name) === normaliseHeader(name));

/** The one that a form fills in the stead of this tab of ours. */
export const linkedTabIn = <T extends TabSnapshot>(
  present: readonly T[],
  spec: Tab,
): T | undefined => present.find((tab) => forWhich(tab) === spec);

/** The tabs among these that are no other form's. */
export const withoutOtherForms = <T extends TabSnapshot>(
  present: readonly T[],
  spec: Tab,
): readonly T[] => present.filter((tab) => [undefined, spec].includes(forWhich(tab)));

/** All of them, with the tab of ours that each is for. */
export const linkedTabs = (
  present: readonly TabSnapshot[],
): readonly { readonly name: string; readonly spec: Tab }[] =>
  present.flatMap((tab) => {
    const spec = forWhich(tab);
    return spec === undefined ? [] : [{ name: tab.name, spec }];
  });
