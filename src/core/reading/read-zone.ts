import type { Zone } from '../request.ts';
import type { Cell } from '../snapshot.ts';
import { answerOf } from './cell-text.ts';
import { empty, type Reading, read, unreadable } from './reading.ts';
import { fold } from './spelling.ts';

/** The IANA name behind each zone; none of them has daylight saving. */
export const timeZoneOf: Readonly<Record<Zone, string>> = {
  WIB: 'Asia/Jakarta',
  WITA: 'Asia/Makassar',
  WIT: 'Asia/Jayapura',
};

/** What a zone's clock shows more than WIB's, in minutes. */
export const minutesAheadOfWib: Readonly<Record<Zone, number>> = { WIB: 0, WITA: 60, WIT: 120 };

const spellings: readonly (readonly [Zone, RegExp])[] = [
  ['WITA', /\b(?:wit+a+|waktu indonesia (?:bagian )?tengah|(?:gmt|utc) ?8)\b/],
  ['WIB', /\b(?:wib+|waktu indonesia (?:bagian )?barat|(?:gmt|utc) ?7)\b/],
  ['WIT', /\b(?:wit|waktu indonesia (?:bagian )?timur|(?:gmt|utc) ?9)\b/],
];

/** Every zone that a folded text names. */
export const zonesIn = (folded: string): readonly Zone[] =>
  spellings.filter(([, pattern]) => pattern.test(folded)).map(([zone]) => zone);

/** *Zona Waktu*: exactly one of the three. */
export const readZone = (cell: Cell | undefined): Reading<Zone> => {
  const text = answerOf(cell);
  if (text === undefined) return empty;
  const [zone, ...others] = zonesIn(fold(text));
  return zone === undefined || others.length > 0 ? unreadable : read(zone);
};
