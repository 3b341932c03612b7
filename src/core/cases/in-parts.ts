/**
 * A long list in parts, so that what was made of a part stands as long as it holds the same things: a pass over years of
 * requests then looks into the part in which something changed, and only counts the others.
 */
import { onceFor } from '../sheet/once-for.ts';
import { keptTogether, recalled } from './remembered.ts';
import type { Recalled, Situation } from './situation.ts';

/**
 * What is made of each part, in the order of the list. It must make no difference where the list is cut: each thing is
 * looked at by itself, or what is made of the parts is put together by the caller.
 *
 * @param keyOf Names a thing the same in every pass; of one list, best always the very same function. It says where the list is
 * cut, so that one that comes, goes or is sorted elsewhere disturbs its own part and no other.
 * @param beside All else that this part is made from, besides `from`.
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
  cut: (all: readonly Subject[]) => readonly (readonly Subject[])[],
  { beside, ...what }: OfParts<Subject>,
  { situation, make }: MakingParts<Subject, Made>,
): readonly Made[] => {
  if (situation.remembered === undefined) return [make(list, situation)];
  return cut(list).map((own) => {
    const part = keptTogether(own, situation, what.by);
    const from = [...(what.from ?? []), ...(beside?.(part) ?? [])];
    return recalled({ ...what, of: part, from }, situation, (around) => make(part, around));
  });
};

const stretchesOf = <Subject>(list: readonly Subject[]): readonly (readonly Subject[])[] =>
  Array.from({ length: Math.ceil(list.length / partLength) }, (_, at) =>
    list.slice(at * partLength, (at + 1) * partLength),
  );

/** So many things are in a part, one with another. */
const partLength = 64;

/** One list is asked about by many makers, which name its things in the same way. */
const cuts = onceFor(
  (_list: readonly object[]) => new WeakMap<object, readonly (readonly object[])[]>(),
);

const partsOf = <Subject extends object>(
  list: readonly Subject[],
  keyOf: (subject: Subject) => string,
): readonly (readonly Subject[])[] => {
  const known = cuts(list).get(keyOf);
  // Cut from this list, so its parts hold such things.
  if (known !== undefined) return known as readonly (readonly Subject[])[];
  const parts = cut(list, keyOf);
  cuts(list).set(keyOf, parts);
  return parts;
};

const cut = <Subject>(
  list: readonly Subject[],
  keyOf: (subject: Subject) => string,
): readonly (readonly Subject[])[] => {
  const parts: (readonly Subject[])[] = [];
  let from = 0;
  for (let at = 1; at <= list.length; at += 1) {
    const next = list[at];
    if (next !== undefined && mark(keyOf(next)) % partLength !== 0) continue;
    parts.push(list.slice(from, at));
    from = at;
  }
  return parts;
};

/** A number for a text, much the same as a draw among all. */
const mark = (text: string): number => {
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1)
    sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return (sum ^ (sum >>> 15)) >>> 0;
};
