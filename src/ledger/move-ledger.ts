/**
 * Moves a desk's ledger from one database to another, row by row: nothing is renumbered, and only the desk's key differs.
 *
 * What arrives is read back and held against what left before either of them is settled. The old one is kept, and marked
 * so that nobody goes on with it. A move that was killed after the copy and before the mark is finished by the next.
 */
import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { LedgerDatabase } from './database.ts';
import { DeskThereAlreadyError, MoveUnequalError, NoLedgerError } from './errors.ts';
import { inBatches } from './in-batches.ts';
import { refuseMovedTo } from './moved-desk.ts';
import { storedText } from './stored-values.ts';
import {
  type DeskKey,
  type DeskTable,
  deskTables,
  type LedgerTransaction,
  rowKeys,
} from './tables.ts';

/** What one table has of a desk. */
export interface TableTally {
  readonly table: DeskTable;
  readonly rows: number;
  /** SHA-256 of all of them, in the order of their keys, without the desk's. */
  readonly sha256: string;
}

/**
 * Moves it. Both desks are claimed by the caller.
 * @throws NoLedgerError, LedgerMovedError, DeskThereAlreadyError, MoveUnequalError. Nothing is moved then.
 */
export const moveLedger = (
  from: LedgerDatabase,
  to: LedgerDatabase,
): Promise<readonly TableTally[]> =>
  from.writing(async (source) => {
    await holdStill(source, from);
    const left = await talliesOf(source, from.desk);
    await to.writing((target) => arrive({ source, target, from, to, left }));
    await source
      .updateTable('desk')
      .set({ moved_to: storedText(to.place) })
      .where('desk', '=', from.desk)
      .execute();
    return left;
  });

/**
 * Copies it as of one moment, while others may go on writing it.
 * @returns What was copied; `undefined` where there is no desk yet, and then nothing was made.
 * @throws LedgerMovedError, DeskThereAlreadyError, MoveUnequalError. Nothing is copied then.
 */
export const copyDesk = (
  from: LedgerDatabase,
  to: LedgerDatabase,
): Promise<readonly TableTally[] | undefined> =>
  from.reading(async (source) => {
    const desk = await deskRow(source, from);
    if (desk === undefined) return undefined;
    refuseMovedTo(desk.moved_to, from.place);
    const left = await talliesOf(source, from.desk);
    await to.writing((target) => arrive({ source, target, from, to, left }));
    return left;
  });

/** Copies it as it stands. */
export const placeDesk = (from: LedgerDatabase, to: LedgerDatabase): Promise<void> =>
  placed(from, to, async () => undefined);

/** Copies it as it stands, in one transaction with what takes out what stands there. */
export const replaceDesk = (from: LedgerDatabase, to: LedgerDatabase): Promise<void> =>
  placed(from, to, to.clear);

const placed = (
  from: LedgerDatabase,
  to: LedgerDatabase,
  makeRoom: LedgerDatabase['clear'],
): Promise<void> =>
  from.reading(async (source) => {
    const left = await talliesOf(source, from.desk);
    await to.writing(async (target) => {
      await makeRoom(target);
      await arrive({ source, target, from, to, left });
    });
  });

/** What stands where a copy would go; one that was moved away from there is another one. */
export const whatStands = async (
  from: LedgerDatabase,
  to: LedgerDatabase,
): Promise<'nothing' | 'the same' | 'another'> => {
  const left = await from.reading((source) => talliesOf(source, from.desk));
  return to.reading(async (target) => {
    const desk = await deskRow(target, to);
    if (desk === undefined) return 'nothing';
    if (desk.moved_to !== null) return 'another';
    return unequalTable(await talliesOf(target, to.desk), left) === undefined
      ? 'the same'
      : 'another';
  });
};

/** The same without moving anything: what would be moved, and whether it could be. */
export const weighMove = (
  from: LedgerDatabase,
  to: LedgerDatabase,
): Promise<readonly TableTally[]> =>
  from.reading(async (source) => {
    const desk = await deskRow(source, from);
    if (desk === undefined) throw new NoLedgerError(from.place);
    refuseMovedTo(desk.moved_to, from.place);
    const left = await talliesOf(source, from.desk);
    await to.reading(async (target) => {
      if ((await standsIn({ source, target, from, to })) === 'another')
        refuseOther(await talliesOf(target, to.desk), left, to);
    });
    return left;
  });

interface Copying {
  readonly source: LedgerTransaction;
  readonly target: LedgerTransaction;
  readonly from: LedgerDatabase;
  readonly to: LedgerDatabase;
}

const arrive = async ({
  left,
  ...copying
}: Copying & { readonly left: readonly TableTally[] }): Promise<void> => {
  const { target, to } = copying;
  const stands = await standsIn(copying);
  if (stands === 'another') return goOnWith(target, { to, left });
  if (stands === 'left behind') await to.clear(target);
  for (const table of deskTables) await copyTable(table, copying);
  return refuseUnequal(await talliesOf(target, to.desk), left, to);
};

