import { columnLetters } from '../../../core/sheet/column-letters.ts';
import { asRead, type CellContent } from '../../../core/sheet/snapshot.ts';
import { attributesOf, rawAttribute } from '../../../office-package/xml-scan.ts';
import { decodeText } from '../../../office-package/xml-text.ts';
import { type CellLinks, openCellLinks } from './cell-links.ts';
import { type CellMarkup, fitsCell, markupFor } from './cell-markup.ts';
import { type CellKey, readCell, shiftOf } from './cell-value.ts';
import { openSheetLayout, type SheetLayout } from './sheet-layout.ts';
import { rowStyleOf, withSpan } from './sheet-row.ts';
import {
  type CellPlace,
  parseArea,
  type RowPlace,
  type Sheet,
  visitCells,
  visitRows,
} from './sheet-scan.ts';
import type { Styles } from './styles.ts';

/** A cell to be written; rows and columns count from 1. At most one for each cell. */
export interface NewCell {
  readonly row: number;
  readonly column: number;
  readonly content: CellContent;
  /** Instead of the style that the cell has, or would take on. */
  readonly style?: number;
}

export interface EditedSheet {
  /** The part as it should be; `undefined` when every cell already holds what it should. */
  readonly xml: string | undefined;
  /** The part with what the sheet refers to, where that changed. */
  readonly relations: string | undefined;
  /** The changes that the sheet would not take. */
  readonly refused: ReadonlySet<NewCell>;
  /** A formula was overwritten by something that is none. */
  readonly lostFormula: boolean;
}

/** Raw text that replaces what stands from `start` to `end`. */
interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The state of one edit of a sheet while it goes from row to row. */
interface Edit {
  readonly sheet: Sheet;
  readonly key: CellKey;
  readonly styles: Styles | undefined;
  readonly layout: SheetLayout;
  readonly links: CellLinks;
  readonly splices: Splice[];
  readonly refused: Set<NewCell>;
  lostFormula: boolean;
}

/**
 * Puts contents into cells of a worksheet part and leaves every other byte of it as it is.
 *
 * Cells keep their style unless told another, new ones take that of their row or column; a serial gets a date format
 * if the style has none. Cells that would tear something apart (inside a merge, part of an array or shared formula) are refused.
 */
export const editSheet = (
  sheet: Sheet,
  changes: readonly NewCell[],
  {
    key,
    styles,
    relations,
  }: { key: CellKey; styles: Styles | undefined; relations: string | undefined },
): EditedSheet => {
  const layout = openSheetLayout(sheet);
  const edit: Edit = {
    sheet,
    key,
    styles,
    layout,
    links: openCellLinks(sheet, relations),
    splices: [],
    lostFormula: false,
    refused: new Set(
      changes.filter((change) => !fitsCell(change.content) || !layout.isFree(change)),
    ),
  };
  const rows = byRow(changes.filter((change) => !edit.refused.has(change)));
  let next = 0;
  const upTo = (number: number): string => {
    let text = '';
    for (; (rows[next]?.number ?? Number.POSITIVE_INFINITY) < number; next += 1) {
      text += newRow(edit, rows[next]?.changes ?? []);
    }
    return text;
  };
  const end = visitRows(sheet, (row) => {
    insert(edit, row.open.start, upTo(row.number));
    const due = rows[next];
    if (due?.number !== row.number) return undefined;
    next += 1;
    return editRow(edit, row, due.changes);
  });
  insertInto(edit, sheet.data, end, upTo(Number.POSITIVE_INFINITY));
  const links = edit.links.changed();
  if (links !== undefined) edit.splices.push(links.splice);
  return {
    xml: spliced(edit),
    relations: links?.relations,
    refused: edit.refused,
    lostFormula: edit.lostFormula,
  };
};

const byRow = (
  changes: readonly NewCell[],
): readonly { number: number; changes: readonly NewCell[] }[] => {
  const rows = new Map<number, NewCell[]>();
  for (const change of changes) {
    const row = rows.get(change.row);
    if (row === undefined) rows.set(change.row, [change]);
    else row.push(change);
  }
  return [...rows]
    .map(([number, cells]) => ({
      number,
      changes: cells.toSorted((a, b) => a.column - b.column),
    }))
    .sort((a, b) => a.number - b.number);
};

const newRow = (edit: Edit, changes: readonly NewCell[]): string => {
  const cells = changes.map((change) => newCell(edit, change, undefined)).join('');
  const { prefix } = edit.sheet;
  return cells === '' ? '' : `<${prefix}row r="${changes[0]?.row}">${cells}</${prefix}row>`;
};

