/** What Panduan tells: the rules of the house, and how each column is filled. */
import type { Column } from '../core/sheet/column.ts';

export const guideIntroduction =
  'Buku ini dipakai bersama oleh Tim Kerja Persandian dan layanan otomatis. Petugas mencatat; layanan memberi nomor tiket, membaca permohonan, mengusulkan petugas dan peralatan, menghitung waktu layanan, dan membuat laporan.';

/** A file that people open in Excel or LibreOffice, or a sheet of Google's. */
export type BookKind = 'workbook' | 'google';

interface HouseRule {
  readonly title: string;
  readonly text: string;
  /** Where it holds; everywhere unless said. */
  readonly only?: BookKind;
}

/** The rules of the house, before the list of columns. */
export const houseRulesFor = (kind: BookKind): readonly HouseRule[] =>
  houseRules.filter(({ only = kind }) => only === kind);

/** How a column is filled, and what its drop-down offers; the states are explained by themselves. */
export const howToFill = ({ field, hint, kind, choices }: Column): string =>
  choices && kind === 'choice' && field !== 'state'
    ? `${hint}\nPilihan: ${choices.join(', ')}.`
    : hint;

const houseRules: readonly HouseRule[] = [
  {
    title: 'Mencatat permohonan',
    text: 'Isi satu baris per permohonan di lembar Permohonan. Kolom biru adalah jawaban pemohon; selebihnya boleh dibiarkan kosong. Permohonan yang baru dicatat setelah kegiatan tetap dicatat: layanan menandainya sebagai entri susulan.',
  },
  {
    title: 'Membaca Keterangan',
    text: 'Kolom Keterangan menyebut semua yang kurang sekaligus, masing-masing dengan cara membereskannya. Perbaiki di kolom yang disebut; keterangannya hilang sendiri.',
  },
  {
    title: 'Mengubah usulan layanan',
    text: 'Status, Petugas, Akun Zoom, Peralatan Disiapkan, dan catatan jalannya kegiatan (judul cokelat) boleh diganti kapan saja. Isian Anda berlaku, juga bila tidak cocok dengan aturan; layanan hanya memberi peringatan.',
  },
  {
    title: 'Mengembalikan ke layanan',
    text: 'Kosongkan selnya dengan tombol Delete. Pada putaran berikutnya layanan mengusulkan lagi.',
  },
  {
    title: 'Menyerahkan alat',
    text: 'Catat alat yang dibawa keluar di lembar Serah Terima Alat: apa, berapa, siapa, dan untuk tiket mana. Isi Kembali begitu alat kembali. Yang belum kembali tidak disiapkan untuk kegiatan lain, kecuali Rencana Kembali lebih dahulu.',
  },
  {
    title: 'Memberi centang',
    only: 'workbook',
    text: 'Pilih ✓ dari daftar di sel. Huruf x, v, atau kata "ya" juga dibaca sebagai centang. Kosong berarti belum.',
  },
  {
    title: 'Memberi centang',
    only: 'google',
    text: 'Klik kotak di selnya. Bila kotaknya tidak ada, ketik x, v, atau "ya". Kosong berarti belum.',
  },
  {
    title: 'Mengurutkan dengan aman',
    text: 'Pakai panah saringan di baris judul, lalu Urutkan. Dengan begitu seluruh baris ikut berpindah. Jangan memblok satu kolom saja lalu mengurutkannya. Urutan baris bebas; nomor tiket mengikuti barisnya.',
  },
  {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: as people read it
    title: 'Tanda ${…} dalam surat',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the e-office's tokens, not ours
    text: 'Tanda ${nomor_naskah}, ${tanggal_naskah}, dan ${ttd_pengirim} dalam surat jangan dihapus atau diisi: ketiganya diisi SRIKANDI saat surat diproses di sana.',
  },
  {
    title: 'Memeriksa dan menyetujui',
    text: 'Baca dokumen di tautannya, lalu tulis nama dan tanggal di Diperiksa, kemudian di Disetujui; untuk rekap dan evaluasi di lembar Dokumen Berkala. Isian berlaku untuk edisi yang ditautkan saat itu. Edisi yang disetujui tidak pernah diubah: bila faktanya berubah, terbit edisi baru yang menyebut perubahannya dan perlu ditandatangani lagi. Untuk mengembalikan, tulis "Dikembalikan: tambah foto".',
  },
  {
    title: 'Menyunting dokumen',
    only: 'google',
    text: 'Buka dokumen dari tautannya dan sunting di peramban. Dokumen yang disunting tidak pernah ditimpa: bila faktanya berubah, edisi baru dibuat di sampingnya dan ditautkan. Jangan menyunting dengan Word melalui folder Google Drive di komputer: Word dapat menyimpannya sebagai berkas lain, yang tidak terlihat oleh layanan selama kantor tidak mengaktifkan foto, dan dokumennya lalu dibuat lagi.',
  },
  {
    title: 'Menghubungi lewat WhatsApp',
    text: 'Klik tautan di kolom Hubungi: WhatsApp terbuka dengan konsep yang sesuai keadaan permohonan. Periksa, lalu kirim sendiri; layanan tidak tahu apakah konsep itu dikirim. Tautan rapat dan sandi tidak pernah dimuat di dalamnya. Untuk petugas yang bertugas hari ini dan besok, tautannya ada di Ringkasan.',
  },
  {
    title: 'Pesan kepada pemohon',
    text: 'Layanan memberi tahu pemohon: tanda terima, jadwal kegiatan berulang, isian yang kurang, konfirmasi (setelah Dikonfirmasi diisi), peralatan yang kurang, perubahan dari yang sudah disampaikan, pembatalan (setelah Status menyebutnya; tulis Alasan), pengingat pada hari kerja sebelum kegiatan, dan terima kasih sesudahnya. Salah isi masih dapat dibetulkan: pesan menunggu sedikitnya sepuluh menit, dan ditarik bila isiannya dikembalikan. Untuk kegiatan terbatas dan rahasia, tautan rapat tidak pernah ditulis; sampaikan melalui telepon. Jenis pesan dapat dimatikan di Pengaturan.',
  },
  {
    title: 'Melihat dan mengulang pesan',
    text: 'Lembar Pesan mencatat apa yang disampaikan layanan, kepada siapa, dan kapan; yang gagal juga disebut di Ringkasan. Centang Kirim Lagi bila pesan tidak sampai: satu centang, satu kiriman, pada jam kirim berikutnya. Bila faktanya sudah berubah, yang dikirim adalah isi yang baru. Baris boleh diurutkan dan dihapus; baris yang dihapus tidak ditulis lagi.',
  },
  {
    title: 'Baris dari buku lama',
    text: 'Kegiatan dari buku lama bertanda di Asal Impor. "Arsip" berarti sudah lewat saat diimpor: ikut dihitung dalam rekap, tanpa pesan, tenggat, dan laporan. Bagian yang belum jelas tercantum di Periksa Impor dan Keterangan: betulkan kolomnya bila perlu, lalu hapus barisnya dari Periksa Impor. Tulisan aslinya ada di lembar Catatan Impor. Asal Impor jangan dihapus.',
  },
  {
    title: 'Menyisipkan dan memindah',
    text: 'Baris dan kolom boleh disisipkan, dipindah, disembunyikan, dan diberi warna. Kolom tambahan milik kantor sendiri dibiarkan apa adanya. Judul kolom jangan dihapus.',
  },
  {
    title: 'Mengulang permohonan',
    text: 'Salin barisnya, lalu ubah harinya (atau jam atau nama kegiatannya): baris itu menjadi permohonan baru dengan nomor tiket sendiri. Petugas, akun, peralatan, dan catatan jalannya kegiatan diusulkan lagi; isian petugas lainnya yang ikut tersalin disebut di Keterangan dan belum berlaku. Salinan yang tidak diubah hanya ditanyakan dan tidak dilayani; baris aslinya tetap seperti semula.',
  },
  {
    title: 'Kegiatan berulang',
    text: 'Bila Tanggal Mulai berbunyi seperti "setiap Senin sampai 14 Desember 2026", atau Anda menulis demikian di Ulangi ("tiap Senin sampai 14 Desember", "setiap minggu 4 kali"), Keterangan menyebut semua harinya beserta hari libur dan yang bentrok. Tulis "ya" di Ulangi, di belakang tulisan yang sudah ada: hari-hari lainnya ditambahkan di bawah sebagai baris tersendiri dengan nomor tiket masing-masing; baris semula menjadi hari pertama. "ya, kecuali 7 Desember", "ya, lewati yang bentrok", dan "ya, lewati hari libur" melewati harinya; "tidak" menolaknya. Tiap baris berdiri sendiri: yang batal cukup diberi Status Dibatalkan, dan baris yang dihapus tidak dibuat lagi. Tulisan "seri …" di Ulangi jangan dihapus.',
  },
  {
    title: 'Menggeser kegiatan',
    text: 'Permohonan baru untuk kegiatan yang sama pada jadwal lain ditanyakan di Keterangan barisnya. Bila kegiatannya memang digeser, tulis "geser" pada Alasan permohonan yang baru (bila perlu dengan nomor tiket lamanya): permohonan lama menjadi Dijadwalkan Ulang dan suratnya tidak berlaku lagi; petugas, akun Zoom, dan peralatannya pindah ke permohonan baru selama tersedia. Hapus kata itu bila keliru. Jadwal yang digeser tanpa permohonan baru cukup diganti di barisnya.',
  },
  {
    title: 'Melengkapi laporan',
    text: 'Setelah kegiatan, isi Mulai Aktual, Selesai Aktual, Peserta Hadir, Pejabat Memimpin, Kendala Ada, dan Hasil Rekaman. Yang sudah disebut di lembar Setelah Kegiatan diusulkan sendiri; periksa, dan ganti bila keliru. Isian yang berbeda-beda ditanyakan di Keterangan. Selama ada yang kosong atau tidak terbaca, laporan masih Draf. Laporan menyatakan sesuai dengan standar pelayanan hanya bila waktu layanan terpenuhi dan semua langkah persiapan tercatat; selebihnya ditulis "belum dicatat".',
  },
  {
    title: 'Menghapus baris',
    text: 'Permohonan yang batal jangan dihapus; pilih Dibatalkan di Status dan tulis alasannya. Nomor tiket baris yang terhapus tidak dipakai lagi.',
  },
  {
    title: 'Lembar dan kalender petugas',
    text: 'Pada hari yang ada kegiatannya, sejak pukul 06.30 tersedia Lembar Hari Ini untuk dicetak (folder dokumen, Lembar Harian). Folder Kalender memuat jadwal tiap petugas (.ics) untuk diimpor ke kalender di ponsel atau Google Kalender; impor ulang bila jadwalnya berubah.',
  },
  {
    title: 'Bukti kinerja dan pemeriksaan',
    text: 'Setelah bulan berakhir, folder Kinerja memuat Daftar Kegiatan tiap petugas yang bertugas, untuk e-Kinerja; isi Nomor Surat Tugas agar nomornya ikut tercetak. Setelah triwulan berakhir, folder Pemeriksaan memuat berkas bagi pemeriksa: setiap angka rekap beserta tiketnya. Setelah tahun berakhir, folder Usulan memuat kebutuhan menurut kekurangan yang tercatat; kegiatan yang ditolak atau dibatalkan karena kekurangan ikut dihitung bila Alasan menyebutnya, misalnya "semua petugas bertugas". Ketiganya diperbarui bila isian barisnya dibetulkan.',
  },
  {
    title: 'Menangani pengaduan',
    text: 'Layanan memberi nomor dan tenggat pada setiap pengaduan, juga yang masuk lewat Setelah Kegiatan. Pilih yang menangani di Ditangani Oleh, bukan petugas yang diadukan; tulis Jawaban, lalu isi tanggal Ditutup. Yang belum ditutup tercantum di Ringkasan dan dibawa ke rekap bulan berikutnya. Isi pengaduan pungutan tidak dimuat dalam rekap.',
  },
  {
    title: 'Foto kegiatan',
    only: 'workbook',
    text: 'Letakkan foto (JPG atau PNG) di folder dokumen, Dokumentasi, lalu folder bernama nomor tiketnya. Nama berkas menjadi keterangan foto dan menentukan urutannya; awali dengan angka bila perlu. Lokasi dan catatan kamera dihapus, foto besar dikecilkan. Foto HEIC dari iPhone simpan dahulu sebagai JPG. Foto kegiatan terbatas dan rahasia tidak dimuat, kecuali diizinkan di Pengaturan.',
  },
  {
    title: 'Foto kegiatan',
    only: 'google',
    text: 'Bila kantor mengaktifkan foto, unggah foto (JPG atau PNG) ke folder dokumen di Drive, Dokumentasi, lalu folder bernama nomor tiketnya. Nama berkas menjadi keterangan foto dan menentukan urutannya; awali dengan angka bila perlu. Lokasi dan catatan kamera dihapus, foto besar dikecilkan. Foto HEIC dari iPhone simpan dahulu sebagai JPG. Foto kegiatan terbatas dan rahasia tidak dimuat, kecuali diizinkan di Pengaturan.',
  },
  {
    title: 'Laporan peserta Zoom',
    only: 'workbook',
    text: 'Unduh laporan peserta dari Zoom (Reports, Usage Reports, angka pesertanya, lalu Export) dan letakkan berkas CSV-nya di folder foto kegiatan itu. Mulai Aktual, Selesai Aktual, dan Peserta Hadir diusulkan dari sana; yang meragukan ditanyakan di Keterangan.',
  },
  {
    title: 'Laporan peserta Zoom',
    only: 'google',
    text: 'Bila kantor mengaktifkan foto, unduh laporan peserta dari Zoom (Reports, Usage Reports, angka pesertanya, lalu Export) dan unggah berkas CSV-nya ke folder foto kegiatan itu. Mulai Aktual, Selesai Aktual, dan Peserta Hadir diusulkan dari sana; yang meragukan ditanyakan di Keterangan.',
  },
  {
    title: 'Melipat rincian',
    text: 'Tanda + dan − di atas judul kolom membuka dan melipat rincian jawaban formulir.',
  },
  {
    title: 'Peringatan saat mengetik',
    only: 'google',
    text: 'Kolom yang ditulis layanan (judul abu-abu) menampilkan peringatan. Saat mengetik di sana, batalkan; saat mengurutkan atau memindahkan baris, lanjutkan saja.',
  },
  {
    title: 'Menunggu layanan',
    only: 'google',
    text: 'Isian tersimpan sendiri dan buku tidak perlu ditutup. Layanan membacanya secara berkala; hasilnya muncul dalam beberapa menit.',
  },
  {
    title: 'Menyimpan',
    only: 'workbook',
    text: 'Layanan menulis ketika buku tidak sedang dibuka. Simpan dan tutup buku agar isian terbaru diproses.',
  },
];
