/**
 * Ten old ledgers in ten shapes, each with what it says in plain data, so that a test can hold the reading against it.
 *
 * All is made from a seed: titles, offices, days and the dirt with which people write them. Nothing here reads a ledger.
 */
import { Temporal } from 'temporal-polyfill';
import type { OldLedger, OldSheet } from '../../../src/core/import/old-ledger.ts';
import { day, hour, sheet, type Written } from './old-ledgers.ts';

/** What a ledger says of one event. */
export interface ToldEvent {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
  readonly start: string;
  /** "selesai", an hour, or nothing. */
  readonly end: string;
  readonly event: string;
  readonly institution: string;
  readonly place: string;
  readonly officers: readonly string[];
  readonly isCancelled: boolean;
  readonly remark: string;
}

export interface MadeLedger {
  readonly name: string;
  readonly ledger: OldLedger;
  readonly events: readonly ToldEvent[];
}

export type Chance = () => number;

/** The same numbers for the same seed. */
export const chanceFrom = (seed: number): Chance => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

export const oneOf = <T>(from: readonly [T, ...T[]], chance: Chance): T =>
  from[Math.floor(chance() * from.length)] ?? from[0];

const kinds = [
  'Rakor',
  'Rapat Evaluasi',
  'Bimtek',
  'Sosialisasi',
  'Webinar',
  'Pembahasan',
] as const;
const matters = [
  'Ketahanan Pangan',
  'Pajak Daerah',
  'Kearsipan',
  'Data Terpadu',
  'Lalu Lintas Desa',
  'Air Bersih',
  'Pasar Tani',
  'Cuaca dan Tanam',
] as const;
const offices = [
  'Dinas Tani',
  'Dinas Arsip',
  'Badan Pendapatan',
  'Biro Hukum',
  'Kecamatan Kota Utara',
  'Inspektorat',
  'Dishub',
] as const;
const rooms = ['Aula Lantai 3', 'Ruang Rapat Biro', 'Gedung Bele Li Mbui', 'Ruang Oval'] as const;
const people = ['Rina', 'Dodi', 'Sartin', 'Yayan'] as const;
const remarks = ['', '', '', 'hybrid', 'link dari pusat', 'minta direkam'] as const;

/** Events of one year in order, so many a month. */
export const someEvents = (
  seed: number,
  {
    year,
    aMonth,
    months = 12,
  }: { readonly year: number; readonly aMonth: number; readonly months?: number },
): readonly ToldEvent[] => {
  const chance = chanceFrom(seed);
  const events: ToldEvent[] = [];
  for (let month = 1; month <= months; month += 1) {
    const days = Array.from({ length: aMonth }, () => 1 + Math.floor(chance() * 26)).sort(
      (a, b) => a - b,
    );
    for (const number of days) {
      const from = new Temporal.PlainDate(year, month, number);
      const start = oneOf(['08.00', '09.00', '09.30', '10.00', '13.30', '14.00'], chance);
      const [hours = 0] = start.split('.').map(Number);
      const officers = [oneOf(people, chance), oneOf(people, chance)];
      events.push({
        from,
        to: chance() < 0.08 ? from.add({ days: 1 }) : from,
        start,
        end: chance() < 0.7 ? 'selesai' : `${String(hours + 2).padStart(2, '0')}.00`,
        event: `${oneOf(kinds, chance)} ${oneOf(matters, chance)} ${events.length + 1}`,
        institution: oneOf(offices, chance),
        place: oneOf(rooms, chance),
        officers: [...new Set(officers.slice(0, chance() < 0.4 ? 2 : 1))],
        isCancelled: chance() < 0.06,
        remark: oneOf(remarks, chance),
      });
    }
  }
  return events;
};

export const monthNames = [
  'Januari',
  'Pebruari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'Nopember',
  'Desember',
];
const shortNames = [
  'JAN',
  'FEB',
  'MAR',
  'APR',
  'MEI',
  'JUN',
  'JUL',
  'AGT',
  'SEP',
  'OKT',
  'NOP',
  'DES',
];
const englishMonths = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
];
const weekdays = ['Senin', 'Selasa', 'Rabu', 'Kamis', "Jum'at", 'Sabtu', 'Minggu'];

export const nameOf = ({ month }: Temporal.PlainDate): string => monthNames[month - 1] ?? '';
export const weekday = ({ dayOfWeek }: Temporal.PlainDate): string => weekdays[dayOfWeek - 1] ?? '';
export const two = (value: number): string => String(value).padStart(2, '0');
export const digits = ({ day: d, month, year }: Temporal.PlainDate, sign = '/'): string =>
  [two(d), two(month), year].join(sign);
