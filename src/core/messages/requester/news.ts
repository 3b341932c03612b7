/** What is otherwise than the requester last heard of whether and how the event takes place. */
import type { MessageRecord, MessageView } from '../../cases/messages.ts';
import type { Case, Situation } from '../../cases/situation.ts';
import { isConfirmed, standingConfirmation } from '../../clock/confirmation.ts';
import { agreedWords, type Difference, differences, isOfMeeting, scheduleNames } from './agreed.ts';
import { saysConfirmed } from './heard.ts';

/** Absent where what he heard is true, or the confirmation itself says what is new. */
export const newsOf = (
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
