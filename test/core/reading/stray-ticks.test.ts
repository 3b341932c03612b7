import { expect, test } from 'vitest';
import { messageTab } from '../../../src/core/columns/message-tab.ts';
import { askAboutStrayTicks } from '../../../src/core/reading/registers/stray-ticks.ts';
import type { Cell } from '../../../src/core/sheet/snapshot.ts';

const headers = messageTab.columns.map(({ header }): Cell => header);
const aRow = (cells: Readonly<Record<string, Cell>>, beside: Cell = ''): readonly Cell[] => [
  ...messageTab.columns.map(({ field }): Cell => cells[field] ?? ''),
  beside,
];

const asked = (...rows: readonly (readonly Cell[])[]) => {
  const problems: Parameters<typeof askAboutStrayTicks>[1] = [];
  askAboutStrayTicks({ tabs: [{ name: 'Pesan', rows: [headers, ...rows] }] }, problems);
  return problems.map(({ tab, row }) => `${tab} ${row}`);
};

test('a tick or a note in a row without a message is asked about, one beside a message is not', () => {
  expect(asked(aRow({ again: true }), aRow({}, 'lepas'))).toEqual(['Pesan 2', 'Pesan 3']);
  expect(asked(aRow({ key: 'a/b/c/1', again: true }, 'catatan kami'))).toEqual([]);
  expect(asked(aRow({ again: false }), aRow({}))).toEqual([]);
});
