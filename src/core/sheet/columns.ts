/**
 * The one list of all columns: what our code calls a field, what people read as its header, who owns it.
 *
 * A header is found whatever its case, spacing and punctuation, by any of its synonyms, wherever staff moved
 * it (`locate-columns.ts`). The owner decides who may write: `form` answers belong to the requester, `staff`
 * columns to the staff, `service` columns to us, and a `shared` column is proposed by us and belongs to the staff
 * the moment they change it (`three-way.ts`).
 */

export type Owner = 'form' | 'staff' | 'service' | 'shared';

/** How a cell of the column is to be read; for drop-downs and formats when a workbook is set up. */
export type ColumnKind =
  | 'text'
  | 'long'
  | 'day'
  | 'time'
  | 'moment'
  | 'number'
  | 'tick'
  | 'choice'
  | 'link';

export interface Column<F extends string = string, O extends Owner = Owner> {
  readonly field: F;
  readonly header: string;
  readonly synonyms: readonly string[];
  readonly owner: O;
  readonly kind: ColumnKind;
  /** The drop-down's choices; other words stay allowed, because people have always used them. */
  readonly choices?: readonly string[];
  /** A tab without this column cannot be worked with. */
  readonly needed?: boolean;
  /** Rows would say something else without this column: a broken loudspeaker would be whole, a duty letter nameless. */
  readonly decisive?: boolean;
}

/** A column that was there once and is not any more must not be taken for an empty one. */
export const isIndispensable = ({ needed, decisive }: Column): boolean =>
  needed === true || decisive === true;

/** Written by the service. */
export const isOurs = ({ owner }: Column): boolean => owner === 'service' || owner === 'shared';

export interface Tab<F extends string = string> {
  readonly name: string;
  readonly synonyms: readonly string[];
  readonly columns: readonly Column<F>[];
}

type Extras = {
  synonyms?: readonly string[];
  choices?: readonly string[];
  needed?: boolean;
  decisive?: boolean;
};

const column =
  <O extends Owner>(owner: O) =>
  <F extends string>(
    field: F,
    header: string,
    kind: ColumnKind,
    extras: Extras = {},
  ): Column<F, O> => ({
    field,
    header,
    kind,
    owner,
    synonyms: extras.synonyms ?? [],
    ...(extras.choices && { choices: extras.choices }),
    ...(extras.needed && { needed: true }),
    ...(extras.decisive && { decisive: true }),
  });

const form = column('form');
const staff = column('staff');
const service = column('service');
const shared = column('shared');

export const facilityNames = [
  'Meja',
  'Kursi',
  'Komputer/laptop',
  'Televisi/LCD Proyektor',
  'Handphone',
  'Internet',
  'Kamera Zoom',
  'Speaker',
  'Kabel HDMI/audio/video',
  'Dongle audio/video',
  'Tripod Kamera',
] as const;

export const serviceKindNames = [
  'Link Host saja',
  'Link Host + Operator',
  'Operator saja',
] as const;
export const stateNames = [
  'Diajukan',
  'Perlu Perbaikan',
  'Diterima',
  'Dikoordinasikan',
  'Terjadwal',
  'Disiapkan',
  'Siap',
  'Berlangsung',
  'Selesai',
  'Ditutup',
  'Ditolak',
  'Dibatalkan',
  'Dijadwalkan Ulang',
  'Tidak Terlaksana',
] as const;
export type State = (typeof stateNames)[number];

export const tickMark = '✓';

