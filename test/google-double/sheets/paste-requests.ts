import { invalid } from '../api-error.ts';
import { shownRows } from '../formulas/shown-rows.ts';
import type { Area } from './a1-range.ts';
import { clip, positions, putCell, refuseBeyondGrid, sheetById } from './draft.ts';
import { contains, fromGridRange, intersection, movedBy } from './grid-range.ts';
import { type Handlers, silent } from './handler.ts';
import { cutsMerge, dropMerges, mergeOver, mergesWithin } from './merged-cells.ts';
import type { Sheet, ShownCell, Spreadsheet } from './model.ts';
import { type PasteType, pastedCell, pasteTypeOf } from './pasted-cell.ts';
import { type Caller, refuseProtected } from './protection.ts';

type Place = { readonly sheet: Sheet; readonly area: Area };

/** Requests that copy or move cells with all that they carry. */
export const pasteRequests: Handlers = {
  /** Fills the destination by repeating the source; what is too small for that, or no multiple of it, takes it once. */
  copyPaste: silent((draft, { copyPaste }, { caller }) => {
    const type = pasteTypeOf(copyPaste?.pasteType);
    const isTurned = copyPaste?.pasteOrientation === 'TRANSPOSE';
    const source = placeOf(draft, copyPaste?.source);
    const into = placeOf(draft, copyPaste?.destination);
    const [rows, columns] = isTurned ? sizeOf(source.area).toReversed() : sizeOf(source.area);
    const filled = { rows: rows ?? 0, columns: columns ?? 0 };
    const [height = 0, width = 0] = sizeOf(into.area);
    const area = areaAt(into.area, {
      rows: multipleOf(filled.rows, height),
      columns: multipleOf(filled.columns, width),
    });
    refuseBeyondGrid(into.sheet, area);
    refuseProtected(into.sheet, area, caller);
    const cells = cellsOf(draft, source, caller);
    const merges = mergesWithin(source.sheet, source.area).map(fromGridRange);
    clearMerges({ sheet: into.sheet, area }, type);
    for (const corner of tiles(area, filled)) {
      for (const at of positions(areaAt(corner, filled))) {
        const [down, across] = [at.row - corner.startRow, at.column - corner.startColumn];
        const [row, column] = isTurned ? [across, down] : [down, across];
        const away = {
          rows: at.row - (source.area.startRow + row),
          columns: at.column - (source.area.startColumn + column),
        };
        const target = into.sheet.rows[at.row]?.[at.column];
        putCell(into.sheet, at, pastedCell(target, cells[row]?.[column], { type, away }));
      }
      const paste = { source, corner, isTurned };
      if (takesMerges(type)) pasteMerges(into.sheet, merges, paste);
      if (takesRules(type)) pasteRules(into.sheet, paste);
    }
  }),
  /** All of the source is cut, whatever of it is pasted. */
  cutPaste: silent((draft, { cutPaste }, { caller }) => {
    const { destination } = cutPaste ?? {};
    const type = pasteTypeOf(cutPaste?.pasteType);
    const source = placeOf(draft, cutPaste?.source);
    const sheet = sheetById(draft, destination?.sheetId);
    const [rows = 0, columns = 0] = sizeOf(source.area);
    const corner = {
      startRow: destination?.rowIndex ?? 0,
      startColumn: destination?.columnIndex ?? 0,
    };
    const area = areaAt(corner, { rows, columns });
    refuseBeyondGrid(sheet, area);
    refuseProtected(source.sheet, source.area, caller);
    refuseProtected(sheet, area, caller);
    refuseCutMerge(source);
    const cells = cellsOf(draft, source, caller);
    const merges = mergesWithin(source.sheet, source.area).map(fromGridRange);
    const paste = { source, corner, isTurned: false };
    if (takesRules(type)) pasteRules(sheet, paste);
    for (const at of positions(source.area)) putCell(source.sheet, at, {});
    dropMerges(source.sheet, source.area);
    clearMerges({ sheet, area }, type);
    for (const at of positions(area)) {
      const cell = cells[at.row - area.startRow]?.[at.column - area.startColumn];
      const target = sheet.rows[at.row]?.[at.column];
      // A formula that is moved goes on meaning the same cells.
      const becomes = pastedCell(target, cell, { type, away: { rows: 0, columns: 0 } });
      putCell(sheet, at, cell?.tag === undefined ? becomes : { ...becomes, tag: cell.tag });
    }
    if (takesMerges(type)) pasteMerges(sheet, merges, paste);
  }),
};

