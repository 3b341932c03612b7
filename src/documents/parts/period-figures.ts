/** The figures of a month or a year as Rekap Bulanan and Evaluasi Tahunan print them. */
import { z } from 'zod';
import type { Signatory } from '../../core/cases/desk.ts';
import { longDuration } from '../../core/cases/wording.ts';
import type { Count, Figures } from '../../core/figures/figures.ts';

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

export const satisfactionShape = {
  jumlahResponden: z.number(),
  nilai: z.number().optional().describe('IKM, 25 sampai 100'),
  mutu: z.string().describe('A, B, C, atau D; kosong tanpa survei'),
  kinerja: z.string().describe('Misalnya Sangat baik; kosong tanpa survei'),
  takTerhitung: z.number().describe('Survei yang masuk, tetapi nilainya tidak lengkap'),
};

export const periodShape = {
  draf: z.boolean().describe('Benar selama nama penanda tangan belum diisi'),
  jumlahPermohonan: z
    .number()
    .describe('Permohonan untuk kegiatan dalam masa laporan; hari kegiatannya terbaca'),
  permohonanTanpaHari: z
    .number()
    .describe('Diterima dalam masa laporan tanpa hari kegiatan yang terbaca; tidak ikut dihitung'),
  jumlahInstansi: z.number().describe('Instansi yang disebut dalam permohonan itu'),
  jumlahTerlaksana: z.number().describe('Kegiatan yang dilayani, menurut status'),
  terlaksanaTanpaCatatan: z
    .number()
    .describe('Di antaranya, yang pelaksanaannya belum dicatat siapa pun'),
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
      dinilai: z.number().describe('Terpenuhi dan terlambat, tanpa yang mendadak'),
      persen: z.number().optional().describe('Terpenuhi dari yang dinilai, tanpa yang mendadak'),
      rataRata: z.string().describe('Lama rata-rata, misalnya 5 jam 10 menit; boleh kosong'),
      jumlahRataRata: z.number().describe('Banyaknya permohonan dalam rata-rata itu'),
      batasJam: z.number().describe('Janji layanan dalam jam'),
    })
    .describe('Ketepatan waktu layanan'),
  jumlahKendala: z.number(),
  perKendala: z.array(countSchema).describe('Kendala menurut jenis'),
  jawabanKendala: z
    .object({
      tidakAda: z.number().describe('Petugas menyatakan tidak ada, dan tidak ada yang dicatat'),
      dicatat: z.number(),
      tanpaCatatan: z.number().describe('Petugas menyatakan ada, tetapi tidak ada yang dicatat'),
      belumDijawab: z.number(),
    })
    .describe('Kegiatan terlaksana menurut isian Kendala Ada'),
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
  kesiapanDiminta: z.number().describe('Unit yang diminta dan dapat dihitung'),
  kesiapanDisediakan: z.number().describe('Unit yang tercatat disediakan'),
  kesiapanPermohonan: z.number().describe('Permohonan yang peralatannya dapat dihitung'),
  kesiapanTakTerhitung: z
    .number()
    .describe('Permohonan yang peralatannya tidak, atau tidak seluruhnya, dapat dihitung'),
  jumlahPengaduan: z.number().describe('Pengaduan, saran, dan masukan'),
  perPengaduan: z.array(countSchema).describe('Pengaduan, saran, dan masukan menurut jenis'),
  jumlahPungutan: z.number().describe('Pengaduan tentang pungutan'),
  pesertaRencana: z.number(),
  pesertaHadir: z.number(),
  pesertaHadirKegiatan: z.number().describe('Kegiatan yang jumlah pesertanya dicatat'),
  kepuasan: z
    .object(satisfactionShape)
    .describe('Indeks Kepuasan Masyarakat (Permenpan RB 14/2017)'),
};

/** What keeps the sentences over these figures to what was recorded: each template has to print it. */
export const periodEvidence = [
  'draf',
  'terlaksanaTanpaCatatan',
  'jawabanKendala.tanpaCatatan',
  'jawabanKendala.belumDijawab',
  'kesiapanTakTerhitung',
] as const satisfies readonly string[];

type PeriodView = z.output<z.ZodObject<typeof periodShape>>;

