import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { invalid } from '../api-error.ts';
import { assign, parseFieldMask } from '../field-mask.ts';
import { cellChange } from './cell-fields.ts';
import { clip, positions, putCell, sheetById } from './draft.ts';
import { answeredRange, fromGridRange } from './grid-range.ts';
import { type Handlers, maskOf, silent } from './handler.ts';
import type { Spreadsheet } from './model.ts';
import { refuseProtected } from './protection.ts';

type NamedRange = sheets_v4.Schema$NamedRange;

/** Requests about ranges that have a name or a drop-down. */
export const rangeRequests: Handlers = {
  addNamedRange: (draft, { addNamedRange }, { mint }) => {
    const given = addNamedRange?.namedRange ?? {};
    refuseTakenName(draft.namedRanges, given);
    const namedRange = { namedRangeId: String(mint.number()), ...given };
    draft.namedRanges = [...draft.namedRanges, namedRange];
    return {
      addNamedRange: { namedRange: { ...namedRange, range: answeredRange(given.range ?? {}) } },
    };
  },
  updateNamedRange: silent((draft, { updateNamedRange }) => {
    const { namedRange, fields } = updateNamedRange ?? {};
    const present = namedRangeById(draft, namedRange?.namedRangeId);
    const changed: NamedRange = assign(present, namedRange, maskOf(fields));
    const others = draft.namedRanges.filter((each) => each !== present);
    refuseTakenName(others, changed);
    const { namedRangeId } = present;
    draft.namedRanges = draft.namedRanges.map((each) =>
      each === present ? { ...changed, ...(namedRangeId && { namedRangeId }) } : each,
    );
  }),
  deleteNamedRange: silent((draft, { deleteNamedRange }) => {
    const gone = namedRangeById(draft, deleteNamedRange?.namedRangeId);
    draft.namedRanges = draft.namedRanges.filter((each) => each !== gone);
  }),
  setDataValidation: silent((draft, { setDataValidation }, { caller }) => {
    const { range, rule } = setDataValidation ?? {};
    const sheet = sheetById(draft, range?.sheetId);
    const area = clip(sheet, fromGridRange(range ?? {}));
    refuseProtected(sheet, area, caller);
    const changed = cellChange(parseFieldMask('dataValidation'));
    const given = rule ? { dataValidation: rule } : {};
    for (const at of positions(area)) {
      putCell(sheet, at, changed(sheet.rows[at.row]?.[at.column], given));
    }
  }),
};

function refuseTakenName(present: readonly NamedRange[], { name }: NamedRange): void {
  if (present.some((each) => each.name === name)) {
    throw invalid(`A named range with name: ${name} already exists.`);
  }
}

function namedRangeById(draft: Spreadsheet, id: string | null | undefined): NamedRange {
  const found = draft.namedRanges.find((each) => each.namedRangeId === id);
  if (!found) throw invalid(`No named range with id: ${id}`);
  return found;
}
