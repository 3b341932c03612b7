/** What requesters ask for: invented, but with the habits that real ledgers show. */
import type { Temporal } from 'temporal-polyfill';
import { officials, requesters } from '../../src/demo/demo-people.ts';
import { type Sitting, workdayFrom } from './calendar.ts';
import type { Chance } from './chance.ts';

/** What becomes of a request in the end. `unheard`: nobody ever confirms it. `withdrawn`: its row is deleted. */
export type Fate = 'held' | 'cancelled' | 'refused' | 'not held' | 'unheard' | 'withdrawn';

export interface Wish {
  /** Unlike any other's, so that its row can be told. */
  readonly event: string;
  readonly email: string;
  /** Through the form, or typed into the sheet by staff. */
  readonly by: 'form' | 'hand';
  /** The sitting in which it comes. */
  readonly arrives: number;
  readonly when: When;
  readonly isConfidential: boolean;
  readonly isLate: boolean;
  /** Something is missing that only the requester can say. */
  readonly isIncomplete: boolean;
  /** By the question's title. */
  readonly answers: Answers;
  readonly fate: Fate;
}

export type Answers = Readonly<Record<string, string | readonly string[]>>;

/** Day and hours, WITA, in minutes since midnight; without an end it is open. */
export interface When {
  readonly first: Temporal.PlainDate;
  readonly last: Temporal.PlainDate;
  readonly from: number;
  readonly until?: number;
}

/** All requests of a trial in the order in which they come; every kind has its turn, even among a dozen. */
export const makeWishes = (
  count: number,
  sittings: readonly Sitting[],
  chance: Chance,
): readonly Wish[] => {
  const wishes: Wish[] = [];
  for (let n = 0; n < count; n += 1) {
    const arrives = Math.floor((n * (sittings.length - 1)) / count);
    const sitting = sittings[arrives];
    const before = wishes.at(-1);
    if (sitting === undefined) continue;
    wishes.push(
      n % 14 === 9 && before?.by === 'form' && !before.isLate
        ? again(before, arrives)
        : newWish(n, sitting, chance.branch()),
    );
  }
  return wishes;
};

/** The same letter a second time, by the same hand. */
const again = (before: Wish, arrives: number): Wish => {
  const event = `${before.event} (lagi)`;
  return {
    ...before,
    event,
    arrives,
    fate: 'refused',
    answers: { ...before.answers, 'Nama Kegiatan': event },
  };
};

const newWish = (n: number, sitting: Sitting, chance: Chance): Wish => {
  const by = n % 12 === 5 ? 'hand' : 'form';
  const isLate = n % 8 === 2;
  const isIncomplete = n % 13 === 4;
  const isConfidential = n % 17 === 6;
  const when = whenFor(sitting, { isLate, isLong: n % 16 === 10 }, chance);
  const requester = chance.oneOf(Object.values(requesters));
  const event = `${chance.oneOf(meetings)} ${chance.oneOf(topics)} ${String(n + 1).padStart(3, '0')}`;
  const isForm = by === 'form';
  const equipment = chance.shuffled(facilities).slice(0, chance.between(0, 3));
  const mayBe = (probability: number, header: string, text: string): Answers =>
    chance.hits(probability) ? { [header]: text } : {};
  const answers: Answers = {
    'Nama Pemohon': String(requester.requesterName),
    'Jabatan Pemohon': String(requester.requesterPosition),
    ...mayBe(0.6, 'NIP Pemohon', String(requester.requesterNip)),
    'Instansi / Perangkat Daerah': String(requester.institution),
    ...(isIncomplete ? {} : { 'Nomor Telepon / WhatsApp': String(requester.phone) }),
    'Nama Kegiatan': event,
    ...mayBe(0.6, 'Pejabat yang Memimpin (rencana)', chance.oneOf(Object.values(officials))),
    'Tanggal Mulai': dayText(when.first, isForm),
    ...(when.last.equals(when.first) ? {} : { 'Tanggal Selesai': dayText(when.last, isForm) }),
    'Jam Mulai': clockText(when.from, isForm ? ':' : '.'),
    'Jam Selesai': when.until === undefined ? chance.oneOf(openEnds) : clockText(when.until, '.'),
    ...mayBe(0.7, 'Zona Waktu', 'WITA'),
    'Tempat Kegiatan': chance.oneOf(places),
    'Penyelenggara Rapat (Host)': chance.hits(0.8) ? 'Dinas Kominfotik' : 'Instansi lain',
    'Jenis Layanan': chance.oneOf(serviceKinds),
    ...mayBe(0.8, 'Platform', 'Zoom'),
    ...mayBe(
      0.9,
      'Jumlah Peserta',
      chance.oneOf(['25', '60', '95', '150', '280', '1.641', '1-300']),
    ),
    ...(equipment.length > 0
      ? { 'Peralatan yang Dibutuhkan': isForm ? equipment : equipment.join('; ') }
      : {}),
    ...mayBe(0.8, 'Direkam', chance.oneOf(['Ya', 'Tidak'])),
    ...mayBe(0.8, 'Siaran Langsung', chance.oneOf(['Tidak', 'Tidak', 'Ya'])),
    'Sifat Kegiatan': isConfidential ? 'Rahasia' : chance.oneOf(['Biasa', 'Biasa', 'Terbatas']),
    ...mayBe(0.8, 'Nomor Surat', `005/${chance.between(10, 99)}/${n + 1}`),
    ...mayBe(0.2, 'Catatan Pemohon', 'Mohon tautan dikirim sehari sebelumnya.'),
  };
  const fate = isLate && fates[n % fates.length] !== 'withdrawn' ? 'held' : fateOf(n);
  const email = String(requester.email);
  return {
    event,
    email,
    by,
    arrives: sitting.index,
    when,
    isConfidential,
    isLate,
    isIncomplete,
    answers,
    fate,
  };
};

