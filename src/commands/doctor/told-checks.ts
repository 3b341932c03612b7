import type { CheckResult } from './check.ts';

const marks = { right: '✓', warned: '!', wrong: '✗', skipped: '–' } as const;

/** @param subject What works or does not: "The desk". */
export const toldChecks = (results: readonly CheckResult[], subject: string): string =>
  [...results.flatMap(linesOf), '', closing(results, subject)].join('\n');

const linesOf = ({ check, state, what, todo }: CheckResult): readonly string[] => {
  const isAside = state === 'right' || state === 'skipped';
  return isAside
    ? [`${marks[state]} ${check}${what === undefined ? '' : ` (${what})`}`]
    : [`${marks[state]} ${check}`, `    ${what ?? ''}`, `    → ${todo ?? ''}`];
};

const closing = (results: readonly CheckResult[], subject: string): string => {
  const failures = results.filter(({ state }) => state === 'wrong').length;
  if (failures > 0) return `${failures} of ${results.length} checks failed; begin with the first.`;
  const warnings = results.filter(({ state }) => state === 'warned').length;
  return warnings === 0
    ? 'All is well.'
    : `${subject} can work; ${warnings === 1 ? 'one thing needs' : `${warnings} things need`} a look (!).`;
};
