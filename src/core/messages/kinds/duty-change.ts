/** A duty that an officer was told of takes place otherwise: what it was and what it is. */
import { messagesOf } from '../duty/duty-news.ts';
import { sampleDuty } from '../duty/duty-words.ts';
import type { MessageKind } from '../message-kind.ts';

export const dutyChange: MessageKind = {
  key: 'duty-change',
  title: 'Perubahan tugas',
  audience: 'officer',
  template: 'perubahan-tugas.txt',
  isUrgent: true,
  mustPrint: ['tiket', 'perubahan', 'hari', 'waktu', 'tempat', 'peran'],
  sample: {
    ...sampleDuty,
    digeser: false,
    perubahan: [{ apa: 'Waktu', dari: '08.00 s.d. 10.00 WITA', menjadi: '09.00 s.d. 11.00 WITA' }],
  },
  wants: (look) => messagesOf('duty-change', look),
};
