/**
 * What a pass leaves in the ledger for the `run` after it: with the same input, that one ends after its read, as a pass of
 * `serve` does.
 *
 * It counts for the very same build, settings and place only (`rest-ground.ts`), until anything may be decided otherwise, and
 * never for longer than an hour; whatever is not as it was makes a whole pass.
 */
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Ledger } from '../../ledger/ledger.ts';
import { restNote } from '../../ledger/rest-note.ts';
import type { PassReport } from './pass-report.ts';
import type { Quiet } from './quiet.ts';

/** What another build wrote may look otherwise; it is not looked into further than this, since its hash says that it is another's. */
const keptForm = z.looseObject({
  answerHash: z.string(),
  since: z.string(),
  nextInstant: z.string(),
});

/** As JSON has it. */
interface KeptRest extends Omit<Quiet, 'since' | 'nextInstant'> {
  readonly since: string;
  readonly nextInstant: string;
}

/** What the pass before left. */
export const keptRest = async ({ recall }: Pick<Ledger, 'recall'>): Promise<Quiet | undefined> => {
  const text = await recall(restNote);
  if (!text) return undefined;
  const said = keptForm.safeParse(JSON.parse(text));
  if (!said.success) return undefined;
  const kept = said.data as unknown as KeptRest;
  return {
    ...kept,
    since: Temporal.Instant.from(kept.since),
    nextInstant: Temporal.Instant.from(kept.nextInstant),
  };
};

/**
 * Leaves it to the next `run`, unless the ledger has gone on since: then it would say nothing. Nor is it left where something
 * could not be looked at: whoever mends that and runs again wants it looked at now.
 */
export const keepRest = async (
  ledger: Pick<Ledger, 'note' | 'revision'>,
  { look, quiet }: Pick<PassReport, 'look' | 'quiet'>,
): Promise<void> => {
  if (quiet === undefined || look.kind !== 'seen' || look.isTroubled) return;
  if ((await ledger.revision()) !== quiet.revision) return;
  await ledger.note(restNote, JSON.stringify(quiet));
};
