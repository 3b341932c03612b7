import { factFields } from '../cases/desk.ts';
import type { LedgerState } from '../cases/ledger-state.ts';
import type { Observation } from '../rows/observe.ts';
import { shownIn } from '../rows/ticket-rows.ts';
import { onceFor } from '../sheet/once-for.ts';
import { asRead } from '../sheet/snapshot.ts';
import { isEmpty, sameCell } from '../sheet/three-way.ts';
import { type GuardLimits, guardPlan, type KnownRows, type Refusal } from './guard.ts';
import { lostLedger } from './lost-ledger.ts';
import { type DeskHome, otherDesk } from './other-desk.ts';
import type { CellChange, Plan } from './plan.ts';

/** What a person said is meant, though it would be refused otherwise. */
export interface Consent {
  readonly acceptLargeChange?: boolean;
  /** Take the tickets that stand in the sheet: the ledger was lost. */
  readonly adopt?: boolean;
}

/**
 * Why this plan must not be carried out, held against what the ledger knew when the pass began. Every plan that is
 * written passes here in the form in which it is written.
 */
export const checkPlan = (
  plan: Plan,
  {
    ledgerState,
    observation,
    limits,
    home,
    consent: { acceptLargeChange = false, adopt = false },
  }: {
    readonly ledgerState: LedgerState;
    readonly observation: Observation;
    readonly limits: GuardLimits;
    readonly home: DeskHome;
    readonly consent: Consent;
  },
): readonly Refusal[] => {
  return [
    ...(adopt ? [] : lostLedger(ledgerState, observation)),
    ...(acceptLargeChange ? [] : otherDesk(ledgerState, observation, home)),
    ...guardPlan(plan, {
      limits,
      known: () => knownIn(ledgerState),
      addsOnly: (change) =>
        isDraft(change) ||
        leadsElsewhere(change) ||
        isFirstLink(change, ledgerState) ||
        isNewProposal(change),
      acceptLargeChange,
    }),
  ];
};

const knownIn = onceFor((ledgerState: LedgerState): KnownRows => {
  const shown = shownIn(ledgerState);
  const active = [...ledgerState.tickets.values()]
    .filter(({ state }) => state === 'active')
    .map(({ ticket }) => ticket);
  const neverShown = new Set(active.filter((ticket) => !shown.has(ticket)));
  return { rows: active.length - neverShown.size, neverShown };
});

/** Told by people who were there: a form that is new brings a month of them at once. */
const isNewProposal = ({ field, was }: CellChange): boolean =>
  factFields.some((fact) => fact === field) && isEmpty(was);

/** What people read stays: a program dropped or cut the links of many cells, or documents were made anew. */
const leadsElsewhere = ({ was, becomes }: CellChange): boolean => sameCell(was, asRead(becomes));

/** Drafts follow the facts and settings of all requests at once; nobody's work is lost with one. */
const isDraft = ({ field }: CellChange): boolean => field === 'draft';

/**
 * The link to a document that was just made, in a cell that never showed one. It takes nothing away, and many come at
 * once for good reason: when the disk had been full, or a kind of document is new.
 */
const isFirstLink = (
  { ticket, field, was, becomes }: CellChange,
  { written }: Pick<LedgerState, 'written'>,
): boolean =>
  typeof becomes === 'object' &&
  becomes.kind === 'link' &&
  isEmpty(was) &&
  isEmpty(written.get(ticket)?.get(field)?.written ?? '');
