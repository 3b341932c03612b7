/** That a nightly check found passes to remember something wrongly: kept, so that Ringkasan tells of it for a week. */
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { instantForm, jsonNote, savedWork } from '../../backends/kept-note.ts';
import { compareInstants } from '../../core/cases/watched-now.ts';
import {
  type Misremembered,
  type RememberedPart,
  rememberedParts,
} from '../../core/overview/misremembered.ts';
import type { Ledger } from '../../ledger/ledger.ts';

const toldDays = 7;
const memoryName = 'misremembered';
/** Whatever is remembered wrongly still, the next night finds again. */
const remembered = jsonNote(z.object({ at: instantForm, parts: z.array(z.enum(rememberedParts)) }));

export const rememberMisremembered = (
  ledger: Pick<Ledger, 'remember'>,
  parts: readonly RememberedPart[],
  now: Temporal.Instant,
): Promise<void> => ledger.remember(memoryName, JSON.stringify({ at: now.toString(), parts }));

/** What Ringkasan still says of it. */
export const lastMisremembered = async (
  ledger: Pick<Ledger, 'recall'>,
  { now, timeZone }: { readonly now: Temporal.Instant; readonly timeZone: string },
): Promise<Misremembered | undefined> => {
  const noted = savedWork(remembered, await ledger.recall(memoryName));
  if (noted === undefined) return undefined;
  const { at: found, parts } = noted;
  const isTold = compareInstants(found, now.subtract({ hours: toldDays * 24 })) >= 0;
  return isTold ? { day: found.toZonedDateTimeISO(timeZone).toPlainDate(), parts } : undefined;
};
