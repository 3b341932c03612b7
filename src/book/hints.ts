import type { tabs } from '../core/columns/tabs.ts';
import type { FieldOf, Tab } from '../core/sheet/column.ts';

type TabName = (typeof tabs)[number]['name'];
type Hints = {
  readonly [N in TabName]: Readonly<
    Record<FieldOf<Extract<(typeof tabs)[number], { name: N }>>, string>
  >;
};

const rowRemarks =
  'Diisi layanan: apa yang belum terbaca pada baris ini dan apa yang perlu dilakukan. Kosong berarti tidak ada. Tulisan Anda sendiri di sini dibiarkan.';

/**
 * How each column is filled, in the words of Panduan and of the note that appears on its header.
 *
 * The compiler asks for a line when `columns.ts` gets a new column. At most 250 characters: Excel shows no more.
 */
export const hints: Hints = {
  Permohonan: {
    submittedAt:
      'Saat permohonan masuk. Dari formulir terisi sendiri; untuk permohonan lewat surat, ketik tanggal dan jam surat diterima.',
    email: 'Alamat email pemohon.',
    requesterName: 'Nama lengkap pemohon. Wajib.',
    requesterPosition: 'Jabatan pemohon, misalnya Kepala Subbagian Umum.',
    requesterNip: 'Boleh kosong. 18 angka; yang panjangnya lain tetap diterima dengan peringatan.',
    institution:
      'Nama lengkap perangkat daerah. Singkatan yang dikenal dibaca sebagai nama resminya; daftar ejaan ada di Pengaturan.',
    phone: 'Nomor WhatsApp yang dapat dihubungi. Boleh diawali 0, 62, atau langsung 8.',
    event: 'Judul kegiatan seperti pada surat. Wajib.',
    plannedLeader:
      'Pejabat yang direncanakan memimpin, dengan jabatannya dalam kurung, misalnya: Drs. Anwar, M.Si. (Sekretaris Daerah).',
    startDay:
      'Tanggal kegiatan, misalnya 23/11/2026. Nama hari muncul sendiri; periksa apakah sudah cocok dengan surat.',
    endDay: 'Diisi hanya bila kegiatan lebih dari satu hari.',
    startTime:
      'Jam mulai, misalnya 09.00. Tulisan seperti "setengah 10" atau "10.00 WIB" dipahami.',
    endTime: 'Jam selesai, atau "selesai" bila belum tahu.',
    zone: 'Zona waktu kantor bila kosong. Jam zona lain diubah ke zona waktu kantor oleh layanan.',
    place: 'Gedung dan ruangan tempat petugas akan bekerja.',
    placeContact: 'Nama dan nomor orang yang membukakan ruangan.',
    host: 'Siapa yang membuat rapatnya. "Instansi lain" berarti akun Zoom kita tidak dipakai.',
    hostLink: 'Tautan atau ID rapat bila penyelenggaranya instansi lain.',
    serviceKind: 'Link Host saja: tanpa petugas di lokasi. Operator saja: rapat dibuat pihak lain.',
    platform: 'Zoom bila kosong.',
    participants:
      'Perkiraan jumlah peserta daring, dalam angka. Menentukan akun Zoom yang dipakai.',
    equipment:
      'Sarana yang diminta dari sebelas jenis, pisahkan dengan koma atau titik koma; jumlah dalam kurung: Speaker (2); Kamera Zoom (1).',
    recording: 'Apakah kegiatan diminta untuk direkam.',
    streaming: 'Apakah disiarkan langsung. Kegiatan yang disiarkan mendapat dua petugas.',
    sensitivity:
      'Biasa, Terbatas, atau Rahasia. Judul dan tautan kegiatan Rahasia tidak dicetak di rekap dan pesan.',
    letterNumber: 'Nomor surat permohonan. Dipakai juga untuk mengenali permohonan ganda.',
    letterDay: 'Tanggal surat permohonan.',
    letterFile: 'Tautan ke berkas surat.',
    notes: 'Hal lain yang disampaikan pemohon.',
    ticket: 'Nomor tetap permohonan ini. Tidak pernah berganti dan tidak pernah dipakai ulang.',
    state:
      'Diusulkan layanan dari isi baris. Bila Anda memilih sendiri, pilihan itu berlaku sampai selnya dikosongkan.',
    remarks:
      'Semua yang kurang atau perlu diperhatikan beserta cara membereskannya, lalu penjelasan waktu layanan. Baca kolom ini lebih dulu.',
    dueAt: 'Kapan konfirmasi harus sudah diberikan. Merah bila sudah lewat.',
    serviceTime: 'Lama layanan sampai dikonfirmasi dan apakah memenuhi 24 jam.',
    officers:
      'Petugas yang bertugas, penanggung jawab paling atas; satu nama satu baris (Alt+Enter). Boleh diganti; kosongkan agar diusulkan lagi.',
    networkOfficers: 'Petugas Tim Kerja Jaringan yang ikut, bila ada.',
    licence: 'Akun Zoom untuk rapat ini. Satu akun hanya untuk satu rapat pada satu waktu.',
    reserved:
      'Peralatan yang disisihkan untuk kegiatan ini, misalnya: Speaker (2); Kamera Zoom (1).',
    shortage: 'Peralatan yang tidak tersedia pada jam itu sehingga disiapkan pemohon.',
    shortageMet: 'Centang bila pemohon sudah menyiapkan peralatan yang kurang.',
    coordination: 'Catatan pembicaraan dengan pemohon: kapan, dengan siapa, apa hasilnya.',
    waitingForRequester:
      'Centang selama menunggu jawaban pemohon; waktu layanan berhenti. Hapus centangnya begitu dijawab.',
    network: 'Jawaban Tim Kerja Jaringan. "tidak perlu" harus disertai alasan di kolom Alasan.',
    placeChecked: 'Centang setelah lokasi diperiksa: listrik, layar, pengeras suara, internet.',
    equipmentOnSite: 'Centang setelah semua alat dan jaringan berada di lokasi.',
    systemTested: 'Centang setelah gambar, suara, dan koneksi diuji.',
    participantsConfigured: 'Centang setelah nama, peran, dan izin peserta diatur.',
    platformSet: 'Centang setelah rapat dibuat dan ruang tunggu, sandi, dan rekaman diatur.',
    contentReady: 'Centang setelah paparan, video, dan bahan lain diterima dan dicoba.',
    meetingId: 'Nomor rapat, misalnya 812 3456 7890.',
    meetingLink: 'Tautan bergabung untuk peserta.',
    confirmed:
      'Tanggal dan jam saat pemohon diberi tahu bahwa kegiatannya siap dilayani, atau cukup ✓. Jam saja (08.05) berarti hari itu. Mengakhiri hitungan 24 jam. ✓ setelah kegiatan tidak memberi angka.',
    actualStart: 'Jam kegiatan benar-benar dimulai.',
    actualEnd: 'Jam kegiatan benar-benar selesai.',
    attended: 'Jumlah peserta yang benar-benar hadir.',
    actualLeader:
      'Pejabat yang benar-benar memimpin, dengan jabatannya dalam kurung; jabatan saja cukup. Bila diwakili: "…, diwakili oleh …". "sesuai rencana" berarti pejabat yang direncanakan.',
    incidents:
      'ya bila ada gangguan (catat rinciannya di lembar Kendala), tidak bila sudah dipastikan tidak ada.',
    recordingResult: '"tidak direkam", tautan rekaman, atau "tidak diserahkan" dengan alasannya.',
    reason:
      'Alasan penolakan, pembatalan, penjadwalan ulang, atau pembebasan syarat. Tulis "bukan duplikat" bila peringatan permohonan ganda tidak benar.',
    checkedBy: 'Nama pemeriksa laporan dan tanggalnya, misalnya: Rahmat, 24/11/2026.',
    approvedBy: 'Nama yang menyetujui laporan dan tanggalnya.',
    dutyLetter: 'Tautan ke surat tugas.',
    report: 'Tautan ke laporan kegiatan. Selama ada yang belum diisi, laporan masih Draf.',
    shortageNotice: 'Tautan ke pemberitahuan kekurangan peralatan.',
  },
  Petugas: {
    name: 'Nama lengkap dengan gelar. Tulis sama persis di kolom Petugas pada Permohonan.',
    nip: '18 angka. Ketik sebagai teks; spasi boleh.',
    rank: 'Misalnya Penata Muda Tk. I, III/b.',
    position: 'Jabatan seperti dicetak pada surat tugas.',
    phone: 'Nomor WhatsApp petugas.',
    email: 'Alamat email petugas.',
    team: 'Persandian untuk operator, Jaringan untuk Tim Kerja Jaringan Bidang Aptika.',
    competences:
      'Kompetensi yang dikuasai, pisahkan dengan titik koma. Setiap kegiatan memerlukan satu orang dengan "aplikasi video conference".',
    active:
      'Centang bila dapat ditugaskan. Yang kosong di antara yang dicentang dibaca tidak aktif; bila tidak ada yang dicentang, semua dianggap aktif.',
    leave: 'Cuti atau dinas luar, misalnya: 1/12/2026 s.d. 5/12/2026; 24/12/2026.',
    remarks: rowRemarks,
  },
  Peralatan: {
    name: 'Nama alat, misalnya Speaker aktif 15 inci.',
    kind: 'Salah satu dari sebelas sarana pada standar pelayanan.',
    quantity:
      'Banyaknya yang dimiliki. Untuk Internet: berapa kegiatan yang dapat dilayani bersamaan.',
    condition: 'Yang rusak berat tidak dihitung sebagai persediaan.',
    standard: 'Spesifikasi atau standar alat.',
    remarks: rowRemarks,
  },
  'Akun Zoom': {
    name: 'Nama akun seperti yang dikenal petugas. Jangan menulis kata sandi di sini.',
    capacity: 'Jumlah peserta paling banyak.',
    active:
      'Centang bila dapat dipakai. Yang kosong di antara yang dicentang dibaca tidak aktif; bila tidak ada yang dicentang, semua dianggap aktif.',
    remarks: rowRemarks,
  },
  Kendala: {
    ticket: 'Nomor tiket kegiatan yang terganggu.',
    at: 'Tanggal dan jam gangguan mulai.',
    kind: 'koneksi, login, perangkat, atau lainnya.',
    who: 'Siapa yang mengalami: peserta, narasumber, operator, atau lokasi.',
    what: 'Apa yang terjadi.',
    action: 'Apa yang dilakukan.',
    solvedAt: 'Tanggal dan jam gangguan teratasi. Kosong berarti belum.',
    remarks: rowRemarks,
  },
  Pengaduan: {
    submittedAt: 'Saat pengaduan masuk.',
    ticket: 'Nomor tiket bila menyangkut satu kegiatan. Boleh kosong.',
    name: 'Boleh kosong: pengaduan tanpa nama diterima.',
    kind: '"pungutan" bila ada yang meminta bayaran: layanan ini gratis.',
    text: 'Isi pengaduan, saran, atau masukan.',
    handler: 'Petugas yang menangani.',
    answer: 'Jawaban atau tindakan yang diberikan.',
    closed: 'Tanggal pengaduan selesai ditangani.',
    remarks: rowRemarks,
  },
  Survei: {
    submittedAt: 'Saat survei diisi.',
    ticket: 'Nomor tiket kegiatan yang dinilai.',
    u1: 'Kesesuaian persyaratan. Nilai 1 (tidak baik) sampai 4 (sangat baik).',
    u2: 'Kemudahan prosedur. Nilai 1 sampai 4.',
    u3: 'Kecepatan pelayanan. Nilai 1 sampai 4.',
    u4: 'Kewajaran biaya; layanan ini gratis. Nilai 1 sampai 4.',
    u5: 'Kesesuaian hasil dengan yang diminta. Nilai 1 sampai 4.',
    u6: 'Kemampuan petugas. Nilai 1 sampai 4.',
    u7: 'Kesopanan dan keramahan petugas. Nilai 1 sampai 4.',
    u8: 'Penanganan pengaduan. Nilai 1 sampai 4.',
    u9: 'Kualitas sarana. Nilai 1 sampai 4.',
    remarks: rowRemarks,
  },
  'Tindak Lanjut': {
    year: 'Tahun evaluasi yang menemukannya.',
    finding: 'Apa yang perlu diperbaiki.',
    action: 'Apa yang akan dilakukan.',
    owner: 'Siapa yang bertanggung jawab.',
    due: 'Kapan harus selesai. Merah bila lewat dan belum selesai.',
    state: 'Yang belum selesai ikut dibawa ke evaluasi tahun berikutnya.',
    remarks: rowRemarks,
  },
  'Hari Libur': {
    day: 'Satu tanggal satu baris.',
    kind: 'libur nasional, cuti bersama, atau libur daerah.',
    name: 'Nama hari liburnya.',
    remarks: rowRemarks,
  },
  'Dasar Hukum': {
    number: 'Urutan pada dokumen.',
    text: 'Peraturan seperti dicetak pada dokumen.',
    remarks: rowRemarks,
  },
  Pengaturan: {
    name: 'Nama pengaturan. Jangan diganti; layanan mengenalinya dari nama ini.',
    value: 'Isi sesuai kantor Anda. Kosong berarti memakai nilai bawaan.',
    hint: 'Keterangan dan contoh isian.',
    remarks: rowRemarks,
  },
};

/** How a column is filled, for those who have any tab in hand; empty for a field that the tab does not have. */
export const hintFor = ({ name }: Pick<Tab, 'name'>, field: string): string => {
  const byTab: Readonly<Record<string, Readonly<Record<string, string>> | undefined>> = hints;
  return byTab[name]?.[field] ?? '';
};
