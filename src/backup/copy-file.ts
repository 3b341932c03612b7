/** Files copied and known to be whole. */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, lstatSync, readdirSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { makeFolder } from '../files/make-folder.ts';

/** By what a file is known to be untouched without reading it again. */
export interface FileTrace {
  readonly bytes: bigint;
  readonly changed: bigint;
  readonly mode: number;
}

/** `undefined` where no plain file lies there: links and devices are not followed. */
export const traceOf = (path: string): FileTrace | undefined => {
  const found = lstatSync(path, { bigint: true, throwIfNoEntry: false });
  return found?.isFile()
    ? { bytes: found.size, changed: found.mtimeNs, mode: Number(found.mode) & 0o777 }
    : undefined;
};

export const isSameTrace = (a: FileTrace | undefined, b: FileTrace | undefined): boolean =>
  a !== undefined && b !== undefined && a.bytes === b.bytes && a.changed === b.changed;

/** SHA-256 in hex. */
export const hashOf = async (path: string): Promise<string> => {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('hex');
};

/** What is for this user only. */
export const privately: Modes = { file: 0o600, folder: 0o700 };

export interface Modes {
  readonly file: number;
  /** Of folders that have to be made; absent: as this account makes them. */
  readonly folder?: number;
}

/** Copies down to the disk; the answer is the SHA-256 of what was read. */
export const copyFileWhole = async (
  from: string,
  to: string,
  modes: Modes = privately,
): Promise<string> => {
  makeFolder(dirname(to), modes.folder === undefined ? {} : { mode: modes.folder });
  const hash = createHash('sha256');
  await pipeline(
    createReadStream(from),
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        hash.update(chunk);
        yield chunk;
      }
    },
    createWriteStream(to, { mode: privately.file }),
  );
  const file = await open(to, 'r+');
  try {
    await file.chmod(modes.file);
    await file.sync();
  } finally {
    await file.close();
  }
  return hash.digest('hex');
};

/** All plain files below a folder; none where it is not there. @param others Places that are not entered. */
export const filesBelow = (
  folder: string,
  others: ReadonlySet<string> = new Set(),
): readonly string[] =>
  !existsSync(folder)
    ? []
    : readdirSync(folder, { withFileTypes: true })
        .map((entry) => ({ entry, path: join(folder, entry.name) }))
        .filter(({ path }) => !others.has(path))
        .flatMap(({ entry, path }) => {
          if (entry.isDirectory()) return filesBelow(path, others);
          return entry.isFile() ? [path] : [];
        });