const fates: readonly Fate[] = [
  'held',
  'held',
  'held',
  'held',
  'held',
  'held',
  'held',
  'withdrawn',
  'cancelled',
  'held',
  'held',
  'held',
  'held',
  'held',
  'not held',
  'held',
  'held',
  'unheard',
  'held',
  'refused',
  'held',
  'held',
  'held',
  'held',
  'cancelled',
  'held',
  'held',
];

const fateOf = (n: number): Fate => fates[n % fates.length] ?? 'held';

const whenFor = (
  { at }: Sitting,
  { isLate, isLong }: { readonly isLate: boolean; readonly isLong: boolean },
  chance: Chance,
): When => {
  const today = at.toPlainDate();
  const isToday = !isLate && chance.hits(0.08);
  const distance = isLate ? -chance.between(1, 4) : isToday ? 0 : chance.between(1, 8);
  const workday = workdayFrom(today, distance);
  const first =
    !isLate && chance.hits(0.04) ? workday.add({ days: 6 - workday.dayOfWeek }) : workday;
  const from = isToday
    ? Math.max(at.hour + 2, 13) * 60
    : chance.oneOf(
        ['08:00', '08:30', '09:00', '09:00', '09:30', '10:00', '13:00', '13:30', '19:30'].map(
          minutesOf,
        ),
      );
  const until = from + chance.oneOf([60, 90, 120, 150, 180]);
  return {
    first,
    last: isLong ? workdayFrom(first, 1) : first,
    from,
    ...(isLong || chance.hits(0.4) ? { until } : {}),
  };
};

export const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
};

export const clockText = (minutes: number, between: '.' | ':'): string =>
  [Math.floor(minutes / 60), minutes % 60].map((n) => String(n).padStart(2, '0')).join(between);

/** A date as a form hands it on, or as staff type it. */
export const dayText = (day: Temporal.PlainDate, isForm: boolean): string =>
  isForm
    ? day.toString()
    : [String(day.day).padStart(2, '0'), String(day.month).padStart(2, '0'), day.year].join('/');

const openEnds = ['selesai', 'Selesai', 'Seelsai', 'sELESAI'];

const serviceKinds = [
  'Link Host + Operator',
  'Link Host + Operator',
  'Link Host + Operator',
  'Link Host saja',
  'Operator saja',
];

const meetings = [
  'Rapat Koordinasi',
  'Sosialisasi',
  'Bimbingan Teknis',
  'Evaluasi',
  'Forum Konsultasi',
  'Webinar',
];

const topics = [
  'Penurunan Stunting',
  'Inflasi Daerah',
  'Data Kependudukan',
  'Pengadaan Barang',
  'Mitigasi Banjir',
  'Kurikulum Sekolah',
  'Pajak Kendaraan',
  'Reformasi Birokrasi',
];

export const places = [
  'Ruang Vicon Dinas Kominfotik',
  'Ruang Huyula, Kantor Gubernur',
  'Aula Dinas Kesehatan',
  'Aula Bapppeda',
  'Aula BKD',
  'Ruang Rapat Biro Hukum',
];

const facilities = [
  'Komputer/laptop',
  'Televisi/LCD Proyektor',
  'Internet',
  'Kamera Zoom',
  'Speaker',
  'Kabel HDMI/audio/video',
  'Tripod Kamera',
];
