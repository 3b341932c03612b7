/** A .docx as a package: which part is the body, what it refers to, and why a file is none. */
import { largestFile, largestTreePart } from '../../../office-package/bounds.ts';
import { PackageFault } from '../../../office-package/package-fault.ts';
import { TreeRoom } from '../../../office-package/read-xml.ts';
import {
  contentTypesPart,
  type Relationship,
  relationshipOf,
  relationshipsPartOf,
} from '../../../office-package/relationships.ts';
import { openZip } from '../../../office-package/zip.ts';
import {
  deflatedMethod,
  type PackedPart,
  storedMethod,
  unpack,
} from '../../../office-package/zip-directory.ts';
import { type TemplateFault, TemplateFaultsError } from '../faults/faults.ts';
import { elementsOf, parseXml, type XmlElement } from './xml.ts';

export interface OfficeFile {
  readonly entries: ReadonlyMap<string, PackedPart>;
  readonly mainPart: string;
  readonly contentTypes: XmlElement;
  readonly relationshipsOf: (part: string) => readonly Relationship[];
  /** The part as a tree; undefined when it is not in the package. */
  readonly xml: (part: string) => XmlElement | undefined;
}

const wholeFile = 'Berkas templat';
const brokenXml = 'Isi berkas ini rusak (XML tidak sah). Buka dan simpan ulang di Word.';
const documentType =
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

/** @throws TemplateFaultsError when the bytes are no ordinary Word document. */
export const openOfficeFile = (bytes: Uint8Array): OfficeFile => {
  const earlyFault = faultOfFirstBytes(bytes);
  if (earlyFault !== undefined) throw refusal(earlyFault);
  return guarded(() => {
    if (bytes.length > largestFile) throw new PackageFault('too-large');
    return openPackage(bytes);
  });
};

/** Turns what goes wrong in reading into a refusal that says what to do. */
const guarded = <T>(read: () => T): T => {
  try {
    return read();
  } catch (error) {
    if (error instanceof TemplateFaultsError) throw error;
    throw refusal(inWords(error), error);
  }
};

const inWords = (error: unknown): string => {
  if (!(error instanceof PackageFault)) {
    return brokenXml;
  }
  switch (error.reason) {
    case 'malformed':
      return brokenXml;
    case 'too-large':
      return 'Isi berkas ini terlalu besar atau terlalu dalam untuk sebuah templat. Hapus halaman, tabel, dan gambar yang tidak perlu, atau mulai dari templat bawaan, lalu simpan lagi.';
    case 'encrypted':
      return 'Berkas ini terkunci kata sandi. Hapus kata sandinya, lalu simpan lagi.';
    case 'zip64':
      return 'Berkas ini berformat ZIP64, yang tidak dapat dibaca. Buka dan simpan ulang di Word.';
    case 'not-a-package':
    case 'truncated':
    case 'damaged':
      return 'Berkas ini rusak atau terpotong, sehingga isinya tidak dapat dibaca. Ambil salinan yang utuh atau simpan ulang dari Word.';
  }
};

const openPackage = (bytes: Uint8Array): OfficeFile => {
  const entries = new Map(usualNames(partsOf(bytes)).map((entry) => [entry.name, entry]));
  const canonical = new Map([...entries.keys()].map((name) => [name.toLowerCase(), name]));
  const nameOf = (part: string): string =>
    entries.has(part) ? part : (canonical.get(part.toLowerCase()) ?? part);
  const room = new TreeRoom();
  const xml = (part: string): XmlElement | undefined => {
    const entry = entries.get(part);
    if (entry === undefined) return undefined;
    return guarded(() => parseXml(unpack(entry, largestTreePart), room));
  };
  const contentTypes = xml(contentTypesPart);
  if (contentTypes === undefined) throw refusal(kindOfOtherZip(entries));
  const known = new Map<string, readonly Relationship[]>();
  const relationshipsOf = (part: string): readonly Relationship[] => {
    const found =
      known.get(part) ?? readRelationships(part, xml(relationshipsPartOf(part)), nameOf);
    known.set(part, found);
    return found;
  };
  const mainPart = relationshipsOf('').find(({ type }) => type === 'officeDocument')?.target;
  if (mainPart === undefined || !entries.has(mainPart)) throw refusal(kindOfOtherZip(entries));
  const refused = refusedKind(contentTypeOf(mainPart, contentTypes));
  if (refused !== undefined) throw refusal(refused);
  return { entries, mainPart, contentTypes, relationshipsOf, xml };
};

/** The parts without the folders that some programs list. All go out again, so none may be packed in a way unknown. */
const partsOf = (bytes: Uint8Array): readonly PackedPart[] => {
  const parts = openZip(bytes).entries.filter(({ name }) => !name.endsWith('/'));
  for (const { name, method } of parts) {
    if (method !== storedMethod && method !== deflatedMethod)
      throw new PackageFault('damaged', name);
  }
  return parts;
};