/** Takes hold of the desk's row as every writer does first, so that all others wait. */
const holdStill = async (source: LedgerTransaction, from: LedgerDatabase): Promise<void> => {
  const held = await source
    .updateTable('desk')
    .set((row) => ({ revision: row.ref('revision') }))
    .where('desk', '=', from.desk)
    .returning('moved_to')
    .executeTakeFirst();
  if (held === undefined) throw new NoLedgerError(from.place);
  refuseMovedTo(held.moved_to, from.place);
};

/**
 * `left behind` was moved from there to here, and this one goes on from it: it knows the last line of its history. An older
 * copy that was put in this place, or a ledger that was begun anew in it, does not know it, and there would be lost what lies
 * nowhere else.
 */
const standsIn = async ({
  source,
  target,
  from,
  to,
}: Copying): Promise<'nothing' | 'left behind' | 'another'> => {
  const desk = await deskRow(target, to);
  if (desk === undefined) return 'nothing';
  if (desk.moved_to !== storedText(from.place)) return 'another';
  const last = await historyOf(target, to)
    .orderBy('revision', 'desc')
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (last === undefined) return 'left behind';
  const same = await historyOf(source, from)
    .where('revision', '=', last.revision)
    .where('position', '=', last.position)
    .where('at', '=', last.at)
    .executeTakeFirst();
  return same === undefined ? 'another' : 'left behind';
};

const historyOf = (db: LedgerTransaction, { desk }: LedgerDatabase) =>
  db.selectFrom('history').select(['revision', 'position', 'at']).where('desk', '=', desk);

/** What lies there is the same already: a move was killed. */
const goOnWith = async (
  target: LedgerTransaction,
  { to, left }: { readonly to: LedgerDatabase; readonly left: readonly TableTally[] },
): Promise<void> => {
  refuseOther(await talliesOf(target, to.desk), left, to);
  await target.updateTable('desk').set({ moved_to: null }).where('desk', '=', to.desk).execute();
};

const deskRow = (db: LedgerTransaction, { desk }: LedgerDatabase) =>
  db.selectFrom('desk').select('moved_to').where('desk', '=', desk).executeTakeFirst();

const refuseOther = (
  there: readonly TableTally[],
  left: readonly TableTally[],
  { place }: LedgerDatabase,
): void => {
  if (unequalTable(there, left) !== undefined) throw new DeskThereAlreadyError(place);
};

const refuseUnequal = (
  arrived: readonly TableTally[],
  left: readonly TableTally[],
  { place }: LedgerDatabase,
): void => {
  const unequal = unequalTable(arrived, left);
  if (unequal !== undefined) throw new MoveUnequalError(place, unequal);
};

const unequalTable = (
  some: readonly TableTally[],
  others: readonly TableTally[],
): DeskTable | undefined =>
  some.find(({ rows, sha256 }, at) => rows !== others[at]?.rows || sha256 !== others[at]?.sha256)
    ?.table;

type StoredRow = Readonly<Record<string, string | number | null>>;

const copyTable = async (
  table: DeskTable,
  { source, target, from, to }: Copying,
): Promise<void> => {
  for await (const page of pagesOf(source, table, from.desk)) {
    const rows = page.map((row) => ({ ...row, desk: to.desk }));
    await inBatches(rows, (batch) => anyTable(target).insertInto(table).values(batch).execute());
  }
};

const talliesOf = async (db: LedgerTransaction, desk: DeskKey): Promise<readonly TableTally[]> => {
  const tallies: TableTally[] = [];
  for (const table of deskTables) tallies.push(await tallyOf(db, table, desk));
  return tallies;
};

const tallyOf = async (
  db: LedgerTransaction,
  table: DeskTable,
  desk: DeskKey,
): Promise<TableTally> => {
  const hash = createHash('sha256');
  let rows = 0;
  for await (const page of pagesOf(db, table, desk)) {
    rows += page.length;
    for (const { desk: _key, moved_to: _mark, ...row } of page)
      hash.update(`${JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)))}\n`);
  }
  return { table, rows, sha256: hash.digest('hex') };
};

const pageRows = 1000;

/** Page by page in the order of their keys, because the mails of years need not fit into memory. */
async function* pagesOf(
  db: LedgerTransaction,
  table: DeskTable,
  desk: DeskKey,
): AsyncGenerator<readonly StoredRow[]> {
  const keys: readonly string[] = rowKeys[table];
  const columns = sql.join(keys.map((key) => sql.ref(key)));
  let last: StoredRow | undefined;
  for (;;) {
    let query = anyTable(db).selectFrom(table).selectAll().where('desk', '=', desk).limit(pageRows);
    for (const key of keys) query = query.orderBy(key);
    if (last !== undefined) {
      const after = sql.join(keys.map((key) => last?.[key] ?? null));
      query = query.where(sql<boolean>`(${columns}) > (${after})`);
    }
    const page = await query.execute();
    if (page.length > 0) yield page;
    last = page.at(-1);
    if (page.length < pageRows || keys.length === 0) return;
  }
}

/** All tables alike: whatever a later layout adds to them goes along. */
const anyTable = (db: LedgerTransaction) =>
  db as unknown as Kysely<Readonly<Record<DeskTable, StoredRow>>>;
