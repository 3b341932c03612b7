/** Evaluasi Tahunan: how the standard was kept over one year, and what is to be improved (clause J). */

import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { ImprovementAction, OfficeSettings } from '../../core/cases/desk.ts';
import { groupBy } from '../../core/cases/group-by.ts';
import { remembering } from '../../core/cases/remembered.ts';
import type { Schedule } from '../../core/cases/request.ts';
import type { Case, Situation } from '../../core/cases/situation.ts';
import { monthNames } from '../../core/cases/wording.ts';
import {
  casesBehind,
  monthsBehind,
  monthsWithin,
  type Office,
  yearOf,
} from '../../core/figures/by-month.ts';
import { isDated } from '../../core/figures/case-figures.ts';
import { monthsCounted } from '../../core/figures/entries-within.ts';
import { type Figures, figuresFor, monthFigures, tookPlace } from '../../core/figures/figures.ts';
import { sumOf } from '../../core/figures/sum-of.ts';
import { onceFor } from '../../core/sheet/once-for.ts';
import type { PeriodDocumentKind, WantedDocument } from '../document-kind.ts';
import { officersOf } from '../parts/event-parts.ts';
import { keptView } from '../parts/kept-view.ts';
import { officeOf, officeShape, signatoryFor, signatorySchema } from '../parts/office-parts.ts';
import {
  chartSchema,
  periodEvidence,
  periodShape,
  periodView,
  samplePeriod,
} from '../parts/period-figures.ts';
import {
  sampleHead,
  sampleLegalBasis,
  sampleOffice,
  sampleOfficers,
} from '../parts/sample-event.ts';
import { periodSigning, signingOf, signingShape } from '../parts/signing.ts';

export const yearlyEvaluationSchema = z.object({
  ...officeShape,
  ...periodShape,
  tahun: z.string().describe('Tahun yang dievaluasi'),
  tanggalLaporan: z.string().describe('Hari terakhir tahun itu'),
  perBulan: z
    .array(
      z.object({
        nama: z.string().describe('Nama bulan'),
        permohonan: z.number(),
        terlaksana: z.number(),
        persenTepatWaktu: z.number().optional(),
        dinilai: z.number().describe('Permohonan di balik persentase tepat waktu'),
        kendala: z.number(),
        pengaduan: z.number(),
        persenKesiapan: z.number().optional(),
        kesiapanDiminta: z.number().describe('Unit di balik persentase kesiapan'),
      }),
    )
    .describe('Dua belas bulan'),
  grafikBulan: chartSchema.describe('Permohonan dan kegiatan terlaksana menurut bulan'),
  unsurKepuasan: z
    .array(z.object({ nama: z.string(), nilai: z.number() }))
    .describe('Nilai rata-rata sembilan unsur; kosong tanpa survei'),
  petugas: z
    .array(
      z.object({
        nama: z.string(),
        tim: z.string(),
        kegiatan: z.number().describe('Jumlah kegiatan yang dilayani'),
        jam: z.number().describe('Jumlah jam kegiatan menurut jadwal'),
      }),
    )
    .describe('Beban petugas, terbanyak lebih dahulu'),
  terlaksanaTanpaPetugas: z
    .number()
    .describe('Kegiatan terlaksana yang petugasnya diperlukan dan tidak dicatat'),
  akhirTerbuka: z.number().describe('Kegiatan terlaksana yang jam selesainya tidak dijadwalkan'),
  menitAkhirTerbuka: z.number().describe('Lama yang dipakai untuk kegiatan itu'),
  perbaikan: z
    .array(
      z.object({
        tahun: z.string().describe('Tahun temuan'),
        temuan: z.string(),
        tindakan: z.string(),
        penanggungJawab: z.string(),
        tenggat: z.string().describe('Boleh kosong'),
        keadaan: z.string(),
        lanjutan: z.boolean().describe('Benar bila dibawa dari tahun sebelumnya'),
      }),
    )
    .describe('Tindakan perbaikan tahun itu dan yang belum selesai dari tahun sebelumnya'),
  dasarHukum: z.array(z.string()),
  ...signingShape,
  penandaTangan: signatorySchema,
});

export type YearlyEvaluationView = z.output<typeof yearlyEvaluationSchema>;

