/** Requests whose event is over and was served: who is thanked, and asked what its report lacks. */
import { isCalledOff, isLateEntry } from '../cases/case-facts.ts';
import type { Case } from '../cases/situation.ts';
import { isOver, isServed } from '../clock/held.ts';
import type { MessageLook } from './message-kind.ts';
import { isNew } from './telling.ts';

/** When it ended by its schedule; absent where nobody is to be told anything any more. */
export const endedAt = (subject: Case, look: MessageLook) => {
  const { now } = look.situation;
  const end = subject.request.answers.schedule?.sessions.at(-1)?.end.toInstant();
  const isDone = isOver(subject, now) && isServed(subject, now) && !isCalledOff(subject);
  return isDone && isNew(end, look) && !isLateEntry(subject) && subject.decided.disclosure
    ? end
    : undefined;
};