export const requestTab = {
  name: 'Permohonan',
  synonyms: ['Form Responses 1', 'Respons Formulir 1', 'Jawaban Formulir 1', 'Data Permohonan'],
  columns: [
    form('submittedAt', 'Stempel waktu', 'moment', { synonyms: ['Timestamp', 'Cap waktu'] }),
    form('email', 'Alamat email', 'text', {
      synonyms: ['Email Address', 'Email', 'Surel', 'Alamat Surel'],
    }),
    form('requesterName', 'Nama Pemohon', 'text', {
      synonyms: ['Nama', 'Nama Lengkap', 'Nama Lengkap Pemohon'],
      needed: true,
    }),
    form('requesterPosition', 'Jabatan Pemohon', 'text', { synonyms: ['Jabatan'] }),
    form('requesterNip', 'NIP Pemohon', 'text', { synonyms: ['NIP', 'NIP (bila ada)'] }),
    form('institution', 'Instansi / Perangkat Daerah', 'text', {
      synonyms: [
        'Instansi',
        'Perangkat Daerah',
        'OPD',
        'Asal Instansi',
        'Unit Kerja',
        'Nama Instansi',
      ],
      needed: true,
    }),
    form('phone', 'Nomor Telepon / WhatsApp', 'text', {
      synonyms: ['Nomor Telepon', 'No. HP', 'Nomor WhatsApp', 'No WA', 'Nomor HP', 'Telepon'],
    }),
    form('event', 'Nama Kegiatan', 'long', {
      synonyms: ['Kegiatan', 'Judul Kegiatan', 'Nama Acara', 'Acara', 'Agenda'],
      needed: true,
    }),
    form('plannedLeader', 'Pejabat yang Memimpin (rencana)', 'text', {
      synonyms: [
        'Pimpinan Rapat',
        'Pejabat yang akan Memimpin',
        'Pemimpin Kegiatan',
        'Pejabat yang Memimpin',
      ],
    }),
    form('startDay', 'Tanggal Mulai', 'day', {
      synonyms: [
        'Tanggal',
        'Tanggal Kegiatan',
        'Hari/Tanggal',
        'Tanggal Pelaksanaan',
        'Hari/Tanggal Mulai',
      ],
      needed: true,
    }),
    form('endDay', 'Tanggal Selesai', 'day', {
      synonyms: ['Sampai Tanggal', 'Hari/Tanggal Selesai', 'Tanggal Berakhir'],
    }),
    form('startTime', 'Jam Mulai', 'time', {
      synonyms: ['Waktu Mulai', 'Pukul', 'Jam', 'Waktu', 'Waktu Pelaksanaan'],
      needed: true,
    }),
    form('endTime', 'Jam Selesai', 'time', {
      synonyms: ['Waktu Selesai', 'Sampai Pukul', 'Jam Berakhir'],
    }),
    form('zone', 'Zona Waktu', 'choice', { synonyms: ['Zona'], choices: ['WITA', 'WIB', 'WIT'] }),
    form('place', 'Tempat Kegiatan', 'long', {
      synonyms: ['Tempat', 'Lokasi', 'Lokasi Kegiatan', 'Tempat Pelaksanaan'],
    }),
    form('placeContact', 'Penanggung Jawab di Lokasi', 'text', {
      synonyms: ['PJ Lokasi', 'Penanggung Jawab Lokasi', 'Penanggung Jawab'],
    }),
    form('host', 'Penyelenggara Rapat (Host)', 'choice', {
      synonyms: ['Host', 'Penyelenggara', 'Host Rapat', 'Penyelenggara Rapat'],
      choices: ['Dinas Kominfotik', 'Instansi lain'],
    }),
    form('hostLink', 'Tautan / ID Rapat dari Penyelenggara Lain', 'long', {
      synonyms: [
        'Link dari Penyelenggara',
        'Tautan dari Penyelenggara',
        'Link Zoom dari Penyelenggara',
      ],
    }),
    form('serviceKind', 'Jenis Layanan', 'choice', {
      synonyms: ['Layanan', 'Jenis Fasilitasi', 'Layanan yang Diminta'],
      choices: serviceKindNames,
    }),
    form('platform', 'Platform', 'choice', {
      synonyms: ['Aplikasi', 'Media', 'Aplikasi yang Digunakan'],
      choices: ['Zoom', 'Google Meet', 'Microsoft Teams', 'YouTube', 'Lainnya'],
    }),
    form('participants', 'Jumlah Peserta', 'number', {
      synonyms: ['Peserta', 'Perkiraan Peserta', 'Jumlah Peserta (perkiraan)'],
    }),
    form('equipment', 'Peralatan yang Dibutuhkan', 'long', {
      synonyms: ['Peralatan', 'Kebutuhan Peralatan', 'Sarana yang Dibutuhkan'],
    }),
    form('recording', 'Direkam', 'choice', {
      synonyms: ['Rekaman', 'Perekaman', 'Perlu Direkam'],
      choices: ['Ya', 'Tidak'],
    }),
    form('streaming', 'Siaran Langsung', 'choice', {
      synonyms: ['Live Streaming', 'Streaming', 'Live'],
      choices: ['Ya', 'Tidak'],
    }),
    form('sensitivity', 'Sifat Kegiatan', 'choice', {
      synonyms: ['Sifat', 'Kerahasiaan', 'Tingkat Kerahasiaan'],
      choices: ['Biasa', 'Terbatas', 'Rahasia'],
    }),
    form('letterNumber', 'Nomor Surat', 'text', {
      synonyms: ['No. Surat', 'Nomor Surat Permohonan'],
    }),
    form('letterDay', 'Tanggal Surat', 'day', {
      synonyms: ['Tgl Surat', 'Tanggal Surat Permohonan'],
    }),
    form('letterFile', 'Berkas Surat', 'text', {
      synonyms: ['File Surat', 'Unggah Surat', 'Surat Permohonan'],
    }),
    form('notes', 'Catatan Pemohon', 'long', {
      synonyms: ['Catatan', 'Catatan Tambahan', 'Keterangan Tambahan'],
    }),

    service('ticket', 'Nomor Tiket', 'text', { synonyms: ['Tiket', 'No. Tiket'], needed: true }),
    shared('state', 'Status', 'choice', {
      synonyms: ['Status Permohonan', 'Keadaan'],
      choices: stateNames,
      needed: true,
    }),
    service('remarks', 'Keterangan', 'long', { synonyms: ['Keterangan Layanan'], needed: true }),
    service('dueAt', 'Tenggat Layanan', 'moment', {
      synonyms: ['Tenggat', 'Batas Waktu Layanan'],
      needed: true,
    }),
    service('serviceTime', 'Waktu Layanan', 'text', { synonyms: ['Lama Layanan'], needed: true }),
    shared('officers', 'Petugas', 'long', {
      synonyms: ['Petugas Bertugas', 'Petugas Layanan', 'Operator'],
      needed: true,
    }),
    staff('networkOfficers', 'Petugas Jaringan', 'text', {
      synonyms: ['Petugas Tim Jaringan'],
      decisive: true,
    }),
    shared('licence', 'Akun Zoom', 'text', { synonyms: ['Lisensi Zoom', 'Lisensi'], needed: true }),
    shared('reserved', 'Peralatan Disiapkan', 'long', {
      synonyms: ['Peralatan yang Disiapkan'],
      needed: true,
    }),
    service('shortage', 'Peralatan oleh Pemohon', 'long', {
      synonyms: ['Kekurangan Peralatan'],
      needed: true,
    }),
    staff('shortageMet', 'Dipenuhi Pemohon', 'tick', { decisive: true }),
    staff('coordination', 'Koordinasi Pemohon', 'long', { synonyms: ['Catatan Koordinasi'] }),
    staff('waitingForRequester', 'Menunggu Pemohon', 'tick', {
      synonyms: ['Menunggu Jawaban Pemohon'],
      decisive: true,
    }),
    staff('network', 'Koordinasi Jaringan', 'choice', {
      synonyms: ['Status Jaringan'],
      choices: ['siap', 'tidak siap', 'tidak perlu'],
      decisive: true,
    }),
    staff('placeChecked', 'Cek Lokasi', 'tick'),
    staff('equipmentOnSite', 'Alat di Lokasi', 'tick'),
    staff('systemTested', 'Uji Sistem', 'tick', { synonyms: ['Pengujian Sistem'] }),
    staff('participantsConfigured', 'Konfigurasi Peserta', 'tick'),
    staff('platformSet', 'Pengaturan Platform', 'tick'),
    staff('contentReady', 'Materi Siap', 'tick'),
    staff('meetingId', 'ID Rapat', 'text', { synonyms: ['Meeting ID'] }),
    staff('meetingLink', 'Tautan Rapat', 'text', {
      synonyms: ['Link Rapat', 'Link Zoom', 'Join URL'],
    }),
    staff('confirmed', 'Dikonfirmasi', 'moment', {
      synonyms: ['Konfirmasi', 'Waktu Konfirmasi'],
      decisive: true,
    }),
    staff('actualStart', 'Mulai Aktual', 'time', {
      synonyms: ['Jam Mulai Aktual'],
      decisive: true,
    }),
    staff('actualEnd', 'Selesai Aktual', 'time', {
      synonyms: ['Jam Selesai Aktual'],
      decisive: true,
    }),
    staff('attended', 'Peserta Hadir', 'number', {
      synonyms: ['Jumlah Peserta Hadir'],
      decisive: true,
    }),
    staff('actualLeader', 'Pejabat Memimpin', 'text', {
      synonyms: ['Pejabat yang Hadir Memimpin'],
      decisive: true,
    }),
    staff('incidents', 'Kendala Ada', 'choice', {
      synonyms: ['Ada Kendala'],
      choices: ['ya', 'tidak'],
    }),
    staff('recordingResult', 'Hasil Rekaman', 'text', { synonyms: ['Tautan Rekaman'] }),
    staff('reason', 'Alasan', 'long', {
      synonyms: ['Alasan Penolakan', 'Alasan Pembatalan'],
      decisive: true,
    }),
    staff('checkedBy', 'Diperiksa', 'text', { synonyms: ['Diperiksa Oleh'], decisive: true }),
    staff('approvedBy', 'Disetujui', 'text', { synonyms: ['Disetujui Oleh'], decisive: true }),
    service('dutyLetter', 'Surat Tugas', 'link', { synonyms: ['Tautan Surat Tugas'] }),
    service('report', 'Laporan', 'link', {
      synonyms: ['Laporan Kegiatan', 'Tautan Laporan'],
      needed: true,
    }),
    service('shortageNotice', 'Pemberitahuan', 'link', { synonyms: ['Pemberitahuan Kekurangan'] }),
  ],
} as const satisfies Tab;

