/** Which remarks of a pass, beside rows without a number and in other tabs, can go back to what stood there. */
import type { Workbook } from '../../backends/backend.ts';
import type { CellEdit, Locate } from '../../core/sheet/edits.ts';
import { asRead } from '../../core/sheet/snapshot.ts';

export interface RemarksToUndo {
  readonly back: readonly CellEdit[];
  /** So many are left: rows are filled alike, and which of them was written to cannot be told. */
  readonly unclear: number;
}

/** Asks nothing of the workbook where there are none. */
export const remarksToUndo = async (
  workbook: Pick<Workbook, 'read'>,
  remarks: readonly CellEdit[],
  locate: Locate,
): Promise<RemarksToUndo> => {
  if (remarks.length === 0) return { back: [], unclear: 0 };
  const { tabs } = await workbook.read();
  const isClear = ({ tab: name, address }: CellEdit): boolean => {
    const tab = tabs.find((each) => each.name === name);
    return (
      tab === undefined ||
      address.kind !== 'filled' ||
      locate(tab).rowsFilled(address.filling).length < 2
    );
  };
  const clear = remarks.filter(isClear);
  return { back: clear.map(takenBackAs), unclear: remarks.length - clear.length };
};

/** Where it does not read as it was written, somebody changed it since. */
const takenBackAs = ({ was, becomes, ...where }: CellEdit): CellEdit => ({
  ...where,
  was: asRead(becomes),
  becomes: was,
});
