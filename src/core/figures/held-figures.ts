/** What is recorded of the events held: whether anybody told of them, whether there were incidents, who came. */
import { isCalledOff } from '../cases/case-facts.ts';
import type { Case } from '../cases/situation.ts';
import { begunStates, isIn } from '../cases/state-groups.ts';
import { isToldHeld } from '../clock/held.ts';
import { sumOf } from './sum-of.ts';

/** Events held, by what *Kendala Ada* and the tab Kendala say together; each is in one of them. */
export interface IncidentAnswers {
  /** Staff say that there were none, and none is logged. */
  readonly none: number;
  readonly logged: number;
  /** Staff say that there were some, and none is logged. */
  readonly unlogged: number;
  readonly unanswered: number;
}

export interface HeldFigures {
  readonly held: number;
  /** Of them, those of which only the confirmation tells: nobody has recorded that they took place. */
  readonly untold: number;
  readonly incidentAnswers: IncidentAnswers;
  readonly participants: {
    readonly planned: number;
    /** Requests that name a number. */
    readonly plannedOf: number;
    readonly attended: number;
    /** Events with a count of those who came. */
    readonly attendedOf: number;
  };
}

export const heldFigures = (
  cases: readonly Case[],
  /** Tickets with an incident in the tab Kendala. */
  logged: ReadonlySet<string>,
): HeldFigures => {
  const held = cases.filter((subject) => isIn(begunStates, subject));
  const isLogged = ({ ticket }: Case): boolean => logged.has(ticket);
  const saying = (answer: boolean | undefined): number =>
    held.filter((subject) => !isLogged(subject) && subject.request.staff.incidents === answer)
      .length;
  const planned = cases
    .filter((subject) => !isCalledOff(subject))
    .flatMap(({ request }) => request.answers.participants ?? []);
  const attended = cases.flatMap(({ request }) => request.staff.attended ?? []);
  return {
    held: held.length,
    untold: held.filter((subject) => !isToldHeld(subject)).length,
    incidentAnswers: {
      none: saying(false),
      logged: held.filter(isLogged).length,
      unlogged: saying(true),
      unanswered: saying(undefined),
    },
    participants: {
      planned: sum(planned),
      plannedOf: planned.length,
      attended: sum(attended),
      attendedOf: attended.length,
    },
  };
};

export const addHeld = (months: readonly HeldFigures[]): HeldFigures => {
  const answered = (kind: keyof IncidentAnswers): number =>
    sumOf(months, ({ incidentAnswers }) => incidentAnswers[kind]);
  const counted = (kind: keyof HeldFigures['participants']): number =>
    sumOf(months, ({ participants }) => participants[kind]);
  return {
    held: sumOf(months, ({ held }) => held),
    untold: sumOf(months, ({ untold }) => untold),
    incidentAnswers: {
      none: answered('none'),
      logged: answered('logged'),
      unlogged: answered('unlogged'),
      unanswered: answered('unanswered'),
    },
    participants: {
      planned: counted('planned'),
      plannedOf: counted('plannedOf'),
      attended: counted('attended'),
      attendedOf: counted('attendedOf'),
    },
  };
};

const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0);