/**
 * What is wrong with a row of a register and what to do, wherever people fill rows that have no ticket. Staff keep a
 * column *Keterangan* of their own in some tabs: what they wrote there stays (`row-remarks.ts`).
 */
const rowRemarks = () =>
  service('remarks', 'Keterangan', 'long', { synonyms: ['Keterangan Layanan'] });

export const officerTab = {
  name: 'Petugas',
  synonyms: ['Daftar Petugas', 'Operator'],
  columns: [
    staff('name', 'Nama', 'text', { synonyms: ['Nama Petugas'], needed: true }),
    staff('nip', 'NIP', 'text', { decisive: true }),
    staff('rank', 'Pangkat/Golongan', 'text', {
      synonyms: ['Pangkat', 'Golongan'],
      decisive: true,
    }),
    staff('position', 'Jabatan', 'text', { decisive: true }),
    staff('phone', 'Nomor HP', 'text', { synonyms: ['Telepon', 'No. HP', 'Nomor WhatsApp'] }),
    staff('email', 'Email', 'text', { synonyms: ['Surel', 'Alamat email'] }),
    staff('team', 'Tim', 'choice', {
      synonyms: ['Peran', 'Tim Kerja'],
      choices: ['Persandian', 'Jaringan'],
      decisive: true,
    }),
    staff('competences', 'Kompetensi', 'long', {
      choices: [
        'jaringan telekomunikasi',
        'persandian dan keamanan informasi',
        'aplikasi video conference',
        'laptop/komputer',
      ],
      decisive: true,
    }),
    staff('active', 'Aktif', 'tick', { decisive: true }),
    staff('leave', 'Cuti', 'long', {
      synonyms: ['Masa Cuti', 'Cuti / Dinas Luar', 'Tidak Tersedia'],
      decisive: true,
    }),
    rowRemarks(),
  ],
} as const satisfies Tab;

