/**
 * The same desk on the stand-in for Google, in a process of its own, so that what the stand-in does is not counted:
 * `sheet-desk.ts DIR ROWS` fills a sheet, lets its desk settle, prints the settings' path and goes on until it is ended.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openLocalWorkbook } from '../../../src/backends/local/workbook/local-workbook.ts';
import { ownTemplates, readConfig } from '../../../src/config.ts';
import { fillWorkbook } from '../../../src/demo/make-desk.ts';
import { createGoogleDouble } from '../../../test/google-double/google-double.ts';
import { writeGoogleDesk } from '../../../test/support/google-desk-files.ts';
import { deskNow, deskTabs, settleLargeDesk } from './large-desk.ts';

const [, , dir = '', rows = '0'] = process.argv;
const spreadsheet = 'lembar-layanan-vicon-0001';

/** What the workbook of this desk holds, as it is typed into a new sheet. */
const tabs = async () => {
  const path = join(dir, 'buku.xlsx');
  const template = readFileSync(join(ownTemplates, 'buku-layanan.xlsx'));
  writeFileSync(path, fillWorkbook(template, deskTabs(Number(rows))));
  const { tabs: read } = await openLocalWorkbook({ path }).read();
  return read.map(({ name, rows: cells }) => ({ name, rows: cells }));
};

const began = performance.now();
const book = { id: spreadsheet, title: 'Buku Layanan', timeZone: 'Asia/Makassar', locale: 'in_ID' };
const double = createGoogleDouble({
  now: () => deskNow.epochMilliseconds + Math.round(performance.now() - began),
  data: { spreadsheets: [{ ...book, tabs: await tabs() }] },
});
const { url } = await double.listen(0);
const settings = writeGoogleDesk(dir, { spreadsheet, endpoint: url });
await settleLargeDesk(readConfig(settings));
process.stdout.write(`${settings}\n`);
