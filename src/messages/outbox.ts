/**
 * A folder of .eml files, for whoever sends them by a mail program of his own.
 *
 * A file stands under its name only when it is whole. What a person moved or threw away is never written again: until the
 * ledger knows that a file was put there, a trace of it is kept in a folder beside the files.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../files/make-folder.ts';
import type { Dispatch, SendOutcome, WayOut } from './way-out.ts';

export const openOutbox = (folder: string): WayOut => ({
  name: 'outbox',
  inDoubt: 'look',
  had: async (id) => hasPut(placesOf(id, folder)),
  send: async (dispatch) => put(dispatch, folder),
  settle: async (open) => sweep(folder, open),
});

const traces = '.jejak';

interface FilePlaces {
  readonly place: string;
  /** Where it is written first. */
  readonly beside: string;
  /** Says that it was put into its place. */
  readonly trace: string;
}

const placesOf = (id: string, folder: string): FilePlaces => ({
  place: join(folder, `${id}.eml`),
  beside: join(folder, traces, `${id}.siap`),
  trace: join(folder, traces, `${id}.ada`),
});

const put = ({ id, raw }: Dispatch, folder: string): SendOutcome => {
  const places = placesOf(id, folder);
  const { place, beside } = places;
  try {
    makeFolder(join(folder, traces), { mode: 0o700 });
    if (hasPut(places)) return { kind: 'sent' };
    rmSync(beside, { force: true });
    writeFileSync(beside, raw, { flag: 'wx', mode: 0o600, flush: true });
  } catch (error) {
    return { kind: 'paused', why: whyNot(error) };
  }
  try {
    name(places);
    for (const each of [folder, join(folder, traces)]) flushFolder(each);
    return { kind: 'sent' };
  } catch (error) {
    return existsSync(place)
      ? { kind: 'unknown', why: whyNot(error) }
      : { kind: 'paused', why: whyNot(error) };
  }
};

const hasPut = ({ place, beside, trace }: FilePlaces): boolean =>
  existsSync(place) || existsSync(trace) || hasTwoNames(beside);

/** It was put in its place, and moved from there before that was on record. */
const hasTwoNames = (beside: string): boolean =>
  (statSync(beside, { throwIfNoEntry: false })?.nlink ?? 0) > 1;

/** A link never takes the place of a file; where the disk knows none, nobody but us writes here. */
const name = ({ place, beside, trace }: FilePlaces): void => {
  try {
    linkSync(beside, place);
    renameSync(beside, trace);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') rmSync(beside, { force: true });
    else if (withoutLinks.has(codeOf(error))) {
      renameSync(beside, place);
      writeFileSync(trace, '', { flush: true });
    } else throw error;
  }
};

const withoutLinks: ReadonlySet<string> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS']);

const sweep = (folder: string, open: ReadonlySet<string>): void => {
  const place = join(folder, traces);
  if (!existsSync(place)) return;
  for (const file of readdirSync(place))
    if (!open.has(file.replace(/\.(?:siap|ada)$/, ''))) rmSync(join(place, file), { force: true });
};

/** So that the name outlives a power cut too; Windows opens no folder. */
const flushFolder = (folder: string): void => {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

const whyNot = (error: unknown): string => {
  switch (codeOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'disk penuh';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'folder pesan keluar tidak boleh ditulisi';
    default:
      return 'folder pesan keluar tidak dapat ditulisi';
  }
};

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';