const editRow = (edit: Edit, row: RowPlace, changes: readonly NewCell[]): number => {
  const { sheet } = edit;
  const rowStyle = rowStyleOf(sheet, row);
  const added: NewCell[] = [];
  let next = 0;
  const upTo = (column: number): string => {
    let text = '';
    for (; next < changes.length; next += 1) {
      const change = changes[next];
      if (change === undefined || change.column >= column) break;
      const cell = newCell(edit, change, rowStyle);
      if (cell !== '') added.push(change);
      text += cell;
    }
    return text;
  };
  const end = visitCells(sheet, row, (cell) => {
    insert(edit, cell.open.start, upTo(cell.column));
    const change = changes[next];
    if (change?.column !== cell.column) return;
    next += 1;
    replaceCell(edit, cell, change);
  });
  insertInto(edit, row.open, end, upTo(Number.POSITIVE_INFINITY));
  const span = withSpan(
    sheet,
    row,
    added.map(({ column }) => column),
  );
  if (span !== undefined) edit.splices.push(span);
  return end;
};

const newCell = (edit: Edit, change: NewCell, rowStyle: number | undefined): string => {
  const { sheet, layout, links } = edit;
  if (asRead(change.content) === '') {
    links.put(change, undefined);
    return '';
  }
  const base = rowStyle ?? layout.columnStyle(change.column);
  const style = change.style ?? styleFor(edit, change.content, base);
  const markup = markupFor(change.content, {
    prefix: sheet.prefix,
    shift: shiftOf(style, edit.key),
  });
  layout.grow(change);
  links.put(change, markup.link);
  return element(sheet, {
    attributes: ` r="${columnLetters(change.column)}${change.row}"`,
    style,
    markup,
  });
};

const replaceCell = (edit: Edit, cell: CellPlace, change: NewCell): void => {
  const { sheet, key } = edit;
  const { content } = change;
  if (isHeadOfSharedFormula(sheet, cell)) {
    edit.refused.add(change);
    return;
  }
  const style = change.style ?? styleFor(edit, content, cell.style);
  const markup = markupFor(content, {
    prefix: sheet.prefix,
    shift: shiftOf(style, key),
  });
  edit.links.put(change, markup.link);
  const same =
    readCell(sheet, cell, key) === asRead(content) &&
    style === cell.style &&
    formulaOf(sheet, cell) === markup.formula;
  if (same) return;
  edit.lostFormula ||= cell.formula !== undefined && markup.formula === undefined;
  if (markup.inside !== '') edit.layout.grow(change);
  const attributes = keptAttributes(sheet, cell);
  edit.splices.push({
    start: cell.open.start,
    end: cell.end,
    text: element(sheet, { attributes, style, markup }),
  });
};

const formulaOf = ({ xml }: Sheet, { formula }: CellPlace): string | undefined =>
  formula && decodeText(xml.slice(formula.open.end, formula.contentEnd));

/** Later cells of a shared formula point to the one that spells it out. */
const isHeadOfSharedFormula = ({ xml }: Sheet, { formula }: CellPlace): boolean => {
  if (formula === undefined) return false;
  const area = parseArea(rawAttribute(xml, formula.open, 'ref') ?? '');
  return area !== undefined && (area.lastRow > area.firstRow || area.lastColumn > area.firstColumn);
};

const styleFor = (
  { styles }: Edit,
  content: CellContent,
  base: number | undefined,
): number | undefined => {
  if (typeof content !== 'object' || content.kind !== 'serial' || styles === undefined) return base;
  return styles.isDate(base ?? 0) ? base : styles.dateStyle(base ?? 0, content.show);
};

/** Whatever the cell says about itself, but its style, its kind and what belonged to the old value. */
const keptAttributes = ({ xml }: Sheet, { open }: CellPlace): string =>
  [...attributesOf(xml, open)]
    .filter(({ name }) => !['s', 't', 'cm', 'vm'].includes(name))
    .map(({ start, end }) => ` ${xml.slice(start, end)}`)
    .join('');

const element = (
  { prefix }: Sheet,
  cell: { attributes: string; style: number | undefined; markup: CellMarkup },
): string => {
  const style = cell.style === undefined ? '' : ` s="${cell.style}"`;
  const type = cell.markup.type === undefined ? '' : ` t="${cell.markup.type}"`;
  const begin = `<${prefix}c${cell.attributes}${style}${type}`;
  const { inside } = cell.markup;
  return inside === '' ? `${begin}/>` : `${begin}>${inside}</${prefix}c>`;
};

const insert = (edit: Edit, at: number, text: string): void => {
  if (text !== '') edit.splices.push({ start: at, end: at, text });
};

/** Inserts at the end of an element's content, opening `<row/>` when it must. */
const insertInto = (edit: Edit, open: RowPlace['open'], contentEnd: number, text: string): void => {
  if (text === '') return;
  if (open.kind !== 'empty') insert(edit, contentEnd, text);
  else {
    const start = edit.sheet.xml.lastIndexOf('/', open.end);
    edit.splices.push({
      start,
      end: open.end,
      text: `>${text}</${open.name}>`,
    });
  }
};

const spliced = ({ sheet: { xml }, layout, splices }: Edit): string | undefined => {
  if (splices.length === 0) return undefined;
  const dimension = layout.dimension();
  const inOrder = [...splices, ...(dimension === undefined ? [] : [dimension])].sort(
    (a, b) => a.start - b.start,
  );
  let text = '';
  let at = 0;
  for (const splice of inOrder) {
    text += xml.slice(at, splice.start) + splice.text;
    at = splice.end;
  }
  return text + xml.slice(at);
};
