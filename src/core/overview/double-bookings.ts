/** Double bookings for Ringkasan: each pair once, for as long as the month's work may still be put right. */
import { Temporal } from 'temporal-polyfill';
import type { Case, Situation } from '../cases/situation.ts';
import { firstOf } from '../cases/wording.ts';
import { dayOfCase } from '../figures/by-month.ts';

const toldDays = 31;
const namedAtMost = 10;

export const doubleBookingNotices = (
  cases: readonly Case[],
  { today, timeZone }: Pick<Situation, 'today' | 'timeZone'>,
): readonly string[] => {
  const fieldsOf = new Map<string, Set<string>>();
  for (const subject of cases) {
    const bookings = subject.decided.doubleBookings ?? [];
    if (bookings.length === 0) continue;
    const day = dayOfCase(subject, timeZone);
    const isOld = day && Temporal.PlainDate.compare(day.add({ days: toldDays }), today) < 0;
    for (const { ticket, field } of isOld ? [] : bookings) {
      const pair = [subject.ticket, ticket].sort().join(' dan ');
      fieldsOf.set(pair, (fieldsOf.get(pair) ?? new Set()).add(field));
    }
  }
  const pairs = [...fieldsOf]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([pair, fields]) => `${pair} (${[...fields].join(', ')})`);
  if (pairs.length === 0) return [];
  const named = firstOf(pairs, namedAtMost, (more) => `${more} pasangan lainnya`);
  return [
    `Tercatat ganda pada waktu yang sama dan belum diselesaikan: ${named.join('; ')}. Baca Keterangan di barisnya.`,
  ];
};
