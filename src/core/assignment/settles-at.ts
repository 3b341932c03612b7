import type { Temporal } from 'temporal-polyfill';
import type { Desk } from '../cases/desk.ts';
import type { Case } from '../cases/situation.ts';
import { isWorkingDay } from '../clock/office-time.ts';

/**
 * When the people of an event become definite: on the last working day before it, at the hour that the settings say, so
 * that letters are ready for signature while somebody is at the office. How many working days before is a setting too.
 */
export const settlesAt = (
  { request: { answers } }: Pick<Case, 'request'>,
  { settings, holidays }: Pick<Desk, 'settings' | 'holidays'>,
): Temporal.ZonedDateTime | undefined => {
  const first = answers.schedule?.sessions[0];
  if (first === undefined) return undefined;
  const day = workingDayBefore(first.start.toPlainDate(), settings.settleDays, { holidays });
  return day.toZonedDateTime({
    timeZone: first.start.timeZoneId,
    plainTime: settings.settleTime,
  });
};

/** A calendar without working days is a mistake in the settings, not a reason to search on. */
const searchDays = 400;

/** So many working days before a day. */
export const workingDayBefore = (
  day: Temporal.PlainDate,
  days: number,
  calendar: Pick<Desk, 'holidays'>,
): Temporal.PlainDate => {
  let found = day;
  let left = days;
  for (let searched = 0; left > 0 && searched < searchDays; searched += 1) {
    found = found.subtract({ days: 1 });
    if (isWorkingDay(found, calendar)) left -= 1;
  }
  return found;
};
