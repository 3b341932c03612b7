/** Clause C.1 of the service standard, word for word as the office issued it. */
export const legalBasis: readonly string[] = [
  'Undang-undang Nomor 25 Tahun 2009 tentang Pelayanan Publik;',
  'Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintah Daerah;',
  'Kepmendagri Nomor 20 Tahun 2000 tentang Penyelenggaraan Persandian dan Telekomunikasi;',
  'Kepmendagri Nomor 34 Tahun 2001 tentang Pengamanan Berita Rahasia Melalui Proses Persandian dan Telekomunikasi;',
  'Peraturan Kepala Lembaga Sandi Negara Nomor 19 Tahun 2015 tentang Alat Pendukung Utama Persandian;',
  'Pergub Nomor 55 Tahun 2019 Tentang Penyelenggaraan Persandian Untuk Pengamanan Informasi di Lingkungan Pemerintahan Provinsi Gorontalo;',
  'Peraturan Gubernur Gorontalo Nomor 38 tahun 2023 tentang Organisasi dan Tata Kerja Pemerintah Daerah;',
  'Keputusan Gubernur Gorontalo Nomor 201/17/V /2024 tentang Penunjukan Penanggung Jawab dan Petugas Operator Virtual Meeting pada Perangkat Daerah di lingkungan Pemerintah Provinsi Gorontalo tahun 2023.',
];
