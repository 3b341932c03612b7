import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';

type Color = sheets_v4.Schema$Color;

/**
 * A colour as Sheets keeps it: 255 steps a channel, what is between two steps falls to the lower, and 0 is not told.
 *
 * It is read back in single precision, with as few digits as tell it apart: a half is 0.49803922, which is 127 of 255.
 */
export function storedColour(given: unknown): Color {
  const { red, green, blue, alpha } = (given ?? {}) as Color;
  return {
    ...channel('red', red),
    ...channel('green', green),
    ...channel('blue', blue),
    ...(typeof alpha === 'number' && { alpha }),
  };
}

function channel(name: 'red' | 'green' | 'blue', share: number | null | undefined): Color {
  const step = Math.floor(Math.fround(Math.fround(share ?? 0) * 255) + tolerance);
  return step > 0 ? { [name]: shortest(Math.fround(Math.min(step, 255) / 255)) } : {};
}

/** So that a colour that was read comes back as the same step when it is written. */
const tolerance = 1e-3;

function shortest(single: number): number {
  for (let digits = 1; digits < 9; digits += 1) {
    const short = Number(single.toPrecision(digits));
    if (Math.fround(short) === single) return short;
  }
  return Number(single.toPrecision(9));
}
