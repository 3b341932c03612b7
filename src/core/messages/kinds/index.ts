/** Every kind of message, in the order in which Pengaturan names them. */
import type { MessageKind } from '../message-kind.ts';
import { cancellation } from './cancellation.ts';
import { change } from './change.ts';
import { chase } from './chase.ts';
import { confirmation } from './confirmation.ts';
import { questions } from './questions.ts';
import { receipt } from './receipt.ts';
import { reminder } from './reminder.ts';
import { shortage } from './shortage.ts';
import { thanks } from './thanks.ts';

export const messageKinds: readonly MessageKind[] = [
  receipt,
  questions,
  confirmation,
  shortage,
  change,
  cancellation,
  reminder,
  thanks,
  chase,
];
