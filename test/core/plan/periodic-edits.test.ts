import { describe, expect, test } from 'vitest';
import { periodicTab } from '../../../src/core/columns/periodic-tab.ts';
import { periodicEdits } from '../../../src/core/plan/periodic-edits.ts';
import { locatePeriodic } from '../../../src/core/rows/periodic-rows.ts';
import type { Cell } from '../../../src/core/sheet/snapshot.ts';

const headers: readonly Cell[] = periodicTab.columns.map(({ header }) => header);
const tabOf = (...rows: readonly (readonly Cell[])[]) => ({
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
const editsFor = (tab: ReturnType<typeof tabOf>) =>
  periodicEdits(
    { tabs: [tab] },
    { papers, records: new Map([[record.key, record]]), asked: () => [] },
  );
/** Where each edit goes, and what it writes. */
const landed = (tab: ReturnType<typeof tabOf>) => {
  const { rowOf, columnOf } = locatePeriodic(tab);
  return editsFor(tab).map(({ address, becomes }) =>
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

  test('are not written where an earlier book has no such tab', () => {
    expect(periodicEdits({ tabs: [] }, { papers, records: new Map(), asked: () => [] })).toEqual(
      [],
    );
  });
});
