/** Invented people, office and event that the samples of all documents share, so that a template can be judged by eye. */

export const sampleOffice = {
  kop: {
    pemerintah: 'Pemerintah Provinsi Gorontalo',
    dinas: 'Dinas Komunikasi, Informatika, dan Statistik',
    alamat: 'Jalan Contoh Nomor 1, Kota Gorontalo 96100',
    kontak: 'vicon@contoh.go.id',
  },
  tim: 'Tim Kerja Persandian',
  kota: 'Gorontalo',
};

export const sampleTeamLead = {
  jabatan: 'Ketua Tim Kerja Persandian',
  nama: 'Siti Contoh, S.Kom., M.T.',
  nip: '198504112009032001',
  pangkat: 'Penata Tingkat I, III/d',
};

export const sampleHead = {
  jabatan: 'Kepala Dinas',
  nama: 'Drs. Abdul Contoh, M.Si.',
  nip: '197001011995031002',
  pangkat: 'Pembina Utama Muda, IV/c',
};

export const sampleEvent = {
  nomorTiket: 'VC-2026-0123',
  acara: 'Rapat Koordinasi Pengendalian Inflasi Daerah',
  instansi: 'Biro Perekonomian dan Pembangunan',
  tempat: 'Ruang Huyula, Kantor Gubernur Gorontalo',
  hariPelaksanaan: 'Senin, 23\u00A0November\u00A02026',
  waktuPelaksanaan: '09.00\u00A0WITA\u00A0s.d.\u00A0selesai',
  jenisLayanan: 'Link Host + Operator',
  platform: 'Zoom',
  nomorSuratPermohonan: '500/EKBANG/456/XI/2026',
  tanggalSuratPermohonan: '2026-11-18',
};

export const sampleOfficers = [
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

export const sampleLegalBasis = [
  'Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik;',
  'Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah;',
  'Peraturan Gubernur Gorontalo Nomor 38 Tahun 2023 tentang Organisasi dan Tata Kerja Perangkat Daerah.',
];
