/** When people may be written to, in words of its own, so that a fault of the product's does not hide here. */
import type { Temporal } from 'temporal-polyfill';
import { timeZone } from '../builders.ts';

export const holiday = '2026-11-18';

export const isDecentHour = (
  moment: Temporal.Instant,
  urgency: 'ordinary' | 'urgent' = 'ordinary',
): boolean => {
  const local = moment.toZonedDateTimeISO(timeZone);
  const minute = local.hour * 60 + local.minute;
  if (local.dayOfWeek === 7 || local.toPlainDate().toString() === holiday) return false;
  if (urgency === 'urgent') return minute >= 6 * 60 + 30 && minute < 18 * 60;
  if (local.dayOfWeek === 6) return false;
  const noon = local.dayOfWeek === 5 ? 11 * 60 : 11 * 60 + 30;
  return (minute >= 8 * 60 && minute < noon) || (minute >= 13 * 60 + 30 && minute < 16 * 60);
};
