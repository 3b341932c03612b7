import { formatNumber } from '../sheets/number-format.ts';
import { asGrid } from './broadcast.ts';
import { FormulaError, type FormulaValue, type Scalar, textOf, truthOf } from './formula-value.ts';
import { type FormulaFunctions, ofRanges, ofScalars, type Scope } from './scope.ts';

/** Functions that make texts, in the ways of the spreadsheet's locale. */
export const textFunctions: FormulaFunctions = {
  TEXT: ofScalars(([value, pattern], scope) => {
    const number = scope.numberOf(value);
    if (number instanceof FormulaError) return textOf(value, scope.decimal);
    return formatNumber(number, textFormat(String(pattern ?? '')), scope.locale);
  }),
  VALUE: ofScalars(([value], scope) => scope.numberOf(value)),
  TO_TEXT: ofScalars(([value], scope) => textOf(value, scope.decimal)),
  /** Comes to its label; the address behind it is told besides. */
  HYPERLINK: ofScalars(([address, label = address]) => label),
  CONCAT: ofRanges((inputs, scope) => joined(inputs, '', scope)),
  CONCATENATE: ofRanges((inputs, scope) => joined(inputs, '', scope)),
  JOIN: ofRanges(([between, ...inputs], scope) =>
    joined(inputs, String(asGrid(between)[0]?.[0] ?? ''), scope),
  ),
  TEXTJOIN: ofRanges(([between, skips, ...inputs], scope) => {
    const skipsEmpty = truthOf(asGrid(skips)[0]?.[0]);
    const cells = inputs.flatMap((each) => asGrid(each).flat());
    const kept = cells.filter((each) => !skipsEmpty || (each !== undefined && each !== ''));
    return joined([[kept]], String(asGrid(between)[0]?.[0] ?? ''), scope);
  }),
  SPLIT: ofScalars(([value, marks]) => {
    const text = textOf(value);
    if (text instanceof FormulaError) return text;
    return [splitBy(text, String(marks ?? ''))];
  }),
  REGEXMATCH: ofScalars(([value, pattern]) =>
    matching(pattern, (regex) => regex.test(String(value ?? ''))),
  ),
  REGEXEXTRACT: ofScalars(([value, pattern]) =>
    matching(pattern, (regex) => {
      const match = regex.exec(String(value ?? ''));
      const unmatched = `Function REGEXEXTRACT parameter 2 value "${String(pattern)}" does not match text.`;
      return match ? (match[1] ?? match[0]) : new FormulaError('#N/A', unmatched);
    }),
  ),
  REGEXREPLACE: ofScalars(([value, pattern, by]) =>
    matching(pattern, (regex) =>
      String(value ?? '').replace(new RegExp(regex.source, 'gu'), String(by ?? '')),
    ),
  ),
};

/** A pattern of `TEXT`: of a date or a time where it has their letters outside quotes. */
function textFormat(pattern: string) {
  const bare = pattern.replace(/"[^"]*"|\\./gu, '');
  if (!/[ymdhs]/iu.test(bare)) return { type: 'NUMBER', pattern };
  return { type: 'DATE_TIME', pattern: pattern.replace(/"[^"]*"|[YDS]+/gu, lowered) };
}

const lowered = (part: string): string => (part.startsWith('"') ? part : part.toLowerCase());

function joined(inputs: readonly FormulaValue[], between: string, scope: Scope): Scalar {
  const texts: string[] = [];
  for (const cell of inputs.flatMap((each) => asGrid(each).flat())) {
    const text = textOf(cell, scope.decimal);
    if (text instanceof FormulaError) return text;
    texts.push(text);
  }
  return texts.join(between);
}

/** Every character of the marks parts the text; empty parts are left out. */
const splitBy = (text: string, marks: string): readonly string[] =>
  [...text]
    .reduce<string[]>(
      (parts, character) => {
        if (marks.includes(character)) parts.push('');
        else parts.push(`${parts.pop() ?? ''}${character}`);
        return parts;
      },
      [''],
    )
    .filter((part) => part !== '');

function matching(pattern: Scalar, use: (regex: RegExp) => Scalar): Scalar {
  try {
    return use(new RegExp(String(pattern ?? ''), 'u'));
  } catch {
    return new FormulaError(
      '#REF!',
      'Function REGEXMATCH parameter 2 is not a valid regular expression.',
    );
  }
}
