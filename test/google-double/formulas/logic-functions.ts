import { broadcast } from './broadcast.ts';
import {
  compareScalars,
  FormulaError,
  type FormulaValue,
  isGrid,
  type Scalar,
  truthOf,
} from './formula-value.ts';
import { type FormulaFunctions, ofRanges, ofScalars, type Scope } from './scope.ts';
import type { Expression } from './syntax.ts';

/** Functions that choose, and that ask what a value is: they look at errors too. */
export const logicFunctions: FormulaFunctions = {
  IF: special((inputs, scope) => {
    const [asked, then, otherwise] = inputs;
    return chosen(one(asked, scope), scope, (truth) => (truth ? then : (otherwise ?? isFalse)));
  }),
  IFS: special((inputs, scope) => firstTrue(inputs, scope)),
  IFERROR: special(([tried, otherwise], scope) =>
    mended(tried, otherwise, { scope, isMended: () => true }),
  ),
  IFNA: special(([tried, otherwise], scope) =>
    mended(tried, otherwise, { scope, isMended: ({ code }) => code === '#N/A' }),
  ),
  SWITCH: special(([asked, ...cases], scope) => {
    const value = one(asked, scope);
    return broadcast([value], ([scalar]) => switched(scalar, cases, scope));
  }),
  AND: ofRanges((inputs) => together(inputs, (truths) => truths.every(Boolean))),
  OR: ofRanges((inputs) => together(inputs, (truths) => truths.some(Boolean))),
  NOT: ofScalars(([value]) => {
    const truth = truthOf(value);
    return truth instanceof FormulaError ? truth : !truth;
  }),
  TRUE: ofScalars(() => true),
  FALSE: ofScalars(() => false),
  NA: ofScalars(() => new FormulaError('#N/A', '')),
  ISBLANK: asking((value) => value === undefined),
  ISERROR: asking((value) => value instanceof FormulaError),
  ISERR: asking((value) => value instanceof FormulaError && value.code !== '#N/A'),
  ISNA: asking((value) => value instanceof FormulaError && value.code === '#N/A'),
  ISNUMBER: asking((value) => typeof value === 'number'),
  ISTEXT: asking((value) => typeof value === 'string'),
  ISLOGICAL: asking((value) => typeof value === 'boolean'),
};

const isFalse: Expression = { kind: 'truth', value: false };

function special(
  of: (inputs: readonly (Expression | undefined)[], scope: Scope) => FormulaValue,
): FormulaFunctions[string] {
  return { kind: 'special', of };
}

function asking(is: (value: Scalar) => boolean): FormulaFunctions[string] {
  return special(([asked], scope) => broadcast([one(asked, scope)], ([value]) => is(value)));
}

/** An input: a range where ranges are worked through, its first cell elsewhere. */
function one(expression: Expression | undefined, scope: Scope): FormulaValue {
  if (!expression) return undefined;
  const value = scope.evaluate(expression, scope);
  return scope.isArray || !isGrid(value) ? value : value[0]?.[0];
}

/** Only the branch that is needed is looked at, unless there are many questions at once. */
function chosen(
  asked: FormulaValue,
  scope: Scope,
  branch: (truth: boolean) => Expression | undefined,
): FormulaValue {
  const branchOf = (truth: boolean): FormulaValue => {
    const expression = branch(truth);
    return expression ? scope.evaluate(expression, scope) : undefined;
  };
  if (!isGrid(asked)) {
    const truth = truthOf(asked);
    return truth instanceof FormulaError ? truth : branchOf(truth);
  }
  return broadcast([asked, branchOf(true), branchOf(false)], ([question, then, otherwise]) => {
    const truth = truthOf(question);
    if (truth instanceof FormulaError) return truth;
    return truth ? then : otherwise;
  });
}

function firstTrue(inputs: readonly (Expression | undefined)[], scope: Scope): FormulaValue {
  const [asked, then, ...rest] = inputs;
  if (!asked) return new FormulaError('#N/A', 'No match.');
  const question = one(asked, scope);
  return isGrid(question)
    ? broadcast([question, one(then, scope), firstTrue(rest, scope)], ([each, yes, no]) => {
        const truth = truthOf(each);
        if (truth instanceof FormulaError) return truth;
        return truth ? yes : no;
      })
    : chosen(question, scope, (truth) =>
        truth
          ? then
          : { kind: 'call', name: 'IFS', inputs: rest.filter((each) => each !== undefined) },
      );
}

function mended(
  tried: Expression | undefined,
  otherwise: Expression | undefined,
  {
    scope,
    isMended,
  }: { readonly scope: Scope; readonly isMended: (error: FormulaError) => boolean },
): FormulaValue {
  const value = tried && scope.evaluate(tried, scope);
  const instead = (): FormulaValue => otherwise && scope.evaluate(otherwise, scope);
  if (!isGrid(value)) return value instanceof FormulaError && isMended(value) ? instead() : value;
  const failed = value.some((row) =>
    row.some((each) => each instanceof FormulaError && isMended(each)),
  );
  if (!failed) return value;
  return broadcast([value, instead()], ([each, replaced]) =>
    each instanceof FormulaError && isMended(each) ? replaced : each,
  );
}

function switched(
  scalar: Scalar,
  cases: readonly (Expression | undefined)[],
  scope: Scope,
): FormulaValue {
  if (scalar instanceof FormulaError) return scalar;
  for (let index = 0; index + 1 < cases.length; index += 2) {
    const candidate = one(cases[index], scope);
    if (isGrid(candidate) || candidate instanceof FormulaError) continue;
    if (compareScalars(scalar, candidate) === 0) return one(cases[index + 1], scope);
  }
  return cases.length % 2 === 1 ? one(cases.at(-1), scope) : new FormulaError('#N/A', 'No match.');
}

function together(
  inputs: readonly FormulaValue[],
  judge: (truths: readonly boolean[]) => boolean,
): Scalar {
  const truths: boolean[] = [];
  for (const input of inputs) {
    for (const each of isGrid(input) ? input.flat() : [input]) {
      // Empty cells and texts of ranges are passed over.
      if (isGrid(input) && (each === undefined || typeof each === 'string')) continue;
      const truth = truthOf(each);
      if (truth instanceof FormulaError) return truth;
      truths.push(truth);
    }
  }
  return judge(truths);
}
