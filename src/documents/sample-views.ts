/** Invented data for `preview`: one ordinary example of every document, so that a template can be judged by eye. */
import type { ActivityReportView } from './kinds/activity-report.ts';
import type { DutyLetterView } from './kinds/duty-letter.ts';
import type { MonthlyRecapView } from './kinds/monthly-recap.ts';
import type { ShortageNoticeView } from './kinds/shortage-notice.ts';
import type { YearlyEvaluationView } from './kinds/yearly-evaluation.ts';

const office = {
  kop: {
    pemerintah: 'Pemerintah Provinsi Gorontalo',
    dinas: 'Dinas Komunikasi, Informatika, dan Statistik',
    alamat: 'Jalan Contoh Nomor 1, Kota Gorontalo 96100',
    kontak: 'vicon@contoh.go.id',
  },
  tim: 'Tim Kerja Persandian',
  kota: 'Gorontalo',
};

const teamLead = {
  jabatan: 'Ketua Tim Kerja Persandian',
  nama: 'Siti Contoh, S.Kom., M.T.',
  nip: '198504112009032001',
  pangkat: 'Penata Tingkat I, III/d',
};

const head = {
  jabatan: 'Kepala Dinas',
  nama: 'Drs. Abdul Contoh, M.Si.',
  nip: '197001011995031002',
  pangkat: 'Pembina Utama Muda, IV/c',
};

const event = {
  nomorTiket: 'VC-2026-0123',
  acara: 'Rapat Koordinasi Pengendalian Inflasi Daerah',
  instansi: 'Biro Perekonomian dan Pembangunan',
  tempat: 'Ruang Huyula, Kantor Gubernur Gorontalo',
  hariPelaksanaan: 'Senin, 23\u00A0November\u00A02026',
  waktuPelaksanaan: '09.00\u00A0s.d.\u00A0selesai\u00A0WITA',
  jenisLayanan: 'Link Host + Operator',
  platform: 'Zoom',
  nomorSuratPermohonan: '500/EKBANG/456/XI/2026',
  tanggalSuratPermohonan: '2026-11-18',
};

const officers = [
  {
    nama: 'Andi Contoh, S.Kom.',
    nip: '199003152015031004',
    pangkat: 'Penata, III/c',
    jabatan: 'Sandiman Ahli Muda',
    peran: 'Operator utama',
  },
  {
    nama: 'Rini Contoh, A.Md.',
    nip: '199507202019032005',
    pangkat: 'Pengatur Tingkat I, II/d',
    jabatan: 'Pranata Komputer Terampil',
    peran: 'Operator pendamping',
  },
  {
    nama: 'Dedi Contoh, S.T.',
    nip: '198811022012011003',
    pangkat: 'Penata Muda Tingkat I, III/b',
    jabatan: 'Pranata Komputer Ahli Pertama',
    peran: 'Petugas jaringan',
  },
];

const legalBasis = [
  'Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik;',
  'Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah;',
  'Peraturan Gubernur Gorontalo Nomor 38 Tahun 2023 tentang Organisasi dan Tata Kerja Perangkat Daerah.',
];

