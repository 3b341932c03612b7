import { largestReading, mostTabs } from '../../../office-package/bounds.ts';
import { PackageFault } from '../../../office-package/package-fault.ts';
import {
  packageRelationshipsPart,
  type Relationship,
  relationshipOf,
  relationshipsPartOf,
} from '../../../office-package/relationships.ts';
import {
  attributeOf,
  attributesOf,
  findElement,
  findElements,
  isOn,
  localName,
} from '../../../office-package/xml-scan.ts';
import { decodeText } from '../../../office-package/xml-text.ts';
import { findEntry, type Zip } from '../../../office-package/zip.ts';
import { unpack } from '../../../office-package/zip-directory.ts';
import { WorkbookFault } from '../saving/workbook-fault.ts';
import { unescapeCellText } from '../sheet/cell-text.ts';
import type { CellKey } from '../sheet/cell-value.ts';
import { openSharedStrings } from '../sheet/shared-strings.ts';
import { openSheetPieces, type SheetPieces } from '../sheet/sheet-pieces.ts';
import { openSheet, type Sheet } from '../sheet/sheet-scan.ts';
import { openStyles, type Styles } from '../sheet/styles.ts';

/** A workbook package: which part is what. */
export interface WorkbookParts {
  readonly zip: Zip;
  /** In bytes, unpacked, of all that a reading of the cells takes. */
  readonly size: number;
  readonly workbook: { readonly name: string; readonly xml: string };
  readonly relations: { readonly name: string; readonly xml: string };
  readonly tabs: readonly TabPart[];
  readonly stylesName: string | undefined;
  readonly styles: Styles | undefined;
  readonly calcChainName: string | undefined;
  readonly key: CellKey;
  /** The texts that cells refer to, as they are spelled. */
  readonly texts: string;
}

/** A tab and the part that holds its cells. */
export interface TabPart {
  readonly name: string;
  readonly part: string;
  /** Among all tabs, those without cells too, counted from 0. */
  readonly position: number;
  /** People do not see it, whether the menu can bring it back or not. */
  readonly isHidden: boolean;
}

/** @throws WorkbookFault, PackageFault when it is no workbook that we can read. */
export const openParts = (zip: Zip): WorkbookParts => {
  const workbookName = workbookPart(zip);
  const workbook = { name: workbookName, xml: requiredText(zip, workbookName) };
  const relationsName = relationshipsPartOf(workbookName);
  const relations = {
    name: relationsName,
    xml: requiredText(zip, relationsName),
  };
  const links = relationsIn(relations.xml, workbookName);
  const part = (type: string): string | undefined =>
    links.find((link) => link.type === type && findEntry(zip, link.target) !== undefined)?.target;
  const tabs = tabsIn(workbook.xml, links);
  if (tabs.length === 0) throw new WorkbookFault('no-worksheet');
  if (tabs.length > mostTabs) {
    throw new PackageFault('too-large', `it has ${tabs.length} worksheets`);
  }

  const stylesName = part('styles');
  const stringsName = part('sharedStrings');
  const size = sizeOf(zip, [
    workbookName,
    relationsName,
    ...[stylesName, stringsName].filter((name) => name !== undefined),
    ...tabs.map((tab) => tab.part),
  ]);
  const styles = openStyles(stylesName === undefined ? undefined : partText(zip, stylesName));
  const properties = findElement(workbook.xml, 'workbookPr');
  const texts = openSharedStrings(stringsName === undefined ? '' : requiredText(zip, stringsName));
  return {
    zip,
    size,
    workbook,
    relations,
    tabs,
    stylesName,
    styles,
    calcChainName: part('calcChain'),
    key: {
      sharedText: texts.at,
      isDate: (style) => styles?.isDate(style) ?? false,
      counts1904:
        properties !== undefined && isOn(attributeOf(workbook.xml, properties.open, 'date1904')),
    },
    texts: texts.spelled,
  };
};

/** The parts are small one by one, but all of them together stay in memory while a workbook is read. */
const sizeOf = (zip: Zip, names: readonly string[]): number => {
  const parts = names.map((name) => findEntry(zip, name)).filter((part) => part !== undefined);
  const size = parts.reduce((sum, part) => sum + part.size, 0);
  // Several tabs may name one part, which is packed once and unpacked for each.
  const packed = [...new Set(parts)].reduce((sum, part) => sum + part.packed.length, 0);
  if (size > largestReading(packed)) {
    const mb = Math.ceil(size / (1024 * 1024));
    throw new PackageFault('too-large', `its sheets and texts are ${mb} MB when unpacked`);
  }
  return size;
};

