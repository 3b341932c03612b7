import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import {
  monthlyRecapSchema,
  monthlyRecapView,
} from '../../../src/documents/kinds/monthly-recap.ts';
import {
  yearlyEvaluationSchema,
  yearlyEvaluationView,
} from '../../../src/documents/kinds/yearly-evaluation.ts';
import { percent } from '../../../src/documents/parts/period-figures.ts';
import { aCase, aDesk, aSchedule, aSituation, instant } from '../../support/builders.ts';

const state = (is: 'Selesai' | 'Terjadwal') => ({ is, because: '' });
const november = Temporal.PlainYearMonth.from('2026-11');
const desk = aDesk({
  complaints: [
    { at: instant('2026-11-12T10:00'), kind: 'saran', text: 'Kirim tautan lebih awal' },
    { at: instant('2026-12-01T10:00'), kind: 'saran', text: 'Bulan lain' },
  ],
  incidents: [{ ticket: 'VC-2026-0002', kind: 'koneksi' }],
});
const held = aCase({
  ticket: 'VC-2026-0002',
  answers: {
    institutionCanonical: 'Dinas Sosial',
    schedule: aSchedule({ day: '2026-11-10' }),
    equipment: [{ name: 'Speaker', quantity: 3, known: true }],
  },
  decided: {
    state: state('Selesai'),
    equipment: {
      reserved: [{ name: 'Speaker', quantity: 2 }],
      shortage: [{ name: 'Speaker', quantity: 1, why: '' }],
    },
    officers: {
      kind: 'assigned',
      people: [{ name: 'Andi Rahman, S.Kom.', role: 'lead', provisional: false }],
      because: '',
    },
    clock: { kind: 'met', flags: [], wallMinutes: 90, shown: '1 j 30 m (terpenuhi)', sentence: '' },
  },
});
const planned = aCase({ decided: { state: state('Terjadwal') } });
const earlier = aCase({
  ticket: 'VC-2026-0003',
  answers: { schedule: aSchedule({ day: '2026-02-03' }) },
  decided: { state: state('Selesai') },
});
const cases = [planned, held, earlier];

describe('the monthly recap', () => {
  const recap = (now: string) => monthlyRecapView(cases, aSituation({ now, desk }), november);

  test('counts the month and lists each of its events, earliest first', () => {
    const view = recap('2026-12-01T08:00');

    expect(view).toMatchObject({
      periode: '2026-11',
      sementara: false,
      tanggalLaporan: '2026-11-30',
      jumlahPermohonan: 2,
      jumlahTerlaksana: 1,
      waktuLayanan: {
        terpenuhi: 1,
        terlambat: 0,
        persen: 100,
        rataRata: '1 jam 30 menit',
        batasJam: 24,
      },
      jumlahKendala: 1,
      perKendala: [{ nama: 'Koneksi', jumlah: 1, persen: 100 }],
      kesiapan: [{ nama: 'Speaker', diminta: 3, disediakan: 2, kurang: 1, persen: 66.7 }],
      persenKesiapan: 66.7,
      perInstansi: [
        { nama: 'Badan Perencanaan Pembangunan Daerah', permohonan: 1, terlaksana: 0, persen: 50 },
        { nama: 'Dinas Sosial', permohonan: 1, terlaksana: 1, persen: 50 },
      ],
      kepuasan: { jumlahResponden: 0, mutu: '', kinerja: '' },
    });
    expect(view.kegiatan).toMatchObject([
      {
        nomorTiket: 'VC-2026-0002',
        acara: 'Rapat Koordinasi Perencanaan',
        petugas: 'Andi Rahman, S.Kom.',
        status: 'Selesai',
        waktuLayanan: '1\u00A0jam\u00A030\u00A0menit (terpenuhi)',
      },
      {
        nomorTiket: 'VC-2026-0001',
        petugas: 'Belum ditetapkan',
        status: 'Terjadwal',
        waktuLayanan: '',
      },
    ]);
    expect(monthlyRecapSchema.parse(view)).toEqual(view);
  });

  test('has charts whose figures are those of the tables', () => {
    const { grafikBulan, grafikInstansi } = recap('2026-12-01T08:00');

    expect(grafikBulan.categories.slice(-2)).toEqual(['Okt', 'Nov']);
    expect(grafikBulan.series).toEqual([
      { name: 'Permohonan', values: [0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 2] },
      { name: 'Terlaksana', values: [0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1] },
    ]);
    expect(grafikInstansi).toEqual({
      categories: ['Dinas Sosial', 'Badan Perencanaan Pembangunan Daerah'],
      series: [{ name: 'Permohonan', values: [1, 1] }],
    });
  });

  test('lists what people complained about in that month only', () => {
    expect(recap('2026-12-01T08:00').pengaduan).toEqual([
      {
        nomorPengaduan: '',
        tanggal: '2026-11-12',
        jenis: 'Saran',
        isi: 'Kirim tautan lebih awal',
        penangan: '',
        jawaban: '',
        keadaan: 'Terbuka',
      },
    ]);
  });

  test('names apart what has no day, and needs nobody where nobody is needed', () => {
    const { request, ...rest } = aCase({ ticket: 'VC-2026-0009' });
    const { schedule: _, ...answers } = request.answers;
    const undated = { ...rest, request: { ...request, answers } };
    const alone = aCase({
      ticket: 'VC-2026-0010',
      decided: { officers: { kind: 'not-needed', people: [], because: '' } },
    });
    const view = monthlyRecapView(
      [undated, alone],
      aSituation({ now: '2026-12-01T08:00' }),
      november,
    );

    expect(view).toMatchObject({
      jumlahPermohonan: 1,
      permohonanTanpaHari: 1,
      kegiatan: [{ nomorTiket: 'VC-2026-0010', petugas: 'Tidak diperlukan' }],
      tanpaHari: [{ nomorTiket: 'VC-2026-0009', diterima: '2026-11-16' }],
    });
    expect(view.grafikBulan.series[0]?.values.at(-1)).toBe(1);
  });

  test('is a draft while nobody is named to sign it', () => {
    const head = { title: 'Kepala Dinas', name: '' };
    const unsigned = aSituation({ now: '2026-12-01T08:00', desk: aDesk({ settings: { head } }) });

    expect(monthlyRecapView(cases, unsigned, november).draf).toBe(true);
    expect(recap('2026-12-01T08:00').draf).toBe(false);
  });

  test('never rounds a share to all or to nothing', () => {
    expect([percent(9_999, 10_000), percent(1, 10_000)]).toEqual([99.9, 0.1]);
    expect([percent(10, 10), percent(0, 10), percent(1, 3)]).toEqual([100, 0, 33.3]);
  });

  test('is provisional up to the last day, and says the same all month', () => {
    const view = recap('2026-11-30T23:00');

    expect(view).toMatchObject({ sementara: true, tanggalLaporan: '' });
    expect(recap('2026-11-02T07:00')).toEqual(view);
  });
});

