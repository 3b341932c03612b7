/** Asks the rules in their order what should stand in our columns. */
import { rules } from './rules/index.ts';
import type { Case, Judgement, Rule, Situation } from './situation.ts';

/** The cases with everything that the rules settled and found; each rule sees what those before it decided. */
export const decide = (
  cases: readonly Case[],
  situation: Situation,
  order: readonly Rule[] = rules,
): readonly Case[] =>
  order.reduce<readonly Case[]>((soFar, rule) => {
    const judgements = rule(soFar, situation);
    return soFar.map((subject) => judged(subject, judgements.get(subject.ticket)));
  }, cases);

const judged = (subject: Case, judgement: Judgement | undefined): Case =>
  judgement === undefined
    ? subject
    : {
        ...subject,
        decided: { ...subject.decided, ...judgement.decided },
        findings: [...subject.findings, ...(judgement.findings ?? [])],
      };
