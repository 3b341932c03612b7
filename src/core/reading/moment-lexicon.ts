import type { Zone } from '../cases/request.ts';
import type { PartOfDay } from './clock-hour.ts';

/** What a word or a sign in a cell of days and times means. */
export type WordMeaning =
  | { readonly kind: 'month'; readonly month: number }
  | { readonly kind: 'weekday'; readonly weekday: number }
  | { readonly kind: 'zone'; readonly zone: Zone }
  | { readonly kind: 'part'; readonly part: PartOfDay }
  /** A prayer, and the minutes of the day between which something "after" it begins. */
  | { readonly kind: 'prayer'; readonly earliest: number; readonly latest: number }
  /** "besok": so many days after the request was made. */
  | { readonly kind: 'relative'; readonly days: number }
  /** A sign that parts what stands before and after it. */
  | { readonly kind: 'mark'; readonly mark: string }
  | {
      readonly kind:
        | 'until'
        | 'latest'
        | 'and'
        | 'or'
        | 'end'
        | 'clock'
        | 'minutes'
        | 'half'
        | 'quarter'
        | 'past'
        | 'less'
        | 'after'
        /** Says nothing that would change a day or a time. */
        | 'filler'
        | 'days'
        | 'ordinal'
        | 'session'
        /** What stands behind it says where or how, not when. */
        | 'place'
        /** "(benar)": what looks unlikely is meant. */
        | 'really'
        /** "sama": the end is on the day of the start. */
        | 'same'
        | 'denial';
    };

const phrases = (meaning: WordMeaning, ...spellings: readonly string[]): readonly LexiconEntry[] =>
  spellings.map((spelling) => [spelling, meaning]);

type LexiconEntry = readonly [string, WordMeaning];

const zone = (name: Zone, offset: number, ...spellings: readonly string[]) =>
  phrases(
    { kind: 'zone', zone: name },
    ...spellings,
    ...[`${offset}`, `0${offset}`, `${offset} : 00`, `0${offset} : 00`].flatMap((hours) => [
      `gmt + ${hours}`,
      `utc + ${hours}`,
      `gmt ${hours}`,
      `utc ${hours}`,
    ]),
    `+ 0${offset} : 00`,
    `+ 0${offset}00`,
  );
const part = (name: PartOfDay, ...spellings: readonly string[]) =>
  phrases({ kind: 'part', part: name }, ...spellings);
const prayer = (earliest: number, latest: number, ...spellings: readonly string[]) =>
  phrases({ kind: 'prayer', earliest: earliest * 60, latest: latest * 60 }, ...spellings);

