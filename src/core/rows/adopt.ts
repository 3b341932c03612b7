/**
 * Which shared cells of an adopted sheet people chose themselves: the ledger that knew is lost.
 *
 * What the rules would propose without knowing the cell is taken for ours; everything else stands as hand-made, so that
 * nothing staff decided is undone. Wrongly kept, a cell waits for somebody to empty it; wrongly taken, a decision would
 * be lost without a word.
 */
import type { Temporal } from 'temporal-polyfill';
import { factFields } from '../cases/desk.ts';
import type { Case, Rule, Situation } from '../cases/situation.ts';
import { compareInstants } from '../cases/watched-now.ts';
import { sharedColumns, sharedFields } from '../columns/request-tab.ts';
import { readState } from '../reading/states.ts';
import { decide } from '../rules/decide.ts';
import { asRead } from '../sheet/snapshot.ts';
import { isEmpty, sameCell } from '../sheet/three-way.ts';
import type { Observation } from './observe.ts';
import { type TicketCell, ticketCell } from './ticket-rows.ts';

/**
 * @param observe A look at the sheet in which these cells count as hand-made, and the other shared ones as ours.
 * @returns The cells that do so once everything has settled: then no other shared cell of an adopted row changes.
 */
export const handMadeInSheet = (
  observe: (handMade: ReadonlySet<TicketCell>) => Observation,
  { situation, rules }: { readonly situation: Situation; readonly rules: readonly Rule[] },
): ReadonlySet<TicketCell> => {
  // Facts rest on no rule: whatever reads otherwise than what was told is the staff's, and rules must see it as such.
  const handMade = new Set<TicketCell>(factsOfStaff(observe(new Set())));
  // First without what stands there, which the rules would keep to; then with it, until nothing would be changed.
  for (const remembered of [unremembered, (subject: Case) => subject]) {
    for (;;) {
      const observation = observe(handMade);
      const others = othersThanProposed(observation, { situation, rules, remembered }).filter(
        (place) => !handMade.has(place),
      );
      if (others.length === 0) break;
      for (const place of others) handMade.add(place);
    }
  }
  return handMade;
};

const factsOfStaff = ({ rows, cases }: Observation): readonly TicketCell[] => {
  const proposals = new Map(cases.map((subject) => [subject.ticket, subject.proposals]));
  return rows.flatMap(({ ticket, cells, how }) =>
    how !== 'adopted'
      ? []
      : factFields
          .filter((field) => !isEmpty(cells[field]))
          .filter((field) => !sameCell(cells[field], proposals.get(ticket)?.[field]?.cell ?? ''))
          .map((field) => ticketCell(ticket, field)),
  );
};

const unremembered = (subject: Case): Case => ({
  ...subject,
  previous: Object.fromEntries(
    Object.entries(subject.previous).filter(
      ([field]) => !sharedFields.some((one) => one === field),
    ),
  ),
});

interface Asking {
  readonly situation: Situation;
  readonly rules: readonly Rule[];
  /** The case without what stands there, or with it. */
  readonly remembered: (subject: Case) => Case;
}

const othersThanProposed = (
  { rows, cases }: Observation,
  { situation, rules, remembered }: Asking,
): readonly TicketCell[] => {
  const adopted = new Set(rows.filter(({ how }) => how === 'adopted').map(({ ticket }) => ticket));
  const before = new Map(cases.map((subject) => [subject.ticket, subject]));
  const asked = cases.map((subject) =>
    adopted.has(subject.ticket) ? remembered(subject) : subject,
  );
  const decided = new Map(
    decide(asked, situation, rules).map((subject) => [subject.ticket, subject]),
  );
  return rows.flatMap(({ ticket, cells }) => {
    const subject = decided.get(ticket);
    const observed = before.get(ticket);
    if (!adopted.has(ticket) || subject === undefined || observed === undefined) return [];
    return sharedColumns
      .filter(({ field }) => !isEmpty(cells[field]))
      .filter(({ field, shows }) => !sameCell(cells[field], asRead(shows(subject).content)))
      .filter(
        ({ field }) =>
          field !== 'state' || !wasDueBefore(observed, String(cells.state), { situation, rules }),
      )
      .map(({ field }) => ticketCell(ticket, field));
  });
};

/**
 * Whether the hours of the event alone have carried the state on since the service wrote it: before the event, during
 * it or just after, the rules said what stands there.
 */
const wasDueBefore = (
  subject: Case,
  cell: string,
  { situation, rules }: Pick<Asking, 'situation' | 'rules'>,
): boolean => {
  const state = readState(cell);
  const { sessions = [] } = subject.request.answers.schedule ?? {};
  const [first, last] = [sessions[0]?.start.toInstant(), sessions.at(-1)?.end.toInstant()];
  if (state !== cell.trim() || first === undefined || last === undefined) return false;
  return [first.subtract({ seconds: 1 }), first, last]
    .filter((at) => compareInstants(at, situation.now) < 0)
    .some((now) => {
      const today = now.toZonedDateTimeISO(situation.timeZone).toPlainDate();
      const [decided] = decide([asOf(subject, now)], { ...situation, now, today }, rules);
      return decided?.decided.state?.is === state;
    });
};

const asOf = (subject: Case, now: Temporal.Instant): Case => ({
  ...subject,
  moments: subject.moments.filter(({ at }) => compareInstants(at, now) <= 0),
});
