/**
 * Puts a copy of a desk back where its settings say.
 *
 * The copy is proved whole first. What lies in the way is kept beside it under another name; each part is written beside
 * its place before any is moved, so that what can fail has failed before anything changes.
 */
import { existsSync, renameSync, rmSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Temporal } from 'temporal-polyfill';
import { type ConfigFile, readConfigFor } from '../config.ts';
import { fileTrouble } from '../files/file-trouble.ts';
import { makeFolder } from '../files/make-folder.ts';
import type { DeskClaim } from '../ledger/claim-desk.ts';
import { type LedgerReturn, returnLedger } from '../ledger/desk-copy.ts';
import { claimDeskAt } from '../ledger/ledger-home.ts';
import { isPostgresAddress } from '../ledger/postgres/postgres-place.ts';
import { copyFileWhole, filesBelow, hashOf, traceOf } from './copy-file.ts';
import { type DeskPart, ledgerFile, partsOf } from './desk-parts.ts';
import { NotABackupError, RestoreInTheWayError } from './errors.ts';
import { momentName, proveWhole } from './make-backup.ts';
import {
  type CopiedFile,
  type CopiedPart,
  copyOf,
  type Manifest,
  readManifest,
} from './manifest.ts';

export interface Restored {
  readonly config: ConfigFile;
  readonly manifest: Manifest;
  /** Where parts lie now that lay somewhere already. */
  readonly places: readonly string[];
  /** What was there before, under its new name. */
  readonly kept: readonly string[];
}

/**
 * @param settings Where the settings file goes; relative paths in it are taken from there.
 * @param replace What lies in the way is put aside; without it nothing is restored then.
 * @throws NotABackupError, BackupDamagedError, RestoreInTheWayError, or DeskBusyError while somebody works on the desk.
 */
export const restoreBackup = async (
  folder: string,
  {
    settings,
    replace,
    now,
    progress,
  }: {
    readonly settings: string;
    readonly replace: boolean;
    readonly now: Temporal.Instant;
    readonly progress: (step: string) => void;
  },
): Promise<Restored> => {
  const manifest = readManifest(folder);
  progress('Reading the copy');
  await proveWhole(folder, manifest);
  const config = readConfigFor(settingsIn(folder, manifest), settings);
  const moves = movesTo(config, { folder, manifest });
  makeFolder(config.stateFolder, { mode: 0o700 });
  const claim = await claimDeskAt(config.ledger);
  try {
    return await withLedger(
      { config, claim, copy: ledgerIn(folder, manifest) },
      async (ledger): Promise<Restored> => {
        const wrong = await differing(moves);
        const inTheWay = [
          ...wrong.map(({ place }) => place).filter((place) => existsSync(place)),
          ...(ledger?.stands === 'another' ? [config.ledger] : []),
        ];
        if (inTheWay.length > 0 && !replace) throw new RestoreInTheWayError(inTheWay);
        progress('Writing the parts beside their places');
        for (const move of wrong) await stage(move);
        const suffix = ` (sebelum dipulihkan ${momentName(now, config.timeZone)})`;
        const rows = await bringLedger(ledger, { config, suffix, progress });
        const kept = wrong.flatMap((move) => settle(move, suffix));
        return {
          config,
          manifest,
          places: [...wrong.map(({ place }) => place), ...rows.places],
          kept: [...kept, ...rows.kept],
        };
      },
    );
  } finally {
    await claim.release();
    for (const { place } of moves) rmSync(stagedAt(place), { recursive: true, force: true });
  }
};

/** After all that can fail of the files, and before any of them is moved. */
const bringLedger = async (
  ledger: LedgerReturn | undefined,
  {
    config,
    suffix,
    progress,
  }: {
    readonly config: ConfigFile;
    readonly suffix: string;
    readonly progress: (step: string) => void;
  },
): Promise<Pick<Restored, 'places' | 'kept'>> => {
  if (ledger === undefined || ledger.stands === 'the same') return { places: [], kept: [] };
  progress('Bringing the ledger back into its database');
  const aside = withSuffix(join(config.stateFolder, ledgerFile(config.ledger)), suffix);
  await ledger.bring(aside);
  return { places: [config.ledger], kept: ledger.stands === 'another' ? [aside] : [] };
};

