/**
 * How many calls may still go out under one quota: a bucket that fills with time.
 *
 * Google counts a sliding minute. What leaves in any minute is at most what flows in during it, what lay in the bucket
 * before, and what was taken earlier and went out late; `limitsOf` leaves room for all three under the quota.
 */
import { minuteMs } from '../../core/sheet/time-units.ts';

export interface Bucket {
  readonly level: number;
  /** Of when the level is, in milliseconds since 1970; nothing flows in before. */
  readonly at: number;
}

export interface BucketLimits {
  readonly perMinute: number;
  /** The most that it holds: so many calls may leave at once. */
  readonly burst: number;
}

/** Nine tenths of a quota flow in; the rest is for what lies there at once, and for calls that leave seconds after their token. */
const share = 0.9;
const burstShare = 0.03;
/** A look and what has to go with it. */
const leastBurst = 2;

/** @param quota Calls a minute that Google allows. */
export const limitsOf = (quota: number): BucketLimits => {
  const burst = Math.max(leastBurst, Math.floor(quota * burstShare));
  return { perMinute: Math.max(1, Math.min(quota * share, quota - burst)), burst };
};

export const fullBucket = ({ burst }: BucketLimits, now: number): Bucket => ({
  level: burst,
  at: now,
});

/** Never above the burst, and no less for a clock that was set back. */
export const levelAt = ({ level, at }: Bucket, limits: BucketLimits, now: number): number =>
  Math.min(limits.burst, level + (Math.max(0, now - at) * limits.perMinute) / minuteMs);

/** Without these tokens; `undefined` when there are not so many. */
export const taken = (
  bucket: Bucket,
  limits: BucketLimits,
  { now, tokens }: { readonly now: number; readonly tokens: number },
): Bucket | undefined => {
  const level = levelAt(bucket, limits, now);
  return level < tokens ? undefined : { level: level - tokens, at: Math.max(now, bucket.at) };
};

/** How long until so many tokens lie there, in milliseconds. */
export const waitFor = (
  bucket: Bucket,
  limits: BucketLimits,
  { now, tokens }: { readonly now: number; readonly tokens: number },
): number => {
  const missing = Math.min(tokens, limits.burst) - levelAt(bucket, limits, now);
  return missing <= 0
    ? 0
    : Math.ceil(Math.max(0, bucket.at - now) + (missing * minuteMs) / limits.perMinute);
};

/** Google refused: nothing is left, and nothing flows in for as long as it asks. */
export const emptied = (
  bucket: Bucket,
  { now, forMs }: { readonly now: number; readonly forMs: number },
): Bucket => ({ level: 0, at: Math.max(bucket.at, now + forMs) });
