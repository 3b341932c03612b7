/** Where new rows go: below the last one of their tab in which anything stands. */
import type { CellEdit, NewRow } from './edits.ts';
import type { TabSnapshot, WorkbookSnapshot } from './snapshot.ts';

/** The number, from 1, of the last row that is filled; an unticked box fills none. */
export const lastFilledRow = ({ rows }: TabSnapshot): number =>
  rows.findLastIndex((cells) => cells.some((cell) => cell !== '' && cell !== false)) + 1;

/** The cells that put these rows into their tabs; a tab that is not there gets none. */
export const appendingEdits = (
  { tabs }: WorkbookSnapshot,
  rows: readonly NewRow[],
): readonly CellEdit[] =>
  tabs.flatMap((tab) => {
    const below = lastFilledRow(tab);
    return rows
      .filter((each) => each.tab === tab.name)
      .flatMap(({ cells }, index) =>
        [...cells].map(([column, becomes]): CellEdit => {
          const row = below + index + 1;
          const was = tab.rows[row - 1]?.[column - 1] ?? '';
          return { tab: tab.name, address: { kind: 'fixed', row, column }, was, becomes };
        }),
      );
  });
