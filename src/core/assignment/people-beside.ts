/**
 * Who could be sent to one event while everybody else stays where he is.
 *
 * Nobody is moved for it, so each role is filled where anybody is free who can take it, and nothing else has to be weighed:
 * as many go as `staffEvents` would send.
 */

import type { Officer } from '../cases/desk.ts';
import { remembering } from '../cases/remembered.ts';
import type { Case, OfficerAssignment, Situation } from '../cases/situation.ts';
import { collide, type Occupancy } from '../clock/window.ts';
import type { SettledEvent } from './as-settled.ts';
import { type UnsettledDuty, unsettledDuty } from './duty.ts';
import { findByName } from './names.ts';
import { readOfficers } from './read-officers-cell.ts';
import { canTake, hasNetworkPeople, type Role, rosterOf } from './roster.ts';

export interface PeopleThere extends Pick<OfficerAssignment, 'kind' | 'lacksNetwork'> {
  readonly count: number;
}

export const peopleBeside = (
  others: readonly SettledEvent[],
  situation: Situation,
): ((subject: Case) => PeopleThere) => {
  const booked = others.map((other) => bookingOf(other, situation));
  return (subject) => {
    const duty = unsettledDuty(subject, situation);
    const busy = new Set([
      ...namedFor(subject, situation),
      ...booked
        .filter(({ occupancy }) => collide(duty.occupancy, occupancy))
        .flatMap(({ names }) => names),
    ]);
    return thereFor(duty, busy, situation);
  };
};

/** By their names in the roster. */
interface Booking {
  readonly occupancy: Occupancy;
  readonly names: readonly string[];
}

const bookingOf = remembering((other: SettledEvent, situation: Situation): Booking => {
  const { officers } = situation.desk;
  return {
    occupancy: unsettledDuty(other, situation).occupancy,
    names: [
      ...other.handMade.officers.flatMap(
        (name) => findByName(name, rosterOf(officers))?.name ?? [],
      ),
      ...namedFor(other, situation),
    ],
  };
});

/** For the network, by staff. */
const namedFor = ({ request }: Case, { desk }: Situation): readonly string[] =>
  request.staff.networkOfficers.flatMap(
    (name) => findByName(name, rosterOf(desk.officers))?.name ?? [],
  );

const thereFor = (
  duty: UnsettledDuty,
  busy: ReadonlySet<string>,
  { desk: { officers } }: Situation,
): PeopleThere => {
  const { subject, stage } = duty;
  const roster = rosterOf(officers);
  const there = (count: number, none: PeopleThere['kind'] = 'unassigned'): PeopleThere => ({
    kind: count > 0 ? 'assigned' : none,
    count,
  });
  switch (stage) {
    case 'hand-made':
      return there((subject.handMade.officers ?? []).length);
    case 'standing':
      return there(
        readOfficers(String(subject.previous.officers ?? ''), roster).length,
        duty.isOnSite ? 'unassigned' : 'not-needed',
      );
    case 'not-needed':
      return there(0, 'not-needed');
    case 'waiting':
      return there(0);
    case 'open':
      return placesFor(duty, roster, (role) =>
        roster.filter(({ name }) => !busy.has(name)).filter((each) => canTake(each, role, subject)),
      );
    default:
      return stage satisfies never;
  }
};

/** Whoever can lead it can support it, too: one of those who could support it leads. */
const placesFor = (
  { wantsNetwork, wantsSupport }: UnsettledDuty,
  roster: readonly Officer[],
  free: (role: Role) => readonly Officer[],
): PeopleThere => {
  if (free('lead').length === 0) return { kind: 'unassigned', count: 0 };
  const isWithNetwork = wantsNetwork && free('network').length > 0;
  const isSupported = wantsSupport && free('support').length > 1;
  return {
    kind: 'assigned',
    count: 1 + Number(isWithNetwork) + Number(isSupported),
    ...(wantsNetwork && !isWithNetwork && hasNetworkPeople(roster) && { lacksNetwork: true }),
  };
};
