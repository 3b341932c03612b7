import type { LedgerState } from '../cases/ledger-state.ts';
import type { Observation } from '../rows/observe.ts';
import { shownIn } from '../rows/ticket-rows.ts';
import type { Refusal } from './guard.ts';

/** Whether a ledger is worked with from the workbook it was worked with last. */
export type DeskHome =
  | { readonly kind: 'as before' }
  /** `before` is absent where no pass noted it yet. */
  | { readonly kind: 'another'; readonly now: string; readonly before?: string };

/**
 * A workbook in which nothing stands of what its ledger knows, and which lies elsewhere than the ledger's last one: it is
 * another office's, whose settings name the same ledger. Their numbers, moments and messages would run into one another.
 * A workbook that was moved still carries its requests.
 */
export const otherDesk = (
  ledger: LedgerState,
  { rows }: Pick<Observation, 'rows'>,
  home: DeskHome,
): readonly Refusal[] => {
  if (home.kind === 'as before') return [];
  const isShown = shownIn(ledger);
  const shown = [...ledger.tickets.values()].filter(
    ({ ticket, state }) => state === 'active' && isShown.has(ticket),
  );
  const isOurs = rows.some(({ ticket, key }) => ledger.tickets.get(ticket)?.key === key);
  return shown.length === 0 || isOurs ? [] : [refusal(shown.length, home)];
};

/** The ledger is another office's then, and so is whoever would be told. */
export const isOtherDesk = (refusals: readonly Pick<Refusal, 'kind'>[]): boolean =>
  refusals.some(({ kind }) => kind === 'other-desk');

const refusal = (
  count: number,
  { now, before }: Extract<DeskHome, { readonly kind: 'another' }>,
): Refusal => ({
  kind: 'other-desk',
  text: `The ledger that the settings name knows ${count} requests${before === undefined ? '' : ` of the workbook "${before}"`}, and none of them stands in "${now}": it is another desk's. Give this desk a ledger of its own, in PostgreSQL with another number ("…?desk=2"). If it is the same desk in a new workbook, run once with --accept-large-change. Nothing was written.`,
});
