import { type Kysely, type RawBuilder, sql } from 'kysely';
import { forgetting } from '../forgetting.ts';
import type { Guard, LayoutDialect } from '../layout-dialect.ts';
import { deskTables, type LedgerTables } from '../tables.ts';
import { lockKey } from './desk-lock.ts';

/**
 * The ledger's layout in a schema of its own. Another program's tables may stand beside it, and the whole database may
 * sort by whatever rules it likes: our texts sort by their bytes, as they do in SQLite.
 */
export const postgresLayout = (schema: string): LayoutDialect => ({
  types: { desk: 'integer', text: sql`text collate "C"`, large: 'bigint' },
  tableNames: (db) => tablesOf(db, schema),
  begin: async (db) => {
    await sql`select pg_advisory_xact_lock(${lockKey({ schema, desk: 'layout' })})`.execute(db);
    await seeAllDesks(db);
    await makeSchema(db, schema);
  },
  // A key may be as long as what was typed into its row, and an index takes no more than a third of a page.
  oneTicketARow: { within: (table) => table, after: [rowIndex(schema)] },
  guarding: (guard) => guardingIn(guard, schema),
  finish: async (db) => {
    for (const table of deskTables) await keepDesksApart(db, sql.table(`${schema}.${table}`));
  },
});

const tablesOf = async (db: Kysely<LedgerTables>, schema: string): Promise<readonly string[]> => {
  const ours = ['schema_step', ...deskTables];
  const { rows } = await sql<{ name: string }>`
    select tablename as name from pg_catalog.pg_tables
    where schemaname = ${schema} and tablename = any (${ours})`.execute(db);
  return rows.map(({ name }) => name);
};

/** Steps that change rows have to reach those of every desk. */
const seeAllDesks = (db: Kysely<LedgerTables>): Promise<unknown> =>
  sql`select set_config('app.desk', '*', true)`.execute(db);

/** Asks first: whoever may only write tables could not even say "if not exists". */
const makeSchema = async (db: Kysely<LedgerTables>, schema: string): Promise<void> => {
  const { rows } =
    await sql`select 1 from pg_catalog.pg_namespace where nspname = ${schema}`.execute(db);
  if (rows.length === 0) await sql`create schema ${sql.id(schema)}`.execute(db);
};

const rowIndex = (schema: string): RawBuilder<unknown> =>
  sql`create unique index ticket_row_once on ${sql.id(schema, 'ticket')} (desk, md5(row_key))`;

/** Not even a statement that forgets to name the desk reaches the rows of another one. */
const keepDesksApart = async (
  db: Kysely<LedgerTables>,
  table: RawBuilder<unknown>,
): Promise<void> => {
  await sql`alter table ${table} enable row level security`.execute(db);
  await sql`alter table ${table} force row level security`.execute(db);
  await sql`drop policy if exists own_desk on ${table}`.execute(db);
  await sql`create policy own_desk on ${table}
    using ((select current_setting('app.desk', true)) in ('*', desk::text))`.execute(db);
};

const guardingIn = (guard: Guard, schema: string): readonly RawBuilder<unknown>[] => {
  if (guard.kind === 'replaceable') return [refuseChange(schema)];
  const table = sql.id(schema, guard.table);
  switch (guard.kind) {
    case 'append-only': {
      const refuse = sql`execute function ${sql.id(schema, 'refuse_change')}(${sql.lit(`${guard.table} is append-only`)})`;
      const on = (event: string): RawBuilder<unknown> => sql.id(`no_${event}_${guard.table}`);
      return [
        refuseChange(schema),
        sql`create trigger ${on(guard.event)} before ${sql.raw(guard.event)} ${ofColumns(guard)} on ${table}
          for each row ${refuse}`,
        ...(guard.event === 'delete'
          ? [
              sql`create trigger ${on('truncate')} before truncate on ${table}
                for each statement ${refuse}`,
            ]
          : []),
      ];
    }
    case 'forgettable':
      return [
        sql`create function ${sql.id(schema, 'refuse_rewriting')}() returns trigger language plpgsql as $$
          begin
            if (new.desk, new.revision, new.position, new.at, new.pass, new.kind, new.ticket, new.subject)
              is distinct from
              (old.desk, old.revision, old.position, old.at, old.pass, old.kind, old.ticket, old.subject)
              or not exists (
                select 1 from ${sql.id(schema, 'memory')}
                where desk = old.desk and name = ${sql.lit(forgetting)}
              )
            then
              raise exception '% is append-only', tg_table_name using errcode = '23514';
            end if;
            return new;
          end $$`,
        sql`drop trigger ${sql.id(`no_update_${guard.table}`)} on ${table}`,
        sql`create trigger ${sql.id(`no_update_${guard.table}`)} before update on ${table}
          for each row execute function ${sql.id(schema, 'refuse_rewriting')}()`,
      ];
    case 'only-grows':
      return [
        sql`create function ${sql.id(schema, 'only_grows')}() returns trigger language plpgsql as $$
          begin
            if new.number < old.number or new.year <> old.year or new.desk <> old.desk then
              raise exception '% only grows', tg_table_name using errcode = '23514';
            end if;
            return new;
          end $$`,
        sql`create trigger only_grows before update on ${table}
          for each row execute function ${sql.id(schema, 'only_grows')}()`,
      ];
  }
};

const ofColumns = ({ columns = [] }: { readonly columns?: readonly string[] }) =>
  columns.length === 0 ? sql`` : sql`of ${sql.join(columns.map((name) => sql.id(name)))}`;

const refuseChange = (schema: string): RawBuilder<unknown> =>
  sql`create or replace function ${sql.id(schema, 'refuse_change')}() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' then
        if current_setting('app.replacing', true) = old.desk::text then return old; end if;
      end if;
      raise exception '%', tg_argv[0] using errcode = '23514';
    end $$`;
