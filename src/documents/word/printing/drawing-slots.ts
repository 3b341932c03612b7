/** The fixed XML of a drawing, with places for what each document puts in. */
import {
  childOf,
  cloneOf,
  descendants,
  replaceChild,
  setChildren,
  writeXml,
  type XmlElement,
} from '../file/xml.ts';
import { leftTagIn } from '../finding/left-over.ts';
import type { Size } from '../values/pictures.ts';
import type { Key } from './drawing-keys.ts';
import type { PartContext } from './part-context.ts';

/** Signs from the private area, standing in the fixed XML for what each rendering puts in. */
export const slot = {
  id: '\uE000i\uE000',
  picture: '\uE000p\uE000',
  width: '\uE000w\uE000',
  height: '\uE000h\uE000',
};

export const sizeOf = (element: XmlElement): Size | undefined => {
  const extent = childOf(element, 'wp:extent');
  const width = Number(extent?.attributes.get('cx'));
  const height = Number(extent?.attributes.get('cy'));
  return width > 0 && height > 0 ? { width, height } : undefined;
};

/** The drawing as it will stand in a document: its key is not read out by a screen reader. */
export const withoutKey = (element: XmlElement, key: Key, inLoop: boolean): XmlElement => {
  const copy = cloneOf(element);
  const name = key.subject.kind === 'path' ? key.subject.parts.join(' ') : '';
  for (const properties of descendants(copy, 'wp:docPr', 'pic:cNvPr')) {
    for (const attribute of ['descr', 'title']) {
      if (properties.attributes.get(attribute)?.includes('{{')) {
        properties.attributes.set(attribute, name);
      }
    }
    if (inLoop && properties.name === 'wp:docPr') properties.attributes.set('id', slot.id);
  }
  return copy;
};

export const withSlots = (element: XmlElement): XmlElement => {
  const copy = cloneOf(element);
  for (const extent of [...descendants(copy, 'wp:extent', 'a:ext')]) {
    if (!extent.attributes.has('cx')) continue;
    extent.attributes.set('cx', slot.width);
    extent.attributes.set('cy', slot.height);
  }
  for (const blip of descendants(copy, 'a:blip')) {
    blip.attributes.set('r:embed', slot.picture);
    blip.attributes.delete('r:link');
    // The extensions may hold the template's own picture once more, as SVG.
    setChildren(blip, []);
  }
  for (const crop of [...descendants(copy, 'a:srcRect')]) {
    if (crop.parent !== undefined) replaceChild(crop.parent, crop);
  }
  return copy;
};

export const filled = (
  xml: string,
  values: { id: number; picture?: string; width?: number; height?: number },
): string =>
  xml
    .replaceAll(slot.id, String(values.id))
    .replaceAll(slot.picture, values.picture ?? '')
    .replaceAll(slot.width, String(values.width ?? 0))
    .replaceAll(slot.height, String(values.height ?? 0));

/** What stands beside the key in the same drawing is printed as it is. */
export const refuseLeftInDrawing = (drawing: XmlElement, key: Key, context: PartContext): void => {
  const left = leftTagIn(writeXml(drawing));
  if (left === undefined) return;
  context.faults.add({
    place: context.label,
    message: `Di gambar atau grafik "${key.written}" ada tag lain yang tidak dapat diisi. Kuncinya berdiri sendiri di teks alternatif.`,
    near: left,
  });
};
