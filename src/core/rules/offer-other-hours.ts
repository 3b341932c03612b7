/**
 * Where people, a licence or things are short for an event of a later day: says at which other hours of its day they would do.
 *
 * The three nearest beginnings on the half hour, within the hours of the office, of all those at which it would lack least;
 * where no hour is better than its own, that is said. Others stay as they are: nobody is moved for an offer.
 */
import { Temporal } from 'temporal-polyfill';
import { heldBeside } from '../assignment/as-settled.ts';
import { inPolicyOrder } from '../assignment/policy-order.ts';
import { isCalledOff, isComplete } from '../cases/case-facts.ts';
import type { Ticket } from '../cases/ledger-state.ts';
import { keptTogether, openRemembered, recalled } from '../cases/remembered.ts';
import type { Schedule, Session } from '../cases/request.ts';
import type { Case, Judgement, Lacking, OtherHours, Rule, Situation } from '../cases/situation.ts';
import { clockTime, list } from '../cases/wording.ts';
import { daysApart } from '../clock/days-apart.ts';
import { closesAt } from '../clock/office-time.ts';
import { headerOf } from '../columns/request-tab.ts';
import { isSameDay } from '../sheet/calendar-days.ts';
import { dayOfZoned, localTime, timeShown } from '../sheet/local-time.ts';
import {
  askedBeside,
  betterAt,
  compareLacking,
  eventsNear,
  lackingIn,
  provisionAt,
  shifted,
  withThingsAway,
} from './at-other-hours.ts';
import { availableWords, peopleWords, stillShortWords } from './word-other-hours.ts';

export const offerOtherHours: Rule = (cases, { remembered = openRemembered(), ...given }) => {
  // Many hours are tried beside the same events.
  const situation = { ...given, remembered };
  const away = withThingsAway(cases, situation);
  return new Map(
    daysApart(cases, situation).flatMap((own) => {
      const days = keptTogether(own, situation, offersOn);
      return recalled({ by: offersOn, of: days, from: away }, situation, (around) =>
        offersOn(days, away, around),
      );
    }),
  );
};

/** @param away Of which equipment is away, on these days or not. */
export const offersOn = (
  days: readonly Case[],
  away: readonly Case[],
  situation: Situation,
): readonly (readonly [Ticket, Judgement])[] => {
  const beside = away.length === 0 ? days : [...new Set([...days, ...away])];
  return days.flatMap((subject): (readonly [Ticket, Judgement])[] => {
    const offers = betterHours(subject, beside, situation);
    if (offers === undefined) return [];
    const text =
      offers.length === 0
        ? noOtherHour(subject)
        : `Bila dapat digeser pada hari yang sama: ${list(offers.map((offer) => offerWords(offer, subject)))}.`;
    if (text === undefined) return [];
    const findings = [{ kind: 'warning' as const, field: headerOf('startTime'), text }];
    return [
      [
        subject.ticket,
        offers.length === 0 ? { findings } : { decided: { otherHours: offers }, findings },
      ],
    ];
  });
};

/** Said so that nobody tries them one by one; things the requester may bring, and of the network its own team may be asked. */
const noOtherHour = ({ decided }: Case): string | undefined => {
  const { lead, licence } = lackingIn(decided);
  return lead || licence
    ? 'Tidak ada jam lain pada hari yang sama, selama jam kerja, yang mencukupi. Tawarkan hari lain kepada pemohon.'
    : undefined;
};

/** Minutes between two beginnings that are tried. */
const stepMinutes = 30;
const offersAtMost = 3;

