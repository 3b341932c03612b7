import type { Zone } from '../cases/request.ts';

/** The IANA name behind each zone; none of them has daylight saving. */
export const timeZoneOf: Readonly<Record<Zone, string>> = {
  WIB: 'Asia/Jakarta',
  WITA: 'Asia/Makassar',
  WIT: 'Asia/Jayapura',
};

/** What a zone's clock shows more than WIB's, in minutes. */
export const minutesAheadOfWib: Readonly<Record<Zone, number>> = { WIB: 0, WITA: 60, WIT: 120 };

const zones: ReadonlyMap<string, Zone> = new Map([
  ['Asia/Jakarta', 'WIB'],
  ['Asia/Pontianak', 'WIB'],
  ['Asia/Makassar', 'WITA'],
  ['Asia/Ujung_Pandang', 'WITA'],
  ['Asia/Jayapura', 'WIT'],
]);

/** The IANA names that settings may give an office: those that Indonesian wording can name. */
export const officeTimeZones: readonly string[] = [...zones.keys()];

/** What people call the zone of an office; settings take no zone without such a name. */
export const zoneOf = (timeZone: string): Zone => zones.get(timeZone) ?? 'WITA';
