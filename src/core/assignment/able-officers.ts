import { remembering } from '../cases/remembered.ts';
import type { Situation } from '../cases/situation.ts';
import type { Duty } from './duty.ts';
import { canTake, type Role, rosterOf } from './roster.ts';

/** Who could take that role in the event at this place in the list, by place in the roster, whatever else they do. */
export type AbleOfficers = (at: number, role: Role) => readonly number[];

/** Looked up once for all rounds in which people are named. */
export const ableOfficers = (duties: readonly Duty[], situation: Situation): AbleOfficers => {
  const known = duties.map((duty) => ableFor(duty, situation));
  return (at, role) => known[at]?.[role] ?? [];
};

type AbleByRole = Readonly<Record<Role, readonly number[]>>;

const ableFor = remembering(({ subject }: Duty, { desk }: Situation): AbleByRole => {
  const roster = rosterOf(desk.officers);
  const able = (role: Role): readonly number[] =>
    roster.flatMap((officer, index) => (canTake(officer, role, subject) ? [index] : []));
  return { lead: able('lead'), network: able('network'), support: able('support') };
});
