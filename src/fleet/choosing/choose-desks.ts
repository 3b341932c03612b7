/**
 * Which desks are looked at next: by the age of their last look against a target that a recent change shortens.
 *
 * Fair by age is what keeps the slowest answer short; what changed lately only comes sooner, never instead. A desk whose
 * last look lies two rounds back goes before all others, whatever the hints say.
 */
import { minuteMs } from '../../core/sheet/time-units.ts';
import { type Bucket, type BucketLimits, taken } from './token-bucket.ts';

/** Where a desk stands. Times in milliseconds since 1970. */
export interface DeskStanding {
  readonly desk: number;
  /** The quotas of Google that a look counts for: project and user. None: a workbook on a disk. */
  readonly quotas: readonly string[];
  readonly lastLook?: number;
  readonly lastChange?: number;
  /** Something said that it changed. */
  readonly hintedAt?: number;
  /** A job was sent for it and has not been heard of since. */
  readonly sentAt?: number;
  /** Failing, or told to come back. */
  readonly notBefore?: number;
  /** Nobody works there at this hour. */
  readonly isQuiet?: boolean;
}

/** How old a look may become, in milliseconds. */
export interface LookTargets {
  readonly cold: number;
  /** For a desk that changed within `recentMs`. */
  readonly recent: number;
  readonly quiet: number;
}

export interface Filled {
  readonly bucket: Bucket;
  readonly limits: BucketLimits;
}

export interface DeskChoice {
  /** In the order in which they are to be looked at. */
  readonly desks: readonly number[];
  /** As they are after the tokens of these looks were taken. */
  readonly buckets: ReadonlyMap<string, Filled>;
  /** Desks that are due and did not get a token, by the quota that had none. */
  readonly waiting: ReadonlyMap<number, string>;
}

export const recentMs = 5 * minuteMs;

/** A hint may be wrong or late: it brings a look forward and no more. */
const hintDivisor = 3;

/** What was sent and never heard of is sent again: the queue may have lost it. */
export const sentAgainMs = 30_000;

export const targetOf = (standing: DeskStanding, targets: LookTargets, now: number): number => {
  const { lastLook = 0, lastChange, hintedAt, isQuiet = false } = standing;
  const isRecent = lastChange !== undefined && now - lastChange < recentMs;
  const base = isRecent ? targets.recent : isQuiet ? targets.quiet : targets.cold;
  return hintedAt !== undefined && hintedAt > lastLook ? base / hintDivisor : base;
};

/** How long one look at each desk takes under these quotas, and never less than the target. */
export const roundOf = (
  { quotas }: Pick<DeskStanding, 'quotas'>,
  {
    sharers,
    buckets,
    cold,
  }: {
    /** How many desks count for a quota. */
    readonly sharers: ReadonlyMap<string, number>;
    readonly buckets: ReadonlyMap<string, Filled>;
    readonly cold: number;
  },
): number =>
  Math.max(
    cold,
    ...quotas.map((quota) => {
      const perMinute = buckets.get(quota)?.limits.perMinute;
      return perMinute === undefined ? 0 : ((sharers.get(quota) ?? 0) * minuteMs) / perMinute;
    }),
  );

export const sharersOf = (
  standings: readonly Pick<DeskStanding, 'quotas'>[],
): ReadonlyMap<string, number> => {
  const sharers = new Map<string, number>();
  for (const { quotas } of standings)
    for (const quota of quotas) sharers.set(quota, (sharers.get(quota) ?? 0) + 1);
  return sharers;
};

export const isUnderway = ({ sentAt }: DeskStanding, now: number): boolean =>
  sentAt !== undefined && now - sentAt < sentAgainMs;

/** @param room How many jobs may be sent: no more than workers can begin soon, so that no token grows old. */
export const chooseDesks = ({
  standings,
  buckets,
  targets,
  now,
  room,
}: {
  readonly standings: readonly DeskStanding[];
  readonly buckets: ReadonlyMap<string, Filled>;
  readonly targets: LookTargets;
  readonly now: number;
  readonly room: number;
}): DeskChoice => {
  const left = new Map(buckets);
  const desks: number[] = [];
  const waiting = new Map<number, string>();
  for (const { standing } of inOrder(standings, { buckets, targets, now })) {
    if (desks.length >= room) break;
    const lacking = takeAll(standing.quotas, left, now);
    if (lacking === undefined) desks.push(standing.desk);
    else waiting.set(standing.desk, lacking);
  }
  return { desks, buckets: left, waiting };
};

interface Due {
  readonly standing: DeskStanding;
  readonly age: number;
  /** Two rounds old: goes before all that are not, the oldest first. */
  readonly isOverdue: boolean;
  readonly ratio: number;
}

const inOrder = (
  standings: readonly DeskStanding[],
  {
    buckets,
    targets,
    now,
  }: {
    readonly buckets: ReadonlyMap<string, Filled>;
    readonly targets: LookTargets;
    readonly now: number;
  },
): readonly Due[] => {
  const around = { sharers: sharersOf(standings), buckets, cold: targets.cold };
  return standings
    .flatMap((standing): readonly Due[] => {
      const { lastLook, notBefore } = standing;
      if (isUnderway(standing, now) || (notBefore !== undefined && now < notBefore)) return [];
      const age = lastLook === undefined ? Number.MAX_SAFE_INTEGER : now - lastLook;
      const ratio = age / targetOf(standing, targets, now);
      const isOverdue = age >= 2 * roundOf(standing, around);
      return ratio >= 1 || isOverdue ? [{ standing, age, isOverdue, ratio }] : [];
    })
    .sort(
      (a, b) =>
        Number(b.isOverdue) - Number(a.isOverdue) ||
        (a.isOverdue ? b.age - a.age : b.ratio - a.ratio) ||
        a.standing.desk - b.standing.desk,
    );
};

/** One token of each, or none of any; says which quota had none. */
const takeAll = (
  quotas: readonly string[],
  left: Map<string, Filled>,
  now: number,
): string | undefined => {
  const after = new Map<string, Filled>();
  for (const quota of quotas) {
    const filled = left.get(quota);
    if (filled === undefined) return quota;
    const bucket = taken(filled.bucket, filled.limits, { now, tokens: 1 });
    if (bucket === undefined) return quota;
    after.set(quota, { ...filled, bucket });
  }
  for (const [quota, filled] of after) left.set(quota, filled);
  return undefined;
};
