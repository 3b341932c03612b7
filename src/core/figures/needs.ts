/**
 * What was short in a year: equipment, licences and officers, how often and for whom, how much was needed at one moment, and
 * what was promised twice.
 *
 * Only what stands in the rows counts. An event that was called off needed nothing, unless that was for want of something
 * (`called-off-short.ts`); of those keyed in afterwards and of an old ledger nobody knows what was lacking.
 */
import type { Temporal } from 'temporal-polyfill';
import { equipmentKinds } from '../assignment/equipment-kinds.ts';
import { personKey } from '../assignment/names.ts';
import { wantsLicence } from '../assignment/wants-licence.ts';
import { isArchived, isCalledOff, isLateEntry } from '../cases/case-facts.ts';
import type { Desk, Licence } from '../cases/desk.ts';
import type { Ticket } from '../cases/ledger-state.ts';
import type { Case } from '../cases/situation.ts';
import type { State } from '../cases/state.ts';
import { blocksOf, occupancyOf, placeKey, sessionWindows } from '../clock/window.ts';
import { headerOf } from '../columns/request-tab.ts';
import type { NeedKind } from '../reading/short-reason.ts';
import { casesWithin, type Office, yearOf } from './by-month.ts';
import { mayBeShort, wasShortOf } from './called-off-short.ts';
import { isDated } from './case-figures.ts';
import { institutionCounted, tookPlace } from './figures.ts';
import { type HeldTwice, heldTwice } from './held-twice.ts';
import { besides, mostDuring, type Peak, peakOf, type WantedBy, wantedOnce } from './wanted-at.ts';

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
  /** What became of the event over it; absent where it went ahead. */
  readonly calledOff?: State;
}

export interface Needs {
  readonly needs: readonly Need[];
  readonly clashes: readonly HeldTwice[];
}

export const needsOf = (year: number, office: Office): Needs => {
  const { cases, desk, timeZone } = office;
  const dated = casesWithin(yearOf(year), cases, timeZone)
    .filter((subject) => isDated(subject) && !isArchived(subject))
    .toSorted((a, b) => (dayOf(a).toString() + a.ticket < dayOf(b).toString() + b.ticket ? -1 : 1));
  const live = dated.filter((subject) => !isCalledOff(subject));
  const events = { live, calledOff: dated.filter(mayBeShort), desk };
  return {
    needs: [...equipmentNeeds(events), ...licenceNeeds(events), ...officerNeeds(events)],
    clashes: heldTwice(live, desk),
  };
};

/** The events of a year. */
interface Events {
  readonly live: readonly Case[];
  /** Those that may have been called off for want of something. */
  readonly calledOff: readonly Case[];
  readonly desk: Desk;
}

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
  ...(isCalledOff(subject) && { calledOff: subject.handMade.state }),
});

const equipmentNeeds = ({ live, calledOff, desk }: Events): readonly Need[] => {
  const { keyFor } = equipmentKinds(desk.equipment);
  const names = new Map<string, string>();
  const lacks = new Map<string, Shortfall[]>();
  const note = (name: string, lack: Shortfall): void => {
    const key = keyFor(name);
    if (!names.has(key)) names.set(key, name);
    lacks.set(key, [...(lacks.get(key) ?? []), lack]);
  };
  for (const subject of live) {
    if (isLateEntry(subject)) continue;
    for (const { name, quantity } of subject.decided.equipment?.shortage ?? [])
      note(name, lackOf(subject, quantity, subject.request.staff.shortageMet));
  }
  const wanting = calledOff.flatMap((subject) => {
    const short = shortThings(subject, live, desk);
    for (const { name, quantity } of short) note(name, lackOf(subject, quantity));
    return short.length === 0 ? [] : [subject];
  });
  return [...names].map(([key, name]) => {
    const owned = ownedOf(key, desk);
    const peak = shared.has(key) ? undefined : peakOf(wishesOf([...live, ...wanting], key, desk));
    return {
      kind: 'equipment',
      name,
      lacks: inOrder(lacks.get(key) ?? []),
      ...(peak && { peak }),
      ...(owned !== undefined && { owned }),
    };
  });
};

