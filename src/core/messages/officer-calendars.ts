/**
 * What the calendar file of each officer holds: the events that he is assigned to, as invitations name them, so that whoever
 * has both sees each event once.
 *
 * A file for import cannot take anything back by leaving it out: what it told once it goes on telling, as cancelled, until the
 * event lies back a month. So the ledger remembers what it told.
 */
import { Temporal } from 'temporal-polyfill';
import { personKey, plainName } from '../assignment/names.ts';
import { isCalledOff } from '../cases/case-facts.ts';
import { casesThat } from '../cases/cases-that.ts';
import { heldAmong, isHeld } from '../cases/failures.ts';
import type { Ticket } from '../cases/ledger-state.ts';
import type { Invitation, MessageMemory } from '../cases/messages.ts';
import { remembering } from '../cases/remembered.ts';
import type { Case, Situation } from '../cases/situation.ts';
import { sessionWindows } from '../clock/window.ts';
import { eachTextOnce } from '../reading/each-text-once.ts';
import { instantAt } from '../sheet/local-time.ts';
import { onceFor } from '../sheet/once-for.ts';
import { entryKey, movedEntries } from './duty/duty-lines.ts';
import { invitationOf } from './requester/invitations.ts';

/** One event as a calendar file tells it. */
export interface CalendarEntry {
  readonly event: Invitation;
  readonly standing: 'confirmed' | 'tentative' | 'cancelled';
  /** Rises whenever it says something else. */
  readonly sequence: number;
  /** When it came to say this, ISO. */
  readonly stamp: string;
}

export interface OfficerCalendar {
  /** Without titles and degrees: "Andi Rahman". */
  readonly officer: string;
  /** By hour. */
  readonly entries: readonly CalendarEntry[];
}

/** The entries that were told before, by officer. */
export type ToldCalendars = ReadonlyMap<string, readonly CalendarEntry[]>;

export const officerCalendars = (
  cases: readonly Case[],
  situation: Situation,
  {
    told,
    messages = new Map(),
  }: { readonly told: ToldCalendars; readonly messages?: MessageMemory },
): readonly OfficerCalendar[] => {
  const entriesMoved = movedEntries(messages, situation);
  const since = toldSince(situation);
  const wanted = wantedEntries(ofInterest(cases, situation, told), { situation, entriesMoved });
  const held = heldAmong(cases).map(({ ticket }) => ticket);
  const isRecent = ({ event: { start } }: CalendarEntry): boolean => momentIn(start) >= since;
  const officers = [...new Set([...wanted.keys(), ...told.keys()])].sort();
  return officers.flatMap((officer) => {
    const before = new Map((told.get(officer) ?? []).map((entry) => [entry.event.uid, entry]));
    const now: ReadonlyMap<string, EntryFacts> = wanted.get(officer) ?? new Map();
    const entries = [...new Set([...before.keys(), ...now.keys()])]
      .flatMap((uid) => numbered(before.get(uid), now.get(uid), { held, now: situation.now }))
      .filter(isRecent)
      .sort(byStart);
    const calendar: OfficerCalendar = { officer, entries };
    const kept = situation.remembered?.same(`calendar of ${officer}`, calendar) ?? calendar;
    return entries.length === 0 ? [] : [kept];
  });
};

/** From the month before this one on. */
const toldSince = ({ today, timeZone }: Pick<Situation, 'today' | 'timeZone'>): number =>
  instantAt(today.subtract({ months: 1 }).with({ day: 1 }), 0, timeZone).epochMilliseconds;

/** Without the events of past months, which no file tells any more, unless one told them when it was made last. */
const ofInterest = (
  cases: readonly Case[],
  situation: Situation,
  told: ToldCalendars,
): readonly Case[] => {
  const recent = casesThat(isOfLate, cases, situation);
  const known = new Set(recent.map(({ ticket }) => ticket));
  const others = new Set(
    [...told.values()].flatMap(toldAbout).filter((ticket) => !known.has(ticket)),
  );
  return others.size === 0
    ? recent
    : cases.filter(({ ticket }) => known.has(ticket) || others.has(ticket));
};

