/**
 * The settings of the tab Pengaturan: their names as staff read them, what holds without them, and hints. One
 * list serves the reader and the empty workbook.
 */

import { mutedMessages } from '../../cases/messages.ts';
import { photosOfConfidentialEvents } from '../../photos/printable.ts';
import { startingInstitutions } from './institution-names.ts';

/** How a value is to be read. */
export type SettingKind =
  | 'text'
  | 'time'
  | 'count'
  | 'nip'
  | 'clock'
  | 'yes-no'
  | 'signer'
  | 'hours'
  | 'addressee'
  | 'addressees';

export interface OfficeSetting {
  readonly key: string;
  readonly name: string;
  readonly kind: SettingKind;
  /** As staff would type it; `''` is none. */
  readonly standard: string;
  readonly hint: string;
}

const addresseeForm = 'Tulis: Nama = alamat email, atau alamatnya saja.';

const text = (standard: string) => ({ kind: 'text', standard }) as const;
const time = (standard: string) => ({ kind: 'time', standard }) as const;
const hours = (standard: string) => ({ kind: 'hours', standard }) as const;
const signer = (standard: string) => ({ kind: 'signer', standard }) as const;
const signerHint = 'Kepala Dinas, Ketua Tim, atau a.n. Kepala Dinas (ditandatangani Ketua Tim).';
const count = (standard: string) => ({ kind: 'count', standard }) as const;

