/** Which rows and columns of a tab some writing touched, and how many cells. */
export type Touched = {
  readonly sheetId: number;
  readonly rows: Set<number>;
  readonly columns: Set<number>;
  cells: number;
};

export const nothingTouched = (sheetId: number): Touched => ({
  sheetId,
  rows: new Set(),
  columns: new Set(),
  cells: 0,
});

/** What a batch of writes comes to in all: a row or column that several of them touched counts once. */
export function totalsOf(writes: readonly Touched[]) {
  const tabs = new Map<number, Touched>();
  for (const { sheetId, rows, columns, cells } of writes) {
    const tab = tabs.get(sheetId) ?? nothingTouched(sheetId);
    for (const row of rows) tab.rows.add(row);
    for (const column of columns) tab.columns.add(column);
    tab.cells += cells;
    tabs.set(sheetId, tab);
  }
  const sum = (count: (tab: Touched) => number): number =>
    [...tabs.values()].reduce((total, tab) => total + count(tab), 0);
  return {
    totalUpdatedRows: sum((tab) => tab.rows.size),
    totalUpdatedColumns: sum((tab) => tab.columns.size),
    totalUpdatedCells: sum((tab) => tab.cells),
    totalUpdatedSheets: tabs.size,
  };
}
