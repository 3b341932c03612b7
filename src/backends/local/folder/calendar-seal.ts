/** The seal of a calendar file: a line of its own, over all the others, that programs which read calendars pass over. */
import { createHash } from 'node:crypto';

const property = 'X-LAYANAN-VICON';
const end = 'END:VCALENDAR\r\n';

export const isCalendar = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, 15)).toString('latin1') === 'BEGIN:VCALENDAR';

/** @param words What is to be noted, given what its lines hash to; none with a line's end in it. */
export const withCalendarNote = (
  bytes: Uint8Array,
  words: (digest: string) => string,
): Uint8Array => {
  const text = withoutNote(Buffer.from(bytes).toString());
  const at = text.lastIndexOf(end);
  if (at < 0) return bytes;
  const note = folded(`${property}:${words(digestOf(text))}`);
  return Buffer.from(`${text.slice(0, at)}${note}\r\n${text.slice(at)}`);
};

/** What was noted, and what the other lines hash to now; `undefined` where nothing was. */
export const calendarNote = (
  bytes: Uint8Array,
): { readonly note: string; readonly digest: string } | undefined => {
  const text = Buffer.from(bytes).toString();
  const note = pattern.exec(text)?.[1]?.replaceAll(/\r\n[ \t]/g, '');
  return note === undefined ? undefined : { note, digest: digestOf(withoutNote(text)) };
};

/** With the lines that it goes on in. */
const pattern = new RegExp(`^${property}:(.*(?:\\r\\n[ \\t].*)*)\\r\\n`, 'm');

const withoutNote = (text: string): string => text.replace(pattern, '');

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The note is plain ASCII but for a name in its key, so no letter is cut when few stand in a line. */
const folded = (line: string): string => (line.match(/.{1,36}/gu) ?? []).join('\r\n ');