/** Words and signs with a space between each two, in lower case and without accents. */
const entries: readonly LexiconEntry[] = [
  ...phrases(
    { kind: 'until' },
    ...['s / d', 's / d .', 's . d', 's . d .', 's d', 's d .', 'sd', 'sd .', 's . / d', 's / . d'],
    ...['sampai', 'sampai dengan', 'sampai dg', 'sampai dgn', 'sampe', 'smp', 'smpai', 'hingga'],
    ...['to', 'until', 'till', 'thru', '~', '-', '>', '→', 'berakhir'],
  ),
  ...phrases(
    { kind: 'latest' },
    ...[
      'maks',
      'maks .',
      'maksimal',
      'max',
      'max .',
      'paling lambat',
      'paling lama',
      'selambatnya',
    ],
    ...['selambat lambatnya', 'selambat - lambatnya'],
  ),
  ...phrases({ kind: 'and' }, 'dan', '&', '+', 'serta', 'dn', 'and'),
  ...phrases({ kind: 'or' }, 'atau', 'or', 'ataupun'),
  ...phrases(
    { kind: 'end' },
    ...['selesai acara', 'selesai kegiatan', 'selesai rapat', 'acara selesai', 'kegiatan selesai'],
    ...['rapat selesai', 'selesai', 'slesai', 'seleai', 'rampung', 'usai', 'finish', 'done', 'end'],
    ...['tuntas', 'dst', 'dst .', 'seterusnya', 'dan seterusnya', 'onwards', 'onward', 'finis'],
    ...['acara usai', 'akhir acara', 'acara berakhir', 'berakhirnya acara', 'selesainya acara'],
    ...['selesainya kegiatan', 'selesainya rapat', 'kelar', 'acara tuntas', 'slsai', 'slse'],
  ),
  ...phrases({ kind: 'clock' }, 'pukul', 'pkl', 'pk', 'jam', 'jm', 'pukuk', 'pukl', '@', 'at'),
  ...phrases({ kind: 'minutes' }, 'menit', 'mnt'),
  ...phrases({ kind: 'half' }, 'setengah', 'stngah', 'stgh', 'setngah'),
  ...phrases({ kind: 'quarter' }, 'seperempat'),
  ...phrases({ kind: 'past' }, 'lewat', 'lebih', 'lbh', 'lwt'),
  ...phrases({ kind: 'less' }, 'kurang', 'krg'),
  ...phrases(
    { kind: 'filler' },
    ...[
      'kurang lebih',
      'lebih kurang',
      'kira kira',
      'kira - kira',
      'sekitar',
      'sekira',
      '±',
      '+ -',
    ],
    ...['+ / -', 'estimasi', 'perkiraan', 'diperkirakan', 'tepat', 'tepatnya', 'mulai', 'dimulai'],
    ...['mulai dari', 'dari', 'sejak', 'start', 'from', 'on time', 'tepat waktu', 'waktu', 'pada'],
    ...['tanggal', 'tgl', 'tanggl', 'tngl', 'tahun', 'thn', 'bulan', 'bln', 'of', 'the', 'on'],
    ...['waktu setempat', 'ca', 'jadwal', 'hari tanggal', 'hari / tanggal', 'hari / tgl', 'yaitu'],
    ...['kegiatan', 'acara', 'pelaksanaan', 'waktu pelaksanaan', 'teng', 'selama', 'yakni'],
    ...['ini', 'rencana', 'rencananya', 'direncanakan', 'insya allah', 'masehi'],
    ...['sharp', 'hari , tanggal', 'hari , tgl', 'hari dan tanggal', 'date', 'time', 'kl'],
  ),
  ...phrases({ kind: 'days' }, 'hari', 'hari kerja', 'hr', 'days', 'day'),
  ...phrases({ kind: 'ordinal' }, 'st', 'nd', 'rd', 'th'),
  ...phrases({ kind: 'session' }, 'sesi', 'tahap', 'gelombang', 'batch', 'angkatan', 'hari ke'),
  ...phrases(
    { kind: 'place' },
    ...['di', 'bertempat', 'via', 'melalui', 'secara', 'lewat zoom', 'dengan', 'untuk', 'oleh'],
  ),
  ...phrases({ kind: 'really' }, 'benar', 'memang benar', 'sudah benar', 'betul'),
  ...phrases(
    { kind: 'same' },
    ...[
      'sama',
      'idem',
      'sda',
      'sda .',
      's . d . a',
      's . d . a .',
      'n / a',
      'na',
      'hari yang sama',
    ],
    ...[
      'hari yg sama',
      'hari itu juga',
      'hari itu',
      'tanggal yang sama',
      'tgl yg sama',
      'sama saja',
      'sama dengan tanggal mulai',
      'sama dgn tanggal mulai',
      'sama dengan tgl mulai',
      'sama dengan mulai',
      'sehari',
      'sehari saja',
    ],
  ),
  ...phrases(
    { kind: 'denial' },
    ...['tidak', 'bukan', 'jangan', 'batal', 'dibatalkan', 'tunda', 'ditunda', 'undur', 'diundur'],
    ...[
      'ganti',
      'diganti',
      'belum',
      'kecuali',
      'tanpa',
      'pindah',
      'dipindah',
      'dipindahkan',
      'tdk',
    ],
    ...['ubah', 'diubah', 'berubah', 'dimajukan', 'dimundurkan', 'mundur', 'maju', 'reschedule'],
    ...[
      'cancel',
      'canceled',
      'cancelled',
      'libur',
      'salah',
      'blm',
      'gagal',
      'sebelum',
      'not',
      'no',
    ],
    ...['kecuali', 'selain', 'tak', 'nggak', 'ga', 'gak', 'menjadi', 'jadi', 'diralat', 'ralat'],
  ),
  ...phrases(
    { kind: 'after' },
    ...['bada', 'bakda', 'ba da', 'setelah', 'sesudah', 'selepas', 'habis', 'usai sholat'],
    ...['sholat', 'salat', 'shalat', 'solat', 'stlh', 'ba d'],
  ),
  ...prayer(4, 7, 'bada subuh', 'bakda subuh', 'setelah subuh', 'sholat subuh'),
  ...prayer(11.5, 15, 'dzuhur', 'zuhur', 'dhuhur', 'duhur', 'zhuhur', 'lohor', 'dzuhr', 'zuhr'),
  ...prayer(11.5, 15, 'bada jumat', 'bakda jumat', 'sholat jumat', 'salat jumat', 'shalat jumat'),
  ...prayer(11.5, 15, 'solat jumat', 'jumatan', 'setelah jumatan'),
  ...prayer(14.5, 18, 'ashar', 'asar', 'asyar', 'ashr'),
  ...prayer(17.5, 20, 'magrib', 'maghrib', 'mahgrib'),
  ...prayer(18.5, 22, 'isya', 'isha', 'isak', 'isyak'),
  ...phrases({ kind: 'relative', days: 0 }, 'hari ini'),
  ...phrases({ kind: 'relative', days: 1 }, 'besok', 'esok', 'besok hari', 'esok hari'),
  ...phrases({ kind: 'relative', days: 2 }, 'lusa'),
  ...zone(
    'WITA',
    8,
    ...['wita', 'w . i . t . a', 'w . i . t . a .', 'wit a', 'witta', 'wiita', 'witaa', 'wta'],
    ...['waktu indonesia tengah', 'waktu indonesia bagian tengah', 'indonesia tengah'],
    ...['indonesia bagian tengah', 'waktu gorontalo', 'waktu makassar', 'waktu sulawesi'],
    ...['asia / makassar', 'waktu bali', 'waktu manado', 'waktu tengah'],
  ),
  ...zone(
    'WIB',
    7,
    ...[
      'wib',
      'w . i . b',
      'w . i . b .',
      'wibb',
      'wiib',
      'waktu indonesia barat',
      'indonesia barat',
    ],
    ...['waktu indonesia bagian barat', 'indonesia bagian barat', 'waktu jakarta'],
    ...['asia / jakarta', 'waktu barat', 'waktu pusat'],
  ),
  ...zone(
    'WIT',
    9,
    ...['wit', 'w . i . t', 'w . i . t .', 'waktu indonesia timur', 'indonesia timur'],
    ...['waktu indonesia bagian timur', 'indonesia bagian timur', 'waktu jayapura'],
    ...['asia / jayapura', 'waktu papua', 'waktu ambon', 'waktu timur'],
  ),
  ...part('dini hari', 'dini hari', 'dinihari', 'subuh'),
  ...part('pagi', 'pagi', 'pg', 'pagi hari', 'morning', 'pgi'),
  ...part('siang', 'siang', 'sng', 'siang hari', 'siag'),
  ...part('sore', 'sore', 'petang', 'sore hari', 'sor', 'afternoon'),
  ...part('malam', 'malam', 'mlm', 'malam hari', 'mlam', 'night', 'malem'),
  ...part('am', 'am', 'a . m', 'a . m .'),
  ...part('pm', 'pm', 'p . m', 'p . m .'),
  ...phrases({ kind: 'weekday', weekday: 5 }, 'jum at', 'juma t'),
  ...['(', '[', '{'].flatMap((sign) => phrases({ kind: 'mark', mark: '(' }, sign)),
  ...[')', ']', '}'].flatMap((sign) => phrases({ kind: 'mark', mark: ')' }, sign)),
  ...['/', '\\', '|', '=', ';', ','].flatMap((mark) => phrases({ kind: 'mark', mark }, mark)),
  ...['.', ':', '\n'].flatMap((mark) => phrases({ kind: 'mark', mark }, mark)),
  ...phrases({ kind: 'filler' }, '!', '*', '"', "'", '•', '“', '”', '’', '‘', '`', '´'),
];

/** Every spelling with its meaning; a phrase is its words and signs with a space between each two. */
export const lexicon: ReadonlyMap<string, WordMeaning> = new Map(entries);

/** How many words and signs the longest phrase has. */
export const longestPhrase = Math.max(...entries.map(([phrase]) => phrase.split(' ').length));
