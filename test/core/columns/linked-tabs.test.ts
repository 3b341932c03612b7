import { describe, expect, test } from 'vitest';
import { afterEventTab } from '../../../src/core/columns/after-event-tab.ts';
import { complaintTab } from '../../../src/core/columns/complaint-tab.ts';
import { answersOf, linkedTabIn, linkedTabs } from '../../../src/core/columns/linked-tabs.ts';
import { surveyTab } from '../../../src/core/columns/survey-tab.ts';
import { tabs } from '../../../src/core/columns/tabs.ts';
import type { Tab } from '../../../src/core/sheet/column.ts';

const headersOf = (tab: Tab) => tab.columns.map(({ header }) => header);
const asked = headersOf(answersOf(complaintTab));
const aTab = (name: string, headers: readonly string[]) => ({ name, rows: [headers] });

describe('the tab that a linked form made', () => {
  test('has the questions of the form in any order, and others that the office asks', () => {
    const linked = aTab('Respons Formulir 2', [...asked.toReversed(), 'Foto']);

    expect(linkedTabIn([aTab('Pengaduan', headersOf(complaintTab)), linked], complaintTab)).toBe(
      linked,
    );
  });

  test.each([
    ['a copy of the tab that is read', aTab('Salinan Pengaduan', headersOf(complaintTab))],
    ['a tab that lacks a question', aTab('Respons Formulir 2', asked.slice(1))],
    ['the tab that is read itself', aTab('Pengaduan', asked)],
    ['a tab whose headers stand lower', { name: 'Arsip', rows: [['2026'], asked] }],
  ])('is not %s', (_, tab) => {
    expect(linkedTabs([tab])).toEqual([]);
  });

  test('is told from every other form’s, also where one asks all that another asks', () => {
    const linked = tabs
      .filter((tab) => answersOf(tab).columns.length > 0)
      .map((tab, i) => ({ spec: tab, name: `Respons Formulir ${i}` }));

    expect(
      linkedTabs(linked.map(({ spec, name }) => aTab(name, headersOf(answersOf(spec))))),
    ).toEqual(linked.map(({ spec, name }) => ({ name, spec })));
    expect(linked.map(({ spec }) => spec)).toEqual(
      expect.arrayContaining([afterEventTab, surveyTab, complaintTab]),
    );
  });
});
