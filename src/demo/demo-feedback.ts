import type { DemoCalendar } from './demo-calendar.ts';
import { day, moment } from './demo-calendar.ts';
import { officers, officials } from './demo-people.ts';
import type { DemoRow } from './demo-tab.ts';

/** The number that a request with this title gets once the service has looked at the desk. */
export type TicketOf = (title: string) => string;

/** One thing that came back, and one that nobody has noted since. */
export const handOutRows = (
  { workday }: DemoCalendar,
  ticketOf: TicketOf,
): readonly DemoRow<'Serah Terima Alat'>[] => [
  {
    item: 'Kamera Zoom',
    quantity: 1,
    ticket: ticketOf('Rapat Evaluasi Capaian Imunisasi'),
    to: officers.ikbal,
    at: moment(workday(-12), '07.40'),
    returned: moment(workday(-12), '14.10'),
    condition: 'baik',
  },
  {
    item: 'Dongle audio/video',
    quantity: 1,
    to: officers.rahmat,
    at: moment(workday(-3), '15.30'),
    due: moment(workday(2), '09.00'),
  },
];

export const incidentRows = (
  { workday }: DemoCalendar,
  ticketOf: TicketOf,
): readonly DemoRow<'Kendala'>[] => [
  {
    ticket: ticketOf('Sosialisasi Kurikulum'),
    at: moment(workday(-38), '09.25'),
    kind: 'koneksi',
    who: 'Peserta dari Kabupaten Pohuwato',
    what: 'Suara terputus-putus selama paparan pertama.',
    action: 'Video peserta dimatikan, paparan dikirim lewat WhatsApp.',
    solvedAt: moment(workday(-38), '09.40'),
  },
  {
    ticket: ticketOf('Rapat Evaluasi Capaian Imunisasi'),
    at: moment(workday(-12), '08.50'),
    kind: 'login',
    who: 'Narasumber pusat',
    what: 'Tidak dapat masuk karena memakai tautan rapat minggu sebelumnya.',
    action: 'Tautan yang benar dikirim ulang dan narasumber dijadikan co-host.',
    solvedAt: moment(workday(-12), '08.58'),
  },
  {
    ticket: ticketOf('Seleksi Kompetensi Jabatan'),
    at: moment(workday(-20), '10.10'),
    kind: 'perangkat',
    who: 'Operator',
    what: 'Kamera web mati dan tidak terbaca lagi oleh laptop.',
    action: 'Diganti kamera PTZ. Kamera web dicatat rusak berat.',
    solvedAt: moment(workday(-20), '10.22'),
  },
  {
    ticket: ticketOf('Forum Konsultasi Publik'),
    at: moment(workday(-4), '13.35'),
    kind: 'lainnya',
    who: 'Moderator',
    what: 'Listrik ruang rapat padam.',
    action: 'Rapat dilanjutkan dengan handphone dan MiFi sampai listrik menyala.',
  },
];

export const complaintRows = (
  { workday }: DemoCalendar,
  ticketOf: TicketOf,
): readonly DemoRow<'Pengaduan'>[] => [
  {
    submittedAt: moment(workday(-37), '10.05'),
    ticket: ticketOf('Sosialisasi Kurikulum'),
    name: 'Yusuf Mantali',
    kind: 'pengaduan',
    text: 'Suara di ruang rapat kecil sekali, peserta di belakang tidak mendengar.',
    handler: officers.sri,
    answer: 'Speaker kedua disiapkan untuk ruang itu mulai kegiatan berikutnya.',
    closed: day(workday(-35)),
  },
  {
    submittedAt: moment(workday(-18), '14.30'),
    kind: 'saran',
    text: 'Mohon tautan rapat dikirim sehari sebelumnya supaya bisa diteruskan ke kabupaten.',
    handler: officers.rahmat,
    answer: 'Diterima; menjadi tindak lanjut tahun ini.',
    closed: day(workday(-16)),
  },
  {
    submittedAt: moment(workday(-9), '08.20'),
    ticket: ticketOf('Rapat Evaluasi Capaian Imunisasi'),
    name: 'Nursinta Abas',
    contact: '081200001102',
    kind: 'pengaduan',
    text: 'Narasumber pusat menerima tautan yang lama, sehingga acara mundur setengah jam.',
    handler: officers.sri,
  },
  {
    submittedAt: moment(workday(-2), '15.40'),
    kind: 'pungutan',
    text: 'Ada yang meminta uang transpor Rp100.000 sebelum alat dipasang.',
  },
  {
    submittedAt: moment(workday(-3), '09.12'),
    ticket: ticketOf('Forum Konsultasi Publik'),
    name: 'Peserta forum',
    kind: 'masukan',
    text: 'Petugasnya sigap waktu listrik padam. Sebaiknya ada genset.',
  },
];

