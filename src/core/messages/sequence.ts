/** Which edition of a calendar entry an invitation is: readers pass over one that is older than what they have. */
import { Temporal } from 'temporal-polyfill';
import { receivedAt } from '../cases/case-facts.ts';
import type { Ticket } from '../cases/ledger-state.ts';
import type { Invitation } from '../cases/messages.ts';
import { isBefore } from '../clock/spans.ts';
import type { MessageLook } from './message-kind.ts';

/**
 * Counted over all kinds: a duty and its withdrawal are about one entry in one calendar. Of a request from before this ledger
 * told anything, a ledger that is lost may have sent any number of them; no desk sends one an hour about one event, so the
 * hours until this ledger began lie above all of those.
 */
export const sequenceOf = (
  { uid }: Pick<Invitation, 'uid'>,
  {
    ticket,
    look: { cases, told, since },
  }: {
    readonly ticket: Ticket | undefined;
    readonly look: Pick<MessageLook, 'cases' | 'told' | 'since'>;
  },
): number => {
  const before = [...told.values()].flat().filter(({ invitation }) => invitation?.uid === uid);
  const subject = cases.find((each) => each.ticket === ticket);
  const received = subject && receivedAt(subject);
  const isOlder = received !== undefined && isBefore(received, since);
  const latest = before.map(({ invitation }) => invitation?.sequence ?? 0);
  // An entry that moved on to a request of this ledger may have begun with one from before it.
  return Math.max(
    before.length + (isOlder ? Math.floor(firstYear.until(since).total('hours')) : 0),
    ...latest.map((each) => each + 1),
  );
};

const firstYear = Temporal.Instant.from('2026-01-01T00:00Z');
