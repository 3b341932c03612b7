/**
 * How long an office waits for an answer at most, nineteen times out of twenty, before anything was started.
 *
 * What limits it is how often a desk can be looked at: a project and a user have so many reads a minute, some of them go
 * into writing, and the rest is shared fairly. A change comes at any moment between two looks.
 */
import { minuteMs } from '../../core/sheet/time-units.ts';
import { sharersOf } from './choose-desks.ts';
import { limitsOf } from './token-bucket.ts';

export interface PlacedDesk {
  readonly project?: string;
  /** The quotas that a look counts for; none: a workbook on a disk. */
  readonly quotas: readonly string[];
}

export interface Quotas {
  /** Reads a minute that Google allows. */
  readonly quotaOf: (quota: string) => number;
  readonly coldMs: number;
}

export interface Reach {
  /** Desks of this project; `undefined`: workbooks on disks. */
  readonly project: string | undefined;
  readonly desks: number;
  /** Between two looks at the slowest of them. */
  readonly longestGapMs: number;
  readonly p95Ms: number;
}

/** Four changes an hour are the morning of a busy desk; each is read once more before it is written, and once after. */
const changesAnHour = 4;
const readsAChange = 2;

/** From the look to the answer in the sheet. */
const answerMs = 4_000;

/** One for each project, those on disks last. */
export const reachOf = (desks: readonly PlacedDesk[], quotas: Quotas): readonly Reach[] => {
  const sharers = sharersOf(desks);
  const projects = [...new Set(desks.map(({ project }) => project))].sort(namedFirst);
  return projects.map((project) => {
    const gaps = desks
      .filter((desk) => desk.project === project)
      .map((desk) => gapOf(desk, sharers, quotas));
    return {
      project,
      desks: gaps.length,
      longestGapMs: Math.max(...gaps),
      p95Ms: p95Of(gaps),
    };
  });
};

const namedFirst = (a: string | undefined, b: string | undefined): number =>
  Number(a === undefined) - Number(b === undefined) || (a ?? '').localeCompare(b ?? '');

const gapOf = (
  { quotas }: PlacedDesk,
  sharers: ReadonlyMap<string, number>,
  { quotaOf, coldMs }: Quotas,
): number =>
  Math.max(
    coldMs,
    ...quotas.map((quota) => {
      const desks = sharers.get(quota) ?? 1;
      const busy = (desks * changesAnHour * readsAChange) / 60;
      const looks = limitsOf(quotaOf(quota)).perMinute - busy;
      return looks <= 0 ? Number.POSITIVE_INFINITY : (desks * minuteMs) / looks;
    }),
  );

/** The time within which nineteen of twenty changes are answered, each desk changing as often as any other. */
const p95Of = (gaps: readonly number[]): number => {
  if (gaps.length === 0) return answerMs;
  const within = (wait: number): number =>
    gaps.reduce((sum, gap) => sum + Math.min(1, wait / gap), 0) / gaps.length;
  let low = 0;
  let high = Math.max(...gaps);
  if (!Number.isFinite(high)) return Number.POSITIVE_INFINITY;
  while (high - low > 1) {
    const middle = (low + high) / 2;
    if (within(middle) >= 0.95) high = middle;
    else low = middle;
  }
  return Math.ceil(high) + answerMs;
};
