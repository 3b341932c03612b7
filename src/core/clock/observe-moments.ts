/**
 * What has happened to a request since the last pass: the moments to record, once and for good.
 *
 * A moment's time is the form's own where the form knows it, what staff typed into *Dikonfirmasi*, or else
 * the time of this look. Recorded moments are never taken back; what is true at present is read from the row, and
 * the moments only tell since when.
 */
import type { Temporal } from 'temporal-polyfill';
import { hasEnded, isArchived, isComplete } from '../cases/case-facts.ts';
import type { Moment, MomentKind, Ticket } from '../cases/ledger-state.ts';
import type { Confirmation, Request } from '../cases/request.ts';
import type { State } from '../cases/state.ts';
import { calledOffStates } from '../cases/state-groups.ts';
import { compareInstants, dayAt } from '../cases/watched-now.ts';
import { instantOf } from '../sheet/local-time.ts';
import {
  isBeforeReceipt,
  latestMoment,
  recordedFor,
  timeUnknown,
  undatedAs,
} from './confirmation.ts';
import { movedDetail, moveTarget } from './moved-moment.ts';
import { rescheduleDetail } from './new-schedule.ts';
import { isOtherSchedule, recordedMark, scheduleMark } from './schedule-mark.ts';
import { earlier, isBefore, later } from './spans.ts';

export interface MomentSources {
  readonly request: Request;
  readonly handMadeState: State | undefined;
  /** The request as which this event goes on. */
  readonly movedTo?: Ticket;
  /** What we meant to put into *Status* has been seen there: whatever stands there now was typed afterwards. */
  readonly stateWasShown: boolean;
  /** Already recorded, oldest first. */
  readonly known: readonly Moment[];
  readonly now: Temporal.Instant;
}

/**
 * A mark that already stood when we first saw the row tells *when* only if the row is this fresh. Older rows,
 * as in a ledger that existed before us, get no invented figures.
 */
const freshHours = 24;

/** The moments to add, oldest first; none when nothing has happened. */
export const observeMoments = (look: MomentSources): readonly Moment[] => {
  if (isArchived(look)) return received(look);
  const moved = rescheduled(look);
  return [
    ...received(look),
    ...moved,
    ...completeness(look),
    ...question(look),
    ...confirmation(look),
    ...calledOff(look, moved),
  ].toSorted((a, b) => compareInstants(a.at, b.at));
};

const received = ({ request, known, now }: MomentSources): readonly Moment[] =>
  known.some(({ kind }) => kind === 'received')
    ? []
    : [
        {
          kind: 'received',
          at: earlier(request.answers.submittedAt ?? now, now),
          detail: scheduleMark(request.answers),
        },
      ];

const completeness = (look: MomentSources): readonly Moment[] => {
  const { request, known, now } = look;
  const last = latestMoment(known, ['completed', 'incomplete']);
  if (!isComplete({ request })) {
    return last?.kind === 'completed' ? [{ kind: 'incomplete', at: now }] : [];
  }
  if (last?.kind === 'completed') return [];
  return [{ kind: 'completed', at: completedAt(look), detail: scheduleMark(request.answers) }];
};

/** The form's own time when the answers arrived with it; an edited form carries a new one. */
const completedAt = ({ request, known, now }: MomentSources): Temporal.Instant => {
  const { submittedAt } = request.answers;
  if (submittedAt === undefined || isBefore(now, submittedAt)) return now;
  const began = latestMoment(known, ['incomplete']) ?? latestMoment(known, ['received']);
  return began === undefined || isBefore(began.at, submittedAt) ? submittedAt : now;
};

const question = ({ request, handMadeState, known, now }: MomentSources): readonly Moment[] => {
  const isOpen = request.staff.waitingForRequester || handMadeState === 'Perlu Perbaikan';
  const wasOpen = latestMoment(known, ['asked', 'answered'])?.kind === 'asked';
  if (isOpen === wasOpen) return [];
  return [{ kind: isOpen ? 'asked' : 'answered', at: now }];
};

const confirmation = (look: MomentSources): readonly Moment[] => {
  const { request, known, now } = look;
  const { confirmed } = request.staff;
  const last = latestMoment(known, ['confirmed', 'unconfirmed']);
  switch (confirmed.kind) {
    case 'at': {
      const isRecorded = known.some(
        ({ kind, at }) => kind === 'confirmed' && at.equals(confirmed.at),
      );
      const isImpossible =
        isBefore(now, confirmed.at) || isBeforeReceipt(confirmed.at, withReceipt(look));
      return isRecorded || isImpossible ? [] : [{ kind: 'confirmed', at: confirmed.at }];
    }
    case 'hour':
      return recordedFor(confirmed, known) ? [] : [confirmedHour(confirmed, look)];
    case 'day':
      return recordedFor(confirmed, known)
        ? []
        : [{ kind: 'confirmed', at: now, detail: undatedAs(confirmed) }];
    case 'none':
      return last?.kind === 'confirmed' ? [{ kind: 'unconfirmed', at: now }] : [];
    case 'ticked':
      return last?.kind === 'confirmed' ? [] : [marked('confirmed', look)];
    default:
      return confirmed satisfies never;
  }
};

