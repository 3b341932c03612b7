import { readFileSync, statSync } from 'node:fs';
import { ServiceError } from '../errors.ts';
import { largestFile } from '../office-package/bounds.ts';

/**
 * Reads a file whole, if it is one: a pipe or a device in its place would keep us waiting for good, and a file of
 * gigabytes is none of ours.
 *
 * @throws NotAPlainFileError, or what the system says.
 */
export const readPlainFile = (path: string): Buffer => {
  const found = statSync(path);
  if (!found.isFile()) throw new NotAPlainFileError(path);
  if (found.size > largestFile) throw new FileTooLargeError(path, found.size);
  return readFileSync(path);
};

/** A folder, a pipe or a device stands where a file should. */
export class NotAPlainFileError extends ServiceError {
  readonly code = 'not-a-file';

  constructor(path: string) {
    super({
      what: `"${path}" is no file but a folder, a pipe or a device.`,
      todo: 'Name the file that is meant.',
    });
  }
}

/** Nothing that we read is that large. */
export class FileTooLargeError extends ServiceError {
  readonly code = 'file-too-large';

  constructor(path: string, bytes: number) {
    const mb = (size: number): string => `${Math.ceil(size / (1024 * 1024))} MB`;
    super({
      what: `The file "${path}" is too large: ${mb(bytes)}; at most ${mb(largestFile)} are read.`,
      todo: 'Check that it is the file that is meant.',
    });
  }
}
