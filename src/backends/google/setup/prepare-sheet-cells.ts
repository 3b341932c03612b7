/** Cells, colours and widths in the words of the Sheets API. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';

/** Text as it is, in this look. */
export const textCell = (
  text: string,
  userEnteredFormat: sheets_v4.Schema$CellFormat = {},
): sheets_v4.Schema$CellData => ({
  ...(text !== '' && { userEnteredValue: { stringValue: text } }),
  userEnteredFormat,
});

/** @param hex Six digits, as in the palette. */
export const colour = (hex: string): sheets_v4.Schema$Color => {
  const part = (from: number): number => Number.parseInt(hex.slice(from, from + 2), 16) / 255;
  return { red: part(0), green: part(2), blue: part(4) };
};

/** A width in digits, as the palette's designs give it. */
export const pixels = (digits: number): number => Math.round(digits * 7 + 5);
