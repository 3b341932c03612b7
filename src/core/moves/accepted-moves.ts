/**
 * Which event goes on as which later request, because staff wrote "geser" into *Alasan* of the later one.
 *
 * The later row is the event from then on, and the earlier one is *Dijadwalkan Ulang*. Only the service says so, in the
 * earlier row's history: as long as that stands, nothing but the word taken out again brings the earlier event back, and
 * nobody's sorting, correcting or deleting does.
 */
import { type CasesByTicket, casesByTicket } from '../cases/by-ticket.ts';
import { isArchived, isCalledOff, ticketOf } from '../cases/case-facts.ts';
import { madeInParts } from '../cases/in-parts.ts';
import type { Moment, Ticket } from '../cases/ledger-state.ts';
import type { MoveAnswer, MoveRefusal } from '../cases/moves.ts';
import type { Case, Situation } from '../cases/situation.ts';
import { moveTarget } from '../clock/moved-moment.ts';
import { canMove, moveCandidates } from './move-candidates.ts';
import { byReceipt } from './same-event.ts';
import { moveWordOf } from './verdict.ts';

export interface AcceptedMoves {
  /** By the ticket of the earlier request: the later one. */
  readonly targetOf: ReadonlyMap<Ticket, Ticket>;
  /** By the ticket of the later one whose *Alasan* holds the word. */
  readonly answerOf: ReadonlyMap<Ticket, MoveAnswer>;
}

/**
 * @param cases As people left them: no state of theirs comes from a move.
 * @param recorded What the ledger remembers of them.
 */
export const acceptedMoves = (
  cases: readonly Case[],
  {
    recorded,
    situation,
  }: {
    readonly recorded: ReadonlyMap<Ticket, readonly Moment[]>;
    readonly situation: Situation;
  },
): AcceptedMoves => {
  const targetBefore = (ticket: Ticket) => moveTarget(recorded.get(ticket) ?? noMoments);
  const parts = madeInParts(
    cases,
    {
      by: acceptedMoves,
      keyOf: ticketOf,
      besideOf: [recorded],
      beside: (part) => part.map(({ ticket }) => recorded.get(ticket)),
    },
    {
      situation,
      make: (part) => ({
        moved: part.filter(
          ({ ticket, handMade }) => isFree(handMade) && targetBefore(ticket) !== undefined,
        ),
        saying: part.filter(
          (subject) =>
            !isCalledOff(subject) && !isArchived(subject) && moveWordOf(subject) !== undefined,
        ),
      }),
    },
  );
  const targetOf = new Map<Ticket, Ticket>();
  const answerOf = new Map<Ticket, MoveAnswer>();
  const moved = parts.flatMap((part) => part.moved);
  const saying = parts.flatMap((part) => part.saying);
  if (moved.length + saying.length === 0) return { targetOf, answerOf };
  const all = casesByTicket(cases);
  for (const { ticket } of moved) {
    const target = targetBefore(ticket);
    if (target === undefined) continue;
    const later = all.get(target);
    // Where the later row is gone or is not held either, its word says nothing any more.
    const isSilent =
      later === undefined || isCalledOff(later) || targetBefore(target) !== undefined;
    if (isSilent || saysSo(later, ticket)) targetOf.set(ticket, target);
  }
  if (saying.length === 0) return { targetOf, answerOf };
  const around = { all, targetOf, candidates: moveCandidates(cases) };
  for (const subject of saying.toSorted(byReceipt)) {
    const answer = answerFor(subject, around);
    if (answer === undefined) continue;
    answerOf.set(subject.ticket, answer);
    if (answer.kind === 'moved')
      for (const ticket of answer.from) targetOf.set(ticket, subject.ticket);
  }
  return { targetOf, answerOf };
};

const noMoments: readonly Moment[] = [];

interface KnownMoves {
  readonly all: CasesByTicket;
  readonly targetOf: ReadonlyMap<Ticket, Ticket>;
  readonly candidates: ReturnType<typeof moveCandidates>;
}

const answerFor = (subject: Case, around: KnownMoves): MoveAnswer | undefined => {
  const named = moveWordOf(subject)?.tickets ?? [];
  const before = [...around.targetOf].flatMap(([from, to]) =>
    to === subject.ticket ? [from] : [],
  );
  if (named.length === 0) {
    if (before.length > 0) return { kind: 'moved', from: before };
    // Its own day was changed in the row: that is what the word is about.
    if (subject.moments.some(({ kind }) => ownMoves.has(kind))) return undefined;
    const among = around.candidates
      .of(subject)
      .filter(({ ticket, handMade }) => !around.targetOf.has(ticket) && isFree(handMade))
      .map(({ ticket }) => ticket);
    const [only, ...more] = among;
    if (only === undefined) return { kind: 'none' };
    return more.length > 0 ? { kind: 'which', among } : { kind: 'moved', from: [only] };
  }
  for (const ticket of named) {
    const why = whyNot(ticket, subject, around);
    if (why !== undefined) return { kind: 'refused', ticket, why };
  }
  return { kind: 'moved', from: named };
};

const ownMoves: ReadonlySet<Moment['kind']> = new Set(['rescheduled', 'cancelled']);

const whyNot = (
  ticket: Ticket,
  subject: Case,
  { all, targetOf }: KnownMoves,
): MoveRefusal | undefined => {
  const other = all.get(ticket);
  if (other === undefined) return 'unknown';
  const target = targetOf.get(ticket);
  if (target !== undefined) return target === subject.ticket ? undefined : 'taken';
  // Only ever forward, so that no two events wait for each other.
  if (byReceipt(other, subject) >= 0) return 'later';
  if (canMove(other)) return isFree(other.handMade) ? undefined : 'state-by-hand';
  return isCalledOff(other) ? 'called-off' : 'held';
};

/** What staff chose in *Status* stands, and would go on saying that the event is held as it was. */
const isFree = ({ state }: Case['handMade']): boolean =>
  state === undefined || state === 'Dijadwalkan Ulang';

const saysSo = (later: Case, ticket: Ticket): boolean => {
  const word = moveWordOf(later);
  return word !== undefined && (word.tickets.length === 0 || word.tickets.includes(ticket));
};
