import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { cellsPattern } from '../formulas/tokens.ts';
import { columnLetters, columnNumber } from './a1-range.ts';
import { putCell } from './draft.ts';
import { type Shift, shifted } from './grid-range.ts';
import { type Sheet, type Spreadsheet, title } from './model.ts';

/** Lets the formulas of all tabs go on meaning the same cells after lines of a tab came or went. */
export function shiftFormulas(draft: Spreadsheet, shiftedTab: Sheet, shift: Shift): void {
  for (const sheet of draft.sheets) {
    sheet.rows.forEach((cells, row) => {
      cells?.forEach((cell, column) => {
        const formula = cell?.userEnteredValue?.formulaValue;
        if (typeof formula !== 'string') return;
        const becomes = shiftedFormula(formula, {
          shift,
          tab: title(shiftedTab),
          isOwn: sheet === shiftedTab,
        });
        if (becomes === formula) return;
        putCell(sheet, { row, column }, { ...cell, userEnteredValue: { formulaValue: becomes } });
      });
    });
  }
}

/** A text, which is left as it is, or cells, behind the title of a tab or not, that are no part of a longer word. */
const references = new RegExp(
  `"(?:[^"]|"")*"|(?<![\\p{L}\\d_$.!'])('(?:[^']|'')*'!|[\\p{L}_][\\p{L}\\d_.]*!)?(${cellsPattern})(?![\\p{L}\\d_.(!])`,
  'gu',
);

/** A formula after lines came or went on a tab, which may be its own; what is gone altogether becomes `#REF!`. */
export function shiftedFormula(
  formula: string,
  { shift, tab, isOwn }: { readonly shift: Shift; readonly tab: string; readonly isOwn: boolean },
): string {
  return formula.replace(references, (token: string, prefix?: string, cells?: string) => {
    if (cells === undefined) return token;
    const named = prefix
      ?.slice(0, -1)
      .replace(/^'(.*)'$/su, '$1')
      .replaceAll("''", "'");
    const isMeant = named === undefined ? isOwn : named.toLowerCase() === tab.toLowerCase();
    return isMeant ? (prefix ?? '') + shiftedCells(cells, shift) : token;
  });
}

function shiftedCells(cells: string, shift: Shift): string {
  const [first = '', second] = cells.split(':');
  const from = cornerOf(first);
  const to = second === undefined ? from : cornerOf(second);
  const range = shifted(
    {
      ...(from.row !== undefined && { startRowIndex: from.row }),
      ...(to.row !== undefined && { endRowIndex: to.row + 1 }),
      ...(from.column !== undefined && { startColumnIndex: from.column }),
      ...(to.column !== undefined && { endColumnIndex: to.column + 1 }),
    },
    shift,
  );
  if (!range) return '#REF!';
  const start = cornerText(from, { row: range.startRowIndex, column: range.startColumnIndex });
  if (second === undefined) return start;
  const end = { row: before(range.endRowIndex), column: before(range.endColumnIndex) };
  return `${start}:${cornerText(to, end)}`;
}

type Index = sheets_v4.Schema$GridRange['startRowIndex'];

const before = (index: Index): Index => (typeof index === 'number' ? index - 1 : undefined);

type Corner = {
  readonly columnFixed: string;
  readonly column: number | undefined;
  readonly rowFixed: string;
  readonly row: number | undefined;
};

function cornerOf(text: string): Corner {
  const match = /^(\$?)([A-Za-z]*)(\$?)(\d*)$/u.exec(text);
  const [, first = '', letters = '', second = '', digits = ''] = match ?? [];
  return {
    columnFixed: letters === '' ? '' : first,
    column: letters === '' ? undefined : columnNumber(letters),
    rowFixed: letters === '' ? first : second,
    row: digits === '' ? undefined : Number(digits) - 1,
  };
}

const cornerText = (
  { columnFixed, rowFixed }: Corner,
  { row, column }: { readonly row?: Index; readonly column?: Index },
): string =>
  (typeof column === 'number' ? columnFixed + columnLetters(column) : '') +
  (typeof row === 'number' ? `${rowFixed}${row + 1}` : '');
