import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openLocalWorkbook } from '../../src/backends/local/workbook/local-workbook.ts';
import { periodicTab } from '../../src/core/columns/periodic-tab.ts';
import { nowhere } from '../../src/core/sheet/edits.ts';
import { deskWith, seenIn, type TestDesk } from '../support/desk.ts';
import { buildXlsx } from '../support/xlsx.ts';

const name = 'Rekap Bulanan November 2026';
const serial = 46_342; // 16 November 2026
const held = {
  submittedAt: serial - 0.5,
  email: 'pemohon@contoh.go.id',
  requesterName: 'Rahmat Pakaya',
  institution: 'Bappeda',
  phone: '081200000001',
  event: 'Rapat Perencanaan',
  startDay: serial,
  startTime: '09.00',
  endTime: '11.00',
  place: 'Aula Bappeda',
  serviceKind: 'Operator saja',
};

describe('the row of a recap', () => {
  let desk: TestDesk;
  let hour = 0;
  const pass = () => {
    hour += 1;
    return desk.pass(`2026-12-02T${String(8 + hour).padStart(2, '0')}:00:00+08:00`);
  };
  const rows = async () => {
    const { tabs } = await openLocalWorkbook({ path: desk.config.workbook }).read();
    return tabs.find((tab) => tab.name === periodicTab.name)?.rows ?? [];
  };
  const type = async (header: string, becomes: string) => {
    const all = await rows();
    const row = all.findIndex(([first]) => String(first).toLowerCase() === name.toLowerCase());
    const column = all[0]?.indexOf(header) ?? -1;
    const address = { kind: 'fixed', row: row + 1, column: column + 1 } as const;
    const was = all[row]?.[column] ?? '';
    await openLocalWorkbook({ path: desk.config.workbook }).write(
      [{ tab: periodicTab.name, address, was, becomes }],
      () => nowhere,
    );
  };
  const approvalIn = (report: Awaited<ReturnType<typeof pass>>) =>
    seenIn(report)
      .wanted.flat()
      .find(({ signing }) => signing?.title === name)?.settled?.approval;
  beforeEach(async () => {
    hour = 0;
    desk = deskWith([held]);
    await pass();
    await type('Diperiksa', 'Siti Periksa, 2/12/2026');
    await pass();
    await type('Disetujui', 'Abdul Setuju, 2/12/2026');
    await pass();
  });
  afterEach(() => desk.remove());

  test('is written once, with its link', async () => {
    const report = await pass();

    expect(approvalIn(report)?.stands).toBe(true);
    expect(report.cells.written).toBe(0);
  });

  test('loses its approval by a signature that was taken out, however its name is typed', async () => {
    await type('Disetujui', '');
    await type('Dokumen', name.toUpperCase());
    const report = await pass();

    expect(approvalIn(report)).toMatchObject({ stands: false, waits: { for: 'approval' } });
  });

  test('is missed once somebody has signed in it', async () => {
    const { tabs } = await openLocalWorkbook({ path: desk.config.workbook }).read();
    const left = tabs.filter((tab) => tab.name !== periodicTab.name);
    writeFileSync(desk.config.workbook, buildXlsx(left));
    const { look } = await pass();

    expect(look.refusals.map(({ text }) => text)).toEqual([
      expect.stringContaining('There is no tab "Dokumen Berkala".'),
    ]);
  });
});
