import { invalid } from '../api-error.ts';
import { clip, positions, putCell, refuseBeyondGrid, sheetById } from './draft.ts';
import { fromGridRange } from './grid-range.ts';
import { type Handlers, silent } from './handler.ts';
import { localeOf } from './model.ts';
import { refuseProtected } from './protection.ts';
import { formattedValue } from './shown-value.ts';
import { withInput } from './write-cell.ts';

/** Requests about the texts in cells: trimmed, split into columns, pasted from elsewhere. */
export const textRequests: Handlers = {
  trimWhitespace: (draft, { trimWhitespace }, { caller }) => {
    const range = trimWhitespace?.range ?? {};
    const sheet = sheetById(draft, range.sheetId);
    const area = clip(sheet, fromGridRange(range));
    refuseProtected(sheet, area, caller);
    let cellsChangedCount = 0;
    for (const at of positions(area)) {
      const cell = sheet.rows[at.row]?.[at.column];
      const text = cell?.userEnteredValue?.stringValue;
      const trimmed = text?.replace(/\s+/gu, ' ').trim();
      if (!cell || typeof trimmed !== 'string' || trimmed === text) continue;
      const how = { input: 'RAW', locale: localeOf(draft) } as const;
      putCell(sheet, at, withInput(cell, trimmed, how));
      cellsChangedCount += 1;
    }
    return { trimWhitespace: cellsChangedCount > 0 ? { cellsChangedCount } : {} };
  },
  /** What stands to the right is overwritten. */
  textToColumns: silent((draft, { textToColumns }, { caller }) => {
    const { source, delimiterType, delimiter } = textToColumns ?? {};
    const sheet = sheetById(draft, source?.sheetId);
    const area = clip(sheet, fromGridRange(source ?? {}));
    if (area.endColumn - area.startColumn !== 1) {
      throw invalid('The source must be exactly one column wide.');
    }
    const locale = localeOf(draft);
    const between = delimiterOf(delimiterType, delimiter);
    for (const at of positions(area)) {
      const cell = sheet.rows[at.row]?.[at.column];
      const parts = ((cell && formattedValue(cell, locale)) ?? '').split(between);
      if (parts.length === 1) continue;
      const target = {
        startRow: at.row,
        endRow: at.row + 1,
        startColumn: at.column,
        endColumn: at.column + parts.length,
      };
      refuseBeyondGrid(sheet, target);
      refuseProtected(sheet, target, caller);
      parts.forEach((text, offset) => {
        const column = at.column + offset;
        const present = sheet.rows[at.row]?.[column];
        putCell(
          sheet,
          { row: at.row, column },
          withInput(present, text, { input: 'USER_ENTERED', locale }),
        );
      });
    }
  }),
  /** Rows end with a line, cells with the delimiter; HTML is not read here. */
  pasteData: silent((draft, { pasteData }, { caller }) => {
    const { coordinate, data, delimiter, html } = pasteData ?? {};
    if (html || !delimiter) throw invalid('Only data with a delimiter can be pasted.');
    const sheet = sheetById(draft, coordinate?.sheetId);
    const rows = (data ?? '').split(/\r\n|\n/u).map((line) => line.split(delimiter));
    const [startRow, startColumn] = [coordinate?.rowIndex ?? 0, coordinate?.columnIndex ?? 0];
    const area = {
      startRow,
      endRow: startRow + rows.length,
      startColumn,
      endColumn: startColumn + Math.max(...rows.map((row) => row.length)),
    };
    refuseBeyondGrid(sheet, area);
    refuseProtected(sheet, area, caller);
    const how = { input: 'USER_ENTERED', locale: localeOf(draft) } as const;
    rows.forEach((texts, rowOffset) => {
      texts.forEach((text, columnOffset) => {
        const at = { row: startRow + rowOffset, column: startColumn + columnOffset };
        putCell(sheet, at, withInput(sheet.rows[at.row]?.[at.column], text, how));
      });
    });
  }),
};

const delimiters: Readonly<Record<string, string>> = {
  COMMA: ',',
  SEMICOLON: ';',
  PERIOD: '.',
  SPACE: ' ',
};

function delimiterOf(type: string | null | undefined, given: string | null | undefined): string {
  const delimiter = type === 'CUSTOM' ? given : delimiters[type ?? ''];
  if (!delimiter) throw invalid('No delimiter to split the texts by.');
  return delimiter;
}
