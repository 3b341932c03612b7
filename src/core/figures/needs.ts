/**
 * What was short in a year: equipment, licences and officers, how often and for whom, how much was needed at one moment, and
 * what was promised twice.
 *
 * Only what stands in the rows counts. An event that was called off needed nothing, unless that was for want of something
 * (`called-off-short.ts`); of those keyed in afterwards and of an old ledger nobody knows what was lacking.
 */
import { equipmentKinds } from '../assignment/equipment-kinds.ts';
import { personKey } from '../assignment/names.ts';
import { wantsLicence } from '../assignment/wants-licence.ts';
import type { Desk, Licence } from '../cases/desk.ts';
import type { Case, Situation } from '../cases/situation.ts';
import { placeKey, sessionWindows } from '../clock/window.ts';
import type { NeedKind } from '../reading/short-reason.ts';
import { monthsWithin, yearOf } from './by-month.ts';
import { wasShortOf } from './called-off-short.ts';
import { type HeldTwice, heldTwice } from './held-twice.ts';
import {
  isDoubtful,
  isOnSite,
  lackOf,
  leaderWanted,
  type MonthOfNeeds,
  needsOfMonth,
  type Shortfall,
  wishesOf,
} from './needs-by-month.ts';
import {
  besides,
  mostDuring,
  type Peak,
  peakOf,
  type WantedBy,
  type WantedWithin,
  wantedOnce,
} from './wanted-at.ts';

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

export interface Needs {
  readonly needs: readonly Need[];
  readonly clashes: readonly HeldTwice[];
}

export const needsOf = (year: number, cases: readonly Case[], situation: Situation): Needs => {
  const { desk, timeZone } = situation;
  const months = monthsWithin(yearOf(year), cases, timeZone).map((month) =>
    needsOfMonth(month, situation),
  );
  const events = { months, calledOff: months.flatMap(({ calledOff }) => calledOff), desk };
  return {
    needs: [...equipmentNeeds(events), ...licenceNeeds(events), ...officerNeeds(events)],
    clashes: heldTwice(
      months.map(({ live }) => live),
      desk,
    ),
  };
};

/** The events of a year. */
interface Events {
  readonly months: readonly MonthOfNeeds[];
  /** Those that may have been called off for want of something. */
  readonly calledOff: readonly Case[];
  readonly desk: Desk;
}

const equipmentNeeds = ({ months, calledOff, desk }: Events): readonly Need[] => {
  const { keyFor } = equipmentKinds(desk.equipment);
  const names = new Map<string, string>();
  const lacks = new Map<string, Shortfall[]>();
  const note = (name: string, lack: Shortfall): void => {
    const key = keyFor(name);
    if (!names.has(key)) names.set(key, name);
    const others = lacks.get(key);
    if (others) others.push(lack);
    else lacks.set(key, [lack]);
  };
  for (const { short } of months) for (const { name, lack } of short) note(name, lack);
  const wanting = calledOff.filter((subject) => {
    const short = shortThings(subject, months, desk);
    for (const { name, quantity } of short) note(name, lackOf(subject, quantity));
    return short.length > 0;
  });
  return [...names].map(([key, name]) => {
    const owned = ownedOf(key, desk);
    const wished = (): readonly WantedBy[] => [
      ...allOf(underKey(months, 'wished', key)),
      ...wanting.flatMap((subject) => wishesOf(subject, desk).get(key) ?? []),
    ];
    const peak = shared.has(key) ? undefined : peakOf(wished());
    return {
      kind: 'equipment',
      name,
      lacks: inOrder(lacks.get(key) ?? []),
      ...(peak && { peak }),
      ...(owned !== undefined && { owned }),
    };
  });
};

const underKey = (
  months: readonly MonthOfNeeds[],
  what: 'wished' | 'held',
  key: string,
): readonly WantedWithin[] => months.flatMap((month) => month[what].get(key) ?? []);

const allOf = (parts: readonly WantedWithin[]): readonly WantedBy[] =>
  parts.flatMap(({ wanted }) => wanted);

/** What a called off event would have lacked beside what others have at its time; a lone wish at least one, where staff say so. */
const shortThings = (
  subject: Case,
  months: readonly MonthOfNeeds[],
  desk: Desk,
): readonly { readonly name: string; readonly quantity: number }[] => {
  const { keyFor } = equipmentKinds(desk.equipment);
  const { equipment } = subject.request.answers;
  const wishes = wishesOf(subject, desk);
  const shown = equipment.flatMap(({ name, quantity }) => {
    const key = keyFor(name);
    const owned = ownedOf(key, desk);
    if (owned === undefined || shared.has(key) || isDoubtful(subject)) return [];
    const own = wishes.get(key);
    const others = own ? besides(own, underKey(months, 'held', key)) : [];
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

/** No record of a licence is no shortage: it is one where every other one was taken, or none is large enough. */
const licenceNeeds = ({ months, calledOff, desk: { licences } }: Events): readonly Need[] => {
  const active = licences.filter((licence) => licence.active);
  const owned = active.reduce((sum, { meetings }) => sum + meetings, 0);
  const capacity = Math.max(0, ...active.map((licence) => licence.capacity));
  const isTooLarge = ({ request }: Case): boolean =>
    active.length > 0 && (request.answers.participants ?? 0) > capacity;
  const holders = months.map(({ licensed }) => licensed);
  const areAllTaken = (subject: Case): boolean =>
    areTaken(
      active,
      wantedOnce(subject, sessionWindows).flatMap((own) => besides(own, holders)),
    );
  const without = months.flatMap(({ unlicensed }) => unlicensed);
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
  const peak =
    crowded.length === 0
      ? undefined
      : peakOf([
          ...allOf(months.map(({ hosted }) => hosted)),
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

/** That nobody is on record to lead an event on site is a shortage where all of them were elsewhere. */
const officerNeeds = ({ months, calledOff, desk }: Events): readonly Need[] => {
  const { officers } = desk;
  const wanted = months.map(({ onSite }) => onSite);
  const leads = new Set(
    officers
      .filter(
        ({ active, team, competences }) =>
          active && team === 'Persandian' && competences.includes('video-conference'),
      )
      .map(({ name }) => name),
  );
  const areElsewhere = (subject: Case): boolean => {
    const busy = leaderWanted(subject, desk)
      .flatMap((own) => besides(own, wanted))
      .flatMap((other) => other.subject.decided.officers?.people ?? [])
      .map(({ name }) => personKey(name, officers))
      .filter((name) => leads.has(name));
    return new Set(busy).size >= leads.size;
  };
  const wanting = calledOff
    .filter(isOnSite)
    .filter((subject) => wasShortOf(subject, 'officer', () => areElsewhere(subject)));
  const without = months.flatMap(({ unstaffed }) => unstaffed).filter(areElsewhere);
  const lacks = inOrder([...without, ...wanting].map((subject) => lackOf(subject, 1)));
  if (lacks.length === 0) return [];
  const peak = peakOf([
    ...allOf(wanted),
    ...wanting.flatMap((subject) => leaderWanted(subject, desk)),
  ]);
  return [
    {
      kind: 'officer',
      name: 'Operator utama',
      lacks,
      owned: leads.size,
      ...(peak && { peak }),
    },
  ];
};

const inOrder = (lacks: readonly Shortfall[]): readonly Shortfall[] =>
  lacks.toSorted((a, b) => (a.day.toString() + a.ticket < b.day.toString() + b.ticket ? -1 : 1));