/** With the way back into a database, where the ledger belongs into one; a file is a part like any other. */
const withLedger = <T>(
  {
    config,
    claim,
    copy,
  }: {
    readonly config: ConfigFile;
    readonly claim: DeskClaim;
    readonly copy: string | undefined;
  },
  work: (ledger: LedgerReturn | undefined) => Promise<T>,
): Promise<T> =>
  copy === undefined || !isPostgresAddress(config.ledger)
    ? work(undefined)
    : returnLedger(
        copy,
        { to: config.ledger, claim, beside: stagedAt(join(config.stateFolder, 'ledger.db')) },
        work,
      );

/** A part of the copy and where it goes. */
interface Move {
  readonly part: CopiedPart;
  readonly place: string;
  readonly files: readonly MovedFile[];
}

interface MovedFile extends Pick<CopiedFile, 'sha256' | 'mode'> {
  readonly from: string;
  /** Below the place; empty where the part is this one file. */
  readonly to: string;
}

const settingsIn = (folder: string, manifest: Manifest): string => {
  const file = onlyFile('settings', { folder, manifest });
  if (file === undefined) throw new NotABackupError(folder);
  return file;
};

/** `undefined` where the desk had none yet. */
const ledgerIn = (folder: string, manifest: Manifest): string | undefined =>
  onlyFile('ledger', { folder, manifest });

/** Of a part that is one file. */
const onlyFile = (
  name: CopiedPart['name'],
  { folder, manifest: { parts } }: { readonly folder: string; readonly manifest: Manifest },
): string | undefined => {
  const part = parts.find((each) => each.name === name);
  const [file] = part?.files ?? [];
  return part && file && copyOf(folder, part, file.path);
};

const movesTo = (
  config: ConfigFile,
  { folder, manifest }: { readonly folder: string; readonly manifest: Manifest },
): readonly Move[] => {
  const placeOf = new Map(
    partsOf(config)
      .filter(({ place }) => !isPostgresAddress(place))
      .map((part: DeskPart) => [part.name, part.place]),
  );
  return manifest.parts.flatMap((part) => {
    const place = placeOf.get(part.name);
    if (place === undefined) return [];
    const files = part.files.map(({ path, sha256, mode }) => ({
      from: copyOf(folder, part, path),
      to: part.kind === 'file' ? '' : path,
      sha256,
      mode,
    }));
    return [{ part, place, files }];
  });
};

/** Those that do not lie there already, to the byte. */
const differing = async (moves: readonly Move[]): Promise<readonly Move[]> => {
  const wrong: Move[] = [];
  for (const move of moves) if (!(await isThere(move))) wrong.push(move);
  return wrong;
};

const isThere = async ({ part, place, files }: Move): Promise<boolean> => {
  if (part.kind === 'folder' && filesBelow(place).length !== files.length) return false;
  for (const { to, sha256 } of files) {
    const lying = join(place, to);
    if (traceOf(lying) === undefined || (await hashOf(lying)) !== sha256) return false;
  }
  return true;
};

const stagedAt = (place: string): string => `${place}.sedang-dipulihkan`;

const stage = async ({ part, place, files }: Move): Promise<void> => {
  const staged = stagedAt(place);
  rmSync(staged, { recursive: true, force: true });
  const folder = hidden.has(part.name) ? { folder: 0o700 } : {};
  for (const { from, to, mode } of files)
    await copyFileWhole(from, join(staged, to), { file: mode, ...folder });
};

/** Parts that no other account may look into. */
const hidden: ReadonlySet<CopiedPart['name']> = new Set([
  'ledger',
  'last good templates',
  'what undo needs',
  'outbox',
]);

/** SQLite would read what it left beside another ledger as if it were of this one. */
const besides: Readonly<Partial<Record<CopiedPart['name'], readonly string[]>>> = {
  ledger: ['-wal', '-shm'],
};

const settle = ({ part, place }: Move, suffix: string): readonly string[] => {
  const moved = ['', ...(besides[part.name] ?? [])].flatMap((ending) => {
    const lying = `${place}${ending}`;
    if (!existsSync(lying)) return [];
    const aside = `${withSuffix(place, suffix)}${ending}`;
    rename(lying, aside);
    return ending === '' ? [aside] : [];
  });
  rename(stagedAt(place), place);
  return moved;
};

/** Before the extension, so that a double click still opens it. */
const withSuffix = (place: string, suffix: string): string => {
  const extension = extname(place);
  return `${place.slice(0, place.length - extension.length)}${suffix}${extension}`;
};

const rename = (from: string, to: string): void => {
  try {
    renameSync(from, to);
  } catch (error) {
    throw fileTrouble(error, to) ?? error;
  }
};
