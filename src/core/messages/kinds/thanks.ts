/** After the event: thanks, the form about it, and what the report lacks and the requester knows, asked for the first time (A.2.8). */
import type { Case } from '../../cases/situation.ts';
import { prefilledAnswerLink } from '../answer-link.ts';
import { officeWords, requestWords, scheduleWords } from '../event-words.ts';
import type { MessageKind } from '../message-kind.ts';
import { requesterOf } from '../recipients.ts';
import type { RequestLook } from '../request-look.ts';
import { aboutRequests, type Telling, tell } from '../requester/about-requests.ts';
import { endedAt } from '../requester/after-event.ts';
import { reportQuestions } from '../requester/ask-requester.ts';
import { sampleEventWords } from '../samples.ts';

export const sampleAfterEvent = {
  ...sampleEventWords,
  tautanIsian: 'https://docs.google.com/forms/d/e/contoh/viewform?usp=pp_url&entry.1=VC-2026-0123',
  pertanyaan: [
    'Siapa pejabat yang memimpin kegiatan (nama dan jabatan)? Bila diwakili, oleh siapa?',
    'Berapa jumlah peserta yang hadir?',
  ],
};

export const thanks: MessageKind = {
  key: 'thanks',
  title: 'Ucapan terima kasih',
  audience: 'requester',
  template: 'terima-kasih.txt',
  mustPrint: ['tiket', 'pertanyaan', 'tautanIsian'],
  sample: sampleAfterEvent,
  ...aboutRequests((subject, look) => thanksFor(subject, look)),
};

const thanksFor = (subject: Case, look: RequestLook): Telling | undefined => {
  const end = endedAt(subject, look);
  if (end === undefined) return undefined;
  return tell({
    ticket: subject.ticket,
    to: requesterOf(subject),
    view: afterEventWords(subject, look),
    isOnce: true,
    notBefore: end,
    notAfter: end.add({ hours: 24 * staleDays }),
    because: 'kegiatan selesai',
  });
};

const staleDays = 7;

export const afterEventWords = (subject: Case, { situation, answerForm }: RequestLook) => ({
  ...officeWords(situation),
  ...requestWords(subject),
  ...scheduleWords(subject),
  pertanyaan: reportQuestions(subject),
  tautanIsian: answerForm === undefined ? '' : prefilledAnswerLink(answerForm, subject.ticket),
});
