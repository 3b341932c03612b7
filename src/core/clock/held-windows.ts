import type { Request } from '../cases/request.ts';
import { onceFor } from '../sheet/once-for.ts';
import { sessionWindows, type Window } from './window.ts';

/** When an event took place: as staff noted it for one of a single session, else as it was asked for; none without a time. */
export const heldWindows = onceFor(({ answers, staff }: Request): readonly Window[] => {
  const { schedule } = answers;
  const [only, ...more] = schedule?.sessions ?? [];
  if (schedule === undefined || only === undefined) return [];
  const start = staff.actualStart ? only.start.withPlainTime(staff.actualStart) : only.start;
  const end = staff.actualEnd ? only.start.withPlainTime(staff.actualEnd) : only.end;
  const [from, to] = [start.epochMilliseconds, end.epochMilliseconds];
  return more.length === 0 && from < to ? [{ from, to }] : sessionWindows(schedule);
});
