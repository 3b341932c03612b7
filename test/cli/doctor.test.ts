import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openLocalWorkbook } from '../../src/backends/local/workbook/local-workbook.ts';
import type { CheckResult } from '../../src/commands/doctor/check.ts';
import { doctor } from '../../src/commands/doctor.ts';
import { facilityNames } from '../../src/core/columns/choices.ts';
import type { DemoTab } from '../../src/demo/demo-tab.ts';
import { fillWorkbook } from '../../src/demo/make-desk.ts';
import { claimDesk } from '../../src/ledger/claim-desk.ts';
import { openLedger } from '../../src/ledger/open-ledger.ts';
import { buildXlsx } from '../support/xlsx.ts';

const now = Date.UTC(2026, 10, 24, 1);

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'vicon-doctor-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const settle = (settings: object) =>
  writeFileSync(join(dir, 'layanan-vicon.json'), JSON.stringify(settings));

const see = (more: { readonly nodeVersion?: string } = {}) =>
  doctor(
    { config: join(dir, 'layanan-vicon.json'), progress: () => undefined },
    { now: () => now, ...more },
  );

const states = ({ data }: Awaited<ReturnType<typeof see>>): Readonly<Record<string, string>> =>
  Object.fromEntries((data as readonly CheckResult[]).map(({ check, state }) => [check, state]));

const allRight = (names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, 'right']));

describe('doctor on a local desk', () => {
  const workbook = () => join(dir, 'Buku Layanan.xlsx');
  beforeEach(() => {
    settle({});
    const template = readFileSync(
      resolve(import.meta.dirname, '../../templates/buku-layanan.xlsx'),
    );
    const registers: readonly DemoTab[] = [
      { tab: 'Petugas', rows: [{ name: 'Rahmat' }] },
      { tab: 'Peralatan', rows: facilityNames.map((name) => ({ name, quantity: 2 })) },
      { tab: 'Akun Zoom', rows: [{ name: 'Zoom 1', capacity: 300 }] },
    ];
    writeFileSync(workbook(), fillWorkbook(template, registers));
  });

  test('finds all well in a desk that is set up', async () => {
    const answer = await see();

    expect(states(answer)).toEqual(
      allRight([
        'Node version',
        'settings file',
        'workbook',
        'tabs and headers',
        'officers, equipment, licences',
        'workbook free',
        'documents folder',
        'templates',
        'ledger',
        'schedule',
      ]),
    );
    expect(answer.exit).toBe(0);
    expect(answer.text).toContain('✓ workbook\n');
    expect(answer.text).toMatch(/All is well\.$/);
  });

  test('says that the settings are missing, and looks no further', async () => {
    rmSync(join(dir, 'layanan-vicon.json'));

    const answer = await see();

    expect(states(answer)).toEqual({
      'Node version': 'right',
      'settings file': 'wrong',
      'everything else': 'skipped',
    });
    expect(answer.exit).toBe(2);
    expect(answer.text).toContain('→ Make a new desk with');
  });

  test('says that the workbook is missing, and goes on with what does not need it', async () => {
    rmSync(workbook());

    const answer = await see();

    expect(states(answer)).toMatchObject({
      workbook: 'wrong',
      'tabs and headers': 'skipped',
      'workbook free': 'skipped',
      templates: 'right',
    });
    expect(answer.exit).toBe(1);
  });

  test('says where a missing tab can be had from, which setup does not add here', async () => {
    writeFileSync(workbook(), buildXlsx([{ name: 'Rapat', rows: [['Nama']] }]));

    const answer = await see();

    expect(states(answer)).toMatchObject({ 'tabs and headers': 'wrong' });
    expect(answer.text).toContain('or copy the tab or column from an empty workbook');
  });

  test('fails where a pass would be refused: a register has another name, or a column of it', async () => {
    const { tabs } = await openLocalWorkbook({ path: workbook() }).read();
    const spoilt = tabs.map((tab) =>
      tab.name === 'Peralatan'
        ? {
            ...tab,
            rows: tab.rows.map((row) => row.map((cell) => (cell === 'Jumlah' ? 'N' : cell))),
          }
        : tab.name === 'Petugas'
          ? { ...tab, name: 'Data Budi' }
          : tab,
    );
    writeFileSync(workbook(), buildXlsx(spoilt));

    const answer = await see();

    expect(states(answer)).toMatchObject({ 'tabs and headers': 'wrong' });
    expect(answer.text).toContain(
      'There is no tab "Petugas"; Tab "Peralatan" has no column "Jumlah"',
    );
    expect(answer.text).toContain('→ Give tabs and headers their names back');
    expect(answer.exit).toBe(1);
  });

  test('warns that a new desk has nobody and nothing to assign yet', async () => {
    cpSync(resolve(import.meta.dirname, '../../templates/buku-layanan.xlsx'), workbook());

    const answer = await see();

    expect(states(answer)).toMatchObject({ 'officers, equipment, licences': 'warned' });
    expect(answer.text).toContain('"Petugas" (Nama), "Peralatan" (Jumlah), "Akun Zoom" (Akun)');
    expect(answer.text).toContain('In "Peralatan" Jumlah says no number for Meja, ');
    expect(answer.exit).toBe(0);
  });

  test('warns while somebody has the workbook open, or another instance is at work', async () => {
    writeFileSync(join(dir, '~$Buku Layanan.xlsx'), '');
    mkdirSync(join(dir, '.layanan-vicon'));
    const path = join(dir, '.layanan-vicon/ledger.db');
    await (await openLedger({ path, desk: 'desk' })).close();
    const claim = await claimDesk({ path });

    const answer = await see();

    await claim.release();
    expect(states(answer)).toMatchObject({ 'workbook free': 'warned', ledger: 'warned' });
    expect(answer.exit).toBe(0);
    expect(answer.text).toMatch(/2 things need a look \(!\)\.$/);
  });

  test('names an old Node and a schedule that is none', async () => {
    settle({ schedule: '99 * * * *' });

    const answer = await see({ nodeVersion: '18.20.4' });

    expect(states(answer)).toMatchObject({ 'Node version': 'wrong', schedule: 'wrong' });
  });
});
