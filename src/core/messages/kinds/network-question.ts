/**
 * Tim Kerja Jaringan is asked whether it is ready (A.2.3), once for each schedule and place; whoever was asked about an event
 * that is called off hears that too.
 */
import { hasStarted, isCalledOff, isComplete, isLateEntry } from '../../cases/case-facts.ts';
import { casesThat } from '../../cases/cases-that.ts';
import type { MessageRecord } from '../../cases/messages.ts';
import type { Case, Situation } from '../../cases/situation.ts';
import { latestMoment } from '../../clock/confirmation.ts';
import { headerOf } from '../../columns/request-tab.ts';
import { contactOf } from '../../day/contact.ts';
import { officeWords, requestWords, scheduleWords, withoutLinks } from '../event-words.ts';
import type { MessageKind, MessageLook, WantedMessage } from '../message-kind.ts';
import { isSaid, threadOf } from '../plan-messages.ts';
import { addressed } from '../recipients.ts';
import { isNew, isReceivedSince, settleMinutes, untilStart } from '../requester/telling.ts';
import { sampleEventWords } from '../samples.ts';

export const networkQuestion: MessageKind = {
  key: 'network-question',
  title: 'Koordinasi jaringan',
  audience: 'network',
  template: 'koordinasi-jaringan.txt',
  mustPrint: ['tiket', 'hari', 'waktu', 'tempat', 'batal'],
  sample: {
    ...sampleEventWords,
    peserta: 80,
    kontakTempat: 'Sri Contoh, 081200000001',
    siaran: false,
    lagi: false,
    batal: false,
  },
  wants: (look) =>
    look.situation.desk.settings.networkTeam === undefined
      ? []
      : casesThat(isAskable, look.cases, look.situation).flatMap((subject) =>
          questionAbout(subject, look),
        ),
};

const isAskable = (subject: Case, { now }: Situation): boolean =>
  subject.request.answers.schedule !== undefined &&
  subject.decided.disclosure !== undefined &&
  !hasStarted(subject, now);

const questionAbout = (subject: Case, look: MessageLook): readonly WantedMessage[] => {
  const { situation, told } = look;
  const { networkTeam } = situation.desk.settings;
  const { answers, staff, findings } = subject.request;
  if (networkTeam === undefined) return [];
  const to = addressed(networkTeam, 'network');
  const asked = (
    told.get(threadOf(networkQuestion, { ticket: subject.ticket, to })) ?? []
  ).findLast(isSaid);
  const view = {
    ...officeWords(situation),
    ...requestWords(subject),
    ...scheduleWords(subject),
    peserta: answers.participants ?? '',
    kontakTempat: withoutLinks(contactOf(subject), subject),
    siaran: answers.streaming,
    lagi: asked !== undefined && isOpen(asked) && !sameSchedule(asked, scheduleWords(subject)),
    batal: false,
  };
  const message = (batal: boolean): WantedMessage => ({
    ticket: subject.ticket,
    to,
    view: { ...view, batal },
    facts: { ...scheduleWords(subject), batal },
    notBefore: situation.now,
    settleMinutes: settleMinutes(subject),
    notAfter: untilStart(subject, { from: situation.now, days: 1 }),
    because: batal
      ? 'kegiatan yang sudah ditanyakan tidak dilaksanakan'
      : 'Koordinasi Jaringan kosong',
  });
  if (isCalledOff(subject)) return asked === undefined ? [] : [message(true)];
  const isUnread = findings.some(({ field }) => field === headerOf('network'));
  const isWanted =
    (staff.network === undefined || (staff.network !== 'tidak perlu' && view.lagi)) &&
    !isUnread &&
    answers.serviceKind !== 'link' &&
    isComplete(subject) &&
    !isLateEntry(subject) &&
    (asked !== undefined || isNewsSince(subject, look));
  return isWanted ? [message(false)] : [];
};

/** What stood there before this ledger told anything was asked by people. */
const isNewsSince = (subject: Case, look: MessageLook): boolean => {
  const moved = latestMoment(subject.moments, ['rescheduled']);
  return isReceivedSince(subject, look) || isNew(moved?.at, look);
};

const isOpen = ({ view }: MessageRecord): boolean => view['batal'] !== true;

const sameSchedule = ({ view }: MessageRecord, words: Readonly<Record<string, unknown>>): boolean =>
  Object.entries(words).every(([name, value]) => view[name] === value);
