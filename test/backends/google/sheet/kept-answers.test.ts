import { describe, expect, test } from 'vitest';
import { keepAnswers } from '../../../../src/backends/google/sheet/kept-answers.ts';
import {
  openKeptSheet,
  openSheetsWorkbook,
} from '../../../../src/backends/google/sheet/sheets-workbook.ts';
import { aGoogleDesk, deskSheetId, inProcess, otherTabs, type Reach } from '../stand-in.ts';

/** In pieces, as over a line. */
async function* inPieces(text: string): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let from = 0; from < bytes.length; from += 20) yield bytes.subarray(from, from + 20);
}

async function* onlyOne(piece: Uint8Array): AsyncGenerator<Uint8Array> {
  yield piece;
}

const permohonan = ["'Permohonan'"];
const petugas = ["'Petugas'!1:10"];
const besideOthers = [...permohonan, ...petugas];

const answer = (...tables: readonly (readonly (readonly unknown[])[])[]) =>
  inPieces(JSON.stringify({ valueRanges: tables.map((values) => ({ values })) }));

const requests = [
  ['Tiket', 'Acara'],
  ['VC-1', 'Rapat'],
  ['VC-2', 'Bimtek'],
];
const changed = [...requests.slice(0, 2), ['VC-2', 'Bimtek Aset']];

describe('an answer of Google’s', () => {
  test('that comes again byte for byte is not taken apart again', async () => {
    const answers = keepAnswers();
    const first = await answers.nextLook().read(permohonan, answer(requests));

    const again = await answers.nextLook().read(permohonan, answer(requests));

    expect(again.rowsOf[0]).toBe(first.rowsOf[0]);
    expect(again.mark()).toBe(first.mark());
  });

  test('brings only those rows anew that say something else', async () => {
    const answers = keepAnswers();
    const first = await answers.nextLook().read(permohonan, answer(requests));

    const now = await answers.nextLook().read(permohonan, answer(changed));

    expect(now.rowsOf).toEqual([changed]);
    expect(now.rowsOf[0]?.[1]).toBe(first.rowsOf[0]?.[1]);
    expect(now.mark()).not.toBe(first.mark());
  });

  test('knows the rows of a range that was asked for beside others', async () => {
    const answers = keepAnswers();
    const first = await answers.nextLook().read(besideOthers, answer(requests, [['Nama']]));

    const now = await answers.nextLook().read(permohonan, answer(changed));

    expect(now.rowsOf[0]?.[1]).toBe(first.rowsOf[0]?.[1]);
  });

  test('is the same where it is spelled in another way', async () => {
    const answers = keepAnswers();
    const first = await answers.nextLook().read(permohonan, answer(requests));
    const spaced = JSON.stringify({ valueRanges: [{ values: requests }] }, undefined, 1);

    const now = await answers.nextLook().read(permohonan, inPieces(spaced));

    expect(now.rowsOf[0]).toBe(first.rowsOf[0]);
    expect(now.mark()).toBe(first.mark());
  });

  test('is let go of when it was not asked for in a while', async () => {
    const answers = keepAnswers();
    const first = await answers.nextLook().read(permohonan, answer(requests));
    for (let look = 0; look < 7; look += 1) await answers.nextLook().read(petugas, answer([]));
    answers.nextLook();

    const again = await answers.nextLook().read([...petugas, ...permohonan], answer([], requests));

    expect(again.rowsOf[1]).toEqual(first.rowsOf[0]);
    expect(again.rowsOf[1]).not.toBe(first.rowsOf[0]);
  });

  test('that ends early is not taken for the whole one of before', async () => {
    const answers = keepAnswers();
    await answers.nextLook().read(permohonan, answer(requests));
    const { value: start } = await answer(requests).next();

    await expect(answers.nextLook().read(permohonan, onlyOne(start))).rejects.toMatchObject({
      code: 'google-not-answering',
    });
  });

  test('leaves a cell empty that holds none of the kinds that Google knows', async () => {
    const { rowsOf } = await keepAnswers()
      .nextLook()
      .read(permohonan, answer([['a', null, 3]]));

    expect(rowsOf).toEqual([[['a', '', 3]]]);
  });

  test.each([
    ['a page to sign in to the network', '<html>Selamat datang di WiFi kantor</html>'],
    ['nothing', ''],
    ['an answer to something else', '{"kind":"drive#file"}'],
    ['fewer ranges than were asked for', '{"valueRanges":[]}'],
  ])('is refused where %s came in its place', async (_, came) => {
    await expect(keepAnswers().nextLook().read(permohonan, inPieces(came))).rejects.toMatchObject({
      code: 'google-not-answering',
    });
  });

  test.each([
    ['longer', [...requests, ['VC-3', 'Rakor']]],
    ['shorter', requests.slice(0, 2)],
    ['other in the midst', [requests[0] ?? [], ['VC-1', 'Rapaz'], ...requests.slice(2)]],
    ['other from its start', [['Nomor', 'Acara'], ...requests.slice(1)]],
  ])('is told from one that is %s', async (_, now) => {
    const answers = keepAnswers();
    await answers.nextLook().read(permohonan, answer(requests));

    const { rowsOf } = await answers.nextLook().read(permohonan, answer(now));

    expect(rowsOf).toEqual([now]);
  });
});

