/** What staff are told of requests whose row was deleted: nobody serves them, and nothing else in the book shows it. */
import { Temporal } from 'temporal-polyfill';
import type { LedgerState, Moment } from '../cases/ledger-state.ts';
import { missedTickets } from '../cases/missed-tickets.ts';
import type { Situation } from '../cases/situation.ts';
import { list } from '../cases/wording.ts';
import type { Observation } from '../rows/observe.ts';

/** So many days after what last happened to the request; old years may be cleared away in silence. */
const newsDays = 45;

export const goneNotices = (
  { rows, gone }: Pick<Observation, 'rows' | 'gone'>,
  ledger: Pick<LedgerState, 'tickets' | 'moments'>,
  { today, timeZone }: Pick<Situation, 'today' | 'timeZone'>,
): readonly string[] => {
  const missed = new Set([...missedTickets(ledger.tickets), ...gone]);
  const standing = new Set(missed.size === 0 ? [] : rows.map(({ ticket }) => ticket));
  const since = today.subtract({ days: newsDays });
  const isNews = ({ at }: Moment): boolean =>
    Temporal.PlainDate.compare(at.toZonedDateTimeISO(timeZone).toPlainDate(), since) >= 0;
  const tickets = [...missed]
    .filter((ticket) => !standing.has(ticket))
    .filter((ticket) => (ledger.moments.get(ticket) ?? []).some(isNews))
    .sort();
  return tickets.length === 0
    ? []
    : [
        `Baris ${list(tickets)} tidak ada lagi di Permohonan, jadi tidak dilayani. Bila terhapus tanpa sengaja, kembalikan barisnya beserta nomor tiketnya; bila kegiatannya batal, kembalikan juga, lalu pilih Dibatalkan di Status.`,
      ];
};
