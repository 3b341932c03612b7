import { ServiceError } from '../../errors.ts';

/** There is no file where the workbook should lie. */
export class WorkbookMissingError extends ServiceError {
  readonly code = 'workbook-missing';

  constructor(path: string, cause?: unknown) {
    super({
      what: `Buku kerja "${path}" tidak ditemukan.`,
      todo: 'Periksa letak dan nama berkasnya, atau perbaiki "workbook.path" pada pengaturan.',
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
  | 'not-permitted';

const FROM_COPY =
  'Pulihkan dari salinan cadangan, atau buka di Excel atau LibreOffice lalu simpan ulang sebagai .xlsx.';

const UNREADABLE: Readonly<Record<UnreadableReason, { what: string; todo: string }>> = {
  'not-a-workbook': {
    what: 'bukan buku kerja Excel (.xlsx).',
    todo: 'Tunjuk berkas .xlsx yang benar, atau simpan ulang berkas ini dari Excel atau LibreOffice sebagai .xlsx.',
  },
  truncated: { what: 'terpotong: bagian akhirnya tidak ada.', todo: FROM_COPY },
  damaged: { what: 'rusak: isinya tidak utuh lagi.', todo: FROM_COPY },
  encrypted: {
    what: 'dilindungi kata sandi sehingga tidak dapat dibaca layanan.',
    todo: 'Buka di Excel, hapus kata sandi pembuka melalui Info > Protect Workbook > Encrypt with Password, lalu simpan.',
  },
  'old-excel': {
    what: 'berformat Excel lama (.xls).',
    todo: 'Buka di Excel atau LibreOffice, lalu simpan sebagai .xlsx dan tunjuk berkas yang baru.',
  },
  'open-document': {
    what: 'berformat OpenDocument (.ods).',
    todo: 'Buka di LibreOffice, lalu simpan sebagai .xlsx (Excel 2007-365) dan tunjuk berkas yang baru.',
  },
  'no-worksheet': {
    what: 'tidak memuat satu pun lembar kerja.',
    todo: 'Tunjuk buku kerja layanan yang benar, atau pulihkan dari salinan cadangan.',
  },
  'not-permitted': {
    what: 'tidak boleh dibaca oleh akun yang menjalankan layanan.',
    todo: 'Beri akun itu izin membaca dan menulis pada berkas dan foldernya.',
  },
  'too-large': {
    what: 'terlalu besar atau berformat ZIP64 yang tidak didukung.',
    todo: 'Hapus gambar atau lembar yang tidak perlu, lalu simpan ulang dari Excel atau LibreOffice.',
  },
};

/** The file lies there, but it is no workbook we can read. `code` tells the reasons apart. */
export class UnreadableWorkbookError extends ServiceError {
  readonly code: `workbook-${UnreadableReason}`;

  constructor(path: string, reason: UnreadableReason, cause?: unknown) {
    const { what, todo } = UNREADABLE[reason];
    super({ what: `Buku kerja "${path}" ${what}`, todo, cause });
    this.code = `workbook-${reason}`;
  }
}

/** Who holds a file open, and the lock file that says so. */
export interface Holder {
  /** The name that the program noted; absent when the lock file does not tell. */
  readonly name?: string;
  readonly lockFile: string;
}

/** Somebody has the workbook open for editing, or keeps saving it while we try to. Nothing was written. */
export class WorkbookBusyError extends ServiceError {
  readonly code = 'workbook-busy';
  readonly holder: Holder | undefined;

  constructor({
    path,
    holder,
    cause,
  }: { path: string; holder?: Holder | undefined; cause?: unknown }) {
    super({ ...busy(`Buku kerja "${path}"`, holder), cause });
    this.holder = holder;
  }
}

/** Somebody has a document open; it is left as it is. */
export class DocumentBusyError extends ServiceError {
  readonly code = 'document-busy';
  readonly holder: Holder | undefined;

  constructor({
    path,
    holder,
    cause,
  }: { path: string; holder?: Holder | undefined; cause?: unknown }) {
    super({ ...busy(`Dokumen "${path}"`, holder), cause });
    this.holder = holder;
  }
}

const busy = (subject: string, holder: Holder | undefined): { what: string; todo: string } =>
  holder === undefined
    ? {
        what: `${subject} sedang dipakai program lain sehingga belum dapat ditulis.`,
        todo: 'Tutup program yang memakainya; layanan akan mencoba lagi pada putaran berikutnya.',
      }
    : {
        what: `${subject} sedang dibuka oleh ${holder.name ?? 'seseorang'} sehingga belum ditulis.`,
        todo: `Simpan lalu tutup berkas itu; layanan akan menulis pada putaran berikutnya. Bila tidak ada yang membukanya, hapus berkas "${holder.lockFile}".`,
      };

/** Why a place takes no file. */
export type NotWritableReason = 'read-only' | 'disk-full';

/** The workbook, or the folder it lies in, cannot be written. The workbook is as it was. */
export class WorkbookNotWritableError extends ServiceError {
  readonly code: `workbook-${NotWritableReason}`;

  constructor(path: string, reason: NotWritableReason, cause?: unknown) {
    super({ ...notWritable(`Buku kerja "${path}"`, reason), cause });
    this.code = `workbook-${reason}`;
  }
}

/** The documents folder cannot be written. Nothing is left half-written. */
export class StoreNotWritableError extends ServiceError {
  readonly code: `documents-${NotWritableReason}`;

  constructor(path: string, reason: NotWritableReason, cause?: unknown) {
    super({ ...notWritable(`Dokumen "${path}"`, reason), cause });
    this.code = `documents-${reason}`;
  }
}

const notWritable = (subject: string, reason: NotWritableReason): { what: string; todo: string } =>
  reason === 'disk-full'
    ? {
        what: `${subject} tidak dapat disimpan karena ruang penyimpanan penuh atau kuotanya habis.`,
        todo: 'Kosongkan sebagian ruang penyimpanan, lalu jalankan lagi; isi sebelumnya tetap utuh.',
      }
    : {
        what: `${subject} hanya dapat dibaca.`,
        todo: 'Beri akun yang menjalankan layanan izin menulis pada berkas dan foldernya, lalu jalankan lagi.',
      };

/** A document's place lies outside the documents folder. */
export class OutsideStoreError extends ServiceError {
  readonly code = 'document-outside-store';

  constructor(path: string, root: string) {
    super({
      what: `Tempat dokumen "${path}" berada di luar folder dokumen "${root}".`,
      todo: 'Hapus tautan (symlink) yang mengarah ke luar folder dokumen, atau perbaiki "documents.path" pada pengaturan.',
    });
  }
}
