import type { RowKey, Ticket } from '../cases/ledger-state.ts';
import type { WrittenValue } from '../sheet/three-way.ts';
import type { CellsByField } from './request-rows.ts';

/** One row of Permohonan with its ticket, as it stands in the sheet. */
export interface ObservedRow {
  readonly row: number;
  readonly ticket: Ticket;
  readonly key: RowKey;
  readonly how: 'fresh' | 'known' | 'rebound' | 'adopted';
  readonly cells: CellsByField;
  readonly memory: ReadonlyMap<string, WrittenValue>;
  /** The row it was copied from, until the ledger remembers what was copied with it. */
  readonly copyOf?: Ticket;
}
