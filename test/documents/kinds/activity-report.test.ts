import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { RecordingResult } from '../../../src/core/cases/request.ts';
import type { Case } from '../../../src/core/cases/situation.ts';
import {
  activityReport,
  activityReportSchema,
  activityReportView,
} from '../../../src/documents/kinds/activity-report.ts';
import {
  aCase,
  aDesk,
  anOfficer,
  aSignature,
  aSituation,
  instant,
} from '../../support/builders.ts';

const andi = anOfficer({
  nip: '199003152015031004',
  rank: 'Penata, III/c',
  position: 'Sandiman Ahli Muda',
});
const dedi = anOfficer({ name: 'Dedi Gobel, A.Md.', team: 'Jaringan' });
const desk = aDesk({
  officers: [andi, dedi],
  legalBasis: ['Undang-Undang Nomor 25 Tahun 2009'],
  incidents: [
    {
      ticket: 'VC-2026-0001',
      at: instant('2026-11-23T09:35'),
      kind: 'koneksi',
      who: 'peserta daring',
      what: 'suara terputus',
      action: 'pindah ke kabel',
      solvedAt: instant('2026-11-23T09:42'),
    },
    { ticket: 'VC-2026-0002', kind: 'login' },
  ],
});
const situation = aSituation({ now: '2026-11-24T09:00', desk });

/** Held, written up and signed. */
const aHeldCase = (overrides: Parameters<typeof aCase>[0] = {}): Case =>
  aCase({
    decided: {
      officers: {
        kind: 'assigned',
        people: [{ name: andi.name, role: 'lead', provisional: false }],
        because: '',
      },
      equipment: {
        reserved: [{ name: 'Speaker', quantity: 2 }],
        shortage: [{ name: 'Meja', quantity: 1, why: 'tidak ada' }],
      },
      reportFacts: { complete: true, waived: false, missing: [] },
    },
    ...overrides,
    staff: {
      networkOfficers: ['DEDI GOBEL, A.Md', 'Tamu Jaringan'],
      actualLeader: { name: 'Drs. Karim, M.Si.', position: 'Asisten I', representedBy: 'Siti' },
      actualStart: Temporal.PlainTime.from('09:10'),
      actualEnd: Temporal.PlainTime.from('11:45'),
      attended: 74,
      network: 'siap',
      coordination: 'daftar peserta diterima',
      systemTested: true,
      incidents: true,
      recordingResult: { kind: 'link', link: 'https://rekaman.test/1' },
      checkedBy: aSignature('Siti Ketua', '2026-11-24'),
      approvedBy: aSignature('Abdul Kepala'),
      ...overrides.staff,
    },
  });

