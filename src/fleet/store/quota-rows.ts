/** The buckets of Google's quotas, shared by all workers. */
import type { Filled } from '../choosing/choose-desks.ts';
import {
  type Bucket,
  type BucketLimits,
  emptied,
  fullBucket,
  taken,
  waitFor,
} from '../choosing/token-bucket.ts';
import { briefly, type FleetTransaction } from './briefly.ts';
import { databaseNow } from './desk-rows.ts';
import type { CallKind, FleetDatabase } from './fleet-tables.ts';

export type LimitsFor = (quota: string, kind: CallKind) => BucketLimits;

/** Quotas that nobody has called under yet get a full bucket. */
export const bringQuotas = async (
  db: FleetDatabase,
  quotas: readonly string[],
  limitsFor: LimitsFor,
): Promise<void> => {
  const rows = [...new Set(quotas)].sort().flatMap((name) =>
    (['read', 'write'] as const).map((kind) => ({
      name,
      kind,
      level: fullBucket(limitsFor(name, kind), 0).level,
      at: databaseNow,
    })),
  );
  if (rows.length === 0) return;
  await db
    .insertInto('fleet_quota')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

/** All buckets of a kind, held until the transaction ends. */
export const holdBuckets = async (
  transaction: FleetTransaction,
  kind: CallKind,
  limitsFor: LimitsFor,
): Promise<ReadonlyMap<string, Filled>> => {
  const rows = await transaction
    .selectFrom('fleet_quota')
    .select(['name', 'level', 'at'])
    .where('kind', '=', kind)
    .orderBy('name')
    .forUpdate()
    .execute();
  return new Map(
    rows.map(({ name, level, at }) => [
      name,
      { bucket: { level, at: at.getTime() }, limits: limitsFor(name, kind) },
    ]),
  );
};

export const putBuckets = async (
  transaction: FleetTransaction,
  kind: CallKind,
  { before, after }: Readonly<Record<'before' | 'after', ReadonlyMap<string, Filled>>>,
): Promise<void> => {
  const changed = [...after].filter(([name, { bucket }]) => before.get(name)?.bucket !== bucket);
  await writeBuckets(
    transaction,
    changed.map(([name, { bucket }]) => ({ name, kind, bucket })),
  );
};

/** One read and one write of each quota, or none of any and how long to wait for them. */
export const takeCalls = (
  db: FleetDatabase,
  {
    quotas,
    kinds,
    limitsFor,
  }: {
    readonly quotas: readonly string[];
    readonly kinds: readonly CallKind[];
    readonly limitsFor: LimitsFor;
  },
): Promise<{ readonly waitMs: number }> =>
  briefly(db, async (transaction) => {
    const rows = await transaction
      .selectFrom('fleet_quota')
      .select(['name', 'kind', 'level', 'at'])
      .where('name', 'in', quotas)
      .where('kind', 'in', kinds)
      .orderBy('name')
      .orderBy('kind')
      .forUpdate()
      .execute();
    const now = await momentOf(transaction);
    const each = rows.map(({ name, kind, level, at }) => ({
      name,
      kind,
      bucket: { level, at: at.getTime() },
      limits: limitsFor(name, kind),
    }));
    const waitMs = Math.max(
      0,
      ...each.map(({ bucket, limits }) => waitFor(bucket, limits, { now, tokens: 1 })),
    );
    if (waitMs > 0) return { waitMs };
    await writeBuckets(
      transaction,
      each.map(({ name, kind, bucket, limits }) => ({
        name,
        kind,
        bucket: taken(bucket, limits, { now, tokens: 1 }) ?? bucket,
      })),
    );
    return { waitMs };
  });

const writeBuckets = async (
  transaction: FleetTransaction,
  buckets: readonly {
    readonly name: string;
    readonly kind: CallKind;
    readonly bucket: Bucket;
  }[],
): Promise<void> => {
  if (buckets.length === 0) return;
  await transaction
    .insertInto('fleet_quota')
    .values(
      buckets.map(({ name, kind, bucket: { level, at } }) => ({
        name,
        kind,
        level,
        at: new Date(at),
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['name', 'kind'])
        .doUpdateSet(({ ref }) => ({ level: ref('excluded.level'), at: ref('excluded.at') })),
    )
    .execute();
};

/** Google refused a call: nobody asks under these quotas for as long as it says. */
export const emptyBuckets = (
  db: FleetDatabase,
  {
    quotas,
    kind,
    forMs,
  }: { readonly quotas: readonly string[]; readonly kind: CallKind; readonly forMs: number },
): Promise<void> =>
  briefly(db, async (transaction) => {
    const rows = await transaction
      .selectFrom('fleet_quota')
      .select(['name', 'level', 'at', 'refused'])
      .where('name', 'in', quotas)
      .where('kind', '=', kind)
      .orderBy('name')
      .forUpdate()
      .execute();
    const now = await momentOf(transaction);
    for (const { name, level, at, refused } of rows) {
      const bucket = emptied({ level, at: at.getTime() }, { now, forMs });
      await transaction
        .updateTable('fleet_quota')
        .set({ level: bucket.level, at: new Date(bucket.at), refused: refused + 1 })
        .where('name', '=', name)
        .where('kind', '=', kind)
        .execute();
    }
  });

/** The database's clock, milliseconds since 1970. */
export const momentOf = async (db: FleetDatabase): Promise<number> => {
  const { now } = await db.selectNoFrom(databaseNow.as('now')).executeTakeFirstOrThrow();
  return now.getTime();
};
