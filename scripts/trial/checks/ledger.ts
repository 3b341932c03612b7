/** Whether the ledger, read with nothing but SQL, knows the same tickets as the sheet. */
import { join } from 'node:path';
import Database from 'libsql';
import type { Memory } from '../memory.ts';
import type { ViewedTab } from '../sheet-view.ts';
import { type Check, checkEach } from './check.ts';

interface TicketRow {
  readonly ticket: string;
  readonly year: number;
  readonly number: number;
  readonly state: 'active' | 'missing';
}

export const checkLedger = (
  deskFolder: string,
  tab: ViewedTab,
  { known }: Memory,
): readonly Check[] => {
  const file = new Database(join(deskFolder, '.layanan-vicon/ledger.db'));
  const tickets = file
    .prepare('select ticket, year, number, state from ticket order by year, number')
    .all() as readonly TicketRow[];
  const lastNumbers = file.prepare('select year, number from last_number').all() as readonly {
    readonly year: number;
    readonly number: number;
  }[];
  file.close();

  const shown = new Set(
    tab.rows.map((row) => row.reads('Nomor Tiket')).filter((each) => each !== ''),
  );
  const stateOf = new Map(tickets.map(({ ticket, state }) => [ticket, state]));
  const active = tickets.filter(({ state }) => state === 'active').map(({ ticket }) => ticket);
  const deleted = known.filter(({ isDeleted }) => isDeleted).map(({ ticket = '' }) => ticket);
  return [
    checkEach(
      'tickets of the sheet active in the ledger',
      new Set([...shown, ...active]),
      (ticket) => {
        if (!shown.has(ticket)) return `${ticket} is active but stands in no row`;
        const state = stateOf.get(ticket);
        return state === 'active' ? undefined : `${ticket} is ${state ?? 'unknown'} in the ledger`;
      },
    ),
    checkEach('tickets of deleted rows marked as gone', deleted, (ticket) =>
      stateOf.get(ticket) === 'missing' ? undefined : `${ticket} is ${stateOf.get(ticket)}`,
    ),
    checkEach('years whose numbers run on without a gap', lastNumbers, ({ year, number }) => {
      const numbers = tickets.filter((each) => each.year === year).map((each) => each.number);
      const isWhole = numbers.length === number && new Set(numbers).size === number;
      return isWhole ? undefined : `${year}: ${numbers.length} tickets up to number ${number}`;
    }),
  ];
};
