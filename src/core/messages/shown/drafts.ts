/**
 * The column *Hubungi*: a link that opens a draft on WhatsApp to the requester, with what fits the moment. Nothing is sent by
 * it, so nothing says that it was.
 */
import { recalled } from '../../cases/remembered.ts';
import type { Case } from '../../cases/situation.ts';
import type { Wanted } from '../../columns/shown.ts';
import type { MessageKind, MessageLook, WantedMessage } from '../message-kind.ts';
import { oldNewsLook, type StandingMessage, standingMessages } from '../standing-messages.ts';
import { type DraftWriter, withoutAccess } from './draft-writer.ts';

/** By ticket; none of a request whose draft the program fails over, or about which no rule decided: its cell stays. */
export const requesterDrafts = (
  look: MessageLook,
  kinds: readonly MessageKind[],
  writer: DraftWriter,
): ReadonlyMap<string, Wanted> => {
  const standing = standingMessages(
    oldNewsLook(look),
    kinds.filter(({ audience }) => audience === 'requester'),
  );
  const newest = new Map(
    standing.toReversed().map((each) => [each.message.ticket ?? '', each] as const),
  );
  const drafts = new Map<string, Wanted>();
  for (const subject of look.cases) {
    const found = newest.get(subject.ticket);
    // Without its state nobody can tell that there is nothing to say.
    if (found === undefined && subject.decided.state === undefined) continue;
    try {
      const draft = found && rememberedDraft(found, subject, { look, writer });
      drafts.set(subject.ticket, draft ?? nothingToSay);
    } catch {
      // Its cell stays.
    }
  }
  return drafts;
};

const nothingToSay: Wanted = { content: '', because: 'tidak ada yang perlu disampaikan' };

const rememberedDraft = (
  found: StandingMessage,
  subject: Case,
  { look, writer }: { readonly look: MessageLook; readonly writer: DraftWriter },
): Wanted => {
  const { to, view, because } = found.message;
  return recalled(
    { by: draftOf, of: subject, from: [found.kind, to, view, because, writer.mark] },
    look.situation,
    () => draftOf(found, subject, writer),
  );
};

/** The ticket stands in what people read: a cell that somebody sorted into another row is known by it. */
const draftOf = (
  { kind, message }: StandingMessage,
  subject: Case,
  writer: DraftWriter,
): Wanted => {
  const { to, because } = message;
  const about = `${nameOf(to)}: ${kind.title.toLowerCase()} (${subject.ticket})`;
  if (to.phone === undefined) {
    const content = to.address === undefined ? `Tidak ada nomor untuk menghubungi ${about}` : '';
    return { content, because: 'nomor telepon tidak ada' };
  }
  const url = writer.linkTo(to.phone, writer.textOf(kind, withoutAccess(message, subject)));
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