/** Answers of those who were there: one names another leader than the next, and one names a number that is not ours. */
export const afterEventRows = (
  { workday }: DemoCalendar,
  ticketOf: TicketOf,
): readonly DemoRow<'Setelah Kegiatan'>[] => [
  {
    submittedAt: moment(workday(-5), '13.05'),
    ticket: ticketOf('Rapat Darurat Banjir'),
    leader: 'Drs. Yamin Dali, M.Si.',
    leaderPosition: 'Kepala Pelaksana BPBD',
    actualStart: '08.20',
    actualEnd: '11.45',
    attended: 68,
    incidents: 'Tidak',
    recordingWished: 'Tidak',
    recordingResult: 'tidak direkam',
    ...scores('444344444'),
    name: 'Ferdi Kasim',
  },
  {
    submittedAt: moment(workday(-4), '16.30'),
    ticket: ticketOf('Forum Konsultasi Publik'),
    leader: officials.planning,
    actualStart: '13.10',
    actualEnd: '16.05',
    attended: 240,
    incidents: 'Ya',
    incidentText: 'Listrik ruang rapat padam sekitar setengah jam.',
    recordingWished: 'Ya',
    ...scores('343344434'),
    complaintKind: 'saran',
    complaint: 'Mohon disediakan daya cadangan di aula.',
    name: 'Hendra Yunus',
  },
  {
    submittedAt: moment(workday(-3), '08.15'),
    ticket: ticketOf('Forum Konsultasi Publik'),
    leader: 'Mariam Datau, S.T., M.Si.',
    leaderPosition: 'Sekretaris Bapppeda',
    onBehalfOf: 'Kepala Bapppeda',
    attended: 231,
    ...scores('434344433'),
  },
  {
    submittedAt: moment(workday(-2), '10.02'),
    ticket: 'VC-9021',
    leader: 'Kepala Bidang Statistik',
    attended: 'sekitar 40',
    ...scores('333343433'),
    name: 'tanpa nama',
  },
];

/** One answer has a score beyond 4 and one lacks its ticket, as happens on paper. */
export const surveyRows = (
  { workday }: DemoCalendar,
  ticketOf: TicketOf,
): readonly DemoRow<'Survei'>[] =>
  (
    [
      [-39, 'Bimtek Aplikasi SIPD', '433443343'],
      [-37, 'Sosialisasi Kurikulum', '332432433'],
      [-30, 'Rakor Inflasi', '444444444'],
      [-19, 'Seleksi Kompetensi Jabatan', '343444343'],
      [-11, 'Rapat Evaluasi Capaian Imunisasi', '343443443'],
      [-9, '', '334443333'],
      [-6, 'Harmonisasi Ranperda', '444434444'],
      [-3, 'Forum Konsultasi Publik', '443445434'],
    ] as const
  ).map(([n, title, digits]) => ({
    submittedAt: moment(workday(n), '11.20'),
    ...(title && { ticket: ticketOf(title) }),
    ...scores(digits),
  }));

/** U1 to U9, a digit each. */
const scores = (digits: string) => {
  const [u1 = 0, u2 = 0, u3 = 0, u4 = 0, u5 = 0, u6 = 0, u7 = 0, u8 = 0, u9 = 0] = [...digits].map(
    Number,
  );
  return { u1, u2, u3, u4, u5, u6, u7, u8, u9 };
};

export const actionRows = ({
  today,
  workday,
}: DemoCalendar): readonly DemoRow<'Tindak Lanjut'>[] => [
  {
    year: today.year - 1,
    finding: 'Laporan kegiatan sering tidak menyebut pejabat yang memimpin.',
    action: 'Kolom yang kosong ditagih setiap minggu sampai lengkap.',
    owner: officers.rahmat,
    due: day(workday(-15)),
    state: 'berjalan',
  },
  {
    year: today.year - 1,
    finding: 'Kamera hanya satu yang layak pakai.',
    action: 'Pengadaan satu kamera PTZ.',
    owner: officers.rahmat,
    due: day(workday(-50)),
    state: 'selesai',
  },
  {
    year: today.year,
    finding: 'Tautan rapat dikirim mepet dengan waktu kegiatan.',
    action: 'Tautan dikirim paling lambat pukul 15.00 sehari sebelumnya.',
    owner: officers.sri,
    due: day(workday(12)),
    state: 'berjalan',
  },
  {
    year: today.year,
    finding: 'Petugas habis bila tiga kegiatan berlangsung bersamaan.',
    action: 'Melatih dua operator perangkat daerah sebagai cadangan.',
    owner: officers.ikbal,
    due: day(workday(40)),
    state: 'terbuka',
  },
];
