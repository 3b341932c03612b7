/** How far a storm's clock goes on between two passes: mostly a little, often to just before or after what could matter. */
import { Temporal } from 'temporal-polyfill';
import { timeZone } from '../builders.ts';
import type { Chance } from './chance.ts';

/** @param expected When a desk says that it could decide otherwise. */
export const clockStep = (
  now: Temporal.Instant,
  {
    chance,
    expected,
  }: { readonly chance: Chance; readonly expected: Temporal.Instant | undefined },
): Temporal.Instant => {
  const near = [expected, nextQuarter(now)].find((instant) => isNear(instant, now));
  if (near !== undefined) {
    // A desk comes to rest before what could matter, and then it happens.
    return chance() < 0.4 ? now.add({ seconds: 1 + chance.below(30) }) : beside(near, chance, now);
  }
  const kind = chance();
  if (kind < 0.1) return now;
  if (kind < 0.45) return now.add({ seconds: 1 + chance.below(120) });
  if (kind < 0.7) return now.add({ minutes: 1 + chance.below(300) });
  if (kind < 0.96) {
    const awaited = chance() < 0.5 ? expected : undefined;
    return beside(awaited ?? boundary(now, chance), chance, now);
  }
  if (kind < 0.99) return now.add({ hours: 20 + chance.below(60) });
  return now.add({ hours: 24 * (5 + chance.below(35)) });
};

const nextQuarter = (now: Temporal.Instant): Temporal.Instant => {
  const local = now.toZonedDateTimeISO(timeZone);
  return local
    .startOfDay()
    .add({ minutes: 15 * Math.ceil((local.hour * 60 + local.minute + 1) / 15) })
    .toInstant();
};

const isNear = (instant: Temporal.Instant | undefined, now: Temporal.Instant): boolean => {
  const ahead = (instant?.epochMilliseconds ?? 0) - now.epochMilliseconds;
  return ahead > 0 && ahead <= 180_000;
};

/** Midnight, an hour of the office, a round quarter, the first of a month, of a year. */
const boundary = (now: Temporal.Instant, chance: Chance): Temporal.Instant => {
  const local = now.toZonedDateTimeISO(timeZone);
  const day = local.startOfDay();
  const kind = chance();
  if (kind < 0.4) {
    const time = chance.pick(hours) ?? '00:00';
    const today = day.withPlainTime(time);
    const isAhead = Temporal.ZonedDateTime.compare(today, local) > 0;
    return (isAhead ? today : today.add({ days: 1 })).toInstant();
  }
  if (kind < 0.7) return day.add({ days: 1 }).toInstant();
  if (kind < 0.97) return nextQuarter(now);
  if (kind < 0.995) return day.with({ day: 1 }).add({ months: 1 }).toInstant();
  return day.with({ day: 1, month: 1 }).add({ years: 1 }).toInstant();
};

const hours = ['06:30', '07:30', '08:00', '11:30', '12:00', '13:30', '15:00', '16:00', '18:00'];

/** Minutes or a second before, at the instant itself, or a moment after. */
const beside = (
  instant: Temporal.Instant,
  chance: Chance,
  now: Temporal.Instant,
): Temporal.Instant => {
  const there = instant.add({ seconds: chance.pick([-150, -60, -1, 0, 0, 1, 60]) ?? 0 });
  return Temporal.Instant.compare(there, now) < 0 ? now : there;
};
