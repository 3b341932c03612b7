/** Which entries of the other tabs the figures of a period count. */
import type { Temporal } from 'temporal-polyfill';
import type { Complaint, Incident, Survey } from '../cases/desk.ts';
import type { Case } from '../cases/situation.ts';
import { dayAt } from '../cases/watched-now.ts';
import { monthText } from '../sheet/calendar-days.ts';
import { onceFor } from '../sheet/once-for.ts';
import { casesByMonth, casesWithin, isWithin, type Office, type Period } from './by-month.ts';

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
  const byMonth = casesByMonth(cases, timeZone);
  const monthWith = (ticket: string): string | undefined =>
    [...byMonth].find(([, own]) => ticketsIn(own).has(ticket))?.[0];
  const ofEntry = ({ at, ticket }: DatedEntry): string | undefined =>
    at === undefined
      ? ticket === undefined
        ? undefined
        : monthWith(ticket)
      : monthText(dayAt(at, timeZone));
  const months = new Set<string | undefined>([
    ...byMonth.keys(),
    ...[...desk.complaints, ...desk.surveys].map(ofEntry),
    ...desk.incidents.filter(({ ticket }) => ticket === undefined).map(ofEntry),
  ]);
  return [...months]
    .filter((month) => month !== undefined)
    .filter((month) => month !== '')
    .sort();
};

/** Asked of a month for each entry that tells no day of its own. */
const ticketsIn = onceFor(
  (cases: readonly Case[]): ReadonlySet<string> => new Set(cases.map(({ ticket }) => ticket)),
);

/** Most entries need none of it. */
const onceAsked = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};
