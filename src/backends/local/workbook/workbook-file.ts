import { readFile } from 'node:fs/promises';
import { largestFile } from '../../../office-package/bounds.ts';
import { PackageFault, type PackageReason } from '../../../office-package/package-fault.ts';
import { openZip } from '../../../office-package/zip.ts';
import {
  type UnreadableReason,
  UnreadableWorkbookError,
  WorkbookBusyError,
  WorkbookMissingError,
} from '../saving/errors.ts';
import { holderOf } from '../saving/lock-files.ts';
import { errorCode, type FileState, fileState, isSameState } from '../saving/save-file.ts';
import { WorkbookFault } from '../saving/workbook-fault.ts';
import { openParts, type WorkbookParts } from './workbook-parts.ts';

/** A workbook file as it was at one moment. */
export interface WorkbookFile {
  readonly state: FileState;
  readonly parts: WorkbookParts;
}

/** Another program may save while we read; after so many tries its save is taken for broken. */
const maxReads = 5;
const oleHead = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/**
 * Reads the file whole, as one save left it.
 * @throws WorkbookMissingError, UnreadableWorkbookError
 * @throws WorkbookBusyError when it is unreadable while somebody has it open: they are saving it.
 */
export const readWorkbookFile = async (path: string): Promise<WorkbookFile> => {
  const { bytes, state } = await readAtRest(path);
  return { state, parts: guarded(path, () => partsOf(bytes)) };
};

/**
 * The file's bytes, as one save left them.
 * @throws The same as `readWorkbookFile`, as far as it can be told unopened.
 */
export const workbookBytes = async (path: string): Promise<Buffer> =>
  (await readAtRest(path)).bytes;

/** @throws WorkbookFault, PackageFault */
export const partsOf = (bytes: Buffer): WorkbookParts => openParts(open(bytes));

/** Runs what reads parts, and tells its faults as errors for people. */
export const guarded = <T>(path: string, read: () => T): T => {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof PackageFault || error instanceof WorkbookFault)) throw error;
    const reason = reasonOf(error);
    const holder = holderOf(path);
    if (holder !== undefined && (reason === 'truncated' || reason === 'damaged')) {
      throw new WorkbookBusyError({ path, holder, cause: error });
    }
    const where = error instanceof PackageFault ? error.where : undefined;
    throw new UnreadableWorkbookError(path, reason, { where, cause: error });
  }
};

const reasonOf = ({ reason }: { reason: PackageReason | UnreadableReason }): UnreadableReason => {
  if (reason === 'not-a-package') return 'not-a-workbook';
  return reason === 'malformed' ? 'damaged' : reason;
};

const readAtRest = async (path: string): Promise<{ bytes: Buffer; state: FileState }> => {
  for (let tries = 1; ; tries += 1) {
    const state = stateOf(path);
    if (state === undefined) throw new WorkbookMissingError(path);
    if (state.size > largestFile) {
      const where = `the file has ${state.size / 1_048_576n} MB`;
      throw new UnreadableWorkbookError(path, 'too-large', { where });
    }
    const bytes = await readFile(path).catch((error: unknown) => {
      throw asReadError(path, error);
    });
    if (tries === maxReads || isSameState(state, fileState(path))) return { bytes, state };
  }
};

/** A pipe in place of the file would keep us waiting for good. */
const stateOf = (path: string): FileState | undefined => {
  let state: FileState | undefined;
  try {
    state = fileState(path);
  } catch (error) {
    throw asReadError(path, error);
  }
  if (state !== undefined && !state.isFile) throw new UnreadableWorkbookError(path, 'not-a-file');
  return state;
};

const asReadError = (path: string, error: unknown): unknown => {
  switch (errorCode(error)) {
    case 'ENOENT':
      return new WorkbookMissingError(path, error);
    case 'EISDIR':
      return new UnreadableWorkbookError(path, 'not-a-file', { cause: error });
    case 'EACCES':
    case 'EPERM':
      return new UnreadableWorkbookError(path, 'not-permitted', { cause: error });
    case 'EIO':
    case 'ENXIO':
    case 'ESTALE':
    case 'EHOSTDOWN':
      return new UnreadableWorkbookError(path, 'failing-disk', { cause: error });
    case 'EBUSY':
      return new WorkbookBusyError({
        path,
        holder: holderOf(path),
        cause: error,
      });
    default:
      return error;
  }
};

const open = (bytes: Buffer): ReturnType<typeof openZip> => {
  if (bytes.length === 0) throw new WorkbookFault('truncated');
  if (bytes.subarray(0, oleHead.length).equals(oleHead)) {
    const isPackage = bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'));
    throw new WorkbookFault(isPackage ? 'encrypted' : 'old-excel');
  }
  return openZip(bytes);
};
