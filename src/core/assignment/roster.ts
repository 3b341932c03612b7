/** Who of the officers can take which role in an event. */
import type { Officer } from '../cases/desk.ts';
import type { Case, OfficerAssignment } from '../cases/situation.ts';
import { onceFor } from '../sheet/once-for.ts';
import { compareText } from './policy-order.ts';
import { isOnLeave } from './workload.ts';

export type Role = OfficerAssignment['people'][number]['role'];

/** Everybody once, in an order that does not depend on how the tab is sorted. */
export const rosterOf = onceFor((officers: readonly Officer[]): readonly Officer[] => {
  const sorted = [...officers].sort((a, b) => compareText(a.name, b.name));
  return sorted.filter(({ name }, at) => sorted[at - 1]?.name !== name);
});

/** What an officer lacks to lead this event, in the staff's words; absent when he can. */
export const lacksToLead = (officer: Officer, { request }: Case): string | undefined => {
  if (!officer.competences.includes('video-conference')) return 'aplikasi video conference';
  const isConfidential = request.answers.sensitivity === 'rahasia';
  return isConfidential && !officer.competences.includes('information-security')
    ? 'persandian dan keamanan informasi'
    : undefined;
};

/** Leads and support are our own team's; the network is the other team's. */
export const canTake = (officer: Officer, role: Role, subject: Case): boolean => {
  if (!isThere(officer, subject)) return false;
  switch (role) {
    case 'lead':
      return officer.team === 'Persandian' && lacksToLead(officer, subject) === undefined;
    case 'support':
      return officer.team === 'Persandian' && officer.competences.length > 0;
    case 'network':
      return officer.team === 'Jaringan' && officer.competences.includes('network');
    default:
      return role satisfies never;
  }
};

/** The office has somebody for the network at all. */
export const hasNetworkPeople = (roster: readonly Officer[]): boolean =>
  roster.some(({ team, active }) => team === 'Jaringan' && active);

/** Active, and not on leave on any day of the event. */
export const isThere = (officer: Officer, subject: Case): boolean =>
  officer.active && !isAwayFor(officer, subject);

export const isAwayFor = (officer: Officer, { request }: Case): boolean =>
  officer.leave.length > 0 &&
  (request.answers.schedule?.sessions ?? []).some(({ start, end }) =>
    [start, end].some((moment) => isOnLeave(officer, moment.toPlainDate())),
  );

/** Which part somebody plays who is only known by his place in the cell: the first leads. */
export const roleByPlace = (place: number, officer: Officer | undefined): Role => {
  if (place === 0) return 'lead';
  return officer?.team === 'Jaringan' ? 'network' : 'support';
};
