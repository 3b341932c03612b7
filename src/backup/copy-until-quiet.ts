/**
 * Copies all parts of a desk as they were at one moment, without stopping whoever works on it: what the service wrote
 * meanwhile shows in the ledger's revision, and then whatever changed is copied again.
 */
import { rmSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import type { ConfigFile } from '../config.ts';
import { makeFolder } from '../files/make-folder.ts';
import type { LedgerCount } from '../ledger/copy-ledger.ts';
import { copyLedgerAt, countLedgerAt } from '../ledger/desk-copy.ts';
import {
  copyFileWhole,
  type FileTrace,
  filesBelow,
  hashOf,
  isSameTrace,
  privately,
  traceOf,
} from './copy-file.ts';
import { type DeskPart, ledgerFile, partsOf } from './desk-parts.ts';
import { NeverQuietError } from './errors.ts';
import { type CopiedFile, copyOf, type Manifest } from './manifest.ts';

/** So often is copied again what changed while it was copied. */
const mostRounds = 5;

/** @throws NeverQuietError */
export const copyUntilQuiet = async (
  config: ConfigFile,
  {
    to,
    beside,
    progress,
  }: {
    readonly to: string;
    /** What lies below it is no part of the desk: other copies. */
    readonly beside: string;
    readonly progress: (step: string) => void;
  },
): Promise<Pick<Manifest, 'ledger' | 'parts'>> => {
  const parts = partsOf(config);
  const places = new Set([beside, ...parts.map(({ place }) => place)]);
  const known = new Map<string, CopiedBefore>();
  for (let round = 0; round < mostRounds; round += 1) {
    const before = await revisionOf(config.ledger);
    const copies: { readonly part: DeskPart; readonly files: readonly CopiedFile[] }[] = [];
    for (const part of parts.filter(({ name }) => name !== 'ledger')) {
      progress(`Copying ${part.name === 'what undo needs' ? '' : 'the '}${part.name}`);
      copies.push({ part, files: await copyPart(part, { to, places, known }) });
    }
    progress('Copying the ledger');
    const ledger = await copyTheLedger(config.ledger, to);
    if (
      ledger.count.revision === before &&
      copies.every(({ part, files }) => isAsCopied(part, files, { places, known }))
    )
      return {
        ledger: ledger.count,
        parts: [
          ...copies.flatMap(({ part: { name, kind }, files }) =>
            files.length === 0 ? [] : [{ name, kind, files: [...files] }],
          ),
          ...(ledger.file === undefined
            ? []
            : [{ name: 'ledger' as const, kind: 'file' as const, files: [ledger.file] }]),
        ],
      };
  }
  throw new NeverQuietError(config.file);
};

/** A file as it lay there when it was copied. */
interface CopiedBefore {
  readonly trace: FileTrace;
  readonly file: CopiedFile;
}

const revisionOf = async (ledger: string): Promise<number> =>
  (await countLedgerAt(ledger))?.revision ?? 0;

const copyTheLedger = async (
  ledger: string,
  to: string,
): Promise<{ readonly count: LedgerCount; readonly file?: CopiedFile }> => {
  const path = ledgerFile(ledger);
  const place = copyOf(to, { name: 'ledger' }, path);
  makeFolder(dirname(place), { mode: 0o700 });
  const count = await copyLedgerAt(ledger, place);
  // A desk that no pass has been over has none yet.
  if (count === undefined) return { count: { revision: 0, tickets: 0 } };
  const trace = traceOf(place);
  return {
    count,
    file: {
      path,
      bytes: Number(trace?.bytes ?? 0),
      mode: privately.file,
      sha256: await hashOf(place),
    },
  };
};

/** Files that are as they were in the round before are not read again; one that is gone leaves the copy. */
const copyPart = async (
  part: DeskPart,
  {
    to,
    places,
    known,
  }: {
    readonly to: string;
    readonly places: ReadonlySet<string>;
    readonly known: Map<string, CopiedBefore>;
  },
): Promise<readonly CopiedFile[]> => {
  const files: CopiedFile[] = [];
  for (const source of filesOf(part, places)) {
    const before = known.get(source);
    const trace = traceOf(source);
    if (trace === undefined) continue;
    if (before !== undefined && isSameTrace(before.trace, trace)) {
      files.push(before.file);
      continue;
    }
    const path =
      part.kind === 'file' ? basename(source) : relative(part.place, source).split(sep).join('/');
    const sha256 = await copyFileWhole(source, copyOf(to, part, path));
    const file = { path, bytes: Number(trace.bytes), mode: trace.mode, sha256 };
    known.set(source, { trace, file });
    files.push(file);
  }
  const kept = new Set(files.map(({ path }) => copyOf(to, part, path)));
  for (const place of filesBelow(join(to, part.name))) {
    if (!kept.has(place)) rmSync(place);
  }
  return files;
};

/** Whether everything still lies there as it was copied, and nothing else. */
const isAsCopied = (
  part: DeskPart,
  files: readonly CopiedFile[],
  {
    places,
    known,
  }: {
    readonly places: ReadonlySet<string>;
    readonly known: ReadonlyMap<string, CopiedBefore>;
  },
): boolean => {
  const lying = filesOf(part, places).filter((source) => traceOf(source) !== undefined);
  return (
    lying.length === files.length &&
    lying.every((source) => isSameTrace(known.get(source)?.trace, traceOf(source)))
  );
};

const filesOf = (part: DeskPart, places: ReadonlySet<string>): readonly string[] =>
  part.kind === 'file'
    ? [part.place]
    : filesBelow(part.place, new Set([...places].filter((place) => place !== part.place))).filter(
        (path) => !isLock(basename(path)),
      );

/** Whoever has a file open; a lock that is brought back would keep everybody out. */
const isLock = (name: string): boolean => name.startsWith('~$') || name.startsWith('.~lock.');
