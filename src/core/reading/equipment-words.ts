/** The words that people write around things and their numbers. */

const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Behind a number, the number counts things. */
export const units = wordSet(
  'unit units buah bh bj biji set pcs pc paket pkt orang roll rol lembar eksemplar ea kali x titik',
);

/** Say nothing about the thing, wherever they stand. */
export const plainUnits = wordSet('unit units buah bh set pcs pc paket pkt x kali');

/** Behind a number, the number says how long, large or fast a thing is. */
export const measures = wordSet(
  'm mtr meter cm mm inch inci inchi in mbps mbp mb gbps gb tb kbps ghz mhz watt w lumen lumens ansi k p px fps mp megapixel volt v ampere a port ports channel ch kg core hz g persen jam menit hari',
);

/** Before a number, the number belongs to the make of a thing or says where and when. */
export const makes = wordSet(
  'core ram gen generasi windows win cat usb ryzen intel i seri tipe type versi ver ukuran panjang diameter ssd rom office lantai lt ruang ruangan hdmi jam pukul tanggal tgl kapasitas kecepatan',
);

/** Change neither the thing nor the number. */
export const fillers = wordSet(
  'sebanyak sejumlah jumlah jml jumlahnya mohon tolong disiapkan disediakan siapkan sediakan penyediaan menyediakan menyiapkan butuh membutuhkan kebutuhan perlu diperlukan dibutuhkan pinjam meminjam peminjaman minta permintaan bantuan dibantu sekitar kurang lebih kira minimal maksimal min max maks total ada juga yang yg dengan dgn dan kami ya pak bu saja aja hanya cuma tambahan ekstra perangkat alat peralatan berupa yaitu antara lain per an cukup',
);

/** What follows says what a thing is for. */
export const purposes = wordSet('untuk utk buat guna di pada bagi selama saat');

export const denials = wordSet(
  'tidak tdk tak tanpa tnp bukan jangan jgn gak ga gk nggak ngga enggak ndak no non nihil',
);

/** "Jangan lupa", "tidak hanya": no denial. */
export const noDenials = wordSet('lupa hanya cuma sekedar sekadar');

/** Said beside a denial without changing what is denied. */
export const denied = wordSet(
  'ada perlu usah butuh dibutuhkan diperlukan pakai memerlukan membutuhkan menggunakan',
);

/** End what is denied, so that what follows them may be wanted. */
export const turns = wordSet(
  'hanya cuma cukup tapi tetapi tp namun melainkan tambah tetap kecuali',
);

/** Are asked for by the kind of service, and are no equipment. */
export const people = wordSet(
  'operator teknisi petugas tim staf staff admin panitia moderator narasumber fotografer videografer host orang personil personel',
);

/** The requester has the thing already. */
export const owned = wordSet('sendiri tersedia sudah sdh telah punya milik bawa membawa');

export const undecided = wordSet(
  'belum blm atau kecuali selain kalau jika bila mungkin opsional menyesuaikan tergantung masing cadangan beberapa',
);

/** Name no thing. */
export const vague = wordSet('dll dsb dst lainnya etc lain');

/** Say more about a facility without making another thing of it. */
export const qualities = wordSet(
  'aktif wireless nirkabel portable portabel besar kecil sedang led lcd oled smart android ptz conference webcam zoom meeting vicon logitech jbl yamaha polytron acer asus lenovo dell hp toshiba macbook apple samsung lg sony sharp epson benq viewsonic rapat tamu lipat plastik futura chitose vip kantor kerja peserta operator presentasi presenter gaming full lengkap standar standard bagus baru stabil dedicated khusus kencang cepat fiber optik indihome starlink lan bluetooth tinggi hd uhd fhd high speed stand standing dinding layar ruang ruangan utama cadangan panjang pendek to vga audio video hdmi display type tipe jack aux rca usb c kamera handphone system sistem mini core processor prosesor multimedia eksternal internal',
);

/** Make another thing of a facility that they stand behind. */
export const changes: Readonly<Record<string, ReadonlySet<string>>> = {
  'Kabel HDMI/audio/video': wordSet(
    'lan utp roll rol power listrik ekstensi extension ekstension olor oloran data usb charger cas ties telepon kontak internet jaringan mic mik xlr type ac serat fiber optik',
  ),
  'Kamera Zoom': wordSet(
    'dslr mirrorless cctv foto video digital handycam drone analog action gopro',
  ),
  Kursi: wordSet('roda'),
  Speaker: wordSet('card proof phone'),
  'Dongle audio/video': wordSet('wifi bluetooth usb internet modem'),
  'Tripod Kamera': wordSet('mic mik lampu speaker lighting'),
  Internet: wordSet('modem router'),
};

/** What stands behind these belongs to them: "kabel proyektor", "tripod handphone". */
export const takesComplement = wordSet(
  'kabel hdmi tripod tripot dongle konverter converter layar penyangga',
);

/** A number and its unit in one word. */
export const glued: ReadonlyMap<string, number> = new Map([
  ['sebuah', 1],
  ['seunit', 1],
  ['sebiji', 1],
  ['seperangkat', 1],
  ['sepasang', 2],
  ['selusin', 12],
]);

/** Behind a number, the number counts more than one each. */
export const multiples: ReadonlyMap<string, number> = new Map([
  ['ribu', 1000],
  ['rb', 1000],
  ['lusin', 12],
  ['kodi', 20],
  ['pasang', 2],
]);
