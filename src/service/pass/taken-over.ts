/**
 * Tickets that were taken over from the sheet because the ledger had not given them: told at once, and for a week in
 * Ringkasan, since what the ledger knew of them besides is lost.
 */
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { instantForm, jsonNote, keptFact } from '../../backends/kept-note.ts';
import type { Ticket } from '../../core/cases/ledger-state.ts';
import { compareInstants } from '../../core/cases/watched-now.ts';
import type { Observation } from '../../core/rows/observe.ts';
import type { Ledger } from '../../ledger/ledger.ts';

const toldDays = 7;
const memoryName = 'taken-over tickets';
const form = jsonNote(z.array(z.object({ ticket: z.string(), at: instantForm })));
type TakenOver = z.output<typeof form>;

/** What Ringkasan still says of earlier passes. */
export const earlierTakeOvers = async (
  ledger: Pick<Ledger, 'recall'>,
  now: Temporal.Instant,
): Promise<readonly Ticket[]> => (await recall(ledger, now)).map(ticketOf);

/** Told of this pass. A whole ledger that was rebuilt by `adopt` is no news ticket by ticket. */
export const takeOversOf = (
  { rows }: Pick<Observation, 'rows'>,
  { adopt }: { readonly adopt: boolean },
): readonly Ticket[] =>
  adopt ? [] : rows.filter(({ how }) => how === 'adopted').map(({ ticket }) => ticket);

export const rememberTakeOvers = async (
  ledger: Pick<Ledger, 'recall' | 'remember'>,
  tickets: readonly Ticket[],
  now: Temporal.Instant,
): Promise<void> => {
  if (tickets.length === 0) return;
  const all = [...(await recall(ledger, now)), ...tickets.map((ticket) => ({ ticket, at: now }))];
  await ledger.remember(memoryName, JSON.stringify(all));
};

const recall = async (
  ledger: Pick<Ledger, 'recall'>,
  now: Temporal.Instant,
): Promise<TakenOver> => {
  const all = keptFact({ name: memoryName, form }, await ledger.recall(memoryName)) ?? [];
  const oldest = now.subtract({ hours: toldDays * 24 });
  return all.filter(({ at }) => compareInstants(at, oldest) >= 0);
};

const ticketOf = ({ ticket }: TakenOver[number]): Ticket => ticket;
