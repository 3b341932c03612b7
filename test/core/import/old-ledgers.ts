/** Old ledgers for tests, written as rows of plain cells. */

import { Temporal } from 'temporal-polyfill';
import { type ColumnMap, emptyMap } from '../../../src/core/import/column-map.ts';
import type { Merge, OldCell, OldLedger, OldSheet } from '../../../src/core/import/old-ledger.ts';
import { type OldLedgerReading, readOldLedger } from '../../../src/core/import/read-old-ledger.ts';
import { dayToSerial } from '../../../src/core/sheet/serial.ts';

export type Written = string | number | OldCell | undefined;

export const sheet = (
  rows: readonly (readonly Written[])[],
  { name = '', merges = [] }: { readonly name?: string; readonly merges?: readonly Merge[] } = {},
): OldSheet => ({
  name,
  merges,
  rows: rows.map((cells) =>
    cells.map((cell): OldCell | undefined =>
      cell === undefined || cell === ''
        ? undefined
        : typeof cell === 'object'
          ? cell
          : { value: cell },
    ),
  ),
});

/** A cell that holds a day. */
export const day = (iso: string): OldCell => ({
  value: dayToSerial(Temporal.PlainDate.from(iso)),
  isMoment: true,
});

/** A cell that holds a time. */
export const hour = (text: string): OldCell => {
  const [hours = 0, minutes = 0] = text.split('.').map(Number);
  return { value: (hours * 60 + minutes) / 1440, isMoment: true };
};

export const ledger = (...sheets: readonly OldSheet[]): OldLedger => ({
  name: 'buku.xlsx',
  sheets,
});

export const reading = (book: OldLedger, map: ColumnMap = emptyMap): OldLedgerReading =>
  readOldLedger(book, { map, timeZone: 'Asia/Makassar' });

/** What came of each row, by sheet and number: its kind, or the values that go into the desk. */
export const eventsOf = (read: OldLedgerReading): readonly Readonly<Record<string, string>>[] =>
  read.rows.flatMap(({ event, kind }) =>
    event === undefined
      ? []
      : [
          {
            ...Object.fromEntries([...event.values].map(([field, { shown }]) => [field, shown])),
            ...(kind === 'cancelled' && { kind }),
            ...(event.notes.length > 0 && { notes: event.notes.join(' / ') }),
          },
        ],
  );

export const kindsOf = (read: OldLedgerReading): readonly string[] =>
  read.rows.map(({ row, kind }) => `${row} ${kind}`);

/** What somebody is asked about. */
export const unsureIn = (read: OldLedgerReading): readonly string[] =>
  read.rows.flatMap(({ row, event }) =>
    [...(event?.values ?? [])].flatMap(([field, { certainty }]) =>
      certainty === 'unsure' ? [`${row} ${field}`] : [],
    ),
  );
