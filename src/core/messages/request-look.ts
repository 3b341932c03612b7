/**
 * What is said of one request, remembered from pass to pass: it rests on the request, on what was heard and since when, and,
 * where an event was ever moved, on all those that were.
 */
import type { Temporal } from 'temporal-polyfill';
import type { Ticket } from '../cases/ledger-state.ts';
import { recalled } from '../cases/remembered.ts';
import type { Case } from '../cases/situation.ts';
import { momentMark, watchedBeside } from '../cases/watched-now.ts';
import type { MessageLook, WantedMessage } from './message-kind.ts';

/** What words about one request may look at; the cases are those of moved events, and none beside any other. */
export type RequestLook = Omit<MessageLook, 'queue' | 'troubles'>;

export const recalledAbout = <T>(
  { by, subject }: { readonly by: object; readonly subject: Case },
  { cases, situation, since, told, answerForm }: MessageLook,
  make: (look: RequestLook) => T,
): T => {
  const moved = movedEvents(cases, told);
  const beside = moved.tickets.has(subject.ticket) ? moved.cases : [];
  const form = answerForm && { answerForm };
  const within = situation.remembered?.same(`heard ${momentMark(since)}`, { told, answerForm });
  const what = { by, of: subject, from: beside, ...(within && { within }) };
  return recalled(what, situation, (then) =>
    make({
      cases: beside,
      situation: then,
      told,
      since: watchedBeside(since, then.now),
      ...form,
    }),
  );
};

/** What leaves as long before or after the pass as it did when it was made: one that was remembered leaves by the present pass. */
export const leavingBeside = (message: WantedMessage, now: Temporal.Instant): WantedMessage => ({
  ...message,
  notBefore: watchedBeside(message.notBefore, now),
  ...(message.notAfter && { notAfter: watchedBeside(message.notAfter, now) }),
});

interface MovedEvents {
  readonly told: MessageLook['told'];
  readonly tickets: ReadonlySet<Ticket>;
  readonly cases: readonly Case[];
}

/** The same for all words of a look. */
const movedBefore = new WeakMap<readonly Case[], MovedEvents>();

/** Events that go on as another, or did when an officer heard of them (`nomorAwal`, as `duty-lines.ts` tells it). */
const movedEvents = (cases: readonly Case[], told: MessageLook['told']): MovedEvents => {
  const known = movedBefore.get(cases);
  if (known?.told === told) return known;
  const tickets = new Set([
    ...cases.flatMap(({ ticket, movedTo, moveAnswer }) => [
      ...(movedTo === undefined ? [] : [ticket, movedTo]),
      ...(moveAnswer?.kind === 'moved' ? [ticket, ...moveAnswer.from] : []),
    ]),
    ...[...told.values()].flat().flatMap(({ ticket, view }) => {
      const other = view['nomorAwal'];
      return ticket === undefined || typeof other !== 'string' ? [] : [ticket, other];
    }),
  ]);
  const moved = { told, tickets, cases: cases.filter(({ ticket }) => tickets.has(ticket)) };
  movedBefore.set(cases, moved);
  return moved;
};
