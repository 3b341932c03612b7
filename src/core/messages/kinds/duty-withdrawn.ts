/** An officer need not go where he was sent; his calendar is free again. */
import { messagesOf } from '../duty/duty-news.ts';
import type { MessageKind } from '../message-kind.ts';
import { sampleEventWords } from '../samples.ts';

export const dutyWithdrawn: MessageKind = {
  key: 'duty-withdrawn',
  title: 'Pembatalan tugas',
  audience: 'officer',
  template: 'pembatalan-tugas.txt',
  isUrgent: true,
  mustPrint: ['tiket', 'hari', 'waktu', 'sebab'],
  sample: {
    ...sampleEventWords,
    peran: 'petugas utama',
    sebab: 'kegiatannya dibatalkan',
  },
  wants: (look) => messagesOf('duty-withdrawn', look),
};
