/** Who files what: fifty invented requests, every one of the full kind, two a working day. */
import { Temporal } from 'temporal-polyfill';
import { workdayFrom } from '../../trial/calendar.ts';
import { type Typed, timeZone } from './hands.ts';

export interface Filing {
  readonly event: string;
  readonly email: string;
  readonly filedOn: Temporal.PlainDate;
  readonly eventOn: Temporal.PlainDate;
  /** "Jam Mulai" as filed, and as it is changed to three days later. */
  readonly from: string;
  readonly changedTo: string;
  /** What the requester forgets at first. */
  readonly forgotten: string;
  readonly answers: Typed;
}

export const firstDay = Temporal.PlainDate.from('2026-11-02');

const offices = ['Bappeda', 'Dinas Kesehatan', 'Dinas Sosial', 'Biro Hukum', 'Dinas Pertanian'];
const names = [
  'Rina Contoh, S.E.',
  'Hasan Contoh',
  'Dr. Lina Contoh, M.Si.',
  'Yusuf Contoh, S.Kom.',
];

/** Two a day, at different hours, six working days ahead. */
export const filings = (count: number): readonly Filing[] =>
  Array.from({ length: count }, (_, index): Filing => {
    const filedOn = workdayFrom(firstDay, Math.floor(index / 2));
    const eventOn = workdayFrom(filedOn, 6);
    const from = index % 2 === 0 ? '09.00' : '13.00';
    const changedTo = index % 2 === 0 ? '09.30' : '13.30';
    const until = index % 2 === 0 ? '11.30' : '15.30';
    const event = `Rapat Koordinasi Contoh ${index + 1}`;
    const forgotten = 'Tempat Kegiatan';
    return {
      event,
      email: `pemohon${index + 1}@kantor.test`,
      filedOn,
      eventOn,
      from,
      changedTo,
      forgotten,
      answers: {
        'Alamat email': `pemohon${index + 1}@kantor.test`,
        'Nama Pemohon': names[index % names.length] ?? '',
        'Jabatan Pemohon': 'Kepala Subbagian Umum',
        'Instansi / Perangkat Daerah': offices[index % offices.length] ?? '',
        'Nomor Telepon / WhatsApp': `0812000${String(1000 + index)}`,
        'Nama Kegiatan': event,
        'Pejabat yang Memimpin (rencana)': 'Ahmad Contoh, M.Si. (Kepala Dinas)',
        'Tanggal Mulai': dayText(eventOn),
        'Jam Mulai': from,
        'Jam Selesai': until,
        'Penanggung Jawab di Lokasi': `Sri Contoh 0813000${String(1000 + index)}`,
        'Penyelenggara Rapat (Host)': 'Dinas Kominfotik',
        'Jenis Layanan': 'Link Host + Operator',
        'Jumlah Peserta': '60',
        'Peralatan yang Dibutuhkan': 'Speaker 9; Kamera Zoom 1',
        Direkam: 'Ya',
        'Siaran Langsung': 'Ya',
        'Nomor Surat': `005/${100 + index}/2026`,
      },
    };
  });

export const placeOf = ({ event }: Filing): string => `Aula ${event.split(' ').at(-1)}`;

export const dayText = (day: Temporal.PlainDate): string => `${day.day}/${day.month}/${day.year}`;

export const at = (day: Temporal.PlainDate, time: string): Temporal.Instant =>
  day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) }).toInstant();

/** In the order of nothing: by header. */
export const registers: readonly { readonly tab: string; readonly rows: readonly Typed[] }[] = [
  {
    tab: 'Petugas',
    rows: [
      officer('Rahmat Contoh, S.Kom.', 1, 'Persandian'),
      officer('Sri Contoh, S.T.', 2, 'Persandian'),
      officer('Ikbal Contoh, A.Md.Kom.', 3, 'Persandian'),
      officer('Fadli Contoh, S.Kom.', 4, 'Jaringan'),
    ],
  },
  {
    tab: 'Akun Zoom',
    rows: ['Zoom 500', 'Zoom 300'].map((name) => ({
      Akun: name,
      Kapasitas: Number(name.split(' ')[1]),
      Aktif: '✓',
    })),
  },
];

/** Counted beside the facilities that stand there from the start. */
export const counted: Typed = { Speaker: 3, 'Kamera Zoom': 2 };

/** Settings by name. */
export const settings: Typed = {
  'Nama Ketua Tim': 'Ketua Contoh, S.Kom.',
  'Nama Kepala Dinas': 'Kepala Contoh, M.Si.',
  Kontak: '0435-821000',
  'Email Tim Kerja Jaringan': 'jaringan@dinas.test',
  'Email Pengawas': 'Pengawas Contoh <pengawas@dinas.test>',
  'Email Pengelola Layanan': 'pengelola@dinas.test',
};

function officer(name: string, number: number, team: string): Typed {
  return {
    Nama: name,
    NIP: `19840612 200903 1 00${number}`,
    'Nomor HP': `08120000200${number}`,
    Email: `petugas${number}@dinas.test`,
    Tim: team,
    Kompetensi:
      team === 'Jaringan'
        ? 'jaringan telekomunikasi'
        : 'aplikasi video conference; laptop/komputer',
    Aktif: '✓',
  };
}
