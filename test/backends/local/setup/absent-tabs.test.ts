import { expect, test } from 'vitest';
import { absentTabs } from '../../../../src/backends/local/setup/absent-tabs.ts';
import { tabs } from '../../../../src/core/columns/tabs.ts';

test('a workbook of an earlier version is told which tabs to copy, as long as it has none', () => {
  const optional = tabs.filter((tab) => 'isOptional' in tab);

  expect(absentTabs({ tabs: [] })).toEqual(
    optional.map(({ name }) =>
      expect.stringMatching(
        new RegExp(`^There is no tab "${name}" yet\\. Copy it from the empty workbook`),
      ),
    ),
  );
  expect(absentTabs({ tabs: [{ name: 'rekap dan evaluasi', rows: [] }] })).toHaveLength(
    optional.length - 1,
  );
});
