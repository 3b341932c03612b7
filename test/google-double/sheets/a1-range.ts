/** A rectangle of cells, ends excluded, counted from 0; an end left open reaches to the edge of the grid. */
export type Area = {
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  readonly endColumn: number;
};

/**
 * What an A1 text names: cells, of the first tab where no title stands before them; a whole tab, which only quotes say for
 * certain; or a word, which may be the name of a range or the title of a tab. Open ends are `Infinity`.
 */
export type A1Reference =
  | { readonly kind: 'cells'; readonly title: string | undefined; readonly area: Area }
  | { readonly kind: 'tab'; readonly title: string }
  | { readonly kind: 'word'; readonly word: string; readonly title: string | undefined };

export const everything: Area = {
  startRow: 0,
  endRow: Infinity,
  startColumn: 0,
  endColumn: Infinity,
};
const cellPattern = /^\$?([A-Za-z]{0,3})\$?([0-9]*)$/u;

/** Reads `'My sheet'!A1:C`, `Sheet1`, `A:A`, `2:3`, `A2:2`, `'My sheet'!Totals`. */
export function parseA1(text: string): A1Reference {
  const quoted = /^'((?:[^']|'')*)'(?:!(.*))?$/su.exec(text);
  if (quoted) {
    const title = (quoted[1] ?? '').replaceAll("''", "'");
    return quoted[2] === undefined ? { kind: 'tab', title } : cellsOrWord(quoted[2], title);
  }
  const bang = text.lastIndexOf('!');
  return bang >= 0
    ? cellsOrWord(text.slice(bang + 1), text.slice(0, bang))
    : cellsOrWord(text, undefined);
}

function cellsOrWord(text: string, title: string | undefined): A1Reference {
  const area = readCells(text);
  return area ? { kind: 'cells', title, area } : { kind: 'word', word: text, title };
}

function readCells(text: string): Area | undefined {
  const [first = '', second, ...more] = text.split(':');
  const from = corner(first);
  if (!from || more.length > 0) return undefined;
  if (second === undefined) {
    if (from.column === undefined || from.row === undefined) return undefined;
    return area(from.row, from.row + 1, from.column, from.column + 1);
  }
  const to = corner(second);
  if (!to) return undefined;
  const rows = [from.row, to.row].filter((each) => each !== undefined);
  const columns = [from.column, to.column].filter((each) => each !== undefined);
  return area(
    Math.min(Infinity, ...(rows.length > 0 ? rows : [0])),
    to.row === undefined ? Infinity : Math.max(...rows) + 1,
    Math.min(Infinity, ...(columns.length > 0 ? columns : [0])),
    to.column === undefined ? Infinity : Math.max(...columns) + 1,
  );
}

const area = (startRow: number, endRow: number, startColumn: number, endColumn: number): Area => ({
  startRow,
  endRow,
  startColumn,
  endColumn,
});

function corner(text: string): { row: number | undefined; column: number | undefined } | undefined {
  const match = cellPattern.exec(text);
  if (!match || text === '') return undefined;
  const [, letters = '', digits = ''] = match;
  if (digits !== '' && Number(digits) < 1) return undefined;
  return {
    row: digits === '' ? undefined : Number(digits) - 1,
    column: letters === '' ? undefined : columnNumber(letters),
  };
}

export const columnNumber = (letters: string): number =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}

/** Writes a bounded rectangle as Google does in its answers: quotes only where the title needs them. */
export function formatA1(
  title: string,
  { startRow, endRow, startColumn, endColumn }: Area,
): string {
  const isPlain =
    /^[A-Za-z_][A-Za-z0-9_.]*$/u.test(title) &&
    !/^([A-Za-z]{1,3}[0-9]+|[Rr][0-9]*[Cc][0-9]*)$/u.test(title);
  const name = isPlain ? title : `'${title.replaceAll("'", "''")}'`;
  const from = `${columnLetters(startColumn)}${startRow + 1}`;
  const to = `${columnLetters(endColumn - 1)}${endRow}`;
  return `${name}!${from}${from === to ? '' : `:${to}`}`;
}
