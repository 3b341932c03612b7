/** Somebody says that money was asked for: supervisors hear at once that it came in, and read it in the workbook itself (A.4, A.6). */
import { plainDay } from '../../cases/wording.ts';
import { complaintsOf } from '../../figures/complaints.ts';
import { officeWords } from '../event-words.ts';
import type { MessageKind } from '../message-kind.ts';
import { supervisorsOf } from '../recipients.ts';
import { isNew } from '../requester/telling.ts';
import { sampleOfficeWords } from '../samples.ts';

export const levy: MessageKind = {
  key: 'levy',
  title: 'Pengaduan pungutan',
  audience: 'supervisor',
  template: 'pengaduan-pungutan.txt',
  isUrgent: true,
  mustPrint: ['nomor', 'masuk'],
  sample: {
    ...sampleOfficeWords,
    nomor: 'ADU-2026-0001',
    tiket: 'VC-2026-0123',
    masuk: '23 November 2026',
    tenggat: '30 November 2026',
  },
  wants: (look) => {
    const { situation } = look;
    return complaintsOf(situation).flatMap(
      ({ complaint, kind, state, number, receivedOn, dueOn }) => {
        const at = complaint.at ?? complaint.seenAt;
        if (kind !== 'pungutan' || state === 'closed' || number === undefined) return [];
        if (at === undefined || !isNew(complaint.seenAt ?? at, look)) return [];
        return supervisorsOf(situation).map((to) => ({
          subject: number,
          to,
          view: {
            ...officeWords(situation),
            nomor: number,
            tiket: complaint.ticket ?? '',
            masuk: receivedOn ? plainDay(receivedOn) : '',
            tenggat: dueOn ? plainDay(dueOn) : '',
          },
          isOnce: true as const,
          notBefore: at,
          because: 'pengaduan pungutan masuk',
        }));
      },
    );
  },
};
