import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { clip, putCell, sheetById } from './draft.ts';
import { fromGridRange } from './grid-range.ts';
import type { Cell, Row, Spreadsheet } from './model.ts';
import { refuseProtected, type Writer } from './protection.ts';
import { effectiveValue } from './shown-value.ts';

/** Sorts the rows of a range with all that their cells carry: numbers, then texts, then yes and no, empty ones last. */
export function sortRange(
  draft: Spreadsheet,
  { range, sortSpecs }: sheets_v4.Schema$SortRangeRequest,
  writer: Writer,
): void {
  const sheet = sheetById(draft, range?.sheetId);
  const area = clip(sheet, fromGridRange(range ?? {}));
  refuseProtected(sheet, area, writer);
  const before = Array.from(
    { length: area.endRow - area.startRow },
    (_, offset) => sheet.rows[area.startRow + offset],
  );
  const sorted = before.toSorted((one, other) => {
    for (const { dimensionIndex, sortOrder } of sortSpecs ?? []) {
      const difference = compared(one, other, {
        column: dimensionIndex ?? 0,
        descending: sortOrder === 'DESCENDING',
      });
      if (difference !== 0) return difference;
    }
    return 0;
  });
  sorted.forEach((row, offset) => {
    for (let column = area.startColumn; column < area.endColumn; column += 1) {
      putCell(sheet, { row: area.startRow + offset, column }, row?.[column] ?? {});
    }
  });
}

const texts = new Intl.Collator('en', { sensitivity: 'accent' });

function compared(
  one: Row | undefined,
  other: Row | undefined,
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

function rank(cell: Cell | undefined): { readonly kind: number; readonly value: string | number } {
  const value = cell && effectiveValue(cell);
  if (typeof value?.numberValue === 'number') return { kind: 0, value: value.numberValue };
  if (typeof value?.stringValue === 'string') return { kind: 1, value: value.stringValue };
  if (typeof value?.boolValue === 'boolean') return { kind: 2, value: Number(value.boolValue) };
  return { kind: 3, value: '' };
}
