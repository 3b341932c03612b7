/** Clears away the temporary files of saves that were killed. */
import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, statSync, unlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

const thisHost = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
const ourTemporary = /^\.layanan-vicon-([0-9a-f]{8})-(\d+)-[0-9a-f]{12}\.tmp$/;
/** No save takes this long. */
const surelyDeadMs = 3_600_000;

/** A new name for a temporary file: short, hidden, and telling which process on which machine made it. */
export const temporaryName = (): string =>
  `.layanan-vicon-${thisHost}-${process.pid}-${randomBytes(6).toString('hex')}.tmp`;

/**
 * Removes temporary files that killed runs left in a folder.
 *
 * A file goes when its process on this machine is dead, or when it is an hour older than `nowMs`, the folder's
 * own idea of the present.
 */
export const sweepLeftovers = (folder: string, nowMs?: number): void => {
  for (const name of namesIn(folder)) {
    const [, host, pid] = ourTemporary.exec(name) ?? [];
    if (host === undefined) continue;
    const path = join(folder, name);
    const isDead = host === thisHost && !isAlive(Number(pid));
    if (isDead || (nowMs !== undefined && isOlder(path, nowMs - surelyDeadMs))) remove(path);
  }
};

const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder);
  } catch {
    // A folder that is not there, or not ours to read, has nothing of ours.
    return [];
  }
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
};

const isOlder = (path: string, ms: number): boolean =>
  (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Number.POSITIVE_INFINITY) < ms;

const remove = (path: string): void => {
  try {
    unlinkSync(path);
  } catch {
    // Somebody else swept it, or we may not: it does no harm where it lies.
  }
};
