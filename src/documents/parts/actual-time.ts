/** When an event really took place, in the words of a report. */
import type { Temporal } from 'temporal-polyfill';
import type { Schedule } from '../../core/cases/request.ts';
import { clockTime } from '../../core/cases/wording.ts';
import { spanPhrase, unbreakable, zoneName } from '../../core/clock/event-time.ts';
import { notFilled } from '../word/helpers/helpers.ts';

/** When it really began and ended, by the hours that staff noted; an hour that is missing is named as missing. */
export const actualTimePhrase = (
  schedule: Schedule | undefined,
  actual: {
    readonly actualStart?: Temporal.PlainTime;
    readonly actualEnd?: Temporal.PlainTime;
  },
): string => {
  const first = schedule?.sessions[0];
  const { actualStart, actualEnd } = actual;
  if (schedule === undefined || first === undefined || !(actualStart ?? actualEnd)) return '';
  const zone = zoneName(first.start);
  if (actualStart === undefined || actualEnd === undefined) {
    const noted = (time: Temporal.PlainTime | undefined) =>
      time === undefined ? notFilled : unbreakable(`${clockTime(time)} ${zone}`);
    return `${noted(actualStart)} s.d. ${noted(actualEnd)}`;
  }
  const start = first.start.withPlainTime(actualStart);
  const end = first.start.withPlainTime(actualEnd);
  // Only of an event over midnight do readers leave an end that is not after its start.
  const isNextDay = end.epochMilliseconds <= start.epochMilliseconds;
  return spanPhrase(
    { start, end: isNextDay ? end.add({ days: 1 }) : end },
    { isDaily: schedule.sessions.length > 1 },
  ).replace(/,$/, '');
};
