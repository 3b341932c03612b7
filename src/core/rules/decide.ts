/**
 * Asks the rules in their order what should stand in our columns.
 *
 * A rule sees all cases at once. Where it throws, the cases that it throws over are found: they are named, what stands
 * in their rows stays, and the rule is asked about the others beside a stand-in of each, so that nobody else is given
 * what is booked there.
 */
import { isArchived } from '../cases/case-facts.ts';
import { codeOf, failureFinding } from '../cases/failures.ts';
import type { Ticket } from '../cases/ledger-state.ts';
import { recalled } from '../cases/remembered.ts';
import type { Case, Failure, Judgement, Rule, Situation } from '../cases/situation.ts';
import { rules } from './index.ts';
import { limitDisclosure } from './limit-disclosure.ts';
import { settleArchived } from './settle-archived.ts';
import { bareStandIn, holding } from './stand-in.ts';

/** The cases with everything that the rules settled and found; each rule sees what those before it decided. */
export const decide = (
  cases: readonly Case[],
  situation: Situation,
  order: readonly Rule[] = rules,
): readonly Case[] => {
  const live = asked(
    cases.filter((subject) => !isArchived(subject)),
    situation,
    order,
  );
  const archived = asked(cases.filter(isArchived), situation, archiveRules);
  if (archived.length === 0) return live;
  const byTicket = new Map([...live, ...archived].map((subject) => [subject.ticket, subject]));
  return cases.map((subject) => byTicket.get(subject.ticket) ?? subject);
};

/** What is over and only counted takes nobody's time and nothing from the shelf. */
const archiveRules: readonly Rule[] = [limitDisclosure, settleArchived];

const asked = (
  cases: readonly Case[],
  situation: Situation,
  order: readonly Rule[],
): readonly Case[] =>
  order.reduce<readonly Case[]>((soFar, rule) => {
    const outcome = attempt(rule, soFar, situation);
    return 'error' in outcome
      ? aroundFailing(rule, { cases: soFar, situation, first: outcome.error })
      : soFar.map((subject) => {
          const judgement = outcome.judgements.get(subject.ticket);
          return judgement === undefined
            ? subject
            : recalled({ by: rule, of: subject, from: [judgement] }, situation, () =>
                judged(subject, judgement),
              );
        });
  }, cases);

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
