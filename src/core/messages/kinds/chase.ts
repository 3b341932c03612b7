/**
 * What the report still lacks and the requester knows, asked once more on the next working morning; what is missing then
 * stands in the digest (A.2.8).
 */
import type { Temporal } from 'temporal-polyfill';
import type { Case } from '../../cases/situation.ts';
import type { MessageKind } from '../message-kind.ts';
import { toldKinds } from '../muted-kinds.ts';
import { threadOf } from '../plan-messages.ts';
import { requesterOf } from '../recipients.ts';
import type { RequestLook } from '../request-look.ts';
import { aboutRequests, type Telling, tell } from '../requester/about-requests.ts';
import { endedAt } from '../requester/after-event.ts';
import { nextMorning } from '../requester/telling.ts';
import { afterEventWords, sampleAfterEvent, thanks } from './thanks.ts';

export const chase: MessageKind = {
  key: 'chase',
  title: 'Permintaan isian laporan',
  audience: 'requester',
  template: 'isian-laporan.txt',
  mustPrint: ['tiket', 'pertanyaan'],
  sample: sampleAfterEvent,
  ...aboutRequests((subject, look) => chaseAbout(subject, look)),
};

const chaseAbout = (subject: Case, look: RequestLook): Telling | undefined => {
  const end = endedAt(subject, look);
  const asked = end && firstAsked(subject, look, end);
  if (asked === undefined) return undefined;
  const view = afterEventWords(subject, look);
  if (view.pertanyaan.length === 0) return undefined;
  const notBefore = nextMorning(asked, look.situation);
  return tell({
    ticket: subject.ticket,
    to: requesterOf(subject),
    view,
    isOnce: true,
    notBefore,
    notAfter: notBefore.add({ hours: 24 * staleDays }),
    because: 'isian laporan masih kurang',
  });
};

const staleDays = 4;

/** When the thanks went out with the first question; the end of the event where none goes out; absent while it is to come. */
const firstAsked = (
  subject: Case,
  { told, situation: { desk } }: RequestLook,
  end: Temporal.Instant,
): Temporal.Instant | undefined => {
  const thread = threadOf(thanks, { ticket: subject.ticket, to: requesterOf(subject) });
  const state = told.get(thread)?.findLast((each) => each.state.kind !== 'withdrawn')?.state;
  const isMuted = toldKinds([thanks], desk.settings).length === 0;
  switch (state?.kind) {
    case 'sent':
    case 'unsure':
      return state.at;
    case 'failed':
    case 'by-hand':
      return end;
    default:
      return isMuted ? end : undefined;
  }
};