const activityReport: ActivityReportView = {
  ...office,
  ...event,
  draf: false,
  belumLengkap: [],
  alasanPengecualian: '',
  tandaSifat: '',
  namaPemohon: 'Rahmat Contoh, S.Sos.',
  jabatanPemohon: 'Kepala Subbagian Tata Usaha',
  pejabat: {
    nama: 'Drs. Karim Contoh, M.Si.',
    jabatan: 'Asisten Perekonomian dan Pembangunan',
    diwakiliOleh: '',
    rencana: '',
  },
  petugas: officers,
  tanpaPetugas: false,
  waktuAktual: '09.10\u00A0s.d.\u00A011.45\u00A0WITA',
  jumlahPeserta: 80,
  pesertaHadir: 74,
  persiapan: [
    { uraian: 'Koordinasi dengan pemohon', keadaan: 'Susunan acara dan daftar peserta diterima' },
    { uraian: 'Koordinasi dengan Tim Kerja Jaringan, Bidang Aptika', keadaan: 'Jaringan siap' },
    { uraian: 'Pengecekan lokasi kegiatan', keadaan: 'Terlaksana' },
    { uraian: 'Seluruh alat dan jaringan berada di lokasi', keadaan: 'Terlaksana' },
    { uraian: 'Pengujian sistem', keadaan: 'Terlaksana' },
    { uraian: 'Konfigurasi peserta', keadaan: 'Terlaksana' },
    { uraian: 'Pengaturan platform', keadaan: 'Terlaksana' },
    { uraian: 'Penyiapan konten materi', keadaan: 'Terlaksana' },
  ],
  peralatan: [
    { nama: 'Kamera Zoom', jumlah: 1 },
    { nama: 'Speaker', jumlah: 2 },
    { nama: 'Komputer/laptop', jumlah: 1 },
  ],
  peralatanPemohon: [{ nama: 'Televisi/LCD Proyektor', jumlah: 1 }],
  kendala: [
    {
      waktu: '09.35',
      jenis: 'Koneksi',
      dialami: 'peserta daring',
      uraian: 'Suara ruang rapat terputus-putus.',
      tindakan: 'Koneksi dialihkan ke jaringan kabel.',
      selesai: '09.42',
    },
  ],
  tanpaKendala: false,
  rekaman: 'Kegiatan direkam. Hasil rekaman: https://contoh.go.id/rekaman/0123',
  waktuLayanan: 'Diterima lengkap Rab 18/11 09.10; dikonfirmasi 15.40; 6 j 30 m dari 24 j.',
  dasarHukum: legalBasis,
  tanggalLaporan: '2026-11-24',
  diperiksa: { nama: 'Siti Contoh, S.Kom., M.T.', tanggal: '2026-11-24' },
  disetujui: { nama: 'Drs. Abdul Contoh, M.Si.', tanggal: '2026-11-25' },
  penandaTangan: teamLead,
};

const dutyLetter: DutyLetterView = {
  ...office,
  ...event,
  draf: false,
  dasarHukum: legalBasis,
  petugas: officers,
  penandaTangan: head,
};

const shortageNotice: ShortageNoticeView = {
  ...office,
  ...event,
  draf: false,
  jabatanPemohon: 'Kepala Subbagian Tata Usaha',
  peralatan: [
    {
      nama: 'Televisi/LCD Proyektor',
      jumlah: 1,
      alasan: 'Dipakai kegiatan lain pada waktu yang sama',
    },
    { nama: 'Tripod Kamera', jumlah: 1, alasan: 'Diminta 2, tersedia 1' },
  ],
  tanggalDibutuhkan: '2026-11-23',
  jamDibutuhkan: '08:00',
  zonaWaktu: 'WITA',
  penandaTangan: teamLead,
};

const institutions = [
  { nama: 'Biro Perekonomian dan Pembangunan', permohonan: 6, terlaksana: 5, persen: 50 },
  { nama: 'Badan Perencanaan Pembangunan Daerah', permohonan: 4, terlaksana: 4, persen: 33.3 },
  { nama: 'Dinas Kesehatan', permohonan: 2, terlaksana: 2, persen: 16.7 },
];

