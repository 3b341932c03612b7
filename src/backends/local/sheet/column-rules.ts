/** Drop-downs, and the hints that appear on headers. */
import { columnLetters } from '../../../core/sheet/column-letters.ts';
import {
  findElements,
  localName,
  type RawElement,
  rawAttribute,
} from '../../../office-package/xml-scan.ts';
import { areasOf, beforeValidations, behindCells, placeBehind } from './behind-cells.ts';
import { choicesMarkup, promptMarkup } from './look-markup.ts';
import { downFrom, type NewColumn } from './new-column.ts';
import { type Area, parseArea, type Sheet } from './sheet-scan.ts';
import { childrenOf, inserted, withItems } from './xml-list.ts';

/** Where people have a rule of their own for one of the cells, it stays the only one. */
export const withRules = (sheet: Sheet, columns: readonly NewColumn[]): string => {
  const { xml, prefix } = sheet;
  const behind = behindCells(sheet);
  const taken = ruledAreas(xml, behind);
  const isFree = (reference: string): boolean => {
    const area = parseArea(reference);
    return area !== undefined && taken.every((each) => each !== undefined && !meet(each, area));
  };
  const items = columns.flatMap((column) => {
    const below = downFrom(column);
    const header = `${columnLetters(column.column)}${column.row}`;
    return [
      ...(column.choices && isFree(below) ? [choicesMarkup(below, column.choices, prefix)] : []),
      ...(isFree(header) ? [promptMarkup(header, column.hint, prefix)] : []),
    ].map(asRaw);
  });
  if (items.length === 0) return xml;
  const list = behind.find(({ open }) => localName(open.name) === 'dataValidations');
  if (list !== undefined) return withItems(xml, list, items);
  const at = placeBehind(sheet, beforeValidations);
  const text = `<${prefix}dataValidations count="${items.length}">${items.join('')}</${prefix}dataValidations>`;
  return inserted(xml, at, text);
};

/** Of drop-downs and other rules, those of newer Excels too; `undefined` where one cannot be read. */
const ruledAreas = (xml: string, behind: readonly RawElement[]): readonly (Area | undefined)[] =>
  behind.flatMap((element) => {
    const { open, contentEnd } = element;
    if (localName(open.name) === 'dataValidations') {
      return childrenOf(xml, element).flatMap((rule) =>
        areasOf(rawAttribute(xml, rule.open, 'sqref') ?? ''),
      );
    }
    if (localName(open.name) !== 'extLst') return [];
    return findElements(xml, 'dataValidation', open.end, contentEnd).flatMap((rule) =>
      findElements(xml, 'sqref', rule.open.end, rule.contentEnd).flatMap((each) =>
        areasOf(xml.slice(each.open.end, each.contentEnd)),
      ),
    );
  });

const meet = (a: Area, b: Area): boolean =>
  a.firstRow <= b.lastRow &&
  b.firstRow <= a.lastRow &&
  a.firstColumn <= b.lastColumn &&
  b.firstColumn <= a.lastColumn;

const asRaw = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');
