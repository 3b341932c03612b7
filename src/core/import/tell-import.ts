/** What an import comes to, counted: rows by kind, and by field what was filled, changed and left unsure. */
import { headerOf } from '../columns/request-tab.ts';
import { bySheet } from './hidden-sheets.ts';
import type { Fillable } from './meanings.ts';
import { fillable } from './meanings.ts';
import type { RowKind } from './old-ledger.ts';
import type { ImportPlan } from './plan-import.ts';
import type { OldLedgerReading } from './read-old-ledger.ts';

export interface FieldSummary {
  readonly field: Fillable;
  readonly header: string;
  readonly filled: number;
  readonly changed: number;
  readonly unsure: number;
}

export interface UnsureValue {
  readonly sheet: string;
  readonly row: number;
  readonly header: string;
  readonly original: string;
  readonly becomes: string;
  readonly because: string;
}

export interface HiddenSheet {
  readonly sheet: string;
  readonly events: number;
}

export interface ImportSummary {
  /** Every row that holds something is counted once; of hidden sheets that are not imported, only events that stand nowhere else. */
  readonly rows: Readonly<Partial<Record<RowKind, number>>>;
  readonly imported: number;
  readonly cancelled: number;
  /** Came with an earlier import. */
  readonly known: number;
  readonly repeated: number;
  /** Hidden sheets with events that came neither from another sheet nor with an earlier import. */
  readonly hiddenSheets: readonly HiddenSheet[];
  readonly values: number;
  readonly fields: readonly FieldSummary[];
  readonly unsure: readonly UnsureValue[];
}

export const summaryOf = (
  { rows }: OldLedgerReading,
  { requests, notes, known, leftOut }: ImportPlan,
): ImportSummary => {
  const counts = new Map<RowKind, number>();
  for (const { kind } of [...rows, ...leftOut]) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const repeated = notes.filter(({ kind }) => kind === 'repeated').length;
  const told = notes.filter(({ field }) => field !== undefined);
  const fields = fillable.flatMap((field): FieldSummary[] => {
    const filled = requests.filter(({ cells }) => cells.has(field)).length;
    if (filled === 0) return [];
    const ours = told.filter((note) => note.field === field);
    const unsure = ours.filter(({ certainty }) => certainty === 'unsure').length;
    return [{ field, header: headerOf(field), filled, changed: ours.length, unsure }];
  });
  return {
    rows: Object.fromEntries(counts),
    imported: requests.length,
    cancelled: requests.filter(({ source }) => source.kind === 'cancelled').length,
    known: known.length,
    repeated,
    hiddenSheets: [...bySheet(leftOut)].map(([sheet, { length: events }]) => ({
      sheet,
      events,
    })),
    values: fields.reduce((sum, { filled }) => sum + filled, 0),
    fields,
    unsure: told
      .filter(({ certainty }) => certainty === 'unsure')
      .map(({ sheet, row, field, original, becomes, because }) => ({
        sheet,
        row,
        header: field === undefined ? '' : headerOf(field),
        original,
        becomes,
        because,
      })),
  };
};
