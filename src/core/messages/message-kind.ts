/** What a kind of message is: one object that says all of it, so that adding one is that object and its text. */
import type { Temporal } from 'temporal-polyfill';
import type { AwaitedSignature } from '../approval/awaited-signature.ts';
import type { Ticket } from '../cases/ledger-state.ts';
import type {
  Audience,
  Invitation,
  MessageMemory,
  MessageRecord,
  MessageView,
  Recipient,
} from '../cases/messages.ts';
import type { Case, Situation } from '../cases/situation.ts';
import type { AnswerForm } from './answer-link.ts';
import type { Trouble } from './troubles.ts';

export interface MessageKind {
  /** First part of the key of each of its messages. */
  readonly key: string;
  /** As Pesan and Pengaturan call it. */
  readonly title: string;
  readonly audience: Audience;
  /** File in `templates/pesan/`. */
  readonly template: string;
  /** Goes before others where not all can go, and outside the ordinary hours too, but never at night. */
  readonly isUrgent?: true;
  /** Names without which the text would not say what it is for. */
  readonly mustPrint: readonly string[];
  /** An invented, ordinary view: what a text is judged by. */
  readonly sample: MessageView;
  /** Those that should have been said by now, or are to be said later; all that are still true, sent or not. */
  readonly wants: (look: MessageLook) => readonly WantedMessage[];
  /** Of what was handed over, that which is true still although it is wanted no more: none unless given. */
  readonly holds?: (look: MessageLook) => readonly MessageRecord[];
}

export interface MessageLook {
  /** As the rules decided. */
  readonly cases: readonly Case[];
  readonly situation: Situation;
  /** What was said and promised before. */
  readonly told: MessageMemory;
  /** Since when this ledger sends: what happened before is old news, or was told by a ledger that is lost. */
  readonly since: Temporal.Instant;
  /** Where people say how an event went; absent where the desk has no form for it. */
  readonly answerForm?: AnswerForm;
  /** Documents that wait for a signature. */
  readonly queue?: readonly AwaitedSignature[];
  /** What keeps the service from its work. */
  readonly troubles?: readonly Trouble[];
}

export interface WantedMessage {
  /** What it is about within its kind: the ticket, unless given. */
  readonly subject?: string;
  readonly ticket?: Ticket;
  readonly to: Recipient;
  readonly view: MessageView;
  /** What makes it another message when it changes; all of the view unless given. The address always counts. */
  readonly facts?: MessageView;
  /** Once it was said to this address nothing makes it another; until then it is told as it is by then. */
  readonly isOnce?: true;
  readonly invitation?: Invitation;
  readonly notBefore: Temporal.Instant;
  /** Once it is promised it waits so long, so that whoever mistyped something can mend it. */
  readonly settleMinutes?: number;
  readonly notAfter?: Temporal.Instant;
  /** In the words of the staff. */
  readonly because: string;
}
