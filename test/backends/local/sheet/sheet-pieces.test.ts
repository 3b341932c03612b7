import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CellKey } from '../../../../src/backends/local/sheet/cell-value.ts';
import {
  inOnePiece,
  openSheetPieces,
  type SheetPieces,
} from '../../../../src/backends/local/sheet/sheet-pieces.ts';
import { ReadingRoom, readTab } from '../../../../src/backends/local/sheet/sheet-read.ts';
import { openSheet } from '../../../../src/backends/local/sheet/sheet-scan.ts';
import { PackageFault } from '../../../../src/office-package/package-fault.ts';

const key: CellKey = { sharedText: () => undefined, isDate: () => false, counts1904: false };

const rows: readonly ((row: number, x: string) => string)[] = [
  (row, x) => `<${x}row r="${row}"><${x}c r="A${row}"><${x}v>${row}</${x}v></${x}c></${x}row>`,
  (_, x) => `<${x}row><${x}c><${x}v>7</${x}v></${x}c></${x}row >\n`,
  (row, x) => `<${x}row r="${row}"/>`,
  (row, x) =>
    `<${x}row r="${row}"><${x}c t="inlineStr"><${x}is><${x}t>Baik! &lt;/row&gt;</${x}t></${x}is></${x}c></${x}row>`,
  (row, x) =>
    `<${x}row r="${row}"><${x}c r="B${row}"><${x}f>HYPERLINK("https://a.test/${row}","a")</${x}f><${x}v>1</${x}v></${x}c></${x}row>`,
  (row, x) =>
    `<${x}row r="${row}"><!-- </${x}row></${x}sheetData> --><${x}c><${x}v>8</${x}v></${x}c></${x}row>`,
  (row, x) => `<${x}row r="${row}"><${x}c><${x}v>9</${x}v></${x}c>`,
];

/** Half of the sheets hold neither comments nor rows that break off. */
const someRows = fc.oneof(
  fc.array(fc.nat({ max: rows.length - 3 }), { maxLength: 30 }),
  fc.array(fc.nat({ max: rows.length - 1 }), { maxLength: 12 }),
);

const tails = ['', '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>', '<!-- <row> -->'];

const aSheet = fc
  .record({
    rows: someRows,
    prefix: fc.constantFrom('', 'x:'),
    tail: fc.constantFrom(...tails),
    isEmpty: fc.integer({ min: 0, max: 9 }).map((drawn) => drawn === 0),
    isTwice: fc.integer({ min: 0, max: 4 }).map((drawn) => drawn === 0),
    name: fc.constantFrom('Lembar1', 'sheetData', 'sheetData>'),
  })
  .map(({ rows: drawn, prefix: x, tail, isEmpty, isTwice, name }) => {
    const space = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
    const open = `<${x}worksheet xmlns${x === '' ? '' : ':x'}="${space}">`;
    const links = `<${x}hyperlinks><${x}hyperlink ref="A1" location="#Petugas!A1"/></${x}hyperlinks>`;
    const data = drawn.map((spelling, at) => rows[spelling]?.(at + 1, x) ?? '').join('');
    const held = isEmpty ? `<${x}sheetData/>` : `<${x}sheetData>${data}</${x}sheetData>`;
    return `<?xml version="1.0" encoding="UTF-8"?>${open}<${x}sheetPr codeName="${name}"/>${held}${x === '' ? tail : ''}${links}${isTwice ? held : ''}</${x}worksheet>`;
  });

const readBy = (pieces: SheetPieces | undefined): unknown => {
  try {
    return pieces && readTab(pieces, { key, relations: undefined, room: new ReadingRoom(0) });
  } catch (error) {
    if (!(error instanceof PackageFault)) throw error;
    return error.reason;
  }
};

test('a sheet reads in pieces as it reads whole, wherever it is cut', () => {
  fc.assert(
    fc.property(aSheet, fc.integer({ min: 1, max: 600 }), (xml, length) => {
      const whole = openSheet('Permohonan', xml);
      const asWhole = readBy(whole && inOnePiece(whole));
      const pieces = openSheetPieces('Permohonan', Buffer.from(xml), length);
      expect(readBy(pieces)).toEqual(asWhole);
    }),
    { numRuns: 500 },
  );
});

test('a sheet of many rows is read in pieces that hold whole rows', () => {
  const row = (at: number): string =>
    `<row r="${at}"><c r="A${at}"><v>${at}</v></c><c r="B${at}"><v>2</v></c></row>`;
  const data = Array.from({ length: 5000 }, (_, at) => row(at + 1)).join('');
  const xml = `<worksheet><sheetData>${data}</sheetData></worksheet>`;
  const pieces = openSheetPieces('Permohonan', Buffer.from(xml));
  const lengths = [...(pieces?.rows ?? [])].map((piece) => piece.xml.length);
  expect(lengths.length).toBeGreaterThan(3);
  expect(Math.max(...lengths)).toBeLessThan(xml.length / 3);
  expect(pieces?.around.xml).toBe('<worksheet><sheetData></sheetData></worksheet>');
});
