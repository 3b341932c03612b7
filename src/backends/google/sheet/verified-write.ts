/**
 * Writing into a sheet that people move under our hands.
 *
 * Look again, write, see where it landed, put right what fell beside its row: a few rounds at most. What is still
 * open then comes back as overtaken, and the next pass finds it.
 */
import type { CellEdit, Locate, Outcome } from '../../../core/sheet/edits.ts';
import { onceFor } from '../../../core/sheet/once-for.ts';
import { asRead, type WorkbookSnapshot } from '../../../core/sheet/snapshot.ts';
import type { Repair } from '../../backend.ts';
import { CallInDoubtError } from '../client/call-in-doubt.ts';
import { judgeLanding } from './landing.ts';
import { type Placed, place, type Target, targetsOf } from './placing.ts';
import type { WriteJournal } from './write-journal.ts';

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

interface VerifiedWriting {
  readonly sheet: SheetAccess;
  readonly journal: WriteJournal;
  readonly locate: Locate;
  /** Told of every cell that is put right. */
  readonly repaired: (repair: Repair) => void;
}

export const writeVerified = async ({
  edits,
  ...writing
}: VerifiedWriting & { readonly edits: readonly CellEdit[] }): Promise<readonly Outcome[]> => {
  // Placed and checked by one look, rows are located once.
  const around = { ...writing, locate: onceFor(writing.locate) };
  const outcomes: Outcome[] = edits.map(() => 'overtaken');
  const settle = (targets: readonly Target[], outcome: Outcome): void => {
    for (const index of targets.flatMap((target) => target.edits)) outcomes[index] = outcome;
  };
  if (edits.length === 0) return outcomes;

  const targets = targetsOf(edits);
  settle(targets.filter(isTooLong), 'failed');
  const seen = await around.sheet.read(new Set(edits.map(({ tab }) => tab)));
  const due = place(
    targets.filter((target) => !isTooLong(target)),
    seen,
    around.locate,
  );
  await sendUntilSettled({ due, seen }, { ...around, written: (done) => settle(done, 'written') });
  return outcomes;
};

/**
 * Puts right what a write that was cut off left beside its rows. What it did not get to write is left to whoever
 * decides anew.
 */
export const finishCutOff = async (around: VerifiedWriting): Promise<void> => {
  const { sheet, journal, locate, repaired } = around;
  const cutOff = await journal.cutOff();
  if (cutOff === undefined) return;
  const { placed, before } = cutOff;
  const after = await sheet.read(new Set(before.tabs.map(({ name }) => name)));
  const { open, repairs } = judgeLanding(placed, { before, after, locate });
  const amends = open.filter((target) => target.amends);
  if (amends.length === 0) return journal.end();
  repairs.forEach(repaired);
  const due = place(amends, after, locate);
  await sendUntilSettled({ due, seen: after }, { ...around, written: () => undefined });
};

/** @throws CallInDoubtError when nobody knows, to the end, what became of it. */
const sendUntilSettled = async (
  first: { readonly due: readonly Placed[]; readonly seen: WorkbookSnapshot },
  {
    sheet,
    journal,
    locate,
    repaired,
    written,
  }: VerifiedWriting & { readonly written: (targets: readonly Target[]) => void },
): Promise<void> => {
  const touched = new Set(first.due.map(({ tab }) => tab));
  let { due, seen } = first;
  let doubt: CallInDoubtError | undefined;
  for (let round = 1; round <= mostRounds && due.length > 0; round += 1) {
    doubt = undefined;
    await journal.begin({ placed: due, before: seen });
    try {
      if (await sheet.send(due, seen, locate)) {
        written(due);
        return journal.end();
      }
    } catch (error) {
      if (!(error instanceof CallInDoubtError)) throw error;
      doubt = error;
    }
    const after = await sheet.read(touched);
    const landing = judgeLanding(due, { before: seen, after, locate });
    written(landing.written);
    landing.repairs.forEach(repaired);
    seen = after;
    due = place(landing.open, seen, locate);
  }
  if (due.length === 0) return journal.end();
  if (doubt !== undefined) throw doubt;
};

const isTooLong = ({ content }: Target): boolean => {
  const shown = asRead(content);
  return typeof shown === 'string' && shown.length > longestText;
};
