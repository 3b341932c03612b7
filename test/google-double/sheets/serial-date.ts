/** Days since 1899-12-30, as Sheets counts; times are the fraction. */
const epochMs = Date.UTC(1899, 11, 30);
const dayMs = 86_400_000;

/** The serial number of a wall-clock moment, to the second. */
export function serialOf(moment: {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour?: number;
  readonly minute?: number;
  readonly second?: number;
}): number | undefined {
  const { year, month, day, hour = 0, minute = 0, second = 0 } = moment;
  const ms = Date.UTC(year, month - 1, day, hour, minute, second);
  const date = new Date(ms);
  const isReal =
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day &&
    hour < 24 &&
    minute < 60 &&
    second < 60;
  return isReal ? (ms - epochMs) / dayMs : undefined;
}

/** The serial number of a day; a month or day beyond the last one runs on, as in `DATE`. */
export const serialOfDay = (year: number, month: number, day: number): number =>
  (Date.UTC(year, month - 1, day) - epochMs) / dayMs;

/** The wall clock that a serial number stands for, rounded to the second, as the fields of a UTC date. */
export const dateOfSerial = (serial: number): Date =>
  new Date(epochMs + Math.round((serial * dayMs) / 1000) * 1000);

/** The serial number of an instant on the wall clock of a time zone. */
export function serialOfInstant(ms: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    fractionalSecondDigits: 3,
  }).formatToParts(ms);
  const part = (type: string): number =>
    Number(parts.find((each) => each.type === type)?.value ?? 0);
  const wall = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
    part('fractionalSecond'),
  );
  return (wall - epochMs) / dayMs;
}
