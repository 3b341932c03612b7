import { basename, dirname, extname, join } from 'node:path';
import { readPlainFile } from '../../../files/plain-file.ts';
import type { LockHolder } from './errors.ts';

/**
 * Who has a file open in Excel, Word or LibreOffice, told by the lock file that lies beside it.
 *
 * A crash of those programs leaves the lock file lying, so nobody may have it open any more; only a person can tell.
 */
export const holderOf = (path: string): LockHolder | undefined => {
  const folder = dirname(path);
  const name = basename(path);
  for (const lockName of [`~$${name}`, wordLockName(name)]) {
    const lock = readLock(join(folder, lockName));
    if (lock !== undefined) return named(microsoftOwner(lock), lockName);
  }
  const lockName = `.~lock.${name}#`;
  const lock = readLock(join(folder, lockName));
  return lock && named(libreOfficeOwner(lock), lockName);
};

/** Word cuts up to two letters from the front, so that the name grows no longer. */
const wordLockName = (name: string): string => {
  const stem = name.length - extname(name).length;
  return `~$${name.slice(Math.min(2, Math.max(0, stem - 6)))}`;
};

const readLock = (path: string): Buffer | undefined => {
  try {
    return readPlainFile(path);
  } catch (error) {
    // On Windows a lock file may itself be locked against reading: it is there all the same.
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return missing ? undefined : Buffer.alloc(0);
  }
};

const named = (name: string | undefined, lockFile: string): LockHolder =>
  name === undefined || name === '' ? { lockFile } : { name, lockFile };

/**
 * Excel's and Word's owner file: one byte of length and the name in the system's code page, then (at 55
 * in Excel, 54 in Word) two bytes of length and the name in UTF-16.
 */
const microsoftOwner = (lock: Buffer): string | undefined => {
  const length = lock[0] ?? 0;
  if (length === 0 || length > 54 || lock.length < 1 + length) return undefined;
  for (const at of [55, 54]) {
    if (lock.length < at + 2 + 2 * length || lock.readUInt16LE(at) !== length) continue;
    return lock.toString('utf16le', at + 2, at + 2 + 2 * length).trim();
  }
  return lock.toString('latin1', 1, 1 + length).trim();
};

/** LibreOffice: `name,system user,machine,time,profile;` with commas and semicolons escaped by a backslash. */
const libreOfficeOwner = (lock: Buffer): string | undefined => {
  const fields = (lock.toString('utf8').match(/(?:\\.|[^,;\\])*[,;]?/g) ?? []).map((field) =>
    field.replace(/[,;]$/, '').replace(/\\(.)/g, '$1').trim(),
  );
  const [name = '', user = '', machine = ''] = fields;
  if (name !== '') return name;
  return user !== '' && machine !== '' ? `${user} (${machine})` : user || machine;
};
