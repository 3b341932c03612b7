/** Supervisors hear in January that the yearly evaluation is due (J), and once more in February while it is not approved. */
import { Temporal } from 'temporal-polyfill';
import { compareInstants } from '../../cases/watched-now.ts';
import { evaluationReminders } from '../../figures/improvements.ts';
import { officeWords } from '../event-words.ts';
import type { MessageKind, WantedMessage } from '../message-kind.ts';
import { supervisorsOf } from '../recipients.ts';
import { isNew, nextMorning } from '../requester/telling.ts';
import { sampleOfficeWords } from '../samples.ts';

export const evaluationDue: MessageKind = {
  key: 'evaluation-due',
  title: 'Evaluasi tahunan',
  audience: 'supervisor',
  template: 'evaluasi-tahunan.txt',
  mustPrint: ['tahun', 'perlu'],
  sample: {
    ...sampleOfficeWords,
    tahun: 2025,
    perlu: ['Evaluasi Tahunan 2025 belum disetujui. Periksa dan setujui di tab Dokumen Berkala.'],
  },
  wants: (look) => {
    const { situation, cases } = look;
    const { today, timeZone } = situation;
    if (today.month > 2) return [];
    const first = Temporal.PlainDate.from({ year: today.year, month: today.month, day: 1 });
    // The first working day of the month.
    const at = nextMorning(
      first.subtract({ days: 1 }).toZonedDateTime({ timeZone, plainTime: '12:00' }).toInstant(),
      situation,
    );
    if (!isNew(at, look) || compareInstants(situation.now, at) < 0) return [];
    const perlu = evaluationReminders(cases, situation);
    if (perlu.length === 0) return [];
    return supervisorsOf(situation).map(
      (to): WantedMessage => ({
        subject: first.toString(),
        to,
        view: { ...officeWords(situation), tahun: today.year - 1, perlu },
        isOnce: true,
        notBefore: at,
        notAfter: at.add({ hours: 24 * 14 }),
        because: 'evaluasi tahunan belum disetujui',
      }),
    );
  },
};
