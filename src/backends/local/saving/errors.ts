import { ServiceError } from '../../../errors.ts';

/** There is no file where the workbook should lie. */
export class WorkbookMissingError extends ServiceError {
  readonly code = 'workbook-missing';

  constructor(path: string, cause?: unknown) {
    super({
      what: `There is no workbook "${path}".`,
      todo: 'Put it there, or correct "workbook" in layanan-vicon.json.',
      cause,
    });
  }
}

/** Why a file cannot be read as a workbook. */
export type UnreadableReason =
  | 'not-a-workbook'
  | 'truncated'
  | 'damaged'
  | 'encrypted'
  | 'old-excel'
  | 'open-document'
  | 'no-worksheet'
  | 'too-large'
  | 'zip64'
  | 'not-permitted'
  | 'not-a-file'
  | 'failing-disk';

const fromCopy =
  'Bring it back from a copy, or open it in Excel or LibreOffice and save it again as .xlsx.';

const unreadableWords: Readonly<Record<UnreadableReason, { what: string; todo: string }>> = {
  'not-a-workbook': {
    what: 'is not an Excel workbook (.xlsx).',
    todo: 'Correct "workbook" in layanan-vicon.json, or save the file from Excel or LibreOffice as .xlsx.',
  },
  truncated: { what: 'is cut off: its end is missing.', todo: fromCopy },
  damaged: { what: 'is damaged.', todo: fromCopy },
  encrypted: {
    what: 'is locked with a password.',
    todo: 'Open it in Excel, clear the password under File > Info > Protect Workbook > Encrypt with Password, and save.',
  },
  'old-excel': {
    what: 'is in the old Excel format (.xls).',
    todo: 'Open it in Excel or LibreOffice, save it as .xlsx, and name the new file as "workbook" in layanan-vicon.json.',
  },
  'open-document': {
    what: 'is in the OpenDocument format (.ods).',
    todo: 'Open it in LibreOffice, save it as .xlsx (Excel 2007-365), and name the new file as "workbook" in layanan-vicon.json.',
  },
  'no-worksheet': {
    what: 'has no worksheet.',
    todo: 'Correct "workbook" in layanan-vicon.json, or bring the workbook back from a copy.',
  },
  'not-permitted': {
    what: 'may not be read by the account that runs this program.',
    todo: 'Let that account read and write the file and its folder.',
  },
  'not-a-file': {
    what: 'is no file but a folder, a pipe or a device.',
    todo: 'Correct "workbook" in layanan-vicon.json.',
  },
  'failing-disk': {
    what: 'could not be read: the disk or the network drive it lies on gave an error.',
    todo: 'Check the disk or the connection and run again; nothing was changed.',
  },
  'too-large': {
    what: 'is too large.',
    todo: 'Remove sheets, pictures, and cells far to the right or below that are not needed, and save it again from Excel or LibreOffice.',
  },
  zip64: {
    what: 'is in the ZIP64 format, which is not supported.',
    todo: 'Open it in Excel or LibreOffice and save it again as .xlsx.',
  },
};

/** The file lies there, but it is no workbook we can read. `code` tells the reasons apart. */
export class UnreadableWorkbookError extends ServiceError {
  readonly code: `workbook-${UnreadableReason}`;

  constructor(
    path: string,
    reason: UnreadableReason,
    { where, cause }: { readonly where?: string | undefined; readonly cause?: unknown } = {},
  ) {
    const { what, todo } = unreadableWords[reason];
    const place = where === undefined ? '' : ` What was found: ${where}.`;
    super({ what: `The workbook "${path}" ${what}${place}`, todo, cause });
    this.code = `workbook-${reason}`;
  }
}

/** Who holds a file open, and the lock file that says so. */
export interface LockHolder {
  /** The name that the program noted; absent when the lock file does not tell. */
  readonly name?: string;
  readonly lockFile: string;
}

/** Somebody has the workbook open for editing, or keeps saving it while we try to. Nothing was written. */
export class WorkbookBusyError extends ServiceError {
  readonly code = 'workbook-busy';
  readonly holder: LockHolder | undefined;

  constructor({
    path,
    holder,
    cause,
  }: { path: string; holder?: LockHolder | undefined; cause?: unknown }) {
    super({ ...busy(`The workbook "${path}"`, holder), cause });
    this.holder = holder;
  }
}

/** Somebody has a document open; it is left as it is. */
export class DocumentBusyError extends ServiceError {
  readonly code = 'document-busy';
  readonly holder: LockHolder | undefined;

  constructor({
    path,
    holder,
    cause,
  }: { path: string; holder?: LockHolder | undefined; cause?: unknown }) {
    super({ ...busy(`The document "${path}"`, holder), cause });
    this.holder = holder;
  }
}

const busy = (subject: string, holder: LockHolder | undefined): { what: string; todo: string } =>
  holder === undefined
    ? {
        what: `${subject} is in use by another program; it was left as it is.`,
        todo: 'Close that program; the next pass writes what was left.',
      }
    : {
        what: `${subject} is open (${holder.name ?? 'by whom is not known'}); it was left as it is.`,
        todo: `Save and close it; the next pass writes what was left. If nobody has it open, delete the file "${holder.lockFile}" beside it.`,
      };

/** Why a place takes no file. */
export type NotWritableReason = 'read-only' | 'disk-full' | 'no-folder';

/** The workbook, or the folder it lies in, cannot be written. The workbook is as it was. */
export class WorkbookNotWritableError extends ServiceError {
  readonly code: `workbook-${NotWritableReason}`;

  constructor(path: string, reason: NotWritableReason, cause?: unknown) {
    super({ ...notWritable(`The workbook "${path}"`, reason), cause });
    this.code = `workbook-${reason}`;
  }
}

/** The documents folder cannot be written. Nothing is left half-written. */
export class StoreNotWritableError extends ServiceError {
  readonly code: `documents-${NotWritableReason}`;

  constructor(path: string, reason: NotWritableReason, cause?: unknown) {
    super({ ...notWritable(`The document "${path}"`, reason), cause });
    this.code = `documents-${reason}`;
  }
}

const notWritable = (
  subject: string,
  reason: NotWritableReason,
): { what: string; todo: string } => {
  switch (reason) {
    case 'disk-full':
      return {
        what: `${subject} could not be saved: the disk is full or the quota used up.`,
        todo: 'Free some space and run again; what stood there is unharmed.',
      };
    case 'no-folder':
      return {
        what: `${subject} cannot be written: a file stands where a folder of its path should be.`,
        todo: 'Move that file away, or correct the path in layanan-vicon.json, and run again.',
      };
    case 'read-only':
      return {
        what: `${subject} cannot be written: the file or its folder is read-only.`,
        todo: 'Let the account that runs this program write both, and run again.',
      };
  }
};

/** A document's place lies outside the documents folder. */
export class OutsideStoreError extends ServiceError {
  readonly code = 'document-outside-store';

  constructor(path: string, root: string) {
    super({
      what: `The document "${path}" would lie outside the documents folder "${root}".`,
      todo: 'Remove the symbolic link that leads out of the folder, or correct "documents" in layanan-vicon.json.',
    });
  }
}
