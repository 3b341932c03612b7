import { mostCells } from '../../../office-package/bounds.ts';
import { PackageFault } from '../../../office-package/package-fault.ts';
import { eachElement, elementOf, nextTag } from '../../../office-package/xml-scan.ts';
import { unescapeCellText } from './cell-text.ts';
import { textOfItem } from './sheet-scan.ts';

export interface SharedStrings {
  /** `undefined` when there is none of this number. */
  readonly at: (index: number) => string | undefined;
  /** From the first to the last, as they are spelled: one list that begins with another means the same by its numbers. */
  readonly spelled: string;
}

/**
 * The texts that cells refer to by number, from the raw text of their part.
 *
 * Noted is only where each begins; it is read when a cell asks for it, because a list can hold far more than the
 * cells use.
 *
 * @throws PackageFault when they are too many, or one is never closed.
 */
export const openSharedStrings = (xml: string): SharedStrings => {
  const starts: number[] = [];
  let last = 0;
  for (const { open, end } of eachElement(xml, 'si')) {
    if (starts.length >= mostCells(xml.length))
      throw new PackageFault('too-large', 'it has too many texts');
    starts.push(open.start);
    last = end;
  }
  const known = new Map<number, string>();
  return {
    at: (index) => {
      const start = starts[index];
      const open = start === undefined ? undefined : nextTag(xml, start);
      if (open === undefined) return undefined;
      const text = known.get(index) ?? unescapeCellText(textOfItem(xml, elementOf(xml, open)));
      known.set(index, text);
      return text;
    },
    spelled: xml.slice(starts[0] ?? last, last),
  };
};
