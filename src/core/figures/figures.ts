/**
 * The figures of a month or a year: what recap, overview and yearly evaluation print, counted in one place.
 *
 * An event belongs to the day on which it starts. A request without a readable day stands apart: it is named in the
 * month in which it was received, and is in no other figure.
 * Everything is counted from whole numbers; a figure is rounded once, at its end.
 */
import { Temporal } from 'temporal-polyfill';
import { institutionOf, receivedAt } from '../cases/case-facts.ts';
import type {
  Complaint,
  ComplaintKind,
  Desk,
  Incident,
  IncidentKind,
  Survey,
} from '../cases/desk.ts';
import type { Case } from '../cases/situation.ts';
import { type State, stateNames } from '../cases/state.ts';
import { begunStates, isIn } from '../cases/state-groups.ts';
import { dayAt, isWatched } from '../cases/watched-now.ts';
import { serviceKindName } from '../columns/choices.ts';
import { daysBetween, monthText } from '../sheet/calendar-days.ts';
import { onceFor } from '../sheet/once-for.ts';
import { type HeldFigures, heldFigures } from './held-figures.ts';
import { type Readiness, readinessOf } from './readiness.ts';
import { type Satisfaction, satisfactionOf, uncountedOf } from './satisfaction.ts';
import { type ServiceFigures, serviceFigures } from './service-figures.ts';

/** Whole days, both included. */
export interface Period {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
}

export interface Count<Name extends string = string> {
  readonly name: Name;
  readonly count: number;
}

/** Figures that are sums over requests: those of many are those of each, added up. */
export interface CaseFigures extends HeldFigures {
  readonly requests: number;
  /** Received in the period, without a day that could be read; not among `requests`. */
  readonly undated: number;
  readonly service: ServiceFigures;
  readonly readiness: Readiness;
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

/** What a count needs to know. */
export interface Office {
  readonly cases: readonly Case[];
  readonly desk: Desk;
  readonly timeZone: string;
}

export const monthFigures = (month: Temporal.PlainYearMonth, office: Office): Figures =>
  figuresFor(
    { from: month.toPlainDate({ day: 1 }), to: month.toPlainDate({ day: month.daysInMonth }) },
    office,
  );

/** The whole of it. */
export const yearOf = (year: number): Period => ({
  from: Temporal.PlainDate.from({ year, month: 1, day: 1 }),
  to: Temporal.PlainDate.from({ year, month: 12, day: 31 }),
});

/** Whether it is known on which day the event is. */
export const isDated = ({ request: { answers } }: Case): boolean =>
  answers.schedule !== undefined || answers.day !== undefined;

/** The cases whose event starts, or that were received, on a day of the period; month after month. */
export const casesWithin = (
  period: Period,
  cases: readonly Case[],
  timeZone: string,
): readonly Case[] => {
  const byMonth = casesByMonth(cases, timeZone);
  return monthsOf(period).flatMap(({ month, isWhole }) => {
    const own = byMonth.get(month) ?? [];
    return isWhole ? own : own.filter((subject) => isWithin(period, dayOfCase(subject, timeZone)));
  });
};

/** All that figures of a period, and what is told beside them, rest on: its own cases, and those that somebody complained of. */
export const casesBehind = (period: Period, { cases, desk, timeZone }: Office): readonly Case[] => {
  const own = casesWithin(period, cases, timeZone);
  const complained = complainedOf(cases, desk);
  if (complained.length === 0) return own;
  const isOwn = new Set(casesWithin(period, complained, timeZone));
  return [...own, ...complained.filter((subject) => !isOwn.has(subject))];
};

const complainedOf = (
  cases: readonly Case[],
  { complaints }: Pick<Desk, 'complaints'>,
): readonly Case[] => {
  const byComplaints = complainedIn(cases);
  const known = byComplaints.get(complaints);
  if (known !== undefined) return known;
  const tickets = new Set(complaints.flatMap(({ ticket }) => ticket ?? []));
  const found = tickets.size === 0 ? [] : cases.filter(({ ticket }) => tickets.has(ticket));
  byComplaints.set(complaints, found);
  return found;
};

/** Asked for each period. */
const complainedIn = onceFor(
  (_cases: readonly Case[]) => new WeakMap<readonly Complaint[], readonly Case[]>(),
);

interface SortedCases {
  readonly timeZone: string;
  readonly byMonth: ReadonlyMap<string, readonly Case[]>;
}

/** Months already sorted out: a pass asks for each month of each recap, and the cases stay the same. */
const remembered = new WeakMap<readonly Case[], SortedCases>();

/** The cases by the month of their day, as `2026-11`, in the order in which they came. */
const casesByMonth = (
  cases: readonly Case[],
  timeZone: string,
): ReadonlyMap<string, readonly Case[]> => {
  const known = remembered.get(cases);
  if (known?.timeZone === timeZone) return known.byMonth;
  const byMonth = new Map<string, Case[]>();
  for (const subject of cases) {
    const month = monthOfCase(subject, timeZone);
    if (month === undefined) continue;
    const others = byMonth.get(month);
    if (others) others.push(subject);
    else byMonth.set(month, [subject]);
  }
  remembered.set(cases, { timeZone, byMonth });
  return byMonth;
};

interface MonthWithin {
  /** As `2026-11`. */
  readonly month: string;
  /** Recaps and evaluations ask for whole months: no day has to be looked at. */
  readonly isWhole: boolean;
}

const monthsOf = ({ from, to }: Period): readonly MonthWithin[] => {
  const [first, last] = [from, to].map(({ year, month }) => year * 12 + month - 1);
  if (first === undefined || last === undefined) return [];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, more) => {
    const number = first + more;
    return {
      month: monthNamed(Math.floor(number / 12), (number % 12) + 1),
      isWhole:
        (number !== first || from.day === 1) && (number !== last || to.day === to.daysInMonth),
    };
  });
};

