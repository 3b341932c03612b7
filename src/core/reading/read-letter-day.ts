import type { Temporal } from 'temporal-polyfill';
import { daysBetween } from '../sheet/calendar-days.ts';
import type { Cell } from '../sheet/snapshot.ts';
import { type Days, readDays } from './read-days.ts';
import { type Reading, unsure } from './reading.ts';

/**
 * The day of the letter that a request came with: "10 November 2026", "Gorontalo, 10 November 2026".
 *
 * A letter lies shortly before its request. One of long after has a slip in its year and is asked; one of long before is
 * taken and said.
 */
export const readLetterDay = (
  cell: Cell | undefined,
  submitted: Temporal.PlainDate | undefined,
): Reading<Temporal.PlainDate> => {
  const reading = readDays(withoutPlace(cell), submitted, 'behind');
  if (reading.kind !== 'read') return reading;
  const { from } = reading.value satisfies Days;
  const ahead = submitted === undefined ? 0 : daysBetween(submitted, from);
  if (ahead > daysAfterRequest)
    return unsure('jauh sesudah permohonan diajukan. Periksa tahunnya, atau kosongkan.');
  const isOld = ahead < -daysBeforeRequest;
  return {
    kind: 'read',
    value: from,
    warnings: [
      ...reading.warnings,
      ...(isOld ? ['jauh sebelum permohonan diajukan. Periksa tahunnya.'] : []),
    ],
  };
};

/** The request may be keyed in before its letter is signed. */
const daysAfterRequest = 31;
const daysBeforeRequest = 270;

/** Letters begin with the place where they were written. */
const withoutPlace = (cell: Cell | undefined): Cell | undefined =>
  typeof cell === 'string'
    ? cell.replace(/^\s*\p{Lu}\p{L}{3,30}(?: \p{L}{2,20})?,\s*(?=\d)/u, '')
    : cell;