export const equipmentTab = {
  name: 'Peralatan',
  synonyms: ['Daftar Peralatan', 'Inventaris'],
  columns: [
    staff('name', 'Nama', 'text', {
      synonyms: ['Nama Peralatan', 'Peralatan', 'Nama Alat'],
      needed: true,
    }),
    staff('kind', 'Jenis', 'choice', {
      synonyms: ['Jenis Peralatan', 'Kelompok'],
      choices: facilityNames,
      decisive: true,
    }),
    staff('quantity', 'Jumlah', 'number', { synonyms: ['Banyaknya', 'Unit'], needed: true }),
    staff('condition', 'Kondisi', 'choice', {
      choices: ['Baik', 'Rusak ringan', 'Rusak berat'],
      decisive: true,
    }),
    staff('standard', 'Standar', 'text', { synonyms: ['Spesifikasi', 'Standar/Spesifikasi'] }),
    rowRemarks(),
  ],
} as const satisfies Tab;

export const licenceTab = {
  name: 'Akun Zoom',
  synonyms: ['Lisensi Zoom', 'Daftar Akun Zoom'],
  columns: [
    staff('name', 'Akun', 'text', { synonyms: ['Nama Akun', 'Lisensi', 'Nama'], needed: true }),
    staff('capacity', 'Kapasitas', 'number', { synonyms: ['Kapasitas Peserta'], needed: true }),
    staff('active', 'Aktif', 'tick', { decisive: true }),
    rowRemarks(),
  ],
} as const satisfies Tab;

