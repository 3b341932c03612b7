import { attributesOf, isOn, rawAttribute } from '../../../office-package/xml-scan.ts';
import type { RowPlace, Sheet } from './sheet-scan.ts';

/** The style that new cells of a row take; `undefined` when the row has none of its own. */
export const rowStyleOf = ({ xml }: Sheet, { open }: RowPlace): number | undefined => {
  const style = rawAttribute(xml, open, 's');
  return style !== undefined && isOn(rawAttribute(xml, open, 'customFormat'))
    ? Number(style)
    : undefined;
};

/** The row's `spans` widened to these columns; `undefined` when there is nothing to widen. */
export const withSpan = (
  { xml }: Sheet,
  { open }: RowPlace,
  columns: readonly number[],
): { start: number; end: number; text: string } | undefined => {
  const spans = [...attributesOf(xml, open)].find(({ name }) => name === 'spans');
  if (spans === undefined || columns.length === 0) return undefined;
  const before = xml.slice(spans.valueStart, spans.valueEnd);
  const bounds = before.split(/[ :]/).map(Number);
  if (bounds.some(Number.isNaN)) return undefined;
  const low = Math.min(...bounds, ...columns);
  const high = Math.max(...bounds, ...columns);
  if (low === Math.min(...bounds) && high === Math.max(...bounds)) return undefined;
  return {
    start: spans.valueStart,
    end: spans.valueEnd,
    text: `${low}:${high}`,
  };
};
