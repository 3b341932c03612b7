/**
 * From what the workbook held and what the ledger remembers to the cases that rules decide about.
 *
 * Everything is looked up by header and identity, so it does not matter how staff moved columns or sorted rows.
 */
import type { Temporal } from 'temporal-polyfill';
import { type RequestField, requestTab } from './columns.ts';
import type { Desk } from './desk.ts';
import { handMadeOf, previousOf } from './hand-made.ts';
import type { LedgerState, Moment, Ticket } from './ledger-state.ts';
import { type ColumnLocation, locateColumns } from './locate-columns.ts';
import { observeMoments } from './observe-moments.ts';
import { readRequest } from './reading/read-request.ts';
import { type RequestRow, rowsOf } from './request-rows.ts';
import type { Case } from './situation.ts';
import type { TabSnapshot } from './snapshot.ts';
import { bindRequests, type ObservedRow, observedRows } from './ticket-rows.ts';

/** What one look at Permohonan yields. */
export interface Observation {
  readonly columns: ColumnLocation<RequestField>;
  readonly rows: readonly ObservedRow[];
  readonly cases: readonly Case[];
  /** Moments that this look has found and the ledger does not have yet. */
  readonly newMoments: readonly (Moment & { readonly ticket: Ticket })[];
  /** Rows that cannot be told apart, by row number. */
  readonly unsure: readonly number[];
  readonly gone: readonly Ticket[];
  readonly unknownTickets: readonly Ticket[];
  /** Rows that hold cells of ours but no request any more. */
  readonly strays: readonly RequestRow[];
}

export const observe = ({
  tab,
  ledger,
  desk,
  now,
  timeZone,
  adopt = false,
}: {
  readonly tab: TabSnapshot;
  readonly ledger: LedgerState;
  readonly desk: Desk;
  readonly now: Temporal.Instant;
  readonly timeZone: string;
  readonly adopt?: boolean;
}): Observation => {
  const columns = locateColumns(tab, requestTab);
  const { requests, strays } = rowsOf(tab, columns);
  const binding = bindRequests(requests, ledger, adopt);
  const rows = observedRows(requests, binding, ledger, { now, timeZone });

  const newMoments: (Moment & { ticket: Ticket })[] = [];
  const cases = rows.map((row) => {
    const request = readRequest({
      cells: row.cells,
      row: row.row,
      timeZone,
      settings: desk.settings,
    });
    const { handMade, findings } = handMadeOf(row, desk);
    const known = ledger.moments.get(row.ticket) ?? [];
    const observed = observeMoments({
      request,
      handMadeState: handMade.state,
      known,
      now,
    });
    newMoments.push(...observed.map((moment) => ({ ...moment, ticket: row.ticket })));
    return {
      ticket: row.ticket,
      request,
      moments: [...known, ...observed],
      handMade,
      previous: previousOf(row),
      decided: {},
      findings: [...request.findings, ...findings],
    } satisfies Case;
  });
  return {
    columns,
    rows,
    cases,
    newMoments,
    unsure: binding.unsure,
    gone: binding.gone.filter((ticket) => ledger.tickets.get(ticket)?.state === 'active'),
    unknownTickets: binding.unknownTickets,
    strays,
  };
};
