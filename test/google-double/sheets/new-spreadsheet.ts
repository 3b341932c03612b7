import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { newSheet, type Spreadsheet } from './model.ts';

const black: sheets_v4.Schema$Color = {};
const white: sheets_v4.Schema$Color = { red: 1, green: 1, blue: 1 };

/** How a cell looks that nobody formatted. */
export const defaultFormat: sheets_v4.Schema$CellFormat = {
  backgroundColor: white,
  padding: { top: 2, right: 3, bottom: 2, left: 3 },
  verticalAlignment: 'BOTTOM',
  wrapStrategy: 'OVERFLOW_CELL',
  textFormat: {
    foregroundColor: black,
    fontFamily: 'arial,sans,sans-serif',
    fontSize: 10,
    bold: false,
    italic: false,
    strikethrough: false,
    underline: false,
    foregroundColorStyle: { rgbColor: black },
  },
  backgroundColorStyle: { rgbColor: white },
};

/** A spreadsheet as it is when just made: one tab, American, Greenwich time. */
export const newSpreadsheet = (spreadsheetId: string, title: string): Spreadsheet => ({
  spreadsheetId,
  properties: {
    title,
    locale: 'en_US',
    autoRecalc: 'ON_CHANGE',
    timeZone: 'Etc/GMT',
    defaultFormat,
  },
  sheets: [newSheet({}, 0)],
  namedRanges: [],
  developerMetadata: [],
});
