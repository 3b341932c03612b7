/**
 * How values lie in the ledger, so that they come back exactly as they were.
 *
 * SQLite's driver ends a text at the first U+0000 and spoils half surrogate pairs, and people paste both. Texts are
 * therefore stored with JSON's escapes (an ordinary text stays as it is), and cells as JSON.
 */
import { Temporal } from 'temporal-polyfill';
import type { LetterRecord } from '../core/cases/ledger-state.ts';
import type { Cell } from '../core/sheet/snapshot.ts';

export const storedText = (text: string): string => JSON.stringify(text).slice(1, -1);

export const textFrom = (stored: string): string =>
  stored.includes('\\') ? (JSON.parse(`"${stored}"`) as string) : stored;

/** As it lies there, where somebody's hand left what no text of ours is stored as: whoever reads the note judges it. */
export const noteFrom = (stored: string): string => {
  try {
    return textFrom(stored);
  } catch {
    return stored;
  }
};

/** "none" is NULL in the database only. */
export const storedOptional = (text: string | undefined): string | null =>
  text === undefined ? null : storedText(text);

export const storedCell = (cell: Cell): string => JSON.stringify(cell);

/** Only ever given what `storedCell` made. */
export const cellFrom = (stored: string): Cell => JSON.parse(stored) as Cell;

export const storedLetter = (letter: LetterRecord): string => JSON.stringify(letter);

/** Only ever given what `storedLetter` made. */
export const letterFrom = (stored: string): LetterRecord => JSON.parse(stored) as LetterRecord;

/** Of one length, so that texts sort as the moments do. */
export const storedInstant = (at: Temporal.Instant): string =>
  at.toString({ fractionalSecondDigits: 9 });

/** Most moments are whole milliseconds, and those `Date` reads in a fraction of the time. */
export const instantFrom = (stored: string): Temporal.Instant =>
  wholeMilliseconds.test(stored)
    ? Temporal.Instant.fromEpochMilliseconds(Date.parse(`${stored.slice(0, 23)}Z`))
    : Temporal.Instant.from(stored);

/** Of days that every month has: of others `Date` makes a day of the next month. */
const wholeMilliseconds = /^\d{4}-\d\d-(?:[01]\d|2[0-8])T\d\d:\d\d:[0-5]\d\.\d{3}0{6}Z$/;
