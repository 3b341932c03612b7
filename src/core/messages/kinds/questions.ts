/**
 * All that the request lacks or leaves unclear, at once, and how to mend it (A.1).
 *
 * Asked again only when something new turns up, or when it was whole in between; that some of it was mended is no news to
 * whoever mended it. Who filed the form again is not asked about the first one any more.
 */
import { isCalledOff } from '../../cases/case-facts.ts';
import type { Ticket } from '../../cases/ledger-state.ts';
import type { MessageRecord } from '../../cases/messages.ts';
import type { Case, Situation } from '../../cases/situation.ts';
import { isConfirmed, latestMoment, standingConfirmation } from '../../clock/confirmation.ts';
import { isBefore } from '../../clock/spans.ts';
import { momentWords, officeWords, requestWords, scheduleWords } from '../event-words.ts';
import type { MessageKind, MessageLook } from '../message-kind.ts';
import { requesterOf } from '../recipients.ts';
import type { RequestLook } from '../request-look.ts';
import { aboutRequests, asTold, type Telling, tell } from '../requester/about-requests.ts';
import { doubtsOf, type OpenPoint } from '../requester/ask-requester.ts';
import { lastOf } from '../requester/heard.ts';
import { isAhead, isNew, settleMinutes, untilStart } from '../requester/telling.ts';
import { sampleEventWords } from '../samples.ts';

export const questions: MessageKind = {
  key: 'questions',
  title: 'Permintaan kelengkapan',
  audience: 'requester',
  template: 'kelengkapan.txt',
  mustPrint: ['tiket', 'hal'],
  sample: {
    ...sampleEventWords,
    hal: [
      { isian: 'Tempat Kegiatan', soal: 'Tempat Kegiatan belum diisi. Tulis ruangan dan gedung.' },
      { isian: 'Jam Mulai', soal: 'Jam Mulai "2" bisa berarti pukul 02.00 atau 14.00.' },
    ],
    batas: 'Jumat, 20 November 2026 pukul 09.00 WITA',
    segera: false,
    tertutup: false,
    menghambat: true,
  },
  wants: (look) => withoutFiledAgain(asked.wants(look), look),
  holds: (look) => withoutFiledAgain(asked.holds(look), look),
};

const questionsAbout = (subject: Case, look: RequestLook): Telling | undefined => {
  const { situation, told } = look;
  if (!isAhead(subject, look) || isCalledOff(subject) || isSettledAnyway(subject, situation))
    return undefined;
  const round = latestMoment(subject.moments, ['incomplete', 'received']);
  if (!isNew(round?.at, look)) return undefined;
  const doubts = doubtsOf(subject);
  if (doubts.length === 0) return undefined;
  const heard = lastOf(questions.key, subject, told);
  if (heard !== undefined && isAsked(doubts, heard, round.at)) return asTold(heard);
  const view = {
    ...officeWords(situation),
    ...requestWords(subject),
    ...scheduleWords(subject),
    hal: doubts,
    ...answerBy(subject, situation),
    tertutup: subject.request.answers.sensitivity === 'rahasia',
    menghambat: subject.request.findings.some(({ kind }) => kind !== 'warning'),
  };
  return tell({
    ticket: subject.ticket,
    to: requesterOf(subject),
    view,
    facts: { ...view, sejak: round.at.toString() },
    notBefore: round.at,
    settleMinutes: settleMinutes(subject),
    notAfter: untilStart(subject, { from: round.at, days: staleDays }),
    because: 'isian belum lengkap atau belum jelas',
  });
};

const asked = aboutRequests(questionsAbout);

const staleDays = 14;

/** Of what was filed again since, the later request is asked about. */
const withoutFiledAgain = <T extends { readonly ticket?: Ticket }>(
  said: readonly T[],
  { cases }: MessageLook,
): readonly T[] => {
  if (said.length === 0) return said;
  const filedAgain = new Set(cases.flatMap(({ decided }) => decided.refiled ?? []));
  return said.filter(({ ticket }) => ticket === undefined || !filedAgain.has(ticket));
};

/** Staff took it on as it is; only a day that nobody can read is worth a question then. */
const isSettledAnyway = (subject: Case, { now }: Situation): boolean =>
  subject.request.answers.schedule !== undefined && isConfirmed(standingConfirmation(subject, now));

/** Everything was asked in the last message, and the request was not whole since. */
const isAsked = (
  doubts: readonly OpenPoint[],
  { view, promisedAt }: MessageRecord,
  round: Case['moments'][number]['at'],
): boolean => {
  const asked = new Set(
    Array.isArray(view['hal']) ? view['hal'].map((each) => JSON.stringify(each)) : [],
  );
  return !isBefore(promisedAt, round) && doubts.every((each) => asked.has(JSON.stringify(each)));
};

/** So that the time that the service takes still lies before the event; where it does not any more, at once. */
const answerBy = ({ request: { answers } }: Case, { desk, now }: Situation) => {
  const { preparationMinutes, serviceHours } = desk.settings;
  const last = answers.schedule?.sessions[0]?.start.subtract({
    hours: serviceHours,
    minutes: preparationMinutes,
  });
  const isToCome = last !== undefined && isBefore(now, last.toInstant());
  return {
    batas: isToCome ? momentWords(last) : '',
    segera: last !== undefined && !isToCome,
  };
};
