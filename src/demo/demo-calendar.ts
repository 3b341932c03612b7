import type { Temporal } from 'temporal-polyfill';
import { dayToSerial } from '../core/sheet/serial.ts';
import { minutesPerDay } from '../core/sheet/time-units.ts';

/** Days counted from the demo's own today, so that the desk looks fresh whenever it is made. */
export interface DemoCalendar {
  readonly today: Temporal.PlainDate;
  /** The nth Monday-to-Friday day after today, or before it when negative. */
  readonly workday: (n: number) => Temporal.PlainDate;
  /** The first such weekday (1 is Monday) `weeks` weeks from today's week. */
  readonly weekday: (weekday: number, weeks: number) => Temporal.PlainDate;
}

export const openDemoCalendar = (today: Temporal.PlainDate): DemoCalendar => ({
  today,
  workday: (n) => {
    const step = Math.sign(n);
    let day = today;
    for (let left = Math.abs(n); left > 0; ) {
      day = day.add({ days: step });
      if (day.dayOfWeek <= 5) left -= 1;
    }
    return day;
  },
  weekday: (weekday, weeks) => today.add({ days: weekday - today.dayOfWeek + 7 * weeks }),
});

/** A day as a spreadsheet keeps it. */
export const day = dayToSerial;

/** A day and time as a spreadsheet keeps it; `time` as `08.15`. */
export const moment = (on: Temporal.PlainDate, time: string): number => {
  const [hour = 0, minute = 0] = time.split('.').map(Number);
  return dayToSerial(on) + (hour * 60 + minute) / minutesPerDay;
};

/** As people type a day: `23/11/2026`. */
export const typedDay = (on: Temporal.PlainDate): string =>
  `${String(on.day).padStart(2, '0')}/${String(on.month).padStart(2, '0')}/${on.year}`;

const dayNames = ['Senin', 'Selasa', 'Rabu', 'Kamis', "Jum'at", 'Sabtu', 'Minggu'] as const;

/** `Senin, 23/11/2026`; with `off` the name of a day beside it, as happens when a letter is copied. */
export const namedDay = (on: Temporal.PlainDate, off = 0): string =>
  `${dayNames[(on.dayOfWeek - 1 + off + 7) % 7]}, ${typedDay(on)}`;
