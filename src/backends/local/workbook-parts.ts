import { unescapeCellText } from './cell-text.ts';
import type { CellKey } from './cell-value.ts';
import { openSheet, type Sheet, textOfItem } from './sheet-scan.ts';
import { openStyles, type Styles } from './styles.ts';
import {
  attributeOf,
  attributesOf,
  decodeText,
  findElement,
  findElements,
  isOn,
  localName,
  rawAttribute,
} from './xml.ts';
import { findEntry, readEntry, type Zip, ZipFault } from './zip.ts';

/** A workbook package: which part is what. */
export interface WorkbookParts {
  readonly zip: Zip;
  readonly workbook: { readonly name: string; readonly xml: string };
  readonly relations: { readonly name: string; readonly xml: string };
  readonly tabs: readonly TabPart[];
  readonly stylesName: string | undefined;
  readonly styles: Styles | undefined;
  readonly calcChainName: string | undefined;
  readonly key: CellKey;
}

/** A tab and the part that holds its cells. */
export interface TabPart {
  readonly name: string;
  readonly part: string;
}

/** @throws ZipFault when it is no workbook that we can read. */
export const openParts = (zip: Zip): WorkbookParts => {
  const workbookName = workbookPart(zip);
  const workbook = { name: workbookName, xml: requiredText(zip, workbookName) };
  const relationsName = relationsPartOf(workbookName);
  const relations = {
    name: relationsName,
    xml: requiredText(zip, relationsName),
  };
  const links = relationsIn(relations.xml, workbookName);
  const part = (type: string): string | undefined =>
    links.find((link) => link.type === type && findEntry(zip, link.target) !== undefined)?.target;
  const tabs = tabsIn(workbook.xml, links);
  if (tabs.length === 0) throw new ZipFault('no-worksheet');

  const stylesName = part('styles');
  const styles = openStyles(stylesName === undefined ? undefined : partText(zip, stylesName));
  const stringsName = part('sharedStrings');
  const properties = findElement(workbook.xml, 'workbookPr');
  return {
    zip,
    workbook,
    relations,
    tabs,
    stylesName,
    styles,
    calcChainName: part('calcChain'),
    key: {
      strings: stringsName === undefined ? [] : readStrings(partText(zip, stringsName) ?? ''),
      isDate: (style) => styles?.isDate(style) ?? false,
      counts1904:
        properties !== undefined && isOn(attributeOf(workbook.xml, properties.open, 'date1904')),
    },
  };
};

/** The cells of a tab. */
export const sheetOf = (zip: Zip, tab: TabPart): Sheet => {
  const sheet = openSheet(requiredText(zip, tab.part));
  if (sheet === undefined) throw new ZipFault('damaged');
  return sheet;
};

/** A part as raw text, without the byte order mark being lost. */
export const partText = (zip: Zip, name: string): string | undefined => {
  const entry = findEntry(zip, name);
  if (entry === undefined) return undefined;
  const bytes = readEntry(zip, entry);
  const mark = bytes.length >= 2 ? bytes.readUInt16LE(0) : 0;
  // Two bytes a character: allowed by the standard, written by no program we know of.
  if (mark === 0xfeff || mark === 0xfffe) throw new ZipFault('damaged');
  return bytes.toString('latin1');
};

const requiredText = (zip: Zip, name: string): string => {
  const text = partText(zip, name);
  if (text === undefined) throw new ZipFault('damaged');
  return text;
};

const workbookPart = (zip: Zip): string => {
  const relations = partText(zip, '_rels/.rels');
  if (relations === undefined) {
    throw new ZipFault(isOpenDocument(zip) ? 'open-document' : 'not-a-workbook');
  }
  const main = relationsIn(relations, '').find(({ type }) => type === 'officeDocument');
  if (main === undefined || findEntry(zip, main.target) === undefined) {
    throw new ZipFault('not-a-workbook');
  }
  if (findElement(requiredText(zip, main.target), 'workbook') === undefined) {
    throw new ZipFault('not-a-workbook');
  }
  return main.target;
};

const isOpenDocument = (zip: Zip): boolean => {
  const entry = findEntry(zip, 'mimetype');
  return (
    entry !== undefined &&
    readEntry(zip, entry).toString('latin1').startsWith('application/vnd.oasis.opendocument')
  );
};

const relationsPartOf = (part: string): string => {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
};

interface Relation {
  readonly id: string;
  /** The last word of its type; transitional and strict packages differ only before it. */
  readonly type: string;
  readonly target: string;
}

const relationsIn = (xml: string, source: string): readonly Relation[] =>
  findElements(xml, 'Relationship')
    .filter(({ open }) => rawAttribute(xml, open, 'TargetMode') !== 'External')
    .map(({ open }) => ({
      id: attributeOf(xml, open, 'Id') ?? '',
      type: (attributeOf(xml, open, 'Type') ?? '').replace(/^.*\//, ''),
      target: resolvePart(source, attributeOf(xml, open, 'Target') ?? ''),
    }));

/** A target is relative to the part that names it, or begins with a slash. */
const resolvePart = (source: string, target: string): string => {
  const path = target.replaceAll('\\', '/');
  const steps = path.startsWith('/') ? [] : source.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
};

const tabsIn = (xml: string, relations: readonly Relation[]): readonly TabPart[] => {
  const list = findElement(xml, 'sheets');
  if (list === undefined) return [];
  return findElements(xml, 'sheet', list.open.end, list.contentEnd).flatMap(({ open }) => {
    const reference = [...attributesOf(xml, open)].find(
      ({ name }) => name.includes(':') && localName(name) === 'id',
    );
    const id = reference && decodeText(xml.slice(reference.valueStart, reference.valueEnd));
    const relation = relations.find((link) => link.id === id && link.type === 'worksheet');
    if (relation === undefined) return [];
    return [
      {
        name: unescapeCellText(attributeOf(xml, open, 'name') ?? ''),
        part: relation.target,
      },
    ];
  });
};

const readStrings = (xml: string): readonly string[] =>
  findElements(xml, 'si').map((item) => unescapeCellText(textOfItem(xml, item)));
