/** Ordinary changes of a ledger; a test names only what it is about. */
import { Temporal } from 'temporal-polyfill';
import type { LedgerChange, Ticket, TicketRecord } from '../../src/core/cases/ledger-state.ts';

export const now = Temporal.Instant.from('2026-11-02T01:15:00.123456789Z');

export const aChange = (parts: Partial<LedgerChange> = {}): LedgerChange => ({
  newTickets: [],
  rebound: [],
  missing: [],
  found: [],
  moments: [],
  intended: [],
  signatures: [],
  messages: [],
  withdrawn: [],
  complaints: [],
  again: [],
  listings: [],
  history: [],
  ...parts,
});

export const ticketOf = (number: number, year = 2026): Ticket =>
  `VC-${year}-${String(number).padStart(4, '0')}`;

export const aTicket = (number: number, parts: Partial<TicketRecord> = {}): TicketRecord => ({
  ticket: ticketOf(number),
  key: `row ${number}#1`,
  state: 'active',
  ...parts,
});

/** Numbers newly given, with the lines that belong to them. */
export const giving = (...numbers: readonly number[]): LedgerChange =>
  aChange({
    newTickets: numbers.map((number) => aTicket(number)),
    history: numbers.map((number) => ({
      kind: 'ticket-given',
      ticket: ticketOf(number),
      because: 'permohonan baru',
    })),
  });

/** Numbers taken over from a sheet. */
export const adopting = (...numbers: readonly number[]): LedgerChange =>
  aChange({
    newTickets: numbers.map((number) => aTicket(number)),
    history: numbers.map((number) => ({
      kind: 'ticket-adopted',
      ticket: ticketOf(number),
      because: 'diambil dari lembar',
    })),
  });
