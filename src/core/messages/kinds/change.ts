/**
 * Something is otherwise than the requester last heard: what it was, what it is, and whether it stands confirmed.
 *
 * Held against what he heard, and not against what the row once said: what changes back before he heard of it is told to
 * nobody, and what changes back afterwards is told again.
 */
import { isCalledOff } from '../../cases/case-facts.ts';
import type { MessageRecord, MessageView } from '../../cases/messages.ts';
import type { Case, Situation } from '../../cases/situation.ts';
import { isConfirmed, standingConfirmation } from '../../clock/confirmation.ts';
import {
  agreedWords,
  type Difference,
  differences,
  isOfMeeting,
  scheduleNames,
} from '../agreed.ts';
import { lastWord, saysConfirmed } from '../heard.ts';
import { requesterInvitation } from '../invitations.ts';
import type { MessageKind, MessageLook, WantedMessage } from '../message-kind.ts';
import { requesterOf } from '../recipients.ts';
import { sampleAgreedWords } from '../samples.ts';
import { isAhead, settling, untilStart } from '../telling.ts';

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
  wants: (look) => look.cases.flatMap((subject) => changeOf(subject, look)),
};

const changeOf = (subject: Case, look: MessageLook): readonly WantedMessage[] => {
  const { situation, told } = look;
  const heard = lastWord(subject, told);
  if (heard === undefined || !isAhead(subject, look) || isCalledOff(subject)) return [];
  if (subject.request.answers.schedule === undefined) return [];
  const news = newsOf(subject, heard, situation);
  if (news === undefined) return [];
  const view = { ...agreedWords(subject, situation), ...news };
  const invitation = requesterInvitation(subject, { method: 'request', view });
  return [
    {
      ticket: subject.ticket,
      to: requesterOf(subject),
      view,
      facts: { ...view, setelah: heard.key },
      ...(invitation && { invitation }),
      notBefore: settling(subject, situation.now),
      notAfter: untilStart(subject, { from: situation.now, days: 1 }),
      because: 'berubah dari yang sudah disampaikan',
    },
  ];
};

const newsOf = (
  subject: Case,
  heard: MessageRecord,
  situation: Situation,
): MessageView | undefined => {
  const view = agreedWords(subject, situation);
  const stands = isConfirmed(standingConfirmation(subject, situation.now));
  const moved = differences(view, heard, { names: scheduleNames });
  if (heard.kind === 'cancellation')
    return stands ? undefined : newsWords(moved, { dilanjutkan: true });
  if (!saysConfirmed(heard)) return stands || moved.length === 0 ? undefined : newsWords(moved);
  if (!stands) return newsWords(moved, { ditarik: moved.length === 0 });
  const all = differences(view, heard);
  return all.length === 0 ? undefined : newsWords(all, { dikonfirmasi: true });
};

const newsWords = (
  perubahan: readonly Difference[],
  how: {
    readonly dikonfirmasi?: boolean;
    readonly ditarik?: boolean;
    readonly dilanjutkan?: boolean;
  } = {},
): MessageView => ({
  dikonfirmasi: false,
  ditarik: false,
  dilanjutkan: false,
  ...how,
  perubahan,
  // For WhatsApp, which keeps its text in an address.
  perubahanTanpaTautan: perubahan.filter((each) => !isOfMeeting(each)),
});
