/**
 * What a pass leaves in the ledger for the `run` after it: with the same input, that one ends after its read, as a pass of
 * `serve` does.
 *
 * It counts for the very same build, settings and place only, until anything may be decided otherwise, and never for longer
 * than an hour; whatever is not as it was makes a whole pass.
 */
import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { Config } from '../../config.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { restNote } from '../../ledger/rest-note.ts';
import { programMark } from '../../program-mark.ts';
import type { PassParts } from './pass-parts.ts';
import type { PassReport } from './pass-report.ts';
import type { Quiet } from './quiet.ts';

/** What else a pass goes by, besides what `Quiet` tells of: as one text, and nothing where that cannot be told. */
export type RestGround = string | undefined;

export const restGround = (
  config: Config,
  { home = '' }: Pick<PassParts, 'home'>,
  program: string | undefined = programMark(),
): RestGround =>
  program &&
  createHash('sha256')
    .update(JSON.stringify([program, config, home]))
    .digest('hex');

/** As JSON has it. */
interface KeptRest extends Omit<Quiet, 'since' | 'nextInstant'> {
  readonly ground: string;
  readonly since: string;
  readonly nextInstant: string;
}

/** What the pass before left on the same ground. */
export const keptRest = async (
  { recall }: Pick<Ledger, 'recall'>,
  ground: RestGround,
): Promise<Quiet | undefined> => {
  const text = ground && (await recall(restNote));
  if (!text) return undefined;
  // What another build wrote is not looked into.
  const kept = JSON.parse(text) as Partial<KeptRest>;
  if (kept.ground !== ground) return undefined;
  const { ground: _, ...quiet } = kept as KeptRest;
  return {
    ...quiet,
    since: Temporal.Instant.from(quiet.since),
    nextInstant: Temporal.Instant.from(quiet.nextInstant),
  };
};

/**
 * Leaves it to the next `run`, unless the ledger has gone on since: then it would say nothing. Nor is it left where something
 * could not be looked at: whoever mends that and runs again wants it looked at now.
 */
export const keepRest = async (
  ledger: Pick<Ledger, 'note' | 'revision'>,
  {
    report: { look, quiet },
    ground,
  }: { readonly report: Pick<PassReport, 'look' | 'quiet'>; readonly ground: RestGround },
): Promise<void> => {
  if (ground === undefined || quiet === undefined) return;
  if (look.kind !== 'seen' || look.isTroubled || (await ledger.revision()) !== quiet.revision)
    return;
  await ledger.note(restNote, JSON.stringify({ ground, ...quiet }));
};