export const incidentTab = {
  name: 'Kendala',
  synonyms: ['Catatan Kendala', 'Log Kendala'],
  columns: [
    staff('ticket', 'Nomor Tiket', 'text', { synonyms: ['Tiket'], needed: true }),
    staff('at', 'Waktu', 'moment', { synonyms: ['Waktu Kejadian', 'Jam'], decisive: true }),
    staff('kind', 'Jenis Kendala', 'choice', {
      synonyms: ['Jenis'],
      choices: ['koneksi', 'login', 'perangkat', 'lainnya'],
      needed: true,
    }),
    staff('who', 'Yang Mengalami', 'text', { synonyms: ['Siapa', 'Dialami Oleh'], decisive: true }),
    staff('what', 'Uraian', 'long', { synonyms: ['Uraian Kendala', 'Kendala'], decisive: true }),
    staff('action', 'Tindakan', 'long', {
      synonyms: ['Penanganan', 'Tindakan yang Dilakukan'],
      decisive: true,
    }),
    staff('solvedAt', 'Selesai Ditangani', 'moment', {
      synonyms: ['Waktu Selesai', 'Teratasi'],
      decisive: true,
    }),
    rowRemarks(),
  ],
} as const satisfies Tab;

export const complaintTab = {
  name: 'Pengaduan',
  synonyms: ['Pengaduan, Saran, dan Masukan', 'Form Responses 2', 'Pengaduan dan Saran'],
  columns: [
    form('submittedAt', 'Stempel waktu', 'moment', { synonyms: ['Timestamp'], decisive: true }),
    form('ticket', 'Nomor Tiket', 'text', { synonyms: ['Tiket'], decisive: true }),
    form('name', 'Nama', 'text', { synonyms: ['Nama Pelapor'] }),
    form('kind', 'Jenis', 'choice', {
      choices: ['pengaduan', 'saran', 'masukan', 'pungutan'],
      needed: true,
    }),
    form('text', 'Isi', 'long', { synonyms: ['Isi Pengaduan', 'Uraian'], needed: true }),
    staff('handler', 'Ditangani Oleh', 'text', {
      synonyms: ['Penanganan Oleh', 'Petugas'],
      decisive: true,
    }),
    staff('answer', 'Jawaban', 'long', { synonyms: ['Tindak Lanjut'], decisive: true }),
    staff('closed', 'Ditutup', 'day', { synonyms: ['Tanggal Ditutup', 'Selesai'], decisive: true }),
    rowRemarks(),
  ],
} as const satisfies Tab;

