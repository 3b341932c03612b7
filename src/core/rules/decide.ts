/**
 * Asks the rules in their order what should stand in our columns.
 *
 * A rule sees all cases at once, or answers as if it did (`besideInTime`). Where it throws, the cases that it throws over
 * are found: they are named, what stands in their rows stays, and the rule is asked about the others beside a stand-in of
 * each, so that nobody else is given what is booked there.
 */
import { isArchived, notArchived, onlyArchived, ticketOf } from '../cases/case-facts.ts';
import { codeOf, failureFinding } from '../cases/failures.ts';
import { type ListParts, partsOf } from '../cases/in-parts.ts';
import type { Ticket } from '../cases/ledger-state.ts';
import { keptTogether, recalled } from '../cases/remembered.ts';
import type { Case, Failure, Judgement, Rule, Situation } from '../cases/situation.ts';
import { type AxisParts, type TimeAxis, timeAxis } from '../cases/time-axis.ts';
import { placesApart } from '../clock/days-apart.ts';
import { onceFor } from '../sheet/once-for.ts';
import { archiveRules, besideInTime, onItsDays, rules } from './index.ts';
import { bareStandIn, holding } from './stand-in.ts';

/** The cases with everything that the rules settled and found; each rule sees what those before it decided. */
export const decide = (
  cases: readonly Case[],
  situation: Situation,
  order: readonly Rule[] = rules,
): readonly Case[] => {
  const live = notArchived(cases);
  const decided = asked(live, situation, order);
  if (live === cases) return keptTogether(decided, situation, order);
  const archived = asked(onlyArchived(cases), situation, archiveRules);
  let [liveSoFar, archivedSoFar] = [0, 0];
  const together = partsOf(cases, ticketOf).flatMap((part) =>
    areArchived(part).flatMap((isOver) => {
      if (isOver) archivedSoFar += 1;
      else liveSoFar += 1;
      return (isOver ? archived[archivedSoFar - 1] : decided[liveSoFar - 1]) ?? [];
    }),
  );
  return keptTogether(together, situation, order);
};

const areArchived = onceFor((part: readonly Case[]): readonly boolean[] => part.map(isArchived));

const asked = (
  cases: readonly Case[],
  situation: Situation,
  order: readonly Rule[],
): readonly Case[] => {
  const axis = timeAxis(cases, situation, order);
  const parts = order.reduce<AxisParts>(
    (soFar, rule) =>
      (besideInTime.has(rule) ? askedByParts(rule, soFar, situation) : undefined) ??
      askedOfAll(rule, { axis, parts: soFar, situation }),
    axis.parts,
  );
  return axis.together(parts);
};

/** None where the rule fails over something. */
const askedByParts = (
  rule: Rule,
  parts: AxisParts,
  situation: Situation,
): AxisParts | undefined => {
  try {
    return parts.map((part) =>
      recalled({ by: rule, of: part }, situation, (around) =>
        onItsDays.has(rule) ? judgedByDays(rule, part, around) : judgedTogether(rule, part, around),
      ),
    );
  } catch {
    return undefined;
  }
};

const judgedTogether = (
  rule: Rule,
  cases: readonly Case[],
  situation: Situation,
): readonly Case[] => {
  const judgements = rule(cases, situation);
  return cases.map((subject) =>
    judgedBy(rule, subject, { judgement: judgements.get(subject.ticket), situation }),
  );
};

/** Rules hand on the same events, so the days are told apart once for all of them. */
const placesByDays = (part: readonly Case[], situation: Situation): ListParts<number> => {
  const requests = part.map(({ request }) => request);
  const [first] = requests;
  if (first === undefined) return [];
  const what = { by: placesApart, of: first, very: requests };
  return recalled(what, situation, () => placesApart(part, situation));
};

/** Where nothing changed on some days, what was judged of them stands. */
const judgedByDays = (rule: Rule, part: readonly Case[], situation: Situation): readonly Case[] => {
  const judged = [...part];
  for (const places of placesByDays(part, situation)) {
    const own = places.flatMap((place) => part[place] ?? []);
    const days = keptTogether(own, situation, rule);
    const what = { by: rule, of: days, within: judgedByDays };
    const after = recalled(what, situation, (around) => judgedTogether(rule, days, around));
    for (const [index, subject] of after.entries()) judged[places[index] ?? index] = subject;
  }
  return judged;
};