const periodFigures = {
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

const monthlyRecap: MonthlyRecapView = {
  ...office,
  ...periodFigures,
  periode: '2026-11',
  sementara: false,
  tanggalLaporan: '2026-11-30',
  perInstansi: institutions,
  grafikBulan: {
    categories: ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov'],
    series: [
      { name: 'Permohonan', values: [7, 9, 6, 8, 11, 10, 9, 5, 12, 14, 12] },
      { name: 'Terlaksana', values: [7, 8, 6, 8, 10, 10, 8, 5, 11, 13, 11] },
    ],
  },
  grafikInstansi: {
    categories: institutions.map(({ nama }) => nama).toReversed(),
    series: [
      { name: 'Permohonan', values: institutions.map(({ permohonan }) => permohonan).toReversed() },
    ],
  },
  pengaduan: [
    {
      tanggal: '2026-11-12',
      jenis: 'Pengaduan',
      isi: 'Suara di ruang rapat kurang jelas.',
      penangan: 'Andi Contoh, S.Kom.',
      jawaban: 'Speaker diganti dan diuji ulang.',
      keadaan: 'Selesai',
    },
    {
      tanggal: '2026-11-20',
      jenis: 'Saran',
      isi: 'Tautan rapat dikirim sehari sebelumnya.',
      penangan: '',
      jawaban: '',
      keadaan: 'Terbuka',
    },
  ],
  kegiatan: [
    {
      nomorTiket: 'VC-2026-0118',
      hariPelaksanaan: 'Selasa, 10\u00A0November\u00A02026',
      waktuPelaksanaan: '13.30\u00A0s.d.\u00A015.30\u00A0WITA',
      acara: 'Kegiatan rahasia',
      instansi: 'Badan Kesatuan Bangsa dan Politik',
      tempat: 'Ruang rapat Badan Kesatuan Bangsa dan Politik',
      petugas: 'Andi Contoh, S.Kom.',
      status: 'Ditutup',
      waktuLayanan: '3 j 20 m (terpenuhi)',
    },
    {
      nomorTiket: event.nomorTiket,
      hariPelaksanaan: event.hariPelaksanaan,
      waktuPelaksanaan: event.waktuPelaksanaan,
      acara: event.acara,
      instansi: event.instansi,
      tempat: event.tempat,
      petugas: officers.map(({ nama }) => nama).join('; '),
      status: 'Selesai',
      waktuLayanan: '6 j 30 m (terpenuhi)',
    },
  ],
  penandaTangan: head,
};

const monthRow = (nama: string, permohonan: number, terlaksana: number) => ({
  nama,
  permohonan,
  terlaksana,
  persenTepatWaktu: 94.7,
  kendala: 2,
  pengaduan: 1,
  persenKesiapan: 92.8,
});

const yearByMonth = [
  monthRow('Januari', 7, 7),
  monthRow('Februari', 9, 8),
  monthRow('Maret', 6, 6),
  monthRow('April', 8, 8),
  monthRow('Mei', 11, 10),
  monthRow('Juni', 10, 10),
  monthRow('Juli', 9, 8),
  monthRow('Agustus', 5, 5),
  monthRow('September', 12, 11),
  monthRow('Oktober', 14, 13),
  monthRow('November', 12, 11),
  monthRow('Desember', 8, 8),
];

const yearlyEvaluation: YearlyEvaluationView = {
  ...office,
  ...periodFigures,
  jumlahPermohonan: 111,
  jumlahTerlaksana: 105,
  jumlahKendala: 24,
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
    persen: 94.7,
    rataRata: '6 j 12 m',
    batasJam: 24,
  },
  kesiapan: [
    { nama: 'Televisi/LCD Proyektor', diminta: 58, disediakan: 49, kurang: 9, persen: 84.5 },
    { nama: 'Kamera Zoom', diminta: 83, disediakan: 81, kurang: 2, persen: 97.6 },
    { nama: 'Speaker', diminta: 96, disediakan: 90, kurang: 6, persen: 93.8 },
  ],
  persenKesiapan: 92.8,
  pesertaRencana: 8_940,
  pesertaHadir: 8_213,
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
  petugas: officers.map(({ nama }, index) => ({
    nama,
    tim: index === 2 ? 'Jaringan' : 'Persandian',
    kegiatan: 44 - 6 * index,
    jam: 118.5 - 14 * index,
  })),
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
  dasarHukum: legalBasis,
  penandaTangan: head,
};

/** By document kind, as in `document-kinds.ts`. */
export const sampleViews = {
  laporan: activityReport,
  'surat-tugas': dutyLetter,
  kekurangan: shortageNotice,
  rekap: monthlyRecap,
  evaluasi: yearlyEvaluation,
} as const;
