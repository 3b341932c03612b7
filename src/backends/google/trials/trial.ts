/**
 * One assumption about Google that a machine can put to the test. Its row in `../BELIEFS.md` bears the same name and says
 * what happens here if it is wrong.
 */
import type { Workshop } from './workshop.ts';

export interface Trial {
  readonly name: string;
  /** In one sentence, as the page says it. */
  readonly belief: string;
  /** What it throws as a ServiceError counts as `untold`, in that error's words. */
  run(shop: Workshop): Promise<TrialAnswer>;
}

export interface TrialAnswer {
  readonly kind: 'holds' | 'fails' | 'untold';
  /** What Google did, in words; nobody's address and nobody's data. */
  readonly seen: string;
}

export const judged = (holds: boolean, seen: string): TrialAnswer => ({
  kind: holds ? 'holds' : 'fails',
  seen,
});

/** Anything as it is shown to a person, not too long. */
export const shown = (value: unknown): string => {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > mostShown ? `${text.slice(0, mostShown)}…` : text;
};

const mostShown = 120;
