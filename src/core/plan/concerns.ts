/** What a plan names as wrong or asked, for whoever reads it on the command line. */
import { ticketOf } from '../cases/case-facts.ts';
import { madeInParts } from '../cases/in-parts.ts';
import { remembering } from '../cases/remembered.ts';
import type { Case, Situation } from '../cases/situation.ts';
import { requestTab } from '../columns/request-tab.ts';
import type { Observation } from '../rows/observe.ts';
import { questionOf } from '../rows/row-questions.ts';
import type { Concern } from './plan.ts';
import { relevantFindings } from './remarks.ts';

/** Of rows without a number, of requests, and of the registers. */
export const concernsOf = (
  cases: readonly Case[],
  {
    observation,
    situation,
  }: {
    readonly observation: Pick<Observation, 'questioned'>;
    readonly situation: Situation;
  },
): readonly Concern[] => [
  ...questionConcerns(observation),
  ...concernsAbout(cases, situation),
  ...deskConcerns(situation),
];

const concernFrom = (subject: Case, situation: Situation): readonly Concern[] => {
  const { ticket, request } = subject;
  const findings = relevantFindings(subject, situation);
  return findings.length > 0 ? [{ tab: requestTab.name, row: request.row, ticket, findings }] : [];
};

const concernsAbout = (cases: readonly Case[], situation: Situation): readonly Concern[] =>
  madeInParts(
    cases,
    { by: concernFrom, keyOf: ticketOf },
    {
      situation,
      make: (part, around) => part.flatMap((subject) => concernOf(subject, around)),
    },
  ).flat();

const concernOf = remembering(concernFrom);

const questionConcerns = ({ questioned }: Pick<Observation, 'questioned'>): readonly Concern[] =>
  questioned.map(({ row, doubt }) => ({
    tab: requestTab.name,
    row,
    findings: [{ kind: 'question', text: questionOf(doubt) }],
  }));

const deskConcerns = ({ desk }: Situation): readonly Concern[] =>
  desk.problems.map(({ tab, row, text }) => ({
    tab,
    ...(row !== undefined && { row }),
    findings: [{ kind: 'warning', text }],
  }));
