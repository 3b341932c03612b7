/** The tab Peralatan: what the office can bring. */
import { staff, type Tab } from '../sheet/column.ts';
import { facilityNames } from './choices.ts';
import { rowRemarks } from './row-remarks.ts';

export const equipmentTab = {
  name: 'Peralatan',
  synonyms: ['Daftar Peralatan', 'Inventaris'],
  columns: [
    staff('name', 'Nama', 'text', {
      synonyms: ['Nama Peralatan', 'Peralatan', 'Nama Alat'],
      hint: 'Nama alat, misalnya Speaker aktif 15 inci.',
      width: 36,
      needed: true,
    }),
    staff('kind', 'Jenis', 'choice', {
      synonyms: ['Jenis Peralatan', 'Kelompok'],
      hint: 'Salah satu dari sebelas sarana pada standar pelayanan.',
      choices: facilityNames,
      width: 26,
      decisive: true,
    }),
    staff('quantity', 'Jumlah', 'number', {
      synonyms: ['Banyaknya', 'Unit'],
      hint: 'Banyaknya yang dimiliki. Untuk Internet: berapa kegiatan yang dapat dilayani bersamaan.',
      needed: true,
    }),
    staff('condition', 'Kondisi', 'choice', {
      hint: 'Yang rusak berat tidak dihitung sebagai persediaan.',
      choices: ['Baik', 'Rusak ringan', 'Rusak berat'],
      decisive: true,
    }),
    staff('standard', 'Standar', 'text', {
      synonyms: ['Spesifikasi', 'Standar/Spesifikasi'],
      hint: 'Spesifikasi atau standar alat.',
      width: 48,
    }),
    rowRemarks,
  ],
} as const satisfies Tab;
