/** A signed-in desk on the stand-in, as files for a process of its own. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { writeToken } from '../../src/backends/google/sign-in/token-file.ts';
import { openLocalWorkbook } from '../../src/backends/local/workbook/local-workbook.ts';
import type { TabSnapshot } from '../../src/core/sheet/snapshot.ts';
import type { DemoTab } from '../../src/demo/demo-tab.ts';
import { fillWorkbook } from '../../src/demo/make-desk.ts';
import { sampleDesk } from '../../src/demo/sample-desk.ts';
import { smallDesk } from './small-desk.ts';

/** The demo's desk as tabs of a sheet, before any pass; `dir` is where a workbook is built on the way. */
export const sampleTabs = (dir: string): Promise<readonly TabSnapshot[]> =>
  tabsOf(sampleDesk({ today: Temporal.PlainDate.from('2026-11-24') }), dir);

/** The same of the desk of five requests. */
export const smallTabs = (dir: string): Promise<readonly TabSnapshot[]> => tabsOf(smallDesk, dir);

const tabsOf = async (desk: readonly DemoTab[], dir: string): Promise<readonly TabSnapshot[]> => {
  const path = join(dir, 'contoh.xlsx');
  const template = readFileSync(resolve(import.meta.dirname, '../../templates/buku-layanan.xlsx'));
  writeFileSync(path, fillWorkbook(template, desk));
  const { tabs } = await openLocalWorkbook({ path }).read();
  // Where its cells lead is no part of a sheet's data.
  return tabs.map(({ name, rows }) => ({ name, rows }));
};

/** Writes settings, credentials and a stored sign-in into `dir`; returns the settings' path. */
export const writeGoogleDesk = (
  dir: string,
  { spreadsheet, endpoint }: { readonly spreadsheet: string; readonly endpoint: string },
): string => {
  const client = { client_id: 'klien', client_secret: 'contoh' };
  writeFileSync(join(dir, 'credentials.json'), JSON.stringify({ installed: client }));
  writeToken(join(dir, '.layanan-vicon/token.json'), {
    clientId: 'klien',
    refreshToken: 'contoh',
    scopes: [
      'https://www.googleapis.com/auth/spreadsheets',
      'https://www.googleapis.com/auth/drive.file',
    ],
    agreedAt: Date.now(),
  });
  const settings = join(dir, 'layanan-vicon.json');
  writeFileSync(settings, JSON.stringify({ google: { spreadsheet, endpoint } }));
  return settings;
};
