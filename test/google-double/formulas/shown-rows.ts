import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Cell, Sheet, ShownCell, Spreadsheet } from '../sheets/model.ts';
import { Calculation, type Place, type Result } from './calculation.ts';
import { type ErrorCode, FormulaError, firstOf, isGrid, type Scalar } from './formula-value.ts';

type ShownRow = readonly (ShownCell | undefined)[];

/**
 * The rows of a tab as people see them: every formula with what it comes to, and the cells that it fills besides.
 *
 * A tab without formulas is its own rows, at no cost.
 */
export function shownRows(
  spreadsheet: Spreadsheet,
  sheet: Sheet,
  nowMs: number,
): readonly (ShownRow | undefined)[] {
  if (!sheet.rows.some((row) => row?.some(isFormula))) return sheet.rows;
  const calculation = new Calculation(spreadsheet, nowMs);
  const rows = sheet.rows.map((cells, row) =>
    cells?.some(isFormula)
      ? Array.from(cells, (cell, column) =>
          isFormula(cell) ? shown(cell, calculation.resultAt({ sheet, row, column })) : cell,
        )
      : cells,
  );
  for (const anchor of calculation.anchorsOf(sheet)) {
    fill(rows, anchor, calculation.resultAt(anchor));
  }
  return rows;
}

const isFormula = (cell: Cell | undefined): boolean =>
  typeof cell?.userEnteredValue?.formulaValue === 'string';

const shown = (cell: Cell | undefined, { value, format, link }: Result): ShownCell => ({
  ...cell,
  comesTo: {
    value: extendedValue(firstOf(value)),
    ...(format && { format }),
    ...(link !== undefined && { link }),
  },
});

/** Puts the further values of a formula into the empty cells below it and to its right. */
function fill(
  rows: (ShownRow | undefined)[],
  { row, column }: Place,
  { value, format }: Result,
): void {
  if (!isGrid(value)) return;
  value.forEach((scalars, down) => {
    const cells = [...(rows[row + down] ?? [])];
    scalars.forEach((scalar, across) => {
      if (down === 0 && across === 0) return;
      const at = column + across;
      cells[at] = shown(cells[at], { value: scalar, format, link: undefined });
    });
    rows[row + down] = cells;
  });
}

const errorTypes: Readonly<Record<ErrorCode, string>> = {
  '#REF!': 'REF',
  '#N/A': 'N_A',
  '#VALUE!': 'VALUE',
  '#DIV/0!': 'DIVIDE_BY_ZERO',
  '#NAME?': 'NAME',
  '#NUM!': 'NUM',
  '#NULL!': 'NULL_VALUE',
  '#ERROR!': 'ERROR',
};

function extendedValue(scalar: Scalar): sheets_v4.Schema$ExtendedValue | undefined {
  if (scalar instanceof FormulaError) {
    return { errorValue: { type: errorTypes[scalar.code], message: scalar.message } };
  }
  switch (typeof scalar) {
    case 'number':
      return { numberValue: scalar };
    case 'string':
      return { stringValue: scalar };
    case 'boolean':
      return { boolValue: scalar };
    default:
      return undefined;
  }
}
