/** Requests whose event is over and was served: who is thanked, and asked what its report lacks. */
import { isCalledOff, isLateEntry } from '../../cases/case-facts.ts';
import type { Case } from '../../cases/situation.ts';
import { isOver, isServed } from '../../clock/held.ts';
import { instantOf } from '../../sheet/local-time.ts';
import type { RequestLook } from '../request-look.ts';
import { isMovedBack } from './moved-back.ts';
import { isNew } from './telling.ts';

/** When it ended by its schedule; absent where nobody is to be told anything any more. */
export const endedAt = (subject: Case, look: RequestLook) => {
  const { now } = look.situation;
  const last = subject.request.answers.schedule?.sessions.at(-1);
  const end = last && instantOf(last.end);
  // Of years of events most ended long before.
  if (!isNew(end, look) || isCalledOff(subject) || !isOver(subject, now)) return undefined;
  const isTold = isServed(subject, now) && !isLateEntry(subject) && !isMovedBack(subject, look);
  return isTold && subject.decided.disclosure ? end : undefined;
};