/** Names, standards and hints in the order of the tab. The office hours add up to 37 h 30 m a week. */
export const officeSettings = [
  {
    key: 'government',
    name: 'Nama Pemerintah Daerah',
    ...text('Pemerintah Provinsi Gorontalo'),
    hint: 'Baris pertama kop surat.',
  },
  {
    key: 'office',
    name: 'Nama Dinas',
    ...text('Dinas Komunikasi, Informatika, dan Statistik'),
    hint: 'Baris kedua kop surat.',
  },
  {
    key: 'team',
    name: 'Nama Tim Kerja',
    ...text('Tim Kerja Persandian'),
    hint: 'Tim yang menyelenggarakan layanan.',
  },
  { key: 'address', name: 'Alamat', ...text(''), hint: 'Alamat kantor pada kop surat.' },
  {
    key: 'contact',
    name: 'Kontak',
    ...text(''),
    hint: 'Telepon, email, atau laman pada kop surat.',
  },
  { key: 'city', name: 'Kota', ...text('Gorontalo'), hint: 'Tempat penandatanganan dokumen.' },
  {
    key: 'headTitle',
    name: 'Jabatan Kepala Dinas',
    ...text('Kepala Dinas'),
    hint: 'Jabatan pimpinan pada surat dan dokumen.',
  },
  {
    key: 'headName',
    name: 'Nama Kepala Dinas',
    ...text(''),
    hint: 'Nama lengkap dengan gelar. Bila kosong, tercetak BELUM DIISI dan surat tetap draf.',
  },
  {
    key: 'headNip',
    name: 'NIP Kepala Dinas',
    kind: 'nip',
    standard: '',
    hint: '18 angka, disimpan sebagai teks.',
  },
  {
    key: 'headRank',
    name: 'Pangkat Kepala Dinas',
    ...text(''),
    hint: 'Misalnya Pembina Utama Muda, IV/c.',
  },
  {
    key: 'leadTitle',
    name: 'Jabatan Ketua Tim',
    ...text('Ketua Tim Kerja Persandian'),
    hint: 'Jabatan Ketua Tim pada surat dan dokumen.',
  },
  {
    key: 'leadName',
    name: 'Nama Ketua Tim',
    ...text(''),
    hint: 'Nama lengkap dengan gelar. Bila kosong, tercetak BELUM DIISI dan surat tetap draf.',
  },
  {
    key: 'leadNip',
    name: 'NIP Ketua Tim',
    kind: 'nip',
    standard: '',
    hint: '18 angka, disimpan sebagai teks.',
  },
  {
    key: 'leadRank',
    name: 'Pangkat Ketua Tim',
    ...text(''),
    hint: 'Misalnya Penata Tk. I, III/d.',
  },
  {
    key: 'dutyLetterSigner',
    name: 'Penanda Tangan Surat Tugas',
    ...signer('Kepala Dinas'),
    hint: signerHint,
  },
  {
    key: 'shortageNoticeSigner',
    name: 'Penanda Tangan Pemberitahuan',
    ...signer('Ketua Tim'),
    hint: signerHint,
  },
  {
    key: 'reportSigner',
    name: 'Penanda Tangan Laporan',
    ...signer('Ketua Tim'),
    hint: signerHint,
  },
  {
    key: 'recapSigner',
    name: 'Penanda Tangan Rekap',
    ...signer('Kepala Dinas'),
    hint: signerHint,
  },
  {
    key: 'evaluationSigner',
    name: 'Penanda Tangan Evaluasi',
    ...signer('Kepala Dinas'),
    hint: signerHint,
  },
  {
    key: 'checkers',
    name: 'Pemeriksa Dokumen',
    ...text(''),
    hint: 'Nama-nama yang boleh memeriksa laporan, rekap, dan evaluasi, dipisah titik koma. Kosong: siapa saja.',
  },
  {
    key: 'approvers',
    name: 'Penyetuju Dokumen',
    ...text(''),
    hint: 'Nama-nama yang boleh menyetujuinya, dipisah titik koma. Kosong: siapa saja.',
  },
  {
    key: 'signsInOffice',
    name: 'Tanda Tangan di E-office',
    kind: 'yes-no',
    standard: 'tidak',
    hint: 'ya: laporan, rekap, dan evaluasi memuat penanda naskah dinas elektronik seperti surat tugas.',
  },
  {
    key: 'classification',
    name: 'Kode Klasifikasi Surat',
    ...text('555'),
    hint: 'Kode pada nomor surat.',
  },
  {
    key: 'serviceHours',
    name: 'Jam Layanan (jam)',
    ...count('24'),
    hint: 'Batas waktu layanan sejak permohonan lengkap.',
  },
  {
    key: 'clock',
    name: 'Hitungan Waktu Layanan',
    kind: 'clock',
    standard: 'jam dinding',
    hint: 'Hitungan resmi: jam dinding atau jam kerja. Keduanya selalu ditampilkan.',
  },
  { key: 'start', name: 'Jam Masuk', ...time('07.30'), hint: 'Senin sampai Jumat.' },
  { key: 'end', name: 'Jam Pulang', ...time('16.00'), hint: 'Senin sampai Kamis.' },
  { key: 'endFriday', name: 'Jam Pulang Jumat', ...time('16.30'), hint: 'Hari Jumat.' },
  { key: 'breakStart', name: 'Mulai Istirahat', ...time('12.00'), hint: 'Setiap hari kerja.' },
  {
    key: 'breakMinutes',
    name: 'Istirahat (menit)',
    ...count('60'),
    hint: 'Senin sampai Kamis.',
  },
  {
    key: 'breakMinutesFriday',
    name: 'Istirahat Jumat (menit)',
    ...count('90'),
    hint: 'Hari Jumat. Jam kerja seminggu seluruhnya 37 jam 30 menit.',
  },
  {
    key: 'preparationMinutes',
    name: 'Persiapan (menit)',
    ...count('60'),
    hint: 'Waktu persiapan petugas dan peralatan sebelum kegiatan.',
  },
  {
    key: 'travelMinutes',
    name: 'Perjalanan (menit)',
    ...count('30'),
    hint: 'Waktu perjalanan antara dua lokasi.',
  },
  {
    key: 'clearingMinutes',
    name: 'Beres-beres (menit)',
    ...count('30'),
    hint: 'Waktu membereskan peralatan sesudah kegiatan.',
  },
  {
    key: 'assumedEventMinutes',
    name: 'Perkiraan Lama Kegiatan (menit)',
    ...count('120'),
    hint: 'Dipakai bila jam selesai tidak disebut.',
  },
  {
    key: 'settleTime',
    name: 'Jam Penetapan Petugas',
    ...time('15.00'),
    hint: 'Jam penetapan petugas pada hari kerja terakhir sebelum kegiatan.',
  },
  {
    key: 'settleDays',
    name: 'Hari Penetapan Petugas (hari)',
    ...count('1'),
    hint: 'Berapa hari kerja sebelum kegiatan petugasnya ditetapkan; sesudah itu Surat Tugas bukan draf lagi.',
  },
  {
    // UU 25/2009 asks for an answer within 14 days; 5 working days is what SP4N-LAPOR! (Permenpan RB 62/2018) gives an ordinary one.
    key: 'complaintDays',
    name: 'Tenggat Pengaduan (hari)',
    ...count('5'),
    hint: 'Berapa hari kerja sejak masuk pengaduan harus ditutup. UU 25/2009: ditanggapi paling lambat 14 hari.',
  },
  {
    // UU 27/2022 Pasal 43: to be erased when it is needed no more; how long is the office's to say, under its archive rules.
    key: 'contactMonths',
    name: 'Simpan Kontak (bulan)',
    ...count('24'),
    hint: 'Berapa bulan sesudah kegiatan alamat email, nomor telepon, dan NIP pemohon masih disimpan (UU 27/2022 tentang Pelindungan Data Pribadi). Dihapus oleh pengelola dengan perintah forget.',
  },
  {
    key: 'confidentialPhotos',
    name: photosOfConfidentialEvents,
    kind: 'yes-no',
    standard: 'tidak',
    hint: 'ya: foto kegiatan terbatas dan rahasia juga dimuat dalam laporannya.',
  },
  {
    key: 'mutedMessages',
    name: mutedMessages,
    ...text(''),
    hint: 'Jenis pesan yang tidak dikirim layanan, dipisah titik koma, misalnya: Tanda terima; Pengingat. Nama yang tidak dikenal disebut di Ringkasan beserta pilihannya.',
  },
  {
    key: 'sendingHours',
    name: 'Jam Kirim Pesan',
    ...hours('08.00–11.30; 13.30–16.00'),
    hint: 'Hari kerja, Senin sampai Kamis; di luar jam ini pesan menunggu. Sesuaikan pada bulan Ramadan.',
  },
  {
    key: 'sendingHoursFriday',
    name: 'Jam Kirim Pesan Jumat',
    ...hours('08.00–11.00; 13.30–16.00'),
    hint: 'Hari Jumat.',
  },
  {
    key: 'sendingHoursUrgent',
    name: 'Jam Kirim Pesan Mendesak',
    ...hours('06.30–18.00'),
    hint: 'Senin sampai Sabtu, bukan hari libur: pesan yang tidak dapat menunggu, misalnya perubahan kegiatan hari ini.',
  },
  {
    key: 'dailyMessages',
    name: 'Batas Pesan Sehari',
    ...count('200'),
    hint: 'Sebanyak-banyaknya surel yang dikirim dalam 24 jam; yang mendesak didahulukan, sisanya menunggu.',
  },
  {
    key: 'networkTeam',
    name: 'Email Tim Kerja Jaringan',
    kind: 'addressee',
    standard: '',
    hint: `Ditanyai siap atau tidaknya jaringan setiap kegiatan. ${addresseeForm} Kosong: tidak ditanyai.`,
  },
  {
    key: 'supervisors',
    name: 'Email Pengawas',
    kind: 'addressees',
    standard: '',
    hint: `Menerima antrean dokumen, ringkasan mingguan, dan pengaduan pungutan. ${addresseeForm} Satu orang setiap baris.`,
  },
  {
    key: 'keeper',
    name: 'Email Pengelola Layanan',
    kind: 'addressee',
    standard: '',
    hint: `Diberi tahu bila layanan ini terhenti. ${addresseeForm}`,
  },
] as const satisfies readonly OfficeSetting[];

export type OfficeSettingKey = (typeof officeSettings)[number]['key'];

/** Stands in as many rows as there are institutions. */
export const institutionSetting = {
  name: 'Nama Instansi dan Ejaannya',
  hint: 'Satu instansi setiap baris: nama resmi = ejaan; ejaan lain.',
} as const;

/** The rows that an empty workbook's Pengaturan starts with. */
export const settingRows: readonly {
  readonly name: string;
  readonly value: string;
  readonly hint: string;
}[] = [
  ...officeSettings.map(({ name, standard, hint }) => ({ name, value: standard, hint })),
  ...startingInstitutions.map((value) => ({
    name: institutionSetting.name,
    value,
    hint: institutionSetting.hint,
  })),
];