describe('the activity report', () => {
  test('tells every fact of A.2.8', () => {
    const view = activityReportView(aHeldCase(), situation);

    expect(view).toEqual({
      kop: {
        pemerintah: 'Pemerintah Provinsi Gorontalo',
        dinas: 'Dinas Komunikasi, Informatika, dan Statistik',
        alamat: 'Jalan Contoh Nomor 1',
        kontak: 'kominfotik@gorontalo.test',
      },
      tim: 'Tim Kerja Persandian',
      kota: 'Gorontalo',
      nomorTiket: 'VC-2026-0001',
      acara: 'Rapat Koordinasi Perencanaan',
      instansi: 'Badan Perencanaan Pembangunan Daerah',
      tempat: 'Aula Bappeda',
      hariPelaksanaan: 'Senin,\u00A023\u00A0November\u00A02026',
      waktuPelaksanaan: '09.00\u00A0s.d.\u00A011.00\u00A0WITA',
      jenisLayanan: 'Link Host + Operator',
      platform: 'Zoom',
      nomorSuratPermohonan: '005/Bappeda/123/2026',
      tanggalSuratPermohonan: '2026-11-13',
      draf: false,
      belumLengkap: [],
      alasanPengecualian: '',
      tandaSifat: '',
      namaPemohon: 'Rahmat Pakaya, S.Sos.',
      jabatanPemohon: 'Kepala Subbagian Umum',
      pejabat: {
        nama: 'Drs. Karim, M.Si.',
        jabatan: 'Asisten I',
        diwakiliOleh: 'Siti',
        rencana: '',
      },
      petugas: [
        {
          nama: 'Andi Rahman, S.Kom.',
          nip: '199003152015031004',
          pangkat: 'Penata, III/c',
          jabatan: 'Sandiman Ahli Muda',
          peran: 'Operator utama',
        },
        { nama: 'Dedi Gobel, A.Md.', nip: '', pangkat: '', jabatan: '', peran: 'Petugas jaringan' },
        { nama: 'Tamu Jaringan', nip: '', pangkat: '', jabatan: '', peran: 'Petugas jaringan' },
      ],
      terlaksana: true,
      tanpaPetugas: false,
      waktuAktual: '09.10\u00A0s.d.\u00A011.45\u00A0WITA',
      jumlahPeserta: 80,
      pesertaHadir: 74,
      persiapan: [
        { uraian: 'Koordinasi dengan pemohon', keadaan: 'daftar peserta diterima' },
        {
          uraian: 'Koordinasi dengan Tim Kerja Jaringan, Bidang Aptika',
          keadaan: 'Jaringan siap',
        },
        { uraian: 'Pengecekan lokasi kegiatan', keadaan: 'Belum dicatat' },
        { uraian: 'Seluruh alat dan jaringan berada di lokasi', keadaan: 'Belum dicatat' },
        { uraian: 'Pengujian sistem', keadaan: 'Terlaksana' },
        { uraian: 'Konfigurasi peserta', keadaan: 'Belum dicatat' },
        { uraian: 'Pengaturan platform', keadaan: 'Belum dicatat' },
        { uraian: 'Penyiapan konten materi', keadaan: 'Belum dicatat' },
      ],
      peralatanDiminta: false,
      peralatan: [{ nama: 'Speaker', jumlah: 2 }],
      peralatanBelumTercatat: [],
      peralatanPemohon: [{ nama: 'Meja', jumlah: 1 }],
      dipenuhiPemohon: false,
      kendala: [
        {
          waktu: '09.35',
          jenis: 'Koneksi',
          dialami: 'peserta daring',
          uraian: 'suara terputus',
          tindakan: 'pindah ke kabel',
          selesai: '09.42',
        },
      ],
      tanpaKendala: false,
      kendalaBelumDitangani: 0,
      jumlahPungutan: 0,
      sesuaiStandar: false,
      belumTercatat: [
        'pengecekan lokasi kegiatan',
        'seluruh alat dan jaringan berada di lokasi',
        'konfigurasi peserta',
        'pengaturan platform',
        'penyiapan konten materi',
        'waktu layanan',
        'pemenuhan kekurangan peralatan oleh pemohon',
      ],
      tidakSesuai: [],
      rekaman: 'Kegiatan direkam. Hasil rekaman: https://rekaman.test/1',
      waktuLayanan: '',
      dasarHukum: ['Undang-Undang Nomor 25 Tahun 2009'],
      tanggalLaporan: '',
      diperiksa: { nama: '', tanggal: '' },
      disetujui: { nama: '', tanggal: '' },
      edisiSebelumnya: '',
      perubahan: [],
      tandaTanganElektronik: false,
      penandaTangan: {
        jabatan: 'Ketua Tim Kerja Persandian',
        nama: 'Contoh Ketua, S.Kom.',
        nip: '',
        pangkat: '',
      },
    });
    expect(activityReportSchema.parse(view)).toEqual(view);
  });

  test('stays a draft that says what is missing', () => {
    const missing = [{ header: 'Kendala Ada', what: 'ya atau tidak' }];
    const view = activityReportView(
      aHeldCase({ decided: { reportFacts: { complete: false, waived: false, missing } } }),
      situation,
    );

    expect(view).toMatchObject({ draf: true, belumLengkap: ['Kendala Ada (ya atau tidak)'] });
  });

  test('stays a draft until somebody has looked at its facts at all', () => {
    expect(activityReportView(aHeldCase({ decided: {} }), situation).draf).toBe(true);
  });

  test('is final without all facts when staff gave a reason, and prints the reason', () => {
    const missing = [{ header: 'Kendala Ada', what: 'ya atau tidak' }];
    const view = activityReportView(
      aHeldCase({
        decided: { reportFacts: { complete: false, waived: true, missing } },
        staff: { reason: 'petugas sudah pindah tugas' },
      }),
      situation,
    );

    expect(view).toMatchObject({ draf: false, alasanPengecualian: 'petugas sudah pindah tugas' });
  });

  test('prints no gap as BELUM DIISI once it was closed with a reason', () => {
    const { request, ...rest } = aHeldCase({
      decided: {
        reportFacts: {
          complete: false,
          waived: true,
          missing: [{ header: 'Hasil Rekaman', what: 'tautan' }],
        },
      },
      answers: { recording: true },
      staff: { recordingResult: { kind: 'unknown' }, reason: 'arsip hilang' },
    });
    const { actualEnd: _, actualLeader: __, ...staff } = request.staff;
    const view = activityReportView({ ...rest, request: { ...request, staff } }, situation);

    expect(JSON.stringify(view)).not.toContain('BELUM DIISI');
    expect(view).toMatchObject({
      pejabat: { nama: 'tidak dicatat' },
      rekaman: 'Hasil rekaman tidak dicatat.',
    });
  });

  test('stays a draft that asks while nobody is named to sign it', () => {
    const unsigned = aSituation({
      desk: { ...desk, settings: { ...desk.settings, teamLead: { title: 'Ketua', name: '' } } },
    });
    const subject = aHeldCase();
    const closed = {
      ...subject,
      decided: { ...subject.decided, state: { is: 'Ditutup', because: '' } },
    } as const;

    expect(activityReportView(closed, unsigned)).toMatchObject({
      draf: true,
      belumLengkap: ['Nama Ketua Tim (tab Pengaturan)'],
    });
    expect(activityReport.remarksBeside(closed, unsigned)).toHaveLength(1);
    expect(activityReport.remarksBeside(closed, situation)).toEqual([]);
  });

  test('never takes the planned leader for the one who led', () => {
    const planned = aCase({
      answers: { plannedLeader: { name: 'Hasan', position: 'Asisten II' } },
    });

    expect(activityReportView(planned, situation).pejabat).toEqual({
      nama: '',
      jabatan: '',
      diwakiliOleh: '',
      rencana: 'Hasan (Asisten II)',
    });
  });

  test('says "no incidents" only when staff confirmed it and none is logged', () => {
    const confirmed = (ticket: string) =>
      activityReportView(aCase({ ticket, staff: { incidents: false } }), situation).tanpaKendala;

    expect([confirmed('VC-2026-0009'), confirmed('VC-2026-0001')]).toEqual([true, false]);
    expect(activityReportView(aCase({ ticket: 'VC-2026-0009' }), situation).tanpaKendala).toBe(
      false,
    );
  });

  const results: readonly [
    RecordingResult,
    { readonly asked: boolean; readonly sensitivity: 'biasa' | 'terbatas' | 'rahasia' },
    string,
  ][] = [
    [{ kind: 'unknown' }, { asked: true, sensitivity: 'biasa' }, ''],
    [{ kind: 'unknown' }, { asked: false, sensitivity: 'biasa' }, 'Perekaman tidak diminta.'],
    [{ kind: 'not-recorded' }, { asked: true, sensitivity: 'biasa' }, 'Kegiatan tidak direkam.'],
    [
      { kind: 'withheld', why: 'diminta pimpinan' },
      { asked: true, sensitivity: 'biasa' },
      'Kegiatan direkam. Hasil rekaman tidak diserahkan: diminta pimpinan',
    ],
    [{ kind: 'withheld', why: ' ' }, { asked: true, sensitivity: 'biasa' }, ''],
    [
      { kind: 'link', link: 'https://rahasia.test' },
      { asked: true, sensitivity: 'terbatas' },
      'Kegiatan direkam. Tautan hasil rekaman tidak dicantumkan karena sifat kegiatan.',
    ],
  ];
  test.each(results)('words the recording %j (%j) as "%s"', (recordingResult, facts, sentence) => {
    const subject = aCase({
      answers: { recording: facts.asked, sensitivity: facts.sensitivity },
      staff: { recordingResult },
    });

    expect(activityReportView(subject, situation).rekaman).toBe(sentence);
  });

  test('marks a confidential event and names it, being its only record', () => {
    const view = activityReportView(aCase({ answers: { sensitivity: 'rahasia' } }), situation);

    expect(view).toMatchObject({ tandaSifat: 'RAHASIA', acara: 'Rapat Koordinasi Perencanaan' });
  });
});
