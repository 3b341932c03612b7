/** The small parts around the text: no comments, no building blocks, the types of pictures. */
import { type Relationship, relationshipsPartOf } from '../../../office-package/relationships.ts';
import { deflated } from '../../../office-package/write-zip.ts';
import type { PackedPart } from '../../../office-package/zip-directory.ts';
import type { OfficeFile } from '../file/office-file.ts';
import {
  anElement,
  elementsOf,
  insert,
  replaceChild,
  writeXml,
  type XmlElement,
  xmlHead,
} from '../file/xml.ts';

const workingParts = new Set([
  'comments',
  'commentsExtended',
  'commentsIds',
  'commentsExtensible',
  'people',
  'glossaryDocument',
]);

/** What the office says about its template in comments, its building blocks, and charts that it took out again do not go out with the letters. */
export const withoutWorkingParts = (
  file: OfficeFile,
  shownCharts: ReadonlySet<string>,
): {
  readonly dropped: ReadonlySet<string>;
  readonly relationships: readonly PackedPart[];
} => {
  const name = relationshipsPartOf(file.mainPart);
  const working = file
    .relationshipsOf(file.mainPart)
    .filter(
      ({ type, target }) =>
        workingParts.has(type) || (type === 'chart' && !shownCharts.has(target)),
    );
  const root = file.xml(name);
  if (working.length === 0 || root === undefined) return { dropped: new Set(), relationships: [] };
  const ids = new Set(working.map(({ id }) => id));
  const dropped = new Set(working.flatMap((one) => partsBehind(one, file)));
  for (const one of elementsOf(root)) {
    if (ids.has(one.attributes.get('Id') ?? '')) replaceChild(root, one);
  }
  for (const one of elementsOf(file.contentTypes)) {
    if (dropped.has(one.attributes.get('PartName')?.slice(1) ?? ''))
      replaceChild(file.contentTypes, one);
  }
  return { dropped, relationships: [deflated(name, xmlHead + writeXml(root))] };
};

/** Building blocks are a document of their own, with parts of their own beside it; a chart has its figures. */
const partsBehind = ({ type, target }: Relationship, file: OfficeFile): readonly string[] => {
  const folder = target.slice(0, target.lastIndexOf('/') + 1);
  if (type === 'glossaryDocument' && !file.mainPart.startsWith(folder)) {
    return [...file.entries.keys()].filter((name) => name.startsWith(folder));
  }
  const own = file.relationshipsOf(target).filter(({ isExternal }) => !isExternal);
  return [target, relationshipsPartOf(target), ...own.map((one) => one.target)];
};

const defaultTypes = new Map([
  ['png', 'image/png'],
  ['jpeg', 'image/jpeg'],
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
]);

/** So that pictures and workbooks can be put in without touching the list again. */
export const addDefaultTypes = (contentTypes: XmlElement): void => {
  const known = new Set(
    elementsOf(contentTypes).map((type) => type.attributes.get('Extension')?.toLowerCase()),
  );
  for (const [extension, type] of defaultTypes) {
    if (known.has(extension)) continue;
    const attributes = new Map([
      ['Extension', extension],
      ['ContentType', type],
    ]);
    insert(contentTypes, 0, anElement('Default', attributes));
  }
};
