import { copiedFormula } from './copied-formula.ts';
import type { Cell, ShownCell } from './model.ts';
import { effectiveValue } from './shown-value.ts';

/** What of a copied cell is pasted: Google's `PasteType`. */
export type PasteType =
  | 'PASTE_NORMAL'
  | 'PASTE_VALUES'
  | 'PASTE_FORMAT'
  | 'PASTE_NO_BORDERS'
  | 'PASTE_FORMULA'
  | 'PASTE_DATA_VALIDATION'
  | 'PASTE_CONDITIONAL_FORMATTING';

const pasteTypes: readonly PasteType[] = [
  'PASTE_NORMAL',
  'PASTE_VALUES',
  'PASTE_FORMAT',
  'PASTE_NO_BORDERS',
  'PASTE_FORMULA',
  'PASTE_DATA_VALIDATION',
  'PASTE_CONDITIONAL_FORMATTING',
];

/** The kind of a paste; one that is not given is the usual one. */
export const pasteTypeOf = (given: string | null | undefined): PasteType =>
  pasteTypes.find((each) => each === given) ?? 'PASTE_NORMAL';

/** What becomes of a cell on which another was pasted, so far from where that one stands; errors are no values. */
export function pastedCell(
  target: Cell | undefined,
  source: ShownCell | undefined,
  how: {
    readonly type: PasteType;
    readonly away: { readonly rows: number; readonly columns: number };
  },
): Cell {
  const { errorValue, ...value } = (source && effectiveValue(source)) ?? {};
  const hasValue = errorValue === undefined && Object.keys(value).length > 0;
  const entered = withMovedFormula(source, how.away);
  switch (how.type) {
    case 'PASTE_NORMAL':
      return taken(target, entered, everyField);
    case 'PASTE_NO_BORDERS': {
      const { borders } = target?.userEnteredFormat ?? {};
      const { userEnteredFormat, ...cell } = entered;
      const { borders: _left, ...format } = userEnteredFormat ?? {};
      const becomes = { ...format, ...(borders && { borders }) };
      const isPlain = Object.keys(becomes).length === 0;
      return taken(target, isPlain ? cell : { ...cell, userEnteredFormat: becomes }, everyField);
    }
    case 'PASTE_VALUES':
      return taken(target, hasValue ? { userEnteredValue: value } : {}, [
        'userEnteredValue',
        'textFormatRuns',
      ]);
    case 'PASTE_FORMULA':
      return taken(target, entered, ['userEnteredValue', 'textFormatRuns']);
    case 'PASTE_FORMAT':
      return taken(target, entered, ['userEnteredFormat', 'dataValidation']);
    case 'PASTE_DATA_VALIDATION':
      return taken(target, entered, ['dataValidation']);
    case 'PASTE_CONDITIONAL_FORMATTING':
      return target ?? {};
  }
}

/** All but the tie to a form, which stays where it is. */
const everyField: readonly (keyof Cell)[] = [
  'userEnteredValue',
  'userEnteredFormat',
  'textFormatRuns',
  'note',
  'dataValidation',
];

/** A cell whose formula, if it has one, reads as after a move so far away. */
export function withMovedFormula(
  source: Cell | undefined,
  away: { readonly rows: number; readonly columns: number },
): Cell {
  const formula = source?.userEnteredValue?.formulaValue;
  if (typeof formula !== 'string') return source ?? {};
  return { ...source, userEnteredValue: { formulaValue: copiedFormula(formula, away) } };
}

/** The target with these fields as the source has them; what it lacks is gone. */
function taken(target: Cell | undefined, source: Cell, names: readonly (keyof Cell)[]): Cell {
  const isNamed = ([name]: readonly [string, unknown]): boolean =>
    names.some((each) => each === name);
  return Object.fromEntries([
    ...Object.entries(target ?? {}).filter((field) => !isNamed(field)),
    ...Object.entries(source).filter(isNamed),
  ]);
}
