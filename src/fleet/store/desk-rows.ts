/** The desks' rows: where each stands, who holds it, what became of its last pass. */
import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import type { Fence } from '../../ledger/database.ts';
import { DeskTakenOverError } from '../../ledger/errors.ts';
import type { MemoryFound } from '../../service/pass/memory-check.ts';
import type { Quiet } from '../../service/pass/quiet.ts';
import type { DeskStanding } from '../choosing/choose-desks.ts';
import { briefly } from './briefly.ts';
import { type FleetDatabase, type FleetTables, fleetSchema } from './fleet-tables.ts';

/** The database's clock is the fleet's: machines need not agree. */
export const databaseNow = sql<Date>`clock_timestamp()`;

const soon = (ms: number) => sql<Date>`clock_timestamp() + ${ms} * interval '1 millisecond'`;

/** Gives each its row; what is known of one stays, unless its settings are others by now. */
export const enrol = async (
  db: FleetDatabase,
  desks: readonly {
    readonly desk: number;
    readonly name: string;
    readonly settingsHash: string;
  }[],
): Promise<void> => {
  if (desks.length === 0) return;
  await db
    .insertInto('fleet_desk')
    .values(
      desks.map(({ desk, name, settingsHash }) => ({ desk, name, settings_hash: settingsHash })),
    )
    .onConflict((conflict) =>
      conflict.column('desk').doUpdateSet(({ ref }) => ({
        name: ref('excluded.name'),
        settings_hash: ref('excluded.settings_hash'),
        // Other settings may mend what it failed over, and mean something else by the same cells.
        ...fresh,
      })),
    )
    .execute();
};

/** Kept where the settings are the same: workers that join must not send every desk through a whole pass. */
const unlessSame = <T>(column: 'not_before' | 'answer_hash' | 'code') =>
  sql<T>`case when fleet_desk.settings_hash = excluded.settings_hash then ${sql.ref(`fleet_desk.${column}`)} end`;
const fresh = {
  not_before: unlessSame<Date | null>('not_before'),
  answer_hash: unlessSame<string | null>('answer_hash'),
  code: unlessSame<string | null>('code'),
  fails: sql<number>`case when fleet_desk.settings_hash = excluded.settings_hash then fleet_desk.fails else 0 end`,
};

export const readStandings = async (
  db: FleetDatabase,
  quotasOf: (desk: number) => readonly string[] | undefined,
): Promise<readonly DeskStanding[]> => {
  const rows = await db
    .selectFrom('fleet_desk')
    .select(['desk', 'last_look', 'last_change', 'hinted_at', 'sent_at', 'not_before'])
    .orderBy('desk')
    .execute();
  return rows.flatMap((row): readonly DeskStanding[] => {
    const quotas = quotasOf(row.desk);
    return quotas === undefined ? [] : [standingFrom(row, quotas)];
  });
};

type TimesRow = Pick<
  FleetTables['fleet_desk'],
  'last_look' | 'last_change' | 'hinted_at' | 'sent_at' | 'not_before'
>;

export const standingFrom = (
  row: TimesRow & { readonly desk: number },
  quotas: readonly string[],
): DeskStanding => ({
  desk: row.desk,
  quotas,
  ...(row.last_look && { lastLook: row.last_look.getTime() }),
  ...(row.last_change && { lastChange: row.last_change.getTime() }),
  ...(row.hinted_at && { hintedAt: row.hinted_at.getTime() }),
  ...(row.sent_at && { sentAt: row.sent_at.getTime() }),
  ...(row.not_before && { notBefore: row.not_before.getTime() }),
});

export const noteSent = async (db: FleetDatabase, desks: readonly number[]): Promise<void> => {
  if (desks.length === 0) return;
  await db
    .updateTable('fleet_desk')
    .set({ sent_at: databaseNow })
    .where('desk', 'in', desks)
    .execute();
};

/** A desk as it is when a pass begins on it. */
export interface TakenDesk {
  readonly desk: number;
  readonly epoch: number;
  /** What the last whole pass left, on whichever machine. */
  readonly quiet?: Quiet;
  readonly lastWhole?: number;
  /** Whose check of what passes remember was begun last. */
  readonly checkNight?: string;
  /** By the database's clock. */
  readonly now: number;
}

