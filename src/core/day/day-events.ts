/** The events of one day, and what has to come back from those before it: one source for Ringkasan and the day's sheet. */
import { Temporal } from 'temporal-polyfill';
import { isCalledOff, isLateEntry } from '../cases/case-facts.ts';
import type { Session } from '../cases/request.ts';
import type { Case, Quantity, Situation } from '../cases/situation.ts';
import { isWorkingDay } from '../clock/office-time.ts';
import { daysBetween } from '../sheet/calendar-days.ts';
import { dayOfZoned } from '../sheet/local-time.ts';
import { onceFor } from '../sheet/once-for.ts';

export interface DayEvent {
  readonly subject: Case;
  /** Of this day; of an event over midnight the one that goes on into it. */
  readonly session: Session;
}

/** Whatever the hours of another zone: which of them are of today, `eventsOn` says. */
export const isAroundToday = (subject: Case, { today }: Pick<Situation, 'today'>): boolean =>
  !isCalledOff(subject) &&
  (subject.request.answers.schedule?.sessions ?? []).some(
    ({ start, end }) =>
      daysBetween(today, dayOfZoned(start)) <= 1 && daysBetween(dayOfZoned(end), today) <= 1,
  );

/** Without those that were called off; by hour. */
export const eventsOn = (cases: readonly Case[], day: Temporal.PlainDate): readonly DayEvent[] => {
  const isOn = isOnDay(day);
  return cases
    .filter((subject) => !isCalledOff(subject))
    .flatMap((subject) => {
      const session = subject.request.answers.schedule?.sessions.find(isOn);
      return session ? [{ subject, session }] : [];
    })
    .sort(
      (a, b) =>
        Temporal.ZonedDateTime.compare(a.session.start, b.session.start) ||
        (a.subject.ticket < b.subject.ticket ? -1 : 1),
    );
};

/** Asked of every session that the desk ever had, so the day is looked up once in each zone. */
const isOnDay = (day: Temporal.PlainDate): ((session: Session) => boolean) => {
  const days = new Map<string, { readonly from: number; readonly until: number }>();
  const dayIn = (zone: string): { readonly from: number; readonly until: number } => {
    const start = day.toZonedDateTime(zone);
    const bounds = {
      from: start.epochMilliseconds,
      until: start.add({ days: 1 }).epochMilliseconds,
    };
    days.set(zone, bounds);
    return bounds;
  };
  return (session) => {
    const { zone, starts, ends } = spanOf(session);
    const { from, until } = days.get(zone) ?? dayIn(zone);
    return starts < until && ends > from;
  };
};

const spanOf = onceFor(({ start, end }: Session) => ({
  zone: start.timeZoneId,
  starts: start.epochMilliseconds,
  ends: end.epochMilliseconds,
}));

export interface ComingBack {
  readonly subject: Case;
  readonly items: readonly Quantity[];
}

/**
 * Equipment of events that ended since the last working day and before today: nobody notes that it came back, so it is to be
 * looked for.
 */
export const comingBack = (
  cases: readonly Case[],
  { today, desk }: Pick<Situation, 'today' | 'desk'>,
): readonly ComingBack[] => {
  const since = lastWorkingDay(today, desk);
  return cases
    .filter((subject) => !isCalledOff(subject))
    .flatMap((subject) => {
      const items = subject.decided.equipment?.reserved ?? [];
      const last = items.length > 0 ? subject.request.answers.schedule?.sessions.at(-1) : undefined;
      const ended = last && dayOfZoned(last.end);
      const isRecent =
        ended !== undefined && daysBetween(since, ended) >= 0 && daysBetween(ended, today) > 0;
      return isRecent && !isLateEntry(subject) ? [{ subject, items }] : [];
    })
    .sort((a, b) => (a.subject.ticket < b.subject.ticket ? -1 : 1));
};

/** Of no other is equipment looked for. */
export const mayComeBack = (subject: Case, { today }: Pick<Situation, 'today'>): boolean => {
  const last = subject.request.answers.schedule?.sessions.at(-1);
  const away = last === undefined ? 0 : daysBetween(dayOfZoned(last.end), today);
  return away > 0 && away <= searchDays + 1;
};

/** After holidays a good while ago; a calendar without working days ends the search. */
const lastWorkingDay = (
  today: Temporal.PlainDate,
  calendar: Pick<Situation['desk'], 'holidays'>,
): Temporal.PlainDate => {
  let day = today.subtract({ days: 1 });
  for (let searched = 0; searched < searchDays && !isWorkingDay(day, calendar); searched += 1)
    day = day.subtract({ days: 1 });
  return day;
};

const searchDays = 30;
