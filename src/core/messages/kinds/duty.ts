/** An officer hears of an event that he serves: all that he needs to know before he goes there. */
import { messagesOf } from '../duty/duty-news.ts';
import { sampleDuty } from '../duty/duty-words.ts';
import type { MessageKind } from '../message-kind.ts';

export const duty: MessageKind = {
  key: 'duty',
  title: 'Penugasan',
  audience: 'officer',
  template: 'penugasan.txt',
  isUrgent: true,
  mustPrint: ['tiket', 'hari', 'waktu', 'tempat', 'peran'],
  sample: sampleDuty,
  wants: (look) => messagesOf('duty', look),
};