describe('the yearly evaluation', () => {
  const theYearBefore = aCase({ answers: { schedule: aSchedule({ day: '2025-03-03' }) } });
  const evaluation = yearlyEvaluationView(
    [...cases, theYearBefore],
    aSituation({
      now: '2027-01-02T08:00',
      desk: {
        ...desk,
        surveys: [
          { at: instant('2026-05-01T08:00'), scores: [4, 4, 4, 4, 4, 4, 4, 4, 4] },
          { at: instant('2026-06-01T08:00'), scores: [3, 3, 3, 3, 3, 3, 3, 3, 3] },
        ],
        actions: [
          { year: 2027, finding: 'tahun depan', state: 'terbuka' },
          { year: 2026, finding: 'tahun ini', state: 'selesai' },
          { year: 2025, finding: 'sudah selesai', state: 'selesai' },
          { year: 2025, finding: 'belum selesai', state: 'berjalan' },
        ],
      },
    }),
    2026,
  );

  test('tells the year month by month', () => {
    expect(evaluation).toMatchObject({
      tahun: '2026',
      tanggalLaporan: '2026-12-31',
      jumlahPermohonan: 3,
    });
    expect(evaluation.perBulan).toHaveLength(12);
    expect(evaluation.perBulan[10]).toEqual({
      nama: 'November',
      permohonan: 2,
      terlaksana: 1,
      persenTepatWaktu: 100,
      dinilai: 1,
      kendala: 1,
      pengaduan: 1,
      persenKesiapan: 66.7,
      kesiapanDiminta: 3,
    });
    expect(yearlyEvaluationSchema.parse(evaluation)).toEqual(evaluation);
  });

  test('tells once of an improvement in a year that had nothing to evaluate', () => {
    const told = (year: number) =>
      yearlyEvaluationView(
        [aCase(), aCase({ answers: { schedule: aSchedule({ day: '2025-05-05' }) } })],
        aSituation({
          now: '2027-01-02T08:00',
          desk: aDesk({ actions: [{ year: 2024, finding: 'lama', state: 'selesai' }] }),
        }),
        year,
      ).perbaikan.map(({ temuan }) => temuan);

    expect([told(2025), told(2026)]).toEqual([['lama'], []]);
  });

  test('carries over what earlier years left open', () => {
    expect(evaluation.perbaikan.map(({ temuan, lanjutan }) => [temuan, lanjutan])).toEqual([
      ['belum selesai', true],
      ['tahun ini', false],
    ]);
  });

  test('grades satisfaction and shows its nine elements', () => {
    expect(evaluation.kepuasan).toEqual({
      jumlahResponden: 2,
      nilai: 87.5,
      mutu: 'B',
      kinerja: 'Baik',
      takTerhitung: 0,
    });
    expect(evaluation.unsurKepuasan).toHaveLength(9);
    expect(evaluation.unsurKepuasan[8]).toEqual({ nama: 'U9 Sarana dan Prasarana', nilai: 3.5 });
  });

  test('shows how the work was shared, also who had none', () => {
    expect(evaluation.petugas.map(({ nama, kegiatan, jam }) => [nama, kegiatan, jam])).toEqual([
      ['Andi Rahman, S.Kom.', 1, 2],
      ['Budi Santoso, S.T.', 0, 0],
      ['Citra Dewi, S.Kom., M.T.', 0, 0],
      ['Dedi Gobel, A.Md.', 0, 0],
    ]);
  });
});