/** None where no hour is better; nothing at all where another hour is not the question. */
const betterHours = (
  subject: Case,
  cases: readonly Case[],
  situation: Situation,
): readonly OtherHours[] | undefined => {
  const { schedule } = subject.request.answers;
  if (schedule === undefined || compareLacking(lackingIn(subject.decided), nothing) === 0)
    return undefined;
  // On its very day nobody moves an event any more.
  const isToCome = Temporal.PlainDate.compare(schedule.startDay, situation.today) > 0;
  if (!isToCome || isCalledOff(subject) || !isComplete(subject)) return undefined;
  const near = eventsNear(subject, cases, { schedule, situation });
  const held = inPolicyOrder(near).map(heldBeside);
  return recalled({ by: otherHours, of: subject, from: held }, situation, (around) =>
    otherHours({ subject, schedule, near }, around),
  );
};

const otherHours = (
  {
    subject,
    schedule,
    near,
  }: {
    readonly subject: Case;
    readonly schedule: Schedule;
    readonly near: readonly Case[];
  },
  situation: Situation,
): readonly OtherHours[] | undefined => {
  const now = lackingIn(subject.decided);
  // What it lacks were it the only event there is, no hour can mend.
  const least = provisionAt(schedule, askedBeside([], { subject, situation })).lack;
  if (compareLacking(least, now) >= 0) return undefined;
  const asking = askedBeside(near, { subject, situation });
  const offers: OtherHours[] = [];
  for (const hours of nearestFirst(schedule, situation)) {
    const offer = betterAt(hours, asking, now);
    if (offer === undefined) continue;
    offers.push(offer);
    if (offers.filter(({ lack }) => compareLacking(lack, least) === 0).length === offersAtMost)
      break;
  }
  const [best] = offers.map(({ lack }) => lack).sort(compareLacking);
  return best === undefined
    ? []
    : offers.filter(({ lack }) => compareLacking(lack, best) === 0).slice(0, offersAtMost);
};

const nothing: Lacking = { lead: false, licence: false, network: false, pieces: 0 };

/** Other beginnings on the half hour, the nearest first and of two as near the later, at which every session fits its day. */
const nearestFirst = (schedule: Schedule, situation: Situation): readonly Schedule[] => {
  const [first] = schedule.sessions;
  if (first === undefined) return [];
  const begins = minutesOf(first.start);
  return Array.from({ length: (24 * 60) / stepMinutes }, (_, step) => step * stepMinutes - begins)
    .filter((minutes) => minutes !== 0)
    .sort((a, b) => Math.abs(a) - Math.abs(b) || b - a)
    .map((minutes) => shifted(schedule, minutes))
    .filter(({ sessions }) => sessions.every((session) => fits(session, situation)));
};

const minutesOf = (at: Temporal.ZonedDateTime): number => {
  const { hour, minute } = localTime(at, at.timeZoneId);
  return hour * 60 + minute;
};

/** Within the hours of the office, its day off or not. */
const fits = ({ start, end }: Session, { desk: { settings } }: Situation): boolean => {
  const { officeHours } = settings;
  return (
    isSameDay(dayOfZoned(end), dayOfZoned(start)) &&
    Temporal.PlainTime.compare(timeShown(start), officeHours.start) >= 0 &&
    Temporal.PlainTime.compare(timeShown(end), closesAt(dayOfZoned(start), officeHours)) <= 0
  );
};

/** "10.30 (2 petugas, Zoom 300, 1 Speaker tersedia; tetap kurang 1 Tripod Kamera)": of things those that are short now. */
const offerWords = (offer: OtherHours, subject: Case): string => {
  const [first] = offer.schedule.sessions;
  const hour = first === undefined ? '' : clockTime(first.start);
  const isWithNetwork = lackingIn(subject.decided).network && !offer.lack.network;
  const there = availableWords(offer, subject, {
    people: `${peopleWords(offer)}${isWithNetwork ? ' termasuk petugas jaringan' : ''}`,
    ...(offer.licence !== undefined && { licence: offer.licence }),
  }).join(', ');
  const short = stillShortWords(offer).join(', ');
  return `${hour} (${there} tersedia${short === '' ? '' : `; tetap kurang ${short}`})`;
};
