/**
 * Which requests are filed under the same: one letter, one institution on one day, one person. Of years of requests each has
 * mostly nobody beside it; whom the cases of a part have in other parts is kept from look to look, and looked up anew only
 * where somebody of theirs came, went or changed.
 */
import { isCalledOff, isComplete } from '../cases/case-facts.ts';
import type { ListParts } from '../cases/in-parts.ts';
import type { Case, Situation } from '../cases/situation.ts';
import { institutionKey, letterKey } from '../moves/same-event.ts';
import { dayText } from '../sheet/calendar-days.ts';
import { onceFor } from '../sheet/once-for.ts';

/**
 * Of each part, in their order: those of other parts that are filed under the same as one of its own, of the same person
 * only who lacks something. The very list as long as these are the same.
 */
export type FiledBeside = (parts: ListParts<Case>) => ListParts<Case>;

/** It answers by the parts that it is asked about alone: what a memory keeps only spares the work. */
export const filedBeside = ({ remembered }: Pick<Situation, 'remembered'>): FiledBeside => {
  if (remembered === undefined) return openFiles();
  const known = filesOf.get(remembered) ?? openFiles();
  filesOf.set(remembered, known);
  return known;
};

const filesOf = new WeakMap<object, FiledBeside>();

const ways = ['letter', 'day', 'person'] as const;

type CasePart = ListParts<Case>[number];

/** Whoever files often has hundreds of requests, and few of them lack anything. */
interface Group {
  readonly all: Set<Case>;
  /** Whom the others have beside them. */
  readonly seen: Set<Case>;
}

interface FiledHere {
  readonly way: (typeof ways)[number];
  readonly key: string;
  readonly group: Group;
}

const newGroup = (): Group => ({ all: new Set(), seen: new Set() });

const openFiles = (): FiledBeside => {
  const groups = {
    letter: new Map<string, Group>(),
    day: new Map<string, Group>(),
    person: new Map<string, Group>(),
  };
  const partOf = new Map<Case, CasePart>();
  const beside = new Map<CasePart, CasePart>();
  let standing: ReadonlySet<CasePart> = new Set();

  const filesOfCase = (subject: Case): readonly FiledHere[] =>
    (isCalledOff(subject) ? [] : ways).flatMap((way) => {
      const key = filedUnder(subject)[way];
      return key === undefined ? [] : [{ way, key, group: groups[way].get(key) ?? newGroup() }];
    });
  const refile = (subject: Case, change: 'comes' | 'goes'): void => {
    for (const { way, key, group } of filesOfCase(subject)) {
      const { all, seen } = group;
      const isSeenHere = isSeen(subject, way);
      if (isSeenHere) for (const other of all) beside.delete(partOf.get(other) ?? nobody);
      for (const list of isSeenHere ? [all, seen] : [all])
        if (change === 'comes') list.add(subject);
        else list.delete(subject);
      if (all.size === 0) groups[way].delete(key);
      else groups[way].set(key, group);
    }
  };
  const update = (parts: ReadonlySet<CasePart>): void => {
    const come = [...parts].filter((part) => !standing.has(part));
    const gone = [...standing].filter((part) => !parts.has(part));
    // Whatever fails on the way, half of it is not taken for all.
    standing = new Set();
    const staying = new Set(come.flat());
    for (const part of gone) {
      beside.delete(part);
      for (const subject of part) {
        if (staying.has(subject)) continue;
        refile(subject, 'goes');
        partOf.delete(subject);
      }
    }
    for (const part of come)
      for (const subject of part) {
        if (!partOf.has(subject)) refile(subject, 'comes');
        partOf.set(subject, part);
      }
    standing = parts;
  };
  const forget = (): void => {
    for (const kept of [groups.letter, groups.day, groups.person, partOf, beside]) kept.clear();
  };
  const besideOf = (part: CasePart): CasePart => {
    const others = new Set<Case>();
    for (const subject of part)
      for (const { group } of filesOfCase(subject))
        for (const other of group.seen) if (partOf.get(other) !== part) others.add(other);
    return others.size === 0 ? nobody : [...others];
  };
  return (parts) => {
    if (standing.size === 0) forget();
    update(new Set(parts));
    return parts.map((part) => {
      const known = beside.get(part) ?? besideOf(part);
      beside.set(part, known);
      return known;
    });
  };
};

const nobody: CasePart = [];

/** By the person only who lacks something. */
const isSeen = (subject: Case, way: (typeof ways)[number]): boolean =>
  way !== 'person' || !isComplete(subject);

/** What is filed under the same may be the same. */
export const filedUnder = onceFor((subject: Case) => ({
  letter: letterKey(subject),
  day: dayKey(subject),
  person: personKey(subject),
}));

/** Whoever filed it, by the one way to reach him. */
const personKey = ({ request: { answers } }: Case): string | undefined =>
  answers.email?.toLowerCase() ?? answers.phone;

const dayKey = (subject: Case): string | undefined => {
  const institution = institutionKey(subject);
  const day = subject.request.answers.schedule?.startDay;
  return institution === undefined || day === undefined
    ? undefined
    : `${institution}|${dayText(day)}`;
};
