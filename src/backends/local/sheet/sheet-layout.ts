import { columnLetters } from '../../../core/sheet/column-letters.ts';
import { excelLastColumn, excelLastRow } from '../../../office-package/bounds.ts';
import { PackageFault } from '../../../office-package/package-fault.ts';
import {
  attributesOf,
  findElement,
  findElements,
  localName,
  nextTag,
  rawAttribute,
  tagsOf,
} from '../../../office-package/xml-scan.ts';
import { type Area, isWithin, parseArea, type Sheet } from './sheet-scan.ts';

/** More merged areas and array formulas than any sheet that people work in has. */
const mostAreas = 100_000;

export interface CellPosition {
  readonly row: number;
  readonly column: number;
}

/** What a worksheet part says around its cells: column styles, merges, arrays, and how far it reaches. */
export interface SheetLayout {
  columnStyle(column: number): number | undefined;
  /** Whether a cell may be written by itself: not hidden inside a merge, not part of an array formula. */
  isFree(place: CellPosition): boolean;
  /** Notes that a cell is filled now. */
  grow(place: CellPosition): void;
  /** The `dimension` put right; `undefined` when it still holds. */
  dimension(): { start: number; end: number; text: string } | undefined;
}

export const openSheetLayout = (sheet: Sheet): SheetLayout => {
  const columns = columnStyles(sheet);
  const mergesIn = byRow(mergesOf(sheet));
  const arraysIn = byRow(arraysOf(sheet));
  const stated = dimensionOf(sheet);
  let reach = stated?.area;
  return {
    columnStyle: (column) =>
      columns.find(({ first, last }) => column >= first && column <= last)?.style,
    isFree: ({ row, column }) =>
      isCell(row, excelLastRow) &&
      isCell(column, excelLastColumn) &&
      !mergesIn(row).some((area) => isWithin(area, row, column) && !isFirst(area, row, column)) &&
      !arraysIn(row).some((area) => isWithin(area, row, column)),
    grow({ row, column }) {
      if (reach === undefined || isWithin(reach, row, column)) return;
      reach = {
        firstRow: Math.min(reach.firstRow, row),
        lastRow: Math.max(reach.lastRow, row),
        firstColumn: Math.min(reach.firstColumn, column),
        lastColumn: Math.max(reach.lastColumn, column),
      };
    },
    dimension() {
      if (stated === undefined || reach === undefined || reach === stated.area) return undefined;
      const from = `${columnLetters(reach.firstColumn)}${reach.firstRow}`;
      const to = `${columnLetters(reach.lastColumn)}${reach.lastRow}`;
      return { start: stated.start, end: stated.end, text: `${from}:${to}` };
    },
  };
};

/** The areas that touch a row; each row is looked up once, however many of its cells are asked about. */
const byRow = (areas: readonly Area[]): ((row: number) => readonly Area[]) => {
  const known = new Map<number, readonly Area[]>();
  return (row) => {
    const found =
      known.get(row) ?? areas.filter(({ firstRow, lastRow }) => firstRow <= row && row <= lastRow);
    known.set(row, found);
    return found;
  };
};

const isCell = (number: number, last: number): boolean =>
  Number.isInteger(number) && number >= 1 && number <= last;

const isFirst = (area: Area, row: number, column: number): boolean =>
  row === area.firstRow && column === area.firstColumn;

const columnStyles = ({
  xml,
  data,
}: Sheet): readonly { first: number; last: number; style: number }[] => {
  const list = findElement(xml, 'cols', 0, data.start);
  if (list === undefined) return [];
  return findElements(xml, 'col', list.open.end, list.contentEnd).flatMap(({ open }) => {
    const style = rawAttribute(xml, open, 'style');
    if (style === undefined) return [];
    const first = Number(rawAttribute(xml, open, 'min'));
    return [
      {
        first,
        last: Number(rawAttribute(xml, open, 'max')),
        style: Number(style),
      },
    ];
  });
};

/** The merges stand behind the cells; the last `mergeCells` of the part is looked for from its end. */
const mergesOf = ({ xml, prefix, data }: Sheet): readonly Area[] => {
  const start = xml.lastIndexOf(`<${prefix}mergeCells`);
  if (start < data.start) return [];
  const areas: Area[] = [];
  for (const tag of tagsOf(xml, start)) {
    if (tag.kind === 'close' && localName(tag.name) === 'mergeCells') break;
    const area = parseArea(rawAttribute(xml, tag, 'ref') ?? '');
    if (localName(tag.name) === 'mergeCell' && area !== undefined) areas.push(area);
    if (areas.length > mostAreas)
      throw new PackageFault('too-large', 'it has too many merged cells');
  }
  return areas;
};

const arraysOf = ({ xml, prefix }: Sheet): readonly Area[] => {
  const areas: Area[] = [];
  const mark = `<${prefix}f `;
  for (let at = xml.indexOf(mark); at >= 0; at = xml.indexOf(mark, at + 1)) {
    const tag = nextTag(xml, at);
    if (tag === undefined) break;
    if (!['array', 'dataTable'].includes(rawAttribute(xml, tag, 't') ?? '')) continue;
    const area = parseArea(rawAttribute(xml, tag, 'ref') ?? '');
    if (
      area !== undefined &&
      (area.lastRow > area.firstRow || area.lastColumn > area.firstColumn)
    ) {
      areas.push(area);
    }
    if (areas.length > mostAreas) throw new PackageFault('too-large', 'it has too many formulas');
  }
  return areas;
};

const dimensionOf = ({
  xml,
  data,
}: Sheet): { area: Area; start: number; end: number } | undefined => {
  const dimension = findElement(xml, 'dimension', 0, data.start);
  if (dimension === undefined) return undefined;
  const reference = [...attributesOf(xml, dimension.open)].find(({ name }) => name === 'ref');
  if (reference === undefined) return undefined;
  const area = parseArea(xml.slice(reference.valueStart, reference.valueEnd));
  return area && { area, start: reference.valueStart, end: reference.valueEnd };
};
