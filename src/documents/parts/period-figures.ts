/** The figures of a month or a year as Rekap Bulanan and Evaluasi Tahunan print them. */
import { z } from 'zod';
import { duration } from '../../core/cases/wording.ts';
import type { Count, Figures } from '../../core/figures/figures.ts';
import type { Satisfaction } from '../../core/figures/satisfaction.ts';

const countSchema = z.object({
  nama: z.string(),
  jumlah: z.number(),
  persen: z.number().describe('Bagian dari seluruhnya, 0 sampai 100'),
});

/** What the engine draws a chart from. */
export const chartSchema = z.object({
  categories: z.array(z.string()),
  series: z.array(z.object({ name: z.string(), values: z.array(z.number().nullable()) })),
});

export const periodShape = {
  jumlahPermohonan: z.number().describe('Seluruh permohonan dalam masa laporan'),
  jumlahTerlaksana: z.number().describe('Kegiatan yang dilayani'),
  perStatus: z.array(countSchema).describe('Permohonan menurut status'),
  perJenis: z.array(countSchema).describe('Permohonan menurut jenis layanan'),
  waktuLayanan: z
    .object({
      terpenuhi: z.number(),
      terlambat: z.number().describe('Lewat tenggat, termasuk yang masih terbuka'),
      mendadakTerpenuhi: z.number(),
      mendadakTerlambat: z.number(),
      entriSusulan: z.number().describe('Dicatat setelah kegiatan; tanpa waktu layanan'),
      belumDinilai: z.number().describe('Belum jatuh tempo, batal, atau tanpa catatan waktu'),
      persen: z.number().optional().describe('Terpenuhi dari yang dinilai, tanpa yang mendadak'),
      rataRata: z.string().describe('Lama rata-rata, misalnya 5 j 10 m; boleh kosong'),
      batasJam: z.number().describe('Janji layanan dalam jam'),
    })
    .describe('Ketepatan waktu layanan'),
  jumlahKendala: z.number(),
  perKendala: z.array(countSchema).describe('Kendala menurut jenis'),
  kesiapan: z
    .array(
      z.object({
        nama: z.string(),
        diminta: z.number(),
        disediakan: z.number(),
        kurang: z.number(),
        persen: z.number(),
      }),
    )
    .describe('Kesiapan peralatan: disediakan dibanding diminta'),
  persenKesiapan: z.number().optional().describe('Kesiapan seluruh peralatan'),
  jumlahPengaduan: z.number().describe('Pengaduan, saran, dan masukan'),
  perPengaduan: z.array(countSchema).describe('Pengaduan, saran, dan masukan menurut jenis'),
  pesertaRencana: z.number(),
  pesertaHadir: z.number(),
  kepuasan: z
    .object({
      jumlahResponden: z.number(),
      nilai: z.number().optional().describe('IKM, 25 sampai 100'),
      mutu: z.string().describe('A, B, C, atau D; kosong tanpa survei'),
      kinerja: z.string().describe('Misalnya Sangat baik; kosong tanpa survei'),
    })
    .describe('Indeks Kepuasan Masyarakat (Permenpan RB 14/2017)'),
};

type PeriodView = z.output<z.ZodObject<typeof periodShape>>;

export const periodView = (figures: Figures, serviceHours: number): PeriodView => {
  const { requests, held, service, incidents, readiness, complaints, participants } = figures;
  return {
    jumlahPermohonan: requests,
    jumlahTerlaksana: held,
    perStatus: shares(figures.byState),
    perJenis: shares(figures.byServiceKind),
    waktuLayanan: {
      terpenuhi: service.met,
      terlambat: service.missed,
      mendadakTerpenuhi: service.urgentMet,
      mendadakTerlambat: service.urgentMissed,
      entriSusulan: service.lateEntries,
      belumDinilai: service.undecided,
      ...(service.compliancePercent !== undefined && {
        persen: rounded(service.compliancePercent),
      }),
      rataRata: service.averageMinutes === undefined ? '' : duration(service.averageMinutes),
      batasJam: serviceHours,
    },
    jumlahKendala: totalOf(incidents),
    perKendala: shares(incidents),
    kesiapan: readiness.byFacility.map(({ name, requested, delivered }) => ({
      nama: name,
      diminta: requested,
      disediakan: delivered,
      kurang: requested - delivered,
      persen: percent(delivered, requested),
    })),
    ...(readiness.percent !== undefined && { persenKesiapan: rounded(readiness.percent) }),
    jumlahPengaduan: totalOf(complaints),
    perPengaduan: shares(complaints),
    pesertaRencana: participants.planned,
    pesertaHadir: participants.attended,
    kepuasan: satisfactionView(figures.satisfaction),
  };
};