/** Begins an epoch: whoever worked on it before writes nothing more. Only for who holds the desk's lock. */
export const takeDesk = async (
  db: FleetDatabase,
  { desk, worker }: { readonly desk: number; readonly worker: string },
): Promise<TakenDesk | undefined> => {
  const row = await briefly(db, async (transaction) => {
    // Waits for a write of the former holder that is just being kept; see `fenceOf`.
    await transaction
      .selectFrom('fleet_desk')
      .select('desk')
      .where('desk', '=', desk)
      .forUpdate()
      .execute();
    return transaction
      .updateTable('fleet_desk')
      .set((each) => ({ epoch: each('epoch', '+', 1), holder: worker }))
      .where('desk', '=', desk)
      .returning([
        'epoch',
        'answer_hash',
        'answer_revision',
        'answer_since',
        'next_instant',
        'last_whole',
        'check_night',
        databaseNow.as('now'),
      ])
      .executeTakeFirst();
  });
  return (
    row && {
      desk,
      epoch: row.epoch,
      now: row.now.getTime(),
      ...quietFrom(row),
      ...(row.last_whole && { lastWhole: row.last_whole.getTime() }),
      ...(row.check_night !== null && { checkNight: row.check_night }),
    }
  );
};

/** Without its documents: whoever looks everything over now and then need not ask the store each time. */
const quietFrom = ({
  answer_hash,
  answer_revision,
  answer_since,
  next_instant,
}: Pick<
  FleetTables['fleet_desk'],
  'answer_hash' | 'answer_revision' | 'answer_since' | 'next_instant'
>): Pick<TakenDesk, 'quiet'> =>
  answer_hash === null || answer_revision === null || !answer_since || !next_instant
    ? {}
    : {
        quiet: {
          answerHash: answer_hash,
          revision: answer_revision,
          since: Temporal.Instant.fromEpochMilliseconds(answer_since.getTime()),
          nextInstant: Temporal.Instant.fromEpochMilliseconds(next_instant.getTime()),
        },
      };

/** Before the check itself: what fails over it is not gone through again that night. */
export const noteCheckNight = async (
  db: FleetDatabase,
  { desk, epoch, night }: Pick<TakenDesk, 'desk' | 'epoch'> & { readonly night: string },
): Promise<void> => {
  await db
    .updateTable('fleet_desk')
    .set({ check_night: night })
    .where('desk', '=', desk)
    .where('epoch', '=', epoch)
    .execute();
};

export const noteChecked = async (
  db: FleetDatabase,
  { desk, found }: { readonly desk: number; readonly found: MemoryFound },
): Promise<void> => {
  if (found.kind === 'unknown') return;
  await db
    .updateTable('fleet_desk')
    .set({ checked_at: databaseNow, ...(found.kind === 'differs' && { differed_at: databaseNow }) })
    .where('desk', '=', desk)
    .execute();
};

export const isHeldIn = async (
  db: FleetDatabase,
  { desk, epoch }: Pick<TakenDesk, 'desk' | 'epoch'>,
): Promise<boolean> => {
  const row = await db
    .selectFrom('fleet_desk')
    .select('desk')
    .where('desk', '=', desk)
    .where('epoch', '=', epoch)
    .executeTakeFirst();
  return row !== undefined;
};

/** Keeps a writing transaction of the ledger to the epoch in which its pass began; no new one begins meanwhile. */
export const fenceOf =
  ({ desk, epoch }: Pick<TakenDesk, 'desk' | 'epoch'>): Fence =>
  async (transaction) => {
    const { rows } = await sql`select 1 from ${sql.table(`${fleetSchema}.fleet_desk`)}
      where desk = ${desk} and epoch = ${epoch} for key share`.execute(transaction);
    if (rows.length === 0) throw new DeskTakenOverError();
  };

/** What a pass came to. */
export type PassEnd =
  /** The cells were those of the last whole pass, and nothing is due by time. */
  | { readonly kind: 'unchanged' }
  | {
      readonly kind: 'whole';
      /** Something was written, or somebody had changed something. */
      readonly hasChanged: boolean;
      readonly quiet?: Quiet;
    };

