/** Workbooks that no program should have written: each is refused in words, cheaply, or read as it was meant. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { openLocalWorkbook } from '../../../../src/backends/local/workbook/local-workbook.ts';
import { editWorkbook } from '../../../../src/backends/local/workbook/workbook-edit.ts';
import { partsOf } from '../../../../src/backends/local/workbook/workbook-file.ts';
import { nowhere } from '../../../../src/core/sheet/edits.ts';
import { ServiceError } from '../../../../src/errors.ts';
import { runs } from '../../../support/long-runs.ts';
import { packXlsx, xlsxParts } from '../../../support/xlsx.ts';
import { aFolder, aWorkbookFile } from './a-workbook-file.ts';

const sheetName = 'xl/worksheets/sheet1.xml';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

const sheetOf = (rows: string): string =>
  `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`;

const bookWith = (parts: Readonly<Record<string, string>>): Uint8Array =>
  packXlsx({ ...xlsxParts([{ name: 'Permohonan', rows: [['isi']] }]), ...parts });

const withRows = (rows: string): Uint8Array => bookWith({ [sheetName]: sheetOf(rows) });

const text = (reference: string, said = 'isi'): string =>
  `<c r="${reference}" t="inlineStr"><is><t>${said}</t></is></c>`;

/** What reading it says; fails when it is read after all. */
const refusal = async (bytes: Uint8Array): Promise<string> => {
  const { workbook, path } = aWorkbookFile(bytes);
  const error: unknown = await workbook.read().catch((thrown: unknown) => thrown);
  if (!(error instanceof ServiceError)) throw new Error(`not refused in words: ${String(error)}`);
  return `${error.code}: ${error.what}`.replace(path, 'buku.xlsx');
};

const rowsIn = async (bytes: Uint8Array) =>
  (await aWorkbookFile(bytes).workbook.read()).tabs[0]?.rows;

/** The record of the last part in the directory, with one of its numbers changed. */
const withRecord = (at: number, value: number, size: 2 | 4 = 4): Uint8Array => {
  const bytes = Buffer.from(withRows(`<row r="1">${text('A1')}</row>`));
  const record = bytes.lastIndexOf(Buffer.from('PK\u0001\u0002', 'latin1'));
  if (size === 2) bytes.writeUInt16LE(value, record + at);
  else bytes.writeUInt32LE(value, record + at);
  return bytes;
};