const monthNamed = (year: number, month: number): string =>
  year >= 0 && year <= 9999
    ? `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`
    : Temporal.PlainYearMonth.from({ year, month }).toString();

/**
 * @param received Of a period, or one alone.
 * @param logged Tickets with an incident in the tab Kendala.
 */
export const caseFigures = (
  received: readonly Case[],
  desk: Desk,
  logged: ReadonlySet<string>,
): CaseFigures => {
  const counted = received.filter(isDated);
  return {
    ...heldFigures(counted, logged),
    requests: counted.length,
    undated: received.length - counted.length,
    service: serviceFigures(counted, desk.settings.clock),
    readiness: readinessOf(counted, desk),
  };
};

export const loggedTickets = ({ incidents }: Pick<Desk, 'incidents'>): ReadonlySet<string> =>
  new Set(incidents.flatMap(({ ticket }) => ticket ?? []));

export const figuresFor = (period: Period, office: Office): Figures => {
  const { cases, desk, timeZone } = office;
  const received = casesWithin(period, cases, timeZone);
  const counted = received.filter(isDated);
  const surveys = surveysWithin(period, office);
  const satisfaction = satisfactionOf(surveys);
  const byInstitution = mostFirst(countBy(counted.map(institutionCounted)));
  const isNamed = ({ name }: Count): boolean => name !== unnamedInstitution;
  return {
    ...caseFigures(received, desk, loggedTickets(desk)),
    institutions: byInstitution.filter(isNamed).length,
    byInstitution: [
      ...byInstitution.filter(isNamed),
      ...byInstitution.filter((one) => !isNamed(one)),
    ],
    byState: inOrder(stateNames, countBy(counted.flatMap(stateOf))),
    byServiceKind: mostFirst(countBy(counted.map(serviceKindOf))),
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

const belongsTo =
  (
    period: Period,
    {
      tickets,
      timeZone,
    }: { readonly tickets: () => ReadonlySet<string>; readonly timeZone: string },
  ) =>
  ({ at, ticket }: DatedEntry): boolean =>
    at === undefined
      ? ticket !== undefined && tickets().has(ticket)
      : isWithin(period, dayAt(at, timeZone));

/** Those that the figures of the period count. */
export const complaintsWithin = (period: Period, office: Office): readonly Complaint[] =>
  office.desk.complaints.filter(belongsTo(period, scopeOf(period, office)));

export const surveysWithin = (period: Period, office: Office): readonly Survey[] =>
  office.desk.surveys.filter(belongsTo(period, scopeOf(period, office)));

/** Told with its event, whenever it was written down; where that is not known, in the month of its own time. */
export const incidentsWithin = (period: Period, office: Office): readonly Incident[] => {
  const scope = scopeOf(period, office);
  const belongs = belongsTo(period, scope);
  return office.desk.incidents.filter(({ ticket, ...entry }) =>
    ticket === undefined ? belongs(entry) : scope.tickets().has(ticket),
  );
};

const scopeOf = (period: Period, { cases, timeZone }: Office) => ({
  tickets: onceAsked(
    () => new Set(casesWithin(period, cases, timeZone).map(({ ticket }) => ticket)),
  ),
  timeZone,
});

interface DatedEntry {
  readonly at?: Temporal.Instant;
  readonly ticket?: string;
}

/**
 * The months, as `2026-11`, in which something is counted: events and requests, and what was entered in the other tabs.
 */
export const monthsCounted = ({ cases, desk, timeZone }: Office): readonly string[] => {
  const monthByTicket = onceAsked(
    () => new Map(cases.map((each) => [each.ticket, monthOfCase(each, timeZone)])),
  );
  const ofEntry = ({ at, ticket = '' }: DatedEntry) =>
    at === undefined ? monthByTicket().get(ticket) : monthText(dayAt(at, timeZone));
  const months = new Set([
    ...cases.map((each) => monthOfCase(each, timeZone)),
    ...[...desk.complaints, ...desk.surveys].map(ofEntry),
    ...desk.incidents.filter(({ ticket }) => ticket === undefined).map(ofEntry),
  ]);
  return [...months].filter((month) => month !== undefined).sort();
};

/** Most entries need none of it. */
const onceAsked = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

const incidentKinds: readonly IncidentKind[] = ['koneksi', 'login', 'perangkat', 'lainnya'];
const complaintKinds: readonly ComplaintKind[] = ['pengaduan', 'saran', 'masukan', 'pungutan'];

/** The day an event belongs to; absent when neither its date nor its receipt is known. */
export const dayOfCase = (subject: Case, timeZone: string): Temporal.PlainDate | undefined =>
  placeOf(subject, timeZone).day;

/** The month of that day, as `2026-11`. */
export const monthOfCase = (subject: Case, timeZone: string): string | undefined =>
  placeOf(subject, timeZone).month;

interface CasePlace {
  readonly timeZone: string;
  readonly day?: Temporal.PlainDate;
  readonly month?: string;
}

/** Known of each case: every figure of every period asks for it. */
const places = new WeakMap<Case, CasePlace>();

const placeOf = (subject: Case, timeZone: string): CasePlace => {
  const known = places.get(subject);
  if (known?.timeZone === timeZone) return known;
  const received = receivedAt(subject);
  const { schedule, day: named } = subject.request.answers;
  const told = schedule?.startDay ?? named;
  const day = told ?? (received && dayAt(received, timeZone));
  const place = { timeZone, ...(day && { day, month: monthText(day) }) };
  if (told !== undefined || received === undefined || !isWatched(received))
    places.set(subject, place);
  return place;
};

const isWithin = ({ from, to }: Period, day: Temporal.PlainDate | undefined): boolean =>
  day !== undefined && daysBetween(from, day) >= 0 && daysBetween(day, to) >= 0;

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
