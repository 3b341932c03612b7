/** Finds tags and blocks that stand where they cannot work. */

import {
  childOf,
  descendants,
  elementsOf,
  plainTextOf,
  type XmlElement,
  type XmlNode,
} from '../file/xml.ts';
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

/** Tags in field codes, which Word may cut into many pieces. */
export const checkFieldCodes = (root: XmlElement, context: PartContext): void => {
  let code = '';
  for (const element of descendants(root, 'w:fldChar', 'w:instrText')) {
    code = element.name === 'w:fldChar' ? '' : code + plainTextOf(element);
    if (!code.includes('{{')) continue;
    context.faults.add({ place: context.label, message: inFieldCode, near: code.slice(0, 60) });
    code = '';
  }
};

const inFieldCode =
  'Ada tag di dalam kode bidang (field) Word. Hapus bidang itu, lalu tulis tag sebagai teks biasa.';

/** Tags where nothing can be printed, and what cannot be looked into. */
export const checkPlaces = (element: XmlElement, context: PartContext): void => {
  if (element.name === 'w:altChunk') {
    context.faults.add({
      place: context.label,
      message:
        'Di sini tersisip berkas lain (altChunk) yang baru digabung saat Word membuka dokumen, sehingga isinya tidak dapat diisi atau diperiksa. Buka templat di Word, simpan lagi, lalu pakai hasilnya.',
    });
  }
  if (isTagMadeFormula(element)) {
    context.faults.add({
      place: context.label,
      message:
        'Kurung kurawal tag di dalam persamaan (equation) diubah Word menjadi kurung rumus. Hapus persamaan itu, lalu tulis tag sebagai teks biasa.',
    });
  }
  for (const [name, value] of element.attributes) {
    if (!value.includes('{{')) continue;
    const near = value.slice(0, 60);
    context.faults.add({ place: context.label, message: messageFor(element, name), near });
  }
};

/** `{{n}}` that Word has built up: brackets around brackets. */
const isTagMadeFormula = (element: XmlElement): boolean => {
  const inner = isInBraces(element) ? childOf(element, 'm:e') : undefined;
  return inner !== undefined && elementsOf(inner).some(isInBraces);
};

const isInBraces = (element: XmlElement): boolean => {
  if (element.name !== 'm:d') return false;
  const properties = childOf(element, 'm:dPr');
  const sign = properties === undefined ? undefined : childOf(properties, 'm:begChr');
  return sign?.attributes.get('m:val') === '{';
};

const messageFor = (element: XmlElement, attribute: string): string => {
  switch (element.name) {
    case 'v:textpath':
      return 'Ada tag di tanda air (watermark) atau WordArt, yang tidak dapat diisi. Hapus tag itu dari tanda air, lalu tulis sebagai teks biasa, misalnya di kepala surat.';
    case 'w:fldSimple':
      return attribute === 'w:instr' ? inFieldCode : elsewhere;
    case 'w:alias':
    case 'w:tag':
    case 'w:listItem':
    case 'w:docPart':
      return 'Ada tag di nama atau pilihan kontrol isian (content control), yang tidak dapat diisi. Tulis tag di dalam kontrol itu.';
    case 'w:bookmarkStart':
      return 'Ada tag di nama penanda (bookmark), yang tidak dapat diisi. Ganti nama penanda itu.';
    case 'w:hyperlink':
      return 'Ada tag di keterangan tautan, yang tidak dapat diisi. Tulis alamatnya sebagai teks: {{nama}}.';
    default:
      return elsewhere;
  }
};

const elsewhere =
  'Ada tag di teks alternatif, nama, atau alamat. Di sana hanya {{gambar …}} dan {{grafik …}} yang dapat dipakai, sebagai teks alternatif.';
