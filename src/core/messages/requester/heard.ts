/** What a requester has heard of a request so far: what is news, and what a change is a change from. */
import type { Temporal } from 'temporal-polyfill';
import { placesByTicket } from '../../cases/by-ticket.ts';
import { groupBy } from '../../cases/group-by.ts';
import type { Ticket } from '../../cases/ledger-state.ts';
import type { MessageMemory, MessageRecord, MessageView } from '../../cases/messages.ts';
import type { Case } from '../../cases/situation.ts';
import { isBefore } from '../../clock/spans.ts';
import type { MessageKind } from '../message-kind.ts';
import { isSaid } from '../plan-messages.ts';

/** Messages that say whether and how the event takes place; each makes the one before it old. */
const standingKinds: ReadonlySet<string> = new Set([
  'confirmation',
  'change',
  'cancellation',
  'reminder',
]);

/** The last that he heard about whether and how it takes place. */
export const lastWord = (subject: Case, told: MessageMemory): MessageRecord | undefined =>
  heardBy(subject, told).findLast(isStanding);

const isStanding = ({ kind }: MessageRecord): boolean => standingKinds.has(kind);

/** Whether it told him that we serve the event, as it was agreed on then. */
export const saysConfirmed = ({ kind, view }: Pick<MessageRecord, 'kind' | 'view'>): boolean =>
  kind === 'confirmation' || kind === 'reminder' || view['dikonfirmasi'] === true;

/** The last of one kind that he heard. */
export const lastOf = (
  kind: string,
  subject: Case,
  told: MessageMemory,
): MessageRecord | undefined => heardBy(subject, told).findLast((record) => record.kind === kind);

/** Whether a view says something else than what was heard, in one of these names. */
export const isNews = (
  view: MessageView,
  heard: MessageRecord | undefined,
  names: readonly string[],
): boolean =>
  heard === undefined ||
  names.some((name) => JSON.stringify(view[name]) !== JSON.stringify(heard.view[name]));

/**
 * Whether anything named the number of a row that the service made to its requester, or people may have by a draft: something
 * of its own, or a list of all days of its event.
 *
 * @param lists Whether such a list says this number, as it was printed. A draft says what holds when it is opened: until the
 *   row was called off, also this.
 */
export const mayHaveHeardOf = (
  { ticket, request: { answers, staff } }: Case,
  calledOff: Temporal.Instant,
  { told, lists }: { readonly told: MessageMemory; readonly lists: ListedDays },
): boolean => {
  const from = staff.series?.kind === 'made' ? staff.series.from : undefined;
  const isListed = (record: MessageRecord): boolean =>
    record.kind === lists.by.key &&
    record.ticket === from &&
    (record.state.kind === 'by-hand'
      ? !isBefore(calledOff, record.promisedAt)
      : lists.says(record, ticket));
  return [...told.values()]
    .flat()
    .some(
      (record) =>
        record.to.audience === 'requester' &&
        record.to.address === answers.email &&
        mayHaveArrived(record) &&
        (record.ticket === ticket || isListed(record)),
    );
};

export interface ListedDays {
  readonly by: Pick<MessageKind, 'key'>;
  readonly says: (record: Pick<MessageRecord, 'view'>, ticket: Ticket) => boolean;
}

/** One that waits or was withdrawn may have been sent before somebody asked for it once more. */
const mayHaveArrived = ({ state, mails = 0, tries = 0 }: MessageRecord): boolean => {
  switch (state.kind) {
    case 'waiting':
      return mails > 0 && state.why === undefined;
    case 'withdrawn':
      return mails > tries;
    default:
      return true;
  }
};

/** Oldest first. What went to another address he has not heard. */
const heardBy = (
  { ticket, request: { answers } }: Case,
  told: MessageMemory,
): readonly MessageRecord[] => {
  const said = saidByTicket(told).get(ticket);
  return said === undefined ? nothing : said.filter(({ to }) => to.address === answers.email);
};

const nothing: readonly MessageRecord[] = [];

/** Those of which a requester heard anything, whatever his address was, in their order. */
export const casesTold = (cases: readonly Case[], told: MessageMemory): readonly Case[] => {
  const placeOf = placesByTicket(cases);
  return [...saidByTicket(told).keys()]
    .flatMap((ticket) => placeOf(ticket) ?? [])
    .sort((a, b) => a - b)
    .flatMap((place) => cases[place] ?? []);
};

/** Of one memory many requests ask. */
const remembered = new WeakMap<MessageMemory, ReadonlyMap<string, readonly MessageRecord[]>>();

const saidByTicket = (told: MessageMemory): ReadonlyMap<string, readonly MessageRecord[]> => {
  const known = remembered.get(told);
  if (known !== undefined) return known;
  const said = [...told.values()]
    .flat()
    .filter((record) => isSaid(record) && record.to.audience === 'requester')
    .toSorted((a, b) => saidAt(a) - saidAt(b) || promisedAt(a) - promisedAt(b));
  const byTicket = groupBy(said, ({ ticket = '' }) => ticket);
  remembered.set(told, byTicket);
  return byTicket;
};

const saidAt = ({ state }: MessageRecord): number =>
  state.kind === 'sent' || state.kind === 'unsure' ? state.at.epochMilliseconds : 0;

const promisedAt = ({ promisedAt: at }: MessageRecord): number => at.epochMilliseconds;