/** One decimal, rounded once. */
export const percent = (part: number, whole: number): number =>
  whole === 0 ? 0 : rounded((100 * part) / whole);

export const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

const rounded = (value: number): number => Math.round(value * 10) / 10;

const totalOf = (counts: readonly Count[]): number =>
  counts.reduce((total, { count }) => total + count, 0);

const shares = (counts: readonly Count[]): z.output<typeof countSchema>[] =>
  counts.map(({ name, count }) => ({
    nama: capitalised(name),
    jumlah: count,
    persen: percent(count, totalOf(counts)),
  }));

const satisfactionView = (satisfaction: Satisfaction | undefined): PeriodView['kepuasan'] =>
  satisfaction === undefined
    ? { jumlahResponden: 0, mutu: '', kinerja: '' }
    : {
        jumlahResponden: satisfaction.n,
        nilai: satisfaction.index,
        mutu: satisfaction.grade,
        kinerja: gradeWords[satisfaction.grade],
      };

/** Permenpan RB 14/2017, lampiran: kinerja unit pelayanan. */
const gradeWords = { A: 'Sangat baik', B: 'Baik', C: 'Kurang baik', D: 'Tidak baik' } as const;

/** Invented figures of one month, for the samples. */
export const samplePeriod: PeriodView = {
  jumlahPermohonan: 12,
  jumlahTerlaksana: 11,
  perStatus: [
    { nama: 'Selesai', jumlah: 3, persen: 25 },
    { nama: 'Ditutup', jumlah: 8, persen: 66.7 },
    { nama: 'Dibatalkan', jumlah: 1, persen: 8.3 },
  ],
  perJenis: [
    { nama: 'Link Host + Operator', jumlah: 8, persen: 66.7 },
    { nama: 'Operator saja', jumlah: 3, persen: 25 },
    { nama: 'Link Host saja', jumlah: 1, persen: 8.3 },
  ],
  waktuLayanan: {
    terpenuhi: 9,
    terlambat: 1,
    mendadakTerpenuhi: 1,
    mendadakTerlambat: 0,
    entriSusulan: 1,
    belumDinilai: 0,
    persen: 90,
    rataRata: '5 j 48 m',
    batasJam: 24,
  },
  jumlahKendala: 3,
  perKendala: [
    { nama: 'Koneksi', jumlah: 2, persen: 66.7 },
    { nama: 'Perangkat', jumlah: 1, persen: 33.3 },
  ],
  kesiapan: [
    { nama: 'Televisi/LCD Proyektor', diminta: 6, disediakan: 4, kurang: 2, persen: 66.7 },
    { nama: 'Kamera Zoom', diminta: 8, disediakan: 8, kurang: 0, persen: 100 },
    { nama: 'Speaker', diminta: 10, disediakan: 9, kurang: 1, persen: 90 },
  ],
  persenKesiapan: 87.5,
  jumlahPengaduan: 2,
  perPengaduan: [
    { nama: 'Pengaduan', jumlah: 1, persen: 50 },
    { nama: 'Saran', jumlah: 1, persen: 50 },
  ],
  pesertaRencana: 940,
  pesertaHadir: 861,
  kepuasan: { jumlahResponden: 9, nilai: 86.42, mutu: 'B', kinerja: 'Baik' },
};
