/**
 * Which earlier requests a later one may be the same event of, on another day, at another hour or place.
 *
 * Read from what was filed and from nothing that changes with the hour, so that an answer once given goes on meaning
 * the same. An event that was held cannot be moved, nor one that was over when the later request came.
 */
import type { Temporal } from 'temporal-polyfill';
import {
  hasEnded,
  hasStarted,
  isArchived,
  isCalledOff,
  isComplete,
  receivedAt,
  ticketOf,
} from '../cases/case-facts.ts';
import { groupBy } from '../cases/group-by.ts';
import { partsOf, together } from '../cases/in-parts.ts';
import type { Case } from '../cases/situation.ts';
import { begunStates } from '../cases/state-groups.ts';
import { compareInstants } from '../cases/watched-now.ts';
import { hasTraces } from '../clock/held.ts';
import { isOtherSchedule, scheduleMark } from '../clock/schedule-mark.ts';
import { onceFor } from '../sheet/once-for.ts';
import { byReceipt, institutionKey, isSimilarTitle, letterKey } from './same-event.ts';
import { isToldApart } from './verdict.ts';

export interface MoveCandidates {
  /** Earliest first. */
  of(subject: Case): readonly Case[];
}

/** Farther apart, a similar title is another meeting of a row of them; one letter still speaks for the same. */
const mostDaysApart = 31;

export const moveCandidates = (cases: readonly Case[]): MoveCandidates =>
  candidatesAmong(movableAmong(cases));

/** All that candidates are looked for among: of years of events few can still move. */
export const movableAmong = (cases: readonly Case[]): readonly Case[] =>
  together(
    partsOf(cases, ticketOf)
      .map(movableIn)
      .filter((part) => part.length > 0),
  );

export const candidatesAmong = onceFor((movable: readonly Case[]): MoveCandidates => {
  const groups = [letterKey, institutionKey].map((keyOf) => ({
    keyOf,
    members: groupBy(movable, (subject) => keyOf(subject) ?? ''),
  }));
  const known = new WeakMap<Case, readonly Case[]>();
  const find = (subject: Case): readonly Case[] => {
    if (isArchived(subject) || subject.request.answers.schedule === undefined) return [];
    const near = new Set(
      groups.flatMap(({ keyOf, members }) => {
        const key = keyOf(subject);
        return key === undefined ? [] : (members.get(key) ?? []);
      }),
    );
    return [...near]
      .filter((other) => byReceipt(other, subject) < 0)
      .filter((other) => isSameMatter(subject, other) && isOnAnotherDay(subject, other))
      .filter((other) => isSimilarTitle(subject, other))
      .filter((other) => !isToldApart(subject, other))
      .toSorted(byReceipt);
  };
  return {
    of: (subject) => {
      const found = known.get(subject) ?? find(subject);
      known.set(subject, found);
      return found;
    },
  };
});

/** Those about which it is still worth asking: nothing has begun, and none has gone by. */
export const openMoves = (
  subject: Case,
  candidates: MoveCandidates,
  now: Temporal.Instant,
): readonly Case[] =>
  hasStarted(subject, now)
    ? []
    : candidates
        .of(subject)
        .filter((other) => other.movedTo === undefined && !hasEnded(other, now));

/** It was not held, and nobody called it off for good; *Dijadwalkan Ulang* is what a new request answers. */
export const canMove = (subject: Case): boolean => {
  const { state } = subject.handMade;
  if (isArchived(subject) || hasTraces(subject) || (state !== undefined && begunStates.has(state)))
    return false;
  return !isCalledOff(subject) || state === 'Dijadwalkan Ulang';
};

const movableIn = onceFor((part: readonly Case[]): readonly Case[] => part.filter(canMove));

/** One letter, or one institution within weeks. */
const isSameMatter = (subject: Case, other: Case): boolean => {
  const [letter, otherLetter] = [letterKey(subject), letterKey(other)];
  if (letter !== undefined && letter === otherLetter) return true;
  const [day, otherDay] = [subject, other].map(dayOf);
  return (
    institutionKey(subject) === institutionKey(other) &&
    day !== undefined &&
    otherDay !== undefined &&
    Math.abs(otherDay.until(day, { largestUnit: 'days' }).days) <= mostDaysApart
  );
};

const dayOf = ({ request: { answers } }: Case): Temporal.PlainDate | undefined =>
  answers.schedule?.startDay;

/** Both schedules are known and differ, and the earlier event was still to come when the later request was filed. */
const isOnAnotherDay = (subject: Case, other: Case): boolean => {
  const end = other.request.answers.schedule?.sessions.at(-1)?.end.toInstant();
  const came = receivedAt(subject);
  return (
    isComplete(other) &&
    isOtherSchedule(scheduleMark(other.request.answers), scheduleMark(subject.request.answers)) &&
    end !== undefined &&
    came !== undefined &&
    compareInstants(came, end) < 0
  );
};
