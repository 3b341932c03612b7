/** Those requests of which something is true, looked for by parts of the list: of years of them few are of this week. */
import { ticketOf } from './case-facts.ts';
import { madeInParts } from './in-parts.ts';
import type { Case, Situation } from './situation.ts';

/** @param is Stands for what is asked: the very same function in every pass. */
export const casesThat = (
  is: (subject: Case, situation: Situation) => boolean,
  cases: readonly Case[],
  situation: Situation,
): readonly Case[] =>
  madeInParts(
    cases,
    { by: is, keyOf: ticketOf },
    { situation, make: (part, around) => part.filter((subject) => is(subject, around)) },
  ).flat();
