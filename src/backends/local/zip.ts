import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import type { UnreadableReason } from './errors.ts';

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
}

export interface ZipEntry {
  /** The name with forward slashes. */
  readonly name: string;
  /** Its record in the central directory, as it lies there. */
  readonly record: Buffer;
  /** From here to there in the file: local header, data and what follows up to the next entry. */
  readonly start: number;
  readonly end: number;
}

/** The bytes are no zip file that we can read. */
export class ZipFault extends Error {
  readonly reason: UnreadableReason;

  constructor(reason: UnreadableReason) {
    super(reason);
    this.name = 'ZipFault';
    this.reason = reason;
  }
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const LOCAL_SIZE = 30;
const CENTRAL_SIZE = 46;
const END_SIZE = 22;
const HAS_DESCRIPTOR = 0x0008;
const ENCRYPTED = 0x0001;
const STORED = 0;
const DEFLATED = 8;
/** No part of a desk's workbook comes near this; beyond it we would be unpacking a zip bomb. */
const LARGEST_PART = 512 * 1024 * 1024;

/** @throws ZipFault when the directory of the zip is missing, broken or of a kind we do not read. */
export const openZip = (bytes: Buffer): Zip => {
  const end = findEnd(bytes);
  const count = bytes.readUInt16LE(end + 10);
  const size = bytes.readUInt32LE(end + 12);
  const directory = bytes.readUInt32LE(end + 16);
  if (count === 0xffff || size === 0xffffffff || directory === 0xffffffff) {
    throw new ZipFault('too-large');
  }
  if (directory + size > end) throw new ZipFault('damaged');
  const records = recordsOf(bytes, {
    from: directory,
    to: directory + size,
    count,
  });
  return { bytes, entries: withSpans(bytes, { records, directory }) };
};

const findEnd = (bytes: Buffer): number => {
  const lowest = Math.max(0, bytes.length - END_SIZE - 0xffff);
  for (let at = bytes.length - END_SIZE; at >= lowest; at -= 1) {
    if (
      bytes.readUInt32LE(at) === END &&
      at + END_SIZE + bytes.readUInt16LE(at + 20) === bytes.length
    ) {
      return at;
    }
  }
  const beginsAsZip = bytes.length >= 4 && bytes.readUInt32LE(0) === LOCAL;
  throw new ZipFault(beginsAsZip ? 'truncated' : 'not-a-workbook');
};

const recordsOf = (
  bytes: Buffer,
  { from, to, count }: { from: number; to: number; count: number },
): readonly Buffer[] => {
  const records: Buffer[] = [];
  let at = from;
  while (records.length < count) {
    if (at + CENTRAL_SIZE > to || bytes.readUInt32LE(at) !== CENTRAL) throw new ZipFault('damaged');
    const next =
      at +
      CENTRAL_SIZE +
      bytes.readUInt16LE(at + 28) +
      bytes.readUInt16LE(at + 30) +
      bytes.readUInt16LE(at + 32);
    if (next > to) throw new ZipFault('damaged');
    records.push(bytes.subarray(at, next));
    at = next;
  }
  return records;
};

const withSpans = (
  bytes: Buffer,
  { records, directory }: { records: readonly Buffer[]; directory: number },
): readonly ZipEntry[] => {
  const starts = records.map((record) => record.readUInt32LE(42)).sort((a, b) => a - b);
  const endOf = new Map(starts.map((start, i) => [start, starts[i + 1] ?? directory]));
  return records.map((record) => {
    const start = record.readUInt32LE(42);
    const end = endOf.get(start) ?? directory;
    if (start + LOCAL_SIZE > end || bytes.readUInt32LE(start) !== LOCAL) {
      throw new ZipFault('damaged');
    }
    const name = record.subarray(CENTRAL_SIZE, CENTRAL_SIZE + record.readUInt16LE(28));
    return {
      name: name.toString('utf8').replaceAll('\\', '/'),
      record,
      start,
      end,
    };
  });
};

/** The entry of this name; parts of a workbook are found whatever their case. */
export const findEntry = (zip: Zip, name: string): ZipEntry | undefined =>
  zip.entries.find((entry) => entry.name === name) ??
  zip.entries.find((entry) => entry.name.toLowerCase() === name.toLowerCase());

/** @throws ZipFault when the entry's bytes are not those that were put in. */
export const readEntry = (zip: Zip, entry: ZipEntry): Buffer => {
  const { record } = entry;
  if ((record.readUInt16LE(8) & ENCRYPTED) !== 0) throw new ZipFault('encrypted');
  const size = record.readUInt32LE(24);
  if (size > LARGEST_PART) throw new ZipFault('too-large');
  const start = dataStart(zip, entry);
  const packed = zip.bytes.subarray(start, start + record.readUInt32LE(20));
  if (start + packed.length > entry.end) throw new ZipFault('damaged');
  const content = unpacked(packed, { method: record.readUInt16LE(10), size });
  if (content.length !== size || crc32(content) !== record.readUInt32LE(16)) {
    throw new ZipFault('damaged');
  }
  return content;
};

const dataStart = ({ bytes }: Zip, { start }: ZipEntry): number =>
  start + LOCAL_SIZE + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);

const unpacked = (packed: Buffer, { method, size }: { method: number; size: number }): Buffer => {
  if (method === STORED) return packed;
  if (method !== DEFLATED) throw new ZipFault('damaged');
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) });
  } catch {
    throw new ZipFault('damaged');
  }
};

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
  const header = Buffer.from(zip.bytes.subarray(entry.start, dataStart(zip, entry)));
  const record = Buffer.from(entry.record);
  const packed = record.readUInt16LE(10) === STORED ? content : deflateRawSync(content);
  const flags = record.readUInt16LE(8) & ~HAS_DESCRIPTOR;
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
  { bytes }: Zip,
  { records, directory }: { records: readonly Buffer[]; directory: number },
): Buffer => {
  const end = Buffer.from(bytes.subarray(findEnd(bytes)));
  end.writeUInt16LE(records.length, 8);
  end.writeUInt16LE(records.length, 10);
  end.writeUInt32LE(
    records.reduce((sum, record) => sum + record.length, 0),
    12,
  );
  end.writeUInt32LE(directory, 16);
  return end;
};
