import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import {
  type LocalWorkbook,
  openLocalWorkbook,
} from '../../../../src/backends/local/workbook/local-workbook.ts';

/** A folder that is gone after the test. */
export const aFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'vicon-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** A workbook file with these bytes, and the workbook over it. */
export const aWorkbookFile = (
  bytes: Uint8Array,
  name = 'buku.xlsx',
): { readonly path: string; readonly folder: string; readonly workbook: LocalWorkbook } => {
  const folder = aFolder();
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return { path, folder, workbook: openLocalWorkbook({ path }) };
};
