/**
 * Three more old ledgers, of dirt that the ten do not have: a text file of another encoding with weeks and "sda", Roman months
 * beside sheets that only count, and two events in a row. Nothing here reads a ledger.
 */
import { csvRows } from '../../../src/attendance/csv-rows.ts';
import type { OldSheet } from '../../../src/core/import/old-ledger.ts';
import {
  both,
  chanceFrom,
  hoursIn,
  joined,
  type MadeLedger,
  nameOf,
  oneOf,
  oneSheet,
  remarkOf,
  someEvents,
  type ToldEvent,
  two,
  weekday,
  words,
} from './made-ledgers.ts';
import { sheet, type Written } from './old-ledgers.ts';

/** Of what stands outside of Latin-1, where Windows keeps it. */
const windows1252: ReadonlyMap<string, number> = new Map([
  ['–', 0x96],
  ['“', 0x93],
  ['”', 0x94],
  ['’', 0x92],
]);

const asWindows1252 = (text: string): Uint8Array =>
  Uint8Array.from([...text].map((sign) => windows1252.get(sign) ?? sign.charCodeAt(0)));

const quotedCell = (cell: string): string =>
  /[;"\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** What people write in place of what stands above. */
const dittos = ['sda', 's.d.a.', 'idem', '"', '-"-', 'Sda.'] as const;

/** A page a week with its title, days as "Sen, 3/8/26", "sda" below each other, saved by Excel as text. */
const weeklyText = (): MadeLedger => {
  const chance = chanceFrom(21);
  const events = someEvents(11, { year: 2026, aMonth: 5, months: 9 }).map((each) => ({
    ...each,
    to: each.from,
    event: oneOf([each.event, `“${each.event}”`, `${each.event} – Tahap I`], chance),
    remark: each.remark === '' ? '' : 'link dari pusat – résumé menyusul',
  }));
  const rows: string[][] = [
    ['AGENDA VIDCON MINGGUAN'],
    [],
    ['No', 'Hari/Tgl', 'Waktu', 'Kegiatan', 'OPD', 'Tempat', 'Petugas', 'Ket.'],
  ];
  let week = '';
  events.forEach((each, index) => {
    const monday = each.from.subtract({ days: each.from.dayOfWeek - 1 });
    const isNewWeek = monday.toString() !== week;
    if (isNewWeek) {
      week = monday.toString();
      const ahead = monday.add({ days: 4 });
      rows.push(...(chance() < 0.5 ? [[]] : []), [
        '',
        `MINGGU KE-${Math.ceil(ahead.day / 7)} (${words(monday)} – ${words(ahead)})`,
      ]);
    }
    const before = isNewWeek ? undefined : events[index - 1];
    const ditto = (value: string, above: string | undefined): string =>
      value === above && value !== '' && chance() < 0.8 ? oneOf(dittos, chance) : value;
    const dayOf = ({ from }: ToldEvent): string =>
      `${weekday(from).slice(0, 3)}, ${from.day}/${from.month}/${String(from.year).slice(2)}`;
    rows.push([
      String(index + 1),
      ditto(dayOf(each), before && dayOf(before)),
      `${each.start} s.d. ${each.end}`,
      each.event,
      ditto(each.institution, before?.institution),
      ditto(each.place, before?.place),
      ditto(each.officers.join(', '), before?.officers.join(', ')),
      remarkOf(each, chance),
    ]);
  });
  const text = rows.map((cells) => cells.map(quotedCell).join(';')).join('\r\n');
  return {
    name: 'a weekly text of another encoding',
    ledger: {
      name: 'agenda mingguan.csv',
      sheets: oneSheet(csvRows(asWindows1252(text)) ?? []),
    },
    events,
  };
};

const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

/** Roman months in days and letter numbers, beside sheets that only count, and a hidden list of names. */
const romanMonths = (): MadeLedger => {
  const chance = chanceFrom(22);
  const events = someEvents(12, { year: 2025, aMonth: 4 });
  const roman = ({ from }: Pick<ToldEvent, 'from'>): string => romans[from.month - 1] ?? '';
  const dayOf = (each: ToldEvent): string =>
    both(each)
      ? `${each.from.day} s.d. ${each.to.day} ${roman({ from: each.to })} ${each.to.year}`
      : oneOf(
          [
            `${each.from.day}/${roman(each)}/${each.from.year}`,
            `${two(each.from.day)}-${roman(each)}-${each.from.year}`,
            `${each.from.day} ${roman(each)} ${each.from.year}`,
          ],
          chance,
        );
  const rows = events.map((each, index) => [
    `${index + 1}.`,
    `005/${index + 12}/SEKR/${roman(each)}/${each.from.year}`,
    dayOf(each),
    hoursIn(each, chance),
    each.event,
    each.institution,
    each.place,
    joined(each, chance),
    remarkOf(each, chance),
  ]);
  const header = [
    'No.',
    'Nomor Surat',
    'Tanggal Kegiatan',
    'Pukul',
    'Perihal',
    'OPD Pemohon',
    'Tempat',
    'Pelaksana',
    'Keterangan',
  ];
  const offices = [...new Set(events.map(({ institution }) => institution))];
  const countOf = (office: string, month: number): number =>
    events.filter(({ institution, from }) => institution === office && from.month === month).length;
  const pivot: OldSheet = sheet(
    [
      ['Count of Perihal', 'Column Labels'],
      ['Row Labels', ...romans, 'Grand Total'],
      ...offices.map((office) => [
        office,
        ...romans.map((_, at) => countOf(office, at + 1)),
        events.filter(({ institution }) => institution === office).length,
      ]),
      [
        'Grand Total',
        ...romans.map((_, at) => events.filter(({ from }) => from.month === at + 1).length),
        events.length,
      ],
    ],
    { name: 'Sheet2' },
  );
  const monthly: OldSheet = sheet(
    [
      ['REKAPITULASI PER BULAN'],
      ['No', 'Bulan', 'Jumlah Kegiatan', 'Terlaksana', 'Batal'],
      ...romans.map((_, at): Written[] => {
        const own = events.filter(({ from }) => from.month === at + 1);
        const off = own.filter(({ isCancelled }) => isCancelled).length;
        return [at + 1, own[0] ? nameOf(own[0].from) : '', own.length, own.length - off, off];
      }),
      ['', 'Jumlah', events.length],
    ],
    { name: 'Rekap' },
  );
  const names: OldSheet = sheet([['Daftar OPD'], ...offices.map((office) => [office])], {
    name: 'ref',
  });
  return {
    name: 'Roman months beside sheets that count',
    ledger: {
      name: 'register 2025.xlsx',
      sheets: [
        names,
        sheet([['REGISTER LAYANAN'], header, ...rows], { name: 'Data' }),
        pivot,
        monthly,
      ],
    },
    events,
  };
};

/** Two studios side by side: each row holds an event of each, or of one. */
const twoStudios = (): MadeLedger => {
  const chance = chanceFrom(23);
  const things = ['Jam', 'Kegiatan', 'OPD', 'Tempat', 'Petugas'];
  const all = someEvents(13, { year: 2025, aMonth: 6 }).map((each) => ({
    ...each,
    to: each.from,
    remark: '',
    isCancelled: false,
  }));
  const rows: (readonly Written[])[] = [
    ['JADWAL STUDIO TAHUN 2025'],
    ['No', 'Tanggal', 'STUDIO A', '', '', '', '', 'STUDIO B', '', '', '', ''],
    ['', '', ...things, ...things],
  ];
  const events: ToldEvent[] = [];
  const cellsOf = (each: ToldEvent | undefined): readonly Written[] =>
    each === undefined
      ? ['', '', '', '', '']
      : [hoursIn(each, chance), each.event, each.institution, each.place, joined(each, chance)];
  for (let at = 0; at < all.length; ) {
    const [first, second] = all.slice(at, at + 2);
    if (first === undefined) break;
    const isPair = second?.from.equals(first.from) === true;
    const isInB = !isPair && chance() < 0.3;
    const [a, b] = isPair ? [first, second] : isInB ? [undefined, first] : [first, undefined];
    rows.push([rows.length - 2, words(first.from), ...cellsOf(a), ...cellsOf(b)]);
    if (a) events.push(a);
    if (b) events.push(b);
    at += isPair ? 2 : 1;
  }
  return {
    name: 'two studios side by side',
    ledger: {
      name: 'studio.xlsx',
      sheets: oneSheet(rows, {
        merges: [
          { firstRow: 2, lastRow: 2, firstColumn: 3, lastColumn: 7 },
          { firstRow: 2, lastRow: 2, firstColumn: 8, lastColumn: 12 },
        ],
      }),
    },
    events,
  };
};

export const dirtierLedgers = (): readonly MadeLedger[] => [
  weeklyText(),
  romanMonths(),
  twoStudios(),
];
