/** Finds tags and blocks that stand where they cannot work. */

import { writeXml, type XmlElement, type XmlNode } from '../file/xml.ts';
import type { Tag } from '../language/tags.ts';
import type { PartContext } from './part-context.ts';

/** A page number, a date field or a link field must lie in a block as a whole. */
export const checkFields = (nodes: readonly XmlNode[], tag: Tag, context: PartContext): void => {
  let open = 0;
  const visit = (node: XmlNode): void => {
    if (node.kind !== 'element') return;
    if (node.name === 'w:fldChar') {
      const type = node.attributes.get('w:fldCharType');
      if (type === 'begin') open += 1;
      if (type === 'end') open -= 1;
    }
    node.children.forEach(visit);
  };
  nodes.forEach(visit);
  if (open === 0) return;
  context.faults.add({
    place: tag.place,
    message: `"${tag.source}" memotong bidang (field) Word, misalnya nomor halaman. Letakkan tag sebelum atau sesudah bidang itu.`,
    near: tag.near,
  });
};

/** Tags where nothing can be printed: field codes and attributes. */
export const checkPlaces = (element: XmlElement, context: PartContext): void => {
  if (element.name === 'w:instrText' && writeXml(element).includes('{{')) {
    context.faults.add({
      place: context.label,
      message: 'Ada tag di dalam kode bidang (field) Word. Tulis tag sebagai teks biasa.',
    });
  }
  for (const value of element.attributes.values()) {
    if (!value.includes('{{')) continue;
    context.faults.add({
      place: context.label,
      message:
        'Ada tag di teks alternatif, nama, atau alamat. Di sana hanya {{gambar …}} dan {{grafik …}} yang dapat dipakai, sebagai teks alternatif.',
      near: value.slice(0, 60),
    });
  }
};