/** The cells of a tab. */
export const sheetOf = (zip: Zip, tab: TabPart): Sheet => {
  const sheet = openSheet(tab.name, requiredText(zip, tab.part));
  if (sheet === undefined) throw new PackageFault('damaged', `tab "${tab.name}" has no cells`);
  return sheet;
};

/** The same to be read only, and never as one text. */
export const sheetPiecesOf = (zip: Zip, tab: TabPart): SheetPieces => {
  const entry = findEntry(zip, tab.part);
  if (entry === undefined) throw missing(tab.part);
  const bytes = unpack(entry);
  refuseOtherThanUtf8(tab.part, bytes);
  const pieces = openSheetPieces(tab.name, bytes);
  if (pieces === undefined) throw new PackageFault('damaged', `tab "${tab.name}" has no cells`);
  return pieces;
};

/** The part that lists what a tab refers to; most tabs have none. */
export const relationsOf = (zip: Zip, { part }: TabPart): string | undefined =>
  partText(zip, relationshipsPartOf(part));

/** A part as raw text, without the byte order mark being lost. */
export const partText = (zip: Zip, name: string): string | undefined => {
  const entry = findEntry(zip, name);
  if (entry === undefined) return undefined;
  const bytes = unpack(entry);
  refuseOtherThanUtf8(name, bytes);
  return bytes.toString('latin1');
};

/** UTF-16 is allowed by the standard and written by no program we know of; what is neither is no XML. */
const refuseOtherThanUtf8 = (name: string, bytes: Buffer): void => {
  const [, encoding = 'utf-8'] =
    /^(?:\u00ef\u00bb\u00bf)?<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([^"']*)["']/.exec(
      bytes.toString('latin1', 0, longestDeclaration),
    ) ?? [];
  if (bytes.includes(0) || !['utf-8', 'utf8', 'us-ascii'].includes(encoding.toLowerCase()))
    throw new PackageFault('damaged', `its part "${name}" is not in UTF-8`);
};

const longestDeclaration = 1000;

const requiredText = (zip: Zip, name: string): string => {
  const text = partText(zip, name);
  if (text === undefined) throw missing(name);
  return text;
};

const missing = (name: string): PackageFault =>
  new PackageFault('damaged', `its part "${name}" is missing`);

const workbookPart = (zip: Zip): string => {
  const relations = partText(zip, packageRelationshipsPart);
  if (relations === undefined) {
    throw new WorkbookFault(isOpenDocument(zip) ? 'open-document' : 'not-a-workbook');
  }
  const main = relationsIn(relations, '').find(({ type }) => type === 'officeDocument');
  if (main === undefined || findEntry(zip, main.target) === undefined) {
    throw new WorkbookFault('not-a-workbook');
  }
  if (findElement(requiredText(zip, main.target), 'workbook') === undefined) {
    throw new WorkbookFault('not-a-workbook');
  }
  return main.target;
};

const isOpenDocument = (zip: Zip): boolean => {
  const entry = findEntry(zip, 'mimetype');
  return (
    entry !== undefined &&
    unpack(entry).toString('latin1').startsWith('application/vnd.oasis.opendocument')
  );
};

const relationsIn = (xml: string, source: string): readonly Relationship[] =>
  findElements(xml, 'Relationship')
    .map(({ open }) => relationshipOf(source, (name) => attributeOf(xml, open, name)))
    .filter(({ isExternal }) => !isExternal);

const tabsIn = (xml: string, relations: readonly Relationship[]): readonly TabPart[] => {
  const list = findElement(xml, 'sheets');
  if (list === undefined) return [];
  const targetOf = new Map(
    relations.filter(({ type }) => type === 'worksheet').map(({ id, target }) => [id, target]),
  );
  return findElements(xml, 'sheet', list.open.end, list.contentEnd).flatMap(
    ({ open }, position) => {
      const reference = [...attributesOf(xml, open)].find(
        ({ name }) => name.includes(':') && localName(name) === 'id',
      );
      const id = reference && decodeText(xml.slice(reference.valueStart, reference.valueEnd));
      const target = id === undefined ? undefined : targetOf.get(id);
      if (target === undefined) return [];
      return [
        {
          name: unescapeCellText(attributeOf(xml, open, 'name') ?? ''),
          part: target,
          position,
          isHidden: ['hidden', 'veryHidden'].includes(attributeOf(xml, open, 'state') ?? ''),
        },
      ];
    },
  );
};
