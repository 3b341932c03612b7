import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { invalid } from '../api-error.ts';
import { assign } from '../field-mask.ts';
import { sheetById } from './draft.ts';
import { type Handlers, maskOf, silent } from './handler.ts';
import type { Sheet, Spreadsheet } from './model.ts';
import { protectionAnswer, refuseUnlessEditor } from './protection.ts';

type ProtectedRange = sheets_v4.Schema$ProtectedRange;

/** Requests about ranges that not everybody may edit. */
export const protectionRequests: Handlers = {
  addProtectedRange: (draft, { addProtectedRange }, { mint, caller }) => {
    const given = addProtectedRange?.protectedRange ?? {};
    const range = given.range ?? rangeOfName(draft, given.namedRangeId);
    const sheet = sheetById(draft, range.sheetId);
    const protectedRangeId = given.protectedRangeId ?? mint.number();
    const { users = [], ...others } = given.editors ?? {};
    const owners = caller.isOwner ? [caller.email] : [];
    const editors = { ...others, users: [...new Set([...owners, ...(users ?? [])])] };
    const protectedRange = { ...given, range, protectedRangeId, editors };
    sheet.protectedRanges = [...sheet.protectedRanges, protectedRange];
    // As recorded: the reply does not name who protects yet, the next read does.
    const answer = { ...protectionAnswer(protectedRange, caller), requestingUserCanEdit: true };
    return { addProtectedRange: { protectedRange: { ...answer, editors: others } } };
  },
  updateProtectedRange: silent((draft, { updateProtectedRange }, { caller }) => {
    const { protectedRange, fields } = updateProtectedRange ?? {};
    const { sheet, protection } = protectionById(draft, protectedRange?.protectedRangeId);
    refuseUnlessEditor(protection, caller);
    const mask = maskOf(fields);
    sheet.protectedRanges = sheet.protectedRanges.map((each) =>
      each === protection ? assign(each, protectedRange, mask) : each,
    );
  }),
  deleteProtectedRange: silent((draft, { deleteProtectedRange }, { caller }) => {
    const { sheet, protection } = protectionById(draft, deleteProtectedRange?.protectedRangeId);
    refuseUnlessEditor(protection, caller);
    sheet.protectedRanges = sheet.protectedRanges.filter((each) => each !== protection);
  }),
};

function rangeOfName(
  draft: Spreadsheet,
  id: string | null | undefined,
): sheets_v4.Schema$GridRange {
  if (!id) return {};
  const named = draft.namedRanges.find((each) => each.namedRangeId === id);
  if (!named?.range) throw invalid(`No named range with id: ${id}`);
  return named.range;
}

function protectionById(
  draft: Spreadsheet,
  id: number | null | undefined,
): { readonly sheet: Sheet; readonly protection: ProtectedRange } {
  for (const sheet of draft.sheets) {
    const protection = sheet.protectedRanges.find((each) => each.protectedRangeId === id);
    if (protection) return { sheet, protection };
  }
  throw invalid(`No protected range with id: ${id ?? 0}`);
}
