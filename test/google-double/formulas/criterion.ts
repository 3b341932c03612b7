import { compareScalars, FormulaError, type Scalar } from './formula-value.ts';
import type { Scope } from './scope.ts';

/** Whether a cell is as `COUNTIF` and its like ask: `">5"`, `"<>"`, `"dinas*"`, a value itself. */
export function criterionOf(
  asked: Exclude<Scalar, FormulaError>,
  { numberOf }: Scope,
): (value: Scalar) => boolean {
  const text = typeof asked === 'string' ? asked : '';
  const [, operator = '', rest = ''] = /^(<>|<=|>=|<|>|=)?(.*)$/su.exec(text) ?? [];
  const number = rest.trim() === '' ? undefined : numberOf(rest);
  const wanted =
    typeof asked === 'string' ? (typeof number === 'number' ? number : rest) : (asked ?? 0);
  switch (operator) {
    case '<':
    case '>':
    case '<=':
    case '>=':
      return (value) =>
        isOfKind(value, wanted) && isOrdered(operator, compareScalars(value, wanted));
    case '<>':
      if (rest === '') return (value) => value !== undefined;
      return (value) => !isLike(value, wanted);
    default:
      // `"="` asks for empty cells, `""` also for those that show nothing.
      if (text === '=') return (value) => value === undefined;
      if (asked === '') return (value) => value === undefined || value === '';
      return (value) => isLike(value, wanted);
  }
}

type Wanted = Exclude<Scalar, undefined | FormulaError>;

const isOfKind = (value: Scalar, wanted: Wanted): value is Wanted => typeof value === typeof wanted;

const isOrdered = (operator: '<' | '>' | '<=' | '>=', order: number): boolean => {
  switch (operator) {
    case '<':
      return order < 0;
    case '>':
      return order > 0;
    case '<=':
      return order <= 0;
    case '>=':
      return order >= 0;
  }
};

function isLike(value: Scalar, wanted: Wanted): boolean {
  if (value instanceof FormulaError || value === undefined) return false;
  if (typeof wanted === 'string' && typeof value === 'string') return patternOf(wanted).test(value);
  return typeof value === typeof wanted && value === wanted;
}

const patterns = new Map<string, RegExp>();

/** `*` stands for anything, `?` for one character, `~` before them for themselves; upper and lower case are one. */
export function patternOf(wanted: string): RegExp {
  const present = patterns.get(wanted);
  if (present) return present;
  const source = wanted.replace(/~[*?~]|[*?]|[\\^$.|+()[\]{}/-]/gu, (found) => {
    if (found === '*') return '[^]*';
    if (found === '?') return '[^]';
    const plain = found.startsWith('~') ? (found[1] ?? '') : found;
    return `\\${plain === '~' ? 'x7e' : plain}`;
  });
  const made = new RegExp(`^${source}$`, 'iu');
  patterns.set(wanted, made);
  return made;
}
