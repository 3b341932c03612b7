/**
 * What makes files in Drive findable as ours, whatever people rename or move: private notes (`appProperties`) that
 * only this program sees.
 *
 * Besides the key they hold what we gave the file last: bytes, name, folder. What differs from that, a person changed.
 * Source: "Add custom file properties" of Drive's guide; name and value together take at most 124 bytes.
 */
import { createHash } from 'node:crypto';
import type { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import type { DocumentToSave, MadeFrom, PrintedMarks } from '../../backend.ts';
import { earlierNote } from '../../earlier-note.ts';

export type Marks = Readonly<Record<string, string>>;

/** Notes of a document, as it is about to be saved. */
export const documentMarks = (
  {
    key,
    edition,
    fingerprint,
    madeFrom,
    signedOff,
    marks,
    bytes,
  }: Pick<
    DocumentToSave,
    'key' | 'edition' | 'fingerprint' | 'madeFrom' | 'signedOff' | 'marks' | 'bytes'
  >,
  {
    id,
    name,
    parent,
    desk,
  }: {
    readonly id: string;
    readonly name: string;
    readonly parent: string;
    readonly desk: string;
  },
): Marks => ({
  ...deskMark(desk),
  layananVicon: 'dokumen',
  berkas: id,
  kunci: short(key),
  edisi: String(edition),
  jejak: fingerprint,
  disetujui: signedOff ? 'ya' : 'tidak',
  isi: madeFrom.view,
  templat: madeFrom.template,
  // Empty rather than left out: Drive keeps a note that an update does not name.
  tandaPeriksa: marks.checked ?? '',
  tandaSetuju: marks.approved ?? '',
  sidik: sha256(bytes),
  sidikMd5: createHash('md5').update(bytes).digest('hex'),
  nama: short(name),
  map: parent,
});

/** Notes as they were before the last save, of which nothing holds any more; an approval that came with it least of all. */
export const marksAsBefore = (
  before: drive_v3.Schema$File,
  after: drive_v3.Schema$File,
): Marks => ({
  ...after.appProperties,
  disetujui: 'tidak',
  tandaPeriksa: '',
  tandaSetuju: '',
  ...before.appProperties,
});

/** Notes of a folder: its path below where the documents go. */
export const folderMarks = (key: string, desk: string): Marks => ({
  ...deskMark(desk),
  layananVicon: 'map',
  kunci: short(key),
});

/**
 * A person put it there: it carries no notes of ours, or those of the file that it is a copy of. It is never ours to
 * change, whatever stands in it.
 */
export const isBrought = (file: drive_v3.Schema$File): boolean => {
  const original = file.appProperties?.['berkas'];
  return markOf(file) === undefined || (original !== undefined && original !== file.id);
};

/** What Google makes of a Word file that is opened as one of its documents. */
export const docsType = 'application/vnd.google-apps.document';

/** Whose a file is, by the id of the desk's spreadsheet: notes are seen by all desks of one account and client. */
export const deskMark = (desk: string): Marks => ({ lembar: desk });

/** Files of earlier editions carry no desk's mark; whose they are, the ledger knows by their id. */
export type DeskOfFile = 'this desk' | 'another desk' | 'nobody';

export const deskOfFile = ({ appProperties }: drive_v3.Schema$File, desk: string): DeskOfFile => {
  const marked = appProperties?.['lembar'];
  if (marked === undefined) return 'nobody';
  return marked === desk ? 'this desk' : 'another desk';
};

/** What the editions of a document are found by. */
export const markOfDocument = (key: string): string => `dokumen ${short(key)}`;

/** What a folder is found by. */
export const markOfFolder = (key: string): string => `map ${short(key)}`;

/** What a file that lies in Drive is found by; `undefined` when it carries no key. */
export const markOf = ({ appProperties }: drive_v3.Schema$File): string | undefined => {
  const { layananVicon, kunci } = appProperties ?? {};
  return layananVicon && kunci ? `${layananVicon} ${kunci}` : undefined;
};

export const isFolder = ({ appProperties }: drive_v3.Schema$File): boolean =>
  appProperties?.['layananVicon'] === 'map';

/** Which edition of its document a file is. */
export const editionOf = ({ appProperties }: drive_v3.Schema$File): number =>
  Number(appProperties?.['edisi'] ?? 1);

/** Fingerprint of what was last saved. */
export const fingerprintOf = ({ appProperties }: drive_v3.Schema$File): string =>
  earlierNote(appProperties?.['jejak'] ?? '').fingerprint;

/** Whether what was last saved had been approved. */
export const isSignedOff = ({ appProperties }: drive_v3.Schema$File): boolean =>
  appProperties?.['disetujui'] === 'ya' || earlierNote(appProperties?.['jejak'] ?? '').signedOff;

/** Of what was last saved, apart from its signatures; absent where an earlier version saved it. */
export const madeFromOf = ({ appProperties }: drive_v3.Schema$File): MadeFrom | undefined => {
  const { isi: view, templat: template } = appProperties ?? {};
  return view && template ? { view, template } : undefined;
};

/** The words by which it was signed, as they were printed. */
export const marksOf = ({ appProperties }: drive_v3.Schema$File): PrintedMarks => {
  const { tandaPeriksa: checked, tandaSetuju: approved } = appProperties ?? {};
  return { ...(checked && { checked }), ...(approved && { approved }) };
};

/** SHA-256 of the bytes as we last saved them. */
export const savedHashOf = ({ appProperties }: drive_v3.Schema$File): string | undefined =>
  appProperties?.['sidik'];

/**
 * SHA-256 of the bytes as they lie in Drive now.
 *
 * Drive promises it only "if available". Where it is missing, MD5 tells whether they are still those that we saved;
 * when they are not, the answer equals no hash at all.
 */
export const contentHashOf = (file: drive_v3.Schema$File): string => {
  if (file.sha256Checksum) return file.sha256Checksum;
  // Google's own documents have no bytes.
  if (file.mimeType === docsType) return `as of ${file.modifiedTime}`;
  const isAsSaved = file.md5Checksum && file.md5Checksum === file.appProperties?.['sidikMd5'];
  return (isAsSaved ? savedHashOf(file) : undefined) ?? `md5 ${file.md5Checksum ?? 'unknown'}`;
};

/** The name that a person gave it; `undefined` while it bears the one that we gave. */
export const ownNameOf = ({ name, appProperties }: drive_v3.Schema$File): string | undefined => {
  const given = appProperties?.['nama'];
  return name && given !== undefined && given !== short(name) ? name : undefined;
};

/** A person put it elsewhere; the folder that it was moved to may be hidden from us. */
export const isMovedByPerson = ({ parents, appProperties }: drive_v3.Schema$File): boolean => {
  const given = appProperties?.['map'];
  return given !== undefined && parents?.includes(given) !== true;
};

export const sha256 = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

/** A text as a note can hold it: a long one by its hash. */
const short = (text: string): string =>
  Buffer.byteLength(text) <= 100 ? text : sha256(Buffer.from(text));
