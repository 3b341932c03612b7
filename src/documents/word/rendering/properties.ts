/** The properties of a document and the data that its content controls show: they may carry tags as its text does. */
import type { OfficeFile } from '../file/office-file.ts';
import {
  append,
  aTag,
  aText,
  descendants,
  elementsOf,
  plainTextOf,
  replaceChild,
  setChildren,
  type XmlElement,
} from '../file/xml.ts';
import { scanTags } from '../language/tags.ts';
import type { CompiledPart, PartContext } from '../printing/part-context.ts';
import { compilePart } from '../printing/print-part.ts';

/** A document says nothing about when it was made: the same data gives the same bytes. */
const fixedMoment = '2000-01-01T00:00:00Z';
const droppedProperties = new Set(['cp:lastModifiedBy', 'cp:lastPrinted', 'cp:revision']);
const propertiesPlace = 'Properti dokumen';
const dataPlace = 'Data kontrol isian';

type AroundParts = Omit<PartContext, 'part' | 'label' | 'relationships'>;

export const filledProperties = (
  file: OfficeFile,
  context: AroundParts,
): readonly CompiledPart[] => [...coreProperties(file, context), ...storedValues(file, context)];

const coreProperties = (file: OfficeFile, context: AroundParts): readonly CompiledPart[] => {
  const part = file.relationshipsOf('').find(({ type }) => type === 'core-properties')?.target;
  const root = part === undefined ? undefined : file.xml(part);
  if (part === undefined || root === undefined) return [];
  for (const property of elementsOf(root)) {
    if (droppedProperties.has(property.name)) replaceChild(root, property);
    else if (property.name === 'dcterms:created' || property.name === 'dcterms:modified') {
      setChildren(property, [aText(fixedMoment)]);
    } else placePropertyTags(property, { ...context, label: propertiesPlace });
  }
  return [compilePart(root, { ...context, part, label: propertiesPlace, relationships: [] })];
};

const storedValues = (file: OfficeFile, context: AroundParts): readonly CompiledPart[] =>
  storesIn(file).flatMap(({ part, label, root }) => {
    const tagged = taggedIn(root);
    if (tagged.length === 0) return [];
    for (const value of tagged) placePropertyTags(value, { ...context, label });
    return [compilePart(root, { ...context, part, label, relationships: [] })];
  });

/** The names of values outside the text that carry tags, as content controls that show them refer to them. */
export const taggedValuesIn = (file: OfficeFile): ReadonlySet<string> => {
  const core = file.relationshipsOf('').find(({ type }) => type === 'core-properties')?.target;
  const root = core === undefined ? undefined : file.xml(core);
  const roots = [
    ...storesIn(file).map((store) => store.root),
    ...(root === undefined ? [] : [root]),
  ];
  return new Set(roots.flatMap(taggedIn).map(({ name }) => name.slice(name.indexOf(':') + 1)));
};

interface Store {
  readonly part: string;
  readonly label: string;
  readonly root: XmlElement;
}

const storesIn = (file: OfficeFile): readonly Store[] => {
  const properties = file
    .relationshipsOf('')
    .filter(({ type }) => type === 'extended-properties' || type === 'custom-properties')
    .map(({ target }) => ({ part: target, label: propertiesPlace }));
  const data = ['', file.mainPart]
    .flatMap((part) => file.relationshipsOf(part))
    .filter(({ type, isExternal }) => type === 'customXml' && !isExternal)
    .map(({ target }) => ({ part: target, label: dataPlace }));
  return [...properties, ...data].flatMap((store) => {
    const root = file.xml(store.part);
    return root === undefined ? [] : [{ ...store, root }];
  });
};

const taggedIn = (root: XmlElement): readonly XmlElement[] =>
  [root, ...descendants(root)].filter(
    (element) => elementsOf(element).length === 0 && plainTextOf(element).includes('{{'),
  );

const placePropertyTags = (
  property: XmlElement,
  { faults, label }: Pick<PartContext, 'faults' | 'label'>,
): void => {
  const text = plainTextOf(property);
  const { spans, faults: found } = scanTags(text);
  for (const { message } of found) faults.add({ place: label, message, near: text.slice(0, 60) });
  if (spans.length === 0) return;
  setChildren(property, []);
  let at = 0;
  for (const { start, end, source, meaning } of spans) {
    append(property, aText(text.slice(at, start)));
    if (meaning?.kind === 'value') {
      append(property, aTag({ meaning, source, place: label, near: text }));
    } else if (meaning !== undefined) {
      faults.add({
        place: label,
        message: `"${source}" tidak dapat dipakai di sini.`,
        near: text,
      });
    }
    at = end;
  }
  append(property, aText(text.slice(at)));
};
