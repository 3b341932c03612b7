import type { Filled } from '../choosing/choose-desks.ts';
import type { DeskPlaced, Places } from '../settings/desk-places.ts';
import type { FleetSettings } from '../settings/fleet-settings.ts';
import { isQuietAt } from '../settings/quiet-hours.ts';
import { standingFrom } from '../store/desk-rows.ts';
import type { CallKind, FleetDatabase } from '../store/fleet-tables.ts';
import { momentOf } from '../store/quota-rows.ts';
import { silentMs } from '../store/worker-rows.ts';
import { limitsIn, targetsIn } from '../work/limits.ts';
import { type DeskNow, desksNow, type KnownDesk } from './fleet-state.ts';

export interface WorkerNow {
  readonly worker: string;
  readonly host: string;
  readonly pid: number;
  readonly slots: number;
  readonly beatAgoMs: number;
  /** It said nothing for so long that it gets no work. */
  readonly isSilent: boolean;
}

export interface QuotaNow {
  readonly name: string;
  readonly kind: CallKind;
  /** Calls of Google's that it refused, ever. */
  readonly refused: number;
}

export interface FleetNow {
  /** By the database's clock. */
  readonly at: number;
  readonly workers: readonly WorkerNow[];
  readonly desks: readonly DeskNow[];
  readonly quotas: readonly QuotaNow[];
}

export const readFleet = async (
  db: FleetDatabase,
  settings: FleetSettings,
  { desks: placed }: Places,
): Promise<FleetNow> => {
  const now = await momentOf(db);
  const workers = await db.selectFrom('fleet_worker').selectAll().orderBy('started_at').execute();
  const quotas = await db
    .selectFrom('fleet_quota')
    .selectAll()
    .orderBy('name')
    .orderBy('kind')
    .execute();
  const limitsFor = limitsIn(settings);
  const reads = quotas.filter(({ kind }) => kind === 'read');
  const buckets = new Map(
    reads.map(({ name, kind, level, at }): [string, Filled] => [
      name,
      { bucket: { level, at: at.getTime() }, limits: limitsFor(name, kind) },
    ]),
  );
  return {
    at: now,
    workers: workers.map(({ worker, host, pid, slots, beat_at }) => {
      const beatAgoMs = now - beat_at.getTime();
      return { worker, host, pid, slots, beatAgoMs, isSilent: beatAgoMs > silentMs };
    }),
    desks: desksNow(await knownDesks(db, { placed, settings, now }), {
      buckets,
      targets: targetsIn(settings),
      now,
      workers,
    }),
    quotas: quotas.map(({ name, kind, refused }) => ({ name, kind, refused })),
  };
};

const knownDesks = async (
  db: FleetDatabase,
  {
    placed,
    settings,
    now,
  }: {
    readonly placed: readonly DeskPlaced[];
    readonly settings: FleetSettings;
    readonly now: number;
  },
): Promise<readonly KnownDesk[]> => {
  const byNumber = new Map(placed.map((each) => [each.desk, each]));
  const rows = await db.selectFrom('fleet_desk').selectAll().orderBy('desk').execute();
  return rows.flatMap((row): readonly KnownDesk[] => {
    const place = byNumber.get(row.desk);
    if (place === undefined) return [];
    const isQuiet = isQuietAt(settings.quietHours, { now, timeZone: place.config.timeZone });
    return [
      {
        standing: { ...standingFrom(row, place.quotas), isQuiet },
        name: place.name,
        holder: row.holder,
        code: row.code,
        fails: row.fails,
        looks: row.looks,
        changes: row.changes,
        longestGapMs: row.longest_gap_ms,
        memory: {
          ...(row.checked_at && { checkedAtMs: row.checked_at.getTime() }),
          ...(row.differed_at && { differedAtMs: row.differed_at.getTime() }),
        },
      },
    ];
  });
};
