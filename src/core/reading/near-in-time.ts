import { Temporal } from 'temporal-polyfill';
import { plainDay } from '../cases/wording.ts';
import { daysBetween } from '../sheet/calendar-days.ts';
import type { DaysAsWritten } from './read-days.ts';

/**
 * Why the day of an event is hardly the one that is meant, as a whole sentence; `undefined` where it is likely.
 *
 * People ask for help with what lies near: an event long before its own form stamp or a year away has a slip in its
 * year, and one whose day and month the other way round would be soon was most likely read the wrong way round, by
 * us or by a spreadsheet set to another country. The right weekday or "(benar)" beside the day settles it.
 * A row without a stamp, typed by staff, is held against the day on which we first saw it; it may tell of what was
 * long ago.
 */
export const unlikelyDay = (
  { from, form, isMeant }: DaysAsWritten,
  {
    submitted,
    firstSeen,
  }: { readonly submitted?: Temporal.PlainDate; readonly firstSeen?: Temporal.PlainDate },
): string | undefined => {
  const asked = submitted ?? firstSeen;
  if (asked === undefined || isMeant) return undefined;
  const ahead = daysBetween(asked, from);
  const other = form === 'words' ? undefined : swapped(from);
  if (other !== undefined && isLikelier(daysBetween(asked, other), ahead, form))
    return `Tanggal Mulai dibaca ${plainDay(from)}, tetapi mungkin yang dimaksud ${plainDay(other)}. Tulis bulannya dengan huruf, misalnya ${plainDay(from)}.`;
  if (submitted === undefined) return undefined;
  const way = `Bila memang benar, tulis ${numbers(from)} (benar).`;
  if (ahead < -longBefore)
    return `Tanggal Mulai ${plainDay(from)} sudah ${-ahead} hari lewat ketika permohonan diajukan. Periksa tahunnya. ${way}`;
  return ahead > farAhead
    ? `Tanggal Mulai ${plainDay(from)} masih ${ahead} hari lagi ketika permohonan diajukan. Periksa tahunnya. ${way}`
    : undefined;
};

/** Requests are keyed in afterwards by weeks, not by seasons. */
const longBefore = 90;
/** Eleven months: a year too late for what has just been. */
const farAhead = 335;

/**
 * Whether the other way round is likelier. A serial number may have been read by a spreadsheet that puts the month
 * first, so it takes less to doubt it than digits that stand as they were typed.
 */
const isLikelier = (other: number, ahead: number, form: DaysAsWritten['form']): boolean => {
  const doubted = form === 'serial' ? { past: 0, ahead: 30 } : { past: 14, ahead: 90 };
  return (
    (ahead < -doubted.past && other >= 0 && other <= 60) ||
    (ahead > doubted.ahead && other >= 0 && other <= 30)
  );
};

const swapped = ({ year, month, day }: Temporal.PlainDate): Temporal.PlainDate | undefined =>
  day > 12 || day === month ? undefined : new Temporal.PlainDate(year, day, month);

const numbers = ({ day, month, year }: Temporal.PlainDate): string =>
  [String(day).padStart(2, '0'), String(month).padStart(2, '0'), year].join('/');