export const yearlyEvaluationView = (
  cases: readonly Case[],
  situation: Situation,
  year: number,
  counted: readonly number[] = yearsCounted({ ...situation, cases }),
): YearlyEvaluationView => {
  const { desk, timeZone } = situation;
  const period = yearOf(year);
  const office = { cases, desk, timeZone };
  const figures = figuresFor(period, office);
  const duties = monthsWithin(period, cases, timeZone).map((month) => dutiesIn(month, situation));
  const months = monthNames.map((nama, index) => ({
    nama,
    figures: monthFigures(Temporal.PlainYearMonth.from({ year, month: index + 1 }), office),
  }));
  return {
    ...officeOf(desk.settings),
    ...periodView(figures, desk.settings),
    tahun: String(year),
    tanggalLaporan: period.to.toString(),
    perBulan: months.map((month) => monthRow(month, desk.settings)),
    grafikBulan: {
      categories: months.map(({ nama }) => nama.slice(0, 3)),
      series: [
        { name: 'Permohonan', values: months.map((month) => month.figures.requests) },
        { name: 'Terlaksana', values: months.map((month) => month.figures.held) },
      ],
    },
    unsurKepuasan: (figures.satisfaction?.elementMeans ?? []).map((mean, index) => ({
      nama: `U${index + 1} ${elementNames[index] ?? ''}`,
      nilai: Math.round(mean * 100) / 100,
    })),
    petugas: workload(
      duties.flatMap(({ turns }) => turns),
      desk,
    ),
    terlaksanaTanpaPetugas: sumOf(duties, ({ withoutOfficers }) => withoutOfficers),
    akhirTerbuka: sumOf(duties, ({ openEnds }) => openEnds),
    menitAkhirTerbuka: desk.settings.assumedEventMinutes,
    perbaikan: desk.actions
      .filter((action) => isToldIn(year, action, counted))
      .toSorted((a, b) => a.year - b.year)
      .map((action) => actionRow(action, year)),
    dasarHukum: [...desk.legalBasis],
    ...signingOf({}),
    tandaTanganElektronik: desk.settings.signsInOffice,
    penandaTangan: signatoryFor(desk.settings, 'evaluation'),
  };
};

/** Years in which something was counted, as `2026`, earliest first: each of them is evaluated once it is over. */
const yearsCounted = (office: Office): readonly number[] =>
  [...new Set(monthsCounted(office).map((month) => Number(month.slice(0, 4))))].sort();

/**
 * In the evaluation of its own year or, where nothing was counted in that year, in the first one after it; what is open
 * goes on into every later one.
 */
const isToldIn = (
  evaluated: number,
  { year, state }: ImprovementAction,
  counted: readonly number[],
): boolean => {
  if (year >= evaluated) return year === evaluated;
  return state !== 'selesai' || counted.find((one) => one >= year) === evaluated;
};

/** Permenpan RB 14/2017, the nine elements in the order of the survey. */
const elementNames = [
  'Persyaratan',
  'Prosedur',
  'Waktu Pelayanan',
  'Biaya/Tarif',
  'Produk Layanan',
  'Kompetensi Pelaksana',
  'Perilaku Pelaksana',
  'Penanganan Pengaduan',
  'Sarana dan Prasarana',
];

const monthRow = (
  { nama, figures }: { readonly nama: string; readonly figures: Figures },
  settings: OfficeSettings,
): YearlyEvaluationView['perBulan'][number] => {
  const view = periodView(figures, settings);
  return {
    nama,
    permohonan: view.jumlahPermohonan,
    terlaksana: view.jumlahTerlaksana,
    ...(view.waktuLayanan.persen !== undefined && { persenTepatWaktu: view.waktuLayanan.persen }),
    dinilai: view.waktuLayanan.dinilai,
    kendala: view.jumlahKendala,
    pengaduan: view.jumlahPengaduan,
    ...(view.persenKesiapan !== undefined && { persenKesiapan: view.persenKesiapan }),
    kesiapanDiminta: view.kesiapanDiminta,
  };
};

/** Who served at the events of a month, and for how many hours. */
interface Duties {
  readonly turns: readonly { readonly nama: string; readonly hours: number }[];
  readonly withoutOfficers: number;
  readonly openEnds: number;
}

const dutiesIn = remembering((month: readonly Case[], { desk }): Duties => {
  const held = month.filter(isDated).filter(tookPlace);
  return {
    turns: held.flatMap((subject) =>
      officersOf(subject, desk).map(({ nama }) => ({ nama, hours: hoursOf(subject) })),
    ),
    withoutOfficers: held.filter((subject) => lacksOfficers(subject, desk)).length,
    openEnds: held.filter(({ request }) => request.answers.schedule?.openEnd).length,
  };
});

