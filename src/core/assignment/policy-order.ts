import type { Temporal } from 'temporal-polyfill';
import { receivedAt } from '../cases/case-facts.ts';
import type { Official } from '../cases/request.ts';
import type { Case } from '../cases/situation.ts';
import { compareInstants } from '../cases/watched-now.ts';
import { onceFor } from '../sheet/once-for.ts';

/** The Governor, the Vice Governor and the Provincial Secretary, also acting ("Plt.", "Pj.", "Plh."). */
const topOfficial =
  /^(?:(?:plt|plh|pj|pjs)\.?\s+)?(?:(?:wakil\s+)?gubernur|wagub|sekretaris\s+daerah|sekda)\b/i;

/** Events that a top official leads come first; nothing else that a requester writes buys priority. */
export const priorityOf = ({ request }: Pick<Case, 'request'>): 'top' | 'ordinary' =>
  request.answers.plannedLeader === undefined
    ? 'ordinary'
    : priorityFor(request.answers.plannedLeader);

const priorityFor = onceFor((leader: Official): 'top' | 'ordinary' =>
  [leader.position, leader.name].some((text) => topOfficial.test((text ?? '').trim()))
    ? 'top'
    : 'ordinary',
);

/** By priority, then by the time received (unknown last), then by ticket: the same whatever the order of the rows. */
export const inPolicyOrder = (cases: readonly Case[]): readonly Case[] =>
  cases
    .map((subject) => ({ subject, top: priorityOf(subject) === 'top', at: receivedAt(subject) }))
    .sort(
      (a, b) =>
        Number(b.top) - Number(a.top) ||
        compareReceived(a.at, b.at) ||
        compareText(a.subject.ticket, b.subject.ticket),
    )
    .map(({ subject }) => subject);

const compareReceived = (
  a: Temporal.Instant | undefined,
  b: Temporal.Instant | undefined,
): number => {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return compareInstants(a, b);
};

/** By code unit, so that every machine sorts alike. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
