import { afterAll, describe, expect, test } from 'vitest';
import { openSheetsWorkbook } from '../../../../src/backends/google/sheet/sheets-workbook.ts';
import { formattedValue } from '../../../google-double/sheets/shown-value.ts';
import type { TabToBuild } from '../../../support/xlsx.ts';
import { aRowEdit, describeWorkbook, locateByFirstColumn } from '../../workbook-contract.ts';
import {
  aGoogleDesk,
  deskSheetId,
  inProcess,
  otherTabs,
  overSockets,
  type Reach,
} from '../stand-in.ts';

const openOn = async (tabs: readonly TabToBuild[], reach: Reach = inProcess) => {
  const desk = await aGoogleDesk(tabs, reach);
  const { client, memory, pace } = desk;
  const workbook = openSheetsWorkbook({
    client,
    memory,
    pace,
    spreadsheetId: deskSheetId,
    timeZone: 'Asia/Makassar',
  });
  return { ...desk, workbook };
};

describeWorkbook('A Google sheet', async (tabs) => (await openOn(tabs)).workbook);

const sockets = overSockets();
afterAll(sockets.close);
describeWorkbook(
  'A Google sheet over a socket',
  async (tabs) => (await openOn(tabs, sockets.reach)).workbook,
);

const manyRows = (count: number): readonly TabToBuild[] => [
  {
    name: 'Permohonan',
    rows: [
      ['Kunci', 'Status'],
      ...Array.from({ length: count }, (_, index) => [`kunci ${index}`, 'Diterima']),
    ],
  },
  ...otherTabs,
];

describe('a Google sheet', () => {
  test('costs one read when nothing is to be written', async () => {
    const { workbook, double } = await openOn(manyRows(3));
    await workbook.read();
    double.traffic.reset();

    await workbook.read();

    expect(double.traffic.log.map(({ id }) => id)).toEqual(['sheets.spreadsheets.values.batchGet']);
  });

  test('brings no more than the first rows of a tab that is the staff’s own', async () => {
    const notes = Array.from({ length: 400 }, (_, row) => [`catatan ${row}`]);
    const { workbook } = await openOn([...manyRows(30), { name: 'Catatan', rows: notes }]);

    const { tabs } = await workbook.read();

    expect(tabs.find(({ name }) => name === 'Catatan')?.rows).toEqual(notes.slice(0, 10));
    expect(tabs[0]?.rows).toHaveLength(31);
  });

  test.each([
    ['the tab of requests', otherTabs],
    ['a register', manyRows(3).filter(({ name }) => name !== 'Petugas')],
  ])('costs one read more while %s is missing', async (_, tabs) => {
    const { workbook, double } = await openOn(tabs);
    await workbook.read();
    double.traffic.reset();

    await workbook.read();

    expect(double.traffic.count({ api: 'sheets', kind: 'read' })).toBe(2);
  });

  test('adds no rows at all when the tab of some was renamed since it was read', async () => {
    const { workbook, double, pace } = await openOn(manyRows(3));

    const added = workbook.append(() => {
      double.people.renameTab({ spreadsheetId: deskSheetId, tab: 'Permohonan', to: 'Arsip' });
      // Whoever takes a while to say which rows looks at the tabs anew.
      void pace.wait(60_000);
      return ['Permohonan', 'Petugas'].map((tab) => ({ tab, cells: new Map([[1, 'baru']]) }));
    });

    await expect(added).rejects.toMatchObject({ code: 'sheet-outline-stale' });
    const { tabs } = await workbook.read();
    expect(JSON.stringify(tabs)).not.toContain('baru');
  });

  test.each([1, 500])('costs one more read and one write for %i rows', async (count) => {
    const { workbook, double } = await openOn(manyRows(count));
    await workbook.read();
    double.traffic.reset();

    const edits = Array.from({ length: count }, (_, index) =>
      aRowEdit(`kunci ${index}`, 'Status', { was: 'Diterima', becomes: 'Selesai' }),
    );
    const outcomes = await workbook.write(edits, locateByFirstColumn);

    expect(new Set(outcomes)).toEqual(new Set(['written']));
    expect(double.traffic.count({ kind: 'read' })).toBe(1);
    expect(double.traffic.count({ kind: 'write' })).toBe(1);
  });

  test('shows a moment as the columns that setup makes do', async () => {
    const { workbook, double } = await openOn(manyRows(1));
    const moment = { kind: 'serial', serial: 46_357.361_111_111, show: 'moment' } as const;

    await workbook.write(
      [aRowEdit('kunci 0', 'Status', { was: 'Diterima', becomes: moment })],
      locateByFirstColumn,
    );

    const cell = double.world.spreadsheets.get(deskSheetId)?.sheets[0]?.rows[1]?.[1];
    expect(cell && formattedValue(cell, 'in_ID')).toBe('1 Des 2026 08.40');
  });
});
