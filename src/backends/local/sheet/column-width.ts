/** How wide a column is, and which look its cells take on. */
import { findElement, findElements, rawAttribute } from '../../../office-package/xml-scan.ts';
import type { NewColumn } from './new-column.ts';
import type { Sheet } from './sheet-scan.ts';
import { withAttribute } from './styles.ts';
import { inserted } from './xml-list.ts';

/** A column may be one of several that an element speaks of; the others keep what it says. */
export const withWidth = (
  { xml, prefix, data }: Sheet,
  { column, width, folds }: NewColumn,
  style: number,
): string => {
  const ours = `<${prefix}col min="${column}" max="${column}" width="${width}" style="${style}" customWidth="1"${folds ? ' outlineLevel="1"' : ''}/>`;
  const list = findElement(xml, 'cols', 0, data.start);
  if (list === undefined || list.open.kind === 'empty') {
    const text = `<${prefix}cols>${ours}</${prefix}cols>`;
    const at = list?.open ?? { start: data.start, end: data.start };
    return xml.slice(0, at.start) + text + xml.slice(at.end);
  }
  const items = findElements(xml, 'col', list.open.end, list.contentEnd).map((item) => ({
    item,
    first: Number(rawAttribute(xml, item.open, 'min')),
    last: Number(rawAttribute(xml, item.open, 'max')),
  }));
  const around = items.find(({ first, last }) => first <= column && column <= last);
  if (around === undefined) {
    const next = items.find(({ first }) => first > column);
    return inserted(xml, next?.item.open.start ?? list.contentEnd, ours);
  }
  const { item, first, last } = around;
  const text = xml.slice(item.open.start, item.end);
  const part = (min: number, max: number): string =>
    min > max ? '' : withAttribute(withAttribute(text, 'min', `${min}`), 'max', `${max}`);
  return (
    xml.slice(0, item.open.start) +
    part(first, column - 1) +
    ours +
    part(column + 1, last) +
    xml.slice(item.end)
  );
};
