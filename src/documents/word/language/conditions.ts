/** How a condition that was typed with signs (`status = "Selesai"`, `jumlah > 3`, `!ada`) is written as a tag. */

const quoted = /"[^"]*"|'[^']*'/g;
const joiners = [
  { sign: /\|\||\b(?:or|atau)\b/i, helper: 'or' },
  { sign: /&&|\b(?:and|dan)\b/i, helper: 'and' },
] as const;
const comparison = /===?|!==?|<>|>=|<=|≠|≥|≤|=|>|</;
const helperOf: Readonly<Record<string, string>> = {
  '=': 'eq',
  '==': 'eq',
  '===': 'eq',
  '!=': 'ne',
  '!==': 'ne',
  '<>': 'ne',
  '≠': 'ne',
  '>': 'gt',
  '>=': 'gte',
  '≥': 'gte',
  '<': 'lt',
  '<=': 'lte',
  '≤': 'lte',
};

/** @returns undefined when the condition holds no such sign, or cannot be told apart. */
export const conditionOf = (typed: string): string | undefined => {
  const whole = typed
    .trim()
    .replace(/^\(([^()]*)\)$/, '$1')
    .trim();
  // `(eq a b)` is written as it should be, and what stands around it cannot be guessed.
  if (/[()]/.test(whole) || /\bincludeZero\s*=/.test(whole)) return undefined;
  const masked = whole.replace(quoted, (text) => '"'.padEnd(text.length, '"'));
  for (const { sign, helper } of joiners) {
    const found = sign.exec(masked);
    if (found === null) continue;
    const [one, other] = sides(whole, found).map((side) => conditionOf(side) ?? operand(side));
    return one === undefined || other === undefined ? undefined : `(${helper} ${one} ${other})`;
  }
  const compared = comparison.exec(masked);
  if (compared !== null) {
    const [one, other] = sides(whole, compared).map(operand);
    if (one === undefined || other === undefined) return undefined;
    return `(${helperOf[compared[0]]} ${one} ${other})`;
  }
  const negated = /^(?:!|not\s|tidak\s|bukan\s)\s*([\w.@/]+)$/i.exec(whole)?.[1];
  return negated === undefined ? undefined : `(not ${negated})`;
};

const sides = (whole: string, found: RegExpExecArray): readonly string[] => [
  whole.slice(0, found.index),
  whole.slice(found.index + found[0].length),
];

/** A name, a number or a text; a bare word that begins as no name does was meant as text. */
const operand = (typed: string): string | undefined => {
  const side = typed.trim();
  if (/^(?:"[^"]*"|'[^']*')$/.test(side)) return side;
  if (/^[A-Z][\w ]*$/.test(side) || /^\w+(?: \w+)+$/.test(side)) return `"${side}"`;
  return /^[\w.@/-]+$/.test(side) ? side : undefined;
};
