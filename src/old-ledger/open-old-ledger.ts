/** Opens the file of an old ledger: a workbook, or the text of a table whatever its encoding and separators. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { csvRows } from '../attendance/csv-rows.ts';
import { readOldWorkbook } from '../backends/local/workbook/read-old-workbook.ts';
import type { OldLedger, OldSheet } from '../core/import/old-ledger.ts';
import { ServiceError } from '../errors.ts';
import { fileTrouble } from '../files/file-trouble.ts';

/** @throws OldLedgerUnreadableError, or what a workbook that cannot be read throws. */
export const openOldLedger = async (path: string): Promise<OldLedger> => {
  const name = basename(path);
  return { name, sheets: isText(name) ? [await readText(path)] : await readOldWorkbook(path) };
};

const isText = (name: string): boolean => /\.(?:csv|tsv|txt)$/i.test(name);

/** The one sheet of a text file bears no name. */
const readText = async (path: string): Promise<OldSheet> => {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    throw fileTrouble(error) ?? new OldLedgerUnreadableError(path, error);
  }
  const rows = csvRows(bytes);
  if (rows === undefined) throw new OldLedgerUnreadableError(path);
  return {
    name: '',
    merges: [],
    rows: rows.map((cells) => cells.map((value) => (value === '' ? undefined : { value }))),
  };
};

/** The file is no table of texts. */
export class OldLedgerUnreadableError extends ServiceError {
  readonly code = 'old-ledger-unreadable';

  constructor(path: string, cause?: unknown) {
    super({
      what: `"${path}" cannot be read as a table.`,
      todo: 'Open it in Excel or LibreOffice, save it as .xlsx or as CSV, and import that file.',
      cause,
    });
  }
}
