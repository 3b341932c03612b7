/** The columns of Permohonan right of the answers: what the service writes or proposes, and what staff note. */
import { stateNames } from '../cases/state.ts';
import { type Column, staff, tickMark } from '../sheet/column.ts';
import { toSerial } from '../sheet/serial.ts';
import { reservedCell, shortageCell } from './equipment-cell.ts';
import { officersCell } from './officers-cell.ts';
import {
  linking,
  noted,
  proposed,
  type ServiceColumn,
  type SharedColumn,
  written,
} from './shown.ts';

export const deskColumns = [
  written('ticket', 'Nomor Tiket', 'text', {
    synonyms: ['Tiket', 'No. Tiket'],
    hint: 'Nomor tetap permohonan ini. Tidak pernah berganti dan tidak pernah dipakai ulang.',
    width: 15,
    needed: true,
    shows: ({ ticket }) => ({ content: ticket, because: 'nomor tiket tetap' }),
  }),
  proposed('state', 'Status', 'choice', {
    synonyms: ['Status Permohonan', 'Keadaan'],
    hint: 'Diusulkan layanan dari isi baris. Bila Anda memilih sendiri, pilihan itu berlaku sampai selnya dikosongkan.',
    choices: stateNames,
    width: 18,
    needed: true,
    decidedBy: 'state',
    shows: ({ decided: { state } }) => ({
      content: state?.is ?? '',
      because: state?.because ?? '',
    }),
  }),
  written('remarks', 'Keterangan', 'long', {
    synonyms: ['Keterangan Layanan'],
    hint: 'Semua yang kurang atau perlu diperhatikan beserta cara membereskannya, lalu penjelasan waktu layanan. Baca kolom ini lebih dulu.',
    width: 80,
    needed: true,
    shows: (_subject, { remarks }) => ({ content: remarks, because: 'keadaan permohonan' }),
  }),
  written('dueAt', 'Tenggat Layanan', 'moment', {
    synonyms: ['Tenggat', 'Batas Waktu Layanan'],
    hint: 'Kapan konfirmasi harus sudah diberikan. Merah bila sudah lewat.',
    needed: true,
    decidedBy: 'clock',
    shows: ({ decided: { clock } }, { situation }) => ({
      content:
        clock?.dueAt === undefined
          ? ''
          : { kind: 'serial', serial: toSerial(clock.dueAt, situation.timeZone), show: 'moment' },
      because: clock?.sentence ?? '',
    }),
  }),
  written('serviceTime', 'Waktu Layanan', 'text', {
    synonyms: ['Lama Layanan'],
    hint: 'Lama layanan sampai dikonfirmasi dan apakah memenuhi 24 jam.',
    width: 24,
    needed: true,
    decidedBy: 'clock',
    shows: ({ decided: { clock } }) => ({
      content: clock?.shown ?? '',
      because: clock?.sentence ?? '',
    }),
  }),
  proposed('officers', 'Petugas', 'long', {
    synonyms: ['Petugas Bertugas', 'Petugas Layanan', 'Operator'],
    hint: 'Petugas yang bertugas, penanggung jawab paling atas; satu nama satu baris (Alt+Enter). Boleh diganti; kosongkan agar diusulkan lagi.',
    offers: { tab: 'Petugas', field: 'name' },
    width: 32,
    needed: true,
    decidedBy: 'officers',
    shows: ({ decided: { officers } }) => ({
      content: officers ? officersCell(officers) : '',
      because: officers?.because ?? '',
    }),
  }),
  staff('networkOfficers', 'Petugas Jaringan', 'text', {
    synonyms: ['Petugas Tim Jaringan'],
    hint: 'Petugas Tim Kerja Jaringan yang ikut, bila ada.',
    offers: { tab: 'Petugas', field: 'name' },
    width: 26,
    decisive: true,
  }),
  proposed('licence', 'Akun Zoom', 'text', {
    synonyms: ['Lisensi Zoom', 'Lisensi'],
    hint: 'Akun Zoom untuk rapat ini. Satu akun hanya untuk satu rapat pada satu waktu.',
    offers: { tab: 'Akun Zoom', field: 'name' },
    width: 19,
    needed: true,
    decidedBy: 'licence',
    shows: ({ decided: { licence } }) => ({
      content: licence?.name ?? '',
      because: licence?.because ?? '',
    }),
  }),
  proposed('reserved', 'Peralatan Disiapkan', 'long', {
    synonyms: ['Peralatan yang Disiapkan'],
    hint: 'Peralatan yang disisihkan untuk kegiatan ini, misalnya: Speaker (2); Kamera Zoom (1).',
    width: 32,
    needed: true,
    decidedBy: 'equipment',
    shows: ({ decided: { equipment } }) => ({
      content: equipment ? reservedCell(equipment) : '',
      because: 'peralatan yang tersedia pada waktu kegiatan',
    }),
  }),
  written('shortage', 'Peralatan oleh Pemohon', 'long', {
    synonyms: ['Kekurangan Peralatan'],
    hint: 'Peralatan yang tidak tersedia pada jam itu sehingga disiapkan pemohon.',
    width: 30,
    needed: true,
    decidedBy: 'equipment',
    shows: ({ decided: { equipment } }) => ({
      content: equipment ? shortageCell(equipment) : '',
      because: 'peralatan yang tidak tersedia pada waktu kegiatan',
    }),
  }),
  staff('shortageMet', 'Dipenuhi Pemohon', 'tick', {
    hint: 'Centang bila pemohon sudah menyiapkan peralatan yang kurang.',
    width: 12,
    decisive: true,
  }),
  staff('coordination', 'Koordinasi Pemohon', 'long', {
    synonyms: ['Catatan Koordinasi'],
    hint: 'Catatan pembicaraan dengan pemohon: kapan, dengan siapa, apa hasilnya.',
    width: 38,
  }),
  staff('waitingForRequester', 'Menunggu Pemohon', 'tick', {
    synonyms: ['Menunggu Jawaban Pemohon'],
    hint: 'Centang selama menunggu jawaban pemohon; waktu layanan berhenti. Hapus centangnya begitu dijawab.',
    width: 12,
    decisive: true,
  }),
  staff('network', 'Koordinasi Jaringan', 'choice', {
    synonyms: ['Status Jaringan'],
    hint: 'Jawaban Tim Kerja Jaringan. "tidak perlu" harus disertai alasan di kolom Alasan.',
    choices: ['siap', 'tidak siap', 'tidak perlu'],
    width: 14,
    decisive: true,
  }),
  staff('allChecked', 'Semua Pemeriksaan', 'tick', {
    synonyms: ['Semua Siap', 'Pemeriksaan Lengkap'],
    hint: 'Cukup satu centang bila keenam pemeriksaan di kanan ini sudah dilakukan: lokasi, alat, sistem, peserta, platform, dan materi. Yang belum, tulis "belum" di kolomnya.',
    width: 14,
  }),
  staff('placeChecked', 'Cek Lokasi', 'tick', {
    hint: 'Centang setelah lokasi diperiksa: listrik, layar, pengeras suara, internet.',
  }),
  staff('equipmentOnSite', 'Alat di Lokasi', 'tick', {
    hint: 'Centang setelah semua alat dan jaringan berada di lokasi.',
  }),
  staff('systemTested', 'Uji Sistem', 'tick', {
    synonyms: ['Pengujian Sistem'],
    hint: 'Centang setelah gambar, suara, dan koneksi diuji.',
  }),
  staff('participantsConfigured', 'Konfigurasi Peserta', 'tick', {
    hint: 'Centang setelah nama, peran, dan izin peserta diatur.',
    width: 13,
  }),
  staff('platformSet', 'Pengaturan Platform', 'tick', {
    hint: 'Centang setelah rapat dibuat dan ruang tunggu, sandi, dan rekaman diatur.',
    width: 13,
  }),
  staff('contentReady', 'Materi Siap', 'tick', {
    hint: 'Centang setelah paparan, video, dan bahan lain diterima dan dicoba.',
  }),
  staff('meetingId', 'ID Rapat', 'text', {
    synonyms: ['Meeting ID'],
    hint: 'Nomor rapat, misalnya 812 3456 7890. Boleh kosong bila Tautan Rapat dari Zoom sudah diisi.',
    width: 17,
  }),
  staff('meetingLink', 'Tautan Rapat', 'text', {
    synonyms: ['Link Rapat', 'Link Zoom', 'Join URL'],
    hint: 'Tautan bergabung untuk peserta.',
    width: 32,
  }),
  staff('confirmed', 'Dikonfirmasi', 'moment', {
    synonyms: ['Konfirmasi', 'Waktu Konfirmasi'],
    hint: 'Tanggal dan jam saat pemohon diberi tahu bahwa kegiatannya siap dilayani, atau cukup ✓. Jam saja (08.05) berarti hari itu. Mengakhiri hitungan 24 jam. ✓ setelah kegiatan tidak memberi angka.',
    choices: [tickMark],
    decisive: true,
  }),
  noted('actualStart', 'Mulai Aktual', 'time', {
    synonyms: ['Jam Mulai Aktual'],
    hint: 'Jam kegiatan benar-benar dimulai. Diusulkan dari isian Setelah Kegiatan; boleh diganti.',
    decisive: true,
  }),
  noted('actualEnd', 'Selesai Aktual', 'time', {
    synonyms: ['Jam Selesai Aktual'],
    hint: 'Jam kegiatan benar-benar selesai. Diusulkan dari isian Setelah Kegiatan; boleh diganti.',
    decisive: true,
  }),
  noted('attended', 'Peserta Hadir', 'number', {
    synonyms: ['Jumlah Peserta Hadir'],
    hint: 'Jumlah peserta yang benar-benar hadir. Diusulkan dari isian Setelah Kegiatan; boleh diganti.',
    decisive: true,
  }),
  noted('actualLeader', 'Pejabat Memimpin', 'text', {
    synonyms: ['Pejabat yang Hadir Memimpin'],
    hint: 'Pejabat yang benar-benar memimpin, dengan jabatannya dalam kurung; jabatan saja cukup. Bila diwakili: "…, diwakili oleh …". "sesuai rencana" berarti pejabat yang direncanakan.',
    width: 32,
    decisive: true,
  }),
  noted('incidents', 'Kendala Ada', 'choice', {
    synonyms: ['Ada Kendala'],
    hint: 'ya bila ada gangguan (catat rinciannya di lembar Kendala), tidak bila sudah dipastikan tidak ada.',
    choices: ['ya', 'tidak'],
    width: 10,
  }),
  noted('recordingResult', 'Hasil Rekaman', 'text', {
    synonyms: ['Tautan Rekaman'],
    hint: '"tidak direkam", tautan rekaman, atau "tidak diserahkan" dengan alasannya.',
    width: 26,
  }),
  staff('reason', 'Alasan', 'long', {
    synonyms: ['Alasan Penolakan', 'Alasan Pembatalan'],
    hint: 'Alasan penolakan, pembatalan, penjadwalan ulang, atau pembebasan syarat. Tulis "bukan duplikat" bila peringatan permohonan ganda tidak benar, atau "geser" bila kegiatan lama digeser ke baris ini.',
    width: 34,
    decisive: true,
  }),
  staff('repeat', 'Ulangi', 'text', {
    hint: 'Untuk kegiatan berulang, misalnya: tiap Senin sampai 14 Desember 2026. Keterangan lalu menyebut semua harinya; tulis "ya" di belakangnya untuk membuat satu baris per hari, atau "ya, kecuali 7 Desember", atau "ya, lewati yang bentrok".',
    width: 30,
  }),
  staff('checkedBy', 'Diperiksa', 'text', {
    synonyms: ['Diperiksa Oleh'],
    hint: 'Nama pemeriksa laporan dan tanggalnya, misalnya: Rahmat, 24/11/2026.',
    width: 24,
    decisive: true,
  }),
  staff('approvedBy', 'Disetujui', 'text', {
    synonyms: ['Disetujui Oleh'],
    hint: 'Nama yang menyetujui laporan dan tanggalnya, setelah Diperiksa terisi. Berlaku untuk edisi yang ditautkan saat diisi; bila isinya berubah, edisi baru perlu disetujui lagi.',
    width: 24,
    decisive: true,
  }),
  staff('signedReport', 'Laporan Bertanda Tangan', 'text', {
    synonyms: ['Pindaian Laporan', 'Tautan Naskah Laporan'],
    hint: 'Tautan ke pindaian laporan yang bertanda tangan atau ke naskahnya di e-office.',
    width: 30,
  }),
  staff('dutyLetterNumber', 'Nomor Surat Tugas', 'text', {
    synonyms: ['No. Surat Tugas'],
    hint: 'Nomor yang diberikan e-office kepada Surat Tugas. Dicetak dalam Daftar Kegiatan petugas.',
    width: 26,
  }),
  staff('importSource', 'Asal Impor', 'text', {
    hint: 'Diisi saat buku lama diimpor: berkas, lembar, dan baris asalnya. "Arsip" berarti kegiatan sudah lewat saat diimpor: dihitung dalam rekap, tanpa pesan, tenggat, dan laporan.',
    width: 30,
    folds: true,
  }),
  staff('importCheck', 'Periksa Impor', 'long', {
    hint: 'Diisi saat impor: bagian buku lama yang belum jelas. Betulkan kolomnya bila perlu, lalu hapus barisnya di sini. Nilai asal ada pada tab Catatan Impor.',
    width: 38,
    folds: true,
  }),
  linking('dutyLetter', 'Surat Tugas', {
    synonyms: ['Tautan Surat Tugas'],
    hint: 'Tautan ke surat tugas.',
  }),
  linking('report', 'Laporan', {
    synonyms: ['Laporan Kegiatan', 'Tautan Laporan'],
    hint: 'Tautan ke laporan kegiatan. Selama ada yang belum diisi, laporan masih Draf.',
    needed: true,
  }),
  linking('shortageNotice', 'Pemberitahuan', {
    synonyms: ['Pemberitahuan Kekurangan'],
    hint: 'Tautan ke pemberitahuan kekurangan peralatan.',
  }),
  written('draft', 'Hubungi', 'link', {
    synonyms: ['WhatsApp', 'Hubungi Pemohon'],
    hint: 'Klik untuk membuka konsep WhatsApp kepada pemohon, sesuai keadaan permohonan; periksa, lalu kirim sendiri. Nomor telepon kantor ditampilkan sebagai teks.',
    width: 64,
    shows: (_subject, { draft }) => draft ?? { content: '', because: '' },
  }),
] as const satisfies readonly (Column<string, 'staff'> | SharedColumn | ServiceColumn)[];
