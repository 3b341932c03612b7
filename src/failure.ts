/** How a command that failed says so: to people, to programs, and to whoever looks for the fault. */
import { ServiceError } from './errors.ts';
import { fileTrouble } from './files/file-trouble.ts';

export interface ToldFailure {
  readonly code: string;
  readonly what: string;
  readonly todo: string;
}

/**
 * An error in words.
 *
 * Of a fault of our own only the kind is told: its message could hold what somebody typed.
 */
export const failureIn = (error: unknown): ToldFailure => {
  const known = error instanceof ServiceError ? error : fileTrouble(error);
  if (known !== undefined) return known;
  return {
    code: 'unforeseen',
    what: `This program has a fault and stopped (${kindOf(error)}). Nothing more was written, and nothing that stood in the workbook or the documents is lost.`,
    todo: 'Run again: a pass does what was left undone. If it happens again, set "logLevel" to "debug" in the settings, run once more, and report what is printed.',
  };
};

/** Where an error came about: lines of the program, without the message. */
export const whereabouts = (error: unknown): string => {
  if (!(error instanceof Error)) return kindOf(error);
  const lines = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const cause = error.cause === undefined ? [] : [`caused by ${whereabouts(error.cause)}`];
  return [kindOf(error), ...lines, ...cause].join('\n');
};

const kindOf = (error: unknown): string =>
  error instanceof Error ? error.constructor.name : typeof error;
