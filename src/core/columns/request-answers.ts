/** The columns of Permohonan that the form fills: what requesters answer. */
import { type Column, form } from '../sheet/column.ts';
import { serviceKindNames } from './choices.ts';

export const requestAnswers = [
  form('submittedAt', 'Stempel waktu', 'moment', {
    synonyms: ['Timestamp', 'Cap waktu'],
    hint: 'Saat permohonan masuk. Dari formulir terisi sendiri; untuk permohonan lewat surat, ketik tanggal dan jam surat diterima.',
  }),
  form('email', 'Alamat email', 'text', {
    synonyms: ['Email Address', 'Email', 'Surel', 'Alamat Surel'],
    hint: 'Alamat email pemohon.',
    width: 29,
    folds: true,
  }),
  form('requesterName', 'Nama Pemohon', 'text', {
    synonyms: ['Nama', 'Nama Lengkap', 'Nama Lengkap Pemohon'],
    hint: 'Nama lengkap pemohon. Wajib.',
    width: 25,
    needed: true,
  }),
  form('requesterPosition', 'Jabatan Pemohon', 'text', {
    synonyms: ['Jabatan'],
    hint: 'Jabatan pemohon, misalnya Kepala Subbagian Umum.',
    width: 25,
    folds: true,
  }),
  form('requesterNip', 'NIP Pemohon', 'text', {
    synonyms: ['NIP', 'NIP (bila ada)'],
    hint: 'Boleh kosong. 18 angka; yang panjangnya lain tetap diterima dengan peringatan.',
    width: 23,
    folds: true,
  }),
  form('institution', 'Instansi / Perangkat Daerah', 'text', {
    synonyms: [
      'Instansi',
      'Perangkat Daerah',
      'OPD',
      'Asal Instansi',
      'Unit Kerja',
      'Nama Instansi',
    ],
    hint: 'Nama lengkap perangkat daerah. Singkatan yang dikenal dibaca sebagai nama resminya; daftar ejaan ada di Pengaturan.',
    width: 34,
    needed: true,
  }),
  form('phone', 'Nomor Telepon / WhatsApp', 'text', {
    synonyms: ['Nomor Telepon', 'No. HP', 'Nomor WhatsApp', 'No WA', 'Nomor HP', 'Telepon'],
    hint: 'Nomor WhatsApp yang dapat dihubungi. Boleh diawali 0, 62, atau langsung 8.',
    width: 18,
  }),
  form('event', 'Nama Kegiatan', 'long', {
    synonyms: ['Kegiatan', 'Judul Kegiatan', 'Nama Acara', 'Acara', 'Agenda'],
    hint: 'Judul kegiatan seperti pada surat. Wajib.',
    width: 40,
    needed: true,
  }),
  form('plannedLeader', 'Pejabat yang Memimpin (rencana)', 'text', {
    synonyms: [
      'Pimpinan Rapat',
      'Pejabat yang akan Memimpin',
      'Pemimpin Kegiatan',
      'Pejabat yang Memimpin',
    ],
    hint: 'Pejabat yang direncanakan memimpin, dengan jabatannya dalam kurung, misalnya: Drs. Anwar, M.Si. (Sekretaris Daerah).',
    width: 32,
  }),
  form('startDay', 'Tanggal Mulai', 'day', {
    synonyms: [
      'Tanggal',
      'Tanggal Kegiatan',
      'Hari/Tanggal',
      'Tanggal Pelaksanaan',
      'Hari/Tanggal Mulai',
    ],
    hint: 'Tanggal kegiatan, misalnya 23/11/2026. Nama hari muncul sendiri; periksa apakah sudah cocok dengan surat.',
    needed: true,
  }),
  form('endDay', 'Tanggal Selesai', 'day', {
    synonyms: ['Sampai Tanggal', 'Hari/Tanggal Selesai', 'Tanggal Berakhir'],
    hint: 'Diisi hanya bila kegiatan lebih dari satu hari.',
  }),
  form('startTime', 'Jam Mulai', 'time', {
    synonyms: ['Waktu Mulai', 'Pukul', 'Jam', 'Waktu', 'Waktu Pelaksanaan'],
    hint: 'Jam mulai, misalnya 09.00. Tulisan seperti "setengah 10" atau "10.00 WIB" dipahami.',
    needed: true,
  }),
  form('endTime', 'Jam Selesai', 'time', {
    synonyms: ['Waktu Selesai', 'Sampai Pukul', 'Jam Berakhir'],
    hint: 'Jam selesai, atau "selesai" bila belum tahu.',
  }),
  form('zone', 'Zona Waktu', 'choice', {
    synonyms: ['Zona'],
    hint: 'Zona waktu kantor bila kosong. Jam zona lain diubah ke zona waktu kantor oleh layanan.',
    choices: ['WITA', 'WIB', 'WIT'],
    width: 9,
  }),
  form('place', 'Tempat Kegiatan', 'long', {
    synonyms: ['Tempat', 'Lokasi', 'Lokasi Kegiatan', 'Tempat Pelaksanaan'],
    hint: 'Gedung dan ruangan tempat petugas akan bekerja.',
    width: 34,
  }),
  form('placeContact', 'Penanggung Jawab di Lokasi', 'text', {
    synonyms: ['PJ Lokasi', 'Penanggung Jawab Lokasi', 'Penanggung Jawab'],
    hint: 'Nama dan nomor orang yang membukakan ruangan.',
    width: 26,
    folds: true,
  }),
  form('host', 'Penyelenggara Rapat (Host)', 'choice', {
    synonyms: ['Host', 'Penyelenggara', 'Host Rapat', 'Penyelenggara Rapat'],
    hint: 'Siapa yang membuat rapatnya. "Instansi lain" berarti akun Zoom kita tidak dipakai.',
    choices: ['Dinas Kominfotik', 'Instansi lain'],
    width: 18,
    folds: true,
  }),
  form('hostLink', 'Tautan / ID Rapat dari Penyelenggara Lain', 'long', {
    synonyms: [
      'Link dari Penyelenggara',
      'Tautan dari Penyelenggara',
      'Link Zoom dari Penyelenggara',
    ],
    hint: 'Tautan atau ID rapat bila penyelenggaranya instansi lain.',
    width: 30,
    format: '@',
    folds: true,
  }),
  form('serviceKind', 'Jenis Layanan', 'choice', {
    synonyms: ['Layanan', 'Jenis Fasilitasi', 'Layanan yang Diminta'],
    hint: 'Link Host saja: tanpa petugas di lokasi. Operator saja: rapat dibuat pihak lain.',
    choices: serviceKindNames,
    width: 20,
  }),
  form('platform', 'Platform', 'choice', {
    synonyms: ['Aplikasi', 'Media', 'Aplikasi yang Digunakan'],
    hint: 'Zoom bila kosong.',
    choices: ['Zoom', 'Google Meet', 'Microsoft Teams', 'YouTube', 'Lainnya'],
  }),
  form('participants', 'Jumlah Peserta', 'number', {
    synonyms: ['Peserta', 'Perkiraan Peserta', 'Jumlah Peserta (perkiraan)'],
    hint: 'Perkiraan jumlah peserta daring, dalam angka. Menentukan akun Zoom yang dipakai.',
  }),
  form('equipment', 'Peralatan yang Dibutuhkan', 'long', {
    synonyms: ['Peralatan', 'Kebutuhan Peralatan', 'Sarana yang Dibutuhkan'],
    hint: 'Sarana yang diminta dari sebelas jenis, pisahkan dengan koma atau titik koma; jumlah dalam kurung: Speaker (2); Kamera Zoom (1).',
    width: 36,
  }),
  form('recording', 'Direkam', 'choice', {
    synonyms: ['Rekaman', 'Perekaman', 'Perlu Direkam'],
    hint: 'Apakah kegiatan diminta untuk direkam.',
    choices: ['Ya', 'Tidak'],
    width: 10,
  }),
  form('streaming', 'Siaran Langsung', 'choice', {
    synonyms: ['Live Streaming', 'Streaming', 'Live'],
    hint: 'Apakah disiarkan langsung. Kegiatan yang disiarkan mendapat dua petugas.',
    choices: ['Ya', 'Tidak'],
    width: 10,
  }),
  form('sensitivity', 'Sifat Kegiatan', 'choice', {
    synonyms: ['Sifat', 'Kerahasiaan', 'Tingkat Kerahasiaan'],
    hint: 'Biasa, Terbatas, atau Rahasia. Judul dan tautan kegiatan Rahasia tidak dicetak di rekap dan pesan.',
    choices: ['Biasa', 'Terbatas', 'Rahasia'],
    width: 12,
  }),
  form('letterNumber', 'Nomor Surat', 'text', {
    synonyms: ['No. Surat', 'Nomor Surat Permohonan'],
    hint: 'Nomor surat permohonan. Dipakai juga untuk mengenali permohonan ganda.',
    width: 24,
    folds: true,
  }),
  form('letterDay', 'Tanggal Surat', 'day', {
    synonyms: ['Tgl Surat', 'Tanggal Surat Permohonan'],
    hint: 'Tanggal surat permohonan.',
    folds: true,
  }),
  form('letterFile', 'Berkas Surat', 'text', {
    synonyms: ['File Surat', 'Unggah Surat', 'Surat Permohonan'],
    hint: 'Tautan ke berkas surat.',
    folds: true,
  }),
  form('notes', 'Catatan Pemohon', 'long', {
    synonyms: ['Catatan', 'Catatan Tambahan', 'Keterangan Tambahan'],
    hint: 'Hal lain yang disampaikan pemohon.',
    width: 36,
    folds: true,
  }),
] as const satisfies readonly Column<string, 'form'>[];
