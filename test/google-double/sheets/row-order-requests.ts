import { invalid } from '../api-error.ts';
import { shownRows } from '../formulas/shown-rows.ts';
import type { IdMint } from '../id-mint.ts';
import { type Area, formatA1 } from './a1-range.ts';
import { moveMetadata } from './developer-metadata.ts';
import { clip, putCell, refuseBeyondGrid, sheetById } from './draft.ts';
import { fromGridRange, overlap } from './grid-range.ts';
import { type Handlers, silent } from './handler.ts';
import {
  columnCount,
  rowCount,
  type Sheet,
  type ShownCell,
  type Spreadsheet,
  title,
} from './model.ts';
import { withMovedFormula } from './pasted-cell.ts';
import { refuseProtected } from './protection.ts';
import { effectiveValue } from './shown-value.ts';

/** Requests that put the rows of a range into another order, with all that their cells carry. */
export const rowOrderRequests: Handlers = {
  /** Numbers, then texts, then yes and no; empty ones last, whichever way. Rows that are hidden stay where they are. */
  sortRange: silent((draft, { sortRange }, { caller }) => {
    const { range, sortSpecs } = sortRange ?? {};
    const sheet = sheetById(draft, range?.sheetId);
    const length = rowCount(sheet);
    if ((range?.startRowIndex ?? 0) >= length) {
      throw invalid(`range.startRowIndex is larger than current grid size (${length})`);
    }
    const area = clip(sheet, fromGridRange(range ?? {}));
    refuseProtected(sheet, area, caller);
    refuseTallMerge(sheet, area);
    const shown = shownRows(draft, sheet, caller.nowMs);
    reorder(draft, { sheet, area }, (places) =>
      places.toSorted((one, other) => {
        for (const { dimensionIndex, sortOrder } of sortSpecs ?? []) {
          const difference = compared(shown[one], shown[other], {
            column: dimensionIndex ?? 0,
            descending: sortOrder === 'DESCENDING',
          });
          if (difference !== 0) return difference;
        }
        return 0;
      }),
    );
  }),
  randomizeRange: silent((draft, { randomizeRange }, { caller, mint }) => {
    const range = randomizeRange?.range ?? {};
    const sheet = sheetById(draft, range.sheetId);
    refuseBeyondGrid(sheet, fromGridRange(range));
    const area = clip(sheet, fromGridRange(range));
    refuseProtected(sheet, area, caller);
    refuseTallMerge(sheet, area);
    reorder(draft, { sheet, area }, (places) => shuffled(places, mint));
  }),
};

function refuseTallMerge(sheet: Sheet, area: Area): void {
  const merge = sheet.merges
    .map(fromGridRange)
    .find((each) => each.endRow - each.startRow > 1 && overlap(each, area));
  if (!merge) return;
  const place = formatA1(title(sheet), merge).replace(/^.*!/su, '');
  throw invalid(
    `You can't sort a range containing vertical merges. There is a vertical merge at ${place}`,
  );
}

/** Puts the rows that show into another order; where whole rows move, their metadata goes with them. */
function reorder(
  draft: Spreadsheet,
  { sheet, area }: { readonly sheet: Sheet; readonly area: Area },
  ordered: (places: readonly number[]) => readonly number[],
): void {
  const places = Array.from(
    { length: area.endRow - area.startRow },
    (_, offset) => area.startRow + offset,
  ).filter((row) => !sheet.rowProperties[row]?.hiddenByUser);
  const order = ordered(places);
  // Copies: a row that this batch wrote on already is written on in place.
  const before = order.map((row) => sheet.rows[row]?.slice());
  const becomes = new Map<number, number>();
  places.forEach((row, index) => {
    const from = order[index] ?? row;
    becomes.set(from, row);
    for (let column = area.startColumn; column < area.endColumn; column += 1) {
      const moved = withMovedFormula(before[index]?.[column], { rows: row - from, columns: 0 });
      putCell(sheet, { row, column }, moved);
    }
  });
  const isWhole = area.startColumn === 0 && area.endColumn === columnCount(sheet);
  if (isWhole) moveMetadata(draft, sheet, 'ROWS', (row) => becomes.get(row) ?? row);
}

const texts = new Intl.Collator('en', { sensitivity: 'accent' });

function compared(
  one: readonly (ShownCell | undefined)[] | undefined,
  other: readonly (ShownCell | undefined)[] | undefined,
  by: { readonly column: number; readonly descending: boolean },
): number {
  const [first, second] = [rank(one?.[by.column]), rank(other?.[by.column])];
  if (first.kind === 3 || second.kind === 3) return first.kind - second.kind;
  const difference =
    first.kind - second.kind ||
    (typeof first.value === 'string' && typeof second.value === 'string'
      ? texts.compare(first.value, second.value)
      : Number(first.value) - Number(second.value));
  return by.descending ? -difference : difference;
}

function rank(cell: ShownCell | undefined): {
  readonly kind: number;
  readonly value: string | number;
} {
  const value = cell && effectiveValue(cell);
  if (typeof value?.numberValue === 'number') return { kind: 0, value: value.numberValue };
  if (typeof value?.stringValue === 'string') return { kind: 1, value: value.stringValue };
  if (typeof value?.boolValue === 'boolean') return { kind: 2, value: Number(value.boolValue) };
  return { kind: 3, value: '' };
}

/** Another order, the same in every run. */
const shuffled = (places: readonly number[], mint: IdMint): readonly number[] =>
  places
    .map((place) => ({ place, lot: mint.number() }))
    .toSorted((one, other) => one.lot - other.lot)
    .map(({ place }) => place);
