/** Requests whose event is over and was served: who is thanked, and asked what its report lacks. */
import { isCalledOff, isLateEntry } from '../../cases/case-facts.ts';
import type { Case } from '../../cases/situation.ts';
import { isOver, isServed } from '../../clock/held.ts';
import type { RequestLook } from '../request-look.ts';
import { isMovedBack } from './moved-back.ts';
import { isNew } from './telling.ts';

/** When it ended by its schedule; absent where nobody is to be told anything any more. */
export const endedAt = (subject: Case, look: RequestLook) => {
  const { now } = look.situation;
  const end = subject.request.answers.schedule?.sessions.at(-1)?.end.toInstant();
  const isDone = isOver(subject, now) && isServed(subject, now) && !isCalledOff(subject);
  const isTold = isNew(end, look) && !isLateEntry(subject) && !isMovedBack(subject, look);
  return isDone && isTold && subject.decided.disclosure ? end : undefined;
};