/** An hour of today where that can be; of which day else, nobody knows, and the moment says so. */
const confirmedHour = (
  confirmed: Extract<Confirmation, { readonly kind: 'hour' }>,
  look: MomentSources,
): Moment => {
  const { now } = look;
  const today = dayAt(now, confirmed.timeZone);
  const at = today
    .toZonedDateTime({ timeZone: confirmed.timeZone, plainTime: confirmed.time })
    .toInstant();
  const canBe = !isBefore(now, at) && !isBeforeReceipt(at, withReceipt(look));
  return canBe && tellsWhen('confirmed', look)
    ? { kind: 'confirmed', at }
    : { kind: 'confirmed', at: now, detail: undatedAs(confirmed) };
};

const withReceipt = (look: MomentSources) => ({
  request: look.request,
  moments: [...look.known, ...received(look)],
});

/** A new schedule needs to be called off anew; whatever is not called off any more is noted too. */
const calledOff = (look: MomentSources, moved: readonly Moment[]): readonly Moment[] => {
  const { known, now } = look;
  if (look.movedTo !== undefined) {
    return moveTarget(known) === look.movedTo
      ? []
      : [{ kind: 'cancelled', at: now, detail: movedDetail(look.movedTo) }];
  }
  const kind = calledOffKind(look.handMadeState);
  const last = known.findLast((moment) => isCallingOff(moment) || moment.kind === 'resumed');
  if (kind === undefined) {
    return last !== undefined && isCallingOff(last) ? [{ kind: 'resumed', at: now }] : [];
  }
  const schedule = latestMoment([...known, ...moved], ['rescheduled']);
  const isNoted = last?.kind === kind;
  if (look.handMadeState === 'Dijadwalkan Ulang') {
    const [change] = moved;
    if (change !== undefined)
      return isNoted ? [] : [{ kind, at: change.at, detail: rescheduleDetail }];
    const isAnswered = isNoted && schedule !== undefined && !isBefore(schedule.at, last.at);
    return isNoted && !(isAnswered && look.stateWasShown)
      ? []
      : [{ detail: rescheduleDetail, ...marked(kind, look) }];
  }
  const isOfThisSchedule = isNoted && (schedule === undefined || !isBefore(last.at, schedule.at));
  return isOfThisSchedule ? [] : [marked(kind, look)];
};

const isCallingOff = ({ kind }: Moment): boolean => kind === 'refused' || kind === 'cancelled';

/**
 * *Dijadwalkan Ulang* by hand lets go of the old date before there is a new one: for the clock, a cancellation.
 * What was not held stops it too.
 */
const calledOffKind = (state: State | undefined): 'refused' | 'cancelled' | undefined => {
  if (state === 'Ditolak') return 'refused';
  return state !== undefined && calledOffStates.has(state) ? 'cancelled' : undefined;
};

/** A tick or a word that bears no time of its own. */
const marked = (kind: MomentKind, look: MomentSources): Moment =>
  tellsWhen(kind, look) ? { kind, at: look.now } : { kind, at: look.now, detail: timeUnknown };

/**
 * Whether the first look at a mark tells when it was made. An answer marked once the event is over was given
 * before, at a time that nobody noted.
 */
const tellsWhen = (kind: MomentKind, { request, known, now }: MomentSources): boolean => {
  const { submittedAt } = request.answers;
  const isFresh =
    submittedAt === undefined || !isBefore(submittedAt.add({ hours: freshHours }), now);
  const isFirstSight = known.length === 0;
  const isLate = submittedAt !== undefined && hasEnded({ request }, submittedAt);
  const isOver = hasEnded({ request }, now);
  const isAnswer = kind === 'confirmed' || kind === 'refused';
  return !isLate && !(isFirstSight && (!isFresh || isOver)) && !(isAnswer && isOver);
};

/**
 * A new day, hour or place. Changes to an event whose new start is already past put the record right and are no
 * new schedule.
 */
const rescheduled = (look: MomentSources): readonly Moment[] => {
  const { request, known, now } = look;
  const mark = scheduleMark(request.answers);
  const start = request.answers.schedule?.sessions[0]?.start;
  if (start === undefined || !isBefore(now, instantOf(start))) return [];
  if (!isOtherSchedule(recordedMark(known), mark)) return [];
  return [{ kind: 'rescheduled', at: rescheduledAt(look), detail: mark }];
};

/**
 * The time of this look, or that of a confirmation typed since the last one: whoever changes the schedule and
 * then confirms it has confirmed the new one. Never before the schedule that it replaces.
 */
const rescheduledAt = (look: MomentSources): Temporal.Instant => {
  const typed = confirmation(look).find(({ kind }) => kind === 'confirmed')?.at ?? look.now;
  const replaced = latestMoment(look.known, ['received', 'completed', 'rescheduled'])?.at ?? typed;
  return later(earlier(look.now, typed), replaced);
};
