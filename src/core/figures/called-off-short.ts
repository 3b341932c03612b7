/**
 * Whether an event was refused, moved or cancelled for want of people, a licence or things.
 *
 * What staff wrote in *Alasan* counts. Where they wrote nothing, or only that the time was taken, it is what other events
 * had at its time; and without a word of theirs only where they refused or moved it: a requester may cancel for reasons of
 * his own.
 */
import { isCalledOff, isLateEntry } from '../cases/case-facts.ts';
import type { Case } from '../cases/situation.ts';
import type { State } from '../cases/state.ts';
import { type NeedKind, readShortReason, type ShortReason } from '../reading/short-reason.ts';

/** The office said no to its time. */
const turnedDown: ReadonlySet<State | undefined> = new Set(['Ditolak', 'Dijadwalkan Ulang']);

export const mayBeShort = (subject: Case): boolean =>
  isCalledOff(subject) &&
  subject.request.answers.schedule !== undefined &&
  !isLateEntry(subject) &&
  (reasonOf(subject).kind === 'short' || isLeftOpen(subject));

/** @param shows Whether other events had all of it at its time. */
export const wasShortOf = (subject: Case, kind: NeedKind, shows: () => boolean): boolean => {
  const reason = reasonOf(subject);
  return reason.kind === 'short' ? reason.of.has(kind) : isLeftOpen(subject) && shows();
};

const isLeftOpen = (subject: Case): boolean => {
  const reason = reasonOf(subject);
  return reason.kind === 'untold' && (!reason.isEmpty || turnedDown.has(subject.handMade.state));
};

const reasonOf = ({ request: { answers, staff } }: Case): ShortReason =>
  readShortReason(
    staff.reason,
    answers.equipment.map(({ name }) => name),
  );
