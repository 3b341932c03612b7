import type { Temporal } from 'temporal-polyfill';
import { hasStarted, isCalledOff, isComplete } from '../cases/case-facts.ts';
import { remembering } from '../cases/remembered.ts';
import type { Case, Situation } from '../cases/situation.ts';
import { begunStates } from '../cases/state-groups.ts';
import { compareInstants } from '../cases/watched-now.ts';
import { type Occupancy, occupancyOf } from '../clock/window.ts';
import { settlesAt } from './settles-at.ts';

/**
 * What becomes of an event's people in this pass.
 *
 * `hand-made`: staff chose, and that stands · `standing`: it has begun, is over, or cannot be read, so what stood
 * before stays and nobody is invented · `not-needed`: called off, or only a link is wanted · `waiting`: the request
 * is not complete and nobody was told yet · `open`: we choose.
 */
export type DutyStage = 'hand-made' | 'standing' | 'not-needed' | 'waiting' | 'open';

/** One event as far as its people are concerned. */
export interface Duty extends UnsettledDuty {
  /** From the hour that the settings say, on the last working day before, its people are definite. */
  readonly isSettled: boolean;
}

/** The same whenever its people become definite. */
export interface UnsettledDuty {
  readonly subject: Case;
  readonly stage: DutyStage;
  /** Nobody is held up by an event that is called off or has no readable time: it blocks nothing. */
  readonly occupancy: Occupancy;
  readonly isOnSite: boolean;
  /** Two when hybrid or streamed: people in a room as well as online, or an audience outside. */
  readonly wantsSupport: boolean;
  readonly wantsNetwork: boolean;
}

export const dutyOf = remembering(
  (subject: Case, situation: Situation): Duty => ({
    ...unsettledDuty(subject, situation),
    isSettled: isSettled(subject, situation),
  }),
);

export const unsettledDuty = (subject: Case, situation: Situation): UnsettledDuty => {
  const { answers, staff } = subject.request;
  const { settings } = situation.desk;
  const isOnSite = answers.serviceKind !== 'link';
  const { schedule } = answers;
  return {
    subject,
    stage: stageOf(subject, situation.now),
    occupancy:
      schedule === undefined || isCalledOff(subject)
        ? nowhere
        : occupancyOf(schedule, { place: answers.place, allowances: settings }),
    isOnSite,
    wantsSupport: answers.streaming || answers.serviceKind === 'link-and-operator',
    wantsNetwork: isOnSite && staff.network !== 'tidak perlu' && staff.networkOfficers.length === 0,
  };
};

const nowhere: Occupancy = { windows: [], travelMs: 0, place: '' };

const stageOf = (subject: Case, now: Temporal.Instant): DutyStage => {
  const { schedule, serviceKind } = subject.request.answers;
  if (subject.handMade.officers !== undefined) return 'hand-made';
  if (hasStarted(subject, now) || isUnderWay(subject)) return 'standing';
  if (isCalledOff(subject) || serviceKind === 'link') return 'not-needed';
  const wasTold = (subject.previous.officers ?? '') !== '';
  if (schedule === undefined) return wasTold ? 'standing' : 'waiting';
  return isComplete(subject) || wasTold ? 'open' : 'waiting';
};

/** Staff say that it has begun or is over, whatever the clock says. */
const isUnderWay = ({ handMade: { state } }: Case): boolean =>
  state !== undefined && begunStates.has(state);

const isSettled = (subject: Case, { desk, now }: Situation): boolean => {
  const settles = settlesAt(subject, desk);
  return settles !== undefined && compareInstants(settles.toInstant(), now) <= 0;
};