export const periodView = (
  figures: Figures,
  { serviceHours, head }: { readonly serviceHours: number; readonly head: Signatory },
): PeriodView => {
  const { service, incidents, incidentAnswers, readiness, complaints, participants } = figures;
  const judged = service.met + service.missed;
  return {
    draf: head.name === '',
    jumlahPermohonan: figures.requests,
    permohonanTanpaHari: figures.undated,
    jumlahInstansi: figures.institutions,
    jumlahTerlaksana: figures.held,
    terlaksanaTanpaCatatan: figures.untold,
    perStatus: shares(figures.byState),
    perJenis: shares(figures.byServiceKind),
    waktuLayanan: {
      terpenuhi: service.met,
      terlambat: service.missed,
      mendadakTerpenuhi: service.urgentMet,
      mendadakTerlambat: service.urgentMissed,
      entriSusulan: service.lateEntries,
      belumDinilai: service.undecided,
      dinilai: judged,
      ...(judged > 0 && { persen: percent(service.met, judged) }),
      rataRata: service.averageMinutes === undefined ? '' : longDuration(service.averageMinutes),
      jumlahRataRata: service.averagedOf,
      batasJam: serviceHours,
    },
    jumlahKendala: totalOf(incidents),
    perKendala: shares(incidents),
    jawabanKendala: {
      tidakAda: incidentAnswers.none,
      dicatat: incidentAnswers.logged,
      tanpaCatatan: incidentAnswers.unlogged,
      belumDijawab: incidentAnswers.unanswered,
    },
    kesiapan: readiness.byFacility.map(({ name, requested, delivered }) => ({
      nama: name,
      diminta: requested,
      disediakan: delivered,
      kurang: requested - delivered,
      persen: percent(delivered, requested),
    })),
    ...(readiness.requested > 0 && {
      persenKesiapan: percent(readiness.delivered, readiness.requested),
    }),
    kesiapanDiminta: readiness.requested,
    kesiapanDisediakan: readiness.delivered,
    kesiapanPermohonan: readiness.counted,
    kesiapanTakTerhitung: readiness.uncounted,
    jumlahPengaduan: totalOf(complaints),
    perPengaduan: shares(complaints),
    jumlahPungutan: complaints.find(({ name }) => name === 'pungutan')?.count ?? 0,
    pesertaRencana: participants.planned,
    pesertaHadir: participants.attended,
    pesertaHadirKegiatan: participants.attendedOf,
    kepuasan: satisfactionView(figures),
  };
};

/** One decimal, rounded once; never all or nothing where it was not: 999 of 1.000 is 99,9. */
export const percent = (part: number, whole: number): number => {
  if (whole === 0 || part === 0) return 0;
  return part === whole ? 100 : Math.min(99.9, Math.max(0.1, rounded((100 * part) / whole)));
};

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

export const satisfactionView = ({
  satisfaction,
  uncountedSurveys,
}: Pick<Figures, 'satisfaction' | 'uncountedSurveys'>): PeriodView['kepuasan'] =>
  satisfaction === undefined
    ? { jumlahResponden: 0, mutu: '', kinerja: '', takTerhitung: uncountedSurveys }
    : {
        takTerhitung: uncountedSurveys,
        jumlahResponden: satisfaction.n,
        nilai: satisfaction.index,
        mutu: satisfaction.grade,
        kinerja: gradeWords[satisfaction.grade],
      };

/** Permenpan RB 14/2017, lampiran: kinerja unit pelayanan. */
const gradeWords = { A: 'Sangat baik', B: 'Baik', C: 'Kurang baik', D: 'Tidak baik' } as const;

/** Invented figures of one month, for the samples. */
export const samplePeriod: PeriodView = {
  draf: false,
  jumlahPermohonan: 12,
  permohonanTanpaHari: 0,
  jumlahInstansi: 3,
  jumlahTerlaksana: 11,
  terlaksanaTanpaCatatan: 0,
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
    dinilai: 10,
    persen: 90,
    rataRata: '5 jam 48 menit',
    jumlahRataRata: 10,
    batasJam: 24,
  },
  jumlahKendala: 3,
  perKendala: [
    { nama: 'Koneksi', jumlah: 2, persen: 66.7 },
    { nama: 'Perangkat', jumlah: 1, persen: 33.3 },
  ],
  jawabanKendala: { tidakAda: 9, dicatat: 2, tanpaCatatan: 0, belumDijawab: 0 },
  kesiapan: [
    { nama: 'Televisi/LCD Proyektor', diminta: 6, disediakan: 4, kurang: 2, persen: 66.7 },
    { nama: 'Kamera Zoom', diminta: 8, disediakan: 8, kurang: 0, persen: 100 },
    { nama: 'Speaker', diminta: 10, disediakan: 9, kurang: 1, persen: 90 },
  ],
  persenKesiapan: 87.5,
  kesiapanDiminta: 24,
  kesiapanDisediakan: 21,
  kesiapanPermohonan: 9,
  kesiapanTakTerhitung: 1,
  jumlahPengaduan: 2,
  perPengaduan: [
    { nama: 'Pengaduan', jumlah: 1, persen: 50 },
    { nama: 'Saran', jumlah: 1, persen: 50 },
  ],
  jumlahPungutan: 0,
  pesertaRencana: 940,
  pesertaHadir: 861,
  pesertaHadirKegiatan: 11,
  kepuasan: { jumlahResponden: 9, nilai: 86.42, mutu: 'B', kinerja: 'Baik', takTerhitung: 1 },
};
