/**
 * A long list in parts, so that what was made of a part stands as long as it holds the same things: a pass over years of
 * requests then looks into the part in which something changed, and only counts the others.
 *
 * A part that holds the very same things as one before is that very part, so that what is made of it alone can be kept by it
 * (`onceFor`), and nothing in it has to be looked at to know that it is as before.
 */
import { onceFor } from '../sheet/once-for.ts';
import { isSameList } from '../sheet/same-list.ts';
import { recalled } from './remembered.ts';
import type { Recalled, Situation } from './situation.ts';

/** What of a long list is looked at together. */
export type ListParts<Subject> = readonly (readonly Subject[])[];

/**
 * What is made of each part, in the order of the list. It must make no difference where the list is cut: each thing is
 * looked at by itself, or what is made of the parts is put together by the caller.
 *
 * @param keyOf Names a thing the same in every pass, and is always the very same function. It says where the list is
 * cut, so that one that comes, goes or is sorted elsewhere disturbs its own part and no other.
 * @param beside All else that this part is made from, besides `from`.
 * @param besideOf All that `beside` looks at: while these are the very same, it is not asked again.
 */
export const madeInParts = <Subject extends object, Made>(
  list: readonly Subject[],
  {
    keyOf,
    ...what
  }: OfParts<Subject> & {
    readonly keyOf: (subject: Subject) => string;
  },
  making: MakingParts<Subject, Made>,
): readonly Made[] => madeOf(list, (all) => partsOf(all, keyOf), what, making);

type OfParts<Subject> = Omit<Recalled, 'of'> & {
  readonly beside?: (part: readonly Subject[]) => readonly unknown[];
  readonly besideOf?: readonly unknown[];
};

interface MakingParts<Subject, Made> {
  readonly situation: Situation;
  readonly make: (part: readonly Subject[], around: Situation) => Made;
}

/** The same of a list that grows only at its end, as requests by ticket do: it is cut after every so many. */
export const madeInStretches = <Subject extends object, Made>(
  list: readonly Subject[],
  what: OfParts<Subject>,
  making: MakingParts<Subject, Made>,
): readonly Made[] => madeOf(list, stretchesOf, what, making);

const madeOf = <Subject extends object, Made>(
  list: readonly Subject[],
  cut: (all: readonly Subject[]) => ListParts<Subject>,
  { beside, besideOf, ...what }: OfParts<Subject>,
  { situation, make }: MakingParts<Subject, Made>,
): readonly Made[] => {
  if (situation.remembered === undefined) return [make(list, situation)];
  const { by, within, from = [], very = [] } = what;
  const besidePart = (part: readonly Subject[]): readonly unknown[] => {
    if (beside === undefined) return [];
    if (besideOf === undefined) return beside(part);
    const known = { by: madeOf, of: part, within: by, very: [within, ...very, ...besideOf] };
    return recalled(known, situation, () => beside(part));
  };
  return cut(list).map((part) =>
    recalled({ ...what, of: part, from: [...from, besidePart(part)] }, situation, (around) =>
      make(part, around),
    ),
  );
};

/** Cut after every so many: where nothing comes or goes in the midst, each is the very one of an earlier list that was as long. */
export const stretchesOf = <Subject extends object>(list: readonly Subject[]): ListParts<Subject> =>
  cutOnce(list, stretchesOf, {
    known: stretchesKnown,
    isWhole: (from, length) => length === Math.min(partLength, list.length - from),
    endAfter: (from) => Math.min(from + partLength, list.length),
  });

const stretchesKnown: PartsKnown = new WeakMap();

/** So many things are in a part, one with another. */
const partLength = 64;

/** Cut before each thing whose name is drawn for it. */
export const partsOf = <Subject extends object>(
  list: readonly Subject[],
  keyOf: (subject: Subject) => string,
): ListParts<Subject> => {
  const isFirst = (subject: Subject | undefined): boolean =>
    subject === undefined || mark(keyOf(subject)) % partLength === 0;
  return cutOnce(list, keyOf, {
    known: partsKnown(keyOf),
    isWhole: (from, length) => isFirst(list[from + length]),
    endAfter: (from) => {
      let end = from + 1;
      while (!isFirst(list[end])) end += 1;
      return end;
    },
  });
};

const partsKnown = onceFor((_keyOf: object): PartsKnown => new WeakMap());

/** By the thing they begin with: several lists may go on differently. */
type PartsKnown = WeakMap<object, (readonly object[])[]>;

/** So many that begin alike are kept. */
const mostAlike = 3;

interface Cutting {
  readonly known: PartsKnown;
  /** Whether what begins there and is so long is a part of this list, too; what is in it has been compared. */
  readonly isWhole: (from: number, length: number) => boolean;
  readonly endAfter: (from: number) => number;
}

/** One list is asked about by many makers, which cut it in the same way. */
const cuts = onceFor((_list: readonly object[]) => new WeakMap<object, ListParts<object>>());

const cutOnce = <Subject extends object>(
  list: readonly Subject[],
  way: object,
  cutting: Cutting,
): ListParts<Subject> => {
  const known = cuts(list).get(way);
  // Cut from this list, so its parts hold such things.
  if (known !== undefined) return known as ListParts<Subject>;
  const parts: (readonly Subject[])[] = [];
  for (let from = 0; from < list.length; from += parts.at(-1)?.length ?? list.length)
    parts.push(partAt(list, from, cutting));
  cuts(list).set(way, parts);
  return parts;
};

const partAt = <Subject extends object>(
  list: readonly Subject[],
  from: number,
  { known, isWhole, endAfter }: Cutting,
): readonly Subject[] => {
  const first = list[from];
  if (first === undefined) return list.slice(from);
  const alike = known.get(first) ?? [];
  const before = alike.find((part) => standsAt(list, from, part) && isWhole(from, part.length));
  // It holds what this list holds.
  if (before !== undefined) return before as readonly Subject[];
  const part = list.slice(from, endAfter(from));
  known.set(first, [part, ...alike].slice(0, mostAlike));
  return part;
};

const standsAt = (list: readonly object[], from: number, part: readonly object[]): boolean => {
  if (part.length > list.length - from) return false;
  for (let at = 0; at < part.length; at += 1) if (list[from + at] !== part[at]) return false;
  return true;
};

/** All parts after each other; the very list of before where all are the very ones. */
export const together = <Subject extends object>(parts: ListParts<Subject>): readonly Subject[] => {
  const [first] = parts;
  if (first === undefined) return [];
  const alike = joined.get(first) ?? [];
  const before = alike.find((each) => isSameList(each.parts, parts));
  // Put together from these parts, so it holds such things.
  if (before !== undefined) return before.list as readonly Subject[];
  const list = parts.flat();
  joined.set(first, [{ parts, list }, ...alike].slice(0, mostAlike));
  return list as readonly Subject[];
};

/** By the part they begin with. */
const joined = new WeakMap<readonly object[], readonly JoinedParts[]>();

interface JoinedParts {
  readonly parts: ListParts<object>;
  readonly list: readonly object[];
}

/** A number for a text, much the same as a draw among all. */
const mark = (text: string): number => {
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1)
    sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return (sum ^ (sum >>> 15)) >>> 0;
};