describe('a sheet that is asked again', () => {
  const open = async (rows: readonly (readonly string[])[], reach: Reach = inProcess) => {
    const desk = await aGoogleDesk([{ name: 'Permohonan', rows }, ...otherTabs], reach);
    const options = { ...desk, spreadsheetId: deskSheetId, timeZone: 'Asia/Makassar' };
    return { ...desk, workbook: openSheetsWorkbook(options) };
  };

  test('has the mark of before, and another one after anything was typed', async () => {
    const { workbook, double } = await open(requests);
    const before = await workbook.ask();
    const same = await workbook.ask();
    double.people.typeCells({
      spreadsheetId: deskSheetId,
      range: "'Permohonan'!B3",
      rows: [['Bimtek Aset']],
    });
    const after = await workbook.ask();

    expect(same.mark).toBe(before.mark);
    expect(after.mark).not.toBe(before.mark);
    expect(after.read().tabs[0]?.rows).toEqual(changed);
    expect(after.read()).toEqual(await workbook.read());
  });

  test('is known to whoever opens it once more with what it was read as', async () => {
    const desk = await aGoogleDesk([{ name: 'Permohonan', rows: requests }, ...otherTabs]);
    const options = { ...desk, spreadsheetId: deskSheetId, timeZone: 'Asia/Makassar' };
    const kept = openKeptSheet();
    const open = () => openSheetsWorkbook({ ...options, kept });
    const first = (await open().ask()).read();

    const again = (await open().ask()).read();

    expect(again).toEqual(first);
    expect(again.tabs[0]?.rows[1]).toBe(first.tabs[0]?.rows[1]);
    expect((await openSheetsWorkbook(options).read()).tabs[0]?.rows[1]).not.toBe(
      first.tabs[0]?.rows[1],
    );
  });

  test('says what Google refuses it for, although its answers are read as they come', async () => {
    const { workbook, double } = await open(requests);
    await workbook.read();
    const on = { id: 'sheets.spreadsheets.values.batchGet' };
    double.faults.add({ on, fault: { kind: 'refuse', named: 'api-not-enabled' } });

    await expect(workbook.read()).rejects.toMatchObject({
      message: expect.stringContaining('Google Sheets API'),
    });
  });

  test('is asked once more where the line is cut in the midst of an answer', async () => {
    let cuts = 1;
    const { workbook } = await open(requests, async (double) => async (input, init) => {
      const answer = await double.fetch(input, init);
      if (!new Request(input, init).url.includes('batchGet') || cuts === 0) return answer;
      cuts -= 1;
      const bytes = new Uint8Array(await answer.arrayBuffer());
      const half = new ReadableStream({
        pull(controller) {
          controller.enqueue(bytes.subarray(0, bytes.length / 2));
          controller.error(new TypeError('terminated', { cause: { code: 'UND_ERR_SOCKET' } }));
        },
      });
      return new Response(half, answer);
    });

    const { tabs } = await workbook.read();

    expect(tabs[0]?.rows).toEqual(requests);
    expect(cuts).toBe(0);
  });
});
