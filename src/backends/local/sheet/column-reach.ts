/** Lets the colours and the filter of a tab reach a column that is new in it. */
import { columnLetters } from '../../../core/sheet/column-letters.ts';
import { attributesOf, localName } from '../../../office-package/xml-scan.ts';
import { areasOf, behindCells, filterIn } from './behind-cells.ts';
import { downFrom, type NewColumn } from './new-column.ts';
import { type Area, isWithin, type Sheet } from './sheet-scan.ts';
import { inserted } from './xml-list.ts';

/**
 * A rule of colour that all fellows of a column share holds for it too: so do the lines and tints of filled rows, as the
 * office has them now.
 */
export const withTints = (sheet: Sheet, { row, column, lastRow, fellows }: NewColumn): string => {
  if (fellows.length < 2) return sheet.xml;
  let { xml } = sheet;
  for (const { open } of behindCells(sheet).toReversed()) {
    if (localName(open.name) !== 'conditionalFormatting') continue;
    const reference = [...attributesOf(xml, open)].find(({ name }) => name === 'sqref');
    if (reference === undefined) continue;
    const areas = areasOf(xml.slice(reference.valueStart, reference.valueEnd));
    const covers = (each: number): boolean =>
      areas.some((area) => area !== undefined && isWithin(area, row + 1, each));
    const begins = areas.every((area) => area?.firstRow === row + 1);
    if (!begins || covers(column) || !fellows.every(covers)) continue;
    xml = inserted(xml, reference.valueEnd, ` ${downFrom({ row, column, lastRow })}`);
  }
  return xml;
};

/** A filter that ends before a column would sort the others without it, and its cells end up beside other rows. */
export const withFilter = (sheet: Sheet, columns: readonly NewColumn[]): string => {
  const { xml } = sheet;
  const filter = filterIn(sheet);
  if (filter === undefined) return xml;
  const wide = widened(filter.area, columns);
  return wide === undefined ? xml : xml.slice(0, filter.start) + wide + xml.slice(filter.end);
};

/** The filter's reference, reaching these columns too; `undefined` where it does already, or is about something else. */
export const widened = (area: Area, columns: readonly NewColumn[]): string | undefined => {
  const last = Math.max(...columns.map(({ column }) => column));
  if (last <= area.lastColumn || columns.some(({ row }) => row !== area.firstRow)) return undefined;
  return `${columnLetters(area.firstColumn)}${area.firstRow}:${columnLetters(last)}${area.lastRow}`;
};
