import { invalid } from '../api-error.ts';
import type { Area } from './a1-range.ts';
import { fromGridRange, overlap } from './grid-range.ts';
import type { Sheet } from './model.ts';

/** Who writes, and whether the file is theirs: an owner may write anywhere. */
export type Writer = { readonly email: string; readonly isOwner: boolean };

/** Refuses to touch cells that are protected against this writer; protections that only warn do not count. */
export function refuseProtected(sheet: Sheet, area: Area, writer: Writer): void {
  if (writer.isOwner) return;
  for (const range of sheet.protectedRanges) {
    const mayEdit = range.editors?.users?.includes(writer.email) ?? false;
    if (range.warningOnly || mayEdit) continue;
    if (overlap(fromGridRange(range.range ?? {}), area)) {
      throw invalid(
        'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
      );
    }
  }
}
