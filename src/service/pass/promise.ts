import { settledCells } from '../../core/plan/settled-cells.ts';
import { originalToPromise } from '../../core/rows/copied-cells.ts';
import { rememberCalendars } from '../officer-calendars.ts';
import { noteHome } from './desk-home.ts';
import type { Seen } from './look.ts';
import type { PassParts } from './pass-parts.ts';
import { rememberTakeOvers } from './taken-over.ts';
import { noteTelling } from './telling-since.ts';
import { rememberKeeper } from './troubles.ts';

/** Puts into the ledger what the look found, before anything shows it: tickets, moments, and whose rows they are. */
export const promise = async (
  { ledger, messageKinds, home }: Pick<PassParts, 'ledger' | 'messageKinds' | 'home'>,
  {
    now,
    home: known,
    plan,
    situation,
    observation,
    ledgerState: { documents },
    linked,
    takenOver,
    calendars,
  }: Seen,
): Promise<void> => {
  await noteHome({ ledger, ...(home !== undefined && { home }) }, known);
  // First, so that no kill between the two leaves it untold.
  await rememberTakeOvers(ledger, takenOver, now);
  await rememberCalendars(ledger, calendars);
  await rememberKeeper(ledger, situation);
  await noteTelling(ledger, { tells: messageKinds.length > 0, now });
  const intended = observation.rows.flatMap(originalToPromise);
  await ledger.commit({ ...plan.ledger, intended }, now, now.toString());
  // Before anything else is intended: a kill between the two would make our own values look like a person's.
  const settled = settledCells(observation, { documents, linked });
  if (settled.length > 0) await ledger.confirm(settled);
};