/** Events held and their hours, for each officer who served; those of the roster who did not stand at the end. */
const workload = (
  served: Duties['turns'],
  desk: Situation['desk'],
): YearlyEvaluationView['petugas'] => {
  const turnsOf = groupBy(served, ({ nama }) => nama);
  const names = new Set([
    ...turnsOf.keys(),
    ...desk.officers.filter(({ active }) => active).map(({ name }) => name),
  ]);
  return [...names]
    .map((nama) => {
      const own = turnsOf.get(nama) ?? [];
      return {
        nama,
        tim: desk.officers.find(({ name }) => name === nama)?.team ?? '',
        kegiatan: own.length,
        jam: Math.round(sumOf(own, ({ hours }) => hours) * 10) / 10,
      };
    })
    .sort((a, b) => b.kegiatan - a.kegiatan || b.jam - a.jam || a.nama.localeCompare(b.nama));
};

const lacksOfficers = (subject: Case, desk: Situation['desk']): boolean =>
  subject.decided.officers?.kind !== 'not-needed' && officersOf(subject, desk).length === 0;

const hoursOf = ({ request: { answers } }: Case): number =>
  answers.schedule === undefined ? 0 : scheduledHours(answers.schedule);

const scheduledHours = onceFor(({ sessions }: Schedule): number =>
  sessions.reduce((total, { start, end }) => total + start.until(end).total('hours'), 0),
);

const actionRow = (
  { year, finding, action = '', owner = '', due, state }: ImprovementAction,
  evaluated: number,
): YearlyEvaluationView['perbaikan'][number] => ({
  tahun: String(year),
  temuan: finding,
  tindakan: action,
  penanggungJawab: owner,
  tenggat: due?.toString() ?? '',
  keadaan: stateWords[state],
  lanjutan: year < evaluated,
});

const stateWords = { terbuka: 'Terbuka', berjalan: 'Berjalan', selesai: 'Selesai' } as const;

const sampleMonth = (nama: string, permohonan: number, terlaksana: number) => ({
  nama,
  permohonan,
  terlaksana,
  persenTepatWaktu: 100,
  dinilai: terlaksana,
  kendala: 2,
  pengaduan: 1,
  persenKesiapan: 92.8,
  kesiapanDiminta: 20,
});

const yearByMonth = [
  sampleMonth('Januari', 7, 7),
  sampleMonth('Februari', 9, 8),
  sampleMonth('Maret', 6, 6),
  sampleMonth('April', 8, 8),
  sampleMonth('Mei', 11, 10),
  sampleMonth('Juni', 10, 10),
  sampleMonth('Juli', 9, 8),
  sampleMonth('Agustus', 5, 5),
  sampleMonth('September', 12, 11),
  sampleMonth('Oktober', 14, 13),
  sampleMonth('November', 12, 11),
  sampleMonth('Desember', 8, 8),
];

