/** The tab Survei: how satisfied those were who were served, as the form asks for it. */
import { form, type Tab } from '../sheet/column.ts';
import { rowRemarks } from './row-remarks.ts';

export const surveyTab = {
  name: 'Survei',
  synonyms: ['Survei Kepuasan', 'SKM', 'Form Responses 3'],
  columns: [
    form('submittedAt', 'Stempel waktu', 'moment', {
      synonyms: ['Timestamp'],
      hint: 'Saat survei diisi.',
      decisive: true,
    }),
    form('ticket', 'Nomor Tiket', 'text', {
      synonyms: ['Tiket'],
      hint: 'Nomor tiket kegiatan yang dinilai.',
      width: 15,
      decisive: true,
    }),
    form('u1', 'U1 Persyaratan', 'number', {
      synonyms: ['U1'],
      hint: 'Kesesuaian persyaratan. Nilai 1 (tidak baik) sampai 4 (sangat baik).',
      width: 15,
      needed: true,
    }),
    form('u2', 'U2 Prosedur', 'number', {
      synonyms: ['U2'],
      hint: 'Kemudahan prosedur. Nilai 1 sampai 4.',
      width: 12,
      needed: true,
    }),
    form('u3', 'U3 Waktu Pelayanan', 'number', {
      synonyms: ['U3'],
      hint: 'Kecepatan pelayanan. Nilai 1 sampai 4.',
      width: 12,
      needed: true,
    }),
    form('u4', 'U4 Biaya/Tarif', 'number', {
      synonyms: ['U4'],
      hint: 'Kewajaran biaya; layanan ini gratis. Nilai 1 sampai 4.',
      width: 13,
      needed: true,
    }),
    form('u5', 'U5 Produk Layanan', 'number', {
      synonyms: ['U5'],
      hint: 'Kesesuaian hasil dengan yang diminta. Nilai 1 sampai 4.',
      width: 12,
      needed: true,
    }),
    form('u6', 'U6 Kompetensi Pelaksana', 'number', {
      synonyms: ['U6'],
      hint: 'Kemampuan petugas. Nilai 1 sampai 4.',
      width: 16,
      needed: true,
    }),
    form('u7', 'U7 Perilaku Pelaksana', 'number', {
      synonyms: ['U7'],
      hint: 'Kesopanan dan keramahan petugas. Nilai 1 sampai 4.',
      width: 13,
      needed: true,
    }),
    form('u8', 'U8 Penanganan Pengaduan', 'number', {
      synonyms: ['U8'],
      hint: 'Penanganan pengaduan. Nilai 1 sampai 4.',
      width: 15,
      needed: true,
    }),
    form('u9', 'U9 Sarana dan Prasarana', 'number', {
      synonyms: ['U9'],
      hint: 'Kualitas sarana. Nilai 1 sampai 4.',
      width: 13,
      needed: true,
    }),
    rowRemarks,
  ],
} as const satisfies Tab;
