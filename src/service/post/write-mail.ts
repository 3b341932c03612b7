/** Makes the bytes of one mail from the messages that it carries. */
import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { MessageRecord } from '../../core/cases/messages.ts';
import type { ChosenMail } from '../../core/messages/sending/choose-mail.ts';
import type { CalendarEvent } from '../../messages/calendar-file.ts';
import { type ComposedMail, composeMail } from '../../messages/compose-mail.ts';
import type { Texts } from '../../messages/text-shelf.ts';
import type { MessageText } from '../../messages/text-template.ts';
import type { Post } from './post-parts.ts';

export interface WrittenMail {
  readonly id: string;
  readonly composed: ComposedMail;
}

export const writeMail = async (
  { address, messages }: ChosenMail,
  {
    texts,
    post,
    team,
    mark,
    now,
  }: {
    readonly texts: Texts;
    readonly post: Post;
    /** Whose name stands before the sender's address unless the settings say. */
    readonly team: string;
    /** Keeps the ids of desks apart that send from one domain. */
    readonly mark: string;
    readonly now: Temporal.Instant;
  },
): Promise<WrittenMail> => {
  const [first] = messages;
  const id = idOf(first);
  const sender = post.from?.address ?? nobody;
  const domain = sender.slice(sender.indexOf('@') + 1);
  const { subject, text } = inOneMail(
    messages.map(({ kind, view, to }) => texts.render(kind, { view, to })),
    messages,
  );
  const calendar = calendarOf(first, {
    organizer: { name: team, address: sender },
    domain,
    address,
  });
  const composed = await composeMail({
    to: address,
    ...(first.to.name !== undefined && { name: first.to.name }),
    subject,
    text,
    ...(calendar && { calendar }),
    from: { name: post.from?.name ?? team, address: sender },
    ...(post.replyTo !== undefined && { replyTo: post.replyTo }),
    messageId: `${id}.${mark}@${domain}`,
    date: now,
  });
  return { id, composed };
};

/** RFC 2606 keeps this name free: no answer to it can reach a stranger. */
const nobody = 'tanpa-balasan@layanan-vicon.invalid';

/** Kind, ticket and number for whoever looks at it; no name of a person, and yet no other message's. */
const idOf = ({ key, kind, ticket, number, mails = 0 }: MessageRecord): string =>
  [
    kind.replaceAll(/[^A-Za-z0-9-]/g, '-').slice(0, 30),
    ticket ?? 'desk',
    number,
    createHash('sha256').update(key).digest('hex').slice(0, 12),
    ...(mails > 0 ? [mails + 1] : []),
  ].join('.');

const inOneMail = (
  texts: readonly MessageText[],
  messages: readonly MessageRecord[],
): Pick<MessageText, 'subject' | 'text'> => {
  const [only, ...others] = texts;
  if (only !== undefined && others.length === 0) return only;
  const tickets = [...new Set(messages.flatMap(({ ticket }) => ticket ?? []))];
  const about = tickets.length === 1 ? tickets[0] : 'Layanan Video Conference';
  const rule = '-'.repeat(40);
  return {
    subject: `${about} – ${texts.length} pemberitahuan`,
    text: [
      `Surel ini memuat ${texts.length} pemberitahuan:`,
      ...texts.map(({ subject }, index) => `${index + 1}. ${subject}`),
      ...texts.flatMap(({ subject, text }, index) => [
        '',
        rule,
        `${index + 1}. ${subject}`,
        '',
        text.trim(),
      ]),
      '',
    ].join('\n'),
  };
};

const calendarOf = (
  { invitation, promisedAt, to }: MessageRecord,
  {
    organizer,
    domain,
    address,
  }: {
    readonly organizer: NonNullable<CalendarEvent['organizer']>;
    readonly domain: string;
    readonly address: string;
  },
): CalendarEvent | undefined => {
  if (invitation === undefined) return undefined;
  const { uid, sequence, start, end, days, summary, location, description, confidential, method } =
    invitation;
  return {
    uid: `${uid}@${domain}`,
    sequence,
    stamp: promisedAt,
    start: Temporal.Instant.from(start),
    ...(end !== undefined && { end: Temporal.Instant.from(end) }),
    ...(days !== undefined && { days }),
    summary,
    ...(location !== undefined && { location }),
    ...(description !== undefined && { description }),
    organizer,
    attendee: { ...(to.name !== undefined && { name: to.name }), address },
    method,
    confidential,
  };
};
