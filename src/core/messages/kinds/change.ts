/**
 * Something is otherwise than the requester last heard: what it was, what it is, and whether it stands confirmed.
 *
 * Held against what he heard, and not against what the row once said: what changes back before he heard of it is told to
 * nobody, and what changes back afterwards is told again.
 */
import { isCalledOff } from '../../cases/case-facts.ts';
import type { Case } from '../../cases/situation.ts';
import type { MessageKind } from '../message-kind.ts';
import { requesterOf } from '../recipients.ts';
import type { RequestLook } from '../request-look.ts';
import { aboutRequests, asTold, type Telling, tell } from '../requester/about-requests.ts';
import { agreedWords } from '../requester/agreed.ts';
import { lastWord } from '../requester/heard.ts';
import { requesterInvitation } from '../requester/invitations.ts';
import { newsOf } from '../requester/news.ts';
import { isAhead, settleMinutes, untilStart } from '../requester/telling.ts';
import { sampleAgreedWords } from '../samples.ts';

export const change: MessageKind = {
  key: 'change',
  title: 'Perubahan',
  audience: 'requester',
  template: 'perubahan.txt',
  isUrgent: true,
  mustPrint: ['tiket', 'perubahan', 'hari', 'waktu', 'tempat', 'dikonfirmasi'],
  sample: {
    ...sampleAgreedWords,
    perubahan: [
      { apa: 'Hari', dari: 'Jumat, 20 November 2026', menjadi: 'Senin, 23 November 2026' },
    ],
    perubahanTanpaTautan: [
      { apa: 'Hari', dari: 'Jumat, 20 November 2026', menjadi: 'Senin, 23 November 2026' },
    ],
    dikonfirmasi: true,
    ditarik: false,
    dilanjutkan: false,
  },
  ...aboutRequests((subject, look) => changeOf(subject, look)),
};

const changeOf = (subject: Case, look: RequestLook): Telling | undefined => {
  const { situation, told } = look;
  const heard = lastWord(subject, told);
  if (heard === undefined || !isAhead(subject, look) || isCalledOff(subject)) return undefined;
  if (subject.request.answers.schedule === undefined) return undefined;
  const news = newsOf(subject, heard, situation);
  if (news === undefined) return heard.kind === change.key ? asTold(heard) : undefined;
  const view = { ...agreedWords(subject, situation), ...news };
  const invitation = requesterInvitation(subject, { method: 'request', view });
  return tell({
    ticket: subject.ticket,
    to: requesterOf(subject),
    view,
    facts: { ...view, setelah: heard.key },
    ...(invitation && { invitation }),
    notBefore: situation.now,
    settleMinutes: settleMinutes(subject),
    notAfter: untilStart(subject, { from: situation.now, days: 1 }),
    because: 'berubah dari yang sudah disampaikan',
  });
};
