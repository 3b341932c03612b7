/**
 * What passes remember can only be wrong silently, so each desk of a fleet is looked at once a night as if nothing were
 * remembered, as `serve` does with its one. Each has a time of its own between two and five, so that they do not all come
 * at once; a night in which no worker came by until six is left out, since in the morning people wait.
 */
import type { Temporal } from 'temporal-polyfill';
import { localTime } from '../../core/sheet/local-time.ts';
import { nightOf } from '../../service/pass/memory-check.ts';
import type { TakenDesk } from '../store/desk-rows.ts';

interface DeskThere {
  readonly desk: number;
  readonly timeZone: string;
}

/** From `nightOf` on, over which the desks are spread. */
const spreadMinutes = 180;
const nightEnds = { hour: 6 };

/** Which night it is for that desk: it begins at the desk's own time. */
export const nightOfDesk = (now: Temporal.Instant, { desk, timeZone }: DeskThere): string =>
  nightOf(now.subtract({ minutes: minuteOf(desk) }), timeZone);

/** Neighbouring numbers lie far apart, and any few desks over the whole of it: steps of the golden section. */
const minuteOf = (desk: number): number => Math.floor(((desk * goldenSection) % 1) * spreadMinutes);
const goldenSection = (Math.sqrt(5) - 1) / 2;

/**
 * `none`: what is remembered is of this night, and its check was begun. `forget`: there is nothing to check yet, or it is too
 * late for that, and what was remembered goes as it would after a check.
 */
export type NightWork = 'none' | 'check' | 'forget';

export const nightWork = (
  now: Temporal.Instant,
  {
    night,
    checkNight,
    keptNight = night,
    timeZone,
  }: {
    readonly night: string;
    /** This night's, once a worker has begun its check. */
    readonly checkNight: TakenDesk['checkNight'];
    /** Of what this worker keeps; each holds its own against a look without it. */
    readonly keptNight: string | undefined;
    readonly timeZone: string;
  },
): NightWork => {
  if (checkNight === night && keptNight === night) return 'none';
  const isNight = localTime(now, timeZone).hour < nightEnds.hour;
  return checkNight !== undefined && isNight ? 'check' : 'forget';
};