/** What a called off event would have lacked beside what others have at its time; a lone wish at least one, where staff say so. */
const shortThings = (
  subject: Case,
  live: readonly Case[],
  desk: Desk,
): readonly { readonly name: string; readonly quantity: number }[] => {
  const { keyFor } = equipmentKinds(desk.equipment);
  const { equipment } = subject.request.answers;
  const shown = equipment.flatMap(({ name, quantity }) => {
    const key = keyFor(name);
    const owned = ownedOf(key, desk);
    if (owned === undefined || shared.has(key) || isDoubtful(subject)) return [];
    const [own] = wishesOf([subject], key, desk);
    const others = own ? besides(own, heldBy(live, key, desk)) : [];
    const used = mostDuring(own?.windows ?? [], others);
    const short = Math.min(quantity, quantity + used - owned);
    return short > 0 ? [{ name, quantity: short }] : [];
  });
  if (!wasShortOf(subject, 'equipment', () => shown.length > 0)) return [];
  const [only, ...more] = equipment;
  return shown.length === 0 && only !== undefined && more.length === 0
    ? [{ name: only.name, quantity: 1 }]
    : shown;
};

/** One line serves all. */
const shared: ReadonlySet<string> = new Set(['internet']);

const ownedOf = (key: string, { equipment }: Desk): number | undefined => {
  const items = equipment.filter(({ kind, usable }) => usable && placeKey(kind) === key);
  return items.some(({ quantity }) => quantity === undefined)
    ? undefined
    : items.reduce((sum, { quantity = 0 }) => sum + quantity, 0);
};

/** What was asked for, with the time for the way and for setting up, as it is set aside. */
const wishesOf = (live: readonly Case[], key: string, desk: Desk): readonly WantedBy[] => {
  const { keyFor } = equipmentKinds(desk.equipment);
  return live.flatMap((subject) => {
    const { schedule, place, equipment } = subject.request.answers;
    const quantity = equipment.reduce(
      (sum, wish) => sum + (keyFor(wish.name) === key ? wish.quantity : 0),
      0,
    );
    if (schedule === undefined || quantity === 0 || isDoubtful(subject)) return [];
    const windows = blocksOf(occupancyOf(schedule, { place, allowances: desk.settings }));
    return [{ subject, ticket: subject.ticket, windows, quantity }];
  });
};

/** What is set aside, for the same time. */
const heldBy = (live: readonly Case[], key: string, desk: Desk): readonly WantedBy[] => {
  const { keyFor } = equipmentKinds(desk.equipment);
  return live.flatMap((subject) => {
    const { schedule, place } = subject.request.answers;
    const quantity = (subject.decided.equipment?.reserved ?? []).reduce(
      (sum, held) => sum + (keyFor(held.name) === key ? held.quantity : 0),
      0,
    );
    if (schedule === undefined || quantity === 0) return [];
    const windows = blocksOf(occupancyOf(schedule, { place, allowances: desk.settings }));
    return [{ subject, ticket: subject.ticket, windows, quantity }];
  });
};

/** "Speaker banyak" is read as one, with a question. */
const isDoubtful = ({ request: { findings } }: Case): boolean =>
  findings.some(({ field }) => field === headerOf('equipment'));

