/** The small parts around the text: properties with a fixed date, no comments, the types of pictures. */

import { deflated } from '../../../office-package/write-zip.ts';
import type { PackedPart } from '../../../office-package/zip-directory.ts';
import type { OfficeFile } from '../file/office-file.ts';
import { relationshipsPartOf } from '../file/office-file.ts';
import {
  anElement,
  append,
  aTag,
  aText,
  elementsOf,
  insert,
  plainTextOf,
  replaceChild,
  setChildren,
  writeXml,
  type XmlElement,
  xmlHead,
} from '../file/xml.ts';
import { scanTags } from '../language/tags.ts';
import type { CompiledPart, PartContext } from '../printing/part-context.ts';
import { compilePart } from '../printing/print-part.ts';

/** A document says nothing about when it was made: the same data gives the same bytes. */
const fixedMoment = '2000-01-01T00:00:00Z';
const droppedProperties = new Set(['cp:lastModifiedBy', 'cp:lastPrinted', 'cp:revision']);
const propertiesPlace = 'Properti dokumen';

/** The document's properties; a title may carry tags. */
export const fixedProperties = (
  file: OfficeFile,
  context: Omit<PartContext, 'part' | 'label' | 'relationships'>,
): readonly CompiledPart[] => {
  const part = file.relationshipsOf('').find(({ type }) => type === 'core-properties')?.target;
  const root = part === undefined ? undefined : file.xml(part);
  if (part === undefined || root === undefined) return [];
  for (const property of elementsOf(root)) {
    if (droppedProperties.has(property.name)) replaceChild(root, property);
    else if (property.name === 'dcterms:created' || property.name === 'dcterms:modified') {
      setChildren(property, [aText(fixedMoment)]);
    } else placePropertyTags(property, context);
  }
  return [compilePart(root, { ...context, part, label: propertiesPlace, relationships: [] })];
};

const placePropertyTags = (property: XmlElement, { faults }: Pick<PartContext, 'faults'>): void => {
  const text = plainTextOf(property);
  const { spans, faults: found } = scanTags(text);
  for (const { message } of found)
    faults.add({ place: propertiesPlace, message, near: text.slice(0, 60) });
  if (spans.length === 0) return;
  setChildren(property, []);
  let at = 0;
  for (const { start, end, source, meaning } of spans) {
    append(property, aText(text.slice(at, start)));
    if (meaning?.kind === 'value') {
      append(property, aTag({ meaning, source, place: propertiesPlace, near: text }));
    } else if (meaning !== undefined) {
      faults.add({
        place: propertiesPlace,
        message: `"${source}" tidak dapat dipakai di sini.`,
        near: text,
      });
    }
    at = end;
  }
  append(property, aText(text.slice(at)));
};

const commentParts = new Set([
  'comments',
  'commentsExtended',
  'commentsIds',
  'commentsExtensible',
  'people',
]);

/** What the office says about its template in comments does not go out with the letters. */
export const withoutComments = (
  file: OfficeFile,
): {
  readonly dropped: ReadonlySet<string>;
  readonly relationships: readonly PackedPart[];
} => {
  const name = relationshipsPartOf(file.mainPart);
  const comments = file.relationshipsOf(file.mainPart).filter(({ type }) => commentParts.has(type));
  const root = file.xml(name);
  if (comments.length === 0 || root === undefined) return { dropped: new Set(), relationships: [] };
  const ids = new Set(comments.map(({ id }) => id));
  const dropped = new Set(comments.map(({ target }) => target));
  for (const one of elementsOf(root)) {
    if (ids.has(one.attributes.get('Id') ?? '')) replaceChild(root, one);
  }
  for (const one of elementsOf(file.contentTypes)) {
    if (dropped.has(one.attributes.get('PartName')?.slice(1) ?? ''))
      replaceChild(file.contentTypes, one);
  }
  return { dropped, relationships: [deflated(name, xmlHead + writeXml(root))] };
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
