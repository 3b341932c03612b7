import { Temporal } from 'temporal-polyfill';
import { timeZoneOf } from '../clock/zones.ts';
import { fromSerial } from '../sheet/serial.ts';
import type { Cell } from '../sheet/snapshot.ts';
import { answerOf, textOf } from './cell-text.ts';
import type { MomentWord } from './moment-words.ts';
import { readDaysAsWritten } from './read-days.ts';
import { readTimeWords } from './read-times.ts';
import { empty, type Reading, read, unreadable, unsure } from './reading.ts';

/**
 * A day and time, as a cell that holds them or as text: "23/11/2026 15.40", "Senin, 23 November 2026 pukul 09.00 WITA",
 * "2026/11/16 8:00:00 AM GMT+8" as Google writes a stamp into a CSV file.
 *
 * A day alone is its midnight. `reference` is the day from which a missing year counts.
 */
export const readMoment = (
  cell: Cell | undefined,
  {
    timeZone,
    reference,
  }: { readonly timeZone: string; readonly reference?: Temporal.PlainDate | undefined },
): Reading<Temporal.Instant> => {
  if (typeof cell === 'number') {
    const moment =
      cell >= firstSerial && cell <= lastSerial ? fromSerial(cell, timeZone) : undefined;
    return moment === undefined ? unreadable : read(moment);
  }
  if (answerOf(cell) === undefined) return empty;
  const exact = readExact(textOf(cell));
  if (exact !== undefined) return read(exact);
  const days = readDaysAsWritten(cell, { reference });
  if (days.kind !== 'read') return days;
  const times = readTimeWords(days.value.times);
  if (times.kind !== 'read') return times;
  const { from = 0, until, zone } = times.value;
  if (until !== undefined || !days.value.from.equals(days.value.to))
    return unsure('menyebut lebih dari satu waktu. Tulis satu tanggal dan jam.');
  const start = days.value.from.toZonedDateTime(zone === undefined ? timeZone : timeZoneOf[zone]);
  const moment = start.add({ minutes: from, seconds: secondsIn(days.value.times) });
  return read(moment.toInstant(), ...days.warnings);
};

/** 2000-01-01 and 2100-12-31: numbers outside are something else that somebody typed. */
const firstSerial = 36_526;
const lastSerial = 73_415;

/** "2026-11-16T08:00:00Z", as machines write a moment. */
const readExact = (text: string): Temporal.Instant | undefined => {
  if (
    !/^20\d{2}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})$/i.test(
      text,
    )
  )
    return undefined;
  try {
    return Temporal.Instant.from(text);
  } catch {
    return undefined;
  }
};

/** The seconds of "14.05.33": what stands behind two signs in a row of three numbers. */
const secondsIn = (words: readonly MomentWord[]): number => {
  const at = words.findIndex(
    (word, index) =>
      word.kind === 'number' &&
      words[index + 2]?.kind === 'number' &&
      words[index + 4]?.kind === 'number' &&
      words[index + 1]?.kind === 'mark' &&
      words[index + 3]?.kind === 'mark',
  );
  const seconds = Number(words[at + 4]?.text);
  return at < 0 || !(seconds < 60) ? 0 : seconds;
};
