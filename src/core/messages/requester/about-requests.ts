/** Kinds of messages of which each request has at most one: what is to be told of it now, or what still holds of what was told. */
import type { MessageRecord } from '../../cases/messages.ts';
import type { Case } from '../../cases/situation.ts';
import { onceFor } from '../../sheet/once-for.ts';
import type { MessageKind, MessageLook, WantedMessage } from '../message-kind.ts';
import { leavingBeside, type RequestLook, wordsAbout } from '../request-look.ts';

export type Telling =
  | { readonly kind: 'tell'; readonly message: WantedMessage }
  | { readonly kind: 'told'; readonly heard: MessageRecord };

export const tell = (message: WantedMessage): Telling => ({ kind: 'tell', message });

/** It was told, and says what is true. */
export const asTold = (heard: MessageRecord): Telling => ({ kind: 'told', heard });

export const aboutRequests = (
  wordOn: (subject: Case, look: RequestLook) => Telling | undefined,
): Required<Pick<MessageKind, 'wants' | 'holds'>> => {
  const wordsOn = (subject: Case, look: RequestLook): readonly Telling[] => {
    const word = wordOn(subject, look);
    return word === undefined ? [] : [word];
  };
  /** What is wanted and what holds is asked of one look in turn. */
  const wordsIn = onceFor((look: MessageLook) => wordsAbout(look, wordsOn));
  return {
    wants: (look) =>
      wordsIn(look).flatMap((word) =>
        word.kind === 'tell' ? [leavingBeside(word.message, look.situation.now)] : [],
      ),
    holds: (look) => wordsIn(look).flatMap((word) => (word.kind === 'told' ? [word.heard] : [])),
  };
};
