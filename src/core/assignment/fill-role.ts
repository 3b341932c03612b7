import type { Officer } from '../cases/desk.ts';
import type { Situation } from '../cases/situation.ts';
import type { AbleOfficers } from './able-officers.ts';
import type { Diary } from './diary.ts';
import type { Duty } from './duty.ts';
import type { ToldPerson } from './person.ts';
import { place } from './place.ts';
import { priorityOf } from './policy-order.ts';
import type { Problem, Task } from './problem.ts';
import type { Role } from './roster.ts';
import { daysAvailable, type Workload } from './workload.ts';

/** Far above any load: a told person's change, and the change of one who was told for good. */
const changeCost = 1e8;
const settledChangeCost = 1e10;

/** People who may be moved to save one event, once they were told. */
const movesToSave = 2;

/** One role to be filled, beside everything that is booked already. */
interface Vacancies {
  readonly role: Role;
  /** Events that want it, as positions in `duties`. */
  readonly wanted: readonly number[];
  readonly roster: readonly Officer[];
  readonly duties: readonly Duty[];
  readonly told: readonly (readonly ToldPerson[])[];
  readonly diary: Diary;
  readonly workload: Workload;
  readonly able: AbleOfficers;
  /** For each event those at the same place within half a day: whoever does both travels less. */
  readonly nextDoor: readonly (readonly number[])[];
  readonly situation: Situation;
}

/** Finds one officer for each wanted event, as far as possible, and keeps those who were told. */
export const fillRole = (
  vacancies: Vacancies,
): readonly { readonly at: number; readonly officer: number }[] => {
  const toldMoves = vacancies.role === 'support' ? 0 : movesToSave;
  return place(problemOf(vacancies), { toldMoves }).flatMap((officer, task) => {
    const at = vacancies.wanted[task];
    return at === undefined || officer === undefined ? [] : [{ at, officer }];
  });
};

const problemOf = (vacancies: Vacancies): Problem => {
  const { role, wanted, roster, told, diary } = vacancies;
  const { load, period } = vacancies.workload;
  const dutyAt = (task: number): number => wanted[task] ?? -1;
  const promised = role === 'lead' ? promisesIn(vacancies) : noPromises;

  return {
    workers: roster.length,
    tasks: tasksOf(vacancies).map((task, index) => ({
      ...task,
      load: load(dutyAt(index)),
      period: period(dutyAt(index)),
    })),
    cost: (task, officer) => {
      const { settled, provisional } = promised(officer, dutyAt(task));
      const comesAnyway = told[dutyAt(task)]?.some((person) => person.officer === officer) ?? false;
      return (
        settled * settledChangeCost + provisional * changeCost - (comesAnyway ? changeCost / 2 : 0)
      );
    },
    displaced: (task, officer) => promised(officer, dutyAt(task)).settled,
    carried: (index, month) => {
      const officer = roster[index];
      return {
        load: [...diary.dutiesOf(index)]
          .filter((at) => period(at) === month)
          .reduce((sum, at) => sum + load(at), 0),
        days: officer === undefined ? 1 : daysAvailable(officer, month, vacancies.situation.desk),
      };
    },
  };
};

const tasksOf = ({
  role,
  wanted,
  able,
  nextDoor,
  duties,
  told,
  diary,
}: Vacancies): readonly Task[] => {
  const taskAt = new Map(wanted.map((at, task) => [at, task]));
  return wanted.flatMap((at): Task[] => {
    const duty = duties[at];
    if (duty === undefined) return [];
    const named = told[at]?.find((person) => person.role === role)?.officer;
    return [
      {
        class: role === 'lead' && priorityOf(duty.subject) === 'top' ? 0 : 1,
        candidates: able(at, role).filter((index) => diary.isFree(index, at)),
        conflicts: diary.colliding(at).flatMap((other) => taskAt.get(other) ?? []),
        companions: (nextDoor[at] ?? []).flatMap((other) => taskAt.get(other) ?? []),
        ...(named !== undefined && { named }),
        movable: role === 'lead' || !duty.isSettled,
      },
    ];
  });
};

/** How many promises to help elsewhere an officer would have to break to lead this event. */
type Promised = (
  officer: number,
  duty: number,
) => { readonly settled: number; readonly provisional: number };

const noPromises: Promised = () => ({ settled: 0, provisional: 0 });

const promisesIn = ({ duties, told, diary }: Vacancies): Promised => {
  const helping = new Map<number, Set<number>>();
  for (const [at, people] of told.entries()) {
    if (duties[at]?.stage !== 'open') continue;
    for (const { officer, role } of people) {
      if (officer === undefined || role === 'lead') continue;
      helping.set(officer, (helping.get(officer) ?? new Set()).add(at));
    }
  }
  const counted = new Map<string, ReturnType<Promised>>();
  const count: Promised = (officer, duty) => {
    const promises = helping.get(officer);
    if (promises === undefined) return noPromises(officer, duty);
    const broken = diary.colliding(duty).filter((other) => promises.has(other));
    const settled = broken.filter((other) => duties[other]?.isSettled).length;
    return { settled, provisional: broken.length - settled };
  };
  return (officer, duty) => {
    const key = `${officer}/${duty}`;
    const known = counted.get(key) ?? count(officer, duty);
    counted.set(key, known);
    return known;
  };
};
