import { Temporal } from 'temporal-polyfill';
import type { Desk, Officer } from '../cases/desk.ts';
import { remembering } from '../cases/remembered.ts';
import type { Situation } from '../cases/situation.ts';
import { closesAt } from '../clock/office-time.ts';
import { blocksOf, type Occupancy } from '../clock/window.ts';
import { daysAfter, dayText } from '../sheet/calendar-days.ts';
import { onceFor } from '../sheet/once-for.ts';
import { minuteMs } from '../sheet/time-units.ts';
import type { Duty } from './duty.ts';

/** Evenings count one and a half times, week-ends and holidays twice. */
const eveningFactor = 1.5;
const dayOffFactor = 2;

/** What an event costs its people, and the month in which that is compared; by position. */
export interface Workload {
  load(at: number): number;
  period(at: number): number;
}

/** Looked up once for all rounds in which people are named, and only where somebody asks: most events are over. */
export const workloadOf = (duties: readonly Duty[], situation: Situation): Workload => ({
  load: foundOnce((at) => {
    const duty = duties[at];
    return duty === undefined ? 0 : loadOfDuty(duty, situation);
  }),
  period: foundOnce((at) => {
    const duty = duties[at];
    return duty === undefined ? 0 : periodOfDuty(duty, situation);
  }),
});

const foundOnce = (find: (at: number) => number): ((at: number) => number) => {
  const found: number[] = [];
  return (at) => {
    const known = found[at] ?? find(at);
    found[at] = known;
    return known;
  };
};

const loadOfDuty = remembering(({ occupancy }: Duty, { desk, timeZone }: Situation) =>
  loadOf(occupancy, { desk, timeZone }),
);

const periodOfDuty = remembering(({ occupancy }: Duty, { timeZone }: Situation) =>
  periodOf(occupancy, timeZone),
);

/** The month in which loads are compared, as a number that sorts. */
export const periodOf = ({ windows }: Occupancy, timeZone: string): number => {
  const [first] = windows;
  if (first === undefined) return 0;
  const { year, month } = Temporal.Instant.fromEpochMilliseconds(first.from).toZonedDateTimeISO(
    timeZone,
  );
  return year * 12 + month - 1;
};

/** Weighted minutes that an event costs each of its people, the way there and back included; a whole number. */
export const loadOf = (
  occupancy: Occupancy,
  { desk, timeZone }: { readonly desk: Desk; readonly timeZone: string },
): number =>
  Math.round(
    blocksOf(occupancy).reduce((sum, { from, to }) => {
      const start = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(timeZone);
      const total = (to - from) / minuteMs;
      const day = start.toPlainDate();
      if (isDayOff(day, desk)) return sum + total * dayOffFactor;
      const { officeHours } = desk.settings;
      const opens = momentOf(day, officeHours.start, timeZone);
      const closes = momentOf(day, closesAt(day, officeHours), timeZone);
      const inside = Math.max(0, Math.min(to, closes) - Math.max(from, opens)) / minuteMs;
      return sum + inside + (total - inside) * eveningFactor;
    }, 0),
  );

/** Working days of a month on which the officer is there. */
export const daysAvailable = (officer: Officer, period: number, desk: Desk): number => {
  const known = daysKnown(desk)(officer);
  const days = known.get(period) ?? countDays(officer, period, desk);
  known.set(period, days);
  return days;
};

/** Asked again and again while a plan is made. */
const daysKnown = onceFor((_desk: Desk) =>
  onceFor((_officer: Officer) => new Map<number, number>()),
);

const countDays = (officer: Officer, period: number, desk: Desk): number => {
  const first = new Temporal.PlainDate(Math.floor(period / 12), (period % 12) + 1, 1);
  return Array.from({ length: first.daysInMonth }, (_, days) => daysAfter(first, days)).filter(
    (day) => !isDayOff(day, desk) && !isOnLeave(officer, day),
  ).length;
};

export const isOnLeave = (officer: Officer, day: Temporal.PlainDate): boolean =>
  officer.leave.some(
    ({ from, to }) =>
      Temporal.PlainDate.compare(from, day) <= 0 && Temporal.PlainDate.compare(day, to) <= 0,
  );

const isDayOff = (day: Temporal.PlainDate, { holidays }: Desk): boolean =>
  day.dayOfWeek > 5 || holidays.has(dayText(day));

const momentOf = (
  day: Temporal.PlainDate,
  plainTime: Temporal.PlainTime,
  timeZone: string,
): number => day.toZonedDateTime({ timeZone, plainTime }).epochMilliseconds;
