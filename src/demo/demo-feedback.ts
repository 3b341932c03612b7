import type { DemoCalendar } from './demo-calendar.ts';
import { day, moment } from './demo-calendar.ts';
import { officers } from './demo-people.ts';
import type { DemoRow } from './demo-tab.ts';

/** The number that a request with this title gets once the service has looked at the desk. */
export type TicketOf = (title: string) => string;

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
    submittedAt: moment(workday(-3), '09.12'),
    ticket: ticketOf('Forum Konsultasi Publik'),
    name: 'Peserta forum',
    kind: 'masukan',
    text: 'Petugasnya sigap waktu listrik padam. Sebaiknya ada genset.',
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
  ).map(([n, title, scores]) => {
    const [u1 = 0, u2 = 0, u3 = 0, u4 = 0, u5 = 0, u6 = 0, u7 = 0, u8 = 0, u9 = 0] = [
      ...scores,
    ].map(Number);
    return {
      submittedAt: moment(workday(n), '11.20'),
      ...(title && { ticket: ticketOf(title) }),
      ...{ u1, u2, u3, u4, u5, u6, u7, u8, u9 },
    };
  });

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