export const words = (date: Temporal.PlainDate): string =>
  `${date.day} ${nameOf(date)} ${date.year}`;
export const both = ({ from, to }: ToldEvent): boolean => !from.equals(to);

const openEnds = ['selesai', 'Selesai', 'Seelsai', 'sELESAI', 'slsai'] as const;

/** "09.00-selesai", "pukul 09.00 s.d. 11.00 WITA", "jam 9 pagi". */
export const hoursIn = ({ start, end }: ToldEvent, chance: Chance): string => {
  const first = oneOf([start, start.replace('.', ':'), `pkl. ${start}`, `Pukul ${start}`], chance);
  const between = oneOf(['-', ' - ', ' s/d ', ' s.d. ', ' – '], chance);
  const last = end === 'selesai' ? oneOf(openEnds, chance) : end;
  return `${first}${between}${last}${oneOf(['', '', ' WITA'], chance)}`;
};

export const joined = ({ officers }: ToldEvent, chance: Chance): string =>
  officers.join(oneOf(['\n', ', ', ' & ', ' dan ', ' / '], chance));

export const remarkOf = ({ isCancelled, remark }: ToldEvent, chance: Chance): string =>
  isCancelled
    ? oneOf(['batal', 'BATAL', 'Dibatalkan', 'tidak jadi', 'batal oleh OPD', 'Cancel'], chance)
    : remark;

export const oneSheet = (
  rows: readonly (readonly Written[])[],
  more: Parameters<typeof sheet>[1] = {},
): readonly OldSheet[] => [sheet(rows, more)];

/** A sheet a month; the day of the month alone, month in the sheet's name, year in the file's. */
const monthSheets = (): MadeLedger => {
  const chance = chanceFrom(11);
  const events = someEvents(1, { year: 2024, aMonth: 6 });
  const sheets = shortNames.map((name, index) =>
    sheet(
      [
        ['REKAP LAYANAN'],
        ['No.', 'Hari', 'Tgl', 'Pukul', 'Acara', 'OPD', 'Lokasi', 'Petugas', 'Ket'],
        ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)', '(8)', '(9)'],
        ...events
          .filter(({ from }) => from.month === index + 1)
          .map((each, row) => [
            row + 1,
            weekday(each.from),
            both(each)
              ? `${each.from.day} s.d ${each.to.day}`
              : oneOf<Written>(
                  [each.from.day, String(each.from.day), `${each.from.day}/${index + 1}`],
                  chance,
                ),
            hoursIn(each, chance),
            each.event,
            each.institution,
            each.place,
            joined(each, chance),
            remarkOf(each, chance),
          ]),
        ['', '', '', '', 'JUMLAH', 6],
        ['', '', '', '', '', '', 'Mengetahui,'],
        ['', '', '', '', '', '', 'Kepala Bidang'],
        ['', '', '', '', '', '', 'NIP. 19800101 200001 1 001'],
      ],
      { name },
    ),
  );
  return { name: 'a sheet a month', ledger: { name: 'rekap_2024.xlsx', sheets }, events };
};

/** The office's register of letters, which says when the event is in words. */
const letterRegister = (): MadeLedger => {
  const chance = chanceFrom(12);
  const events = someEvents(2, { year: 2025, aMonth: 3 });
  const rows = events.map((each, index) => [
    index + 1,
    day(each.from.subtract({ days: 4 }).toString()),
    `005/${index + 100}/${each.institution.slice(0, 5)}/${each.from.year}`,
    digits(each.from.subtract({ days: 6 })),
    each.institution,
    each.event,
    both(each)
      ? `${weekday(each.from)} s.d. ${weekday(each.to)}, ${each.from.day} - ${words(each.to)}`
      : `${weekday(each.from)}, ${words(each.from)}`,
    hoursIn(each, chance),
    each.place,
    joined(each, chance),
    remarkOf(each, chance),
  ]);
  const header = [
    'No. Agenda',
    'Tgl Terima',
    'Nomor Surat',
    'Tgl Surat',
    'Asal Surat',
    'Perihal',
    'Hari/Tgl Pelaksanaan',
    'Waktu',
    'Tempat',
    'Disposisi',
    'Keterangan',
  ];
  return {
    name: 'a register of letters',
    ledger: {
      name: 'agenda surat.xlsx',
      sheets: oneSheet([['BUKU AGENDA SURAT MASUK'], [], header, ...rows]),
    },
    events,
  };
};

