import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { assign, type FieldMask } from '../field-mask.ts';
import { asStyles, styleMask } from './colour-styles.ts';
import type { Cell } from './model.ts';

/** A cell in which the fields of the mask are as given; the others stay. */
export function changedCell(
  cell: Cell | undefined,
  given: sheets_v4.Schema$CellData | undefined,
  mask: FieldMask,
): Cell {
  return assign(cell, asStyles(given), styleMask(mask)) as Cell;
}
