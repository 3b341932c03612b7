/** The days of an event that comes again, on Google: each is added once, also where the answer to the new rows is lost. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterEach, expect, test } from 'vitest';
import { openLocalWorkbook } from '../../../src/backends/local/workbook/local-workbook.ts';
import { ownTemplates, readConfig } from '../../../src/config.ts';
import { requestTab } from '../../../src/core/columns/request-tab.ts';
import { locateColumns } from '../../../src/core/sheet/locate-columns.ts';
import type { Cell, TabSnapshot } from '../../../src/core/sheet/snapshot.ts';
import { openDesk } from '../../../src/service/open-desk.ts';
import { runPass } from '../../../src/service/pass.ts';
import { createGoogleDouble } from '../../google-double/google-double.ts';
import { writeGoogleDesk } from '../../support/google-desk-files.ts';
import { type Row, weekly } from '../../support/series-life.ts';

const spreadsheet = 'lembar-layanan-vicon-0001';
let end: () => Promise<void> = async () => undefined;
afterEach(() => end());

const withRow = (tab: TabSnapshot, row: Row): TabSnapshot => {
  const { indexOf, headerRow } = locateColumns(tab, requestTab);
  const cells: Cell[] = [];
  for (const [field, index] of indexOf) cells[index] = row[field] ?? '';
  return {
    name: tab.name,
    rows: [...tab.rows.slice(0, headerRow + 1), Array.from(cells, (cell) => cell ?? '')],
  };
};

test('is added once where the answer to the new rows is lost', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'vicon-seri-'));
  mkdirSync(join(dir, '.layanan-vicon'), { mode: 0o700 });
  const path = join(dir, 'buku.xlsx');
  writeFileSync(path, readFileSync(join(ownTemplates, 'buku-layanan.xlsx')));
  const { tabs } = await openLocalWorkbook({ path }).read();
  const filled = tabs.map((tab) =>
    tab.name === requestTab.name ? withRow(tab, { ...weekly, repeat: 'ya' }) : tab,
  );
  const book = { id: spreadsheet, title: 'Buku', timeZone: 'Asia/Makassar', locale: 'in_ID' };
  const double = createGoogleDouble({
    data: { spreadsheets: [{ ...book, tabs: filled.map(({ name, rows }) => ({ name, rows })) }] },
  });
  const { url, close } = await double.listen(0);
  end = async () => {
    await close();
    rmSync(dir, { recursive: true });
  };
  const config = writeGoogleDesk(dir, { spreadsheet, endpoint: url });
  const now = Temporal.Instant.from('2026-11-18T09:00:00+08:00');
  const desk = await openDesk(readConfig(config), {
    now,
    toWrite: true,
    progress: () => undefined,
  });
  double.faults.add({
    on: { id: 'sheets.spreadsheets.batchUpdate' },
    calls: [2],
    fault: { kind: 'cut', when: 'after' },
  });

  const withoutDocuments = { now, documents: [] };
  await expect(runPass(desk, withoutDocuments)).rejects.toMatchObject({ code: 'google-in-doubt' });
  await runPass(desk, withoutDocuments);

  const [tab] = (await desk.workbook.read()).tabs.filter(({ name }) => name === requestTab.name);
  await desk.close();
  const at = tab && locateColumns(tab, requestTab);
  const marks = tab?.rows.slice(1).flatMap((row) => row[at?.indexOf.get('repeat') ?? -1] || []);
  expect(marks).toEqual([
    'ya',
    ...['30 November', '7 Desember', '14 Desember'].map((day) => `seri VC-2026-0001, ${day} 2026`),
  ]);
});
