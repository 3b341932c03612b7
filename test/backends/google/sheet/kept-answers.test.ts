import { describe, expect, test } from 'vitest';
import { keepAnswers } from '../../../../src/backends/google/sheet/kept-answers.ts';
import { openSheetsWorkbook } from '../../../../src/backends/google/sheet/sheets-workbook.ts';
import { aGoogleDesk, deskSheetId, otherTabs } from '../stand-in.ts';

const inBytes = (text: string): ArrayBuffer => new TextEncoder().encode(text).buffer;

const permohonan = ["'Permohonan'"];
const besideOthers = ["'Permohonan'", "'Petugas'!1:10"];

const answer = (...tables: readonly (readonly (readonly unknown[])[])[]): ArrayBuffer =>
  inBytes(JSON.stringify({ valueRanges: tables.map((values) => ({ values })) }));

const requests = [
  ['Tiket', 'Acara'],
  ['VC-1', 'Rapat'],
  ['VC-2', 'Bimtek'],
];
const changed = [...requests.slice(0, 2), ['VC-2', 'Bimtek Aset']];

describe('an answer of Google’s', () => {
  test('that comes again byte for byte is not taken apart again', () => {
    const answers = keepAnswers();
    const first = answers.nextLook().read(permohonan, answer(requests));

    const again = answers.nextLook().read(permohonan, answer(requests));

    expect(again.rowsOf[0]).toBe(first.rowsOf[0]);
    expect(again.mark()).toBe(first.mark());
  });

  test('brings only those rows anew that say something else', () => {
    const answers = keepAnswers();
    const first = answers.nextLook().read(permohonan, answer(requests));

    const now = answers.nextLook().read(permohonan, answer(changed));

    expect(now.rowsOf).toEqual([changed]);
    expect(now.rowsOf[0]?.[1]).toBe(first.rowsOf[0]?.[1]);
    expect(now.mark()).not.toBe(first.mark());
  });

  test('knows the rows of a range that was asked for beside others', () => {
    const answers = keepAnswers();
    const first = answers.nextLook().read(besideOthers, answer(requests, [['Nama']]));

    const now = answers.nextLook().read(permohonan, answer(changed));

    expect(now.rowsOf[0]?.[1]).toBe(first.rowsOf[0]?.[1]);
  });

  test('is the same where it is spelled in another way', () => {
    const answers = keepAnswers();
    const first = answers.nextLook().read(permohonan, answer(requests));
    const spaced = JSON.stringify({ valueRanges: [{ values: requests }] }, undefined, 1);

    const now = answers.nextLook().read(permohonan, inBytes(spaced));

    expect(now.rowsOf[0]).toBe(first.rowsOf[0]);
    expect(now.mark()).toBe(first.mark());
  });

  test('is let go of when it was not asked for in a while', () => {
    const answers = keepAnswers();
    const first = answers.nextLook().read(permohonan, answer(requests));
    for (let look = 0; look < 4; look += 1) answers.nextLook().read(besideOthers, answer([], []));
    answers.nextLook();

    const again = answers.nextLook().read(["'Petugas'!1:10", ...permohonan], answer([], requests));

    expect(again.rowsOf[1]).toEqual(first.rowsOf[0]);
  });

  test('leaves a cell empty that holds none of the kinds that Google knows', () => {
    const { rowsOf } = keepAnswers()
      .nextLook()
      .read(permohonan, answer([['a', null, 3]]));

    expect(rowsOf).toEqual([[['a', '', 3]]]);
  });

  test.each([
    ['a page to sign in to the network', inBytes('<html>Selamat datang di WiFi kantor</html>')],
    ['nothing', inBytes('')],
    ['an answer to something else', inBytes('{"kind":"drive#file"}')],
    ['fewer ranges than were asked for', answer()],
    ['no bytes', ''],
  ])('is refused where %s came in its place', (_, came) => {
    expect(() => keepAnswers().nextLook().read(permohonan, came)).toThrow(
      expect.objectContaining({ code: 'google-not-answering' }),
    );
  });
});

describe('a sheet that is asked again', () => {
  const open = async (rows: readonly (readonly string[])[]) => {
    const desk = await aGoogleDesk([{ name: 'Permohonan', rows }, ...otherTabs]);
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

  test('says what Google refuses it for, although all that it answers comes in bytes', async () => {
    const { workbook, double } = await open(requests);
    await workbook.read();
    const on = { id: 'sheets.spreadsheets.values.batchGet' };
    double.faults.add({ on, fault: { kind: 'refuse', named: 'api-not-enabled' } });

    await expect(workbook.read()).rejects.toMatchObject({
      message: expect.stringContaining('Google Sheets API'),
    });
  });
});
