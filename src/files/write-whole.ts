import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileTrouble } from './file-trouble.ts';

/**
 * Writes a file whole or not at all: beside its place first, then put there in one step.
 *
 * @throws FileTroubleError; what stood there is unchanged then.
 */
export const writeWhole = (path: string, content: string | Uint8Array): void => {
  const beside = join(dirname(path), `.${process.pid}.layanan-vicon.tmp`);
  try {
    writeFileSync(beside, content, { flush: true });
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw fileTrouble(error, path) ?? error;
  }
};
