/** The nine elements of satisfaction, U1 to U9, as Permenpan RB 14/2017 orders them: every tab that asks for them asks alike. */
import { form } from '../sheet/column.ts';

export const surveyElements = [
  form('u1', 'U1 Persyaratan', 'number', {
    synonyms: ['U1'],
    hint: 'Kesesuaian persyaratan. Nilai 1 (tidak baik) sampai 4 (sangat baik).',
    width: 15,
  }),
  form('u2', 'U2 Prosedur', 'number', {
    synonyms: ['U2'],
    hint: 'Kemudahan prosedur. Nilai 1 sampai 4.',
    width: 12,
  }),
  form('u3', 'U3 Waktu Pelayanan', 'number', {
    synonyms: ['U3'],
    hint: 'Kecepatan pelayanan. Nilai 1 sampai 4.',
    width: 12,
  }),
  form('u4', 'U4 Biaya/Tarif', 'number', {
    synonyms: ['U4'],
    hint: 'Kewajaran biaya; layanan ini gratis. Nilai 1 sampai 4.',
    width: 13,
  }),
  form('u5', 'U5 Produk Layanan', 'number', {
    synonyms: ['U5'],
    hint: 'Kesesuaian hasil dengan yang diminta. Nilai 1 sampai 4.',
    width: 12,
  }),
  form('u6', 'U6 Kompetensi Pelaksana', 'number', {
    synonyms: ['U6'],
    hint: 'Kemampuan petugas. Nilai 1 sampai 4.',
    width: 16,
  }),
  form('u7', 'U7 Perilaku Pelaksana', 'number', {
    synonyms: ['U7'],
    hint: 'Kesopanan dan keramahan petugas. Nilai 1 sampai 4.',
    width: 13,
  }),
  form('u8', 'U8 Penanganan Pengaduan', 'number', {
    synonyms: ['U8'],
    hint: 'Penanganan pengaduan. Nilai 1 sampai 4.',
    width: 15,
  }),
  form('u9', 'U9 Sarana dan Prasarana', 'number', {
    synonyms: ['U9'],
    hint: 'Kualitas sarana. Nilai 1 sampai 4.',
    width: 13,
  }),
] as const;

export type SurveyElement = (typeof surveyElements)[number]['field'];
