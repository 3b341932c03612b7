/**
 * The column *Hubungi*: a link that opens a draft on WhatsApp to the requester, with what fits the moment. Nothing is sent by
 * it, so nothing says that it was.
 */
import type { MessageView } from '../cases/messages.ts';
import type { Case } from '../cases/situation.ts';
import type { Wanted } from '../columns/shown.ts';
import type { MessageKind, MessageLook, WantedMessage } from './message-kind.ts';
import { oldNewsDays, type StandingMessage, standingMessages } from './standing-messages.ts';

/** The link that opens a draft with the text of a message; `undefined` where its number cannot have one. */
export type WriteDraft = (
  kind: MessageKind,
  message: Pick<WantedMessage, 'view' | 'to'>,
) => string | undefined;

/** By ticket; a request whose draft the program fails over has none. */
export const requesterDrafts = (
  look: MessageLook,
  kinds: readonly MessageKind[],
  write: WriteDraft,
): ReadonlyMap<string, Wanted> => {
  const standing = standingMessages(
    // Told by mail or not: what happened before mail left this desk is asked in WhatsApp all the same.
    { ...look, since: look.situation.now.subtract({ hours: 24 * oldNewsDays }) },
    kinds.filter(({ audience }) => audience === 'requester'),
  );
  const newest = new Map(
    standing.toReversed().map((each) => [each.message.ticket ?? '', each] as const),
  );
  return new Map(
    look.cases.flatMap((subject) => {
      const found = newest.get(subject.ticket);
      try {
        const wanted = found === undefined ? nothingToSay : draftOf(found, subject, write);
        return [[subject.ticket, wanted] as const];
      } catch {
        return [];
      }
    }),
  );
};

const nothingToSay: Wanted = { content: '', because: 'tidak ada yang perlu disampaikan' };

/** The ticket stands in what people read: a cell that somebody sorted into another row is known by it. */
const draftOf = (
  { kind, message: { to, view, because } }: StandingMessage,
  subject: Case,
  write: WriteDraft,
): Wanted => {
  const about = `${nameOf(to)} (${subject.ticket}): ${kind.title.toLowerCase()}`;
  if (to.phone === undefined) {
    const content = to.address === undefined ? `Tidak ada nomor untuk menghubungi ${about}` : '';
    return { content, because: 'nomor telepon tidak ada' };
  }
  const url = write(kind, { to, view: withoutAccess(view, subject) });
  return url === undefined
    ? { content: `Telepon ${nationalNumber(to.phone)}, ${about}`, because }
    : { content: { kind: 'link', url, text: `WhatsApp ${about}` }, because };
};

const nameOf = ({ name }: WantedMessage['to']): string => {
  const typed = (name ?? '').replaceAll(/\s+/g, ' ').trim();
  return typed === '' ? 'pemohon' : typed.length > 40 ? `${typed.slice(0, 39).trim()}…` : typed;
};

const nationalNumber = (phone: string): string =>
  phone.startsWith('62') ? phone.replace(/^62/, '0') : `+${phone}`;

/**
 * Who has link and passcode can enter. A draft stands in the cell, in the address and in the browser's history, so it
 * prints neither, whatever its text asks for.
 */
const withoutAccess = (view: MessageView, { request: { staff } }: Case): MessageView => {
  const secrets = [staff.meetingLink, staff.meetingId].flatMap((secret) => {
    const bare = secret?.trim() ?? '';
    return bare === '' ? [] : [bare];
  });
  const isSecret = (text: string): boolean =>
    secrets.some((secret) => text.includes(secret)) || meetingAddress.test(text);
  const bared = (value: unknown): unknown => {
    if (typeof value === 'string') return isSecret(value) ? '' : value;
    if (Array.isArray(value)) return value.map(bared);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, bared(each)]));
  };
  return bared(view) as MessageView;
};

const meetingAddress =
  /\b(?:zoom\.us|meet\.google\.com|teams\.(?:microsoft|live)\.com|webex\.com)\b/i;
