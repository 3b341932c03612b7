/** Whoever is to handle a complaint hears its number and until when it has to be closed; what was written he reads in its tab. */
import { findByName } from '../../assignment/names.ts';
import type { Complaint } from '../../cases/desk.ts';
import type { Recipient } from '../../cases/messages.ts';
import type { Situation } from '../../cases/situation.ts';
import { plainDay } from '../../cases/wording.ts';
import { complaintTab } from '../../columns/complaint-tab.ts';
import { handlerQuestions } from '../../figures/complaint-handlers.ts';
import { awaitsAnswer, complaintsOf } from '../../figures/complaints.ts';
import { officeWords } from '../event-words.ts';
import type { MessageKind } from '../message-kind.ts';
import { addressed, isReachable, officerRecipient } from '../recipients.ts';
import { isNew } from '../requester/telling.ts';
import { sampleOfficeWords } from '../samples.ts';

export const complaintHandler: MessageKind = {
  key: 'complaint-handler',
  title: 'Penanganan pengaduan',
  audience: 'officer',
  template: 'penanganan-pengaduan.txt',
  mustPrint: ['nomor', 'tenggat'],
  sample: {
    ...sampleOfficeWords,
    nomor: 'ADU-2026-0001',
    tiket: 'VC-2026-0123',
    tenggat: '30 November 2026',
    tab: 'Pengaduan',
  },
  wants: (look) => {
    const { cases, situation } = look;
    const doubted = handlerQuestions(cases, situation);
    // It is asked then whether somebody else should handle it.
    const isDoubted = ({ tab = complaintTab.name, row }: Complaint): boolean =>
      doubted.some((question) => question.tab === tab && question.row === row);
    return complaintsOf(situation).flatMap(({ complaint, state, number, dueOn, handler }) => {
      const seen = complaint.seenAt ?? complaint.at;
      if (state === 'closed' || !awaitsAnswer(complaint)) return [];
      if (number === undefined || handler === undefined || !isNew(seen, look)) return [];
      const to = isDoubted(complaint) ? undefined : recipientOf(handler, situation);
      if (to === undefined || !isReachable(to)) return [];
      return [
        {
          subject: number,
          to,
          view: {
            ...officeWords(situation),
            nomor: number,
            tiket: complaint.ticket ?? '',
            tenggat: dueOn ? plainDay(dueOn) : '',
            tab: complaint.tab ?? complaintTab.name,
          },
          isOnce: true as const,
          notBefore: situation.now,
          settleMinutes: secondThoughts,
          because: 'ditunjuk menangani pengaduan',
        },
      ];
    });
  },
};

/** Minutes in which another name may still be typed. */
const secondThoughts = 10;

const recipientOf = (handler: string, { desk }: Situation): Recipient | undefined => {
  const officer = findByName(handler, desk.officers);
  if (officer) return officerRecipient(officer);
  const named = desk.settings.supervisors.flatMap(({ name, address }) =>
    name === undefined ? [] : [{ name, address }],
  );
  const supervisor = findByName(handler, named);
  return supervisor && addressed(supervisor, 'supervisor');
};