const isOfLate = ({ request: { answers } }: Case, situation: Situation): boolean => {
  const first = answers.schedule && sessionWindows(answers.schedule)[0];
  return first === undefined || first.from >= toldSince(situation);
};

const toldAbout = onceFor((entries: readonly CalendarEntry[]): readonly Ticket[] =>
  entries.map(({ event }) => ticketIn(event.uid)),
);

/** "VC-2026-0123-petugas-andi" is about `VC-2026-0123`. */
const ticketIn = (uid: string): Ticket => uid.split('-').slice(0, 3).join('-');

type EntryFacts = Pick<CalendarEntry, 'event' | 'standing'>;

/** Of each officer of an event, without what his calendar holds from before it was moved. */
const ownEntries = remembering((subject: Case, { desk: { officers } }: Situation) =>
  peopleOf(subject).flatMap(([name, isProvisional]) => {
    const known = personKey(name, officers);
    const event = invitationOf(subject, { method: 'request', person: calendarPerson(known) });
    const standing = isProvisional ? ('tentative' as const) : ('confirmed' as const);
    return event === undefined ? [] : [{ known, officer: shortName(known), event, standing }];
  }),
);

const wantedEntries = (
  cases: readonly Case[],
  {
    situation,
    entriesMoved,
  }: {
    readonly situation: Situation;
    readonly entriesMoved: ReadonlyMap<string, string>;
  },
): ReadonlyMap<string, ReadonlyMap<string, EntryFacts>> => {
  const byOfficer = new Map<string, Map<string, EntryFacts>>();
  for (const subject of cases) {
    if (isCalledOff(subject) || isHeld(subject)) continue;
    for (const { known, officer, event: own, standing } of ownEntries(subject, situation)) {
      const moved = entriesMoved.get(entryKey(subject.ticket, known));
      const event = moved === undefined ? own : { ...own, uid: moved };
      const entries = byOfficer.get(officer) ?? new Map<string, EntryFacts>();
      byOfficer.set(officer, entries);
      if (!entries.has(event.uid)) entries.set(event.uid, { event, standing });
    }
  }
  return byOfficer;
};

const peopleOf = ({ decided, request }: Case): readonly (readonly [string, boolean])[] => [
  ...(decided.officers?.people ?? []).map(({ name, provisional }) => [name, provisional] as const),
  ...request.staff.networkOfficers.map((name) => [name, false] as const),
];

/** As invitations by mail name the officer, from the register's spelling: "petugas-andi-rahman-s-kom". */
const calendarPerson = (name: string): string =>
  `petugas-${name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')}`;

/** "Drs. Andi Rahman, S.Kom." → "Andi Rahman" */
const shortName = (name: string): string =>
  plainName(name).replaceAll(/(?<=^|[ -])\p{L}/gu, (letter) => letter.toUpperCase());

/** What becomes of one entry; nothing of what was never told and is not wanted. */
const numbered = (
  before: CalendarEntry | undefined,
  wanted: EntryFacts | undefined,
  { held, now }: { readonly held: readonly Ticket[]; readonly now: Temporal.Instant },
): readonly CalendarEntry[] => {
  const stamp = (): string => now.round('second').toString();
  if (before === undefined) return wanted ? [{ ...wanted, sequence: 0, stamp: stamp() }] : [];
  const { event } = before;
  const isLeft = held.some((ticket) => event.uid.startsWith(`${ticket}-`));
  const next: EntryFacts = wanted ?? { event, standing: 'cancelled' };
  const isSame = before.standing === next.standing && wordsOf(event) === wordsOf(next.event);
  return isSame || (isLeft && wanted === undefined)
    ? [before]
    : [{ ...next, sequence: before.sequence + 1, stamp: stamp() }];
};

/** Of what is told and of what is to be told it is asked in every pass. */
const wordsOf = onceFor((event: Invitation): string => JSON.stringify(event));

const byStart = ({ event: a }: CalendarEntry, { event: b }: CalendarEntry): number =>
  a.start === b.start ? (a.uid < b.uid ? -1 : 1) : a.start < b.start ? -1 : 1;

/** In epoch milliseconds. */
const momentIn = eachTextOnce((text: string) => Temporal.Instant.from(text).epochMilliseconds);
