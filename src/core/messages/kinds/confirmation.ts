/** The requester hears that the event is served: when, where, who comes, and by which meeting (A.2.2, A.2.6). */
import { isCalledOff } from '../../cases/case-facts.ts';
import type { Case } from '../../cases/situation.ts';
import {
  isConfirmed,
  isUndated,
  latestMoment,
  standingConfirmation,
} from '../../clock/confirmation.ts';
import { earlier, isBefore } from '../../clock/spans.ts';
import type { MessageKind } from '../message-kind.ts';
import { requesterOf } from '../recipients.ts';
import type { RequestLook } from '../request-look.ts';
import { aboutRequests, asTold, type Telling, tell } from '../requester/about-requests.ts';
import { agreedWords } from '../requester/agreed.ts';
import { lastWord, saysConfirmed } from '../requester/heard.ts';
import { requesterInvitation } from '../requester/invitations.ts';
import { newsOf } from '../requester/news.ts';
import { isAhead, isReceivedSince, settleMinutes, untilStart } from '../requester/telling.ts';
import { sampleAgreedWords } from '../samples.ts';

export const confirmation: MessageKind = {
  key: 'confirmation',
  title: 'Konfirmasi',
  audience: 'requester',
  template: 'konfirmasi.txt',
  mustPrint: ['tiket', 'hari', 'waktu', 'tempat', 'petugas', 'tautan'],
  sample: sampleAgreedWords,
  ...aboutRequests((subject, look) => confirmationOf(subject, look)),
};

const confirmationOf = (subject: Case, look: RequestLook): Telling | undefined => {
  const { situation, told } = look;
  const { now } = situation;
  if (!isAhead(subject, look) || isCalledOff(subject)) return undefined;
  if (subject.request.answers.schedule === undefined) return undefined;
  if (!isConfirmed(standingConfirmation(subject, now))) return undefined;
  const heard = lastWord(subject, told);
  if (heard === undefined && !isConfirmedSince(subject, look)) return undefined;
  if (heard !== undefined && saysConfirmed(heard))
    return heard.kind === confirmation.key && newsOf(subject, heard, situation) === undefined
      ? asTold(heard)
      : undefined;
  const view = agreedWords(subject, situation);
  const invitation = requesterInvitation(subject, { method: 'request', view });
  return tell({
    ticket: subject.ticket,
    to: requesterOf(subject),
    view,
    // Who heard of a change or a cancellation hears of the confirmation again, also where it says the same.
    facts: { ...view, setelah: heard?.key ?? '' },
    ...(invitation && { invitation }),
    notBefore: earlier(latestMoment(subject.moments, ['confirmed'])?.at ?? now, now),
    settleMinutes: settleMinutes(subject),
    notAfter: untilStart(subject, { from: now, days: 1 }),
    because: 'dikonfirmasi petugas',
  });
};

/** What stood confirmed before this ledger told anything was told by people. */
const isConfirmedSince = (subject: Case, look: RequestLook): boolean => {
  if (isReceivedSince(subject, look)) return true;
  const confirmed = latestMoment(subject.moments, ['confirmed']);
  return confirmed !== undefined && !isUndated(confirmed) && isBefore(look.since, confirmed.at);
};
