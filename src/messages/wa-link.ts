/** A link that opens a WhatsApp draft. Nothing is sent by it, and nobody has checked that the number is on WhatsApp. */
import { readPhone } from '../core/reading/read-phone.ts';
import { longestLink } from '../core/sheet/link-address.ts';
import type { Cell } from '../core/sheet/snapshot.ts';
import { plainLines } from './plain-line.ts';

/**
 * `https://wa.me/6281200001111?text=…` for the mobile number that a cell names; undefined where it names none that can be
 * written to. Of several the first mobile one; a landline cannot have WhatsApp's draft. A long text ends at a word with …,
 * so that the link still fits a cell of a workbook.
 */
export const waLink = (phone: Cell, text: string | null = null): string | undefined => {
  const reading = readPhone(phone);
  if (reading.kind !== 'read' || !canChat(reading.value)) return undefined;
  const address = `https://wa.me/${reading.value}`;
  const draft = plainLines(text ?? '').trim();
  return draft === ''
    ? address
    : `${address}?text=${fitting(draft, longestLink - address.length - '?text='.length)}`;
};

/** An Indonesian number that is mobile; of other countries' numbers nobody can tell. */
const canChat = (number: string): boolean => !number.startsWith('62') || number.startsWith('628');

/** The whole text, or as many of its words as leave the link short enough. */
const fitting = (text: string, room: number): string => {
  const whole = percentEncoded(text);
  if (whole.length <= room) return whole;
  const ellipsis = percentEncoded('…');
  let kept = '';
  let word = '';
  for (const letter of text) {
    if (/\s/.test(letter)) {
      kept += word;
      word = '';
    }
    word += percentEncoded(letter);
    if (kept.length + word.length + ellipsis.length > room) break;
  }
  // One word longer than the room: its beginning says more than nothing.
  return `${kept === '' ? beginning(text, room - ellipsis.length) : kept}${ellipsis}`;
};

const beginning = (text: string, room: number): string => {
  let kept = '';
  for (const letter of text) {
    const next = percentEncoded(letter);
    if (kept.length + next.length > room) break;
    kept += next;
  }
  return kept;
};

/** All but the unreserved letters of RFC 3986: whatever finds links in a text cuts off a `)` or `'` at the end. */
const percentEncoded = (text: string): string =>
  encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
