import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSheet } from '../../../../src/backends/local/sheet/sheet-read.ts';
import { openSheet } from '../../../../src/backends/local/sheet/sheet-scan.ts';
import type { Cell } from '../../../../src/core/sheet/snapshot.ts';
import { encodeText } from '../../../../src/office-package/xml-text.ts';

const key = { sharedText: () => undefined, isDate: () => false, counts1904: false };

const cellsOf = (cells: string, prefix = ''): readonly (readonly Cell[])[] => {
  const [open, close] = [`<${prefix}sheetData>`, `</${prefix}sheetData>`];
  const xml = `<${prefix}worksheet>${open}<${prefix}row r="1">${cells}</${prefix}row>${close}</${prefix}worksheet>`;
  const sheet = openSheet('Permohonan', xml);
  return sheet === undefined ? [] : readSheet(sheet, key);
};

/** A text or a number, and whether it has spaces around it that must stay. */
const aValue = fc.oneof(
  fc
    .string({ unit: 'grapheme', maxLength: 40 })
    .filter((text) => !/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u.test(text)),
  fc.constantFrom('', ' dua ', 'a<b & "c"', "Jum'at", '</t></is></c>', 'baris\nbaru', '_x000D_ _x'),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
);

/** One cell in every way in which programs spell it. */
const spellings: readonly ((value: string | number) => readonly [cell: string, prefix?: string])[] =
  [
    (value) => [
      typeof value === 'number'
        ? `<c r="A1" s="12"><v>${value}</v></c>`
        : `<c r="A1" s="12" t="inlineStr"><is><t xml:space="preserve">${encodeText(value)}</t></is></c>`,
    ],
    (value) => [
      typeof value === 'number'
        ? `<c s='12' r='A1' ><v >${value}</v ></c >`
        : `<c t='inlineStr' r='A1'><is><t xml:space='preserve'>${encodeText(value)}</t></is></c>`,
    ],
    (value) => [
      typeof value === 'number'
        ? `<c r="A1"><!-- a > b --><v>${value}</v><extLst><ext/></extLst></c>`
        : `<c r="A1" t="inlineStr"><is><t xml:space="preserve">${encodeText(value)}</t><!-- <t> --></is><extLst/></c>`,
    ],
    (value) => [
      typeof value === 'number'
        ? `<x:c r="A1"><x:v>${value}</x:v></x:c>`
        : `<x:c r="A1" t="inlineStr"><x:is><x:t xml:space="preserve">${encodeText(value)}</x:t></x:is></x:c>`,
      'x:',
    ],
    (value) => [
      typeof value === 'number'
        ? `<c\tr="A1"\n><v>${value}</v></c>`
        : `<c r="A1" t="inlineStr"><is><r><t xml:space="preserve">${encodeText(value)}</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c>`,
    ],
  ];

test('any cell reads the same in whatever way it is spelled, and so does the one behind it', () => {
  fc.assert(
    fc.property(aValue, (value) => {
      const read = spellings.map((spell) => {
        const [cell, prefix = ''] = spell(value);
        return cellsOf(`${cell}<${prefix}c r="C1"><${prefix}v>7</${prefix}v></${prefix}c>`, prefix);
      });

      expect(read[0]?.[0]?.[2]).toBe(7);
      for (const one of read) expect(one).toEqual(read[0]);
    }),
  );
});

test('a text comes out as it was put in', () => {
  const texts = [
    'Aula Bappeda',
    ' dua  spasi ',
    'a<b & "c"',
    '</t></is></c>',
    'baris\nbaru',
    'Jum’at ✓',
  ];
  for (const text of texts) {
    const cell = `<c r="A1" t="inlineStr"><is><t xml:space="preserve">${encodeText(text)}</t></is></c>`;
    expect(cellsOf(cell)).toEqual([[text]]);
  }
});

test('a cell that says that it stands elsewhere, or twice, is no cell', () => {
  for (const cells of [
    '<c r="A2"><v>1</v></c>',
    '<c r="1"><v>1</v></c>',
    '<c r="B1"><v>1</v></c><c r="B1"><v>1</v></c>',
    '<c r="A1"><v>1</v>',
    '<c r="AAAA1"><v>1</v></c>',
  ])
    expect(() => cellsOf(cells)).toThrow();
});
