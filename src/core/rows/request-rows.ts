/** The rows of Permohonan as cells by field, wherever staff moved the columns. */
import {
  formFields,
  type RequestField,
  requestTab,
  serviceFields,
} from '../columns/request-tab.ts';
import type { ColumnLocation } from '../sheet/locate-columns.ts';
import type { Cell, TabSnapshot } from '../sheet/snapshot.ts';
import { isEmpty } from '../sheet/three-way.ts';

export type CellsByField = Readonly<Record<RequestField, Cell>>;

/** One row that holds a request, or something of ours. */
export interface RequestRow {
  readonly row: number;
  readonly cells: CellsByField;
}

/**
 * Rows below the header: those with an answer of the form, and strays that hold cells of ours alone. `loose` are the
 * row numbers of those that hold something, and neither; an unticked box holds nothing.
 */
export const rowsOf = (
  tab: TabSnapshot,
  columns: ColumnLocation<RequestField>,
): {
  requests: readonly RequestRow[];
  strays: readonly RequestRow[];
  loose: readonly number[];
} => {
  const requests: RequestRow[] = [];
  const strays: RequestRow[] = [];
  const loose: number[] = [];
  tab.rows.forEach((cells, index) => {
    // A sheet may have a million empty rows above one that somebody filled by mistake.
    if (index <= columns.headerRow || cells.length === 0) return;
    const byField = (field: RequestField): Cell => cells[columns.indexOf.get(field) ?? -1] ?? '';
    const isFilled = (field: RequestField): boolean => !isEmpty(byField(field));
    const kind = formFields.some(isFilled)
      ? requests
      : serviceFields.some(isFilled)
        ? strays
        : undefined;
    if (kind === undefined && cells.some((cell) => cell !== false && !isEmpty(cell)))
      loose.push(index + 1);
    kind?.push({
      row: index + 1,
      cells: Object.fromEntries(allFields.map((f) => [f, byField(f)])) as CellsByField,
    });
  });
  return { requests, strays, loose };
};

const allFields: readonly RequestField[] = requestTab.columns.map(({ field }) => field);
