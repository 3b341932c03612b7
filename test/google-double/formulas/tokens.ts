/** A piece of a formula; white space is none. */
export type Token = {
  readonly kind: 'number' | 'text' | 'error' | 'reference' | 'word' | 'mark';
  readonly text: string;
};

/**
 * What a formula is made of, in order of precedence: texts, errors, cells (behind the title of a tab or not), words (a function,
 * a name, TRUE), numbers, and marks. A comma is the decimal sign where the locale has it so.
 */
const patternFor = (decimal: '.' | ','): RegExp =>
  new RegExp(
    [
      '(?<text>"(?:[^"]|"")*")',
      '(?<error>#(?:REF!|N/A|VALUE!|DIV/0!|NAME\\?|NUM!|NULL!|ERROR!))',
      `(?<reference>(?:'(?:[^']|'')*'!|[\\p{L}_][\\p{L}\\d_.]*!)(?:${cellsPattern}|[\\p{L}_][\\p{L}\\d_.]*)|(?:${cellsPattern})(?![\\p{L}\\d_.(]))`,
      '(?<word>[\\p{L}_][\\p{L}\\d_.]*)',
      `(?<number>\\d+(?:[${decimal}]\\d*)?(?:[eE][+-]?\\d+)?|[${decimal}]\\d+)`,
      '(?<mark><>|<=|>=|[-+*/^&=<>%(){},;\\\\])',
      '(?<space>\\s+)',
    ].join('|'),
    'uy',
  );

const corner = '\\$?[A-Za-z]{1,3}\\$?[1-9]\\d*';
const side = '\\$?[A-Za-z]{1,3}';
const line = '\\$?[1-9]\\d*';
/** One cell or several, ends that are left open included. */
export const cellsPattern = `${corner}:(?:${corner}|${side}|${line})|${side}:(?:${corner}|${side})|${line}:(?:${corner}|${line})|${corner}`;

const patterns = { '.': patternFor('.'), ',': patternFor(',') };

/** The pieces of a formula without its `=`; `undefined` where one makes no sense. */
export function tokensOf(formula: string, decimal: '.' | ','): readonly Token[] | undefined {
  const pattern = patterns[decimal];
  const tokens: Token[] = [];
  pattern.lastIndex = 0;
  while (pattern.lastIndex < formula.length) {
    const groups = pattern.exec(formula)?.groups;
    if (!groups) return undefined;
    const [kind, text] = Object.entries(groups).find(([, each]) => each !== undefined) ?? ['space'];
    if (kind !== 'space') tokens.push({ kind, text } as Token);
  }
  return tokens;
}
