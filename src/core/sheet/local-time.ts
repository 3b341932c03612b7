/**
 * What the clocks of a zone show at a moment, and the moment at which they show something, in whole numbers.
 *
 * Temporal is asked once for each stretch of time in which a zone's offset is the same: in Indonesia one since 1964.
 * Whatever comes near the end of a stretch, where an hour may be missing or come twice, is left to Temporal.
 */
import { Temporal } from 'temporal-polyfill';
import { dayFromNumber, numberOfDay } from './calendar-days.ts';
import { onceFor } from './once-for.ts';
import { dayMs, secondsPerDay } from './time-units.ts';

/** An instant or a zoned moment; of a watched one the reading is noted. */
type InTime = Pick<Temporal.Instant, 'epochMilliseconds'>;

export interface LocalTime {
  readonly day: Temporal.PlainDate;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** As `moment.toZonedDateTimeISO(timeZone)` shows it, to the second. */
export const localTime = (moment: InTime, timeZone: string): LocalTime => {
  const seconds = Math.floor(shownMs(moment, timeZone) / 1000);
  const day = Math.floor(seconds / secondsPerDay);
  const inDay = seconds - day * secondsPerDay;
  return {
    day: dayFromNumber(day),
    hour: Math.floor(inDay / 3600),
    minute: Math.floor(inDay / 60) % 60,
    second: inDay % 60,
  };
};

/** The day on which a moment falls. */
export const localDay = (moment: InTime, timeZone: string): Temporal.PlainDate =>
  dayFromNumber(Math.floor(shownMs(moment, timeZone) / dayMs));

/** As `zoned.toPlainDate()`. */
export const dayOfZoned = (zoned: Temporal.ZonedDateTime): Temporal.PlainDate =>
  localDay(zoned, zoned.timeZoneId);

/** As `zoned.toInstant()`, the very same for the same object. */
export const instantOf = onceFor(
  (zoned: Temporal.ZonedDateTime): Temporal.Instant => zoned.toInstant(),
);

/**
 * The moment at which a zone's clocks show so many seconds of that day. As Temporal has it, an hour that is left out
 * is taken as the one after it, and of one that comes twice the first is meant.
 *
 * @param secondOfDay A whole number below those of a day.
 */
export const instantAt = (
  day: Temporal.PlainDate,
  secondOfDay: number,
  timeZone: string,
): Temporal.Instant => {
  const shown = numberOfDay(day) * dayMs + secondOfDay * 1000;
  const { from, until, offsetMs } = steadyOffsetAt(shown, timeZone);
  const isPlain = shown - marginMs >= from && shown + marginMs < until;
  return isPlain
    ? Temporal.Instant.fromEpochMilliseconds(shown - offsetMs)
    : day.toZonedDateTime({ timeZone, plainTime: timeOfDay(secondOfDay) }).toInstant();
};

/** The time that is so many whole seconds after midnight. */
export const timeOfDay = (second: number): Temporal.PlainTime => {
  const found = times.get(second);
  if (found !== undefined) return found;
  const made = new Temporal.PlainTime(
    Math.floor(second / 3600),
    Math.floor(second / 60) % 60,
    second % 60,
  );
  if (times.size >= mostKept) times.clear();
  times.set(second, made);
  return made;
};

/** As `zoned.toPlainTime()`, to the second. */
export const timeShown = (zoned: Temporal.ZonedDateTime): Temporal.PlainTime => {
  const { hour, minute, second } = localTime(zoned, zoned.timeZoneId);
  return timeOfDay(hour * 3600 + minute * 60 + second);
};

/** The moment so many milliseconds after 1970 as a zone's clocks show it; the very same object for the same moment. */
export const zonedAt = (epochMs: number, timeZone: string): Temporal.ZonedDateTime => {
  const ofZone = zoned.get(timeZone) ?? new Map<number, Temporal.ZonedDateTime>();
  zoned.set(timeZone, ofZone);
  const found = ofZone.get(epochMs);
  if (found !== undefined) return found;
  const made = Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(timeZone);
  if (ofZone.size >= mostKept) ofZone.clear();
  ofZone.set(epochMs, made);
  return made;
};

const mostKept = 20_000;
const times = new Map<number, Temporal.PlainTime>();
const zoned = new Map<string, Map<number, Temporal.ZonedDateTime>>();

/** No zone is further from UTC, and none changes by more. */
const marginMs = 2 * dayMs;

/** So many milliseconds since 1970 as if the zone's clocks showed UTC. */
const shownMs = ({ epochMilliseconds }: InTime, timeZone: string): number =>
  epochMilliseconds + steadyOffsetAt(epochMilliseconds, timeZone).offsetMs;

/** From, up to but not including, in epoch milliseconds. */
interface SteadyOffset {
  readonly from: number;
  readonly until: number;
  readonly offsetMs: number;
}

/** A century of summer times is some two hundred of them. */
const mostStretches = 400;
const stretches = new Map<string, SteadyOffset[]>();

/** The one that was asked for last stands first. */
const steadyOffsetAt = (at: number, timeZone: string): SteadyOffset => {
  const ofZone = stretches.get(timeZone) ?? [];
  const [latest] = ofZone;
  if (latest !== undefined && isWithin(latest, at)) return latest;
  const index = ofZone.findIndex((each) => isWithin(each, at));
  const found = ofZone[index] ?? steadyOffsetAround(at, timeZone);
  if (index > 0) ofZone.splice(index, 1);
  ofZone.unshift(found);
  ofZone.length = Math.min(ofZone.length, mostStretches);
  stretches.set(timeZone, ofZone);
  return found;
};

const isWithin = ({ from, until }: SteadyOffset, at: number): boolean => from <= at && at < until;

const steadyOffsetAround = (at: number, timeZone: string): SteadyOffset => {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  // The change with which it begins is before the next nanosecond, also where it begins at this very moment.
  const began = zoned.add({ nanoseconds: 1 }).getTimeZoneTransition('previous');
  const ends = zoned.getTimeZoneTransition('next');
  return {
    from: began?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
    until: ends?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    offsetMs: zoned.offsetNanoseconds / 1e6,
  };
};
