/** On the last working day before the event each officer reads once more where he goes, and what is not done yet. */
import type { MessageRecord } from '../../cases/messages.ts';
import type { Situation } from '../../cases/situation.ts';
import { awaitedStates, isIn } from '../../cases/state-groups.ts';
import { isBefore } from '../../clock/spans.ts';
import { openChecksOf } from '../../day/preparation.ts';
import { type DutyNews, dutyNews } from '../duty/duty-news.ts';
import { dutyWords, sampleDuty } from '../duty/duty-words.ts';
import type { MessageKind, MessageLook, WantedMessage } from '../message-kind.ts';
import { toldKinds } from '../muted-kinds.ts';
import { dayBefore, isAhead, isNew } from '../requester/telling.ts';
import { duty } from './duty.ts';

export const dutyReminder: MessageKind = {
  key: 'duty-reminder',
  title: 'Pengingat tugas',
  audience: 'officer',
  template: 'pengingat-tugas.txt',
  isUrgent: true,
  mustPrint: ['tiket', 'hari', 'waktu', 'tempat', 'peran'],
  sample: { ...sampleDuty, belum: ['Pengujian Sistem'] },
  wants: (look) => dutyNews(look).flatMap((news) => reminderOf(news, look)),
};

const reminderOf = (news: DutyNews, look: MessageLook): readonly WantedMessage[] => {
  const { subject, person, to } = news;
  const { situation } = look;
  const start = subject.request.answers.schedule?.sessions[0]?.start;
  if (person === undefined || person.provisional || start === undefined) return [];
  if (!isAhead(subject, look) || !isIn(awaitedStates, subject)) return [];
  const at = dayBefore(start, situation);
  if (!isNew(at, look) || isBefore(situation.now, at)) return [];
  if (!isOldNews(news, { at, situation })) return [];
  return [
    {
      subject: `${subject.ticket} ${start.toPlainDateTime().toString({ smallestUnit: 'minute' })}`,
      ticket: subject.ticket,
      to,
      view: { ...dutyWords(subject, person, situation), belum: openChecksOf(subject) },
      isOnce: true,
      notBefore: at,
      notAfter: start.toInstant(),
      because: 'menjelang kegiatan',
    },
  ];
};

/** Who is being told just now, or was told after that hour, needs no reminder; who cannot be told by mail does. */
const isOldNews = (
  { heard, wanted, to }: DutyNews,
  { at, situation }: { readonly at: MessageRecord['notBefore']; readonly situation: Situation },
): boolean => {
  const isMuted = toldKinds([duty], situation.desk.settings).length === 0;
  if (isMuted || to.address === undefined || wanted === undefined) return true;
  return heard !== undefined && wanted.message.isOnce === true && isBefore(heard.promisedAt, at);
};
