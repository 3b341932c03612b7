/**
 * The promise of A.3: an answer within 24 hours after the request is complete, read anew from recorded moments.
 *
 * The clock runs from completeness to the confirmation or refusal. It pauses while answers are missing or the
 * requester has a question open; a new day, hour or place starts it anew, and what was overdue before stays so. An event that comes sooner than the
 * promised hours is due before its preparation begins, and flagged *mendadak*. Work entered after the event has no
 * figure, neither has a confirmation that nobody can date. Texts change at facts and at the due time only.
 */
import type { Temporal } from 'temporal-polyfill';
import { isComplete, isLateEntry } from '../cases/case-facts.ts';
import type { Ticket } from '../cases/ledger-state.ts';
import { recalled } from '../cases/remembered.ts';
import type { Finding } from '../cases/request.ts';
import type { Case, ClockReading, Judgement, Rule, Situation } from '../cases/situation.ts';
import { withdrawnStates } from '../cases/state-groups.ts';
import { shortMoment } from '../cases/wording.ts';
import { pausesWithin } from '../clock/clock-pauses.ts';
import { clockStart } from '../clock/clock-start.ts';
import {
  firstReceipt,
  isConfirmed,
  isUndated,
  latestMoment,
  type StandingConfirmation,
  standingConfirmation,
} from '../clock/confirmation.ts';
import type { OfficeCalendar } from '../clock/office-time.ts';
import { countMinutes, dueAt, type ServicePromise } from '../clock/service-clock.ts';
import { isBefore, later } from '../clock/spans.ts';
import { headerOf } from '../columns/request-tab.ts';
import { lapsedPromises } from './lapsed-promises.ts';
import { type ClockFacts, clockSentence, clockShown } from './word-service-clock.ts';

export const keepServiceClock: Rule = (cases, situation) => {
  const { desk, timeZone } = situation;
  const calendar = { hours: desk.settings.officeHours, holidays: desk.holidays, timeZone };
  return new Map(
    cases.map((subject): [Ticket, Judgement] => [
      subject.ticket,
      recalled({ by: judge, of: subject }, situation, (around) => judge(subject, around, calendar)),
    ]),
  );
};

const judge = (subject: Case, situation: Situation, calendar: OfficeCalendar): Judgement => {
  const facts = withLapsed(readClock(subject, situation, calendar), subject, {
    situation,
    calendar,
  });
  const findings = confirmationFindings(subject, situation);
  const words = { facts, subject, situation };
  return {
    decided: { clock: { ...facts, shown: clockShown(words), sentence: clockSentence(words) } },
    ...(findings.length > 0 && { findings }),
  };
};

const readClock = (subject: Case, situation: Situation, calendar: OfficeCalendar): ClockFacts => {
  if (isLateEntry(subject)) return noFigure('late-entry');
  const startedAt = clockStart(subject.moments);
  const stop = stopOf(subject, situation.now);
  if (stop.kind === 'undated') return startedAt ? { ...noFigure(), startedAt } : noFigure();
  if (startedAt === undefined) return withoutStart(stop);
  if (isAfterEvent(subject, startedAt)) return noFigure('late-entry');

  const stoppedAt = 'at' in stop ? stop.at : undefined;
  const pauses = pausesWithin(subject.moments, startedAt, stoppedAt);
  const office = { situation, calendar };
  const promise = promiseFor(startedAt, eventOf(subject), office);
  const due = dueAt(startedAt, pauses, promise);
  if (stop.kind === 'cancelled-by') {
    // What already stood when it was seen after the due time may have come before or after it.
    return due !== undefined && isBefore(due, stop.at)
      ? { ...noFigure(), startedAt }
      : noFigure('cancelled');
  }
  const isLate = due !== undefined && isBefore(due, stoppedAt ?? situation.now);
  const urgent = promise.cap === undefined ? [] : (['urgent'] as const);
  const read = { startedAt, ...(due && { dueAt: due }) };

  if (stoppedAt === undefined) {
    const kind = pauses.openSince === undefined ? 'running' : 'paused';
    return { ...read, kind, flags: isLate ? [...urgent, 'overdue'] : urgent };
  }
  if (stop.kind === 'cancelled') {
    return isLate
      ? { ...read, kind: 'missed', flags: [...urgent, 'cancelled', 'overdue'], stoppedAt }
      : noFigure('cancelled');
  }
  const span = { start: startedAt, end: later(startedAt, stoppedAt) };
  if (isWithdrawn(subject) && !isLate) return noFigure('cancelled');
  const minutes = countMinutes(span, pauses.closed, calendar);
  return {
    ...read,
    kind: isLate ? 'missed' : 'met',
    flags: urgent,
    stoppedAt,
    wallMinutes: minutes.wall,
    workingMinutes: minutes.working,
    pausedMinutes: minutes.paused,
  };
};

/** What was overdue under an earlier schedule is missed, whatever came of the present one. */
const withLapsed = (facts: ClockFacts, subject: Case, office: ClockOffice): ClockFacts => {
  const [lapsedAt] = lapsedPromises(subject.moments, {
    promiseFor: (from, { begin }) => promiseFor(from, { begin, end: undefined }, office),
    timeZone: office.situation.timeZone,
  });
  if (lapsedAt === undefined || isLateEntry(subject)) return facts;
  const flags = facts.flags.filter((flag) => flag !== 'late-entry');
  const kind = facts.kind === 'met' ? 'missed' : facts.kind;
  return { ...facts, kind, flags: [...flags, 'lapsed'], lapsedAt };
};

interface ClockOffice {
  readonly situation: Situation;
  readonly calendar: OfficeCalendar;
}