/** Kept in English, the month in front. */
const inEnglish = (): MadeLedger => {
  const chance = chanceFrom(13);
  const events = someEvents(3, { year: 2025, aMonth: 3 }).map((each) => ({
    ...each,
    to: each.from,
  }));
  const date = ({ from }: ToldEvent): string =>
    oneOf(
      [
        `${from.month}/${from.day}/${from.year}`,
        `${englishMonths[from.month - 1]} ${from.day}, ${from.year}`,
        from.toString(),
      ],
      chance,
    );
  const rows = events.map((each, index) => [
    index + 1,
    date(each),
    hour(each.start),
    each.end === 'selesai' ? 'selesai' : hour(each.end),
    each.event,
    each.institution,
    each.place,
    joined(each, chance),
    String(50 * (1 + (index % 4))),
    remarkOf(each, chance),
  ]);
  const header = [
    '#',
    'Date',
    'Start Time',
    'End Time',
    'Event',
    'Organizer',
    'Venue',
    'Technician',
    'Participants',
    'Remarks',
  ];
  return {
    name: 'an English one',
    ledger: { name: 'log.xlsx', sheets: oneSheet([header, ...rows]) },
    events,
  };
};

/** Two tables below each other, the second with other columns in another order. */
const twoTables = (): MadeLedger => {
  const chance = chanceFrom(14);
  const events = someEvents(4, { year: 2025, aMonth: 3 });
  const half = events.findIndex(({ from }) => from.month > 6);
  const dayOf = (each: ToldEvent): string =>
    both(each)
      ? `${each.from.day} s/d ${words(each.to)}`
      : oneOf([words(each.from), digits(each.from), digits(each.from, '-')], chance);
  const rows: readonly (readonly Written[])[] = [
    ['DAFTAR KEGIATAN SEMESTER I'],
    ['No', 'Hari/Tanggal', 'Jam', 'Nama Kegiatan', 'Instansi', 'Tempat', 'Operator', 'Ket.'],
    ...events
      .slice(0, half)
      .map((each, index) => [
        index + 1,
        dayOf(each),
        hoursIn(each, chance),
        each.event,
        each.institution,
        each.place,
        joined(each, chance),
        remarkOf(each, chance),
      ]),
    ['', '', '', 'Total', half],
    [],
    ['DAFTAR KEGIATAN SEMESTER II'],
    ['No', 'Instansi', 'Nama Kegiatan', 'Tempat', 'Tanggal', 'Waktu', 'Catatan', 'Petugas'],
    ...events
      .slice(half)
      .map((each, index) => [
        index + 1,
        each.institution,
        each.event,
        each.place,
        dayOf(each),
        hoursIn(each, chance),
        remarkOf(each, chance),
        joined(each, chance),
      ]),
  ];
  return {
    name: 'two tables in one sheet',
    ledger: { name: 'kegiatan.xlsx', sheets: oneSheet(rows) },
    events,
  };
};

/** The day stands on a line of its own above its events. */
const daysAbove = (): MadeLedger => {
  const chance = chanceFrom(15);
  const events = someEvents(5, { year: 2025, aMonth: 3 }).map((each) => ({
    ...each,
    to: each.from,
  }));
  const rows: (readonly Written[])[] = [
    ['No', 'Pukul', 'Kegiatan', 'Perangkat Daerah', 'Ruangan', 'Petugas', 'Keterangan'],
  ];
  events.forEach((each, index) => {
    if (!events[index - 1]?.from.equals(each.from))
      rows.push([`${weekday(each.from).toUpperCase()}, ${words(each.from).toUpperCase()}`]);
    rows.push([
      index + 1,
      hoursIn(each, chance),
      each.event,
      each.institution,
      each.place,
      joined(each, chance),
      remarkOf(each, chance),
    ]);
  });
  return {
    name: 'days above their events',
    ledger: { name: 'harian.xlsx', sheets: oneSheet(rows) },
    events,
  };
};

