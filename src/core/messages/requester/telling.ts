/** Whether requesters are told of an event at all, and not before when. Decent hours are seen to at sending. */
import type { Temporal } from 'temporal-polyfill';
import { workingDayBefore } from '../../assignment/settles-at.ts';
import { hasStarted, isLateEntry, receivedAt } from '../../cases/case-facts.ts';
import type { Case, Situation } from '../../cases/situation.ts';
import { dayAt } from '../../cases/watched-now.ts';
import { isBefore } from '../../clock/spans.ts';
import type { RequestLook } from '../request-look.ts';
import { nextSending } from '../sending/sending-hours.ts';

/**
 * It is still to come, nobody keyed it in afterwards, and how much of it may be told is known. Without a readable schedule it is
 * taken to be still to come.
 */
export const isAhead = (subject: Case, { situation }: Pick<RequestLook, 'situation'>): boolean =>
  !hasStarted(subject, situation.now) &&
  !isLateEntry(subject) &&
  subject.decided.disclosure !== undefined;

/** Not before this ledger began to tell anything. */
export const isNew = (
  at: Temporal.Instant | undefined,
  { since }: Pick<RequestLook, 'since'>,
): at is Temporal.Instant => at !== undefined && !isBefore(at, since);

export const isReceivedSince = (subject: Case, look: Pick<RequestLook, 'since'>): boolean =>
  isNew(receivedAt(subject), look);

/** Who mistyped something mends it at once, and a row that is keyed in by hand is not whole at once: until then nothing is told. */
export const settleMinutes = ({ request: { answers } }: Pick<Case, 'request'>): number =>
  answers.submittedAt === undefined ? 30 : 10;

/** The event's start, or where none is known so many days later: afterwards the message would come too late. */
export const untilStart = (
  { request: { answers } }: Pick<Case, 'request'>,
  { from, days }: { readonly from: Temporal.Instant; readonly days: number },
): Temporal.Instant =>
  answers.schedule?.sessions[0]?.start.toInstant() ?? from.add({ hours: days * hoursPerDay });

const hoursPerDay = 24;

/**
 * On the last working day before the event, once officers settled: by then it is known who comes. Where messages do not leave
 * at that hour any more, as early as they do that day.
 */
export const dayBefore = (
  start: Temporal.ZonedDateTime,
  situation: Pick<Situation, 'timeZone' | 'desk'>,
): Temporal.Instant => {
  const { desk, timeZone } = situation;
  const day = workingDayBefore(start.toPlainDate(), 1, desk);
  const isThatDay = (moment: Temporal.Instant | undefined): boolean =>
    moment?.toZonedDateTimeISO(timeZone).toPlainDate().equals(day) ?? false;
  const settling = day
    .toZonedDateTime({ timeZone, plainTime: desk.settings.settleTime })
    .toInstant();
  const morning = day.toZonedDateTime(timeZone).toInstant();
  return (
    [settling, morning].map((from) => sendingFrom(from, situation)).find(isThatDay) ?? settling
  );
};

/** As early on the next working day as messages leave. */
export const nextMorning = (
  from: Temporal.Instant,
  situation: Pick<Situation, 'timeZone' | 'desk'>,
): Temporal.Instant => {
  const { timeZone } = situation;
  const day = dayAt(from, timeZone).add({ days: 1 });
  const midnight = day.toZonedDateTime(timeZone).toInstant();
  return sendingFrom(midnight, situation) ?? midnight;
};

const sendingFrom = (
  from: Temporal.Instant,
  { timeZone, desk: { settings, holidays } }: Pick<Situation, 'timeZone' | 'desk'>,
): Temporal.Instant | undefined =>
  nextSending(from, 'ordinary', { sending: settings.sending, holidays, timeZone });
