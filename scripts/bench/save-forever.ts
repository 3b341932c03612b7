import { openLocalWorkbook } from '../../src/backends/local/workbook/local-workbook.ts';
import { nowhere } from '../../src/core/sheet/edits.ts';

/** The process that `kill-saves.ts` kills: counts up two cells of a workbook, one save after the other. */
const [path = ''] = process.argv.slice(2);
const workbook = openLocalWorkbook({ path });
const first = (await workbook.read()).tabs[0]?.rows[0]?.[0];
process.stdout.write('saving\n');
for (let was = Number(first); ; was += 1) {
  await workbook.write(
    [1, 2].map((column) => ({
      tab: 'Permohonan',
      address: { kind: 'fixed', row: 1, column },
      was,
      becomes: was + 1,
    })),
    () => nowhere,
  );
  process.stdout.write('saved\n');
  process.stdout.write('saved\n');
}
