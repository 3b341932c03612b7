/**
 * Who moved his event hears one message: from which day to which, and under which number it goes on. It goes out about the
 * earlier request, so that of the later one nothing has to be told besides what is asked and confirmed.
 */
import type { MessageView } from '../../cases/messages.ts';
import type { Case } from '../../cases/situation.ts';
import { scheduleWords } from '../event-words.ts';
import type { MessageLook } from '../message-kind.ts';

/** Where and when it goes on; all empty where it was not moved, or its new row is gone. */
export const moveWords = (
  { movedTo }: Pick<Case, 'movedTo'>,
  { cases }: Pick<MessageLook, 'cases'>,
): MessageView => {
  const later = movedTo === undefined ? undefined : caseOf(movedTo, cases);
  const words = later && scheduleWords(later);
  return words === undefined
    ? {}
    : { hariBaru: words['hari'], waktuBaru: words['waktu'], tempatBaru: words['tempat'] };
};

/** The earlier requests of the same person that went on as this one. */
export const movedFrom = (
  { moveAnswer, request: { answers } }: Case,
  { cases }: Pick<MessageLook, 'cases'>,
): readonly Case[] =>
  (moveAnswer?.kind === 'moved' ? moveAnswer.from : [])
    .flatMap((ticket) => caseOf(ticket, cases) ?? [])
    .filter((earlier) => earlier.request.answers.email === answers.email);

const caseOf = (ticket: string, cases: readonly Case[]): Case | undefined =>
  cases.find((each) => each.ticket === ticket);