export const surveyTab = {
  name: 'Survei',
  synonyms: ['Survei Kepuasan', 'SKM', 'Form Responses 3'],
  columns: [
    form('submittedAt', 'Stempel waktu', 'moment', { synonyms: ['Timestamp'], decisive: true }),
    form('ticket', 'Nomor Tiket', 'text', { synonyms: ['Tiket'], decisive: true }),
    form('u1', 'U1 Persyaratan', 'number', { synonyms: ['U1'], needed: true }),
    form('u2', 'U2 Prosedur', 'number', { synonyms: ['U2'], needed: true }),
    form('u3', 'U3 Waktu Pelayanan', 'number', { synonyms: ['U3'], needed: true }),
    form('u4', 'U4 Biaya/Tarif', 'number', { synonyms: ['U4'], needed: true }),
    form('u5', 'U5 Produk Layanan', 'number', { synonyms: ['U5'], needed: true }),
    form('u6', 'U6 Kompetensi Pelaksana', 'number', { synonyms: ['U6'], needed: true }),
    form('u7', 'U7 Perilaku Pelaksana', 'number', { synonyms: ['U7'], needed: true }),
    form('u8', 'U8 Penanganan Pengaduan', 'number', { synonyms: ['U8'], needed: true }),
    form('u9', 'U9 Sarana dan Prasarana', 'number', { synonyms: ['U9'], needed: true }),
    rowRemarks(),
  ],
} as const satisfies Tab;

export const actionTab = {
  name: 'Tindak Lanjut',
  synonyms: ['Tindakan Perbaikan', 'Register Perbaikan'],
  columns: [
    staff('year', 'Tahun', 'number', { needed: true }),
    staff('finding', 'Temuan', 'long', { needed: true }),
    staff('action', 'Tindakan', 'long', {
      synonyms: ['Tindakan Perbaikan', 'Rencana Tindakan'],
      decisive: true,
    }),
    staff('owner', 'Penanggung Jawab', 'text', { decisive: true }),
    staff('due', 'Tenggat', 'day', { synonyms: ['Batas Waktu'], decisive: true }),
    staff('state', 'Keadaan', 'choice', {
      synonyms: ['Status'],
      choices: ['terbuka', 'berjalan', 'selesai'],
      decisive: true,
    }),
    rowRemarks(),
  ],
} as const satisfies Tab;

export const holidayTab = {
  name: 'Hari Libur',
  synonyms: ['Libur', 'Hari Libur Nasional'],
  columns: [
    staff('day', 'Tanggal', 'day', { needed: true }),
    staff('kind', 'Jenis', 'choice', {
      choices: ['libur nasional', 'cuti bersama', 'libur daerah'],
    }),
    staff('name', 'Nama', 'text', { synonyms: ['Keterangan', 'Nama Hari Libur'] }),
    rowRemarks(),
  ],
} as const satisfies Tab;

export const legalTab = {
  name: 'Dasar Hukum',
  synonyms: ['Dasar'],
  columns: [
    staff('number', 'Nomor', 'number', { synonyms: ['No.', 'No'] }),
    staff('text', 'Peraturan', 'long', { synonyms: ['Dasar Hukum', 'Uraian'], needed: true }),
    rowRemarks(),
  ],
} as const satisfies Tab;

export const settingsTab = {
  name: 'Pengaturan',
  synonyms: ['Setelan'],
  columns: [
    staff('name', 'Pengaturan', 'text', { synonyms: ['Nama', 'Setelan'], needed: true }),
    staff('value', 'Nilai', 'long', { synonyms: ['Isi'], needed: true }),
    staff('hint', 'Penjelasan', 'long', { synonyms: ['Keterangan'] }),
    rowRemarks(),
  ],
} as const satisfies Tab;

/** Rewritten whole by the service. */
export const overviewTabName = 'Ringkasan';
/** Written when a workbook is made. */
export const guideTabName = 'Panduan';

export const tabs = [
  requestTab,
  officerTab,
  equipmentTab,
  licenceTab,
  incidentTab,
  complaintTab,
  surveyTab,
  actionTab,
  holidayTab,
  legalTab,
  settingsTab,
] as const satisfies readonly Tab[];

export type FieldOf<T extends Tab> = T['columns'][number]['field'];
export type RequestField = FieldOf<typeof requestTab>;
type RequestFieldOwnedBy<O extends Owner> = Extract<
  (typeof requestTab)['columns'][number],
  { owner: O }
>['field'];
export type SharedField = RequestFieldOwnedBy<'shared'>;
export type ServiceField = RequestFieldOwnedBy<'service'>;
/** The only columns of Permohonan that a plan may name. */
export type OurField = SharedField | ServiceField;
