/** Where a fleet stands, as its tables have it: who works, which desk waits for whom, how late each is. */
import { dayMs } from '../../core/sheet/time-units.ts';
import {
  chooseDesks,
  type DeskStanding,
  type Filled,
  isUnderway,
  type LookTargets,
  targetOf,
} from '../choosing/choose-desks.ts';
import type { WorkerRow } from '../store/worker-rows.ts';

export type DeskWait =
  | { readonly kind: 'for nothing' }
  | { readonly kind: 'its turn'; readonly inMs: number }
  | { readonly kind: 'worked on'; readonly worker: string }
  | { readonly kind: 'a worker' }
  | { readonly kind: 'a call'; readonly quota: string }
  | { readonly kind: 'backoff'; readonly untilMs: number; readonly code: string };

export interface DeskNow {
  readonly desk: number;
  readonly name: string;
  /** How old the last look is; absent where there was none. */
  readonly ageMs?: number;
  /** By how much it is older than it should be. */
  readonly lagMs: number;
  readonly waitsFor: DeskWait;
  readonly fails: number;
  readonly code?: string;
  readonly looks: number;
  readonly changes: number;
  /** Between two looks, on the last day that it was looked at. */
  readonly longestGapMs: number;
  /** What the nightly checks of what passes remember found. */
  readonly memory: MemoryChecked;
}

/** Milliseconds since 1970. */
export interface MemoryChecked {
  readonly checkedAtMs?: number;
  /** Passes had decided otherwise than they would have without what they remembered. */
  readonly differedAtMs?: number;
}

/** So long after it was found a fleet is not called well. */
const remindedMs = dayMs;

export const hasDiffered = ({ memory }: Pick<DeskNow, 'memory'>, now: number): boolean =>
  memory.differedAtMs !== undefined && now - memory.differedAtMs < remindedMs;

export interface KnownDesk
  extends Pick<DeskNow, 'name' | 'fails' | 'looks' | 'changes' | 'longestGapMs' | 'memory'> {
  readonly standing: DeskStanding;
  readonly code: string | null;
  readonly holder: string | null;
}

export const desksNow = (
  known: readonly KnownDesk[],
  {
    buckets,
    targets,
    now,
    workers,
  }: {
    readonly buckets: ReadonlyMap<string, Filled>;
    readonly targets: LookTargets;
    readonly now: number;
    readonly workers: readonly Pick<WorkerRow, 'worker' | 'host' | 'pid'>[];
  },
): readonly DeskNow[] => {
  const standings = known.map(({ standing }) => standing);
  const { waiting } = chooseDesks({ standings, buckets, targets, now, room: known.length });
  return known.map(({ standing, holder, code, ...rest }) => {
    const { desk, lastLook } = standing;
    const age = lastLook === undefined ? undefined : now - lastLook;
    const target = targetOf(standing, targets, now);
    const held = workers.find(({ worker }) => worker === holder);
    return {
      desk,
      ...rest,
      ...(age !== undefined && { ageMs: age }),
      ...(code !== null && { code }),
      lagMs: Math.max(0, (age ?? target) - target),
      waitsFor: waitOf(standing, {
        now,
        code: code ?? '',
        quota: waiting.get(desk),
        inMs: target - (age ?? target),
        ...(held && { holder: `${held.host}/${held.pid}` }),
      }),
    };
  });
};

const waitOf = (
  standing: DeskStanding,
  {
    now,
    holder,
    code,
    quota,
    inMs,
  }: {
    readonly now: number;
    readonly holder?: string;
    readonly code: string;
    readonly quota: string | undefined;
    readonly inMs: number;
  },
): DeskWait => {
  if (holder !== undefined) return { kind: 'worked on', worker: holder };
  const { notBefore } = standing;
  if (notBefore !== undefined && now < notBefore)
    return { kind: 'backoff', untilMs: notBefore, code };
  if (isUnderway(standing, now)) return { kind: 'a worker' };
  if (quota !== undefined) return { kind: 'a call', quota };
  return inMs > 0 ? { kind: 'its turn', inMs } : { kind: 'for nothing' };
};
