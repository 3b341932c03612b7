/** What `doctor` looks at: a list of checks in order, each standing on those that it needs. */
import { ServiceError } from '../../errors.ts';

export interface Diagnosis {
  /** `warned`: the desk works, but somebody should know. */
  readonly state: 'right' | 'warned' | 'wrong' | 'skipped';
  readonly what?: string;
  readonly todo?: string;
}

export interface Check {
  readonly name: string;
  /** Names of checks before it without which this one cannot be made. */
  readonly needs: readonly string[];
  /** What it throws as a ServiceError counts as wrong, in that error's words. */
  look(): Diagnosis | Promise<Diagnosis>;
}

export interface CheckResult extends Diagnosis {
  readonly check: string;
}

export const right = (what?: string): Diagnosis => ({
  state: 'right',
  ...(what !== undefined && { what }),
});

export const warned = (what: string, todo: string): Diagnosis => ({ state: 'warned', what, todo });

export const wrong = (what: string, todo: string): Diagnosis => ({ state: 'wrong', what, todo });

/** Makes the checks one after the other; one that needs a failed or skipped one is skipped. */
export const runChecks = async (
  checks: readonly Check[],
  progress: (step: string) => void,
): Promise<readonly CheckResult[]> => {
  const results: CheckResult[] = [];
  const failed = new Set<string>();
  for (const { name, needs, look } of checks) {
    progress(`checking: ${name}`);
    const obstacle = needs.find((each) => failed.has(each));
    const finding: Diagnosis =
      obstacle === undefined
        ? await find(look)
        : { state: 'skipped', what: `waits for "${obstacle}"` };
    if (finding.state === 'wrong' || obstacle !== undefined) failed.add(name);
    results.push({ check: name, ...finding });
  }
  return results;
};

const find = async (look: Check['look']): Promise<Diagnosis> => {
  try {
    return await look();
  } catch (error) {
    if (error instanceof ServiceError) return wrong(error.what, error.todo);
    throw error;
  }
};