/** Names of parts differ by more than their case; what looks them up goes by the usual spelling. */
const usualNames = (entries: readonly PackedPart[]): readonly PackedPart[] => {
  const plain = entries.map(({ name }) => name.replaceAll('\\', '/'));
  const named = new Map(plain.map((name) => [name.toLowerCase(), name]));
  return entries.map((entry, index) => {
    const name = plain[index] ?? entry.name;
    if (name.toLowerCase() === contentTypesPart.toLowerCase())
      return { ...entry, name: contentTypesPart };
    const found = /^(.*?)_rels\/([^/]*)\.rels$/i.exec(name);
    if (found === null) return name === entry.name ? entry : { ...entry, name };
    const owner = `${found[1]}${found[2]}`;
    return { ...entry, name: relationshipsPartOf(named.get(owner.toLowerCase()) ?? owner) };
  });
};

/** The part's own type, or that of all parts with its extension; names differ by more than their case. */
const contentTypeOf = (part: string, contentTypes: XmlElement): string => {
  const types = elementsOf(contentTypes);
  const extension = part.slice(part.lastIndexOf('.') + 1);
  const isCalled = (type: XmlElement, attribute: string, name: string): boolean =>
    type.attributes.get(attribute)?.toLowerCase() === name.toLowerCase();
  const type =
    types.find((one) => isCalled(one, 'PartName', `/${part}`)) ??
    types.find((one) => isCalled(one, 'Extension', extension));
  return type?.attributes.get('ContentType')?.trim() ?? '';
};

const faultOfFirstBytes = (bytes: Uint8Array): string | undefined => {
  if (bytes.length === 0) return 'Berkas ini kosong (0 bita). Simpan ulang dari Word.';
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(8, bytes.byteLength));
  if (head.toString('hex') === 'd0cf11e0a1b11ae1') {
    const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return all.includes(Buffer.from('EncryptedPackage', 'utf16le'))
      ? 'Berkas ini terkunci kata sandi. Hapus kata sandinya di Word (File, Info, Protect Document), lalu simpan lagi.'
      : 'Berkas ini berformat Word lama (.doc). Simpan sebagai .docx (Word Document).';
  }
  if (head.toString('latin1').startsWith('{\\rtf')) {
    return 'Berkas ini berformat RTF. Simpan sebagai .docx (Word Document).';
  }
  if (head.toString('latin1').startsWith('%PDF')) {
    return 'Berkas ini PDF. Yang dapat dipakai hanya .docx (Word Document).';
  }
  if (head.readUInt16BE(0) !== 0x504b) {
    return 'Berkas ini bukan dokumen Word (.docx) atau sudah rusak.';
  }
  return undefined;
};

const kindOfOtherZip = (entries: ReadonlyMap<string, PackedPart>): string => {
  const mimetype = entries.get('mimetype');
  if (mimetype !== undefined && unpack(mimetype).toString('latin1').includes('opendocument')) {
    return 'Berkas ini berformat LibreOffice (.odt). Simpan sebagai .docx (Word 2007-365).';
  }
  return 'Berkas ini bukan dokumen Word (.docx).';
};

const refusedKind = (mainType: string): string | undefined => {
  if (mainType.toLowerCase() === documentType) return undefined;
  if (mainType.includes('macroEnabled')) {
    return 'Berkas ini memuat makro (.docm atau .dotm). Simpan sebagai .docx (Word Document) tanpa makro.';
  }
  if (mainType.includes('wordprocessingml.template')) {
    return 'Berkas ini templat Word (.dotx). Simpan sebagai .docx (Word Document).';
  }
  if (mainType.includes('spreadsheetml'))
    return 'Berkas ini buku kerja Excel, bukan dokumen Word (.docx).';
  if (mainType.includes('presentationml'))
    return 'Berkas ini presentasi PowerPoint, bukan dokumen Word (.docx).';
  return 'Berkas ini bukan dokumen Word (.docx).';
};

const readRelationships = (
  part: string,
  root: XmlElement | undefined,
  nameOf: (part: string) => string,
): readonly Relationship[] => {
  const all = root === undefined ? [] : elementsOf(root);
  return all.map(({ attributes }) => {
    const one = relationshipOf(part, (name) => attributes.get(name));
    return one.isExternal ? one : { ...one, target: nameOf(one.target) };
  });
};

const refusal = (message: string, cause?: unknown): TemplateFaultsError => {
  const fault: TemplateFault = { place: wholeFile, message };
  return new TemplateFaultsError([fault], cause);
};