const askedOfAll = (
  rule: Rule,
  {
    axis,
    parts,
    situation,
  }: { readonly axis: TimeAxis; readonly parts: AxisParts; readonly situation: Situation },
): AxisParts => {
  const cases = axis.together(parts);
  const outcome = attempt(rule, cases, situation);
  if ('error' in outcome)
    return axis.apart(aroundFailing(rule, { cases, situation, first: outcome.error }));
  const said = inTheirParts(outcome.judgements, axis, parts);
  return parts.map((part, at) => {
    const own = said.get(at);
    if (own === undefined) return part;
    return recalled({ by: rule, of: part, from: own }, situation, (around) =>
      part.map((subject, index) =>
        judgedBy(rule, subject, { judgement: own[index], situation: around }),
      ),
    );
  });
};

/** By part, of each of its cases; none where nothing is said of any. */
const inTheirParts = (
  judgements: ReadonlyMap<Ticket, Judgement>,
  axis: TimeAxis,
  parts: AxisParts,
): ReadonlyMap<number, readonly (Judgement | undefined)[]> => {
  const said = new Map<number, (Judgement | undefined)[]>();
  for (const [ticket, judgement] of judgements) {
    const spot = axis.spotOf(ticket);
    if (spot === undefined) continue;
    const own =
      said.get(spot.part) ??
      Array.from<Judgement | undefined>({ length: parts[spot.part]?.length ?? 0 });
    said.set(spot.part, own);
    own[spot.index] = judgement;
  }
  return said;
};

const judgedBy = (
  rule: Rule,
  subject: Case,
  {
    judgement,
    situation,
  }: { readonly judgement: Judgement | undefined; readonly situation: Situation },
): Case =>
  judgement === undefined
    ? subject
    : recalled({ by: rule, of: subject, from: [judgement] }, situation, () =>
        judged(subject, judgement),
      );

type RuleAnswer =
  | { readonly judgements: ReadonlyMap<Ticket, Judgement> }
  | { readonly error: unknown };

/** A rule is asked about the cases that are there; `undefined` stands where one had to be left out. */
const attempt = (
  rule: Rule,
  cases: readonly (Case | undefined)[],
  situation: Situation,
): RuleAnswer => {
  try {
    return {
      judgements: rule(
        cases.filter((each) => each !== undefined),
        situation,
      ),
    };
  } catch (error) {
    return { error };
  }
};

/** More cases than this that a rule throws over one after the other: it fails as a whole. */
const mostFailing = 20;

const aroundFailing = (
  rule: Rule,
  {
    cases,
    situation,
    first,
  }: { readonly cases: readonly Case[]; readonly situation: Situation; readonly first: unknown },
): readonly Case[] => {
  const failing = new Map<Ticket, Failure>();
  const seen: (Case | undefined)[] = [...cases];
  let outcome: RuleAnswer = { error: first };
  while ('error' in outcome) {
    const code = codeOf(outcome.error);
    const index = failing.size < mostFailing ? firstFailing(rule, seen, situation) : undefined;
    const subject = cases[index ?? -1];
    if (index === undefined || subject === undefined)
      return cases.map((each) => withFailure(each, { kind: 'whole-rule', rule: rule.name, code }));
    failing.set(subject.ticket, { kind: 'rule', rule: rule.name, code });
    seen[index] = bareStandIn(subject, situation);
    if ('error' in attempt(rule, seen.slice(0, index + 1), situation)) seen[index] = undefined;
    outcome = attempt(rule, seen, situation);
  }
  const { judgements } = outcome;
  return cases.map((subject) => {
    const failure = failing.get(subject.ticket);
    const judgement = judgements.get(subject.ticket);
    if (failure === undefined) return judged(subject, judgement);
    const held = withFailure(holding(subject, situation), failure);
    return judged(held, { ...judgement, findings: [failureFinding(failure)] });
  });
};

/** The last case of the shortest beginning of the list that the rule throws over; none where it throws over nothing. */
const firstFailing = (
  rule: Rule,
  cases: readonly (Case | undefined)[],
  situation: Situation,
): number | undefined => {
  const throwsOver = (count: number): boolean =>
    'error' in attempt(rule, cases.slice(0, count), situation);
  if (throwsOver(0)) return undefined;
  let [fine, throwing] = [0, cases.length];
  while (throwing - fine > 1) {
    const middle = Math.floor((fine + throwing) / 2);
    if (throwsOver(middle)) throwing = middle;
    else fine = middle;
  }
  return throwing - 1;
};

const withFailure = (subject: Case, failure: Failure): Case => ({
  ...subject,
  failures: [...(subject.failures ?? []), failure],
});

const judged = (subject: Case, judgement: Judgement | undefined): Case =>
  judgement === undefined
    ? subject
    : {
        ...subject,
        decided: { ...subject.decided, ...judgement.decided },
        findings: [...subject.findings, ...(judgement.findings ?? [])],
      };
