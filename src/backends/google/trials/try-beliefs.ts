/** Runs trials one after the other on throw-away files, and removes these whatever happens. */
import { ServiceError } from '../../../errors.ts';
import type { Pace } from '../../pace.ts';
import type { GoogleClient } from '../client/google-client.ts';
import { cellTrials } from './cell-trials.ts';
import { driveTrials } from './drive-trials.ts';
import { formTrials } from './form-trials.ts';
import { removeLeftOvers } from './remove-throw-away.ts';
import { sheetTrials } from './sheet-trials.ts';
import { tableTrials } from './table-trials.ts';
import type { Trial, TrialAnswer } from './trial.ts';
import { openWorkshop } from './workshop.ts';

export const trials: readonly Trial[] = [
  ...sheetTrials,
  ...cellTrials,
  ...tableTrials,
  ...driveTrials,
  ...formTrials,
];

export interface TriedBelief extends Pick<Trial, 'name' | 'belief'>, TrialAnswer {}

export interface TriedBeliefs {
  readonly tried: readonly TriedBelief[];
  /** Addresses of throw-away files that could not be removed. */
  readonly leftBehind: readonly string[];
  /** How many files of earlier runs were removed. */
  readonly cleared: number;
  /** Somebody asked to stop before all were tried. */
  readonly isStopped: boolean;
}

export interface TrialRun {
  readonly client: GoogleClient;
  readonly pace: Pace;
  /** Where the throw-away files are made; absent: in the account's own Drive. */
  readonly parent?: string | undefined;
  /** Those that are wanted. */
  readonly chosen: readonly Trial[];
  readonly signal: AbortSignal;
  readonly progress: (step: string) => void;
}

/** @throws ServiceError when nothing can be made, or nobody is signed in. */
export const tryBeliefs = async ({
  client,
  pace,
  parent,
  chosen,
  signal,
  progress,
}: TrialRun): Promise<TriedBeliefs> => {
  const cleared = await removeLeftOvers(client, pace);
  const { shop, remove } = openWorkshop({ client, pace, parent });
  const tried: TriedBelief[] = [];
  let leftBehind: readonly string[] = [];
  try {
    await shop.folder();
    for (const trial of chosen) {
      if (signal.aborted) break;
      progress(`trying: ${trial.name}`);
      const { name, belief } = trial;
      tried.push({ name, belief, ...(await answerOf(() => trial.run(shop))) });
    }
  } finally {
    leftBehind = await remove();
  }
  return { tried, leftBehind, cleared, isStopped: tried.length < chosen.length };
};

const answerOf = async (run: () => Promise<TrialAnswer>): Promise<TrialAnswer> => {
  try {
    return await run();
  } catch (error) {
    if (error instanceof ServiceError) return { kind: 'untold', seen: error.what };
    throw error;
  }
};
