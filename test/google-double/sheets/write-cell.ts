import { putCell } from './draft.ts';
import { enteredValue, rawValue } from './entered-value.ts';
import { type Cell, localeOf, type Sheet, type Spreadsheet } from './model.ts';

/** How `values.*` writes: `RAW` as given, `USER_ENTERED` as typed. */
export type InputOption = 'RAW' | 'USER_ENTERED';

/** A cell with a new value; its format, note and drop-down stay. `''` empties it; typed dates bring their format. */
export function withInput(
  cell: Cell | undefined,
  given: unknown,
  how: { readonly input: InputOption; readonly locale: string },
): Cell {
  const { userEnteredValue: _was, textFormatRuns: _runs, ...kept } = cell ?? {};
  if (given === '') return kept;
  const isText = kept.userEnteredFormat?.numberFormat?.type === 'TEXT';
  if (how.input === 'RAW' || typeof given !== 'string' || isText) {
    return { ...kept, userEnteredValue: rawValue(given) };
  }
  const { value, format } = enteredValue(given, how.locale);
  const userEnteredFormat =
    format && !kept.userEnteredFormat?.numberFormat
      ? { ...kept.userEnteredFormat, numberFormat: format }
      : kept.userEnteredFormat;
  return {
    ...kept,
    userEnteredValue: value,
    ...(userEnteredFormat && { userEnteredFormat }),
  };
}

/** Types into a cell of a draft, as a person or a form does. */
export function typeInto(
  spreadsheet: Spreadsheet,
  sheet: Sheet,
  target: { readonly row: number; readonly column: number; readonly text: unknown },
): void {
  const present = sheet.rows[target.row]?.[target.column];
  const how = { input: 'USER_ENTERED', locale: localeOf(spreadsheet) } as const;
  putCell(sheet, target, withInput(present, target.text, how));
}
