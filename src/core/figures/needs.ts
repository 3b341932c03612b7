/**
 * What was short in a year: equipment, licences and officers, how often and for whom, how much was needed at one moment, and
 * what was promised twice.
 *
 * Only what stands in the rows counts. Events that were called off needed nothing; of those keyed in afterwards and of an old
 * ledger nobody knows what was lacking.
 */
import type { Temporal } from 'temporal-polyfill';
import { equipmentKinds } from '../assignment/equipment-kinds.ts';
import { personKey } from '../assignment/names.ts';
import { wantsLicence } from '../assignment/wants-licence.ts';
import { isArchived, isCalledOff, isLateEntry } from '../cases/case-facts.ts';
import type { Desk, Licence } from '../cases/desk.ts';
import type { Ticket } from '../cases/ledger-state.ts';
import type { Schedule } from '../cases/request.ts';
import type { Case, DoubleBooking } from '../cases/situation.ts';
import {
  blocksOf,
  occupancyOf,
  overlap,
  placeKey,
  sessionWindows,
  type Window,
} from '../clock/window.ts';
import { headerOf } from '../columns/request-tab.ts';
import {
  casesWithin,
  institutionCounted,
  isDated,
  type Office,
  tookPlace,
  yearOf,
} from './figures.ts';

export type NeedKind = 'equipment' | 'licence' | 'officer';

/** One thing of which there was not enough. */
export interface Need {
  readonly kind: NeedKind;
  readonly name: string;
  readonly lacks: readonly Shortfall[];
  /** The most that was wanted at one moment; absent where it has no count. */
  readonly peak?: Peak;
  /** What the registers say now; absent where nobody has counted. */
  readonly owned?: number;
  /** Participants: of the largest of these events, and of the largest licence. */
  readonly capacity?: { readonly wanted: number; readonly largest: number };
}

/** One event that went without. */
export interface Shortfall {
  readonly ticket: Ticket;
  readonly day: Temporal.PlainDate;
  readonly institution: string;
  readonly quantity: number;
  /** The requester brought it. */
  readonly isMet: boolean;
}

export interface Peak {
  readonly quantity: number;
  readonly at: number;
  readonly tickets: readonly Ticket[];
}

/** A person, a licence or a piece that two events held at one moment. */
export interface HeldTwice {
  readonly kind: NeedKind;
  readonly name: string;
  readonly tickets: readonly Ticket[];
  readonly day: Temporal.PlainDate;
}

export interface Needs {
  readonly needs: readonly Need[];
  readonly clashes: readonly HeldTwice[];
}

export const needsOf = (year: number, office: Office): Needs => {
  const { cases, desk, timeZone } = office;
  const live = casesWithin(yearOf(year), cases, timeZone)
    .filter((subject) => isDated(subject) && !isCalledOff(subject) && !isArchived(subject))
    .toSorted((a, b) => (dayOf(a).toString() + a.ticket < dayOf(b).toString() + b.ticket ? -1 : 1));
  return {
    needs: [
      ...equipmentNeeds(live, desk),
      ...licenceNeeds(live, desk),
      ...officerNeeds(live, desk),
    ],
    clashes: clashesOf(live, desk),
  };
};

const dayOf = ({ request }: Case): Temporal.PlainDate => {
  const { schedule } = request.answers;
  if (schedule === undefined) throw new Error('asked of dated cases only');
  return schedule.startDay;
};

const lackOf = (subject: Case, quantity: number, isMet = false): Shortfall => ({
  ticket: subject.ticket,
  day: dayOf(subject),
  institution: institutionCounted(subject),
  quantity,
  isMet,
});

const equipmentNeeds = (live: readonly Case[], desk: Desk): readonly Need[] => {
  const { keyFor } = equipmentKinds(desk.equipment);
  const names = new Map<string, string>();
  const lacks = new Map<string, Shortfall[]>();
  for (const subject of live) {
    if (isLateEntry(subject)) continue;
    for (const { name, quantity } of subject.decided.equipment?.shortage ?? []) {
      const key = keyFor(name);
      if (!names.has(key)) names.set(key, name);
      const own = lacks.get(key) ?? [];
      lacks.set(key, [...own, lackOf(subject, quantity, subject.request.staff.shortageMet)]);
    }
  }
  return [...names].map(([key, name]) => {
    const owned = ownedOf(key, desk);
    const peak = shared.has(key) ? undefined : peakOf(wishesOf(live, key, desk));
    return {
      kind: 'equipment',
      name,
      lacks: lacks.get(key) ?? [],
      ...(peak && { peak }),
      ...(owned !== undefined && { owned }),
    };
  });
};

