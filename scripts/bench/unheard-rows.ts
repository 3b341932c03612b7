/** Rows of dirty workbooks that are neither in a figure nor named in Ringkasan, over many more than the tests try. */
import fc from 'fast-check';
import { aDirtyWorkbook, unheardRows } from '../../test/support/dirty-workbook.ts';

const workbooks = 700;

export const run = (): void => {
  let rows = 0;
  const unheard: string[] = [];
  for (const workbook of fc.sample(aDirtyWorkbook, workbooks)) {
    rows += workbook.tabs.reduce((sum, tab) => sum + tab.rows.length - 1, 0);
    unheard.push(...unheardRows(workbook));
  }
  process.stdout.write(
    `${rows} rows in ${workbooks} dirty workbooks, all tabs: ${unheard.length} neither counted nor named\n`,
  );
  for (const row of unheard) process.stdout.write(`  ${row}\n`);
  if (unheard.length > 0) process.exitCode = 1;
};