/** Days and officers merged over several events; month titles between; cancelled ones struck through. */
const mergedCells = (): MadeLedger => {
  const chance = chanceFrom(16);
  const events = someEvents(6, { year: 2025, aMonth: 4 }).map((each) => ({
    ...each,
    to: each.from,
    remark: '',
  }));
  const rows: (readonly Written[])[] = [
    ['No', 'Hari', 'Tanggal', 'Waktu', '', 'Kegiatan', 'OPD', 'Tempat', 'Petugas'],
    ['', '', '', 'Mulai', 'Selesai'],
  ];
  const merges = [{ firstRow: 1, lastRow: 1, firstColumn: 4, lastColumn: 5 }];
  let month = 0;
  let first = 0;
  events.forEach((each, index) => {
    if (each.from.month !== month) {
      month = each.from.month;
      rows.push([`BULAN ${nameOf(each.from).toUpperCase()} ${each.from.year}`]);
    }
    const before = events[index - 1];
    const goesOn = before?.from.equals(each.from) === true;
    const struck = (value: Written): Written =>
      each.isCancelled && (typeof value === 'string' || typeof value === 'number') && value !== ''
        ? { value, isStruck: true }
        : value;
    const at = rows.push(
      [
        index + 1,
        goesOn ? '' : weekday(each.from),
        goesOn ? '' : oneOf<Written>([day(each.from.toString()), words(each.from)], chance),
        each.start,
        each.end === 'selesai' ? oneOf(openEnds, chance) : each.end,
        each.event,
        each.institution,
        each.place,
        joined(each, chance),
      ].map(struck),
    );
    if (!goesOn) first = at;
    else {
      const last = merges.findIndex(
        ({ firstRow, firstColumn }) => firstRow === first && firstColumn === 2,
      );
      if (last >= 0) merges.splice(last, 2);
      merges.push(
        { firstRow: first, lastRow: at, firstColumn: 2, lastColumn: 2 },
        { firstRow: first, lastRow: at, firstColumn: 3, lastColumn: 3 },
      );
    }
  });
  return {
    name: 'merged cells',
    ledger: { name: 'mingguan.xlsx', sheets: oneSheet(rows, { merges }) },
    events,
  };
};

/** Nobody named the columns. */
const withoutHeader = (): MadeLedger => {
  const chance = chanceFrom(17);
  const events = someEvents(7, { year: 2025, aMonth: 2 }).map((each) => ({
    ...each,
    to: each.from,
    officers: [],
    remark: '',
  }));
  const rows = events.map((each) => [
    words(each.from),
    hoursIn(each, chance),
    each.event,
    each.institution,
    each.place,
    each.isCancelled ? 'batal' : '',
  ]);
  return {
    name: 'one without a header',
    ledger: { name: 'catatan.csv', sheets: oneSheet(rows) },
    events,
  };
};

/** A calendar: days side by side. */
const calendar = (): MadeLedger => {
  const events = someEvents(8, { year: 2025, aMonth: 5 })
    .filter(({ from }) => from.dayOfWeek <= 5)
    .map((each) => ({ ...each, to: each.from, end: '', officers: [], remark: '' }))
    .filter(
      (each, index, all) =>
        all.findIndex((other) => other.from.equals(each.from) && other.start === each.start) ===
        index,
    );
  const weeks = new Map<string, ToldEvent[]>();
  for (const each of events) {
    const monday = each.from.subtract({ days: each.from.dayOfWeek - 1 }).toString();
    weeks.set(monday, [...(weeks.get(monday) ?? []), each]);
  }
  const rows: (readonly Written[])[] = [['JADWAL RUANG VICON']];
  const inOrder: ToldEvent[] = [];
  for (const [monday, held] of weeks) {
    const days = [0, 1, 2, 3, 4].map((add) => Temporal.PlainDate.from(monday).add({ days: add }));
    rows.push(['Jam', ...days.map((each) => `${weekday(each)}\n${digits(each)}`)]);
    for (const start of [...new Set(held.map((each) => each.start))].sort()) {
      const cells = days.map((date) =>
        held.find((each) => each.from.equals(date) && each.start === start),
      );
      inOrder.push(...cells.filter((each) => each !== undefined));
      rows.push([
        start,
        ...cells.map(
          (each) =>
            each &&
            [
              each.event,
              `(${each.institution})`,
              each.place,
              ...(each.isCancelled ? ['BATAL'] : []),
            ].join('\n'),
        ),
      ]);
    }
    rows.push([]);
  }
  return {
    name: 'a calendar',
    ledger: { name: 'jadwal ruang.xlsx', sheets: oneSheet(rows) },
    events: inOrder,
  };
};

