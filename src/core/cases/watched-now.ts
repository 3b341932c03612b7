/**
 * The moment of a pass, watched: every question that is put to it is noted, so that whoever decided by it knows the next
 * instant at which one of the answers would be another. With the same input before that instant nothing can be decided
 * otherwise, and no rule has to remember to say so.
 *
 * What compares moments does it through `compareInstants` (or `isBefore`, `earlier`, `later`), which `test/house.test.ts`
 * looks after; what reads a watched moment in any other way is told the truth, and then the answers hold for that
 * instant alone.
 */
import { Temporal } from 'temporal-polyfill';
import { daysAfter } from '../sheet/calendar-days.ts';
import { instantAt, localDay } from '../sheet/local-time.ts';
import { onceFor } from './once-for.ts';

export interface NowWatch {
  /** To decide by; moments that are so long before or after it are watched, too. */
  readonly now: Temporal.Instant;
  /** The first instant at which an answer may be another; absent where none depends on time any more. */
  nextInstant(): Temporal.Instant | undefined;
  /** Whether all answers are the same at that moment; whoever watches it is told until when. */
  holdsAt(moment: Temporal.Instant): boolean;
}

export const watchNow = (now: Temporal.Instant): NowWatch => watching(now.epochNanoseconds);

/** Watches what is asked within a part of the work, and tells whoever watches the whole. */
export const watchWithin = (now: Temporal.Instant): NowWatch =>
  now instanceof WatchedInstant
    ? watching(now.nanoseconds(), (instant) => now.noteChange(instant))
    : watchNow(now);

const watching = (at: bigint, tell?: Watcher): NowWatch => {
  let next: bigint | undefined;
  const changesAt: Watcher = (instant) => {
    if (next === undefined || instant < next) next = instant;
    tell?.(instant);
  };
  return {
    now: new WatchedInstant(at, { at, shift: 0n, changesAt }),
    nextInstant: () => (next === undefined ? undefined : new Temporal.Instant(next)),
    holdsAt: (moment) => {
      const then = momentOf(moment);
      if (then < at || (next !== undefined && then >= next)) return false;
      if (next !== undefined && moment instanceof WatchedInstant) moment.noteChange(next);
      return true;
    },
  };
};

/** A moment that is so long before or after a watched one, watched by whoever watches another. */
export const watchedBeside = (moment: Temporal.Instant, now: Temporal.Instant): Temporal.Instant =>
  moment instanceof WatchedInstant ? moment.beside(now) : moment;

/** Equal for moments that are the same, or as long before or after the pass's; nothing is noted. */
export const momentMark = (moment: Temporal.Instant): string =>
  moment instanceof WatchedInstant ? moment.mark() : String(moment.epochNanoseconds);

/** Without a note. */
const momentOf = (moment: Temporal.Instant): bigint =>
  moment instanceof WatchedInstant ? moment.nanoseconds() : moment.epochNanoseconds;

/** As `Temporal.Instant.compare`; of a watched moment it is noted when the answer will be another. */
export const compareInstants = (a: Temporal.Instant, b: Temporal.Instant): number => {
  const [first, second] = [momentOf(a), momentOf(b)];
  const order = first < second ? -1 : first > second ? 1 : 0;
  if (a instanceof WatchedInstant) a.noteOrder(order, b);
  else if (b instanceof WatchedInstant) b.noteOrder(-order, a);
  return order;
};

/** The day on which a moment falls; of a watched one it is noted when the next day begins. */
export const dayAt = (moment: Temporal.Instant, timeZone: string): Temporal.PlainDate => {
  if (!(moment instanceof WatchedInstant)) return localDay(moment, timeZone);
  const day = localDay(moment.plain(), timeZone);
  moment.noteOrder(-1, instantAt(daysAfter(day, 1), 0, timeZone));
  return day;
};

/** What is told of a moment of the pass has to be asked each time, so that it is noted. */
export const isWatched = (moment: Temporal.Instant): boolean => moment instanceof WatchedInstant;

/** As `toString`. */
export const instantText = (moment: Temporal.Instant): string =>
  moment instanceof WatchedInstant ? moment.toString() : plainText(moment);

const plainText = onceFor((moment: Temporal.Instant) => moment.toString());

/** Told of every instant at which an answer changes. */
type Watcher = (instant: bigint) => void;

interface Watched {
  /** The pass's moment. */
  readonly at: bigint;
  /** So many nanoseconds after it. */
  readonly shift: bigint;
  readonly changesAt: Watcher;
}

class WatchedInstant extends Temporal.Instant {
  readonly #watched: Watched;

  constructor(nanoseconds: bigint, watched: Watched) {
    super(nanoseconds);
    this.#watched = watched;
  }

  /** @param order Of this moment and the other. Once it is later it stays so. */
  noteOrder(order: number, other: Temporal.Instant): void {
    if (other instanceof WatchedInstant) return;
    if (order === 0) this.#noteReading();
    else if (order < 0) this.#watched.changesAt(other.epochNanoseconds - this.#watched.shift);
  }

  /** From then on something may be answered otherwise. */
  noteChange(instant: bigint): void {
    this.#watched.changesAt(instant);
  }

  beside(now: Temporal.Instant): Temporal.Instant {
    const { shift } = this.#watched;
    if (!(now instanceof WatchedInstant)) return new Temporal.Instant(now.epochNanoseconds + shift);
    const watched = { ...now.#watched, shift };
    return new WatchedInstant(watched.at + shift, watched);
  }

  mark(): string {
    return `now ${this.#watched.shift}`;
  }

  /** The same moment, which nobody watches. */
  plain(): Temporal.Instant {
    return new Temporal.Instant(this.nanoseconds());
  }

  /** As `epochNanoseconds`, and nothing is noted. */
  nanoseconds(): bigint {
    return this.#watched.at + this.#watched.shift;
  }

  #noteReading(): void {
    this.#watched.changesAt(this.#watched.at + 1n);
  }

  #read(): Temporal.Instant {
    this.#noteReading();
    return this.plain();
  }

  #movedTo(moved: Temporal.Instant): WatchedInstant {
    const { at } = this.#watched;
    const nanoseconds = moved.epochNanoseconds;
    return new WatchedInstant(nanoseconds, { ...this.#watched, shift: nanoseconds - at });
  }

  override add(...given: Parameters<Temporal.Instant['add']>): Temporal.Instant {
    return this.#movedTo(this.plain().add(...given));
  }

  override subtract(...given: Parameters<Temporal.Instant['subtract']>): Temporal.Instant {
    return this.#movedTo(this.plain().subtract(...given));
  }

  static {
    const own = new Set<PropertyKey>(['constructor', 'add', 'subtract']);
    const properties = Object.getOwnPropertyDescriptors(Temporal.Instant.prototype);
    for (const [name, { get, value }] of Object.entries(properties)) {
      if (own.has(name)) continue;
      // biome-ignore lint/complexity/noThisInStatic: as it is packed, the class has no name yet
      Object.defineProperty(this.prototype, name, {
        configurable: true,
        ...(get && {
          get(this: WatchedInstant) {
            return get.call(this.#read());
          },
        }),
        ...(typeof value === 'function' && {
          value(this: WatchedInstant, ...given: unknown[]) {
            return value.apply(this.#read(), given);
          },
        }),
      });
    }
  }
}