const noFigure = (...flags: ClockReading['flags']): ClockFacts => ({ kind: 'no-figure', flags });

/** Refused or confirmed before anything was missing no more: answered in time, without a length. */
const withoutStart = (stop: Stop): ClockFacts => {
  if (stop.kind === 'open') return { kind: 'not-started', flags: [] };
  return stop.kind === 'answered' ? noFigure() : noFigure('cancelled');
};

/** `undated`: answered at a time that nobody knows; `cancelled-by`: called off then or before. */
type Stop =
  | { readonly kind: 'open' | 'undated' }
  | { readonly kind: 'answered' | 'cancelled' | 'cancelled-by'; readonly at: Temporal.Instant };

/** What has stopped the clock, by the row as it stands now. */
const stopOf = (subject: Case, now: Temporal.Instant): Stop => {
  if (subject.handMade.state === 'Ditolak') return calledOff(subject, 'refused', now);
  const confirmation = standingConfirmation(subject, now);
  if (confirmation.kind === 'at') return { kind: 'answered', at: confirmation.at };
  if (isConfirmed(confirmation)) return { kind: 'undated' };
  const isGivenUp = isWithdrawn(subject) || subject.handMade.state === 'Tidak Terlaksana';
  return isGivenUp ? calledOff(subject, 'cancelled', now) : { kind: 'open' };
};

/** The requester took it back. What was confirmed and then not held was answered all the same. */
const isWithdrawn = ({ handMade: { state } }: Case): boolean =>
  state !== undefined && withdrawnStates.has(state);

const calledOff = (
  { moments }: Case,
  kind: 'refused' | 'cancelled',
  now: Temporal.Instant,
): Stop => {
  const moment = latestMoment(moments, [kind]);
  const isDated = moment !== undefined && !isUndated(moment);
  if (kind === 'refused')
    return isDated ? { kind: 'answered', at: moment.at } : { kind: 'undated' };
  return { kind: isDated ? 'cancelled' : 'cancelled-by', at: moment?.at ?? now };
};

/** What was missing came after the event: like an entry made afterwards, there was nothing left to wait for. */
const isAfterEvent = ({ request }: Case, startedAt: Temporal.Instant): boolean => {
  const end = request.answers.schedule?.sessions.at(-1)?.end.toInstant();
  return end !== undefined && !isBefore(startedAt, end);
};

/**
 * An event that comes sooner than the promised hours is due before its preparation; if that time is past when the
 * clock starts, by the event's start, and if that is past too, by its end.
 */
const promiseFor = (
  startedAt: Temporal.Instant,
  { begin, end }: EventTimes,
  { situation, calendar }: ClockOffice,
): ServicePromise => {
  const { clock, serviceHours, preparationMinutes } = situation.desk.settings;
  const promise = { clock, serviceHours, calendar };
  if (begin === undefined) return promise;
  const cap = [begin.subtract({ minutes: preparationMinutes }), begin, end].find(
    (moment) => moment !== undefined && isBefore(startedAt, moment),
  );
  const plain = dueAt(startedAt, { closed: [], openSince: undefined }, promise);
  return cap && (plain === undefined || isBefore(cap, plain)) ? { ...promise, cap } : promise;
};

interface EventTimes {
  readonly begin: Temporal.Instant | undefined;
  readonly end: Temporal.Instant | undefined;
}

const eventOf = ({ request }: Case): EventTimes => {
  const sessions = request.answers.schedule?.sessions ?? [];
  return {
    begin: sessions[0]?.start.toInstant(),
    end: sessions.at(-1)?.end.toInstant(),
  };
};

/** What staff must mend in *Dikonfirmasi* so that the clock can be read. */
const confirmationFindings = (subject: Case, situation: Situation): readonly Finding[] => {
  const { kind } = standingConfirmation(subject, situation.now);
  const text = confirmationText(kind, subject, situation);
  return text === undefined ? [] : [{ kind: 'warning', field: headerOf('confirmed'), text }];
};

const confirmationText = (
  kind: StandingConfirmation['kind'],
  subject: Case,
  { timeZone }: Situation,
): string | undefined => {
  const isCounted = isComplete(subject) && !isLateEntry(subject);
  switch (kind) {
    case 'none':
    case 'at':
      return undefined;
    case 'ahead':
      return 'Waktu pada Dikonfirmasi belum tiba. Perbaiki tanggal dan jamnya.';
    case 'outdated':
      return 'Jadwal atau tempat berubah setelah dikonfirmasi. Konfirmasikan jadwal baru kepada pemohon, lalu tulis tanggal dan jamnya pada Dikonfirmasi.';
    case 'early': {
      const received = firstReceipt(subject);
      const when = received === undefined ? '' : ` (${shortMoment(received, timeZone)})`;
      return `Waktu pada Dikonfirmasi mendahului masuknya permohonan${when}. Perbaiki Dikonfirmasi, atau Stempel waktu bila permohonan masuk lebih awal.`;
    }
    case 'time-unknown':
      return isCounted
        ? 'Waktu konfirmasi tidak tercatat. Tulis tanggal dan jamnya pada Dikonfirmasi agar waktu layanan dapat dihitung.'
        : undefined;
    case 'day-unknown':
      return isCounted
        ? 'Dikonfirmasi menyebut jam tanpa tanggal, dan harinya belum pasti. Tulis tanggal dan jamnya, misalnya 23/11/2026 15.40.'
        : undefined;
    case 'hour-unknown':
      return isCounted
        ? 'Dikonfirmasi menyebut tanggal tanpa jam. Tulis jamnya juga, misalnya 23/11/2026 15.40.'
        : undefined;
    default:
      return kind satisfies never;
  }
};
