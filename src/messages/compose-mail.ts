/**
 * One message to one person, as the bytes that will be sent: whoever sends them again sends the same.
 *
 * What people typed never reaches a parser of addresses: the address is read here, the envelope is ours, and names and
 * subjects are encoded wherever a reader could take them for something else (RFC 2047).
 */
import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { readEmail } from '../core/reading/read-email.ts';
import { ServiceError } from '../errors.ts';
import { type CalendarEvent, calendarFile, methodOf } from './calendar-file.ts';
import { plainLine, plainLines } from './plain-line.ts';
import type { Envelope } from './way-out.ts';

export interface Mail {
  /** As it was typed. */
  readonly to: string;
  readonly name?: string;
  readonly subject: string;
  readonly text: string;
  /** An invitation that goes with it. */
  readonly calendar?: CalendarEvent;
  readonly from?: { readonly name?: string; readonly address: string };
  /** Where answers go, when that is not `from`. */
  readonly replyTo?: string;
  /** Without blanks or angle brackets; left out: made from what the message says, so that equal messages are one. */
  readonly messageId?: string;
  /** When it was written; left out: now. */
  readonly date?: Temporal.Instant;
}

export type ComposedMail =
  | {
      readonly kind: 'composed';
      /** The whole message, its lines ended by CRLF. */
      readonly raw: Uint8Array;
      readonly envelope: Envelope;
      /** What a person should look at all the same, as the rest of a sentence; that no second address was written to, say. */
      readonly warnings: readonly string[];
    }
  | {
      readonly kind: 'asked';
      /** Why nobody can be written to, as the rest of a sentence about the address. */
      readonly question: string;
    };

/** @throws SenderAddressError when `from` or `replyTo` is no address: that is a setting, and nobody's slip in a cell. */
export const composeMail = async (mail: Mail): Promise<ComposedMail> => {
  const reading = readEmail(mail.to);
  if (reading.kind !== 'read') {
    return {
      kind: 'asked',
      question:
        reading.kind === 'unsure' ? reading.question : 'tidak dapat dibaca sebagai alamat e-mail.',
    };
  }
  const to = reading.value;
  const from = {
    name: plainLine(mail.from?.name ?? officeName),
    address: ownAddress(mail.from?.address ?? nobody),
  };
  const replyTo = mail.replyTo === undefined ? undefined : ownAddress(mail.replyTo);
  return {
    kind: 'composed',
    raw: await bytesOf(mail, { to, from, ...(replyTo && { replyTo }) }),
    envelope: { from: from.address, to: [to] },
    warnings: reading.warnings,
  };
};

const bytesOf = async (
  mail: Mail,
  { to, from, replyTo }: { readonly to: string; readonly from: Mailbox; readonly replyTo?: string },
): Promise<Uint8Array> => {
  // Loaded only where something is composed: no pass without messages waits for it.
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  const { encodeWord, foldLines } = await import('nodemailer/lib/mime-funcs');
  const id = mail.messageId ?? `${fingerprintOf(mail, to)}@${domainOf(from.address)}`;
  const calendar = mail.calendar && {
    method: methodOf(mail.calendar).toUpperCase(),
    content: calendarFile(mail.calendar),
    filename: 'undangan.ics',
  };
  const composed = new MailComposer({
    from: { name: '', address: from.address },
    to: { name: '', address: to },
    ...(replyTo && { replyTo: { name: '', address: replyTo } }),
    subject: placeholder,
    text: plainLines(mail.text),
    textEncoding: 'quoted-printable',
    ...(calendar && { icalEvent: calendar }),
    messageId: `<${id}>`,
    date: new Date((mail.date ?? Temporal.Now.instant()).epochMilliseconds),
    baseBoundary: createHash('sha256').update(id).digest('hex').slice(0, 24),
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  } as ConstructorParameters<typeof MailComposer>[0]);
  const encoded = (text: string): string => encodeWord(text, 'Q', 52);
  const mailbox = (name: string, address: string): string =>
    name === ''
      ? address
      : `${isPlain(name) ? `"${name.replaceAll(/["\\]/g, '\\$&')}"` : encoded(name)} <${address}>`;
  const subject = plainLine(mail.subject) || officeName;
  return withHeaders(await composed.compile().build(), {
    From: foldLines(`From: ${mailbox(from.name, from.address)}`),
    To: foldLines(`To: ${mailbox(plainLine(mail.name ?? ''), to)}`),
    Subject: foldLines(`Subject: ${isPlain(subject) ? subject : encoded(subject)}`),
  });
};

/** Whether a reader takes these letters for nothing but themselves, and they can be folded at their blanks. */
const isPlain = (text: string): boolean =>
  /^[ -~]*$/.test(text) &&
  !text.includes('=?') &&
  text.split(' ').every(({ length }) => length <= longestWord);

/** With the name of the field before it, a line stays within the 78 octets that it should have (RFC 5322 2.1.1). */
const longestWord = 60;

/** Nodemailer leaves a long word whole and hands on what looks encoded, so these fields are put in place of its own. */
const withHeaders = (
  built: Buffer,
  fields: Readonly<Record<'From' | 'To' | 'Subject', string>>,
): Uint8Array => {
  const end = built.indexOf('\r\n\r\n');
  const ours: ReadonlyMap<string, string> = new Map(Object.entries(fields));
  const head = built
    .subarray(0, end)
    .toString('latin1')
    .split(/\r\n(?![ \t])/)
    .map((field) => ours.get(field.slice(0, field.indexOf(':'))) ?? field);
  return Buffer.concat([Buffer.from(head.join('\r\n'), 'latin1'), built.subarray(end)]);
};

interface Mailbox {
  readonly name: string;
  readonly address: string;
}

export class SenderAddressError extends ServiceError {
  readonly code = 'sender-address';

  constructor() {
    super({
      what: 'The address that messages are sent from, or answered to, is not one plain address.',
      todo: 'Write it as name@domain.',
    });
  }
}

const ownAddress = (typed: string): string => {
  const reading = readEmail(typed);
  if (reading.kind === 'read') return reading.value;
  throw new SenderAddressError();
};

/** Stands for the fields that are written here. */
const placeholder = 'subject';

const officeName = 'Layanan Video Conference';

/** RFC 2606 keeps this name free: no answer to it can reach a stranger. */
const nobody = 'tanpa-balasan@layanan-vicon.invalid';

const domainOf = (address: string): string => address.slice(address.indexOf('@') + 1);

const fingerprintOf = ({ name, subject, text, calendar, date }: Mail, to: string): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        to,
        name,
        subject,
        text,
        calendar && calendarFile(calendar),
        date?.toString(),
      ]),
    )
    .digest('hex')
    .slice(0, 32);