/** Of a pass that looked; nothing is noted for one that somebody else has overtaken. */
export const noteServed = async (
  db: FleetDatabase,
  taken: TakenDesk,
  end: PassEnd,
): Promise<void> => {
  const lookedAt = new Date(taken.now);
  const day = lookedAt.toISOString().slice(0, 10);
  const gap = sql<number>`coalesce(extract(epoch from (${lookedAt}::timestamptz - last_look)) * 1000, 0)`;
  await db
    .updateTable('fleet_desk')
    .set((row) => ({
      last_look: lookedAt,
      sent_at: null,
      holder: null,
      not_before: null,
      fails: 0,
      code: null,
      gap_day: day,
      longest_gap_ms: sql<number>`greatest(case when gap_day = ${day} then longest_gap_ms else 0 end, ${gap})`,
      looks: row('looks', '+', 1),
      ...(end.kind === 'whole' && {
        last_whole: lookedAt,
        answer_hash: end.quiet?.answerHash ?? null,
        answer_revision: end.quiet?.revision ?? null,
        answer_since: end.quiet === undefined ? null : dateUp(end.quiet.since),
        next_instant: end.quiet === undefined ? null : dateDown(end.quiet.nextInstant),
        ...(end.hasChanged && { last_change: databaseNow, changes: row('changes', '+', 1) }),
      }),
    }))
    .where('desk', '=', taken.desk)
    .where('epoch', '=', taken.epoch)
    .execute();
};

/** In whole milliseconds, and never for longer than it holds. */
const dateDown = ({ epochMilliseconds }: Temporal.Instant): Date => new Date(epochMilliseconds);
const dateUp = ({ epochMilliseconds }: Temporal.Instant): Date => new Date(epochMilliseconds + 1);

/** It did not come to a look, through no fault of the desk: soon again. */
export const noteToComeBack = async (
  db: FleetDatabase,
  {
    desk,
    epoch,
    code,
    afterMs,
  }: {
    readonly desk: number;
    /** Absent where the desk was not even taken. */
    readonly epoch?: number;
    readonly code: string;
    readonly afterMs: number;
  },
): Promise<void> => {
  await db
    .updateTable('fleet_desk')
    .set({
      sent_at: null,
      not_before: soon(afterMs),
      code,
      ...(epoch !== undefined && { holder: null }),
    })
    .where('desk', '=', desk)
    .$if(epoch !== undefined, (query) => query.where('epoch', '=', epoch ?? 0))
    .execute();
};

/** The desk fails: it is left alone for longer each time. */
export const noteFailed = async (
  db: FleetDatabase,
  {
    taken: { desk, epoch },
    code,
    afterMs,
  }: {
    readonly taken: Pick<TakenDesk, 'desk' | 'epoch'>;
    readonly code: string;
    readonly afterMs: (fails: number) => number;
  },
): Promise<void> => {
  const row = await db
    .updateTable('fleet_desk')
    .set((each) => ({ fails: each('fails', '+', 1), code, sent_at: null, holder: null }))
    .where('desk', '=', desk)
    .where('epoch', '=', epoch)
    .returning('fails')
    .executeTakeFirst();
  if (row === undefined) return;
  await db
    .updateTable('fleet_desk')
    .set({ not_before: soon(afterMs(row.fails)) })
    .where('desk', '=', desk)
    .where('epoch', '=', epoch)
    .execute();
};

export interface HintedDesk {
  readonly desk: number;
  /** Milliseconds since 1970, by whoever gives the hint. */
  readonly changedAt: number;
}

/** Something said that these changed. What was looked at since then is told nothing new: mostly that was our own hand. */
export const noteHints = async (db: FleetDatabase, hints: readonly HintedDesk[]): Promise<void> => {
  for (const { desk, changedAt } of hints)
    await db
      .updateTable('fleet_desk')
      .set({ hinted_at: databaseNow })
      .where('desk', '=', desk)
      .where((row) =>
        row.or([row('last_look', 'is', null), row('last_look', '<', new Date(changedAt))]),
      )
      .execute();
};
