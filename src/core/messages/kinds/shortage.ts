/** What the requester's office has to bring, and by when (A.2.5); and that it has not to, where that was said before. */
import { isCalledOff, isComplete } from '../../cases/case-facts.ts';
import type { Case } from '../../cases/situation.ts';
import { latestMoment } from '../../clock/confirmation.ts';
import { offeredHours } from '../../rules/word-other-hours.ts';
import { momentWords, officeWords, requestWords, scheduleWords } from '../event-words.ts';
import type { MessageKind } from '../message-kind.ts';
import { requesterOf } from '../recipients.ts';
import type { RequestLook } from '../request-look.ts';
import { aboutRequests, asTold, type Telling, tell } from '../requester/about-requests.ts';
import { isNews, lastOf, lastWord } from '../requester/heard.ts';
import { isAhead, isReceivedSince, settleMinutes } from '../requester/telling.ts';
import { sampleEventWords } from '../samples.ts';
import { shortItems } from '../short-items.ts';

export const shortage: MessageKind = {
  key: 'shortage',
  title: 'Kekurangan peralatan',
  audience: 'requester',
  template: 'kekurangan.txt',
  mustPrint: ['tiket', 'peralatan', 'batas'],
  sample: {
    ...sampleEventWords,
    peralatan: [
      { nama: 'Televisi/LCD Proyektor', jumlah: 1 },
      { nama: 'Tripod Kamera', jumlah: 2 },
    ],
    batas: 'Senin, 23 November 2026 pukul 08.00 WITA',
    jamLain: [
      {
        waktu: '10.30 s.d. 12.30 WITA',
        tersedia: '2 petugas, akun Zoom, 2 Tripod Kamera',
        kurang: '1 Televisi/LCD Proyektor',
      },
    ],
  },
  ...aboutRequests((subject, look) => shortageOf(subject, look)),
};

const shortageOf = (subject: Case, look: RequestLook): Telling | undefined => {
  const { situation, told } = look;
  const start = subject.request.answers.schedule?.sessions[0]?.start;
  if (start === undefined || !isAhead(subject, look) || isCalledOff(subject)) return undefined;
  if (!isComplete(subject) || subject.decided.equipment === undefined) return undefined;
  if (!isReceivedSince(subject, look) && lastWord(subject, told) === undefined) return undefined;
  const heard = lastOf(shortage.key, subject, told);
  const items = shortItems(subject);
  // Nobody is told that nothing is lacking who never heard that something is.
  if (items.length === 0 ? heard === undefined : subject.request.staff.shortageMet)
    return undefined;
  const facts = {
    ...officeWords(situation),
    ...requestWords(subject),
    ...scheduleWords(subject),
    peralatan: items,
    batas: momentWords(start.subtract({ minutes: situation.desk.settings.preparationMinutes })),
  };
  if (!isNews(facts, heard, items.length === 0 ? ['peralatan'] : ['peralatan', 'batas', 'tempat']))
    return heard && asTold(heard);
  return tell({
    ticket: subject.ticket,
    to: requesterOf(subject),
    // Which other hours would do changes with other people's events: it is told with the shortage, and is no news by itself.
    view: { ...facts, jamLain: items.length === 0 ? [] : offeredHours(subject) },
    facts,
    notBefore: latestMoment(subject.moments, ['completed', 'received'])?.at ?? situation.now,
    settleMinutes: settleMinutes(subject),
    notAfter: start.toInstant(),
    because: items.length === 0 ? 'peralatan tidak kurang lagi' : 'ada peralatan yang kurang',
  });
};
