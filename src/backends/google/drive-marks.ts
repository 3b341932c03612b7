/**
 * What makes files in Drive findable as ours, whatever people rename or move: private notes (`appProperties`) that
 * only this program sees.
 *
 * Source: "Add custom file properties" of Drive's guide; name and value together take at most 124 bytes.
 */
import { createHash } from 'node:crypto';
import type { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';

export type Marks = Readonly<Record<string, string>>;

/** Notes of a document: its key, and what its bytes were when we saved them. */
export const documentMarks = (key: string, bytes: Uint8Array): Marks => ({
  layananVicon: 'dokumen',
  kunci: short(key),
  sidik: sha256(bytes),
  sidikMd5: createHash('md5').update(bytes).digest('hex'),
});

/** Notes of a document that a person edited before the ledger knew of it: still ours to watch over, found by no key. */
export const marksOfEdited: Marks = { kunci: 'disunting' };

/** Notes of a folder: its path below where the documents go. */
export const folderMarks = (key: string): Marks => ({ layananVicon: 'map', kunci: short(key) });

/** What a document is found by. */
export const markOfDocument = (key: string): string => `dokumen ${short(key)}`;

/** What a folder is found by. */
export const markOfFolder = (key: string): string => `map ${short(key)}`;

/** What a file that lies in Drive is found by; `undefined` when it carries no key. */
export const markOf = ({ appProperties }: drive_v3.Schema$File): string | undefined => {
  const { layananVicon, kunci } = appProperties ?? {};
  return layananVicon && kunci ? `${layananVicon} ${kunci}` : undefined;
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
  const isAsSaved = file.md5Checksum && file.md5Checksum === file.appProperties?.['sidikMd5'];
  return (isAsSaved ? savedHashOf(file) : undefined) ?? `md5 ${file.md5Checksum ?? 'unknown'}`;
};

export const sha256 = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

/** A key as a note can hold it: a long one by its hash. */
const short = (key: string): string =>
  Buffer.byteLength(key) <= 100 ? key : sha256(Buffer.from(key));
