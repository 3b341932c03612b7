/**
 * What a busy pass over a Google sheet costs in calls, beside saving the same rows one by one with `google-spreadsheet`.
 *
 * First the sheet alone: one cell is changed in every row. Then whole passes of the service, which give every request its
 * ticket, state and remarks, and the idle pass after it. All work on the same stand-in in this process; Google's quota
 * is 60 reads and 60 writes a minute and user.
 */
import { GoogleSpreadsheet } from 'google-spreadsheet';
import { openSheetsWorkbook } from '../../src/backends/google/sheet/sheets-workbook.ts';
import { requestTab } from '../../src/core/columns/request-tab.ts';
import { findTab } from '../../src/core/sheet/locate-columns.ts';
import {
  anOffice,
  type Office,
  ordinaryAnswers,
  sheetId,
} from '../../test/backends/google/pass/office.ts';
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
  { double }: Pick<Awaited<ReturnType<typeof aGoogleDesk>>, 'double'>,
  work: () => Promise<void>,
): Promise<Cost> => {
  double.traffic.reset();
  const started = performance.now();
  await work();
  return {
    reads: double.traffic.count({ api: 'sheets', kind: 'read' }),
    writes: double.traffic.count({ api: 'sheets', kind: 'write' }),
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

/** Requests that still lack their time: every row gets its cells, and no duty letter goes out for it. */
const typeRequests = (office: Office, count: number): void => {
  const [headers = []] = findTab(office.book(), requestTab)?.rows ?? [];
  const answers: Readonly<Record<string, string>> = { ...ordinaryAnswers, 'Jam Mulai': '' };
  const room = { spreadsheetId: sheetId, tab: requestTab.name, dimension: 'ROWS', count } as const;
  office.people.insertLines({ ...room, at: 1 });
  office.people.typeCells({
    spreadsheetId: sheetId,
    range: `'${requestTab.name}'!A2`,
    rows: Array.from({ length: count }, (_, index) =>
      headers.map((header) =>
        header === 'Nama Kegiatan' ? `Rapat ${index + 1}` : (answers[String(header)] ?? ''),
      ),
    ),
  });
};

const passCosts = async (
  rows: number,
): Promise<{ readonly busy: Cost; readonly idle: Cost; readonly cells: number }> => {
  const office = await anOffice();
  try {
    // The tabs of the sheet are asked for once an hour.
    await office.done();
    typeRequests(office, rows);
    let cells = 0;
    const busy = await measured(office, async () => {
      cells = (await office.done({ acceptLargeChange: true })).cells.written;
    });
    // Documents in Drive are looked over once a day.
    await office.done();
    const idle = await measured(office, async () => {
      if (!(await office.done()).idle) throw new Error('The pass after it was not idle.');
    });
    return { busy, idle, cells };
  } finally {
    await office.remove();
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
  for (const rows of [1, 100, 10_000]) {
    const { busy, idle, cells } = await passCosts(rows);
    console.table({
      [`whole pass, ${rows} new requests, ${cells} cells`]: busy,
      'the pass after it': idle,
    });
  }
};
