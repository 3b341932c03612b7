import { describe, expect, test } from 'vitest';
import { openSheetsWorkbook } from '../../../../src/backends/google/sheet/sheets-workbook.ts';
import { aFixedEdit, aRowEdit, locateByFirstColumn } from '../../workbook-contract.ts';
import { aGoogleDesk, deskSheetId, otherTabs } from '../stand-in.ts';

/** A workbook that was looked at a moment ago, so that its tabs are remembered; and what people do to them then. */
const lookedAt = async () => {
  const requests = {
    name: 'Permohonan',
    rows: [
      ['Kunci', 'Status'],
      ['a', 'Diterima'],
    ],
  };
  const desk = await aGoogleDesk([requests, ...otherTabs]);
  const { client, double, memory, pace } = desk;
  const open = () =>
    openSheetsWorkbook({
      client,
      memory,
      pace,
      spreadsheetId: deskSheetId,
      timeZone: 'Asia/Makassar',
    });
  const workbook = open();
  await workbook.read();
  const sheetOf = (title: string) => {
    const found = double.world.spreadsheets
      .get(deskSheetId)
      ?.sheets.find(({ properties }) => properties.title === title);
    if (found === undefined) throw new Error(`no tab ${title}`);
    return found;
  };
  const api = await client.sheets();
  return {
    ...desk,
    open,
    workbook,
    grid: () => sheetOf('Permohonan').properties.gridProperties,
    rename: (tab: string, to: string) =>
      double.people.renameTab({ spreadsheetId: deskSheetId, tab, to }),
    /** What the menus of the sheet do. */
    byMenu: (request: (sheetId: number) => object) =>
      api.spreadsheets.batchUpdate({
        spreadsheetId: deskSheetId,
        requestBody: { requests: [request(sheetOf('Permohonan').sheetId)] },
      }),
    statusIn: async (title: string) => {
      const { tabs } = await open().read();
      return tabs.find(({ name }) => name === title)?.rows[1]?.[1];
    },
  };
};

const done = aRowEdit('a', 'Status', { was: 'Diterima', becomes: 'Selesai' });

describe('tabs that are remembered', () => {
  test('are asked for again before a write: a copy may bear the name by now', async () => {
    const { workbook, byMenu, rename, statusIn } = await lookedAt();
    await byMenu((sourceSheetId) => ({
      duplicateSheet: { sourceSheetId, newSheetName: 'Salinan Permohonan' },
    }));
    rename('Permohonan', 'Permohonan lama');
    rename('Salinan Permohonan', 'Permohonan');

    await workbook.read();
    const outcomes = await workbook.write([done], locateByFirstColumn);

    expect(outcomes).toEqual(['written']);
    expect(await statusIn('Permohonan')).toBe('Selesai');
    expect(await statusIn('Permohonan lama')).toBe('Diterima');
  });

  test('are asked for again before a write when the look is long over', async () => {
    const { workbook, byMenu, rename, statusIn, pace } = await lookedAt();
    await pace.wait(60_000);
    await byMenu((sourceSheetId) => ({
      duplicateSheet: { sourceSheetId, newSheetName: 'Salinan Permohonan' },
    }));
    rename('Permohonan', 'Permohonan lama');
    rename('Salinan Permohonan', 'Permohonan');

    await workbook.write([done], locateByFirstColumn);

    expect(await statusIn('Permohonan lama')).toBe('Diterima');
  });

  test.each([
    ['rows', [1500, 1], { dimension: 'ROWS', length: 1000 }],
    ['columns', [1, 40], { dimension: 'COLUMNS', length: 50 }],
  ] as const)('do not make a sheet grow to which people added %s', async (_, at, added) => {
    const { workbook, byMenu, grid } = await lookedAt();
    await byMenu((sheetId) => ({ appendDimension: { sheetId, ...added } }));
    const before = { ...grid() };

    await workbook.write([aFixedEdit(at, { becomes: 'jauh' })], locateByFirstColumn);

    expect(grid()).toEqual(before);
  });

  test('let a sheet grow once, however often is written there', async () => {
    const { workbook, open, grid } = await lookedAt();

    await workbook.write([aFixedEdit([1200, 30], { becomes: 'satu' })], locateByFirstColumn);
    await workbook.write([aFixedEdit([1200, 29], { becomes: 'dua' })], locateByFirstColumn);
    await open().write([aFixedEdit([1199, 30], { becomes: 'tiga' })], locateByFirstColumn);

    expect(grid()).toMatchObject({ rowCount: 1200, columnCount: 30 });
  });

  test('let a sheet grow from which people took rows and columns', async () => {
    const { workbook, double, statusIn } = await lookedAt();
    const tab = { spreadsheetId: deskSheetId, tab: 'Permohonan' };
    double.people.deleteLines({ ...tab, dimension: 'ROWS', at: 2, count: 998 });

    const edits = [done, aFixedEdit([4, 2], { becomes: 'jauh' })];

    expect(await workbook.write(edits, locateByFirstColumn)).toEqual(['written', 'written']);
    expect(await statusIn('Permohonan')).toBe('Selesai');
  });
});

describe('a time zone that was wrong', () => {
  test('is asked for again before anything is refused by it', async () => {
    const { open, client } = await lookedAt();
    const api = await client.sheets();
    const setZone = (timeZone: string) =>
      api.spreadsheets.batchUpdate({
        spreadsheetId: deskSheetId,
        requestBody: {
          requests: [
            { updateSpreadsheetProperties: { properties: { timeZone }, fields: 'timeZone' } },
          ],
        },
      });
    await setZone('Asia/Tokyo');
    await expect(
      open().write([aFixedEdit([2000, 1], { becomes: 'x' })], locateByFirstColumn),
    ).rejects.toMatchObject({ code: 'sheet-time-zone' });

    await setZone('Asia/Makassar');

    expect((await open().read()).tabs).toHaveLength(1 + otherTabs.length);
  });
});
