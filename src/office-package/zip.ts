/**
 * A zip file whose entries are unpacked when somebody asks for them, and can be exchanged one by one.
 *
 * Source: PKWARE APPNOTE 6.3.10, sections 4.3.7 to 4.3.16.
 */
import { crc32, deflateRawSync } from 'node:zlib';
import { PackageFault } from './package-fault.ts';
import { deflated, directoryRecord, endRecord, localHeader } from './write-zip.ts';
import { readDirectory, storedMethod, type ZipRecord } from './zip-directory.ts';

export interface Zip {
  readonly bytes: Buffer;
  readonly entries: readonly ZipEntry[];
  /** By lower-case name. */
  readonly byName: ReadonlyMap<string, ZipEntry>;
  readonly endRecord: number;
}

/** An entry; its name has forward slashes. */
export type ZipEntry = ZipRecord;

const hasDescriptor = 0x0008;

/** @throws PackageFault when the directory of the zip is missing, broken or of a kind we do not read. */
export const openZip = (content: Uint8Array): Zip => {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const { records, endRecord } = readDirectory(bytes);
  const entries = records.map((record) => ({
    ...record,
    name: record.name.replaceAll('\\', '/'),
  }));
  const byName = new Map<string, ZipEntry>();
  for (const entry of entries) {
    const name = entry.name.toLowerCase();
    if (byName.has(name)) throw new PackageFault('damaged', `it has two parts "${entry.name}"`);
    byName.set(name, entry);
  }
  return { bytes, entries, byName, endRecord };
};

/** The entry of this name; the parts of a package are found whatever their case. */
export const findEntry = ({ byName }: Zip, name: string): ZipEntry | undefined =>
  byName.get(name.toLowerCase());

/** What becomes of an entry: new content, or gone. */
export type EntryChange = Buffer | 'removed';

/**
 * The file with these entries exchanged, named as they spell themselves; what it does not have yet is added.
 *
 * All others are copied as they lie in the file: header, extra fields, compressed bytes and data descriptor.
 */
export const withEntries = (zip: Zip, changes: ReadonlyMap<string, EntryChange>): Buffer => {
  const inFileOrder = zip.entries.toSorted((a, b) => a.start - b.start);
  const pieces: Uint8Array[] = [zip.bytes.subarray(0, inFileOrder[0]?.start ?? 0)];
  let at = pieces[0]?.length ?? 0;
  const take = (local: readonly Uint8Array[]): void => {
    pieces.push(...local);
    at += local.reduce((sum, piece) => sum + piece.length, 0);
  };
  const recordOf = new Map<ZipEntry, Buffer>();
  for (const entry of inFileOrder) {
    const change = changes.get(entry.name);
    if (change === 'removed') continue;
    const { local, record } =
      change === undefined ? kept(zip, entry) : exchanged(zip, entry, change);
    record.writeUInt32LE(at, 42);
    recordOf.set(entry, record);
    take(local);
  }
  const records = zip.entries.flatMap((entry) => recordOf.get(entry) ?? []);
  const known = new Set(zip.entries.map(({ name }) => name));
  for (const [name, content] of changes) {
    if (known.has(name) || content === 'removed') continue;
    const part = deflated(name, content);
    records.push(directoryRecord(part, at));
    take([localHeader(part), part.packed]);
  }
  const end = endRecord(records, at, zip.bytes.subarray(zip.endRecord));
  return Buffer.concat([...pieces, ...records, end]);
};

const kept = (zip: Zip, entry: ZipEntry): { local: readonly Buffer[]; record: Buffer } => ({
  local: [zip.bytes.subarray(entry.start, entry.end)],
  record: Buffer.from(entry.record),
});

/** Sizes stand in the header, so that an exchanged entry needs no data descriptor. */
const exchanged = (
  zip: Zip,
  entry: ZipEntry,
  content: Buffer,
): { local: readonly Buffer[]; record: Buffer } => {
  const header = Buffer.from(zip.bytes.subarray(entry.start, entry.dataStart));
  const record = Buffer.from(entry.record);
  const packed = record.readUInt16LE(10) === storedMethod ? content : deflateRawSync(content);
  const flags = record.readUInt16LE(8) & ~hasDescriptor;
  header.writeUInt16LE(flags, 6);
  record.writeUInt16LE(flags, 8);
  for (const [target, at] of [
    [header, 14],
    [record, 16],
  ] as const) {
    target.writeUInt32LE(crc32(content), at);
    target.writeUInt32LE(packed.length, at + 4);
    target.writeUInt32LE(content.length, at + 8);
  }
  return { local: [header, packed], record };
};
