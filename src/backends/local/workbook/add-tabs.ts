/** Adds empty tabs behind those of a workbook; columns with their looks come into them as into any other. */
import type { ConditionalTint } from '../../../book/row-tints.ts';
import { mostTabs } from '../../../office-package/bounds.ts';
import { contentTypesPart, relationshipOf } from '../../../office-package/relationships.ts';
import {
  attributeOf,
  attributesOf,
  findElement,
  findElements,
  isOn,
  localName,
  prefixOf,
} from '../../../office-package/xml-scan.ts';
import { escapeAttribute } from '../../../office-package/xml-text.ts';
import { findEntry } from '../../../office-package/zip.ts';
import { conditionMarkup } from '../sheet/look-markup.ts';
import type { Styles } from '../sheet/styles.ts';
import { withItems } from '../sheet/xml-list.ts';
import { withTexts } from './workbook-edit.ts';
import { partText, type WorkbookParts } from './workbook-parts.ts';

export interface NewTab {
  readonly name: string;
  /** Of its flap, as six hexadecimal digits. */
  readonly colour: string;
  /** So many columns stay in sight, beside the row of headers. */
  readonly frozenColumns: number;
  /** As far down as its filter reaches. */
  readonly lastRow: number;
  /** Of rows that say nothing else, in points. */
  readonly rowHeight: number;
  readonly isLandscape: boolean;
  /** In percent; absent: as wide as one page. */
  readonly printScale?: number | undefined;
  /** Some of its columns fold away. */
  readonly folds: boolean;
  readonly tints: readonly ConditionalTint[];
}

/**
 * The file with these tabs at its end, where names that count tabs by their place stay true; `undefined` where none comes: its
 * structure is locked, it is full, or says nothing of how it names its tabs.
 */
export const addTabs = (parts: WorkbookParts, tabs: readonly NewTab[]): Buffer | undefined => {
  const ways = tabs.length === 0 ? undefined : waysOf(parts);
  if (ways === undefined || parts.tabs.length + tabs.length > mostTabs) return undefined;
  const texts = new Map<string, string>();
  const numbered = tabs.map((tab, at) => ({ tab, ...freeNames(parts, ways, at) }));
  for (const { tab, part } of numbered)
    texts.set(part, emptySheet(tab, ways.namespace, parts.styles));
  const { workbook, relations } = parts;
  texts.set(
    workbook.name,
    withItemsOf(workbook.xml, 'sheets', (prefix) =>
      numbered.map(
        ({ tab, relation, sheetId }) =>
          `<${prefix}sheet name="${escapeAttribute(tab.name)}" sheetId="${sheetId}" ${ways.idName}="${relation}"/>`,
      ),
    ),
  );
  texts.set(
    relations.name,
    withItemsOf(relations.xml, 'Relationships', (prefix) =>
      numbered.map(
        ({ part, relation }) =>
          `<${prefix}Relationship Id="${relation}" Type="${ways.relationType}" Target="/${part}"/>`,
      ),
    ),
  );
  texts.set(
    contentTypesPart,
    withItemsOf(partText(parts.zip, contentTypesPart) ?? '', 'Types', (prefix) =>
      numbered.map(
        ({ part }) => `<${prefix}Override PartName="/${part}" ContentType="${sheetType}"/>`,
      ),
    ),
  );
  return withTexts(parts, { texts, lostFormula: false });
};

const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';

/** How this workbook says what a tab is: strict and transitional files, and those with prefixes, differ. */
interface Ways {
  readonly namespace: string;
  /** Of the attribute that names a tab's relationship: "r:id". */
  readonly idName: string;
  readonly relationType: string;
  readonly highestId: number;
  readonly folder: string;
}

