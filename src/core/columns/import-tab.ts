/** The tab Catatan Impor: what an import found in each row of an old ledger, and every value that it changed beside its original. */
import { service, type Tab } from '../sheet/column.ts';

/** How sure a value is: only its form is another, told from what stands around it, a person is asked. */
export const certaintyWords = { exact: 'pasti', sure: 'yakin', unsure: 'periksa' } as const;

export const importTab = {
  name: 'Catatan Impor',
  synonyms: ['Impor'],
  isOptional: true,
  columns: [
    service('at', 'Waktu Impor', 'moment', {
      hint: 'Diisi saat impor: kapan baris ini diimpor.',
      width: 18,
    }),
    service('file', 'Berkas', 'text', {
      hint: 'Diisi saat impor: nama berkas buku lama.',
      width: 30,
    }),
    service('sheet', 'Lembar', 'text', {
      hint: 'Diisi saat impor: lembar dalam berkas itu.',
      width: 16,
    }),
    service('row', 'Baris', 'number', {
      hint: 'Diisi saat impor: nomor baris pada lembar itu.',
      width: 8,
      format: '0',
    }),
    service('kind', 'Jenis Baris', 'text', {
      hint: 'Diisi saat impor: kegiatan, dibatalkan, judul, jumlah, tanda tangan, dan sebagainya. Kosong pada rincian nilai.',
      width: 16,
    }),
    service('header', 'Kolom', 'text', {
      hint: 'Diisi saat impor: kolom Permohonan yang nilainya diubah. Kosong pada catatan tentang seluruh baris.',
      width: 24,
    }),
    service('original', 'Isi Asal', 'long', {
      hint: 'Diisi saat impor: tulisan pada buku lama, apa adanya.',
      width: 44,
      format: '@',
    }),
    service('becomes', 'Menjadi', 'long', {
      hint: 'Diisi saat impor: nilai yang dimasukkan ke Permohonan.',
      width: 32,
      format: '@',
    }),
    service('certainty', 'Kepastian', 'choice', {
      choices: Object.values(certaintyWords),
      hint: 'Diisi saat impor: pasti (hanya bentuknya berubah), yakin (dari judul atau baris di sekitarnya), atau periksa (belum jelas).',
      width: 12,
    }),
    service('because', 'Sebab', 'long', {
      hint: 'Diisi saat impor: dari mana nilainya, atau mengapa perlu diperiksa.',
      width: 44,
    }),
    service('key', 'Kunci', 'text', {
      hint: 'Diisi saat impor: tanda pengenal agar baris yang sama tidak diimpor dua kali. Jangan diubah.',
      width: 18,
      folds: true,
    }),
  ],
} as const satisfies Tab;