/** One line serves all. */
const shared: ReadonlySet<string> = new Set(['internet']);

const ownedOf = (key: string, { equipment }: Desk): number | undefined => {
  const items = equipment.filter(({ kind, usable }) => usable && placeKey(kind) === key);
  return items.some(({ quantity }) => quantity === undefined)
    ? undefined
    : items.reduce((sum, { quantity = 0 }) => sum + quantity, 0);
};

/** So many of one thing, at these times. */
interface WantedAt {
  readonly ticket: Ticket;
  readonly windows: readonly Window[];
  readonly quantity: number;
}

/** What was asked for, with the time for the way and for setting up, as it is set aside. */
const wishesOf = (live: readonly Case[], key: string, desk: Desk): readonly WantedAt[] => {
  const { keyFor } = equipmentKinds(desk.equipment);
  return live.flatMap((subject) => {
    const { schedule, place, equipment } = subject.request.answers;
    const quantity = equipment.reduce(
      (sum, wish) => sum + (keyFor(wish.name) === key ? wish.quantity : 0),
      0,
    );
    if (schedule === undefined || quantity === 0 || isDoubtful(subject)) return [];
    const windows = blocksOf(occupancyOf(schedule, { place, allowances: desk.settings }));
    return [{ ticket: subject.ticket, windows, quantity }];
  });
};

/** "Speaker banyak" is read as one, with a question. */
const isDoubtful = ({ request: { findings } }: Case): boolean =>
  findings.some(({ field }) => field === headerOf('equipment'));

/** No record of a licence is no shortage: it is one where every other one was taken, or none is large enough. */
const licenceNeeds = (live: readonly Case[], { licences }: Desk): readonly Need[] => {
  const hosted = live.filter(wantsLicence);
  const wanted = hosted.flatMap((subject) => wantedOnce(subject, sessionWindows));
  const active = licences.filter((licence) => licence.active);
  const owned = active.reduce((sum, { meetings }) => sum + meetings, 0);
  const capacity = Math.max(0, ...active.map((licence) => licence.capacity));
  const without = hosted.filter((subject) => wentWithout(subject, isLicensed));
  const isTooLarge = ({ request }: Case): boolean =>
    active.length > 0 && (request.answers.participants ?? 0) > capacity;
  const holders = wanted.filter(({ subject }) => isLicensed(subject));
  const crowded = without
    .filter((subject) => !isTooLarge(subject))
    .filter((subject) => areTaken(active, besides(subject, wanted, holders)));
  const large = without.filter(isTooLarge);
  const peak = peakOf(wanted);
  return [
    ...(crowded.length === 0
      ? []
      : [
          {
            kind: 'licence' as const,
            name: 'Akun Zoom',
            lacks: crowded.map((subject) => lackOf(subject, 1)),
            owned,
            ...(peak && { peak }),
          },
        ]),
    ...(large.length === 0
      ? []
      : [
          {
            kind: 'licence' as const,
            name: 'Akun Zoom berkapasitas lebih besar',
            lacks: large.map((subject) => lackOf(subject, 1)),
            capacity: {
              wanted: Math.max(...large.map(({ request }) => request.answers.participants ?? 0)),
              largest: capacity,
            },
          },
        ]),
  ];
};

/** Meetings in turn on one licence take that one alone. */
const areTaken = (active: readonly Licence[], holders: readonly WantedOnce[]): boolean =>
  active.every(({ name, meetings }) => {
    const own = holders.filter(
      ({ subject: { decided } }) => placeKey(decided.licence?.name) === placeKey(name),
    );
    return (peakOf(own)?.quantity ?? 0) >= meetings;
  });

const isLicensed = ({ decided }: Case): boolean => (decided.licence?.name ?? '') !== '';

/** Each event on site wants one who leads; that nobody is on record is a shortage where all of them were elsewhere. */
const officerNeeds = (live: readonly Case[], { officers, settings }: Desk): readonly Need[] => {
  const onSite = live.filter(({ request }) => request.answers.serviceKind !== 'link');
  const wanted = onSite.flatMap((subject) =>
    wantedOnce(
      subject,
      (schedule) =>
        occupancyOf(schedule, { place: subject.request.answers.place, allowances: settings })
          .windows,
    ),
  );
  const leads = new Set(
    officers
      .filter(
        ({ active, team, competences }) =>
          active && team === 'Persandian' && competences.includes('video-conference'),
      )
      .map(({ name }) => name),
  );
  const busyAt = (subject: Case): ReadonlySet<string> =>
    new Set(
      besides(subject, wanted, wanted)
        .flatMap((other) => other.subject.decided.officers?.people ?? [])
        .map(({ name }) => personKey(name, officers))
        .filter((name) => leads.has(name)),
    );
  const lacks = onSite
    .filter((subject) => wentWithout(subject, isStaffed))
    .filter((subject) => busyAt(subject).size >= leads.size)
    .map((subject) => lackOf(subject, 1));
  const peak = peakOf(wanted);
  return lacks.length === 0
    ? []
    : [
        {
          kind: 'officer',
          name: 'Operator utama',
          lacks,
          owned: leads.size,
          ...(peak && { peak }),
        },
      ];
};

