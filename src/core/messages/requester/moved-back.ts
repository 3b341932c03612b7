/**
 * An event whose schedule lies in the past although its requester was told that it is still to come: mostly a slip of whoever
 * typed the day. Until it is mended nobody is thanked for it or asked how it went, and staff are told.
 */
import { hasStarted, isCalledOff } from '../../cases/case-facts.ts';
import type { Case } from '../../cases/situation.ts';
import { isBefore } from '../../clock/spans.ts';
import { headerOf } from '../../columns/request-tab.ts';
import type { MessageLook } from '../message-kind.ts';
import { casesTold, lastWord, saysConfirmed } from './heard.ts';

type MovedLook = Pick<MessageLook, 'situation' | 'told'>;

export const isMovedBack = (subject: Case, look: MovedLook): boolean =>
  stillToCome(subject, look) !== undefined;

/** Of years of requests few heard anything. */
export const movedBackNotices = (cases: readonly Case[], look: MovedLook): readonly string[] =>
  casesTold(cases, look.told).flatMap((subject) => {
    const day = stillToCome(subject, look);
    return day === undefined
      ? []
      : [
          `${subject.ticket}: pemohon diberi tahu ${day}, tetapi jadwalnya di Permohonan sudah lewat dan perubahannya belum disampaikan. Periksa ${headerOf('startDay')} dan ${headerOf('startTime')}; bila memang maju, hubungi pemohon dan petugas lewat telepon.`,
        ];
  });

/** The day and hour that he knows of; absent where that is not to come any more, or is not otherwise than in the row. */
const stillToCome = (
  subject: Case,
  { situation: { now }, told }: MovedLook,
): string | undefined => {
  const heard = lastWord(subject, told);
  if (heard?.notAfter === undefined || !saysConfirmed(heard)) return undefined;
  if (isCalledOff(subject) || !hasStarted(subject, now)) return undefined;
  return isBefore(now, heard.notAfter)
    ? `${String(heard.view['hari'])} ${String(heard.view['waktu'])}`
    : undefined;
};
