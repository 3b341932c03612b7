/** The requester hears that the request came in, under which number, and that the service is free (A.2.1, A.4). */
import { hasEnded, receivedAt } from '../../cases/case-facts.ts';
import type { Case } from '../../cases/situation.ts';
import { isBefore } from '../../clock/spans.ts';
import { officeWords, requestWords } from '../event-words.ts';
import type { MessageKind, MessageLook, WantedMessage } from '../message-kind.ts';
import { requesterOf } from '../recipients.ts';

export const receipt: MessageKind = {
  key: 'receipt',
  title: 'Tanda terima',
  audience: 'requester',
  template: 'tanda-terima.txt',
  mustPrint: ['tiket'],
  sample: {
    kantor: 'Dinas Komunikasi, Informatika, dan Statistik',
    tim: 'Tim Kerja Persandian',
    kontak: '0435-821000',
    tiket: 'VC-2026-0123',
    pemohon: 'Siti Contoh, S.Kom.',
    instansi: 'Biro Umum Contoh',
    kegiatan: 'Rapat Koordinasi Contoh',
  },
  wants: (look) => look.cases.flatMap((subject) => receiptOf(subject, look)),
};

const receiptOf = (subject: Case, { situation, since }: MessageLook): readonly WantedMessage[] => {
  const at = receivedAt(subject);
  if (at === undefined || isBefore(at, since) || hasEnded(subject, situation.now)) return [];
  const view = { ...officeWords(situation), ...requestWords(subject) };
  return [
    {
      ticket: subject.ticket,
      to: requesterOf(subject),
      view,
      // Once: a corrected answer is no second receipt.
      facts: {},
      notBefore: at,
      because: 'permohonan diterima',
    },
  ];
};
