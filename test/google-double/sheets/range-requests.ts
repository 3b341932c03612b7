import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { invalid } from '../api-error.ts';
import { assign } from '../field-mask.ts';
import { clip, positions, putCell, sheetById } from './draft.ts';
import { answeredRange, contains, fromGridRange, overlap } from './grid-range.ts';
import { type Handlers, maskOf, silent } from './handler.ts';
import type { Sheet, Spreadsheet } from './model.ts';
import { refuseProtected } from './protection.ts';

/** Requests about ranges that bear something: protections, names, merges, drop-downs, bands, rules of colour, filters. */
export const rangeRequests: Handlers = {
  addProtectedRange: (draft, { addProtectedRange }, { mint, writer }) => {
    const given = addProtectedRange?.protectedRange ?? {};
    const sheet = sheetById(draft, given.range?.sheetId);
    const protectedRangeId = given.protectedRangeId ?? mint.number();
    const protectedRange = { ...given, protectedRangeId, requestingUserCanEdit: true };
    const { users = [], ...others } = given.editors ?? {};
    const owners = writer.isOwner ? [writer.email] : [];
    const editors = { ...others, users: [...new Set([...owners, ...(users ?? [])])] };
    sheet.protectedRanges = [...sheet.protectedRanges, { ...protectedRange, editors }];
    // As recorded: the reply does not name who protects yet, the next read does.
    return {
      addProtectedRange: { protectedRange: { ...ranged(protectedRange), editors: others } },
    };
  },
  updateProtectedRange: silent((draft, { updateProtectedRange }) => {
    const { protectedRange, fields } = updateProtectedRange ?? {};
    const id = protectedRange?.protectedRangeId;
    const sheet = holder(draft, (each) =>
      each.protectedRanges.some((one) => one.protectedRangeId === id),
    );
    const mask = maskOf(fields);
    sheet.protectedRanges = sheet.protectedRanges.map((each) =>
      each.protectedRangeId === id ? assign(each, protectedRange, mask) : each,
    );
  }),
  deleteProtectedRange: silent((draft, { deleteProtectedRange }) => {
    const id = deleteProtectedRange?.protectedRangeId;
    const sheet = holder(draft, (each) =>
      each.protectedRanges.some((one) => one.protectedRangeId === id),
    );
    sheet.protectedRanges = sheet.protectedRanges.filter((each) => each.protectedRangeId !== id);
  }),
  addNamedRange: (draft, { addNamedRange }, { mint }) => {
    const given = addNamedRange?.namedRange ?? {};
    if (draft.namedRanges.some((each) => each.name === given.name)) {
      throw invalid(`A named range with name: ${given.name} already exists.`);
    }
    const namedRange = { namedRangeId: String(mint.number()), ...given };
    draft.namedRanges = [...draft.namedRanges, namedRange];
    return { addNamedRange: { namedRange: ranged(namedRange) } };
  },
  deleteNamedRange: silent((draft, { deleteNamedRange }) => {
    const id = deleteNamedRange?.namedRangeId;
    if (!draft.namedRanges.some((each) => each.namedRangeId === id)) {
      throw invalid(`No named range with id: ${id}`);
    }
    draft.namedRanges = draft.namedRanges.filter((each) => each.namedRangeId !== id);
  }),
  mergeCells: silent((draft, { mergeCells }, { writer }) => {
    const sheet = sheetById(draft, mergeCells?.range?.sheetId);
    const area = clip(sheet, fromGridRange(mergeCells?.range ?? {}));
    refuseProtected(sheet, area, writer);
    const merged = merges(mergeCells ?? {}, area, sheet.sheetId);
    sheet.merges = [
      ...sheet.merges.filter((each) => !contains(area, fromGridRange(each))),
      ...merged,
    ];
    for (const range of merged) {
      for (const at of positions(fromGridRange(range))) {
        const isFirst = at.row === range.startRowIndex && at.column === range.startColumnIndex;
        const cell = sheet.rows[at.row]?.[at.column];
        if (isFirst || !cell) continue;
        const { userEnteredValue: _lost, ...kept } = cell;
        putCell(sheet, at, kept);
      }
    }
  }),
  unmergeCells: silent((draft, { unmergeCells }) => {
    const sheet = sheetById(draft, unmergeCells?.range?.sheetId);
    const area = clip(sheet, fromGridRange(unmergeCells?.range ?? {}));
    sheet.merges = sheet.merges.filter((each) => !overlap(fromGridRange(each), area));
  }),
  setDataValidation: silent((draft, { setDataValidation }, { writer }) => {
    const { range, rule } = setDataValidation ?? {};
    const sheet = sheetById(draft, range?.sheetId);
    const area = clip(sheet, fromGridRange(range ?? {}));
    refuseProtected(sheet, area, writer);
    for (const at of positions(area)) {
      const { dataValidation: _was, ...kept } = sheet.rows[at.row]?.[at.column] ?? {};
      putCell(sheet, at, rule ? { ...kept, dataValidation: rule } : kept);
    }
  }),
};

const ranged = <Value extends { readonly range?: sheets_v4.Schema$GridRange }>(
  value: Value,
): Value => ({ ...value, range: answeredRange(value.range ?? {}) });

function holder(draft: Spreadsheet, holds: (sheet: Sheet) => boolean): Sheet {
  const sheet = draft.sheets.find(holds);
  if (!sheet) throw invalid('The requested range does not exist.');
  return sheet;
}

/** One merge for all, or one for each row or column of the range. */
function merges(
  { mergeType }: sheets_v4.Schema$MergeCellsRequest,
  area: ReturnType<typeof fromGridRange>,
  sheetId: number,
): readonly sheets_v4.Schema$GridRange[] {
  const whole = {
    sheetId,
    startRowIndex: area.startRow,
    endRowIndex: area.endRow,
    startColumnIndex: area.startColumn,
    endColumnIndex: area.endColumn,
  };
  if (mergeType === 'MERGE_ROWS') {
    return Array.from({ length: area.endRow - area.startRow }, (_, offset) => ({
      ...whole,
      startRowIndex: area.startRow + offset,
      endRowIndex: area.startRow + offset + 1,
    }));
  }
  if (mergeType === 'MERGE_COLUMNS') {
    return Array.from({ length: area.endColumn - area.startColumn }, (_, offset) => ({
      ...whole,
      startColumnIndex: area.startColumn + offset,
      endColumnIndex: area.startColumn + offset + 1,
    }));
  }
  return [whole];
}