const sample: YearlyEvaluationView = {
  ...sampleOffice,
  ...samplePeriod,
  jumlahPermohonan: 111,
  jumlahTerlaksana: 105,
  jumlahInstansi: 18,
  jumlahKendala: 24,
  jawabanKendala: { tidakAda: 84, dicatat: 19, tanpaCatatan: 0, belumDijawab: 2 },
  jumlahPengaduan: 12,
  perStatus: [
    { nama: 'Ditutup', jumlah: 105, persen: 94.6 },
    { nama: 'Dibatalkan', jumlah: 6, persen: 5.4 },
  ],
  perJenis: [
    { nama: 'Link Host + Operator', jumlah: 74, persen: 66.7 },
    { nama: 'Operator saja', jumlah: 28, persen: 25.2 },
    { nama: 'Link Host saja', jumlah: 9, persen: 8.1 },
  ],
  waktuLayanan: {
    terpenuhi: 89,
    terlambat: 5,
    mendadakTerpenuhi: 7,
    mendadakTerlambat: 1,
    entriSusulan: 4,
    belumDinilai: 5,
    dinilai: 94,
    persen: 94.7,
    rataRata: '6 jam 12 menit',
    jumlahRataRata: 94,
    batasJam: 24,
  },
  kesiapan: [
    { nama: 'Televisi/LCD Proyektor', diminta: 58, disediakan: 49, kurang: 9, persen: 84.5 },
    { nama: 'Kamera Zoom', diminta: 83, disediakan: 81, kurang: 2, persen: 97.6 },
    { nama: 'Speaker', diminta: 96, disediakan: 90, kurang: 6, persen: 93.8 },
  ],
  persenKesiapan: 92.8,
  kesiapanDiminta: 237,
  kesiapanDisediakan: 220,
  kesiapanPermohonan: 71,
  kesiapanTakTerhitung: 3,
  pesertaRencana: 8_940,
  pesertaHadir: 8_213,
  pesertaHadirKegiatan: 101,
  perKendala: [
    { nama: 'Koneksi', jumlah: 14, persen: 58.3 },
    { nama: 'Login', jumlah: 4, persen: 16.7 },
    { nama: 'Perangkat', jumlah: 6, persen: 25 },
  ],
  perPengaduan: [
    { nama: 'Pengaduan', jumlah: 4, persen: 33.3 },
    { nama: 'Saran', jumlah: 8, persen: 66.7 },
  ],
  tahun: '2026',
  tanggalLaporan: '2026-12-31',
  perBulan: yearByMonth,
  grafikBulan: {
    categories: yearByMonth.map(({ nama }) => nama.slice(0, 3)),
    series: [
      { name: 'Permohonan', values: yearByMonth.map(({ permohonan }) => permohonan) },
      { name: 'Terlaksana', values: yearByMonth.map(({ terlaksana }) => terlaksana) },
    ],
  },
  unsurKepuasan: [
    { nama: 'U1 Persyaratan', nilai: 3.44 },
    { nama: 'U2 Prosedur', nilai: 3.52 },
    { nama: 'U3 Waktu Pelayanan', nilai: 3.31 },
    { nama: 'U4 Biaya/Tarif', nilai: 3.98 },
    { nama: 'U5 Produk Layanan', nilai: 3.4 },
    { nama: 'U6 Kompetensi Pelaksana', nilai: 3.5 },
    { nama: 'U7 Perilaku Pelaksana', nilai: 3.61 },
    { nama: 'U8 Penanganan Pengaduan', nilai: 3.2 },
    { nama: 'U9 Sarana dan Prasarana', nilai: 3.15 },
  ],
  petugas: sampleOfficers.map(({ nama }, index) => ({
    nama,
    tim: index === 2 ? 'Jaringan' : 'Persandian',
    kegiatan: 44 - 6 * index,
    jam: 118.5 - 14 * index,
  })),
  terlaksanaTanpaPetugas: 0,
  akhirTerbuka: 12,
  menitAkhirTerbuka: 180,
  perbaikan: [
    {
      tahun: '2025',
      temuan: 'Jumlah proyektor tidak mencukupi',
      tindakan: 'Pengadaan dua unit proyektor',
      penanggungJawab: 'Sekretariat',
      tenggat: '2027-03-31',
      keadaan: 'Berjalan',
      lanjutan: true,
    },
    {
      tahun: '2026',
      temuan: 'Koneksi terputus pada tiga kegiatan di luar kantor',
      tindakan: 'Menyediakan modem cadangan untuk setiap kegiatan',
      penanggungJawab: 'Tim Kerja Jaringan',
      tenggat: '2027-01-31',
      keadaan: 'Terbuka',
      lanjutan: false,
    },
  ],
  dasarHukum: sampleLegalBasis,
  ...signingOf({}),
  tandaTanganElektronik: false,
  penandaTangan: sampleHead,
};

const wanted: PeriodDocumentKind['wanted'] = (cases, situation, attempt) => {
  const { desk, timeZone, today } = situation;
  // A year in which nothing was counted is not evaluated: what was to be improved stands in the next evaluation.
  const office = { cases, desk, timeZone };
  const counted = yearsCounted(office);
  return counted
    .filter((year) => year < today.year)
    .flatMap((year) => {
      const own = `${yearlyEvaluation.key}/${year}`;
      return attempt(own, () => {
        const from = [counted, monthsBehind(yearOf(year), office)];
        const view = keptView(own, { by: yearlyEvaluationView, from, situation }, (around) =>
          yearlyEvaluationView(casesBehind(yearOf(year), office), around, year, counted),
        );
        return evaluationOf(view, situation);
      });
    });
};

const evaluationOf = remembering((view: YearlyEvaluationView, situation): WantedDocument => {
  const { key, title, folder } = yearlyEvaluation;
  const { tahun, draf } = view;
  return {
    key: `${key}/${tahun}`,
    kind: key,
    folder: [folder],
    name: `${tahun} ${title}${draf ? ' (Draf)' : ''}.docx`,
    view,
    signing: periodSigning(`${title} ${tahun}`, { view, isDraft: draf, situation }),
    because: 'Tahun sudah berakhir dan ada yang dihitung.',
  };
});

export const yearlyEvaluation = {
  about: 'period',
  key: 'evaluasi',
  title: 'Evaluasi Tahunan',
  folder: 'Evaluasi',
  template: 'evaluasi-tahunan.docx',
  schema: yearlyEvaluationSchema,
  mustPrint: ['tahun', 'perBulan.permohonan', 'perbaikan.temuan', 'grafikBulan', ...periodEvidence],
  sample,
  wanted,
} as const satisfies PeriodDocumentKind;
