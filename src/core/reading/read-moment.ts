import type { Temporal } from 'temporal-polyfill';
import { fromSerial } from '../serial.ts';
import type { Cell } from '../snapshot.ts';
import { textOf } from './cell-text.ts';
import { readDays } from './read-days.ts';
import { readTimes } from './read-times.ts';
import { timeZoneOf } from './read-zone.ts';
import { empty, type Reading, read, unreadable } from './reading.ts';

/**
 * A day and time, as a cell that holds them or as text: "23/11/2026 15.40", "Senin, 23 November 2026 pukul 09.00 WITA".
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
  const text = textOf(cell);
  if (text === '') return empty;
  const parts =
    /^(.*?\d)(?:[\s,T]|pukul|pkl|jam)+(\d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?:\s*(?:wita|wib|wit))?)\.?$/i.exec(
      text,
    );
  const days = readDays(parts?.[1] ?? text, reference);
  if (days.kind !== 'read') return days;
  const times =
    parts?.[2] === undefined ? undefined : readTimes(parts[2].replace(/^\d(?=[.:])/, '0$&'));
  if (times !== undefined && times.kind !== 'read') return unreadable;
  const { from = 0, zone } = times?.value ?? {};
  const start = days.value.from.toZonedDateTime(zone === undefined ? timeZone : timeZoneOf[zone]);
  return read(start.add({ minutes: from }).toInstant(), ...days.warnings);
};

/** 2000-01-01 and 2100-12-31: numbers outside are something else that somebody typed. */
const firstSerial = 36_526;
const lastSerial = 73_415;
