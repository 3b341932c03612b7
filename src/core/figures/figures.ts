/**
 * The figures of a month or a year: what recap, overview and yearly evaluation print, counted in one place.
 *
 * An event belongs to the day on which it starts. A request without a readable day stands apart: it is named in the
 * month in which it was received, and is in no other figure.
 * Everything is counted from whole numbers; a figure is rounded once, at its end.
 */
import type { Temporal } from 'temporal-polyfill';
import { institutionOf } from '../cases/case-facts.ts';
import type { ComplaintKind, IncidentKind } from '../cases/desk.ts';
import type { Case } from '../cases/situation.ts';
import { type State, stateNames } from '../cases/state.ts';
import { begunStates, isIn } from '../cases/state-groups.ts';
import { serviceKindName } from '../columns/choices.ts';
import { onceFor } from '../sheet/once-for.ts';
import { monthsWithin, type Office, type Period, periodOfMonth } from './by-month.ts';
import { addedUp, type CaseFigures, figuresOfCases, isDated } from './case-figures.ts';
import { complaintsWithin, incidentsWithin, surveysWithin } from './entries-within.ts';
import { type Satisfaction, satisfactionOf, uncountedOf } from './satisfaction.ts';

export interface Count<Name extends string = string> {
  readonly name: Name;
  readonly count: number;
}

export interface Figures extends CaseFigures {
  /** Institutions named. */
  readonly institutions: number;
  /** Most first, then by name; requests that name none come last, as `unnamedInstitution`. */
  readonly byInstitution: readonly Count[];
  /** In the order of the states; only those that occur. */
  readonly byState: readonly Count<State>[];
  readonly byServiceKind: readonly Count[];
  readonly incidents: readonly Count<IncidentKind>[];
  readonly complaints: readonly Count<ComplaintKind>[];
  /** Absent without a survey that can be counted. */
  readonly satisfaction?: Satisfaction;
  /** Surveys that came in and could not be counted. */
  readonly uncountedSurveys: number;
}

export const monthFigures = (month: Temporal.PlainYearMonth, office: Office): Figures =>
  figuresFor(periodOfMonth(month), office);

export const figuresFor = (period: Period, office: Office): Figures => {
  const { cases, desk, timeZone } = office;
  const months = monthsWithin(period, cases, timeZone);
  const names = months.map(namesIn);
  const surveys = surveysWithin(period, office);
  const satisfaction = satisfactionOf(surveys);
  const byInstitution = mostFirst(added(names.map(({ institutions }) => institutions)));
  const isNamed = ({ name }: Count): boolean => name !== unnamedInstitution;
  return {
    ...addedUp(
      months.map((month) => figuresOfCases(month, desk)),
      desk,
    ),
    institutions: byInstitution.filter(isNamed).length,
    byInstitution: [
      ...byInstitution.filter(isNamed),
      ...byInstitution.filter((one) => !isNamed(one)),
    ],
    byState: inOrder(stateNames, added(names.map(({ states }) => states))),
    byServiceKind: mostFirst(added(names.map(({ serviceKinds }) => serviceKinds))),
    incidents: inOrder(
      incidentKinds,
      countBy(incidentsWithin(period, office).map(({ kind }) => kind)),
    ),
    complaints: inOrder(
      complaintKinds,
      countBy(complaintsWithin(period, office).map(({ kind }) => kind)),
    ),
    uncountedSurveys: uncountedOf(surveys),
    ...(satisfaction && { satisfaction }),
  };
};

/** What the requests of a month say of themselves. */
const namesIn = onceFor((month: readonly Case[]) => {
  const counted = month.filter(isDated);
  return {
    institutions: countBy(counted.map(institutionCounted)),
    states: countBy(counted.flatMap(stateOf)),
    serviceKinds: countBy(counted.map(serviceKindOf)),
  };
});

const incidentKinds: readonly IncidentKind[] = ['koneksi', 'login', 'perangkat', 'lainnya'];
const complaintKinds: readonly ComplaintKind[] = ['pengaduan', 'saran', 'masukan', 'pungutan'];

/** Whether an event took or takes place. */
export const tookPlace = (subject: Case): boolean => isIn(begunStates, subject);

export const stateOf = ({ decided }: Case): readonly State[] =>
  decided.state ? [decided.state.is] : [];

/** Where a request names no institution. */
export const unnamedInstitution = '(belum diisi)';

/** The institution that an event is counted under, so that tables and totals agree. */
export const institutionCounted = (subject: Case): string =>
  institutionOf(subject) || unnamedInstitution;

export const serviceKindOf = ({ request: { answers } }: Case): string =>
  answers.serviceKind === undefined ? '(belum diisi)' : serviceKindName[answers.serviceKind];

const countBy = <Name extends string>(names: readonly Name[]): ReadonlyMap<Name, number> => {
  const counts = new Map<Name, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
};

const added = <Name extends string>(
  months: readonly ReadonlyMap<Name, number>[],
): ReadonlyMap<Name, number> => {
  const counts = new Map<Name, number>();
  for (const month of months)
    for (const [name, count] of month) counts.set(name, (counts.get(name) ?? 0) + count);
  return counts;
};

const mostFirst = (counts: ReadonlyMap<string, number>): readonly Count[] =>
  [...counts]
    .map(([name, count]) => ({ name, count }))
    .toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));

const inOrder = <Name extends string>(
  names: readonly Name[],
  counts: ReadonlyMap<Name, number>,
): readonly Count<Name>[] =>
  names.flatMap((name) => {
    const count = counts.get(name);
    return count === undefined ? [] : [{ name, count }];
  });
