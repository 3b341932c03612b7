/** The rows of Permohonan as cells by field, wherever staff moved the columns. */
import { stretchesOf } from '../cases/in-parts.ts';
import {
  formFields,
  type RequestField,
  requestTab,
  serviceFields,
} from '../columns/request-tab.ts';
import type { ColumnLocation } from '../sheet/locate-columns.ts';
import { onceFor } from '../sheet/once-for.ts';
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
 *
 * What comes of a row that is the very same, in its place and under the very same columns, is the very same.
 */
export const rowsOf = (
  tab: Pick<TabSnapshot, 'rows'>,
  columns: ColumnLocation<RequestField>,
): RowsHeld => rowsUnder(columns)(tab.rows);

interface RowsHeld {
  readonly requests: readonly RequestRow[];
  readonly strays: readonly RequestRow[];
  readonly loose: readonly number[];
}

const rowsUnder = onceFor((columns: ColumnLocation<RequestField>) => {
  const known: RowsByCells = new WeakMap();
  /** Of a stretch, where it stood last. */
  const stretches = new WeakMap<
    readonly Cells[],
    { readonly from: number; readonly held: RowsHeld }
  >();
  const heldIn = (stretch: readonly Cells[], from: number): RowsHeld => {
    const before = stretches.get(stretch);
    if (before?.from === from) return before.held;
    const held = rowsHeldIn(stretch, { from, columns, known });
    stretches.set(stretch, { from, held });
    return held;
  };
  return onceFor((rows: readonly Cells[]): RowsHeld => {
    const requests: RequestRow[] = [];
    const strays: RequestRow[] = [];
    const loose: number[] = [];
    let from = 0;
    for (const stretch of stretchesOf(rows)) {
      const held = heldIn(stretch, from);
      for (const each of held.requests) requests.push(each);
      for (const each of held.strays) strays.push(each);
      for (const each of held.loose) loose.push(each);
      from += stretch.length;
    }
    return { requests, strays, loose };
  });
});

type Cells = readonly Cell[];

type RowsByCells = WeakMap<Cells, RowContent & { readonly row: number }>;

const rowsHeldIn = (
  stretch: readonly Cells[],
  {
    from,
    columns,
    known,
  }: {
    readonly from: number;
    readonly columns: ColumnLocation<RequestField>;
    readonly known: RowsByCells;
  },
): RowsHeld => {
  const requests: RequestRow[] = [];
  const strays: RequestRow[] = [];
  const loose: number[] = [];
  for (const [at, cells] of stretch.entries()) {
    // A sheet may have a million empty rows above one that somebody filled by mistake.
    if (from + at <= columns.headerRow || cells.length === 0) continue;
    const row = from + at + 1;
    const before = known.get(cells);
    const standing = before?.row === row ? before : { row, ...standingIn(cells, { row, columns }) };
    if (standing !== before) known.set(cells, standing);
    if (standing.kind === 'request') requests.push(standing.holds);
    else if (standing.kind === 'stray') strays.push(standing.holds);
    else if (standing.kind === 'loose') loose.push(row);
  }
  return { requests, strays, loose };
};

type RowContent =
  | { readonly kind: 'request' | 'stray'; readonly holds: RequestRow }
  | { readonly kind: 'loose' | 'empty' };

const standingIn = (
  cells: Cells,
  { row, columns }: { readonly row: number; readonly columns: ColumnLocation<RequestField> },
): RowContent => {
  const byField = (field: RequestField): Cell => cells[columns.indexOf.get(field) ?? -1] ?? '';
  const isFilled = (field: RequestField): boolean => !isEmpty(byField(field));
  const kind = formFields.some(isFilled)
    ? 'request'
    : serviceFields.some(isFilled)
      ? 'stray'
      : undefined;
  if (kind === undefined)
    return { kind: cells.some((cell) => cell !== false && !isEmpty(cell)) ? 'loose' : 'empty' };
  const all = Object.fromEntries(allFields.map((f) => [f, byField(f)])) as CellsByField;
  return { kind, holds: { row, cells: all } };
};

const allFields: readonly RequestField[] = requestTab.columns.map(({ field }) => field);
