/**
 * What a pass leaves in the ledger for the `run` after it: with the same input, that one ends after its read, as a pass of
 * `serve` does.
 *
 * It counts for the very same build, settings and place only (`rest-ground.ts`), until anything may be decided otherwise, and
 * never for longer than an hour; whatever is not as it was makes a whole pass.
 */
import { z } from 'zod';
import { instantForm, jsonNote, savedWork } from '../../backends/kept-note.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { restNote } from '../../ledger/rest-note.ts';
import type { PassReport } from './pass-report.ts';
import type { Quiet } from './quiet.ts';

/** To the last field: what another build left may mean something else, and then a pass looks for itself. */
const quietForm: z.ZodType<Quiet> = z.strictObject({
  answerHash: z.string(),
  revision: z.int(),
  since: instantForm,
  nextInstant: instantForm,
  documents: z.array(z.strictObject({ id: z.string(), fingerprint: z.string() })).exactOptional(),
  told: z
    .strictObject({
      requests: z.int(),
      notices: z.array(z.string()),
      concerns: z.array(
        z.strictObject({
          tab: z.string(),
          row: z.int().exactOptional(),
          ticket: z.string().exactOptional(),
          findings: z.array(
            z.strictObject({
              kind: z.enum(['defect', 'question', 'warning']),
              field: z.string().exactOptional(),
              text: z.string(),
            }),
          ),
        }),
      ),
    })
    .exactOptional(),
});
const keptForm = jsonNote(quietForm);

/** What the pass before left. */
export const keptRest = async ({ recall }: Pick<Ledger, 'recall'>): Promise<Quiet | undefined> =>
  savedWork(keptForm, await recall(restNote));

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
