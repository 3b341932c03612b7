import { firstOf } from '../cases/wording.ts';

/** What Ringkasan tells when the place of the documents could not be looked over. */
export const unseenNotice =
  'Tempat penyimpanan dokumen belum dapat diperiksa, sehingga dokumen mungkin belum diperbarui. Layanan mencoba lagi pada setiap putaran. Apabila pemberitahuan ini tidak hilang, hubungi pengelola layanan.';

/** So many are named. */
const mostNamed = 3;

/** A document that could not be saved in this pass, and the error's word for programs. */
export interface UnsavedDocument {
  readonly name: string;
  readonly code: string;
}

/** What Ringkasan tells of documents that could not be saved in this pass: one sentence for each thing to do. */
export const unsavedNotices = (unsaved: readonly UnsavedDocument[]): readonly string[] => {
  const remedies = [...new Set(unsaved.map(({ code }) => remedyFor(code)))];
  return remedies.map((remedy) => {
    const names = unsaved.filter(({ code }) => remedyFor(code) === remedy).map(({ name }) => name);
    return `Belum dapat disimpan: ${listOf(names)}. ${remedy}`;
  });
};

const listOf = (names: readonly string[]): string =>
  firstOf(
    names.map((name) => `"${name}"`),
    mostNamed,
    (more) => `dan ${more} dokumen lain`,
  ).join(', ');

const again = 'layanan mencoba lagi pada setiap putaran.';
const forGood = 'Apabila pemberitahuan ini tidak hilang, hubungi pengelola layanan.';

const remedyFor = (code: string): string => {
  switch (code) {
    case 'no-storage':
      return `Ruang penyimpanan Google Drive habis. Hubungi pengelola layanan agar ruangnya ditambah atau dikosongkan; ${again}`;
    case 'too-many-files':
      return `Folder dokumen di Google Drive sudah memuat terlalu banyak berkas. Hubungi pengelola layanan agar berkas lama dipindahkan; ${again}`;
    case 'documents-disk-full':
    case 'file-disk-full':
      return `Ruang penyimpanan komputer layanan habis. Hubungi pengelola layanan agar ruangnya dikosongkan; ${again}`;
    case 'photo-library-missing':
      return 'Foto tidak dapat diolah pada komputer layanan. Hubungi pengelola layanan.';
    case 'photo-gone':
      return `Foto kegiatannya baru saja diganti atau dipindahkan; ${again}`;
    case 'photo-unfit':
      return 'Ada foto kegiatan yang ternyata tidak dapat dimuat. Pada putaran berikutnya laporan dibuat tanpa foto itu, dan namanya disebut di kolom Keterangan.';
    default:
      return `Apabila dokumennya sedang dibuka di Word, tutup dahulu; ${again} ${forGood}`;
  }
};
