import { columnLetters, columnNumber } from './a1-range.ts';

/**
 * A formula as it reads after it was copied so far down and to the right.
 *
 * References move along, but for what is fixed by `$`; one that would leave the sheet becomes `#REF!`. Texts and the names of
 * tabs are left as they are.
 */
export function copiedFormula(
  formula: string,
  by: { readonly rows: number; readonly columns: number },
): string {
  return formula.replace(
    tokens,
    (token: string, columnFixed?: string, letters?: string, rowFixed?: string, digits?: string) => {
      if (letters === undefined || digits === undefined) return token;
      const column = columnFixed ? columnNumber(letters) : columnNumber(letters) + by.columns;
      const row = rowFixed ? Number(digits) : Number(digits) + by.rows;
      if (column < 0 || row < 1) return '#REF!';
      return `${columnFixed ?? ''}${columnLetters(column)}${rowFixed ?? ''}${row}`;
    },
  );
}

/** A text, a quoted name of a tab, or a reference with its four parts, which is no part of a longer word. */
const tokens =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'!|(?<![\w$.])(\$?)([A-Za-z]{1,3})(\$?)([1-9][0-9]*)(?![\w(!.])/gu;
