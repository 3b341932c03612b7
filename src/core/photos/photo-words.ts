/** What staff are told of photos that a report does not print. */
import type { Ticket } from '../cases/ledger-state.ts';
import type { LeftPhoto, WhyLeft } from '../cases/photos.ts';
import { photoFolderName, photoFolderOf } from '../cases/photos.ts';
import { mostPhotos } from './sort-photos.ts';

/** So many are named; more would hide the rest of the cell. */
const mostNamed = 3;

/** One sentence for each thing to do. */
export const leftSentences = (left: readonly LeftPhoto[]): readonly string[] => {
  const reasons = [...new Set(left.map(({ why }) => why))];
  return reasons.map((reason) => {
    const names = left.filter(({ why }) => why === reason).map(({ name }) => name);
    return `Tidak dimuat dalam laporan: ${listed(names)}. ${remedies[reason]}`;
  });
};

const remedies: Readonly<Record<WhyLeft, string>> = {
  heic: 'Format HEIC tidak dapat dimuat; simpan ulang sebagai JPG.',
  'no picture': 'Berkas itu bukan foto; pindahkan ke folder lain.',
  folder: 'Folder di dalam folder tidak dibaca; pindahkan isinya satu tingkat ke atas.',
  empty: 'Berkasnya kosong; unggah ulang.',
  'too large': 'Berkas atau ukuran gambarnya terlalu besar; kecilkan, lalu simpan sebagai JPG.',
  broken: 'Berkasnya rusak atau bukan foto; unggah ulang dari ponsel atau kamera.',
  'no report':
    'Berkas itu bukan laporan peserta Zoom; unduh lagi dari Zoom, atau pindahkan ke folder lain.',
  'too many': `Laporan memuat paling banyak ${mostPhotos} foto; sisakan yang diperlukan.`,
};

/** What lies in *Dokumentasi* and belongs to no ticket. */
export const strayNotice = (strays: readonly string[]): readonly string[] =>
  strays.length === 0
    ? []
    : [
        `Di folder ${photoFolderName} ada yang tidak cocok dengan nomor tiket mana pun: ${listed(strays)}. Foto dibaca dari folder bernama nomor tiket; betulkan namanya atau pindahkan fotonya.`,
      ];

export const unreadAttendanceNotice =
  'Laporan peserta Zoom di folder Dokumentasi belum dapat dibaca. Layanan mencoba lagi pada setiap putaran.';

export const unseenPhotosNotice =
  'Folder Dokumentasi belum dapat dibaca, sehingga Laporan Kegiatan belum diperbarui. Layanan mencoba lagi pada setiap putaran. Apabila pemberitahuan ini tidak hilang, hubungi pengelola layanan.';

/** @param tickets Of each photo beyond what one pass looks into. */
export const laterPhotosNotice = (tickets: readonly Ticket[]): readonly string[] =>
  tickets.length === 0
    ? []
    : [
        `Foto baru terlalu banyak untuk satu putaran: ${tickets.length} foto untuk ${new Set(tickets).size} laporan diolah pada putaran berikutnya, lalu laporannya diperbarui.`,
      ];

/** @param tickets Whose folder should have been made now. */
export const unmadeFoldersNotice = (tickets: readonly Ticket[]): readonly string[] =>
  tickets.length === 0
    ? []
    : [
        `Folder foto belum dapat dibuat: ${listed(tickets.map(photoFolderOf))}. Layanan mencoba lagi pada setiap putaran; folder itu boleh juga dibuat sendiri.`,
      ];

export const noPhotoLibraryNotice =
  'Foto tidak dapat diolah pada komputer layanan, sehingga laporan yang memiliki foto belum diperbarui. Hubungi pengelola layanan.';

const listed = (names: readonly string[]): string => {
  const named = names.slice(0, mostNamed).map((name) => `"${name}"`);
  const more = names.length - named.length;
  return [...named, ...(more > 0 ? [`dan ${more} lainnya`] : [])].join(', ');
};
