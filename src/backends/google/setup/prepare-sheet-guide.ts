/** The requests that make Panduan, the guide to the book, and the empty Ringkasan, which every pass rewrites. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { guideIntroduction, houseRulesFor, howToFill } from '../../../book/guide-text.ts';
import { ownerColours, quietInk } from '../../../book/palette.ts';
import { states } from '../../../book/states.ts';
import { overviewWidths } from '../../../book/tab-layout.ts';
import { stateNames } from '../../../core/cases/state.ts';
import { guideTabName, overviewTabName, tabs } from '../../../core/columns/tabs.ts';
import type { Owner } from '../../../core/sheet/column.ts';
import { colour, pixels, textCell } from './prepare-sheet-cells.ts';

type Line = readonly sheets_v4.Schema$CellData[];

const plain: sheets_v4.Schema$CellFormat = { wrapStrategy: 'WRAP', verticalAlignment: 'TOP' };
const bold: sheets_v4.Schema$CellFormat = { ...plain, textFormat: { bold: true } };
const title: sheets_v4.Schema$CellFormat = { textFormat: { bold: true, fontSize: 14 } };
const heading: sheets_v4.Schema$CellFormat = {
  textFormat: {
    bold: true,
    fontSize: 12,
    foregroundColorStyle: { rgbColor: colour(ownerColours.form.header) },
  },
};
const tableHead: sheets_v4.Schema$CellFormat = {
  textFormat: { bold: true, fontSize: 9, foregroundColorStyle: { rgbColor: colour(quietInk) } },
};

const chip = (fill: string, ink: string): sheets_v4.Schema$CellFormat => ({
  ...plain,
  backgroundColorStyle: { rgbColor: colour(fill) },
  textFormat: { bold: true, foregroundColorStyle: { rgbColor: colour(ink) } },
});

const guideWidths = [32, 20, 92];

export const guideRequests = (sheetId: number): readonly sheets_v4.Schema$Request[] => [
  ...writtenTab(guideLines(), { sheetId, name: guideTabName, widths: guideWidths }),
  ...introductionRequests(sheetId),
];

/** The introduction runs over all columns; Google does not fit the height of a row to merged cells. */
const introductionRequests = (sheetId: number): readonly sheets_v4.Schema$Request[] => {
  const lettersPerLine = guideWidths.reduce((sum, width) => sum + width, 0);
  const lines = Math.ceil(guideIntroduction.length / lettersPerLine);
  return [
    {
      mergeCells: {
        range: {
          sheetId,
          startRowIndex: 1,
          endRowIndex: 2,
          startColumnIndex: 0,
          endColumnIndex: guideWidths.length,
        },
        mergeType: 'MERGE_ALL',
      },
    },
    {
      updateDimensionProperties: {
        range: { sheetId, dimension: 'ROWS', startIndex: 1, endIndex: 2 },
        properties: { pixelSize: 6 + lines * 18 },
        fields: 'pixelSize',
      },
    },
  ];
};

export const overviewRequests = (sheetId: number): readonly sheets_v4.Schema$Request[] => [
  ...writtenTab(
    [
      [textCell(overviewTabName, title)],
      [textCell('Ditulis layanan pada setiap putaran. Belum ada putaran.')],
    ],
    { sheetId, name: overviewTabName, widths: overviewWidths },
  ),
  {
    addProtectedRange: {
      protectedRange: {
        range: { sheetId },
        description: ownerColours.service.meaning,
        warningOnly: true,
      },
    },
  },
];

/** Colours, rules of the house, states and every column, in plain words. */
const guideLines = (): readonly Line[] => [
  [textCell('Panduan Buku Layanan Video Conference', title)],
  [textCell(guideIntroduction, plain)],
  ...section('Warna judul kolom'),
  ...(['form', 'staff', 'shared', 'service'] as const).map((owner) => {
    const { name, meaning, header } = ownerColours[owner];
    return [textCell(name, chip(header, 'FFFFFF')), textCell(''), textCell(meaning, plain)];
  }),
  ...section('Cara bekerja'),
  ...houseRulesFor('google').map((rule) => [
    textCell(rule.title, bold),
    textCell(''),
    textCell(rule.text, plain),
  ]),
  ...section('Status permohonan'),
  ...stateNames.map((state) => {
    const { colours, meaning } = states[state];
    return [
      textCell(state, chip(colours.fill, colours.text)),
      textCell(''),
      textCell(meaning, plain),
    ];
  }),
  ...tabs.flatMap((tab) => [
    ...section(`Lembar ${tab.name}`),
    ['Kolom', 'Diisi oleh', 'Cara mengisi'].map((head) => textCell(head, tableHead)),
    ...tab.columns.map((column) => [
      textCell(column.header, bold),
      textCell(ownerColours[column.owner].name, ownerInk(column.owner)),
      textCell(howToFill(column), plain),
    ]),
  ]),
];

/** Said in the colour of the header. */
const ownerInk = (owner: Owner): sheets_v4.Schema$CellFormat => ({
  ...plain,
  textFormat: { foregroundColorStyle: { rgbColor: colour(ownerColours[owner].header) } },
});

const section = (name: string): readonly Line[] => [[], [textCell(name, heading)]];

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