describe('a workbook that asks for too much', () => {
  const many = 'x'.repeat(200_000);

  test.each([
    [
      'a row that no sheet has',
      withRows(`<row r="50000000">${text('A50000000')}</row>`),
      /row 50000000/,
    ],
    ['a column that no sheet has', withRows(`<row r="1">${text('ZZZZZ1')}</row>`), /row 1: .*XFD/],
    ['a column just behind the last', withRows(`<row r="1">${text('XFE1')}</row>`), /row 1: .*XFD/],
    [
      'a cell longer than any program keeps',
      withRows(`<row r="3">${text('A3', many)}</row>`),
      /row 3: .*200000 characters/,
    ],
    [
      'rows that each reach far to the right',
      withRows(
        Array.from({ length: 2200 }, (_, row) => {
          const cells = ['A', 'ALL', 'BXX'].map((column) => text(`${column}${row + 1}`));
          return `<row r="${row + 1}">${cells.join('')}</row>`;
        }).join(''),
      ),
      /row \d+: .*too many cells/,
    ],
    [
      'a part that unpacks to hundreds of megabytes',
      zipSync({
        ...Object.fromEntries(
          Object.entries(xlsxParts([{ name: 'Permohonan', rows: [] }])).map(([name, xml]) => [
            name,
            strToU8(xml),
          ]),
        ),
        [sheetName]: new Uint8Array(130 * 1024 * 1024),
      }),
      /131 MB when unpacked/,
    ],
    ['a part that claims to be huge', withRecord(24, 0xfffffff0), /4097 MB when unpacked/],
    [
      'more parts than any workbook has',
      packXlsx(Object.fromEntries(Array.from({ length: 5001 }, (_, n) => [`p${n}`, '']))),
      /5001 parts/,
    ],
  ])('%s is refused with the place', async (_, bytes, said) => {
    expect(await refusal(bytes)).toMatch(
      /^workbook-too-large: The workbook "buku.xlsx" is too large/,
    );
    expect(await refusal(bytes)).toMatch(said);
  });

  test('one part under the names of many tabs counts for each of them, and makes no small file a large one', async () => {
    const rows = Array.from(
      { length: 18_000 },
      (_, n) => `<row r="${n + 1}"><c r="A${n + 1}"><v>${(n * 7919) % 10_007}</v></c></row>`,
    );
    const tabs = Array.from(
      { length: 130 },
      (_, n) => `<sheet name="Lembar ${n}" sheetId="${n + 2}" r:id="rId1"/>`,
    ).join('');
    const parts = xlsxParts([{ name: 'Permohonan', rows: [] }]);
    const workbook = parts['xl/workbook.xml']?.replace('</sheets>', `${tabs}</sheets>`) ?? '';
    const bytes = bookWith({ [sheetName]: sheetOf(rows.join('')), 'xl/workbook.xml': workbook });

    expect(bytes.length).toBeLessThan(300_000);
    expect(await refusal(bytes)).toMatch(/sheets and texts are 1\d\d MB when unpacked/);
  });

  test('what can be read can be written: cells are counted for a write as for a reading of the whole', () => {
    const rows = Array.from(
      { length: 2100 },
      (_, n) => `<row r="${n + 1}">${text(`ALL${n + 1}`)}</row>`,
    );
    // As with its texts: a workbook that spells them once takes less for each cell than its sheet would tell.
    const parts = { ...partsOf(Buffer.from(withRows(rows.join('')))), size: 120 * 1024 * 1024 };
    const address = { kind: 'fixed', row: 2, column: 1000 } as const;
    const edit = { tab: 'Permohonan', address, was: 'isi', becomes: 'lain' };

    expect(editWorkbook(parts, [edit], () => nowhere).outcomes).toEqual(['written']);
  });

  test('a cell in the last column of many rows is read, and costs little', async () => {
    const rows = Array.from(
      { length: 3000 },
      (_, n) => `<row r="${n + 1}">${text(`XFD${n + 1}`)}</row>`,
    );

    const read = await rowsIn(withRows(rows.join('')));

    expect([read?.length, read?.[2999]?.length, read?.[2999]?.[16_383], read?.[2999]?.[0]]).toEqual(
      [3000, 16_384, 'isi', undefined],
    );
  });

  test('a cell in the very last row is read', async () => {
    const read = await rowsIn(
      withRows(`<row r="1">${text('A1')}</row><row r="1048576">${text('B1048576')}</row>`),
    );

    expect([read?.length, read?.[0], read?.[500], read?.at(-1)]).toEqual([
      1_048_576,
      ['isi'],
      [],
      ['', 'isi'],
    ]);
  });
});

