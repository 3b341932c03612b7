/** What a requester has heard of a request so far: what is news, and what a change is a change from. */
import { groupBy } from '../../cases/group-by.ts';
import type { MessageMemory, MessageRecord, MessageView } from '../../cases/messages.ts';
import type { Case } from '../../cases/situation.ts';
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
  heardBy(subject, told).findLast(({ kind }) => standingKinds.has(kind));

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

/** Oldest first. What went to another address he has not heard. */
const heardBy = (
  { ticket, request: { answers } }: Case,
  told: MessageMemory,
): readonly MessageRecord[] =>
  (saidByTicket(told).get(ticket) ?? []).filter(({ to }) => to.address === answers.email);

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
