/**
 * What a busy pass over a Google sheet costs in calls, beside saving the same rows one by one with `google-spreadsheet`.
 *
 * Both work on the same stand-in in this process; Google's quota is 60 reads and 60 writes a minute and user.
 */
import { GoogleSpreadsheet } from 'google-spreadsheet';
import { openSheetsWorkbook } from '../../src/backends/google/sheets-workbook.ts';
import { aGoogleDesk, deskSheetId } from '../../test/backends/google/stand-in.ts';
import { aRowEdit, locateByFirstColumn } from '../../test/backends/workbook-contract.ts';

const tabOf = (rows: number) => [
  {
    name: 'Permohonan',
    rows: [
      ['Kunci', 'Status'],
      ...Array.from({ length: rows }, (_, index) => [`kunci ${index}`, 'Diterima']),
    ],
  },
];

interface Cost {
  readonly reads: number;
  readonly writes: number;
  readonly milliseconds: number;
}

const measured = async (
  { double }: Awaited<ReturnType<typeof aGoogleDesk>>,
  work: () => Promise<void>,
): Promise<Cost> => {
  double.traffic.reset();
  const started = performance.now();
  await work();
  return {
    reads: double.traffic.count({ kind: 'read' }),
    writes: double.traffic.count({ kind: 'write' }),
    milliseconds: Math.round(performance.now() - started),
  };
};

/** Reads as a pass does, then changes one cell in every row. */
const ourCost = async (rows: number): Promise<Cost> => {
  const desk = await aGoogleDesk(tabOf(rows));
  const { client, memory, pace } = desk;
  const options = { client, memory, pace, spreadsheetId: deskSheetId, timeZone: 'Asia/Makassar' };
  const workbook = openSheetsWorkbook(options);
  const edits = Array.from({ length: rows }, (_, index) =>
    aRowEdit(`kunci ${index}`, 'Status', { was: 'Diterima', becomes: 'Selesai' }),
  );
  await workbook.read();
  return measured(desk, async () => {
    await workbook.read();
    const outcomes = await workbook.write(edits, locateByFirstColumn);
    if (outcomes.some((outcome) => outcome !== 'written')) throw new Error('Not all was written.');
  });
};

const peerCost = async (rows: number): Promise<Cost> => {
  const desk = await aGoogleDesk(tabOf(rows));
  const own = globalThis.fetch;
  globalThis.fetch = desk.double.fetch;
  try {
    const book = new GoogleSpreadsheet(deskSheetId, { token: 'anything' });
    await book.loadInfo();
    return await measured(desk, async () => {
      for (const row of (await book.sheetsByIndex[0]?.getRows()) ?? []) {
        row.set('Status', 'Selesai');
        await row.save();
      }
    });
  } finally {
    globalThis.fetch = own;
  }
};

export const run = async (): Promise<void> => {
  for (const rows of [1, 100, 10_000]) {
    const ours = await ourCost(rows);
    const peer = await peerCost(rows);
    console.table({
      [`${rows} rows, ours`]: ours,
      [`${rows} rows, google-spreadsheet`]: peer,
      'ratio peer / ours': {
        reads: peer.reads / ours.reads,
        writes: peer.writes / ours.writes,
        milliseconds: Number((peer.milliseconds / ours.milliseconds).toFixed(1)),
      },
    });
  }
};
