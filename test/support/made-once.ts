/** What is dear to make, made once in a run of the tests, for every file that asks. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export interface Made {
  readonly folder: string;
  remove(): void;
}

/** Tells the workers of a run the folder that they share. */
const shared = 'VICON_MADE_ONCE';

/** Begins a run of the tests: all that they leave lies in one folder, which is gone when it ends. */
export const setup = (): (() => void) => {
  const folder = mkdtempSync(join(roomyMemory() ?? tmpdir(), 'vicon-tests-'));
  // Some tests give up their rights, and still have to get to their own folder.
  chmodSync(folder, 0o755);
  process.env['TMPDIR'] = folder;
  process.env[shared] = join(folder, 'made-once');
  mkdirSync(join(folder, 'made-once'));
  return () => rmSync(folder, { recursive: true, force: true });
};

/**
 * A file system in memory with room for all that the tests write, where the machine has one: they make thousands of
 * small files, and a disk is waited for at each that is to last.
 */
const roomyMemory = (): string | undefined => {
  const place = '/dev/shm';
  if (!existsSync(place)) return undefined;
  const { bavail, bsize } = statfsSync(place);
  return bavail * bsize > 4e9 ? place : undefined;
};

/**
 * A folder that `make` fills for whoever asks first; all others get the same one. Nobody changes anything in it.
 *
 * Outside a run of the tests each call makes a folder of its own, and `remove` takes it away.
 */
export const madeOnce = async (
  name: string,
  make: (folder: string) => void | Promise<void>,
): Promise<Made> => {
  const place = process.env[shared];
  if (place === undefined) {
    const folder = mkdtempSync(join(tmpdir(), `vicon-${name}-`));
    await make(folder);
    return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
  }
  const folder = join(place, name);
  if (isFirst(`${folder}.begun`)) await makeWhole(folder, make);
  while (!existsSync(folder)) {
    if (existsSync(`${folder}.failed`)) throw new Error(`"${name}" could not be made.`);
    await pause(20);
  }
  return { folder, remove: () => undefined };
};

const isFirst = (mark: string): boolean => {
  try {
    mkdirSync(mark);
    return true;
  } catch {
    return false;
  }
};

/** Nobody sees it before it is whole. */
const makeWhole = async (
  folder: string,
  make: (folder: string) => void | Promise<void>,
): Promise<void> => {
  const unfinished = `${folder}.unfinished`;
  try {
    mkdirSync(unfinished);
    await make(unfinished);
    renameSync(unfinished, folder);
  } catch (error) {
    writeFileSync(`${folder}.failed`, '');
    throw error;
  }
};
