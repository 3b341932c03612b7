import { Temporal } from 'temporal-polyfill';

/** This machine's clock and chance, for waits between calls. */
export const ownPace = {
  now: (): number => Date.now(),
  random: (): number => Math.random(),
  wait: (milliseconds: number): Promise<void> =>
    new Promise((done) => setTimeout(done, milliseconds)),
};

/** The same on a clock that runs on from a moment, so that what is due by the hour or the day follows `--now`. */
export const paceFrom = (moment: Temporal.Instant): typeof ownPace => {
  const started = performance.now();
  const { epochMilliseconds } = moment;
  return { ...ownPace, now: () => epochMilliseconds + Math.round(performance.now() - started) };
};

/** The same as a clock. */
export const clockFrom = (moment: Temporal.Instant): (() => Temporal.Instant) => {
  const { now } = paceFrom(moment);
  return () => Temporal.Instant.fromEpochMilliseconds(now());
};
