import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { assign, type FieldMask } from '../field-mask.ts';
import { asStyles, styleMask } from './colour-styles.ts';
import type { Cell } from './model.ts';

type Given = sheets_v4.Schema$CellData | undefined;
type Present = Cell | undefined;

/**
 * Makes cells in which the fields of the mask are as given; the others stay.
 *
 * Cells are never changed in place, so that what is given for a whole column is worked out once for all its empty cells.
 */
export function cellChange(mask: FieldMask): (cell: Present, given: Given) => Cell {
  const styled = styleMask(mask);
  const known = new Map<Given, { readonly styles: Given; readonly cells: Map<Present, Cell> }>();
  return (cell, given) => {
    const { styles, cells } = known.get(given) ?? { styles: asStyles(given), cells: new Map() };
    known.set(given, { styles, cells });
    const changed = cells.get(cell) ?? (assign(cell, styles, styled) as Cell);
    cells.set(cell, changed);
    return changed;
  };
}
