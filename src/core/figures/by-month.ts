/**
 * The cases by the month of their day: what recaps and evaluations count of a period, they count month by month, so that a
 * request that changed costs its month and not its years.
 */
import { Temporal } from 'temporal-polyfill';
import { receivedAt, ticketOf } from '../cases/case-facts.ts';
import type { Complaint, Desk } from '../cases/desk.ts';
import { madeInParts } from '../cases/in-parts.ts';
import { keptTogether } from '../cases/remembered.ts';
import type { Case, Situation } from '../cases/situation.ts';
import { dayAt, isWatched } from '../cases/watched-now.ts';
import { daysBetween, monthText } from '../sheet/calendar-days.ts';
import { onceFor } from '../sheet/once-for.ts';

/** Whole days, both included. */
export interface Period {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
}

/** What a count needs to know. */
export interface Office {
  readonly cases: readonly Case[];
  readonly desk: Desk;
  readonly timeZone: string;
}

export const periodOfMonth = (month: Temporal.PlainYearMonth): Period => ({
  from: month.toPlainDate({ day: 1 }),
  to: month.toPlainDate({ day: month.daysInMonth }),
});

/** The whole of it. */
export const yearOf = (year: number): Period => ({
  from: Temporal.PlainDate.from({ year, month: 1, day: 1 }),
  to: Temporal.PlainDate.from({ year, month: 12, day: 31 }),
});

/** Of the months as `2026-11`; those of which no day is known are under `''`. */
type ByMonth = ReadonlyMap<string, readonly Case[]>;

/** Months already sorted out: a pass asks for each month of each recap, and the cases stay the same. */
const sorted = new WeakMap<
  readonly Case[],
  { readonly timeZone: string; readonly byMonth: ByMonth }
>();

/** The cases by the month of their day, in the order in which they came. */
export const casesByMonth = (cases: readonly Case[], timeZone: string): ByMonth => {
  const known = sorted.get(cases);
  if (known?.timeZone === timeZone) return known.byMonth;
  const byMonth = new Map<string, Case[]>();
  for (const subject of cases) {
    const month = monthOfCase(subject, timeZone) ?? '';
    const others = byMonth.get(month);
    if (others) others.push(subject);
    else byMonth.set(month, [subject]);
  }
  sorted.set(cases, { timeZone, byMonth });
  return byMonth;
};

/**
 * Sorts the cases of a pass, those of a month into the very list of the pass before where they are the same: whatever is
 * counted of these cases afterwards then stands.
 */
export const sortByMonth = (cases: readonly Case[], situation: Situation): void => {
  const { timeZone } = situation;
  const parts = madeInParts(
    cases,
    { by: sortByMonth, keyOf: ticketOf },
    { situation, make: (part) => casesByMonth(part, timeZone) },
  );
  const together = new Map<string, Case[]>();
  for (const part of parts)
    for (const [month, own] of part) {
      const others = together.get(month);
      if (others) others.push(...own);
      else together.set(month, [...own]);
    }
  const byMonth = new Map(
    [...together].map(([month, own]) => [month, keptTogether(own, situation, casesByMonth)]),
  );
  sorted.set(cases, { timeZone, byMonth });
};

/** The cases whose event starts, or that were received, on a day of the period; month after month. */
export const casesWithin = (
  period: Period,
  cases: readonly Case[],
  timeZone: string,
): readonly Case[] => {
  const [first = [], ...others] = monthsWithin(period, cases, timeZone);
  return others.length === 0 ? first : [first, ...others].flat();
};

/** The same in their months; of a whole month the very list that it is sorted into. */
export const monthsWithin = (
  period: Period,
  cases: readonly Case[],
  timeZone: string,
): readonly (readonly Case[])[] => {
  const byMonth = casesByMonth(cases, timeZone);
  return monthsOf(period).flatMap(({ month, isWhole }) => {
    const own = byMonth.get(month);
    if (own === undefined) return [];
    return [
      isWhole ? own : own.filter((subject) => isWithin(period, dayOfCase(subject, timeZone))),
    ];
  });
};

/**
 * All that figures of a period, and what is told beside them, rest on, in its months: its own cases, and those that somebody
 * complained of.
 */
export const monthsBehind = (period: Period, office: Office): readonly (readonly Case[])[] => [
  ...byMonthBehind(period, office).values(),
];

/** The same together. */
export const casesBehind = (period: Period, office: Office): readonly Case[] => {
  const byMonth = byMonthBehind(period, office);
  const behind = [...byMonth.values()].flat();
  sorted.set(behind, { timeZone: office.timeZone, byMonth });
  return behind;
};

const byMonthBehind = (period: Period, { cases, desk, timeZone }: Office): ByMonth => {
  const own = new Map(monthsOf(period).map(({ month, isWhole }) => [month, isWhole]));
  const isOwn = (subject: Case): boolean => isWithin(period, dayOfCase(subject, timeZone));
  return new Map(
    [...casesByMonth(cases, timeZone)].flatMap(([month, all]) => {
      const isWhole = own.get(month);
      if (isWhole) return [[month, all] as const];
      const complained = complainedOf(all, desk);
      const behind =
        isWhole === undefined
          ? complained
          : all.filter((subject) => complained.includes(subject) || isOwn(subject));
      return behind.length === 0 ? [] : [[month, behind] as const];
    }),
  );
};

const complainedOf = (
  month: readonly Case[],
  { complaints }: Pick<Desk, 'complaints'>,
): readonly Case[] => {
  const byComplaints = complainedIn(month);
  const known = byComplaints.get(complaints);
  if (known !== undefined) return known;
  const tickets = ticketsOf(complaints);
  const found = tickets.size === 0 ? [] : month.filter(({ ticket }) => tickets.has(ticket));
  byComplaints.set(complaints, found);
  return found;
};

/** Asked for each period. */
const complainedIn = onceFor(
  (_month: readonly Case[]) => new WeakMap<readonly Complaint[], readonly Case[]>(),
);

const ticketsOf = onceFor(
  (complaints: readonly Complaint[]) => new Set(complaints.flatMap(({ ticket }) => ticket ?? [])),
);

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

export const isWithin = ({ from, to }: Period, day: Temporal.PlainDate | undefined): boolean =>
  day !== undefined && daysBetween(from, day) >= 0 && daysBetween(day, to) >= 0;
