/**
 * Serial numbers, in which spreadsheets keep days and times: days since 1899-12-30, the fraction is the time
 * of day. Seconds are the finest thing that people or Google write, so everything is rounded to them.
 */

import { Temporal } from 'temporal-polyfill';
import { dayFromNumber, numberOfDay } from './calendar-days.ts';
import { instantAt, localTime, timeOfDay } from './local-time.ts';
import { secondsPerDay } from './time-units.ts';

const epoch = numberOfDay(Temporal.PlainDate.from('1899-12-30'));
/** 31 December 9999, the last day a spreadsheet can show. */
const lastSerial = 2_958_465;

/** The day on which a serial number falls; `undefined` for what no spreadsheet shows as a day. */
export const dayFromSerial = (serial: number): Temporal.PlainDate | undefined =>
  isSerial(serial)
    ? dayFromNumber(epoch + Math.floor(secondsOf(serial) / secondsPerDay))
    : undefined;

/** The time of day in a serial number's fraction; `undefined` for what no spreadsheet shows as a time. */
export const timeFromSerial = (serial: number): Temporal.PlainTime | undefined => {
  if (!isSerial(serial)) return undefined;
  const seconds = secondsOf(serial) % secondsPerDay;
  return timeOfDay(seconds);
};

/** The moment that a serial number shows in a workbook of this time zone. */
export const fromSerial = (serial: number, timeZone: string): Temporal.Instant | undefined => {
  const day = dayFromSerial(serial);
  return day && instantAt(day, secondsOf(serial) % secondsPerDay, timeZone);
};

export const dayToSerial = (day: Temporal.PlainDate): number => numberOfDay(day) - epoch;

/** The serial number that shows this moment in a workbook of this time zone. */
export const toSerial = (moment: Temporal.Instant, timeZone: string): number => {
  const nearest = { epochMilliseconds: Math.round(moment.epochMilliseconds / 1000) * 1000 };
  const { day, hour, minute, second } = localTime(nearest, timeZone);
  return dayToSerial(day) + (hour * 3600 + minute * 60 + second) / secondsPerDay;
};

const isSerial = (serial: number): boolean => serial >= 0 && serial < lastSerial + 1;

/** A serial number to the second, which is as fine as it is meant. */
export const secondsOf = (serial: number): number => Math.round(serial * secondsPerDay);
