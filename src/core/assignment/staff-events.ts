import type { Officer } from '../cases/desk.ts';
import type { Case, Situation } from '../cases/situation.ts';
import { collisions } from '../clock/window.ts';
import { type AbleOfficers, ableOfficers } from './able-officers.ts';
import { Diary } from './diary.ts';
import { type Duty, dutyOf } from './duty.ts';
import { fillRole } from './fill-role.ts';
import { findByName } from './names.ts';
import { nextDoor } from './next-door.ts';
import type { Person, ToldPerson } from './person.ts';
import { inPolicyOrder } from './policy-order.ts';
import { readOfficers } from './read-officers-cell.ts';
import { type Role, roleByPlace, rosterOf } from './roster.ts';
import { type Workload, workloadOf } from './workload.ts';

/** Who goes where, with what is needed to say why. */
export interface Staffing {
  readonly roster: readonly Officer[];
  /** In order of policy. */
  readonly duties: readonly Duty[];
  /** By position in `duties`; lead, network, support. */
  readonly people: readonly (readonly Person[])[];
  /** Who had been told, by position in `duties`. */
  readonly told: readonly (readonly ToldPerson[])[];
  /** Everything that is booked, leads before anybody else; `leadsOnly` without network and support that we chose. */
  readonly diary: Diary;
  readonly leadsOnly: Diary;
}

/**
 * Names people, as if the pass were made again and again until nothing changes any more: whoever is freed by
 * a change can then save another event, and the next pass finds nothing to do.
 */
export const staffEvents = (cases: readonly Case[], situation: Situation): Staffing => {
  const roster = rosterOf(situation.desk.officers);
  const duties = inPolicyOrder(cases).map((subject) => dutyOf(subject, situation));
  const occupancies = duties.map(({ occupancy }) => occupancy);
  const setting: Setting = {
    roster,
    duties,
    situation,
    colliding: collisions(occupancies),
    nextDoor: nextDoor(occupancies),
    workload: workloadOf(duties, situation),
    able: ableOfficers(duties, situation),
  };
  const told = duties.map(({ subject }) => toldPeople(subject, roster));
  let staffing = nameInLayers(setting, told);
  for (let round = 1; round < mostRounds; round += 1) {
    const again = nameInLayers(setting, asTold(staffing));
    if (sameNames(again, staffing)) break;
    staffing = again;
  }
  return { ...staffing, told };
};

/** Every round but the last saves an event or spares a change; a handful is plenty. */
const mostRounds = 8;

interface Setting {
  readonly roster: readonly Officer[];
  readonly duties: readonly Duty[];
  readonly situation: Situation;
  readonly colliding: readonly (readonly number[])[];
  readonly workload: Workload;
  readonly able: AbleOfficers;
  readonly nextDoor: readonly (readonly number[])[];
}

/**
 * One round, in layers that each know the one before: what stands, leads, network, support. A lower layer never
 * keeps a higher one from somebody it needs.
 */
const nameInLayers = (setting: Setting, told: Staffing['told']): Staffing => {
  const { roster, duties, colliding } = setting;
  const people: Person[][] = duties.map((duty, at) => standingPeople(duty, told[at] ?? [], roster));
  const diary = new Diary(colliding);
  const leadsOnly = new Diary(colliding);
  const book = (at: number, officer: number | undefined, ...diaries: readonly Diary[]): void => {
    if (officer !== undefined) for (const each of diaries) each.book(officer, at);
  };
  for (const [at, duty] of duties.entries()) {
    for (const { officer } of people[at] ?? []) book(at, officer, diary, leadsOnly);
    for (const name of duty.subject.request.staff.networkOfficers) {
      const known = findByName(name, roster);
      book(at, known && roster.indexOf(known), diary, leadsOnly);
    }
  }

  const fill = (role: Role, wanted: readonly number[], ...diaries: readonly Diary[]): void => {
    for (const { at, officer } of fillRole({ ...setting, told, diary, role, wanted })) {
      people[at]?.push({ name: roster[officer]?.name ?? '', role, officer });
      book(at, officer, ...diaries);
    }
  };
  const open = duties.flatMap(({ stage }, at) => (stage === 'open' ? [at] : []));
  fill('lead', open, diary, leadsOnly);
  const led = (wants: 'wantsNetwork' | 'wantsSupport'): readonly number[] =>
    open.filter((at) => duties[at]?.[wants] && (people[at] ?? []).length > 0);
  fill('network', led('wantsNetwork'), diary);
  fill('support', led('wantsSupport'), diary);

  return { roster, duties, people, told, diary, leadsOnly };
};

/** What the next pass would read from our column. */
const asTold = ({ duties, people }: Staffing): Staffing['told'] =>
  people.map((team, at) =>
    team.map((person) => ({
      ...person,
      provisional: person.role !== 'lead' && duties[at]?.isSettled === false,
    })),
  );

const sameNames = (a: Staffing, b: Staffing): boolean =>
  a.people.every(
    (team, at) =>
      team.length === b.people[at]?.length &&
      team.every(({ name, role }, place) => {
        const other = b.people[at]?.[place];
        return other?.name === name && other.role === role;
      }),
  );

const toldPeople = (subject: Case, roster: readonly Officer[]): readonly ToldPerson[] =>
  readOfficers(String(subject.previous.officers ?? ''), roster).map(
    ({ name, provisional }, at) => ({
      ...personOf(name, at, roster),
      provisional,
    }),
  );

const personOf = (name: string, at: number, roster: readonly Officer[]): Person => {
  const known = findByName(name, roster);
  return {
    name,
    role: roleByPlace(at, known),
    officer: known && roster.indexOf(known),
  };
};

/** People about whom there is nothing to decide. */
const standingPeople = (
  { stage, subject }: Duty,
  told: readonly ToldPerson[],
  roster: readonly Officer[],
): Person[] => {
  switch (stage) {
    case 'hand-made':
      return (subject.handMade.officers ?? []).map((name, at) => personOf(name, at, roster));
    case 'standing':
      return told.map(({ name, role, officer }) => ({ name, role, officer }));
    case 'not-needed':
    case 'waiting':
    case 'open':
      return [];
    default:
      return stage satisfies never;
  }
};
