import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileTrouble } from './file-trouble.ts';

/**
 * Writes a file whole or not at all: beside its place first, then put there in one step.
 *
 * Killed in between, it leaves a file of its own beside the old one, which nobody sweeps: it is for settings and new books,
 * which a person makes by a command. The workbook and the documents are saved by `backends/local/saving/`.
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
