/** The day before at an hour of work: day, hour, place and who comes, once for each start that the event had. */
import { isCalledOff } from '../../cases/case-facts.ts';
import type { Case } from '../../cases/situation.ts';
import { isConfirmed, latestMoment, standingConfirmation } from '../../clock/confirmation.ts';
import { isBefore } from '../../clock/spans.ts';
import type { MessageKind } from '../message-kind.ts';
import { requesterOf } from '../recipients.ts';
import type { RequestLook } from '../request-look.ts';
import { aboutRequests, type Telling, tell } from '../requester/about-requests.ts';
import { agreedWords } from '../requester/agreed.ts';
import { dayBefore, isAhead, isNew } from '../requester/telling.ts';
import { sampleAgreedWords } from '../samples.ts';
import { shortItems } from '../short-items.ts';

export const reminder: MessageKind = {
  key: 'reminder',
  title: 'Pengingat',
  audience: 'requester',
  template: 'pengingat.txt',
  mustPrint: ['tiket', 'hari', 'waktu', 'tempat', 'petugas'],
  sample: {
    ...sampleAgreedWords,
    peralatan: [{ nama: 'Tripod Kamera', jumlah: 1 }],
  },
  ...aboutRequests((subject, look) => reminderOf(subject, look)),
};

const reminderOf = (subject: Case, look: RequestLook): Telling | undefined => {
  const { situation } = look;
  const start = subject.request.answers.schedule?.sessions[0]?.start;
  if (start === undefined || !isAhead(subject, look) || isCalledOff(subject)) return undefined;
  const at = dayBefore(start, situation);
  if (!isNew(at, look) || isBefore(situation.now, at.subtract({ hours: plannedHours })))
    return undefined;
  if (!isConfirmed(standingConfirmation(subject, situation.now))) return undefined;
  // Who was told after that hour needs no reminder.
  const confirmed = latestMoment(subject.moments, ['confirmed'])?.at;
  if (confirmed !== undefined && !isBefore(confirmed, at)) return undefined;
  return tell({
    subject: `${subject.ticket} ${start.toPlainDateTime().toString({ smallestUnit: 'minute' })}`,
    ticket: subject.ticket,
    to: requesterOf(subject),
    view: {
      ...agreedWords(subject, situation),
      peralatan: subject.request.staff.shortageMet ? [] : shortItems(subject),
    },
    isOnce: true,
    notBefore: at,
    notAfter: start.toInstant(),
    because: 'menjelang kegiatan',
  });
};

/** Planned no earlier, so that what changes in the meantime is not planned again and again. */
const plannedHours = 24;
