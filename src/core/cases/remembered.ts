/**
 * What passes made of single things: as long as it would be made the same, it is not made again.
 *
 * It is known by the thing itself, what else it was made from, the registers and photos of the desk, the day, and the time
 * until which nothing that was asked of the clock has another answer. What is remembered is the very object, so that what
 * rests on it is known to be as before, too. Whatever a maker looks at must be among these; `test/support/warm-cold`
 * holds passes that remember against passes that do not.
 */
import type { Temporal } from 'temporal-polyfill';
import { isSameList } from '../sheet/same-list.ts';
import { isSame } from './same.ts';
import type { Recalled, Remembered, Situation } from './situation.ts';
import { type NowWatch, watchWithin } from './watched-now.ts';

/** As `make`, which looks at nothing but what it is given. */
export const remembering = <Subject extends object, Made>(
  make: (subject: Subject, situation: Situation) => Made,
): ((subject: Subject, situation: Situation) => Made) => {
  const remembered = (subject: Subject, situation: Situation): Made =>
    recalled({ by: make, of: subject }, situation, (around) => make(subject, around));
  return remembered;
};

/** What was made before where it would be made the same, and where the pass remembers at all. */
export const recalled = <T>(
  what: Recalled,
  situation: Situation,
  make: (around: Situation) => T,
): T =>
  situation.remembered === undefined
    ? make(situation)
    : situation.remembered.recall(what, situation, make);

/**
 * The very list of an earlier pass where it holds the very same things in the same order, so that what was made of it stands. Of
 * things that only say the same it would hold others than those at hand, and whoever looks for one in it would not find it.
 *
 * @param by Stands for what they have in common: of two lists that begin alike each is kept for itself.
 */
export const keptTogether = <Subject extends object>(
  list: readonly Subject[],
  situation: Situation,
  by: object,
): readonly Subject[] => {
  const [first] = list;
  return first === undefined
    ? list
    : recalled({ by, of: first, within: keptTogether, very: list }, situation, () => list);
};

export const openRemembered = (): Remembered => {
  /** With what was given last: asked about the very same again, nothing is compared. */
  const kept = new Map<string, { readonly value: unknown; readonly given: unknown }>();
  /** The last one asked about first. */
  let grounds: readonly Ground[] = [];
  const groundOf = (situation: Situation): Ground => {
    const [first] = grounds;
    if (first !== undefined && isGroundOf(first, situation)) return first;
    const found = grounds.find((each) => isGroundOf(each, situation)) ?? groundFrom(situation);
    // Another day's are not asked about again, and each may hold as much as all that is read.
    const others = grounds.filter((each) => each !== found && isSameDay(each.today, found.today));
    grounds = [found, ...others].slice(0, mostGrounds);
    return found;
  };
  return {
    same: <T>(
      name: string,
      given: T,
      sharing: (before: T, given: T) => T = (before) => (isSame(before, given) ? before : given),
    ): T => {
      const before = kept.get(name);
      // Kept under this name, so it is of this kind.
      if (before !== undefined && before.given === given) return before.value as T;
      const value = before === undefined ? given : sharing(before.value as T, given);
      kept.set(name, { value, given });
      return value;
    },
    recall: <T>(
      { by, of, within = everywhere, from = nothing, very = nothing }: Recalled,
      situation: Situation,
      make: (around: Situation) => T,
    ): T => {
      const made = madeBy(groundOf(situation), by, within);
      const before = typeof of === 'string' ? made.named.get(of) : made.of.get(of);
      const { now } = situation;
      if (
        before !== undefined &&
        isSameList(before.very, very) &&
        isSame(before.from, from) &&
        before.watch.holdsAt(now)
      ) {
        // Made under `by` before, so it is of this kind.
        return before.value as T;
      }
      const watch = watchWithin(now);
      const entry = { from, very, watch, value: make({ ...situation, now: watch.now }) };
      if (typeof of === 'string') made.named.set(of, entry);
      else made.of.set(of, entry);
      return entry.value;
    },
  };
};

/** One look sees the desk as it was read, with what is filed in it, and with what is asked of it; one more may come of a pass. */
const mostGrounds = 4;

/** What all makers may look at. */
interface Ground extends Pick<Situation, 'desk' | 'photos' | 'timeZone'> {
  readonly today: Temporal.PlainDate;
  readonly made: WeakMap<object, WeakMap<object, MadeBy>>;
}

interface MadeBy {
  readonly of: WeakMap<object, MadeBefore>;
  readonly named: Map<string, MadeBefore>;
}

interface MadeBefore {
  readonly from: readonly unknown[];
  readonly very: readonly unknown[];
  readonly watch: NowWatch;
  readonly value: unknown;
}

const groundFrom = ({ desk, photos, timeZone, today }: Situation): Ground => ({
  desk,
  timeZone,
  today,
  ...(photos && { photos }),
  made: new WeakMap(),
});

const isGroundOf = (ground: Ground, { desk, photos, timeZone, today }: Situation): boolean =>
  ground.desk === desk &&
  ground.photos === photos &&
  ground.timeZone === timeZone &&
  isSameDay(ground.today, today);

const isSameDay = (a: Temporal.PlainDate, b: Temporal.PlainDate): boolean => a === b || a.equals(b);

const madeBy = ({ made }: Ground, by: object, within: object): MadeBy => {
  const kinds = made.get(by) ?? new WeakMap<object, MadeBy>();
  made.set(by, kinds);
  const found = kinds.get(within) ?? { of: new WeakMap(), named: new Map() };
  kinds.set(within, found);
  return found;
};

const everywhere = {};

/** One for all: it would be kept ten thousand times. */
const nothing: readonly unknown[] = [];
