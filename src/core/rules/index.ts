/**
 * The order of the rules, which is policy itself: each sees what those before it settled.
 *
 * What may be said, and whether the request is new at all, comes first. Then who
 * goes, with which licence and which things, at which other hour what is short would do, what the other days of an event that comes again would have, and where these run out. The clock looks at none of them. The facts of the report need the officers on duty, and the state needs the facts of the report.
 */
import type { Rule } from '../cases/situation.ts';
import { allocateLicences } from './allocate-licences.ts';
import { assignOfficers } from './assign-officers.ts';
import { collectReportFacts } from './collect-report-facts.ts';
import { flagDuplicates } from './flag-duplicates.ts';
import { gatherPhotos } from './gather-photos.ts';
import { keepServiceClock } from './keep-service-clock.ts';
import { limitDisclosure } from './limit-disclosure.ts';
import { nameDoubleBookings } from './name-double-bookings.ts';
import { offerMoves } from './offer-moves.ts';
import { offerOtherHours } from './offer-other-hours.ts';
import { offerSeries } from './offer-series.ts';
import { reserveEquipment } from './reserve-equipment.ts';
import { settleArchived } from './settle-archived.ts';
import { settleState } from './settle-state.ts';
import { warnCapacity } from './warn-capacity.ts';
import { warnOffHours } from './warn-off-hours.ts';

/** How far a rule looks. One that is new sees all until somebody has read how far it looks. */
type Sight =
  /** All cases: letters and titles are compared over years, a move names its other request, and a series its rows. */
  | 'all'
  /**
   * A case, what is beside it in time (`cases/time-axis.ts` says how far), the situation, and nothing else: asked about
   * the cases of one stretch of time it answers as if asked about all.
   */
  | 'beside'
  /** Of those only what could be in its way on its own days (`clock/days-apart.ts`). */
  | 'days';

const inOrder: readonly (readonly [Sight, Rule])[] = [
  ['days', limitDisclosure],
  ['all', flagDuplicates],
  ['all', offerMoves],
  ['beside', assignOfficers],
  ['days', allocateLicences],
  ['beside', reserveEquipment],
  ['beside', offerOtherHours],
  ['all', offerSeries],
  ['days', nameDoubleBookings],
  ['days', warnCapacity],
  ['days', warnOffHours],
  ['days', keepServiceClock],
  ['days', collectReportFacts],
  ['days', gatherPhotos],
  ['days', settleState],
];

/** What is over and only counted takes nobody's time and nothing from the shelf. */
const inOrderOfArchive: typeof inOrder = [
  ['days', limitDisclosure],
  ['days', settleArchived],
];

const rulesIn = (order: typeof inOrder): readonly Rule[] => order.map(([, rule]) => rule);

export const rules: readonly Rule[] = rulesIn(inOrder);
export const archiveRules: readonly Rule[] = rulesIn(inOrderOfArchive);

const thatSee = (...sights: readonly Sight[]): ReadonlySet<Rule> =>
  new Set(
    [...inOrder, ...inOrderOfArchive].flatMap(([sight, rule]) =>
      sights.includes(sight) ? [rule] : [],
    ),
  );

/** Those that look at no more than what is beside a case. */
export const besideInTime = thatSee('beside', 'days');
/** And of these at no more than what is on its own days. */
export const onItsDays = thatSee('days');
