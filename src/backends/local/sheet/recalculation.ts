import {
  attributeOf,
  elementOf,
  findElement,
  findElements,
  isOn,
  nextTag,
  prefixOf,
  rawAttribute,
} from '../../../office-package/xml-scan.ts';
import { decodeText } from '../../../office-package/xml-text.ts';
import { fixedLink } from './cell-value.ts';
import type { Sheet } from './sheet-scan.ts';
import { withAttribute } from './styles.ts';

/** Whether a sheet has formulas whose results may change when other cells do. */
export const hasLiveFormulas = ({ xml, prefix }: Sheet): boolean => {
  const mark = `<${prefix}f`;
  for (let at = xml.indexOf(mark); at >= 0; at = xml.indexOf(mark, at + 1)) {
    const tag = nextTag(xml, at);
    if (tag?.start !== at || tag.name !== `${prefix}f`) continue;
    const { contentEnd } = elementOf(xml, tag);
    if (!fixedLink.test(decodeText(xml.slice(tag.end, contentEnd)))) return true;
  }
  return false;
};

/** The workbook part, telling Excel to compute all formulas on opening; the same text if it does already. */
export const askForRecalculation = (workbook: string): string => {
  const existing = findElement(workbook, 'calcPr');
  if (existing !== undefined) {
    if (isOn(attributeOf(workbook, existing.open, 'fullCalcOnLoad'))) return workbook;
    const { start, end } = existing.open;
    const open = withAttribute(workbook.slice(start, end), 'fullCalcOnLoad', '1');
    return workbook.slice(0, start) + open + workbook.slice(end);
  }
  const before = ['definedNames', 'externalReferences', 'functionGroups', 'sheets']
    .map((name) => findElement(workbook, name))
    .find((element) => element !== undefined);
  if (before === undefined) return workbook;
  const prefix = prefixOf(before.open.name);
  return `${workbook.slice(0, before.end)}<${prefix}calcPr fullCalcOnLoad="1"/>${workbook.slice(before.end)}`;
};

/** A list of relationships or content types without the entries that `leaves` picks. */
const without = (
  xml: string,
  name: string,
  leaves: (attribute: (name: string) => string | undefined) => boolean,
): string => {
  let text = xml;
  for (const { open, end } of findElements(xml, name).toReversed()) {
    if (leaves((attribute) => rawAttribute(xml, open, attribute))) {
      text = text.slice(0, open.start) + text.slice(end);
    }
  }
  return text;
};

/** The relationships without the calculation chain. */
export const withoutCalcChainRelation = (relations: string): string =>
  without(relations, 'Relationship', (of) => (of('Type') ?? '').endsWith('/calcChain'));

/** The content types without the calculation chain. */
export const withoutCalcChainType = (contentTypes: string): string =>
  without(contentTypes, 'Override', (of) => (of('ContentType') ?? '').includes('calcChain'));
