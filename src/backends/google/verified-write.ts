/**
 * Writing into a sheet that people move under our hands.
 *
 * Look again, write, see where it landed, put right what fell beside its row: a few rounds at most. What is still
 * open then comes back as overtaken, and the next pass finds it.
 */
import type { CellEdit, Locate, Outcome } from '../../core/edits.ts';
import { asRead, type WorkbookSnapshot } from '../../core/snapshot.ts';
import type { Repair } from '../backend.ts';
import { CallInDoubtError } from './call-in-doubt.ts';
import { judgeLanding } from './landing.ts';
import { type Placed, place, type Target, targetsOf } from './placing.ts';

/** The two calls that a write consists of. */
export interface SheetAccess {
  /** The tabs of these names as they are now; all when none are named. */
  read(tabs?: ReadonlySet<string>): Promise<WorkbookSnapshot>;
  /**
   * Sends one write, all or none. Answers whether everything stands where it belongs right after it.
   * @throws CallInDoubtError when nobody knows whether it took effect.
   */
  send(placed: readonly Placed[], seen: WorkbookSnapshot, locate: Locate): Promise<boolean>;
}

/** So often a write is looked after: once as planned, and three rounds of putting right. */
const mostRounds = 4;

/** Longer text does not fit into a cell of Google's. */
const longestText = 50_000;

export const writeVerified = async ({
  sheet,
  edits,
  locate,
  repaired,
}: {
  readonly sheet: SheetAccess;
  readonly edits: readonly CellEdit[];
  readonly locate: Locate;
  readonly repaired: (repair: Repair) => void;
}): Promise<readonly Outcome[]> => {
  const outcomes: Outcome[] = edits.map(() => 'overtaken');
  const settle = (targets: readonly Target[], outcome: Outcome): void => {
    for (const index of targets.flatMap((target) => target.edits)) outcomes[index] = outcome;
  };
  if (edits.length === 0) return outcomes;

  const touched = new Set(edits.map(({ tab }) => tab));
  const targets = targetsOf(edits);
  settle(targets.filter(isTooLong), 'failed');
  let seen = await sheet.read(touched);
  let due = place(
    targets.filter((target) => !isTooLong(target)),
    seen,
    locate,
  );
  let doubt: CallInDoubtError | undefined;
  for (let round = 1; round <= mostRounds && due.length > 0; round += 1) {
    doubt = undefined;
    try {
      if (await sheet.send(due, seen, locate)) {
        settle(due, 'written');
        return outcomes;
      }
    } catch (error) {
      if (!(error instanceof CallInDoubtError)) throw error;
      doubt = error;
    }
    const after = await sheet.read(touched);
    const { written, open, repairs } = judgeLanding(due, { before: seen, after, locate });
    settle(written, 'written');
    repairs.forEach(repaired);
    seen = after;
    due = place(open, seen, locate);
  }
  if (doubt !== undefined && due.length > 0) throw doubt;
  return outcomes;
};

const isTooLong = ({ content }: Target): boolean => {
  const shown = asRead(content);
  return typeof shown === 'string' && shown.length > longestText;
};