/** Answers of an old form: long questions, stamps, phones without their 0; a few hundred. */
const oldForm = (): MadeLedger => {
  const chance = chanceFrom(19);
  const events = someEvents(9, { year: 2025, aMonth: 20 }).map((each) => ({ ...each, remark: '' }));
  const header = [
    'Timestamp',
    'Alamat email',
    'Nama lengkap yang mengajukan permohonan',
    'Dari instansi / OPD mana?',
    'Nomor WhatsApp yang aktif',
    'Apa judul kegiatan Anda?',
    'Tanggal berapa kegiatan dimulai?',
    'Sampai tanggal berapa? (bila lebih dari sehari)',
    'Jam berapa kegiatan dimulai?',
    'Jam berapa selesai?',
    'Lokasi kegiatan di mana?',
    'Layanan yang diminta',
    'Berapa peserta?',
    'Petugas',
    'Status',
  ];
  const rows = events.map((each, index) => [
    { value: dayNumber(each.from) - 3 + index / 1000, isMoment: true as const },
    `pemohon${index}@contoh.test`,
    `Pemohon ${index + 1}, S.Sos.`,
    oneOf([each.institution, `${each.institution} `], chance),
    oneOf<Written>([81_200_000_000 + index, `0812-0000-${String(index).padStart(4, '0')}`], chance),
    each.event,
    oneOf<Written>(
      [day(each.from.toString()), digits(each.from), `${weekday(each.from)}, ${words(each.from)}`],
      chance,
    ),
    both(each) ? day(each.to.toString()) : '',
    oneOf<Written>([hour(each.start), each.start, `${each.start.replace('.', ':')} WITA`], chance),
    each.end === 'selesai'
      ? oneOf(openEnds, chance)
      : oneOf<Written>([hour(each.end), each.end], chance),
    each.place,
    oneOf(['Link + Operator', 'Operator saja', 'Fasilitasi Zoom'], chance),
    oneOf<Written>([50, '100 orang', '± 75 org', '1.250'], chance),
    joined(each, chance),
    each.isCancelled ? 'Batal' : oneOf(['OK', 'Selesai', ''], chance),
  ]);
  return {
    name: 'answers of an old form',
    ledger: {
      name: 'jawaban.xlsx',
      sheets: oneSheet([header, ...rows], { name: 'Form Responses 1' }),
    },
    events,
  };
};

const dayNumber = (date: Temporal.PlainDate): number =>
  Temporal.PlainDate.from('1899-12-30').until(date, { largestUnit: 'days' }).days;

/** An agenda with pages: headers repeated, month titles, wrapped lines, contacts and meeting numbers; a few hundred. */
const agenda = (): MadeLedger => {
  const chance = chanceFrom(20);
  const events = someEvents(10, { year: 2024, aMonth: 18 });
  const header = [
    'No',
    'Hari/Tanggal',
    'Waktu',
    'Uraian Kegiatan',
    'Bidang/OPD',
    'Narahubung',
    'Tempat',
    'Meeting ID / Passcode',
    'Operator',
    'Ket.',
  ];
  const rows: (readonly Written[])[] = [['BUKU AGENDA VIDEO CONFERENCE'], ['Tahun 2024'], header];
  let month = 0;
  events.forEach((each, index) => {
    if (each.from.month !== month) {
      month = each.from.month;
      rows.push([], ['', `BULAN ${nameOf(each.from).toUpperCase()} ${each.from.year}`]);
    }
    if (index % 40 === 39) rows.push(header);
    const isWrapped = chance() < 0.1;
    const [lead = '', ...rest] = each.event.split(' ');
    const dayText = both(each)
      ? `${each.from.day} s/d ${words(each.to)}`
      : oneOf(
          [
            `${weekday(each.from)}, ${words(each.from)}`,
            digits(each.from),
            `${weekday(each.from)}/${digits(each.from, '-')}`,
            `${two(each.from.day)} ${nameOf(each.from).slice(0, 3)} ${String(each.from.year).slice(2)}`,
          ],
          chance,
        );
    rows.push([
      index + 1,
      dayText,
      hoursIn(each, chance),
      isWrapped ? lead : each.event,
      each.institution,
      oneOf(
        [
          `Pemohon ${index} (0812000${String(index).padStart(5, '0')})`,
          `Pemohon ${index} / 812000${String(index).padStart(5, '0')}`,
        ],
        chance,
      ),
      each.place,
      `9${String(10_000_000 + index * 7)}22 / sandi${index}`,
      joined(each, chance),
      remarkOf(each, chance),
    ]);
    if (isWrapped) rows.push(['', '', '', rest.join(' ')]);
  });
  rows.push(
    [],
    ['', 'Jumlah', '', `${events.length} kegiatan`],
    ['', '', '', '', '', '', 'Mengetahui,'],
    ['', '', '', '', '', '', 'Contoh Kepala, M.Si.'],
  );
  return {
    name: 'an agenda with pages',
    ledger: { name: 'agenda.csv', sheets: oneSheet(rows) },
    events,
  };
};

export const madeLedgers = (): readonly MadeLedger[] => [
  monthSheets(),
  letterRegister(),
  inEnglish(),
  twoTables(),
  daysAbove(),
  mergedCells(),
  withoutHeader(),
  calendar(),
  oldForm(),
  agenda(),
];
