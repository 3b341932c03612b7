/** Every kind of message, in the order in which Pengaturan names them. */
import type { MessageKind } from '../message-kind.ts';
import { addressRefused } from './address-refused.ts';
import { cancellation } from './cancellation.ts';
import { change } from './change.ts';
import { chase } from './chase.ts';
import { complaintHandler } from './complaint-handler.ts';
import { confirmation } from './confirmation.ts';
import { deadline } from './deadline.ts';
import { duty } from './duty.ts';
import { dutyChange } from './duty-change.ts';
import { dutyReminder } from './duty-reminder.ts';
import { dutyWithdrawn } from './duty-withdrawn.ts';
import { evaluationDue } from './evaluation-due.ts';
import { passRefused, signedOut } from './keeper-trouble.ts';
import { levy } from './levy.ts';
import { networkQuestion } from './network-question.ts';
import { officerChase } from './officer-chase.ts';
import { questions } from './questions.ts';
import { receipt } from './receipt.ts';
import { reminder } from './reminder.ts';
import { seriesDays } from './series-days.ts';
import { shortage } from './shortage.ts';
import { signingQueue } from './signing-queue.ts';
import { thanks } from './thanks.ts';
import { weeklyDigest } from './weekly-digest.ts';

export const messageKinds: readonly MessageKind[] = [
  receipt,
  seriesDays,
  questions,
  confirmation,
  shortage,
  change,
  cancellation,
  reminder,
  thanks,
  chase,
  duty,
  dutyChange,
  dutyWithdrawn,
  dutyReminder,
  officerChase,
  deadline,
  networkQuestion,
  signingQueue,
  weeklyDigest,
  levy,
  complaintHandler,
  evaluationDue,
  passRefused,
  signedOut,
  addressRefused,
];
