/**
 * The promise of A.3: an answer within 24 hours after the request is complete, read anew from recorded moments.
 *
 * The clock runs from completeness to the confirmation or refusal. It pauses while answers are missing or the
 * requester has a question open; a new day, hour or place starts it anew. An event that comes sooner than the
 * promised hours is due before its preparation begins, and flagged *mendadak*. Work entered after the event has no
 * figure, neither has a confirmation that nobody can date. Texts change at facts and at the due time only.
 */
import type { Temporal } from 'temporal-polyfill';
import { isComplete, isLateEntry } from '../case-facts.ts';
import { pausesWithin } from '../clock-pauses.ts';
import { latestMoment, standingConfirmation, timeUnknown } from '../confirmation.ts';
import type { Ticket } from '../ledger-state.ts';
import type { OfficeCalendar } from '../office-time.ts';
import type { Finding } from '../request.ts';
import { countMinutes, dueAt, type ServicePromise } from '../service-clock.ts';
import type { Case, ClockReading, Judgement, Rule, Situation } from '../situation.ts';
import { isBefore, later } from '../spans.ts';
import { type ClockFacts, clockSentence, clockShown } from './word-service-clock.ts';

export const keepServiceClock: Rule = (cases, situation) => {
  const { desk, timeZone } = situation;
  const calendar = { hours: desk.settings.officeHours, holidays: desk.holidays, timeZone };
  return new Map(
    cases.map((subject): [Ticket, Judgement] => [
      subject.ticket,
      judge(subject, situation, calendar),
    ]),
  );
};

const judge = (subject: Case, situation: Situation, calendar: OfficeCalendar): Judgement => {
  const facts = readClock(subject, situation, calendar);
  const findings = confirmationFindings(subject, situation.now);
  const words = { facts, subject, situation };
  return {
    decided: { clock: { ...facts, shown: clockShown(words), sentence: clockSentence(words) } },
    ...(findings.length > 0 && { findings }),
  };
};

const readClock = (subject: Case, situation: Situation, calendar: OfficeCalendar): ClockFacts => {
  if (isLateEntry(subject)) return noFigure('late-entry');
  const startedAt = startOf(subject);
  const stop = stopOf(subject, situation.now);
  if (stop.kind === 'undated') return startedAt ? { ...noFigure(), startedAt } : noFigure();
  if (startedAt === undefined) return withoutStart(stop);
  if (stop.kind === 'cancelled-undated') return noFigure('cancelled');
  if (isAfterEvent(subject, startedAt)) return noFigure('late-entry');

  const stoppedAt = 'at' in stop ? stop.at : undefined;
  const pauses = pausesWithin(subject.moments, startedAt, stoppedAt);
  const promise = promiseFor(subject, startedAt, { situation, calendar });
  const due = dueAt(startedAt, pauses, promise);
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

const noFigure = (...flags: ClockReading['flags']): ClockFacts => ({ kind: 'no-figure', flags });

/** Refused or confirmed before anything was missing no more: answered in time, without a length. */
const withoutStart = (stop: Stop): ClockFacts => {
  if (stop.kind === 'open') return { kind: 'not-started', flags: [] };
  return stop.kind === 'answered' ? noFigure() : noFigure('cancelled');
};

/** The first completeness, or for a new schedule the first since then. */
const startOf = ({ moments }: Case): Temporal.Instant | undefined => {
  const schedule = latestMoment(moments, ['rescheduled']);
  if (schedule === undefined) return moments.find(({ kind }) => kind === 'completed')?.at;
  const before = moments.filter(({ at }) => !isBefore(schedule.at, at));
  if (latestMoment(before, ['completed', 'incomplete'])?.kind === 'completed') return schedule.at;
  return moments.find(({ kind, at }) => kind === 'completed' && isBefore(schedule.at, at))?.at;
};

/** `undated`: answered or called off at a time that nobody knows. */
type Stop =
  | { readonly kind: 'open' | 'undated' | 'cancelled-undated' }
  | { readonly kind: 'answered' | 'cancelled'; readonly at: Temporal.Instant };

/** What has stopped the clock, by the row as it stands now. */
const stopOf = (subject: Case, now: Temporal.Instant): Stop => {
  if (subject.handMade.state === 'Ditolak') return calledOff(subject, 'refused');
  const confirmation = standingConfirmation(subject, now);
  if (confirmation.kind === 'at') return { kind: 'answered', at: confirmation.at };
  if (confirmation.kind === 'time-unknown') return { kind: 'undated' };
  return isWithdrawn(subject) ? calledOff(subject, 'cancelled') : { kind: 'open' };
};

const isWithdrawn = ({ handMade: { state } }: Case): boolean =>
  state === 'Dibatalkan' || state === 'Dijadwalkan Ulang';

const calledOff = ({ moments }: Case, kind: 'refused' | 'cancelled'): Stop => {
  const moment = latestMoment(moments, [kind]);
  const isDated = moment !== undefined && moment.detail !== timeUnknown;
  if (kind === 'refused')
    return isDated ? { kind: 'answered', at: moment.at } : { kind: 'undated' };
  return isDated ? { kind: 'cancelled', at: moment.at } : { kind: 'cancelled-undated' };
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
  { request }: Case,
  startedAt: Temporal.Instant,
  { situation, calendar }: { readonly situation: Situation; readonly calendar: OfficeCalendar },
): ServicePromise => {
  const { clock, serviceHours, preparationMinutes } = situation.desk.settings;
  const promise = { clock, serviceHours, calendar };
  const sessions = request.answers.schedule?.sessions ?? [];
  const begin = sessions[0]?.start.toInstant();
  const end = sessions.at(-1)?.end.toInstant();
  if (begin === undefined || end === undefined) return promise;
  const cap = [begin.subtract({ minutes: preparationMinutes }), begin, end].find((moment) =>
    isBefore(startedAt, moment),
  );
  const plain = dueAt(startedAt, { closed: [], openSince: undefined }, promise);
  return cap && (plain === undefined || isBefore(cap, plain)) ? { ...promise, cap } : promise;
};

/** What staff must mend in *Dikonfirmasi* so that the clock can be read. */
const confirmationFindings = (subject: Case, now: Temporal.Instant): readonly Finding[] => {
  const about = (text: string): readonly Finding[] => [
    { kind: 'warning', field: 'Dikonfirmasi', text },
  ];
  const { kind } = standingConfirmation(subject, now);
  if (kind === 'ahead') {
    return about('Waktu pada Dikonfirmasi belum tiba. Perbaiki tanggal dan jamnya.');
  }
  if (kind === 'outdated') {
    return about(
      'Jadwal atau tempat berubah setelah dikonfirmasi. Konfirmasikan jadwal baru kepada pemohon, lalu tulis tanggal dan jamnya pada Dikonfirmasi.',
    );
  }
  if (kind === 'time-unknown' && isComplete(subject) && !isLateEntry(subject)) {
    return about(
      'Waktu konfirmasi tidak tercatat. Tulis tanggal dan jamnya pada Dikonfirmasi agar waktu layanan dapat dihitung.',
    );
  }
  return [];
};
