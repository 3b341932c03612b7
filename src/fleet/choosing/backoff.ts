/** How long a desk that fails is left alone: twice as long each time, so that it takes little from the others. */
import { minuteMs } from '../../core/sheet/time-units.ts';

const firstMs = 10_000;
const longestMs = 30 * minuteMs;

/**
 * @param fails How often it failed in a row, this time included.
 * @param random From 0 to below 1: desks that failed together do not come back together.
 */
export const backoffMs = (fails: number, random: number): number => {
  const whole = Math.min(longestMs, firstMs * 2 ** (Math.max(1, fails) - 1));
  return Math.round(whole / 2 + (whole / 2) * random);
};
