import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { invalid } from '../api-error.ts';
import type { Area } from './a1-range.ts';
import { answeredRange, fromGridRange, intersection, without } from './grid-range.ts';
import type { Dimension, Sheet } from './model.ts';

type ProtectedRange = sheets_v4.Schema$ProtectedRange;

/** Who asks, when, through which program, and whether the file is theirs: an owner may write anywhere. */
export type Caller = {
  readonly email: string;
  readonly program: string;
  readonly isOwner: boolean;
  /** The world's clock, by which formulas tell the day. */
  readonly nowMs: number;
};

/** Whether somebody may write there; a protection that only warns keeps nobody out. */
const mayEdit = (protection: ProtectedRange, caller: Caller): boolean =>
  caller.isOwner ||
  protection.warningOnly === true ||
  (protection.editors?.users?.includes(caller.email) ?? false);

const refusal = () =>
  invalid(
    'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
  );

/** Refuses to touch cells that are protected against this caller. */
export function refuseProtected(sheet: Sheet, area: Area, caller: Caller): void {
  const isProtected = sheet.protectedRanges.some((each) => {
    if (mayEdit(each, caller)) return false;
    const touched = intersection(fromGridRange(each.range ?? {}), area);
    return (
      touched !== undefined &&
      !isCovered(touched, (each.unprotectedRanges ?? []).map(fromGridRange))
    );
  });
  if (isProtected) throw refusal();
}

/** Refuses to change a protection, for somebody whom it keeps out. */
export function refuseUnlessEditor(protection: ProtectedRange, caller: Caller): void {
  if (!mayEdit(protection, caller)) throw refusal();
}

/** Refuses to take away or move lines of which some cell is protected against this caller. */
export function refuseProtectedLines(
  sheet: Sheet,
  {
    dimension,
    start,
    end,
  }: { readonly dimension: Dimension; readonly start: number; readonly end: number },
  caller: Caller,
): void {
  const whole = { startRow: 0, endRow: Infinity, startColumn: 0, endColumn: Infinity };
  const lines =
    dimension === 'ROWS'
      ? { ...whole, startRow: start, endRow: end }
      : { ...whole, startColumn: start, endColumn: end };
  refuseProtected(sheet, lines, caller);
}

/** A protection as an answer tells it: who may edit is told only to those who may. */
export function protectionAnswer(protection: ProtectedRange, caller: Caller): ProtectedRange {
  const { editors, requestingUserCanEdit: _was, ...shown } = protection;
  const answer = {
    ...shown,
    range: answeredRange(protection.range ?? {}),
    ...(protection.unprotectedRanges && {
      unprotectedRanges: protection.unprotectedRanges.map(answeredRange),
    }),
  };
  if (!mayEdit(protection, caller)) return answer;
  return { ...answer, requestingUserCanEdit: true, ...(editors && { editors }) };
}

/** Whether every cell of an area lies in one of the others. */
function isCovered(area: Area, by: readonly Area[]): boolean {
  const cover = by.find((each) => intersection(each, area));
  return cover !== undefined && without(area, cover).every((rest) => isCovered(rest, by));
}
