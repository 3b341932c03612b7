/** What can be wrong with the ledger, told to the staff who run the command. */
import { ServiceError } from '../errors.ts';

/** A file stands where the ledger should be, and it is something else. */
export class NotALedgerError extends ServiceError {
  readonly code = 'not-a-ledger';

  constructor(path: string, cause?: unknown) {
    super({
      what: `Berkas "${path}" bukan buku besar layanan ini.`,
      todo: 'Periksa isian "ledger" di pengaturan, atau pindahkan berkas itu ke tempat lain; berkasnya tidak diubah.',
      cause,
    });
  }
}

/** The ledger's file is damaged. */
export class LedgerCorruptError extends ServiceError {
  readonly code = 'ledger-corrupt';

  constructor(path: string, cause: unknown) {
    super({
      what: `Buku besar "${path}" rusak dan tidak dapat dibaca utuh.`,
      todo: 'Pindahkan berkas itu, lalu kembalikan salinan cadangannya, atau bangun lagi dari lembar kerja dengan "layanan-vicon adopt".',
      cause,
    });
  }
}

/** The folder or file may not be opened or written by this account. */
export class LedgerNotWritableError extends ServiceError {
  readonly code = 'ledger-not-writable';

  constructor(path: string, cause: unknown) {
    super({
      what: `Buku besar "${path}" tidak dapat dibuka atau ditulis.`,
      todo: 'Pastikan foldernya ada dan akun yang menjalankan layanan ini boleh menulis di dalamnya.',
      cause,
    });
  }
}

/** The disk is full, or would not take what was written. Nothing of the commit stands. */
export class LedgerDiskError extends ServiceError {
  readonly code = 'ledger-disk';

  constructor(path: string, cause: unknown) {
    super({
      what: `Buku besar "${path}" tidak dapat disimpan: disk penuh atau bermasalah.`,
      todo: 'Kosongkan ruang disk atau periksa disknya, lalu jalankan lagi; isi buku besar yang lama tetap utuh.',
      cause,
    });
  }
}

/** Another process is writing and did not finish while we waited. */
export class LedgerLockedError extends ServiceError {
  readonly code = 'ledger-locked';

  constructor(path: string, cause: unknown) {
    super({
      what: `Buku besar "${path}" sedang ditulis oleh program lain.`,
      todo: 'Tunggu sebentar lalu jalankan lagi; bila tetap begitu, tutup program lain yang membuka berkas itu.',
      cause,
    });
  }
}

/** A newer edition of the service has already changed the ledger's layout. */
export class LedgerTooNewError extends ServiceError {
  readonly code = 'ledger-too-new';

  constructor({ path, found, known }: { path: string; found: number; known: number }) {
    super({
      what: `Buku besar "${path}" berversi ${found}, sedangkan layanan ini hanya mengenal sampai versi ${known}.`,
      todo: 'Pasang versi layanan yang terbaru; buku besarnya tidak diubah.',
    });
  }
}

/** The ledger is only to be read, but its layout must be brought up to date first. */
export class LedgerTooOldError extends ServiceError {
  readonly code = 'ledger-too-old';

  constructor(path: string) {
    super({
      what: `Buku besar "${path}" belum disiapkan untuk versi layanan ini.`,
      todo: 'Jalankan "layanan-vicon run" sekali agar buku besarnya disesuaikan.',
    });
  }
}

/** The change contradicts what the ledger holds. Nothing of it was kept. */
export class LedgerConflictError extends ServiceError {
  readonly code = 'ledger-conflict';

  constructor(what: string, cause?: unknown) {
    super({
      what,
      todo: 'Tidak ada yang dicatat. Jalankan lagi; bila terulang, kirim pesan ini kepada pengelola aplikasi.',
      cause,
    });
  }
}

/** Who works on a desk at the moment. */
export interface DeskHolder {
  readonly pid: number;
  readonly host: string;
  /** UTC, `2026-11-23 01:15:00`, by the holder's clock. */
  readonly since: string;
}

/** Another instance works on this desk. */
export class DeskBusyError extends ServiceError {
  readonly code = 'desk-busy';
  /** `undefined` while the other instance is just starting. */
  readonly holder: DeskHolder | undefined;

  constructor(holder: DeskHolder | undefined) {
    super({
      what: `Meja ini sedang dikerjakan oleh layanan lain${holder ? `: proses ${holder.pid} di komputer "${holder.host}" sejak ${holder.since} UTC` : ''}.`,
      todo: 'Tunggu sampai selesai, atau hentikan proses itu dahulu, lalu jalankan lagi.',
    });
    this.holder = holder;
  }
}
