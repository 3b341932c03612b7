/** The requester hears that the request came in, under which number, what comes next, and that it is free (A.2.1, A.4). */
import { isCalledOff, isComplete, receivedAt } from '../../cases/case-facts.ts';
import type { Case, Situation } from '../../cases/situation.ts';
import { earlier, isBefore } from '../../clock/spans.ts';
import { momentWords, officeWords, requestWords, scheduleWords } from '../event-words.ts';
import type { MessageKind } from '../message-kind.ts';
import { toldKinds } from '../muted-kinds.ts';
import { requesterOf } from '../recipients.ts';
import type { RequestLook } from '../request-look.ts';
import { aboutRequests, type Telling, tell } from '../requester/about-requests.ts';
import { doubtsOf } from '../requester/ask-requester.ts';
import { isAhead, isNew, settleMinutes, untilStart } from '../requester/telling.ts';
import { movedFrom } from '../requester/told-of-move.ts';
import { sampleEventWords } from '../samples.ts';
import { cancellation, isToldOfMove } from './cancellation.ts';

export const receipt: MessageKind = {
  key: 'receipt',
  title: 'Tanda terima',
  audience: 'requester',
  template: 'tanda-terima.txt',
  mustPrint: ['tiket'],
  sample: {
    ...sampleEventWords,
    perluDilengkapi: false,
    batasKabar: 'Selasa, 17 November 2026 pukul 09.00 WITA',
  },
  ...aboutRequests((subject, look) => receiptOf(subject, look)),
};

const receiptOf = (subject: Case, look: RequestLook): Telling | undefined => {
  const at = receivedAt(subject);
  // Of its day the requester hears with all the others (`series-days.ts`).
  if (subject.request.staff.series?.kind === 'made') return undefined;
  if (!isNew(at, look) || !isAhead(subject, look) || isCalledOff(subject)) return undefined;
  if (isToldWithMove(subject, look)) return undefined;
  return tell({
    ticket: subject.ticket,
    to: requesterOf(subject),
    view: {
      ...officeWords(look.situation),
      ...requestWords(subject),
      ...scheduleWords(subject),
      perluDilengkapi: !isComplete(subject) && doubtsOf(subject).length > 0,
      batasKabar: answerDue(subject, look.situation),
    },
    // A receipt is one, whatever else becomes known while it waits.
    facts: {},
    isOnce: true,
    notBefore: at,
    settleMinutes: settleMinutes(subject),
    notAfter: earlier(
      untilStart(subject, { from: at, days: staleDays }),
      at.add({ hours: 24 * staleDays }),
    ),
    because: 'permohonan diterima',
  });
};

/** The message of the move names number, day and hour. */
const isToldWithMove = (subject: Case, look: RequestLook): boolean =>
  toldKinds([cancellation], look.situation.desk.settings).length > 0 &&
  movedFrom(subject, look).some((earlier) => isToldOfMove(earlier, look));

/** A number that comes a week late is no news. */
const staleDays = 7;

/** When the answer is due, while that is to come. */
const answerDue = ({ decided: { clock } }: Case, { now, timeZone }: Situation): string =>
  clock?.kind === 'running' && clock.dueAt !== undefined && isBefore(now, clock.dueAt)
    ? momentWords(clock.dueAt.toZonedDateTimeISO(timeZone))
    : '';