describe('a workbook that contradicts itself', () => {
  const row = (cells: string): Uint8Array => withRows(`<row r="1">${cells}</row>`);

  test.each([
    [
      'a cell that stands twice',
      row(text('A1') + text('A1', 'lain')),
      /row 1: cell A1 stands twice/,
    ],
    ['cells out of order', row(text('B1') + text('A1')), /row 1: cell A1 .*behind a later one/],
    ['a cell of another row', row(text('A7')), /row 1: .*"A7"/],
    ['a cell without a column', row(text('17')), /row 1: .*"17"/],
    ['a row that stands twice', withRows('<row r="2"/><row r="2"/>'), /row 2: it stands twice/],
    ['rows out of order', withRows('<row r="2"/><row r="1"/>'), /row 1: .*behind row 2/],
    ['a row below zero', withRows('<row r="-5"/>'), /row -5: no such row/],
    ['a row that is no number', withRows('<row r="lima"/>'), /row lima: no such row/],
    ['a half row', withRows('<row r="1.5"/>'), /row 1.5: no such row/],
    ['a text that is not in the list', row('<c r="A1" t="s"><v>99</v></c>'), /row 1: .*text 99/],
    ['a text before the list', row('<c r="A1" t="s"><v>-1</v></c>'), /row 1: .*text -1/],
    [
      'elements that are never closed',
      bookWith({ 'xl/sharedStrings.xml': `<sst>${'<si>'.repeat(100_000)}` }),
      /never closes <si>/,
    ],
    [
      'rows that are never closed',
      bookWith({ [sheetName]: `<worksheet><sheetData>${'<row>'.repeat(100_000)}` }),
      /never closed/,
    ],
    ['a comment that never ends', withRows('<!-- '.repeat(100_000)), /breaks off/],
    [
      'entities of its own',
      bookWith({ [sheetName]: `<!DOCTYPE x [<!ENTITY a "ha">]>${sheetOf('')}` }),
      /document type/,
    ],
    [
      'another encoding',
      bookWith({ [sheetName]: `<?xml version="1.0" encoding="ISO-8859-1"?>${sheetOf('')}` }),
      /not in UTF-8/,
    ],
    ['a character that is none', row(text('A1', 'a\u0000b')), /not in UTF-8/],
    ['a wrong checksum', withRecord(16, 12_345), /broken/],
    ['a part longer than it says', withRecord(24, 5), /broken/],
    ['parts that lie over each other', withRecord(42, 0), /over each other/],
    ['a part that lies outside the file', withRecord(42, 0x7fffffff), /broken/],
    ['an unknown way of packing', withRecord(10, 99, 2), /broken/],
    ['two parts of one name', bookWith({ 'xl/Workbook.xml': '<workbook/>' }), /two parts/],
  ])('%s is refused with the place', async (_, bytes, said) => {
    expect(await refusal(bytes)).toMatch(/^workbook-damaged: The workbook "buku.xlsx" is damaged/);
    expect(await refusal(bytes)).toMatch(said);
  });

  test('one locked, or in a format for files beyond 4 GB, is told so', async () => {
    expect(await refusal(withRecord(8, 1, 2))).toContain('workbook-encrypted');
    expect(await refusal(withRecord(20, 0xffffffff))).toContain('workbook-zip64');
  });

  test('any byte changed is read, or refused in words', async () => {
    const whole = bookWith({});
    await fc.assert(
      fc.asyncProperty(
        fc.nat(whole.length - 1),
        fc.integer({ min: 0, max: 255 }),
        async (at, byte) => {
          const bytes = Uint8Array.from(whole);
          bytes[at] = byte;
          const { workbook } = aWorkbookFile(bytes);
          const outcome: unknown = await workbook.read().catch((thrown: unknown) => thrown);
          expect(outcome instanceof Error ? outcome instanceof ServiceError : true).toBe(true);
        },
      ),
      { numRuns: runs(50, 150) },
    );
  });
});

describe('what lies where the workbook should', () => {
  const readAt = async (make: (path: string) => void): Promise<string> => {
    const path = join(aFolder(), 'buku.xlsx');
    make(path);
    const error: unknown = await openLocalWorkbook({ path })
      .read()
      .catch((thrown: unknown) => thrown);
    return error instanceof ServiceError ? error.code : String(error);
  };

  test('a folder, a pipe, a link to nothing: each is told, and nobody waits', async ({ skip }) => {
    if (process.platform === 'win32') return skip('no pipes of that kind');

    expect(await readAt((path) => void mkdirSync(path))).toBe('workbook-not-a-file');
    expect(await readAt((path) => void spawnSync('mkfifo', [path]))).toBe('workbook-not-a-file');
    expect(await readAt((path) => symlinkSync('tidak-ada', path))).toBe('workbook-missing');
  });

  test('a page, a list, an old workbook, nothing at all: each is told', async () => {
    expect(await readAt((path) => writeFileSync(path, '<html>Masuk</html>'))).toBe(
      'workbook-not-a-workbook',
    );
    expect(await readAt((path) => writeFileSync(path, 'a;b\n1;2\n'))).toBe(
      'workbook-not-a-workbook',
    );
    expect(
      await readAt((path) => writeFileSync(path, Buffer.from('d0cf11e0a1b11ae10000', 'hex'))),
    ).toBe('workbook-old-excel');
    expect(await readAt((path) => writeFileSync(path, ''))).toBe('workbook-truncated');
    expect(await readAt((path) => rmSync(path, { force: true }))).toBe('workbook-missing');
  });
});
