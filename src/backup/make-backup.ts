/**
 * Copies a desk into a folder of its own, while the service may go on.
 *
 * The folder carries its name only when everything in it was read back and found whole.
 */
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Temporal } from 'temporal-polyfill';
import type { ConfigFile } from '../config.ts';
import { clockTime } from '../core/cases/wording.ts';
import { makeFolder } from '../files/make-folder.ts';
import { writeWhole } from '../files/write-whole.ts';
import { countLedger } from '../ledger/copy-ledger.ts';
import { hashOf, traceOf } from './copy-file.ts';
import { copyUntilQuiet } from './copy-until-quiet.ts';
import { BackupDamagedError } from './errors.ts';
import { copyOf, type Manifest, manifestName } from './manifest.ts';

export interface Backup {
  readonly folder: string;
  readonly manifest: Manifest;
}

/**
 * @param into The folder in which the copy gets a folder of its own, by the moment.
 * @throws NeverQuietError, or what keeps the ledger or a file from being read or written; no copy is left then.
 */
export const makeBackup = async (
  config: ConfigFile,
  {
    into,
    now,
    progress,
  }: {
    readonly into: string;
    readonly now: Temporal.Instant;
    readonly progress: (step: string) => void;
  },
): Promise<Backup> => {
  const folder = freeName(join(into, momentName(now, config.timeZone)));
  const unfinished = `${folder} (belum selesai)`;
  makeFolder(unfinished, { mode: 0o700 });
  try {
    const copied = await copyUntilQuiet(config, { to: unfinished, beside: into, progress });
    const manifest: Manifest = { layout: 1, madeAt: now.toString(), ...copied };
    progress('Reading the copy back');
    await proveWhole(unfinished, manifest);
    writeWhole(join(unfinished, manifestName), `${JSON.stringify(manifest, undefined, 1)}\n`);
    renameSync(unfinished, folder);
    return { folder, manifest };
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw error;
  }
};

/**
 * Reads every file of a copy, and its ledger page by page.
 * @throws BackupDamagedError, LedgerCorruptError
 */
export const proveWhole = async (folder: string, manifest: Manifest): Promise<void> => {
  for (const part of manifest.parts) {
    for (const { path, sha256 } of part.files) {
      const place = copyOf(folder, part, path);
      if (traceOf(place) === undefined || (await hashOf(place)) !== sha256)
        throw new BackupDamagedError(place);
      if (part.name === 'ledger') await countLedger(place);
    }
  }
};

/** "2026-11-28 15.30" */
export const momentName = (now: Temporal.Instant, timeZone: string): string => {
  const local = now.toZonedDateTimeISO(timeZone);
  return `${local.toPlainDate().toString()} ${clockTime(local.toPlainTime())}`;
};

/** Nothing lies there yet: a second copy of the same minute gets a number. */
const freeName = (path: string): string => {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? path : `${path} (${number})`;
    if (!existsSync(name)) return name;
  }
};
