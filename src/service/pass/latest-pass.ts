/** When the latest pass over a desk was made: what the clock of the next one is held against. */
import type { Temporal } from 'temporal-polyfill';
import { instantForm, savedWork } from '../../backends/kept-note.ts';
import { isBefore } from '../../core/clock/spans.ts';
import { latestOf } from '../../core/plan/guard-clock.ts';
import type { Ledger } from '../../ledger/ledger.ts';

const name = 'pass.latest';

/** A ledger of an earlier version did not note it, but its history bears the time of the passes that did something. */
export const latestPass = async (ledger: Ledger): Promise<Temporal.Instant | undefined> => {
  const noted = savedWork(instantForm, await ledger.recall(name));
  if (noted !== undefined) return noted;
  const [last] = await ledger.history({ last: 1 });
  return last?.at;
};

/** Less than what is tolerated of a clock that goes back: passes that find nothing to do need not write each minute. */
const notedEvery = { minutes: 5 };

/** Notes a pass before it does anything. One that nobody refused may lie earlier: that was meant. */
export const notePass = async (ledger: Ledger, now: Temporal.Instant): Promise<void> => {
  const before = savedWork(instantForm, await ledger.recall(name));
  const latest = latestOf(now, before);
  if (before !== undefined && isSoonAfter(latest, before)) return;
  await ledger.note(name, latest.toString());
};

const isSoonAfter = (latest: Temporal.Instant, before: Temporal.Instant): boolean =>
  !isBefore(latest, before) && isBefore(latest, before.add(notedEvery));
