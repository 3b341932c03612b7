/** What the steps of `schema.ts` say differently to the two databases. */
import type { ColumnDataType, CreateTableBuilder, Expression, Kysely, RawBuilder } from 'kysely';
import type { LedgerTables } from './tables.ts';

export interface LayoutDialect {
  readonly types: {
    readonly desk: ColumnDataType;
    /** Sorts by its bytes. */
    readonly text: ColumnDataType | Expression<unknown>;
    /** Whole numbers to 2^53. */
    readonly large: ColumnDataType;
  };
  /** Names of the tables that are there; of a room that we share with others, only those that would be ours. */
  tableNames(db: Kysely<LedgerTables>): Promise<readonly string[]>;
  /** First in the transaction that changes the layout: of several that come at once, one at a time goes on. */
  begin(db: Kysely<LedgerTables>): Promise<void>;
  /** No two tickets of a desk have one row: said in its table, or after it. */
  readonly oneTicketARow: {
    within(ticket: TicketTable): TicketTable;
    readonly after: readonly RawBuilder<unknown>[];
  };
  /** What holds even against a hand with an SQL prompt. */
  guarding(guard: Guard): readonly RawBuilder<unknown>[];
  /** Last in it. */
  finish(db: Kysely<LedgerTables>): Promise<void>;
}

type TicketTable = CreateTableBuilder<
  'ticket',
  'desk' | 'ticket' | 'year' | 'number' | 'row_key' | 'state'
>;

export type Guard =
  | AppendOnly
  | { readonly kind: 'only-grows'; readonly table: 'last_number' }
  /** In the place of append-only: words may be taken out while the desk forgets, and nothing else changes even then. */
  | { readonly kind: 'forgettable'; readonly table: 'history' }
  /** Of append-only rows too: a whole desk may be taken out where a copy of it comes back in the same transaction. */
  | { readonly kind: 'replaceable' };

interface AppendOnly {
  readonly kind: 'append-only';
  readonly table: string;
  readonly event: 'delete' | 'update';
  /** An update of these alone; of any, where none is named. */
  readonly columns?: readonly string[];
}
