import { readFile } from 'node:fs/promises';
import { UnreadableWorkbookError, WorkbookBusyError, WorkbookMissingError } from './errors.ts';
import { holderOf } from './lock-files.ts';
import { errorCode, type FileState, fileState, isSameState } from './save-file.ts';
import { openParts, type WorkbookParts } from './workbook-parts.ts';
import { openZip, ZipFault } from './zip.ts';

/** A workbook file as it was at one moment. */
export interface WorkbookFile {
  readonly state: FileState;
  readonly parts: WorkbookParts;
}

/** Another program may save while we read; after so many tries its save is taken for broken. */
const MAX_READS = 5;
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/**
 * Reads the file whole, as one save left it.
 * @throws WorkbookMissingError, UnreadableWorkbookError
 * @throws WorkbookBusyError when it is unreadable while somebody has it open: they are saving it.
 */
export const readWorkbookFile = async (path: string): Promise<WorkbookFile> => {
  const { bytes, state } = await readAtRest(path);
  return { state, parts: guarded(path, () => openParts(open(bytes))) };
};

/** Runs what reads parts, and tells its faults as errors for people. */
export const guarded = <T>(path: string, read: () => T): T => {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ZipFault)) throw error;
    const holder = holderOf(path);
    if (holder !== undefined && (error.reason === 'truncated' || error.reason === 'damaged')) {
      throw new WorkbookBusyError({ path, holder, cause: error });
    }
    throw new UnreadableWorkbookError(path, error.reason, error);
  }
};

const readAtRest = async (path: string): Promise<{ bytes: Buffer; state: FileState }> => {
  for (let tries = 1; ; tries += 1) {
    const state = fileState(path);
    if (state === undefined) throw new WorkbookMissingError(path);
    const bytes = await readFile(path).catch((error: unknown) => {
      throw asReadError(path, error);
    });
    if (tries === MAX_READS || isSameState(state, fileState(path))) return { bytes, state };
  }
};

const asReadError = (path: string, error: unknown): unknown => {
  switch (errorCode(error)) {
    case 'ENOENT':
      return new WorkbookMissingError(path, error);
    case 'EISDIR':
      return new UnreadableWorkbookError(path, 'not-a-workbook', error);
    case 'EACCES':
    case 'EPERM':
      return new UnreadableWorkbookError(path, 'not-permitted', error);
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
  if (bytes.length === 0) throw new ZipFault('truncated');
  if (bytes.subarray(0, OLE.length).equals(OLE)) {
    const isPackage = bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'));
    throw new ZipFault(isPackage ? 'encrypted' : 'old-excel');
  }
  return openZip(bytes);
};
