/** When a message may leave: at hours at which an office is called, and never on a Sunday, a holiday or at night. */
import { Temporal } from 'temporal-polyfill';
import type { ClockSpan, Desk, SendingRules } from '../../cases/desk.ts';
import { dayAt } from '../../cases/watched-now.ts';
import { isWorkingDay } from '../../clock/office-time.ts';
import { isBefore, later } from '../../clock/spans.ts';

export interface SendingCalendar {
  readonly sending: Pick<SendingRules, 'ordinary' | 'friday' | 'urgent'>;
  readonly holidays: Desk['holidays'];
  readonly timeZone: string;
}

export type Urgency = 'ordinary' | 'urgent';

export const maySendAt = (
  moment: Temporal.Instant,
  urgency: Urgency,
  calendar: SendingCalendar,
): boolean => {
  const local = moment.toZonedDateTimeISO(calendar.timeZone);
  const time = local.toPlainTime();
  return hoursOn(local.toPlainDate(), urgency, calendar).some(
    ({ from, until }) =>
      Temporal.PlainTime.compare(from, time) <= 0 && Temporal.PlainTime.compare(time, until) < 0,
  );
};

/** The first moment from then on at which it may leave; undefined where the settings leave none. */
export const nextSending = (
  from: Temporal.Instant,
  urgency: Urgency,
  calendar: SendingCalendar,
): Temporal.Instant | undefined => {
  const { timeZone } = calendar;
  const first = dayAt(from, timeZone);
  for (let days = 0; days < searchDays; days += 1) {
    const day = first.add({ days });
    for (const span of hoursOn(day, urgency, calendar)) {
      const at = (plainTime: Temporal.PlainTime): Temporal.Instant =>
        day.toZonedDateTime({ timeZone, plainTime }).toInstant();
      if (isBefore(from, at(span.until))) return later(from, at(span.from));
    }
  }
  return undefined;
};

/** Longer than any row of holidays. */
const searchDays = 60;

const hoursOn = (
  day: Temporal.PlainDate,
  urgency: Urgency,
  { sending, holidays }: SendingCalendar,
): readonly ClockSpan[] => {
  switch (urgency) {
    case 'ordinary':
      if (!isWorkingDay(day, { holidays })) return [];
      return day.dayOfWeek === friday ? sending.friday : sending.ordinary;
    case 'urgent':
      return day.dayOfWeek === sunday || holidays.has(day.toString()) ? [] : sending.urgent;
  }
};

const friday = 5;
const sunday = 7;
