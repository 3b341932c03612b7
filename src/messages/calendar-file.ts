/**
 * One event as an iCalendar file (RFC 5545), for whoever is to hold it free, or many of them for import.
 *
 * Written here because the libraries for it fold inside a letter or lose an address behind a quoted name; `ical.js` judges it
 * in the tests. Moments are in UTC: a time zone's name without its rules is an hour off in some readers.
 */
import type { Temporal } from 'temporal-polyfill';
import { plainLine, plainLines } from './plain-line.ts';

export interface CalendarEvent {
  /** Stays the same for as long as it is the same event. */
  readonly uid: string;
  /** Rises with every change that people are told of. */
  readonly sequence: number;
  /** When this edition was made, and not when it is written: the same edition is the same file. */
  readonly stamp: Temporal.Instant;
  readonly start: Temporal.Instant;
  /** Absent where the end is open. */
  readonly end?: Temporal.Instant;
  /** At the same hours on so many days in a row; once unless given. */
  readonly days?: number;
  readonly summary: string;
  readonly location?: string;
  readonly description?: string;
  /** The desk's own address, and never the guest's: whoever organises cannot accept. */
  readonly organizer?: CalendarPerson;
  /** The one whom this file is for; nobody sees the other guests. */
  readonly attendee?: CalendarPerson;
  /**
   * `request` asks one guest to hold it free, `cancel` takes that back, `publish` is for import, without a guest.
   * Left out: `request` where there is a guest, else `publish`.
   */
  readonly method?: CalendarMethod;
  /** Busy, and nothing else: no topic, place, text or person of the event. */
  readonly confidential?: boolean;
  /** Left out: what the method says. */
  readonly standing?: 'confirmed' | 'tentative' | 'cancelled';
}

export type CalendarMethod = 'request' | 'cancel' | 'publish';

export interface CalendarPerson {
  readonly name?: string;
  /** A plain address that has been read already. */
  readonly address: string;
}

/** @returns the whole file, its lines ended by CRLF and of 75 octets at most. */
export const calendarFile = (event: CalendarEvent): string =>
  fileOf(methodOf(event), eventLines(event, methodOf(event)));

/** Many events in one file, for import: it asks nobody and names no guest (RFC 5546 3.2.1 wants an organizer, though). */
export const publishedCalendar = (
  name: string,
  events: readonly (CalendarEvent & Required<Pick<CalendarEvent, 'organizer'>>)[],
): string =>
  fileOf('publish', [
    `X-WR-CALNAME:${escaped(name)}`,
    ...events.flatMap((event) => eventLines(event, 'publish')),
  ]);

const fileOf = (method: CalendarMethod, lines: readonly string[]): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//layanan-vicon//layanan-vicon//ID',
    `METHOD:${method.toUpperCase()}`,
    ...lines,
    'END:VCALENDAR',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('');

/** What the file asks of its reader; a mail that carries it says the same in its Content-Type. */
export const methodOf = ({
  method,
  attendee,
}: Pick<CalendarEvent, 'method' | 'attendee'>): CalendarMethod =>
  method ?? (attendee ? 'request' : 'publish');

const eventLines = (event: CalendarEvent, method: CalendarMethod): readonly string[] => {
  const { standing = method === 'cancel' ? 'cancelled' : 'confirmed' } = event;
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(event.uid)}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTAMP:${inUtc(event.stamp)}`,
    `DTSTART:${inUtc(event.start)}`,
    ...(event.end ? [`DTEND:${inUtc(event.end)}`] : []),
    // Of moments in UTC this is right only because no office here has daylight saving.
    ...((event.days ?? 1) > 1 ? [`RRULE:FREQ=DAILY;COUNT=${event.days}`] : []),
    `STATUS:${standing.toUpperCase()}`,
    ...contentOf(event),
    ...(event.organizer ? [personLine('ORGANIZER', event.organizer)] : []),
    // A published event has no guests (RFC 5546 3.2.1).
    ...(event.attendee && method !== 'publish'
      ? [personLine('ATTENDEE;RSVP=FALSE', event.attendee)]
      : []),
    'END:VEVENT',
  ];
};

const contentOf = ({
  confidential,
  summary,
  location,
  description,
}: CalendarEvent): readonly string[] =>
  confidential
    ? ['SUMMARY:Sibuk', 'CLASS:PRIVATE']
    : [
        `SUMMARY:${escaped(summary)}`,
        ...(location ? [`LOCATION:${escaped(location)}`] : []),
        ...(description ? [`DESCRIPTION:${escaped(description)}`] : []),
      ];

const escaped = (text: string): string =>
  plainLines(text)
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n');

/**
 * A parameter knows no quotes and no backslash (RFC 6868), and readers differ over what they make of either: a double quote
 * becomes a single one, a backslash a slash.
 */
const personLine = (property: string, { name, address }: CalendarPerson): string => {
  const shown = plainLine(name ?? '')
    .replaceAll('"', "'")
    .replaceAll('\\', '/')
    .replaceAll('^', '^^');
  return `${property}${shown === '' ? '' : `;CN="${shown}"`}:mailto:${address}`;
};

const inUtc = (moment: Temporal.Instant): string =>
  moment.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '');

const longestLine = 75;

/** Lines are cut between letters, and go on behind one blank. */
const folded = (line: string): string => {
  let out = '';
  let octets = 0;
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    if (octets + size > longestLine) {
      out += '\r\n ';
      octets = 1;
    }
    out += letter;
    octets += size;
  }
  return out;
};