const waysOf = ({ workbook: { name, xml }, relations, tabs }: WorkbookParts): Ways | undefined => {
  const root = findElement(xml, 'workbook');
  const protection = findElement(xml, 'workbookProtection');
  if (protection && isOn(attributeOf(xml, protection.open, 'lockStructure'))) return undefined;
  const sheets = findElements(xml, 'sheet');
  const idName = sheets
    .flatMap(({ open }) => [...attributesOf(xml, open)])
    .find((attribute) => attribute.name.includes(':') && localName(attribute.name) === 'id')?.name;
  const relationType = findElements(relations.xml, 'Relationship')
    .map(({ open }) =>
      relationshipOf(name, (attribute) => attributeOf(relations.xml, open, attribute)),
    )
    .find(({ type }) => type === 'worksheet')?.fullType;
  const prefix = root && prefixOf(root.open.name).replace(':', '');
  const namespace =
    root && attributeOf(xml, root.open, prefix === '' ? 'xmlns' : `xmlns:${prefix ?? ''}`);
  const part = tabs[0]?.part;
  if (!idName || !relationType || !namespace || part === undefined) return undefined;
  const ids = sheets.map(({ open }) => Number(attributeOf(xml, open, 'sheetId') ?? 0));
  return {
    namespace,
    idName,
    relationType,
    highestId: Math.max(0, ...ids.filter(Number.isFinite)),
    folder: part.slice(0, part.lastIndexOf('/') + 1),
  };
};

const freeNames = (
  { zip, relations }: WorkbookParts,
  { folder, highestId }: Ways,
  at: number,
): { readonly part: string; readonly relation: string; readonly sheetId: number } => {
  const isTaken = (number: number): boolean =>
    findEntry(zip, `${folder}layanan${number}.xml`) !== undefined ||
    relations.xml.includes(`"rIdLayanan${number}"`);
  let first = 1;
  while (isTaken(first)) first += 1;
  const number = first + at;
  return {
    part: `${folder}layanan${number}.xml`,
    relation: `rIdLayanan${number}`,
    sheetId: highestId + 1 + at,
  };
};

const withItemsOf = (
  xml: string,
  name: string,
  items: (prefix: string) => readonly string[],
): string => {
  const list = findElement(xml, name);
  return list === undefined ? xml : withItems(xml, list, items(prefixOf(list.open.name)));
};

/** In points. */
const plainRow = 15;

/** Without a cell; its filter grows with the columns that come. */
const emptySheet = (
  { colour, frozenColumns, lastRow, rowHeight, folds, tints, ...print }: NewTab,
  namespace: string,
  styles: Styles | undefined,
): string => {
  const split = frozenColumns > 0 ? ` xSplit="${frozenColumns}"` : '';
  const corner = `${String.fromCharCode('A'.charCodeAt(0) + frozenColumns)}2`;
  const pane = frozenColumns > 0 ? 'bottomRight' : 'bottomLeft';
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    `<worksheet xmlns="${namespace}"><sheetPr><tabColor rgb="FF${colour}"/><outlinePr summaryRight="0"/><pageSetUpPr fitToPage="${print.printScale === undefined ? 1 : 0}"/></sheetPr><dimension ref="A1"/>`,
    `<sheetViews><sheetView workbookViewId="0"><pane${split} ySplit="1" topLeftCell="${corner}" activePane="${pane}" state="frozen"/></sheetView></sheetViews>`,
    `<sheetFormatPr defaultRowHeight="${rowHeight}"${rowHeight === plainRow ? '' : ' customHeight="1"'}${folds ? ' outlineLevelCol="1"' : ''}/><sheetData><row r="1" ht="36" customHeight="1"></row></sheetData><autoFilter ref="A1:A${lastRow}"/>`,
    ...tints.flatMap(({ range, when, tint }, index) => {
      const style = styles?.tintStyle(tint);
      return style === undefined
        ? []
        : [conditionMarkup(range, { when, style, priority: index + 1 })];
    }),
    ...printing(print),
    '</worksheet>',
  ].join('');
};

/** Folio, the nearest that Excel knows to F4. */
const folio = 14;

const printing = ({
  name,
  isLandscape,
  printScale,
}: Pick<NewTab, 'name' | 'isLandscape' | 'printScale'>): readonly string[] => {
  const size =
    printScale === undefined ? ' fitToWidth="1" fitToHeight="0"' : ` scale="${printScale}"`;
  const footer = `&L&8${name.replaceAll('&', '&&')}&R&8Halaman &P dari &N`;
  return [
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="${folio}"${size} pageOrder="overThenDown" orientation="${isLandscape ? 'landscape' : 'portrait'}"/>`,
    `<headerFooter><oddFooter>${escapeAttribute(footer)}</oddFooter></headerFooter>`,
  ];
};
