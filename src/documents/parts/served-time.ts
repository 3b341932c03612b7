/** When and how long an event was served, and what says so: the hours that staff noted, or those that it was asked for. */

import type { Answers } from '../../core/cases/request.ts';
import type { Case } from '../../core/cases/situation.ts';
import { answeredDay, timePhrase } from '../../core/clock/event-time.ts';
import { onceFor } from '../../core/sheet/once-for.ts';
import { minuteMs } from '../../core/sheet/time-units.ts';
import { actualTimePhrase } from './actual-time.ts';

export interface ServedTime {
  /** "09.10 s.d. 11.45 WITA" */
  readonly phrase: string;
  /** Absent where nobody noted an end and none was scheduled. */
  readonly minutes?: number;
  /** `noted` by staff · `scheduled` as asked for · `open` no end is known. */
  readonly basis: 'noted' | 'scheduled' | 'open';
}

/** Hours that staff noted of an event of several days are those of each day, as its report says too. */
export const servedTime = onceFor(({ request: { answers, staff } }: Case): ServedTime => {
  const { schedule } = answers;
  const { actualStart, actualEnd } = staff;
  if (schedule !== undefined && actualStart !== undefined && actualEnd !== undefined) {
    const daily = actualStart.until(actualEnd).total('minutes');
    const perDay = daily > 0 ? daily : daily + minutesOfDay;
    return {
      phrase: actualTimePhrase(schedule, staff),
      minutes: perDay * schedule.sessions.length,
      basis: 'noted',
    };
  }
  const phrase = timePhrase(schedule);
  if (schedule === undefined || schedule.openEnd) return { phrase, basis: 'open' };
  const minutes = schedule.sessions.reduce(
    (sum, { start, end }) => sum + (end.epochMilliseconds - start.epochMilliseconds) / minuteMs,
    0,
  );
  return { phrase, minutes, basis: 'scheduled' };
});

const minutesOfDay = 24 * 60;

/** Its day, for narrow columns: a line may end behind the name of the day. */
export const dayInColumn = (answers: Pick<Answers, 'schedule' | 'day'>): string =>
  answeredDay(answers).replaceAll(',\u00A0', ', ');
