import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unreadAnswers } from '../../../src/backends/google/setup/forms/answer-tabs.ts';
import { answersOf, takesAnswers } from '../../../src/core/columns/linked-tabs.ts';
import { overviewTabName, tabs } from '../../../src/core/columns/tabs.ts';
import { tabsReadWhole } from '../../../src/core/columns/tabs-read.ts';
import { unreadAnswerNotices } from '../../../src/core/overview/unread-answers.ts';
import { missingParts } from '../../../src/core/plan/guard.ts';
import type { Tab } from '../../../src/core/sheet/column.ts';
import { headerRowsSearched } from '../../../src/core/sheet/locate-columns.ts';
import type { Cell, TabSnapshot, WorkbookSnapshot } from '../../../src/core/sheet/snapshot.ts';
import { aDirtyWorkbook } from '../../support/dirty-workbook.ts';
import { runs } from '../../support/long-runs.ts';
import { emptyLedger, planOf } from '../../support/pure-pass.ts';

const specs: readonly Tab[] = tabs;

/** Names that staff give to tabs of theirs, that copies and forms get, and other names that ours go by. */
const names = [
  'Catatan Rapat',
  'Arsip 2025',
  'permohonan ',
  'Copy of Permohonan',
  'Form Responses 1',
  'Respons Formulir 4',
  'Panduan',
  'ringkasan',
  ...specs.flatMap(({ synonyms }) => synonyms),
];

/** A tab as long as a page, whose headers stand anywhere in it: those of a form, of one of our tabs, or none of ours. */
const anotherTab: fc.Arbitrary<TabSnapshot> = fc
  .record({
    name: fc.constantFrom(...names),
    headers: fc.constantFrom<readonly string[]>(
      ['Tanggal', 'Notula'],
      ...specs.map(({ columns }) => columns.map(({ header }) => header)),
      ...specs
        .filter(takesAnswers)
        .map((spec) => answersOf(spec).columns.map((each) => each.header)),
    ),
    above: fc.nat({ max: 12 }),
    below: fc.nat({ max: 14 }),
  })
  .map(({ name, headers, above, below }) => ({
    name,
    rows: [
      ...Array.from({ length: above }, (): readonly Cell[] => ['lama']),
      headers,
      ...Array.from({ length: below }, (_, row): readonly Cell[] => headers.map(() => row)),
    ],
  }));

/** A desk's workbook in any order, one of its tabs perhaps under another name, and what else people keep in it. */
const aWorkbook: fc.Arbitrary<WorkbookSnapshot> = fc
  .record({
    desk: aDirtyWorkbook,
    others: fc.array(anotherTab, { maxLength: 5 }),
    renamed: fc.option(fc.nat({ max: tabs.length - 1 }), { nil: undefined }),
  })
  .chain(({ desk, others, renamed }) =>
    fc.shuffledSubarray(
      [
        ...desk.tabs.map((tab, at) =>
          at === renamed ? { ...tab, name: `${tab.name} baru` } : tab,
        ),
        ...others.filter(({ name }, at) => others.findIndex((each) => each.name === name) === at),
      ],
      { minLength: desk.tabs.length },
    ),
  )
  .map((all) => ({ tabs: all }));

const asNeeded = ({ tabs: all }: WorkbookSnapshot): WorkbookSnapshot => {
  const whole = tabsReadWhole(all.map(({ name }) => name));
  return {
    tabs: all.map((tab) =>
      whole.has(tab.name) ? tab : { ...tab, rows: tab.rows.slice(0, headerRowsSearched) },
    ),
  };
};

const decidedFrom = (snapshot: WorkbookSnapshot) => {
  const [tab = { name: '', rows: [] }, ...registers] = snapshot.tabs;
  return {
    refusals: missingParts(snapshot, emptyLedger),
    notices: unreadAnswerNotices(snapshot),
    faults: unreadAnswers(snapshot.tabs),
    plan: planOf({ tab, registers, ledger: emptyLedger }, '2026-11-28T09:00:00+08:00'),
  };
};

describe('the tabs that are read whole', () => {
  test('are those that go by a name of ours, and no others', () => {
    expect(
      tabsReadWhole(['Catatan', 'Permohonan', 'Copy of Permohonan', 'Panduan', overviewTabName]),
    ).toEqual(new Set(['Permohonan', overviewTabName]));
  });

  test('are enough: any workbook gets the same plan, refusals and notices as from all of it', () => {
    fc.assert(
      fc.property(aWorkbook, (workbook) => {
        expect(decidedFrom(asNeeded(workbook))).toEqual(decidedFrom(workbook));
      }),
      { numRuns: runs(7, 20) },
    );
  });
});
