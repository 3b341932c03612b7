/**
 * What was kept under a name, read back through its form. It may be damaged: by a person with an editor for databases, or by
 * another version of this program.
 *
 * What only saves work is then as if it were not there, and is made anew. What nobody can make anew is never guessed: whoever
 * runs the program is told which note it is.
 */
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { ServiceError } from '../errors.ts';

/** Reads the text of a note. */
export type NoteForm<T> = z.ZodType<T, string>;

/** Of a note that is kept as JSON. */
export const jsonNote = <T>(form: z.ZodType<T>): NoteForm<T> =>
  z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        // What JSON.parse says of it repeats the text, and that may be what a requester wrote.
        context.addIssue({ code: 'custom', message: 'is no JSON' });
        return z.NEVER;
      }
    })
    .pipe(form);

const isInstant = (text: string): boolean => {
  try {
    Temporal.Instant.from(text);
    return true;
  } catch {
    return false;
  }
};

/** A moment, by itself or within a note. */
export const instantForm = z
  .string()
  .refine(isInstant)
  .transform((text) => Temporal.Instant.from(text));

/** Of a note that only saves work: `undefined` also for what cannot be read. */
export const savedWork = <T>(form: NoteForm<T>, text: string | undefined): T | undefined =>
  text === undefined ? undefined : form.safeParse(text).data;

/**
 * Of a note that nobody can make anew.
 * @throws NoteDamagedError
 */
export const keptFact = <T>(
  { name, form }: { readonly name: string; readonly form: NoteForm<T> },
  text: string | undefined,
): T | undefined => {
  if (text === undefined) return undefined;
  const { data, error } = form.safeParse(text);
  if (error !== undefined) throw new NoteDamagedError(name, error);
  return data;
};

/** A note says what is kept nowhere else, and cannot be read. */
export class NoteDamagedError extends ServiceError {
  readonly code = 'note-damaged';

  constructor(name: string, cause: unknown) {
    super({
      what: `The ledger is damaged: its note "${name}" cannot be read. Nothing that rests on it was done.`,
      todo: 'Move the ledger away; then bring it back from a copy, or rebuild it from the workbook with "npx layanan-vicon adopt".',
      cause,
    });
  }
}
