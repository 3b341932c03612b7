/** The one list of documents: what the first half of a document's key is, its template file and its view. */
import type { z } from 'zod';
import { activityReportSchema } from './kinds/activity-report.ts';
import { dutyLetterSchema } from './kinds/duty-letter.ts';
import { monthlyRecapSchema } from './kinds/monthly-recap.ts';
import { shortageNoticeSchema } from './kinds/shortage-notice.ts';
import { yearlyEvaluationSchema } from './kinds/yearly-evaluation.ts';

export interface DocumentKindFacts {
  /** Name of the document and, in its file names, of its kind. */
  readonly title: string;
  readonly folder: string;
  /** File in the folder of templates. */
  readonly template: string;
  readonly schema: z.ZodObject;
  /** Names without which the document would not be one; a template that never prints them is refused. */
  readonly mustPrint: readonly string[];
}

export const documentKinds = {
  laporan: {
    title: 'Laporan Kegiatan',
    folder: 'Laporan',
    template: 'laporan-kegiatan.docx',
    schema: activityReportSchema,
    mustPrint: [
      'nomorTiket',
      'acara',
      'pejabat.nama',
      'petugas.nama',
      'tempat',
      'hariPelaksanaan',
      'rekaman',
      'belumLengkap',
    ],
  },
  'surat-tugas': {
    title: 'Surat Tugas',
    folder: 'Surat Tugas',
    template: 'surat-tugas.docx',
    schema: dutyLetterSchema,
    mustPrint: ['acara', 'petugas.nama', 'tempat', 'hariPelaksanaan', 'waktuPelaksanaan'],
  },
  kekurangan: {
    title: 'Pemberitahuan Kekurangan Peralatan',
    folder: 'Pemberitahuan',
    template: 'pemberitahuan-kekurangan.docx',
    schema: shortageNoticeSchema,
    mustPrint: [
      'peralatan.nama',
      'peralatan.jumlah',
      'peralatan.alasan',
      'tanggalDibutuhkan',
      'hariPelaksanaan',
    ],
  },
  rekap: {
    title: 'Rekap Bulanan',
    folder: 'Rekap',
    template: 'rekap-bulanan.docx',
    schema: monthlyRecapSchema,
    mustPrint: ['periode', 'jumlahPermohonan', 'kegiatan.nomorTiket', 'kegiatan.acara'],
  },
  evaluasi: {
    title: 'Evaluasi Tahunan',
    folder: 'Evaluasi',
    template: 'evaluasi-tahunan.docx',
    schema: yearlyEvaluationSchema,
    mustPrint: ['tahun', 'perBulan.permohonan', 'perbaikan.temuan'],
  },
} as const satisfies Readonly<Record<string, DocumentKindFacts>>;

export type DocumentKind = keyof typeof documentKinds;
