import type { Cell } from '../sheet/snapshot.ts';

/**
 * The text of a cell as typed, trimmed: no-break and doubled spaces become single ones, invisible characters
 * go, line breaks stay. A number is written out in full, never with an exponent.
 */
export const textOf = (cell: Cell | undefined): string => {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return numberText(cell);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (plainLine.test(cell)) return cell;
  return cell
    .normalize('NFC')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/(?![\n\t])[\p{Cf}\p{Cc}]/gu, '')
    .replaceAll(/[^\S\n]+/gu, ' ')
    .replaceAll(/ \n ?|\n /g, '\n')
    .trim();
};

/** Most cells, with nothing to be taken away: every cell of every row is looked at in each pass. */
const plainLine = /^(?:[!-~]+(?: [!-~]+)*)?$/;

/** The text of a cell on one line, or `undefined` when it holds nothing but punctuation, such as "-". */
export const answerOf = (cell: Cell | undefined): string | undefined => {
  const text = textOf(cell);
  return /[\p{L}\p{N}]/u.test(text) ? text : undefined;
};

const longestQuote = 60;

/** What somebody typed, no longer than a remark has room for. */
export const shortened = (text: string): string => {
  const characters = [...text];
  return characters.length > longestQuote
    ? `${characters.slice(0, longestQuote - 3).join('')}…`
    : text;
};

/** The cell as a finding quotes it, shortened when somebody wrote a letter into it. */
export const quote = (cell: Cell | undefined): string =>
  `"${shortened(textOf(cell).replaceAll('\n', ' '))}"`;

const numberText = (value: number): string =>
  Number.isFinite(value)
    ? Math.abs(value) >= 1e21
      ? BigInt(Math.round(value)).toString()
      : String(value)
    : '';

/** No answer that a reader understands is longer; a letter pasted into a cell is. */
export const mostRead = 2000;

/** No answer to a short question, such as a number, a name or yes or no, is longer: what is, is asked about unread. */
export const isRambling = (text: string): boolean => text.length > 500;

/** More than readers look at: what is understood of such a cell is understood of its beginning only. */
export const isLong = (cell: Cell | undefined): boolean =>
  typeof cell === 'string' && cell.length > mostRead;

/** The cell as readers get it: the beginning of a long text, never half of a letter; other cells as they are. */
export const forReading = (cell: Cell | undefined): Cell | undefined =>
  typeof cell === 'string' && isLong(cell)
    ? cell.slice(0, mostRead).replace(/[\uD800-\uDBFF]$/, '')
    : cell;
