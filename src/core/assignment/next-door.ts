import { groupBy } from '../cases/group-by.ts';
import { areAtOnePlace, type Occupancy } from '../clock/window.ts';
import { hourMs } from '../sheet/time-units.ts';

/** For each event the positions of those at the same place within half a day, in ascending order. */
export const nextDoor = (events: readonly Occupancy[]): readonly (readonly number[])[] => {
  const found = events.map(() => new Set<number>());
  const begins = events.flatMap((event, at) =>
    event.windows.map(({ from }): Beginning => ({ at, event, from })),
  );
  for (const atOnePlace of groupBy(begins, ({ event }) => event.place).values()) {
    const inTime = atOnePlace.toSorted((a, b) => a.from - b.from);
    for (const [first, one] of inTime.entries()) {
      for (let next = first + 1; next < inTime.length; next += 1) {
        const other = inTime[next];
        if (other === undefined || other.from - one.from >= halfDayMs) break;
        if (other.at === one.at || !areAtOnePlace(one.event, other.event)) continue;
        found[one.at]?.add(other.at);
        found[other.at]?.add(one.at);
      }
    }
  }
  return found.map((others) => [...others].sort((a, b) => a - b));
};

/** Of one session. */
interface Beginning {
  readonly at: number;
  readonly event: Occupancy;
  readonly from: number;
}

const halfDayMs = 12 * hourMs;
