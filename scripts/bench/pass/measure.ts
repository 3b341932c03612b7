/** One desk measured in this process, which is new: `measure.ts SETTINGS ROWS` prints a `PassCost`. */
import { readFileSync } from 'node:fs';
import { openLocalWorkbook } from '../../../src/backends/local/workbook/local-workbook.ts';
import { readConfig } from '../../../src/config.ts';
import { requestTab } from '../../../src/core/columns/request-tab.ts';
import { nowhere } from '../../../src/core/sheet/edits.ts';
import { findTab, locateColumns } from '../../../src/core/sheet/locate-columns.ts';
import { findEntry, openZip } from '../../../src/office-package/zip.ts';
import { unpack } from '../../../src/office-package/zip-directory.ts';
import { openDesk } from '../../../src/service/open-desk.ts';
import { openPassMemory } from '../../../src/service/pass/pass-memory.ts';
import type { Quiet } from '../../../src/service/pass/quiet.ts';
import { runPass } from '../../../src/service/pass.ts';
import { deskNow } from './large-desk.ts';

/** Milliseconds of processor time; memory in MB, the most that was used up to then. */
export interface PassCost {
  readonly rows: number;
  readonly cold: number;
  readonly coldPeakMB: number;
  readonly warmIdle: number;
  readonly oneRow: number;
  readonly unzip: number;
  readonly read: number;
  readonly jsonParse: number;
}

const [, , settings = '', rows = '0'] = process.argv;

const taking = async (work: () => unknown): Promise<number> => {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return Math.round((user + system) / 1000);
};

const measured = async (): Promise<PassCost> => {
  const config = readConfig(settings);
  let now = deskNow.add({ seconds: 30 });
  const desk = await openDesk(config, { now });
  const memory = openPassMemory();
  let quiet: Quiet | undefined;
  const pass = async (): Promise<string> => {
    const report = await runPass(desk, { now, memory, ...(quiet && { quiet }) });
    quiet = report.quiet;
    now = now.add({ seconds: 10 });
    return report.look.kind;
  };
  const cold = await taking(pass);
  const coldPeakMB = Math.round(process.resourceUsage().maxRSS / 1024);
  for (let times = 0; (await pass()) !== 'unchanged'; times += 1)
    if (times === 3) throw new Error('The desk does not come to rest.');
  const warmIdle = await taking(pass);

  const workbook = openLocalWorkbook({ path: config.workbook });
  const bytes = readFileSync(config.workbook);
  const unzip = await taking(() => {
    const zip = openZip(bytes);
    for (const name of ['xl/worksheets/sheet1.xml', 'xl/sharedStrings.xml']) {
      const entry = findEntry(zip, name);
      if (entry !== undefined) unpack(entry);
    }
  });
  const read = await taking(() => workbook.read());
  const snapshot = await workbook.read();
  const text = JSON.stringify(snapshot.tabs.map((tab) => tab.rows));
  const jsonParse = await taking(() => JSON.parse(text));

  const tab = findTab(snapshot, requestTab);
  if (tab === undefined) throw new Error('There are no requests.');
  const { headerRow, indexOf } = locateColumns(tab, requestTab);
  const [row, column] = [headerRow + 1, indexOf.get('letterFile') ?? 0];
  const was = tab.rows[row]?.[column] ?? '';
  const address = { kind: 'fixed', row: row + 1, column: column + 1 } as const;
  const type = (from: typeof was, becomes: typeof was) =>
    workbook.write([{ tab: tab.name, address, was: from, becomes }], () => nowhere);
  await type(was, 'https://surat.prov.test/1');
  const oneRow = await taking(pass);
  await type('https://surat.prov.test/1', was);
  await pass();
  await desk.close();
  return { rows: Number(rows), cold, coldPeakMB, warmIdle, oneRow, unzip, read, jsonParse };
};

process.stdout.write(`${JSON.stringify(await measured())}\n`);
