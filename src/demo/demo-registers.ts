import { tickMark } from '../core/sheet/column.ts';
import type { DemoCalendar } from './demo-calendar.ts';
import { typedDay } from './demo-calendar.ts';
import { mailDomain, officers } from './demo-people.ts';
import type { DemoRow } from './demo-tab.ts';

/** Three of Persandian, as clause G says, and two of Jaringan. */
export const officerRows = ({ workday }: DemoCalendar): readonly DemoRow<'Petugas'>[] => [
  {
    name: officers.rahmat,
    nip: '19840612 200903 1 991',
    rank: 'Penata Tk. I, III/d',
    position: 'Sandiman Ahli Muda',
    phone: '081200002001',
    email: `rahmat@${mailDomain}`,
    team: 'Persandian',
    competences:
      'persandian dan keamanan informasi; aplikasi video conference; laptop/komputer; jaringan telekomunikasi',
    active: tickMark,
  },
  {
    name: officers.sri,
    nip: '19910325 201502 2 992',
    rank: 'Penata Muda Tk. I, III/b',
    position: 'Sandiman Ahli Pertama',
    phone: '081200002002',
    email: `sri@${mailDomain}`,
    team: 'Persandian',
    competences: 'persandian dan keamanan informasi; aplikasi video conference; laptop/komputer',
    active: tickMark,
    leave: `${typedDay(workday(9))} s.d. ${typedDay(workday(11))}`,
  },
  {
    name: officers.ikbal,
    nip: '19961103 202012 1 993',
    rank: 'Pengatur, II/c',
    position: 'Operator Virtual Meeting',
    phone: '081200002003',
    email: `ikbal@${mailDomain}`,
    team: 'Persandian',
    competences: 'aplikasi video conference; laptop/komputer',
    active: tickMark,
    leave: `${typedDay(workday(-34))} s.d. ${typedDay(workday(-32))}`,
  },
  {
    name: officers.fadli,
    nip: '19820819 200804 1 994',
    rank: 'Penata, III/c',
    position: 'Pranata Komputer Ahli Muda',
    phone: '081200002004',
    email: `fadli@${mailDomain}`,
    team: 'Jaringan',
    competences: 'jaringan telekomunikasi; laptop/komputer',
    active: tickMark,
  },
  {
    name: officers.nurain,
    nip: '19940127 201903 2 995',
    rank: 'Penata Muda, III/a',
    position: 'Pranata Komputer Ahli Pertama',
    phone: '081200002005',
    email: `nurain@${mailDomain}`,
    team: 'Jaringan',
    competences: 'jaringan telekomunikasi',
    active: tickMark,
  },
];

/** The eleven of clause D under the names that the empty workbook has, and two more that are not what they were. */
export const equipmentRows: readonly DemoRow<'Peralatan'>[] = [
  ['Meja', 'Meja', 6, 'Baik', 'Lipat, 120 × 60 cm'],
  ['Kursi', 'Kursi', 30, 'Baik', 'Susun, rangka besi'],
  ['Komputer/laptop', 'Komputer/laptop', 4, 'Baik', 'Prosesor 4 inti, memori 16 GB, SSD 512 GB'],
  [
    'Televisi/LCD Proyektor',
    'Televisi/LCD Proyektor',
    2,
    'Baik',
    'Televisi 55 inci 4K dengan kaki',
  ],
  ['Handphone', 'Handphone', 2, 'Baik', 'Android 13, memori 6 GB'],
  ['Internet', 'Internet', 3, 'Baik', 'Internet kantor dan MiFi, 50 Mbps per kegiatan'],
  ['Kamera Zoom', 'Kamera Zoom', 2, 'Baik', 'PTZ 1080p, zum optik 12×, USB 3.0'],
  ['Speaker', 'Speaker', 3, 'Baik', 'Aktif 15 inci dengan 2 mikrofon nirkabel'],
  ['Kabel HDMI/audio/video', 'Kabel HDMI/audio/video', 6, 'Baik', 'HDMI 2.0, 10 m'],
  ['Dongle audio/video', 'Dongle audio/video', 3, 'Baik', 'USB-C ke HDMI, 4K 60 Hz'],
  ['Tripod Kamera', 'Tripod Kamera', 2, 'Baik', '1,8 m, beban 5 kg'],
  ['Proyektor lama', 'Televisi/LCD Proyektor', 1, 'Rusak ringan', '3.600 lumen'],
  ['Kamera web', 'Kamera Zoom', 1, 'Rusak berat', '1080p'],
].map(
  ([name, kind, quantity, condition, standard]): DemoRow<'Peralatan'> => ({
    name: name ?? '',
    kind: kind ?? '',
    quantity: quantity ?? '',
    condition: condition ?? '',
    standard: standard ?? '',
  }),
);

export const licences = {
  large: 'Zoom Kominfotik 500',
  medium: 'Zoom Kominfotik 300',
  small: 'Zoom Kominfotik 100',
} as const;

export const licenceRows: readonly DemoRow<'Akun Zoom'>[] = [
  { name: licences.large, capacity: 500, active: tickMark },
  { name: licences.medium, capacity: 300, active: tickMark },
  { name: licences.small, capacity: 100, active: tickMark },
];
