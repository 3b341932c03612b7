import { expect, test } from 'vitest';
import { absentTabNotices } from '../../../../src/backends/local/setup/absent-tabs.ts';
import { tabs } from '../../../../src/core/columns/tabs.ts';

test('who locked the structure of an older workbook is told which tabs it lacks, and what to do', () => {
  const optional = tabs.filter((tab) => 'isOptional' in tab);

  expect(absentTabNotices({ tabs: [] })).toEqual(
    optional.map(({ name }) =>
      expect.stringMatching(new RegExp(`^There is no tab "${name}".*Protect Workbook`)),
    ),
  );
  expect(absentTabNotices({ tabs: [{ name: 'rekap dan evaluasi', rows: [] }] })).toHaveLength(
    optional.length - 1,
  );
});
