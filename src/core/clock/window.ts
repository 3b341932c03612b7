/**
 * When an event keeps people and things busy.
 *
 * An event blocks [start − preparation − travel, end + clearing + travel] of each session. Between events at
 * one place nobody travels, so there only preparation and clearing count.
 */

import type { OfficeSettings } from '../cases/desk.ts';
import type { Schedule } from '../cases/request.ts';
import { onceFor } from '../sheet/once-for.ts';
import { minuteMs } from '../sheet/time-units.ts';

/** From, up to but not including, in epoch milliseconds. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** What one event blocks. */
export interface Occupancy {
  /** One a session, with preparation and clearing but without travel, in order of time. */
  readonly windows: readonly Window[];
  readonly travelMs: number;
  /** As `placeKey` spells it; `''` is no known place, and never the same as another. */
  readonly place: string;
}

type Allowances = Pick<OfficeSettings, 'preparationMinutes' | 'travelMinutes' | 'clearingMinutes'>;

/** "Aula  Bappeda, Lt. 2" and "aula bappeda lt 2" are one place. */
export const placeKey = (place: string | undefined): string =>
  (place ?? '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The sessions alone, as a meeting occupies a licence. */
export const sessionWindows = onceFor(({ sessions }: Schedule): readonly Window[] =>
  sessions.map(({ start, end }) => ({
    from: start.epochMilliseconds,
    to: end.epochMilliseconds,
  })),
);

export const occupancyOf = (
  schedule: Schedule,
  { place, allowances }: { readonly place: string | undefined; readonly allowances: Allowances },
): Occupancy => ({
  windows: sessionWindows(schedule).map(({ from, to }) => ({
    from: from - allowances.preparationMinutes * minuteMs,
    to: to + allowances.clearingMinutes * minuteMs,
  })),
  travelMs: allowances.travelMinutes * minuteMs,
  place: placeKey(place),
});

/** The windows with the way there and back: what an event blocks against events elsewhere. */
export const blocksOf = ({ windows, travelMs }: Occupancy): readonly Window[] =>
  windows.map(({ from, to }) => ({ from: from - travelMs, to: to + travelMs }));

export const overlap = (a: readonly Window[], b: readonly Window[]): boolean =>
  a.some((one) => b.some((other) => one.from < other.to && other.from < one.to));

export const areAtOnePlace = (a: Occupancy, b: Occupancy): boolean =>
  a.place !== '' && a.place === b.place;

/** Nobody can do both. */
export const collide = (a: Occupancy, b: Occupancy): boolean => {
  const wayMs = areAtOnePlace(a, b) ? 0 : a.travelMs + b.travelMs;
  return a.windows.some((one) =>
    b.windows.some((other) => one.from < other.to + wayMs && other.from < one.to + wayMs),
  );
};

/**
 * For each item the positions of those that collide with it, in ascending order. Items far apart in time are
 * never compared, so that a year's ledger costs little more than a month's.
 */
export const collisions = (items: readonly Occupancy[]): readonly (readonly number[])[] => {
  const found: number[][] = items.map(() => []);
  const spans = items
    .flatMap((item, index) => {
      const blocks = blocksOf(item);
      if (blocks.length === 0) return [];
      const from = Math.min(...blocks.map((block) => block.from));
      return [{ index, item, from, to: Math.max(...blocks.map((block) => block.to)) }];
    })
    .sort((a, b) => a.from - b.from || a.index - b.index);
  let open: typeof spans = [];
  for (const span of spans) {
    open = open.filter(({ to }) => to > span.from);
    for (const other of open) {
      if (!collide(span.item, other.item)) continue;
      found[span.index]?.push(other.index);
      found[other.index]?.push(span.index);
    }
    open.push(span);
  }
  return found.map((list) => list.sort((a, b) => a - b));
};
