/** Opens the file of an old ledger: a workbook, or the text of a table whatever its encoding and separators. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { csvRows } from '../attendance/csv-rows.ts';
import { UnreadableWorkbookError, WorkbookMissingError } from '../backends/local/saving/errors.ts';
import { readOldWorkbook } from '../backends/local/workbook/read-old-workbook.ts';
import type { OldLedger, OldSheet } from '../core/import/old-ledger.ts';
import { ServiceError } from '../errors.ts';
import { fileTrouble } from '../files/file-trouble.ts';

/** @throws OldLedgerMissingError, OldLedgerUnreadableError, or what else keeps a workbook from being read. */
export const openOldLedger = async (path: string): Promise<OldLedger> => {
  const name = basename(path);
  return { name, sheets: isText(name) ? [await readText(path)] : await readWorkbook(path) };
};

/** What is said of the desk's own workbook, to put it back or to correct the settings, would mislead here. */
const readWorkbook = async (path: string): Promise<readonly OldSheet[]> => {
  try {
    return await readOldWorkbook(path);
  } catch (error) {
    if (error instanceof WorkbookMissingError) throw new OldLedgerMissingError(path, error);
    if (error instanceof UnreadableWorkbookError && noTable.has(error.code))
      throw new OldLedgerUnreadableError(path, error);
    throw error;
  }
};

const noTable: ReadonlySet<string> = new Set<UnreadableWorkbookError['code']>([
  'workbook-not-a-workbook',
  'workbook-truncated',
  'workbook-damaged',
  'workbook-old-excel',
  'workbook-open-document',
  'workbook-no-worksheet',
  'workbook-not-a-file',
]);

const isText = (name: string): boolean => /\.(?:csv|tsv|txt)$/i.test(name);

/** The one sheet of a text file bears no name. */
const readText = async (path: string): Promise<OldSheet> => {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    const trouble = fileTrouble(error);
    if (trouble?.code === 'file-missing') throw new OldLedgerMissingError(path, error);
    throw trouble ?? new OldLedgerUnreadableError(path, error);
  }
  const rows = csvRows(bytes);
  if (rows === undefined) throw new OldLedgerUnreadableError(path);
  return {
    name: '',
    merges: [],
    rows: rows.map((cells) => cells.map((value) => (value === '' ? undefined : { value }))),
  };
};

/** Nothing lies where the old ledger should. */
export class OldLedgerMissingError extends ServiceError {
  readonly code = 'wrong-usage';

  constructor(path: string, cause: unknown) {
    super({
      what: `There is no file "${path}".`,
      todo: 'Check how it is spelled; nothing was written.',
      cause,
    });
  }
}

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