/** No record of a licence is no shortage: it is one where every other one was taken, or none is large enough. */
const licenceNeeds = ({ live, calledOff, desk: { licences } }: Events): readonly Need[] => {
  const hosted = live.filter(wantsLicence);
  const wanted = hosted.flatMap((subject) => wantedOnce(subject, sessionWindows));
  const active = licences.filter((licence) => licence.active);
  const owned = active.reduce((sum, { meetings }) => sum + meetings, 0);
  const capacity = Math.max(0, ...active.map((licence) => licence.capacity));
  const isTooLarge = ({ request }: Case): boolean =>
    active.length > 0 && (request.answers.participants ?? 0) > capacity;
  const holders = wanted.filter(({ subject }) => isLicensed(subject));
  const areAllTaken = (subject: Case): boolean =>
    areTaken(
      active,
      wantedOnce(subject, sessionWindows).flatMap((own) => besides(own, holders)),
    );
  const without = hosted.filter((subject) => wentWithout(subject, isLicensed));
  const wanting = calledOff
    .filter(wantsLicence)
    .filter((subject) =>
      wasShortOf(subject, 'licence', () => isTooLarge(subject) || areAllTaken(subject)),
    );
  const crowded = [
    ...without.filter((subject) => !isTooLarge(subject) && areAllTaken(subject)),
    ...wanting.filter((subject) => !isTooLarge(subject)),
  ];
  const large = [...without, ...wanting].filter(isTooLarge);
  const peak = peakOf([
    ...wanted,
    ...wanting.flatMap((subject) => wantedOnce(subject, sessionWindows)),
  ]);
  return [
    ...(crowded.length === 0
      ? []
      : [
          {
            kind: 'licence' as const,
            name: 'Akun Zoom',
            lacks: inOrder(crowded.map((subject) => lackOf(subject, 1))),
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
            lacks: inOrder(large.map((subject) => lackOf(subject, 1))),
            capacity: {
              wanted: Math.max(...large.map(({ request }) => request.answers.participants ?? 0)),
              largest: capacity,
            },
          },
        ]),
  ];
};

/** Meetings in turn on one licence take that one alone. */
const areTaken = (active: readonly Licence[], holders: readonly WantedBy[]): boolean =>
  active.every(({ name, meetings }) => {
    const own = holders.filter(
      ({ subject: { decided } }) => placeKey(decided.licence?.name) === placeKey(name),
    );
    return (peakOf(own)?.quantity ?? 0) >= meetings;
  });

const isLicensed = ({ decided }: Case): boolean => (decided.licence?.name ?? '') !== '';

/** Each event on site wants one who leads; that nobody is on record is a shortage where all of them were elsewhere. */
const officerNeeds = ({
  live,
  calledOff,
  desk: { officers, settings },
}: Events): readonly Need[] => {
  const isOnSite = ({ request }: Case): boolean => request.answers.serviceKind !== 'link';
  const wantedBy = (subject: Case): readonly WantedBy[] =>
    wantedOnce(
      subject,
      (schedule) =>
        occupancyOf(schedule, { place: subject.request.answers.place, allowances: settings })
          .windows,
    );
  const onSite = live.filter(isOnSite);
  const wanted = onSite.flatMap(wantedBy);
  const leads = new Set(
    officers
      .filter(
        ({ active, team, competences }) =>
          active && team === 'Persandian' && competences.includes('video-conference'),
      )
      .map(({ name }) => name),
  );
  const areElsewhere = (subject: Case): boolean => {
    const busy = wantedBy(subject)
      .flatMap((own) => besides(own, wanted))
      .flatMap((other) => other.subject.decided.officers?.people ?? [])
      .map(({ name }) => personKey(name, officers))
      .filter((name) => leads.has(name));
    return new Set(busy).size >= leads.size;
  };
  const wanting = calledOff
    .filter(isOnSite)
    .filter((subject) => wasShortOf(subject, 'officer', () => areElsewhere(subject)));
  const without = onSite.filter((subject) => wentWithout(subject, isStaffed)).filter(areElsewhere);
  const lacks = inOrder([...without, ...wanting].map((subject) => lackOf(subject, 1)));
  const peak = peakOf([...wanted, ...wanting.flatMap(wantedBy)]);
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

const inOrder = (lacks: readonly Shortfall[]): readonly Shortfall[] =>
  lacks.toSorted((a, b) => (a.day.toString() + a.ticket < b.day.toString() + b.ticket ? -1 : 1));
