import { describe, expect, test } from 'vitest';
import { openSheetsWorkbook } from '../../../../src/backends/google/sheet/sheets-workbook.ts';
import type { FaultRule } from '../../../google-double/faults.ts';
import { aRowEdit, locateByFirstColumn } from '../../workbook-contract.ts';
import { aGoogleDesk, deskSheetId } from '../stand-in.ts';

const tabs = [
  {
    name: 'Permohonan',
    rows: [
      ['Kunci', 'Status', 'Catatan'],
      ['a', 'Diterima', 'milik staf'],
      ['b', 'Diterima', 'milik staf'],
    ],
  },
];

const anOpenSheet = async () => {
  const desk = await aGoogleDesk(tabs);
  const { client, memory, pace } = desk;
  const options = { client, memory, pace, spreadsheetId: deskSheetId, timeZone: 'Asia/Makassar' };
  const workbook = openSheetsWorkbook(options);
  await workbook.read();
  const write = () =>
    workbook.write(
      ['a', 'b'].map((key) => aRowEdit(key, 'Status', { was: 'Diterima', becomes: 'Selesai' })),
      locateByFirstColumn,
    );
  const states = async () =>
    (await workbook.read()).tabs[0]?.rows.slice(1).map((row) => `${row[0]} ${row[1]} ${row[2]}`);
  return { ...desk, workbook, write, states };
};

const done = ['a Selesai milik staf', 'b Selesai milik staf'];
const untouched = ['a Diterima milik staf', 'b Diterima milik staf'];
const onWrite = { id: 'sheets.spreadsheets.batchUpdate' };

const passing: readonly (readonly [string, FaultRule])[] = [
  [
    '503 before the effect',
    { on: onWrite, times: 1, fault: { kind: 'refuse', when: 'before', status: 503 } },
  ],
  [
    '503 after the effect',
    { on: onWrite, times: 1, fault: { kind: 'refuse', when: 'after', status: 503 } },
  ],
  ['a line cut before the effect', { on: onWrite, times: 1, fault: { kind: 'cut' } }],
  ['a line cut after the effect', { on: onWrite, times: 1, fault: { kind: 'cut', when: 'after' } }],
  ['429', { on: { api: 'sheets' }, times: 2, fault: { kind: 'refuse', status: 429 } }],
  [
    'every tenth call failing',
    { on: { api: 'sheets' }, share: 0.1, fault: { kind: 'refuse', status: 503 } },
  ],
];

describe('a write into a Google sheet', () => {
  test.each(passing)('ends well after %s', async (_, fault) => {
    const { double, write, states } = await anOpenSheet();
    double.faults.add(fault);

    expect(await write()).toEqual(['written', 'written']);
    expect(await states()).toEqual(done);
  });

  test.each([
    ['the sheet is not shared any more', { status: 403 }, 'sheet-not-shared'],
    ['the sheet is gone', { status: 404 }, 'sheet-not-found'],
    ['the API is not enabled', { named: 'api-not-enabled' }, 'api-not-enabled'],
    [
      'our columns are protected',
      { status: 400, message: 'You are trying to edit a protected cell or object.' },
      'protected',
    ],
    [
      'the sheet is full',
      {
        status: 400,
        message:
          'This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
      },
      'cell-limit',
    ],
  ] as const)('says in words that %s, and has written nothing', async (_, trouble, code) => {
    const { double, write, states } = await anOpenSheet();
    double.faults.add({ on: onWrite, times: 1, fault: { kind: 'refuse', ...trouble } });

    await expect(write()).rejects.toMatchObject({ code });
    expect(await states()).toEqual(untouched);
  });

  test('gives up in words while the network is gone, and does its work when it is back', async () => {
    const { double, write, states } = await anOpenSheet();
    double.faults.add({ fault: { kind: 'cut' } });
    await expect(write()).rejects.toMatchObject({ code: 'network' });

    double.faults.clear();
    expect(await write()).toEqual(['written', 'written']);
    expect(await states()).toEqual(done);
  });

  test('refuses a sheet in another time zone before it reads a cell', async () => {
    const { client, memory, pace } = await aGoogleDesk(tabs);
    const options = { client, memory, pace, spreadsheetId: deskSheetId, timeZone: 'Asia/Jakarta' };

    await expect(openSheetsWorkbook(options).read()).rejects.toMatchObject({
      code: 'sheet-time-zone',
    });
  });
});
