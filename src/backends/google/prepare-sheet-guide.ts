/** The requests that make Panduan, the guide to the book, and the empty Ringkasan, which every pass rewrites. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { guideIntroduction, houseRules } from '../../core/book/guide-text.ts';
import { hints } from '../../core/book/hints.ts';
import { ownerColours } from '../../core/book/palette.ts';
import { states } from '../../core/book/states.ts';
import { guideTabName, overviewTabName, stateNames, tabs } from '../../core/columns.ts';
import { colour, pixels, textCell } from './prepare-sheet-cells.ts';

type Line = readonly sheets_v4.Schema$CellData[];

const plain: sheets_v4.Schema$CellFormat = { wrapStrategy: 'WRAP', verticalAlignment: 'TOP' };
const bold: sheets_v4.Schema$CellFormat = { ...plain, textFormat: { bold: true } };
const title: sheets_v4.Schema$CellFormat = { textFormat: { bold: true, fontSize: 14 } };

const chip = (fill: string, ink: string): sheets_v4.Schema$CellFormat => ({
  ...plain,
  backgroundColorStyle: { rgbColor: colour(fill) },
  textFormat: { bold: true, foregroundColorStyle: { rgbColor: colour(ink) } },
});

export const guideRequests = (sheetId: number): readonly sheets_v4.Schema$Request[] =>
  writtenTab(guideLines(), { sheetId, name: guideTabName, widths: [32, 20, 92] });

export const overviewRequests = (sheetId: number): readonly sheets_v4.Schema$Request[] =>
  writtenTab(
    [
      [textCell(overviewTabName, title)],
      [textCell('Ditulis layanan pada setiap putaran. Belum ada putaran.')],
    ],
    { sheetId, name: overviewTabName, widths: [38, 46, 34, 34, 44, 18] },
  );

/** Colours, rules of the house, states and every column, in plain words. */
const guideLines = (): readonly Line[] => [
  [textCell('Panduan Buku Layanan Video Conference', title)],
  [textCell(guideIntroduction)],
  ...section('Warna judul kolom'),
  ...(['form', 'staff', 'shared', 'service'] as const).map((owner) => {
    const { name, meaning, header } = ownerColours[owner];
    return [textCell(name, chip(header, 'FFFFFF')), textCell(meaning)];
  }),
  ...section('Cara bekerja'),
  ...houseRules
    .filter(({ title: rule }) => !onlyInExcel.has(rule))
    .map((rule) => [textCell(rule.title, bold), textCell(''), textCell(rule.text, plain)]),
  ...section('Status permohonan'),
  ...stateNames.map((state) => {
    const { colours, meaning } = states[state];
    return [
      textCell(state, chip(colours.fill, colours.text)),
      textCell(''),
      textCell(meaning, plain),
    ];
  }),
  ...tabs.flatMap(({ name, columns }) => [
    ...section(`Lembar ${name}`),
    ...columns.map(({ field, header, owner }) => {
      const itsHints: Readonly<Record<string, string>> = hints[name];
      return [
        textCell(header, bold),
        textCell(ownerColours[owner].name, plain),
        textCell(itsHints[field] ?? '', plain),
      ];
    }),
  ]),
];

/** In Google's sheet there is no folding of ours, ticks are boxes, and nobody has to save. */
const onlyInExcel: ReadonlySet<string> = new Set([
  'Melipat rincian',
  'Menyimpan',
  'Memberi centang',
]);

const section = (name: string): readonly Line[] => [[], [textCell(name, bold)]];

const writtenTab = (
  lines: readonly Line[],
  {
    sheetId,
    name,
    widths,
  }: { readonly sheetId: number; readonly name: string; readonly widths: readonly number[] },
): readonly sheets_v4.Schema$Request[] => [
  {
    addSheet: {
      properties: {
        sheetId,
        title: name,
        tabColorStyle: { rgbColor: colour('C07A00') },
        gridProperties: {
          rowCount: Math.max(400, lines.length),
          columnCount: widths.length,
          hideGridlines: true,
        },
      },
    },
  },
  {
    updateCells: {
      start: { sheetId, rowIndex: 0, columnIndex: 0 },
      rows: lines.map((values) => ({ values: [...values] })),
      fields: 'userEnteredValue,userEnteredFormat',
    },
  },
  ...widths.map((width, i) => ({
    updateDimensionProperties: {
      range: { sheetId, dimension: 'COLUMNS', startIndex: i, endIndex: i + 1 },
      properties: { pixelSize: pixels(width) },
      fields: 'pixelSize',
    },
  })),
];
