import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { type Area, parseA1 } from '../sheets/a1-range.ts';
import { clip, sheetByTitle } from '../sheets/draft.ts';
import { enteredValue } from '../sheets/entered-value.ts';
import { customsOf } from '../sheets/locale.ts';
import {
  type Cell,
  columnCount,
  localeOf,
  rowCount,
  type Sheet,
  type Spreadsheet,
} from '../sheets/model.ts';
import { type Located, locateName } from '../sheets/resolve-range.ts';
import { serialOfInstant } from '../sheets/serial-date.ts';
import { scalarAt } from './broadcast.ts';
import { evaluate } from './evaluate.ts';
import {
  FormulaError,
  type FormulaValue,
  firstOf,
  type Grid,
  isGrid,
  type Scalar,
  textOf,
  widthOf,
} from './formula-value.ts';
import { mayComeToMany } from './many-cells.ts';
import { parseFormula } from './parse-formula.ts';
import { resultFormatOf } from './result-format.ts';
import type { Scope } from './scope.ts';
import type { Expression } from './syntax.ts';

/** A cell by its place in the spreadsheet. */
export type Place = { readonly sheet: Sheet; readonly row: number; readonly column: number };

/** What the formula of a cell comes to, and how it is shown there. */
export type Result = {
  readonly value: FormulaValue;
  readonly format: sheets_v4.Schema$NumberFormat | undefined;
  readonly link: string | undefined;
};

const unreadable: Result = {
  value: new FormulaError('#ERROR!', 'Formula parse error.'),
  format: undefined,
  link: undefined,
};

/**
 * The formulas of a spreadsheet as it is at one moment, each calculated when it is first asked for.
 *
 * It goes by the state in which it finds the spreadsheet: after a change another one must be made.
 */
export class Calculation {
  readonly #spreadsheet: Spreadsheet;
  readonly #locale: string;
  readonly #decimal: '.' | ',';
  readonly #now: number;
  readonly #results = new Map<Sheet, Map<number, Result | 'running'>>();
  readonly #anchors = new Map<Sheet, readonly Place[]>();

  constructor(spreadsheet: Spreadsheet, nowMs: number) {
    this.#spreadsheet = spreadsheet;
    this.#locale = localeOf(spreadsheet);
    this.#decimal = customsOf(this.#locale).decimal;
    const timeZone = spreadsheet.properties.timeZone ?? 'Etc/GMT';
    this.#now = serialOfInstant(nowMs, timeZone);
  }

  /** What the formula of a cell comes to. */
  resultAt(place: Place): Result {
    const results = this.#results.get(place.sheet) ?? new Map<number, Result | 'running'>();
    this.#results.set(place.sheet, results);
    const key = place.row * mostColumns + place.column;
    const present = results.get(key);
    if (present === 'running') return circular;
    if (present) return present;
    results.set(key, 'running');
    const result = this.#calculated(place);
    results.set(key, result);
    return result;
  }

  /** The formulas of a tab that may fill more cells than their own. */
  anchorsOf(sheet: Sheet): readonly Place[] {
    const present = this.#anchors.get(sheet);
    if (present) return present;
    const anchors: Place[] = [];
    sheet.rows.forEach((cells, row) => {
      cells?.forEach((cell, column) => {
        const parsed = cell && this.#parsed(cell);
        if (parsed && mayComeToMany(parsed)) anchors.push({ sheet, row, column });
      });
    });
    this.#anchors.set(sheet, anchors);
    return anchors;
  }

  #parsed(cell: Cell): Expression | undefined {
    const formula = cell.userEnteredValue?.formulaValue;
    return typeof formula === 'string' ? parseFormula(formula, this.#decimal) : undefined;
  }

