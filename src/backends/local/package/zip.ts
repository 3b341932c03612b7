import { crc32, deflateRawSync } from 'node:zlib';
import { PackageFault } from '../../../office-package/package-fault.ts';
import {
  readDirectory,
  storedMethod,
  unpackPart,
  type ZipRecord,
} from '../../../office-package/zip-directory.ts';

/**
 * A zip file whose entries can be exchanged one by one.
 *
 * Entries that are not exchanged are copied as they lie in the file: header, extra fields, compressed bytes
 * and data descriptor. Nothing is inflated that nobody asks for.
 *
 * Source: PKWARE APPNOTE 6.3.10, sections 4.3.7 to 4.3.16.
 */
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
export const openZip = (bytes: Buffer): Zip => {
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

/** The entry of this name; parts of a workbook are found whatever their case. */
export const findEntry = ({ byName }: Zip, name: string): ZipEntry | undefined =>
  byName.get(name.toLowerCase());

/** @throws PackageFault when the entry's bytes are not those that were put in, or too many. */
export const readEntry = ({ bytes }: Zip, entry: ZipEntry): Buffer =>
  unpackPart({ ...entry, packed: bytes.subarray(entry.dataStart, entry.dataEnd) });

/** What becomes of an entry: new content, or gone. */
export type EntryChange = Buffer | 'removed';

/** The file with these entries exchanged; names as the entries spell them. */
export const withEntries = (zip: Zip, changes: ReadonlyMap<string, EntryChange>): Buffer => {
  const inFileOrder = zip.entries.toSorted((a, b) => a.start - b.start);
  const pieces: Buffer[] = [zip.bytes.subarray(0, inFileOrder[0]?.start ?? 0)];
  let at = pieces[0]?.length ?? 0;
  const recordOf = new Map<ZipEntry, Buffer>();
  for (const entry of inFileOrder) {
    const change = changes.get(entry.name);
    if (change === 'removed') continue;
    const { local, record } =
      change === undefined ? kept(zip, entry) : exchanged(zip, entry, change);
    record.writeUInt32LE(at, 42);
    recordOf.set(entry, record);
    pieces.push(...local);
    at += local.reduce((sum, piece) => sum + piece.length, 0);
  }
  const records = zip.entries.flatMap((entry) => recordOf.get(entry) ?? []);
  return Buffer.concat([...pieces, ...records, endRecord(zip, { records, directory: at })]);
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

const endRecord = (
  { bytes, endRecord: from }: Zip,
  { records, directory }: { records: readonly Buffer[]; directory: number },
): Buffer => {
  const end = Buffer.from(bytes.subarray(from));
  end.writeUInt16LE(records.length, 8);
  end.writeUInt16LE(records.length, 10);
  end.writeUInt32LE(
    records.reduce((sum, record) => sum + record.length, 0),
    12,
  );
  end.writeUInt32LE(directory, 16);
  return end;
};