const isStaffed = ({ decided }: Case): boolean => decided.officers?.kind !== 'unassigned';

/** It was held, and nothing of the kind is on record; of what was keyed in afterwards nobody knows. */
const wentWithout = (subject: Case, has: (subject: Case) => boolean): boolean =>
  tookPlace(subject) && !isLateEntry(subject) && !has(subject);

const wantedOnce = (
  subject: Case,
  windowsOf: (schedule: Schedule) => readonly Window[],
): readonly WantedOnce[] => {
  const { schedule } = subject.request.answers;
  return schedule === undefined
    ? []
    : [{ subject, ticket: subject.ticket, windows: windowsOf(schedule), quantity: 1 }];
};

interface WantedOnce extends WantedAt {
  readonly subject: Case;
}

/** Those of others that run at the same time. */
const besides = (
  subject: Case,
  wanted: readonly WantedOnce[],
  others: readonly WantedOnce[],
): readonly WantedOnce[] => {
  const own = wanted.find((each) => each.subject === subject)?.windows ?? [];
  return others.filter((each) => each.subject !== subject && overlap(each.windows, own));
};

/** The first moment at which the most was wanted at once. */
const peakOf = (wanted: readonly WantedAt[]): Peak | undefined => {
  const starts = wanted
    .flatMap(({ windows, ...rest }) => windows.map((window) => ({ ...rest, ...window })))
    .sort((a, b) => a.from - b.from || (a.ticket < b.ticket ? -1 : 1));
  let best: Peak | undefined;
  let running: typeof starts = [];
  for (const start of starts) {
    running = [...running.filter(({ to }) => to > start.from), start];
    const quantity = running.reduce((sum, one) => sum + one.quantity, 0);
    if (quantity > (best?.quantity ?? 0))
      best = { quantity, at: start.from, tickets: running.map(({ ticket }) => ticket) };
  }
  return best;
};

const clashKinds: ReadonlyMap<string, NeedKind> = new Map([
  [headerOf('officers'), 'officer'],
  [headerOf('licence'), 'licence'],
  [headerOf('reserved'), 'equipment'],
]);

/** Each pair once, under the ticket that comes first. */
const clashesOf = (live: readonly Case[], desk: Desk): readonly HeldTwice[] => {
  const byTicket = new Map(live.map((subject) => [subject.ticket, subject]));
  return live.flatMap((subject) =>
    (subject.decided.doubleBookings ?? [])
      .filter(({ ticket }) => subject.ticket < ticket)
      .flatMap((booking): HeldTwice[] => {
        const kind = clashKinds.get(booking.field);
        const other = byTicket.get(booking.ticket);
        if (kind === undefined || other === undefined) return [];
        const tickets = [subject.ticket, booking.ticket];
        return heldByBoth(subject, other, { booking, desk }).map((name) => ({
          kind,
          name,
          tickets,
          day: dayOf(subject),
        }));
      }),
  );
};

const heldByBoth = (
  one: Case,
  other: Case,
  { booking: { field }, desk }: { readonly booking: DoubleBooking; readonly desk: Desk },
): readonly string[] => {
  const held = (subject: Case): ReadonlyMap<string, string> => heldOf(subject, field, desk);
  const others = held(other);
  return [...held(one)].filter(([key]) => others.has(key)).map(([, name]) => name);
};

const heldOf = (
  { decided, request: { staff } }: Case,
  field: string,
  { officers }: Desk,
): ReadonlyMap<string, string> => {
  switch (clashKinds.get(field)) {
    case 'officer':
      return new Map(
        [...(decided.officers?.people ?? []).map(({ name }) => name), ...staff.networkOfficers].map(
          (name) => [personKey(name, officers), name],
        ),
      );
    case 'licence':
      return new Map([[placeKey(decided.licence?.name), decided.licence?.name ?? '']]);
    case 'equipment':
      return new Map((decided.equipment?.reserved ?? []).map(({ name }) => [placeKey(name), name]));
    case undefined:
      return new Map();
  }
};
