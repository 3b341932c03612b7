/** Whether an event has been held, is being held, or has passed without a word, by what the row says. */
import type { Temporal } from 'temporal-polyfill';
import { hasEnded, hasStarted, isLateEntry } from '../cases/case-facts.ts';
import type { Case } from '../cases/situation.ts';
import { compareInstants } from '../cases/watched-now.ts';
import { instantOf } from '../sheet/local-time.ts';
import { isConfirmed, standingConfirmation } from './confirmation.ts';

/** Staff noted something that only somebody who was there can know. */
export const hasTraces = ({ request: { staff } }: Pick<Case, 'request'>): boolean =>
  staff.actualStart !== undefined ||
  staff.actualEnd !== undefined ||
  staff.attended !== undefined ||
  staff.actualLeader !== undefined ||
  staff.incidents !== undefined ||
  staff.recordingResult.kind !== 'unknown';

/**
 * Somebody said that it took place: a trace, an entry made afterwards, or a state chosen by hand. A confirmation alone
 * says what was to be.
 */
export const isToldHeld = (subject: Pick<Case, 'request' | 'moments' | 'handMade'>): boolean =>
  hasTraces(subject) ||
  isLateEntry(subject) ||
  subject.handMade.state === 'Berlangsung' ||
  subject.handMade.state === 'Selesai' ||
  subject.handMade.state === 'Ditutup';

/** We were to serve it or have served it: told so to the requester, noted afterwards, or keyed in late. */
export const isServed = (
  subject: Pick<Case, 'request' | 'moments'>,
  now: Temporal.Instant,
): boolean =>
  isConfirmed(standingConfirmation(subject, now)) || hasTraces(subject) || isLateEntry(subject);

/** Over by the schedule, or because staff noted the end once the last session had begun. */
export const isOver = (subject: Pick<Case, 'request'>, now: Temporal.Instant): boolean => {
  if (hasEnded(subject, now)) return true;
  const { answers, staff } = subject.request;
  const last = answers.schedule?.sessions.at(-1);
  return (
    staff.actualEnd !== undefined &&
    last !== undefined &&
    compareInstants(instantOf(last.start), now) <= 0
  );
};

/** From the first session's start to the last one's end, nights included. */
export const isUnderWay = (subject: Pick<Case, 'request'>, now: Temporal.Instant): boolean =>
  hasStarted(subject, now) && !isOver(subject, now);
