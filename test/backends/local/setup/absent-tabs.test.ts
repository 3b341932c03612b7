import { expect, test } from 'vitest';
import { absentTabs } from '../../../../src/backends/local/setup/absent-tabs.ts';

test('a workbook of an earlier version is told which tab to copy, as long as it has none', () => {
  expect(absentTabs({ tabs: [] })).toEqual([
    expect.stringMatching(
      /^There is no tab "Dokumen Berkala" yet\. Copy it from the empty workbook/,
    ),
  ]);
  expect(absentTabs({ tabs: [{ name: 'rekap dan evaluasi', rows: [] }] })).toEqual([]);
});
