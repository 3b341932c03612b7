/**
 * The directory of a zip: what lies where.
 *
 * Nothing in it is believed before it is checked: every part lies in a stretch of the file of its own, and its
 * content is as long and has the checksum that the directory says. Nothing is unpacked that nobody asks for.
 *
 * Source: PKWARE APPNOTE 6.3.10, sections 4.3.7 to 4.3.16.
 */
import { crc32, inflateRawSync } from 'node:zlib';
import { largestPart, mostParts } from './bounds.ts';
import { PackageFault } from './package-fault.ts';

/** A part as it lies in a zip. */
export interface PackedPart {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  /** The length of the content. */
  readonly size: number;
  /** The bytes of the content, deflated or not. */
  readonly packed: Uint8Array;
}

/** A part as the directory tells of it; its name as it is spelled there. */
export interface ZipRecord extends PackedPart {
  /** Its record in the central directory, as it lies there. */
  readonly record: Buffer;
  /** From here to there in the file: local header, data and what follows up to the next entry. */
  readonly start: number;
  readonly end: number;
  /** Where the bytes of the content begin, deflated or not; between `start` and `end`. */
  readonly dataStart: number;
}

export interface ZipDirectory {
  readonly records: readonly ZipRecord[];
  /** Where the record lies that ends the file. */
  readonly endRecord: number;
}

export const localMark = 0x04034b50;
export const centralMark = 0x02014b50;
export const endMark = 0x06054b50;
export const localSize = 30;
export const centralSize = 46;
export const endSize = 22;
const encryptedFlag = 0x0001;
export const storedMethod = 0;
export const deflatedMethod = 8;
/** Stands where the true number is in a ZIP64 field. */
const elsewhere = 0xffffffff;

/** @throws PackageFault when the directory is missing, broken or beyond our bounds. */
export const readDirectory = (bytes: Buffer): ZipDirectory => {
  const endRecord = findEnd(bytes);
  const count = bytes.readUInt16LE(endRecord + 10);
  const size = bytes.readUInt32LE(endRecord + 12);
  const directory = bytes.readUInt32LE(endRecord + 16);
  if (count === 0xffff || size === elsewhere || directory === elsewhere) {
    throw new PackageFault('zip64');
  }
  if (count > mostParts) throw new PackageFault('too-large', `it has ${count} parts`);
  if (directory + size > endRecord) throw new PackageFault('damaged');
  const found = recordsIn(bytes.subarray(directory, directory + size), count);
  const starts = found.map((record) => record.readUInt32LE(42)).sort((a, b) => a - b);
  const endOf = new Map(starts.map((start, index) => [start, starts[index + 1] ?? directory]));
  if (endOf.size < starts.length) throw new PackageFault('damaged', 'parts lie over each other');
  const records = found.map((record) => recordOf(bytes, record, endOf));
  return { records, endRecord };
};

const findEnd = (bytes: Buffer): number => {
  const lowest = Math.max(0, bytes.length - endSize - 0xffff);
  for (let at = bytes.length - endSize; at >= lowest; at -= 1) {
    if (
      bytes.readUInt32LE(at) === endMark &&
      at + endSize + bytes.readUInt16LE(at + 20) === bytes.length
    ) {
      return at;
    }
  }
  const beginsAsZip = bytes.length >= 4 && bytes.readUInt32LE(0) === localMark;
  throw new PackageFault(beginsAsZip ? 'truncated' : 'not-a-package');
};

const recordsIn = (directory: Buffer, count: number): readonly Buffer[] => {
  const records: Buffer[] = [];
  let at = 0;
  while (records.length < count) {
    if (at + centralSize > directory.length || directory.readUInt32LE(at) !== centralMark) {
      throw new PackageFault('damaged');
    }
    const next =
      at +
      centralSize +
      directory.readUInt16LE(at + 28) +
      directory.readUInt16LE(at + 30) +
      directory.readUInt16LE(at + 32);
    if (next > directory.length) throw new PackageFault('damaged');
    records.push(directory.subarray(at, next));
    at = next;
  }
  return records;
};

const recordOf = (bytes: Buffer, record: Buffer, endOf: ReadonlyMap<number, number>): ZipRecord => {
  const name = record.toString('utf8', centralSize, centralSize + record.readUInt16LE(28));
  const start = record.readUInt32LE(42);
  const packed = record.readUInt32LE(20);
  const size = record.readUInt32LE(24);
  if (start === elsewhere || packed === elsewhere || size === elsewhere) {
    throw new PackageFault('zip64');
  }
  const end = endOf.get(start) ?? start;
  if (start + localSize > end || bytes.readUInt32LE(start) !== localMark) {
    throw new PackageFault('damaged', partNamed(name));
  }
  const dataStart =
    start + localSize + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);
  if (dataStart + packed > end) throw new PackageFault('damaged', partNamed(name));
  if ((record.readUInt16LE(8) & encryptedFlag) !== 0) throw new PackageFault('encrypted');
  return {
    name,
    record,
    start,
    end,
    method: record.readUInt16LE(10),
    crc: record.readUInt32LE(16),
    size,
    dataStart,
    packed: bytes.subarray(dataStart, dataStart + packed),
  };
};

/**
 * The plain bytes of a part, checked against its length and checksum.
 *
 * The length in the directory only says how much room to take; unpacking stops at it, so that no part grows
 * beyond what it admits to, and one that admits to too much is not begun.
 */
export const unpack = (
  { name, method, crc, size, packed }: PackedPart,
  largest = largestPart(packed.length),
): Buffer => {
  if (size > largest) throw new PackageFault('too-large', partOf(size, name));
  const content =
    method === storedMethod ? asBuffer(packed) : inflated(packed, { name, method, size });
  if (content.length !== size || crc32(content) !== crc)
    throw new PackageFault('damaged', partNamed(name));
  return content;
};

const inflated = (
  packed: Uint8Array,
  { name, method, size }: { name: string; method: number; size: number },
): Buffer => {
  if (method !== deflatedMethod) throw new PackageFault('damaged', partNamed(name));
  // One piece with room for the whole and a little more: pieces put together would take twice as much.
  const room = size + 64;
  try {
    return inflateRawSync(packed, { maxOutputLength: room, chunkSize: room });
  } catch {
    throw new PackageFault('damaged', partNamed(name));
  }
};

const partNamed = (name: string): string => `its part "${name.slice(0, 100)}" is broken`;

const asBuffer = (bytes: Uint8Array): Buffer =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const partOf = (size: number, name: string): string =>
  `its part "${name}" is ${Math.ceil(size / (1024 * 1024))} MB when unpacked`;
