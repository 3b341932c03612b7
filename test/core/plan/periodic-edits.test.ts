import { describe, expect, test } from 'vitest';
import type { DeskProblem } from '../../../src/core/cases/desk.ts';
import { periodicTab } from '../../../src/core/columns/periodic-tab.ts';
import { periodicEdits } from '../../../src/core/plan/periodic-edits.ts';
import { locatePeriodic } from '../../../src/core/rows/periodic-rows.ts';
import type { Cell, TabSnapshot } from '../../../src/core/sheet/snapshot.ts';

const headers: readonly Cell[] = periodicTab.columns.map(({ header }) => header);
const tabOf = (...rows: readonly (readonly Cell[])[]): TabSnapshot => ({
  name: periodicTab.name,
  rows: [headers, ...rows],
});
const papers = [
  { key: 'rekap/2026-10', title: 'Rekap Bulanan Oktober 2026', questions: [] },
  { key: 'rekap/2026-11', title: 'Rekap Bulanan November 2026', questions: ['Tulis lagi.'] },
];
const record = {
  key: 'rekap/2026-10',
  id: 'a',
  url: 'Rekap/a.docx',
  title: 'a.docx',
  fingerprint: '',
  contentHash: '',
  edition: 1,
};
interface Around {
  readonly shown?: string;
  readonly problems?: readonly DeskProblem[];
}
const editsFor = (tab: TabSnapshot, { shown = record.url, problems = [] }: Around = {}) =>
  periodicEdits(
    { tabs: [tab] },
    {
      papers,
      records: new Map([[record.key, record]]),
      links: new Map([[record.key, shown]]),
      problems,
    },
  );
/** Where each edit goes, and what it writes. */
const landed = (tab: TabSnapshot, around?: Around) => {
  const { rowOf, columnOf } = locatePeriodic(tab);
  return editsFor(tab, around).map(({ address, becomes }) =>
    address.kind === 'row'
      ? [rowOf.get(address.key), columnOf.get(address.header), becomes]
      : expect.unreachable(),
  );
};

describe('the rows of recaps and evaluations', () => {
  test('are begun in the first empty rows, each with its link and what is asked', () => {
    const signedElsewhere = tabOf(['', '', 'catatan']);

    expect(landed(signedElsewhere)).toEqual([
      [3, 1, 'Rekap Bulanan Oktober 2026'],
      [3, 2, { kind: 'link', url: 'Rekap/a.docx', text: 'a.docx' }],
      [4, 1, 'Rekap Bulanan November 2026'],
      [4, 6, '⚠ Tulis lagi.'],
    ]);
  });

  test('are found wherever people sorted them to, and left alone when they read as they should', () => {
    const sorted = tabOf(
      ['Rekap Bulanan November 2026', '', 'Siti', '', '', '⚠ Tulis lagi.'],
      [],
      ['Rekap Bulanan Oktober 2026', 'a.docx'],
    );

    expect(landed(sorted)).toEqual([]);
  });

  test('lead to a document that was made anew, though it is called as before', () => {
    const tab = tabOf(
      ['Rekap Bulanan Oktober 2026', 'a.docx'],
      ['Rekap Bulanan November 2026', '', '', '', '', '⚠ Tulis lagi.'],
    );

    expect(landed(tab, { shown: 'the trash' })).toEqual([
      [2, 2, { kind: 'link', url: 'Rekap/a.docx', text: 'a.docx' }],
    ]);
  });

  test('ask beside themselves what cannot be read there, however the tab is called', () => {
    const tab = {
      ...tabOf(
        ['Rekap Bulanan Oktober 2026', 'a.docx'],
        ['Rekap Bulanan November 2026', '', '', '', '', '⚠ Tulis lagi.'],
      ),
      name: 'REKAP DAN EVALUASI',
    };
    const problems = [
      { tab: tab.name, row: 2, text: 'Siapa?' },
      { tab: 'Petugas', row: 2, text: 'Nomor?' },
    ];

    expect(landed(tab, { problems })).toEqual([[2, 6, '⚠ Siapa?']]);
  });

  test('are not written where an earlier book has no such tab', () => {
    const around = { papers, records: new Map(), links: new Map(), problems: [] };

    expect(periodicEdits({ tabs: [] }, around)).toEqual([]);
  });
});
