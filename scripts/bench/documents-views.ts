/** The data of the documents benchmark: a report as long as real ones, and a recap of many events. */
export interface BenchView {
  readonly facts: Readonly<Record<string, string>>;
  readonly rows: readonly Readonly<Record<string, string>>[];
  readonly permohonan: {
    readonly categories: readonly string[];
    readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
  };
}

export const COLUMNS = [
  'nomor',
  'acara',
  'instansi',
  'tanggal',
  'pukul',
  'tempat',
  'peserta',
  'hasil',
];
export const FACTS = Array.from({ length: 24 }, (_, index) => `fakta${index + 1}`);

export function reportView(): BenchView & Record<string, unknown> {
  return aView(8);
}

export function recapView(rows: number): BenchView & Record<string, unknown> {
  return aView(rows);
}

function aView(count: number): BenchView & Record<string, unknown> {
  const facts = Object.fromEntries(
    FACTS.map((name, index) => [
      name,
      `Isian ke-${index + 1} untuk Rapat Koordinasi Pemerintah Daerah & Forkopimda tentang stunting`,
    ]),
  );
  return {
    ...facts,
    facts,
    rows: Array.from({ length: count }, (_, index) => ({
      nomor: `VC-2026-${String(index + 1).padStart(4, '0')}`,
      acara: `Rapat koordinasi ${index * 7919} bidang ${(index * 31) % 97}`,
      instansi: ['Dinas Kesehatan', 'Bappeda', 'Badan Kepegawaian', 'Dinas PUPR'][index % 4] ?? '',
      tanggal: `${(index % 28) + 1} November 2026`,
      pukul: `${String(8 + (index % 9)).padStart(2, '0')}.00 WITA`,
      tempat: `Ruang ${index % 17}`,
      peserta: String((index * 37) % 400),
      hasil: index % 5 === 0 ? 'Ada gangguan jaringan < 5 menit' : 'Lancar',
    })),
    permohonan: {
      categories: Array.from({ length: 12 }, (_, index) => `Bulan ${index + 1}`),
      series: [
        { name: 'Permohonan', values: Array.from({ length: 12 }, (_, index) => 20 + index) },
      ],
    },
  };
}
