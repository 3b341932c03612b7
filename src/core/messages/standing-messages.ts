/** The messages that are true now, whether they were said, wait, or nobody can be mailed them. */
import type { Temporal } from 'temporal-polyfill';
import { casesByTicket } from '../cases/by-ticket.ts';
import { hasEnded } from '../cases/case-facts.ts';
import { withoutHeld } from '../cases/failures.ts';
import type { Case } from '../cases/situation.ts';
import { compareInstants } from '../cases/watched-now.ts';
import { isBefore } from '../clock/spans.ts';
import type { MessageKind, MessageLook, WantedMessage } from './message-kind.ts';

export interface StandingMessage {
  readonly kind: MessageKind;
  readonly message: WantedMessage;
}

/**
 * Newest first; of one moment the later in the list of kinds. A kind that the program fails over has none: `planMessages`
 * tells of that.
 */
export const standingMessages = (
  look: MessageLook,
  kinds: readonly MessageKind[],
): readonly StandingMessage[] => {
  const { now } = look.situation;
  const cases = withoutHeld(look.cases);
  const given = { ...look, cases };
  const caseOf = casesByTicket(cases);
  return kinds
    .flatMap((kind, order) => messagesOf(kind, given).map((message) => ({ kind, message, order })))
    .filter(({ message }) => isOfNow(message, { now, subject: caseOf.get(message.ticket ?? '') }))
    .sort((a, b) => compareInstants(b.message.notBefore, a.message.notBefore) || b.order - a.order)
    .map(({ kind, message }) => ({ kind, message }));
};

const messagesOf = (kind: MessageKind, look: MessageLook): readonly WantedMessage[] => {
  try {
    const told = kind.holds?.(look) ?? [];
    return [...kind.wants(look), ...told.map(({ facts: _, ...record }) => record)];
  } catch {
    return [];
  }
};

/** What is to be said later is not said yet, and about an event that is over nobody hears old news. */
const isOfNow = (
  { notBefore, notAfter }: WantedMessage,
  { now, subject }: { readonly now: Temporal.Instant; readonly subject: Case | undefined },
): boolean => {
  const isDue = compareInstants(notBefore, now) <= 0;
  const isInTime = notAfter === undefined || compareInstants(now, notAfter) < 0;
  const isAhead = subject !== undefined && !hasEnded(subject, now);
  return (
    isDue && isInTime && (isAhead || isBefore(now, notBefore.add({ hours: 24 * oldNewsDays })))
  );
};

/** What nobody did anything about for so long is not what fits the moment. */
const oldNewsDays = 30;

/** What happened before mail left this desk is asked in WhatsApp all the same. */
export const oldNewsLook = (look: MessageLook): MessageLook => ({
  ...look,
  since: look.situation.now.subtract({ hours: 24 * oldNewsDays }),
});
