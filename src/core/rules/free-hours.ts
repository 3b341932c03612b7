/** What is free on one day, for whoever answers the telephone: beside everything that is decided, with nobody moved. */
import type { Temporal } from 'temporal-polyfill';
import { asSettled } from '../assignment/as-settled.ts';
import { canTake, rosterOf } from '../assignment/roster.ts';
import { staffEvents } from '../assignment/staff-events.ts';
import { isCalledOff } from '../cases/case-facts.ts';
import type { Schedule } from '../cases/request.ts';
import type { Case, Quantity, Situation } from '../cases/situation.ts';
import { closesAt } from '../clock/office-time.ts';
import { overlap, placeKey, sessionWindows } from '../clock/window.ts';
import { zoneOf } from '../clock/zones.ts';
import { askedBeside, eventsNear, provisionAt } from './at-other-hours.ts';

/** One beginning and what is there for an event from then on. */
export interface FreeHours {
  readonly schedule: Schedule;
  /** Officers who could lead it. */
  readonly leads: readonly string[];
  /** Licences that would host it, the smallest that holds it first. */
  readonly licences: readonly string[];
  /** Of every kind that the office has, how many pieces; without a figure what serves all at once. */
  readonly equipment: readonly (Pick<Quantity, 'name'> & Partial<Quantity>)[];
}

/**
 * @param event What is asked about, at the first beginning: its place, its participants and how long it takes.
 * @param cases As the rules decided.
 * @param schedules The beginnings to look at.
 */
export const freeHours = (
  event: Case,
  {
    cases,
    schedules,
    situation,
  }: {
    readonly cases: readonly Case[];
    readonly schedules: readonly Schedule[];
    readonly situation: Situation;
  },
): readonly FreeHours[] => {
  const kinds = [...new Set(situation.desk.equipment.map(({ kind }) => kind))];
  const equipment = kinds.map((name) => ({ name, quantity: plenty, known: true }));
  const asking: Case = {
    ...event,
    request: { ...event.request, answers: { ...event.request.answers, equipment } },
  };
  return schedules.map((schedule) => {
    const near = eventsNear(asking, cases, { schedule, situation });
    const beside = askedBeside(near, { subject: asking, situation });
    return {
      schedule,
      leads: freeLeads(at(asking, schedule), near.map(asSettled), situation),
      licences: freeLicences(at(asking, schedule), cases, situation),
      equipment: provisionAt(schedule, beside).reserved.map((item) =>
        item.quantity < plenty ? item : { name: item.name },
      ),
    };
  });
};

/** More than any office has of one thing. */
const plenty = 9999;

const at = (subject: Case, schedule: Schedule): Case => ({
  ...subject,
  request: { ...subject.request, answers: { ...subject.request.answers, schedule } },
});

const freeLeads = (event: Case, near: readonly Case[], situation: Situation): readonly string[] => {
  const { roster, duties, diary } = staffEvents([event, ...near], situation);
  const own = duties.findIndex(({ subject }) => subject.ticket === event.ticket);
  return rosterOf(situation.desk.officers).flatMap((officer) => {
    const index = roster.findIndex(({ name }) => name === officer.name);
    return canTake(officer, 'lead', event) && diary.inTheWay(index, own).length === 0
      ? [officer.name]
      : [];
  });
};

const freeLicences = (
  event: Case,
  cases: readonly Case[],
  { desk }: Situation,
): readonly string[] => {
  const { schedule, participants = 0 } = event.request.answers;
  const windows = schedule === undefined ? [] : sessionWindows(schedule);
  return [...desk.licences]
    .filter(({ active, capacity }) => active && capacity >= participants)
    .sort((a, b) => a.capacity - b.capacity)
    .flatMap(({ name, meetings }) => {
      const hosted = cases.filter((subject) => {
        const { decided, request } = subject;
        const other = request.answers.schedule;
        return (
          placeKey(decided.licence?.name) === placeKey(name) &&
          !isCalledOff(subject) &&
          other !== undefined &&
          overlap(windows, sessionWindows(other))
        );
      });
      return hosted.length < meetings ? [name] : [];
    });
};

/** Beginnings on the half hour at which so much time is left within the hours of the office. */
export const beginningsOf = (
  day: Temporal.PlainDate,
  { minutes, situation }: { readonly minutes: number; readonly situation: Situation },
): readonly Schedule[] => {
  const { officeHours } = situation.desk.settings;
  const [from, until] = [officeHours.start, closesAt(day, officeHours)].map(
    ({ hour, minute }) => hour * 60 + minute,
  );
  if (from === undefined || until === undefined) return [];
  const count = Math.floor((until - minutes - from) / stepMinutes) + 1;
  const midnight = day.toZonedDateTime(situation.timeZone);
  return Array.from({ length: Math.max(0, count) }, (_, step): Schedule => {
    const begins = midnight.add({ minutes: from + step * stepMinutes });
    return {
      startDay: day,
      endDay: day,
      sessions: [{ start: begins, end: begins.add({ minutes }) }],
      openEnd: false,
      zone: zoneOf(situation.timeZone),
    };
  });
};

const stepMinutes = 30;
