/** The event is not served, or not at that time: refused, called off, to be moved, or not held. */
import type { Temporal } from 'temporal-polyfill';
import { isCalledOff } from '../../cases/case-facts.ts';
import type { Case } from '../../cases/situation.ts';
import { isUndated, latestMoment } from '../../clock/confirmation.ts';
import { isBefore } from '../../clock/spans.ts';
import { officeWords, requestWords, scheduleWords, withoutLinks } from '../event-words.ts';
import type { MessageKind } from '../message-kind.ts';
import { toldKinds } from '../muted-kinds.ts';
import { isWaiting, threadOf } from '../plan-messages.ts';
import { requesterOf } from '../recipients.ts';
import type { RequestLook } from '../request-look.ts';
import { aboutRequests, asTold, type Telling, tell } from '../requester/about-requests.ts';
import { lastWord, mayHaveHeardOf } from '../requester/heard.ts';
import { lastRequesterInvitation, requesterInvitation } from '../requester/invitations.ts';
import { isAhead, isReceivedSince, settleMinutes, untilStart } from '../requester/telling.ts';
import { moveWords } from '../requester/told-of-move.ts';
import { sampleEventWords } from '../samples.ts';
import { listsTicket, seriesDays } from './series-days.ts';

export const cancellation: MessageKind = {
  key: 'cancellation',
  title: 'Pembatalan',
  audience: 'requester',
  template: 'pembatalan.txt',
  isUrgent: true,
  mustPrint: ['tiket', 'ditolak', 'dibatalkan', 'dijadwalkanUlang', 'tidakTerlaksana', 'alasan'],
  sample: {
    ...sampleEventWords,
    ditolak: true,
    dibatalkan: false,
    dijadwalkanUlang: false,
    tidakTerlaksana: false,
    nomorBaru: '',
    hariBaru: '',
    waktuBaru: '',
    tempatBaru: '',
    alasan: 'Semua petugas bertugas pada waktu yang sama',
    alasanTertutup: false,
  },
  ...aboutRequests((subject, look) => cancellationOf(subject, look)),
};

const cancellationOf = (subject: Case, look: RequestLook): Telling | undefined => {
  const { situation, told } = look;
  const called = calledOffSince(subject, look);
  if (called === undefined || !isAhead(subject, look)) return undefined;
  if (isUnheard(subject, called, look)) return undefined;
  const heard = lastWord(subject, told);
  const how = howCalledOff(subject);
  if (heard?.kind === 'cancellation' && isSameWay(heard.view, how)) return asTold(heard);
  const view = {
    ...officeWords(situation),
    ...requestWords(subject),
    ...scheduleWords(subject),
    ...how,
    ...(subject.movedTo && { nomorBaru: subject.movedTo, ...moveWords(subject, look) }),
    ...reasonWords(subject),
  };
  // An entry in his calendar is taken back where there is one.
  const invitation =
    lastRequesterInvitation(subject, told)?.method === 'request'
      ? requesterInvitation(subject, { method: 'cancel', view })
      : undefined;
  return tell({
    ticket: subject.ticket,
    to: requesterOf(subject),
    view,
    facts: { ...view, setelah: heard?.key ?? '' },
    ...(invitation && { invitation }),
    notBefore: called,
    settleMinutes:
      subject.request.staff.reason === undefined && subject.movedTo === undefined
        ? reasonMinutes
        : settleMinutes(subject),
    notAfter: untilStart(subject, { from: called, days: staleDays }),
    because: `Status ${subject.handMade.state}`,
  });
};

/** A day of an event that comes again whose number we would have named, and nobody heard of. */
const isUnheard = (
  subject: Case,
  called: Temporal.Instant,
  { told, situation, since }: RequestLook,
): boolean =>
  subject.request.staff.series?.kind === 'made' &&
  isReceivedSince(subject, { since }) &&
  toldKinds([seriesDays], situation.desk.settings).length > 0 &&
  !mayHaveHeardOf(subject, called, {
    told,
    lists: { by: seriesDays, says: listsTicket },
  }) &&
  // A list that is sent once more names the day no longer, to one who heard of it by the first.
  !(
    told.get(threadOf(cancellation, { ticket: subject.ticket, to: requesterOf(subject) })) ?? []
  ).some(isWaiting);

/** The requester is told, or was, as which request it goes on. */
export const isToldOfMove = (subject: Case, look: RequestLook): boolean => {
  const telling = cancellationOf(subject, look);
  const said = telling?.kind === 'tell' ? telling.message : telling?.heard;
  return subject.movedTo !== undefined && said?.view['nomorBaru'] === subject.movedTo;
};

/** Staff are asked for a reason; it is worth a wait. */
const reasonMinutes = 60;
const staleDays = 7;

/** What was called off before this ledger told anything was told by people, unless he has heard of it from us. */
const calledOffSince = (subject: Case, { since, told }: RequestLook) => {
  if (!isCalledOff(subject)) return undefined;
  const called = latestMoment(subject.moments, ['refused', 'cancelled']);
  if (called === undefined) return undefined;
  const isNews = !isUndated(called) && isBefore(since, called.at);
  return isNews || lastWord(subject, told) !== undefined ? called.at : undefined;
};

const howCalledOff = ({ handMade: { state } }: Case) => ({
  ditolak: state === 'Ditolak',
  dibatalkan: state === 'Dibatalkan',
  dijadwalkanUlang: state === 'Dijadwalkan Ulang',
  tidakTerlaksana: state === 'Tidak Terlaksana',
});

const isSameWay = (
  heard: Readonly<Record<string, unknown>>,
  how: ReturnType<typeof howCalledOff>,
): boolean => Object.entries(how).every(([name, is]) => heard[name] === is);

/** What staff write about a confidential event may name what it is about (clause I). */
const reasonWords = (subject: Case) => {
  const { answers, staff } = subject.request;
  const isClosed = answers.sensitivity === 'rahasia';
  return {
    alasan: isClosed ? '' : withoutLinks(staff.reason ?? '', subject).replace(/[\s.]+$/, ''),
    alasanTertutup: isClosed && staff.reason !== undefined,
  };
};