function placeOf(
  draft: Spreadsheet,
  range: Parameters<typeof fromGridRange>[0] | undefined,
): Place {
  const sheet = sheetById(draft, range?.sheetId);
  const area = fromGridRange(range ?? {});
  const corner = { ...area, endRow: area.startRow + 1, endColumn: area.startColumn + 1 };
  refuseBeyondGrid(sheet, corner);
  return { sheet, area: clip(sheet, area) };
}

const sizeOf = (area: Area): readonly number[] => [
  area.endRow - area.startRow,
  area.endColumn - area.startColumn,
];

type Size = { readonly rows: number; readonly columns: number };
type Corner = Pick<Area, 'startRow' | 'startColumn'>;

const areaAt = ({ startRow, startColumn }: Corner, { rows, columns }: Size): Area => ({
  startRow,
  endRow: startRow + rows,
  startColumn,
  endColumn: startColumn + columns,
});

const multipleOf = (size: number, wanted: number): number =>
  wanted > 0 && wanted % size === 0 ? wanted : size;

/** The corners at which the source is pasted. */
function* tiles(area: Area, { rows, columns }: Size): Generator<Corner> {
  for (let row = area.startRow; row < area.endRow; row += rows) {
    for (let column = area.startColumn; column < area.endColumn; column += columns) {
      yield { startRow: row, startColumn: column };
    }
  }
}

/** The cells as they are before anything is pasted, because source and destination may overlap. */
function cellsOf(
  draft: Spreadsheet,
  { sheet, area }: Place,
  { nowMs }: Caller,
): readonly (readonly (ShownCell | undefined)[])[] {
  const rows = shownRows(draft, sheet, nowMs);
  return Array.from(
    { length: area.endRow - area.startRow },
    (_, offset) => rows[area.startRow + offset]?.slice(area.startColumn, area.endColumn) ?? [],
  );
}

const takesMerges = (type: PasteType): boolean =>
  type === 'PASTE_NORMAL' || type === 'PASTE_NO_BORDERS';

const takesRules = (type: PasteType): boolean =>
  takesMerges(type) || type === 'PASTE_CONDITIONAL_FORMATTING';

function refuseCutMerge({ sheet, area }: Place): void {
  if (!cutsMerge(sheet, area)) return;
  throw invalid("You can't perform a paste that partially intersects a merge.");
}

/** Takes away the merges that a paste covers. */
function clearMerges(place: Place, type: PasteType): void {
  refuseCutMerge(place);
  if (takesMerges(type)) dropMerges(place.sheet, place.area);
}

type Paste = { readonly source: Place; readonly corner: Corner; readonly isTurned: boolean };

/** Where a part of the source lies after it was pasted. */
function pastedArea(part: Area, { source, corner, isTurned }: Paste): Area {
  const inside = movedBy(part, { rows: -source.area.startRow, columns: -source.area.startColumn });
  const turned = isTurned
    ? {
        startRow: inside.startColumn,
        endRow: inside.endColumn,
        startColumn: inside.startRow,
        endColumn: inside.endRow,
      }
    : inside;
  return movedBy(turned, { rows: corner.startRow, columns: corner.startColumn });
}

function pasteMerges(sheet: Sheet, merges: readonly Area[], paste: Paste): void {
  const pasted = merges.map((each) => mergeOver(sheet.sheetId, pastedArea(each, paste)));
  sheet.merges = [...sheet.merges, ...pasted];
}

/** Lets the rules of colour over the source colour the destination too. */
function pasteRules(sheet: Sheet, paste: Paste): void {
  const { source } = paste;
  const extended = source.sheet.conditionalFormats.map((rule) => {
    const present = (rule.ranges ?? []).map(fromGridRange);
    const added = present.flatMap((each) => {
      const part = intersection(each, source.area);
      if (!part) return [];
      const area = pastedArea(part, paste);
      return present.some((one) => contains(one, area)) && sheet === source.sheet
        ? []
        : [mergeOver(sheet.sheetId, area)];
    });
    return { rule, added };
  });
  if (sheet === source.sheet) {
    sheet.conditionalFormats = extended.map(({ rule, added }) =>
      added.length === 0 ? rule : { ...rule, ranges: [...(rule.ranges ?? []), ...added] },
    );
    return;
  }
  sheet.conditionalFormats = [
    ...sheet.conditionalFormats,
    ...extended.flatMap(({ rule, added }) =>
      added.length === 0 ? [] : [{ ...rule, ranges: added }],
    ),
  ];
}
