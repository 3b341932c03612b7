/** Evaluasi Tahunan: how the standard was kept over one year, and what is to be improved (clause J). */
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { ImprovementAction } from '../../core/desk.ts';
import { casesWithin, type Figures, figuresFor, isHeld, monthFigures } from '../../core/figures.ts';
import type { Case, Situation } from '../../core/situation.ts';
import { monthNames } from '../../core/wording.ts';
import { officersOf } from '../parts/event-parts.ts';
import { officeOf, officeShape, signatoryOf, signatorySchema } from '../parts/office-parts.ts';
import { chartSchema, periodShape, periodView } from '../parts/period-figures.ts';

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
        kendala: z.number(),
        pengaduan: z.number(),
        persenKesiapan: z.number().optional(),
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
        jam: z.number().describe('Jumlah jam kegiatan'),
      }),
    )
    .describe('Beban petugas, terbanyak lebih dahulu'),
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
  penandaTangan: signatorySchema,
});

export type YearlyEvaluationView = z.output<typeof yearlyEvaluationSchema>;

export const yearlyEvaluationView = (
  cases: readonly Case[],
  { desk, timeZone }: Situation,
  year: number,
): YearlyEvaluationView => {
  const period = {
    from: Temporal.PlainDate.from({ year, month: 1, day: 1 }),
    to: Temporal.PlainDate.from({ year, month: 12, day: 31 }),
  };
  const office = { cases, desk, timeZone };
  const figures = figuresFor(period, office);
  const months = monthNames.map((nama, index) => ({
    nama,
    figures: monthFigures(Temporal.PlainYearMonth.from({ year, month: index + 1 }), office),
  }));
  return {
    ...officeOf(desk.settings),
    ...periodView(figures, desk.settings.serviceHours),
    tahun: String(year),
    tanggalLaporan: period.to.toString(),
    perBulan: months.map((month) => monthRow(month, desk.settings.serviceHours)),
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
    petugas: workload(casesWithin(period, cases, timeZone), desk),
    perbaikan: desk.actions
      .filter(
        (action) => action.year === year || (action.year < year && action.state !== 'selesai'),
      )
      .toSorted((a, b) => a.year - b.year)
      .map((action) => actionRow(action, year)),
    dasarHukum: [...desk.legalBasis],
    penandaTangan: signatoryOf(desk.settings.head),
  };
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
  serviceHours: number,
): YearlyEvaluationView['perBulan'][number] => {
  const view = periodView(figures, serviceHours);
  return {
    nama,
    permohonan: view.jumlahPermohonan,
    terlaksana: view.jumlahTerlaksana,
    ...(view.waktuLayanan.persen !== undefined && { persenTepatWaktu: view.waktuLayanan.persen }),
    kendala: view.jumlahKendala,
    pengaduan: view.jumlahPengaduan,
    ...(view.persenKesiapan !== undefined && { persenKesiapan: view.persenKesiapan }),
  };
};

/** Events held and their hours, for each officer who served; those of the roster who did not stand at the end. */
const workload = (
  cases: readonly Case[],
  desk: Situation['desk'],
): YearlyEvaluationView['petugas'] => {
  const held = cases.filter(isHeld);
  const served = held.flatMap((subject) =>
    officersOf(subject, desk).map(({ nama }) => ({ nama, hours: hoursOf(subject) })),
  );
  const names = new Set([
    ...served.map(({ nama }) => nama),
    ...desk.officers.filter(({ active }) => active).map(({ name }) => name),
  ]);
  return [...names]
    .map((nama) => {
      const own = served.filter((turn) => turn.nama === nama);
      return {
        nama,
        tim: desk.officers.find(({ name }) => name === nama)?.team ?? '',
        kegiatan: own.length,
        jam: Math.round(own.reduce((total, { hours }) => total + hours, 0) * 10) / 10,
      };
    })
    .sort((a, b) => b.kegiatan - a.kegiatan || b.jam - a.jam || a.nama.localeCompare(b.nama));
};

const hoursOf = ({ request }: Case): number =>
  (request.answers.schedule?.sessions ?? []).reduce(
    (total, { start, end }) => total + start.until(end).total('hours'),
    0,
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
