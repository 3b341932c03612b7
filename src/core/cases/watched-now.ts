/**
 * The moment of a pass, watched: every question that is put to it is noted, so that whoever decided by it knows the next
 * instant at which one of the answers would be another. With the same input before that instant nothing can be decided
 * otherwise, and no rule has to remember to say so.
 *
 * What compares moments does it through `compareInstants` (or `isBefore`, `earlier`, `later`), which `test/house.test.ts`
 * looks after; what reads a watched moment in any other way is told the truth, and then the answers hold for that
 * instant alone. There is no way to read one that is not noted.
 */
import { Temporal } from 'temporal-polyfill';
import { daysAfter } from '../sheet/calendar-days.ts';
import { instantAt, localDay } from '../sheet/local-time.ts';
import { onceFor } from '../sheet/once-for.ts';

export interface NowWatch {
  /** To decide by, a new object each time; moments that are so long before or after it are watched, too. */
  readonly now: Temporal.Instant;
  /** The first instant at which an answer may be another; absent where none depends on time any more. */
  nextInstant(): Temporal.Instant | undefined;
  /** Whether all answers are the same at that moment; whoever watches it is told until when. */
  holdsAt(moment: Temporal.Instant): boolean;
}

export const watchNow = (now: Temporal.Instant): NowWatch => new Watch(now.epochNanoseconds);

/** Watches what is asked within a part of the work, and tells whoever watches the whole. */
export const watchWithin = (now: Temporal.Instant): NowWatch =>
  now instanceof WatchedInstant ? now.within() : watchNow(now);

/** Kept by the ten thousand, one for each thing that is remembered: it holds no more than it must. */
class Watch implements NowWatch {
  /** The pass's moment, in nanoseconds. */
  readonly at: bigint;
  readonly #whole: Watch | undefined;
  #next: bigint | undefined = undefined;

  constructor(at: bigint, whole?: Watch) {
    this.at = at;
    this.#whole = whole;
  }

  get now(): Temporal.Instant {
    return new WatchedInstant(this, 0n);
  }

  nextInstant(): Temporal.Instant | undefined {
    return this.#next === undefined ? undefined : new Temporal.Instant(this.#next);
  }

  holdsAt(moment: Temporal.Instant): boolean {
    const then = momentOf(moment);
    if (then < this.at || (this.#next !== undefined && then >= this.#next)) return false;
    if (this.#next !== undefined && moment instanceof WatchedInstant) moment.noteChange(this.#next);
    return true;
  }

  /** From then on something may be answered otherwise. */
  noteChange(instant: bigint): void {
    if (this.#next === undefined || instant < this.#next) this.#next = instant;
    this.#whole?.noteChange(instant);
  }
}

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
  if (a instanceof WatchedInstant) return a.order(b);
  if (b instanceof WatchedInstant) return 0 - b.order(a);
  const [first, second] = [a.epochNanoseconds, b.epochNanoseconds];
  return first < second ? -1 : first > second ? 1 : 0;
};

/** The day on which a moment falls; of a watched one it is noted when the next day begins. */
export const dayAt = (moment: Temporal.Instant, timeZone: string): Temporal.PlainDate => {
  if (!(moment instanceof WatchedInstant)) return localDay(moment, timeZone);
  const day = localDay(moment.plain(), timeZone);
  moment.order(instantAt(daysAfter(day, 1), 0, timeZone));
  return day;
};

/** What is told of a moment of the pass has to be asked each time, so that it is noted. */
export const isWatched = (moment: Temporal.Instant): boolean => moment instanceof WatchedInstant;

/** As `toString`. */
export const instantText = (moment: Temporal.Instant): string =>
  moment instanceof WatchedInstant ? moment.toString() : plainText(moment);

const plainText = onceFor((moment: Temporal.Instant) => moment.toString());

/**
 * An instant in all but what Temporal keeps of one where nobody sees it read. Given to Temporal, as in `Temporal.Instant.from`
 * or `event.until`, it is asked for its text, and that is watched like everything else.
 */
class Hollow {}
Object.setPrototypeOf(Hollow.prototype, Temporal.Instant.prototype);
// It answers to all that an instant answers to; what each answer is, `WatchedInstant` says.
const HollowInstant = Hollow as unknown as new () => Temporal.Instant;

class WatchedInstant extends HollowInstant {
  readonly #watch: Watch;
  /** So many nanoseconds after the pass's moment. */
  readonly #shift: bigint;

  constructor(watch: Watch, shift: bigint) {
    super();
    this.#watch = watch;
    this.#shift = shift;
  }

  /** Of this moment and the other. Once it is later it stays so. */
  order(other: Temporal.Instant): number {
    const away = this.nanoseconds() - momentOf(other);
    if (!(other instanceof WatchedInstant)) {
      if (away === 0n) this.#noteReading();
      else if (away < 0n) this.#watch.noteChange(momentOf(other) - this.#shift);
    }
    return away === 0n ? 0 : away < 0n ? -1 : 1;
  }

  noteChange(instant: bigint): void {
    this.#watch.noteChange(instant);
  }

  within(): NowWatch {
    return new Watch(this.nanoseconds(), this.#watch);
  }

  beside(now: Temporal.Instant): Temporal.Instant {
    if (!(now instanceof WatchedInstant))
      return new Temporal.Instant(now.epochNanoseconds + this.#shift);
    return new WatchedInstant(now.#watch, this.#shift);
  }

  mark(): string {
    return `now ${this.#shift}`;
  }

  /** The same moment, which nobody watches. */
  plain(): Temporal.Instant {
    return new Temporal.Instant(this.nanoseconds());
  }

  /** As `epochNanoseconds`, and nothing is noted. */
  nanoseconds(): bigint {
    // The very number where it can be: many that are equal would be kept.
    return this.#shift === 0n ? this.#watch.at : this.#watch.at + this.#shift;
  }

  #noteReading(): void {
    this.#watch.noteChange(this.#watch.at + 1n);
  }

  #read(): Temporal.Instant {
    this.#noteReading();
    return this.plain();
  }

  #movedTo(moved: Temporal.Instant): WatchedInstant {
    return new WatchedInstant(this.#watch, moved.epochNanoseconds - this.#watch.at);
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