  #calculated(place: Place): Result {
    const cell = cellAt(place);
    const expression = cell && this.#parsed(cell);
    if (!expression) return unreadable;
    const scope = this.#scopeAt(place);
    const value = this.#fitted(place, this.#reduced(expression, scope));
    const format = resultFormatOf(expression, scope);
    const isLink = expression.kind === 'call' && expression.name === 'HYPERLINK';
    const address = isLink && expression.inputs[0] ? evaluate(expression.inputs[0], scope) : '';
    const link = textOf(firstOf(address));
    return { value, format, link: typeof link === 'string' && link !== '' ? link : undefined };
  }

  /** A range that nothing works through comes to the one of its cells that lies beside the formula. */
  #reduced(expression: Expression, scope: Scope): FormulaValue {
    const value = evaluate(expression, scope);
    if (!isGrid(value) || mayComeToMany(expression)) return value;
    const located = expression.kind === 'reference' ? scope.locate(expression.text) : undefined;
    return located && !(located instanceof FormulaError)
      ? scalarAt(value, located.area, scope.at)
      : firstOf(value);
  }

  /** Many values need room: nothing may stand in their way. */
  #fitted({ sheet, row, column }: Place, value: FormulaValue): FormulaValue {
    if (!isGrid(value)) return value;
    if (value.length <= 1 && widthOf(value) <= 1) return firstOf(value);
    const moreRows = row + value.length - rowCount(sheet);
    const moreColumns = column + widthOf(value) - columnCount(sheet);
    if (moreRows > 0) return noRoom(`rows (${moreRows})`);
    if (moreColumns > 0) return noRoom(`columns (${moreColumns})`);
    for (const [down, cells] of value.entries()) {
      for (const across of cells.keys()) {
        const isOwn = down === 0 && across === 0;
        if (isOwn || !sheet.rows[row + down]?.[column + across]?.userEnteredValue) continue;
        return new FormulaError(
          '#REF!',
          `Array result was not expanded because it would overwrite data in row ${row + down + 1}, column ${column + across + 1}.`,
        );
      }
    }
    return value;
  }

  #scopeAt({ sheet, row, column }: Place): Scope {
    return {
      locale: this.#locale,
      decimal: this.#decimal,
      now: this.#now,
      at: { row, column },
      isArray: false,
      locate: (reference) => this.#locate(reference, sheet),
      valuesOf: (located) => this.#valuesOf(located),
      formatAt: (located) => this.#formatAt(located),
      numberOf: (value) => this.#numberOf(value),
      evaluate,
    };
  }

  #locate(reference: string, own: Sheet): Located | FormulaError {
    const parsed = parseA1(reference);
    if (parsed.kind === 'word') {
      const named = locateName(this.#spreadsheet, parsed);
      if (named) return onGrid(named);
      return new FormulaError('#NAME?', `Unknown range name: '${parsed.word.toUpperCase()}'.`);
    }
    const sheet = parsed.title === undefined ? own : sheetByTitle(this.#spreadsheet, parsed.title);
    if (!sheet || parsed.kind === 'tab') return unresolved(parsed.title ?? reference);
    return onGrid({ sheet, area: parsed.area });
  }

  #valuesOf({ sheet, area }: Located): Grid {
    return Array.from({ length: area.endRow - area.startRow }, (_, down) =>
      Array.from({ length: area.endColumn - area.startColumn }, (__, across) =>
        this.#valueAt({ sheet, row: area.startRow + down, column: area.startColumn + across }),
      ),
    );
  }

  #valueAt(place: Place): Scalar {
    const entered = cellAt(place)?.userEnteredValue;
    if (!entered) return this.#spilledAt(place);
    if (typeof entered.formulaValue === 'string') return firstOf(this.resultAt(place).value);
    return entered.numberValue ?? entered.boolValue ?? entered.stringValue ?? undefined;
  }

  /** What a formula further up or to the left fills an empty cell with. */
  #spilledAt({ sheet, row, column }: Place): Scalar {
    for (const anchor of this.anchorsOf(sheet)) {
      if (anchor.row > row || anchor.column > column) continue;
      const { value } = this.resultAt(anchor);
      if (!isGrid(value)) continue;
      const cells = value[row - anchor.row];
      if (cells && column - anchor.column < cells.length) return cells[column - anchor.column];
    }
    return undefined;
  }

  #formatAt({ sheet, area }: Located): sheets_v4.Schema$NumberFormat | undefined {
    const place = { sheet, row: area.startRow, column: area.startColumn };
    const cell = cellAt(place);
    const given = cell?.userEnteredFormat?.numberFormat;
    if (given || typeof cell?.userEnteredValue?.formulaValue !== 'string') return given;
    return this.resultAt(place).format;
  }

  #numberOf(value: Scalar): number | FormulaError {
    if (value instanceof FormulaError || typeof value === 'number') return value;
    if (typeof value !== 'string') return value === true ? 1 : 0;
    const read = enteredValue(value, this.#locale).value.numberValue;
    if (typeof read === 'number') return read;
    return new FormulaError(
      '#VALUE!',
      `Function expects number values. But '${value}' is a text and cannot be coerced to a number.`,
    );
  }
}

/** No tab has more columns than this. */
const mostColumns = 18_278;

const circular: Result = {
  value: new FormulaError(
    '#REF!',
    'Circular dependency detected. To resolve with iterative calculation, see File > Settings.',
  ),
  format: undefined,
  link: undefined,
};

const noRoom = (lines: string): FormulaError =>
  new FormulaError('#REF!', `Result was not automatically expanded, please insert more ${lines}.`);

const unresolved = (title: string): FormulaError =>
  new FormulaError('#REF!', `Unresolved sheet name '${title}'.`);

const cellAt = ({ sheet, row, column }: Place): Cell | undefined => sheet.rows[row]?.[column];

function onGrid({ sheet, area }: Located): Located | FormulaError {
  const clipped: Area = clip(sheet, area);
  const isThere = clipped.startRow < clipped.endRow && clipped.startColumn < clipped.endColumn;
  return isThere
    ? { sheet, area: clipped }
    : new FormulaError('#REF!', 'Reference does not exist.');
}
