/** What stands in a worksheet part behind its cells: merges, colours, drop-downs, the filter, tables. */
import {
  attributesOf,
  elementOf,
  localName,
  nextTag,
  type RawElement,
} from '../../../office-package/xml-scan.ts';
import { type Area, parseArea, type Sheet } from './sheet-scan.ts';

/** Its elements from the cells on. */
export const behindCells = ({ xml, data }: Sheet): readonly RawElement[] => {
  const cells = elementOf(xml, data);
  const found = [cells];
  for (
    let tag = nextTag(xml, cells.end);
    tag !== undefined && tag.kind !== 'close';
    tag = nextTag(xml, found.at(-1)?.end ?? tag.end)
  ) {
    found.push(elementOf(xml, tag));
  }
  return found;
};

/** Where an element belongs that comes behind these and before all others. */
export const placeBehind = (sheet: Sheet, before: ReadonlySet<string>): number => {
  const behind = behindCells(sheet);
  const next = behind.find(({ open }) => !before.has(localName(open.name)));
  return next?.open.start ?? behind.at(-1)?.end ?? sheet.xml.length;
};

/** Source: ECMA-376 part 1, 18.3.1.99 worksheet, whose children stand in this order. */
export const beforeValidations: ReadonlySet<string> = new Set([
  'sheetData',
  'sheetCalcPr',
  'sheetProtection',
  'protectedRanges',
  'scenarios',
  'autoFilter',
  'sortState',
  'dataConsolidate',
  'customSheetViews',
  'mergeCells',
  'phoneticPr',
  'conditionalFormatting',
]);

/** A table of Excel's is sorted without what stands beside it. */
export const hasTables = (sheet: Sheet): boolean =>
  behindCells(sheet).some(
    ({ open }) => localName(open.name) === 'tableParts' && open.kind !== 'empty',
  );

export interface Filter {
  readonly area: Area;
  /** Where its reference stands in the part. */
  readonly start: number;
  readonly end: number;
}

/** The filter of a tab, whose arrows stand in the row of headers. */
export const filterIn = (sheet: Sheet): Filter | undefined => {
  const { xml } = sheet;
  const filter = behindCells(sheet).find(({ open }) => localName(open.name) === 'autoFilter');
  const reference =
    filter && [...attributesOf(xml, filter.open)].find(({ name }) => name === 'ref');
  const area = reference && parseArea(xml.slice(reference.valueStart, reference.valueEnd));
  return reference && area && { area, start: reference.valueStart, end: reference.valueEnd };
};

/** What an `sqref` lists; `undefined` for what cannot be read. */
export const areasOf = (references: string): readonly (Area | undefined)[] =>
  references
    .split(/\s+/)
    .filter((reference) => reference !== '')
    .map(parseArea);
