import type { OfficeSettings } from '../cases/desk.ts';
import { fold } from './spelling.ts';
import { clausesOf, courtesies, type KindIn, negations, vocabulary, type Word } from './words.ts';

/** How Pengaturan names the office; its own name is known beside the names that everybody uses. */
export interface OurNames {
  readonly office?: string;
  readonly team?: string;
  /** Every institution of Pengaturan: a word of their names is no slip in one of ours. */
  readonly institutions?: OfficeSettings['institutions'];
}

/**
 * Whose a name is, as far as it says: `ours` only when nothing speaks of another office, since "Kominfo" is in the
 * names of a ministry and of every regency; `others` for any other name; `unclear` when both or a denial stand there,
 * and when it names nobody: "Ya", "kami sendiri".
 */
export type OfficeNamed = 'ours' | 'others' | 'unclear';

export const officeNamedIn = (text: string, names: OurNames): OfficeNamed => {
  const pieces = clausesOf(withOurName(text, names).replaceAll('.', ' '))
    .flatMap(piecesOf)
    .map((piece) => sorted(piece, names));
  const owners = new Set(pieces.map(ownerOfPiece));
  const hasAsker = pieces.some(
    (words) => words.some(isAsker) && (owners.has('others') || ownerOfPiece(words) === 'nobody'),
  );
  owners.delete('nobody');
  const [only] = owners;
  return owners.size === 1 && only !== undefined && only !== 'nobody' && !hasAsker
    ? only
    : 'unclear';
};

/** "Kami dan Kemendagri": whoever asks hosts as well, and which of the two is open. */
const isAsker = ({ text }: Word<OfficeWord>): boolean => /^(?:kami|kita|saya|aku|sy)$/.test(text);

/** Every word of the name is ours: a unit of the office, or the office by one of its names. */
export const isOurUnit = (text: string, names: OurNames): boolean => {
  const words = sorted(withOurName(text, names), names);
  return (
    words.some(({ kind }) => kind === 'ours') &&
    words.every(({ kind }) => kind === 'ours' || kind === 'unit' || kind === 'place')
  );
};

/** "Pertanian" is two slips away from "persandian" and stands in the name of another institution. */
const sorted = (text: string, { institutions }: OurNames): readonly Word<OfficeWord>[] => {
  const known = institutions === undefined ? undefined : wordsOf(institutions);
  return sort(text).map((word) =>
    word.kind === 'ours' && !ourWords.has(word.text) && known?.has(word.text) === true
      ? { ...word, kind: 'unknown' }
      : word,
  );
};

const wordsOf = (institutions: NonNullable<OurNames['institutions']>): ReadonlySet<string> => {
  const before = prepared.get(institutions);
  if (before !== undefined) return before;
  const words = new Set(
    institutions.flatMap(({ name, spellings }) =>
      [name, ...spellings].flatMap((one) => fold(one).split(' ')),
    ),
  );
  prepared.set(institutions, words);
  return words;
};

/** Each list is prepared once, because every row asks. */
const prepared = new WeakMap<NonNullable<OurNames['institutions']>, ReadonlySet<string>>();

/** Says of which regency, ministry or province an office is that is not of this government. */
export const namesAnotherGovernment = (text: string): boolean =>
  sort(text).some(({ kind, text: word }) => kind === 'others' && !ordinary.has(word));

const ordinary: ReadonlySet<string> = new Set([
  'lain',
  'lainnya',
  'opd',
  'pemohon',
  'panitia',
  'utara',
  'selatan',
  'barat',
  'timur',
  'tengah',
  'pusat',
]);

/** Our names as the one word that `sort` knows. */
const withOurName = (text: string, { office = '', team = '' }: OurNames): string => {
  let plain = text.toLowerCase();
  for (const name of [office, team].map((one) => one.toLowerCase().trim()))
    if (fold(name).includes(' ')) plain = plain.replaceAll(name, ' kominfotik ');
  return plain.replaceAll(
    /\bkomunikasi[\s,]+(?:dan |& ?)?informatika(?:[\s,]+(?:dan |& ?)?(?:statistik|persandian)){0,2}\b/g,
    'kominfotik',
  );
};

const piecesOf = (clause: string): readonly string[] =>
  clause.split(/[&+]|\b(?:dan|serta|bersama|melalui|lewat|atau)\b/);

const ours =
  'kominfotik diskominfotik kominfo diskominfo infokom persandian sandi aptika kominfotek diskominfotek';
const ourWords: ReadonlySet<string> = new Set(ours.split(' '));

const sort = vocabulary({
  ours,
  others:
    'kementerian kementrian kemen kemenkominfo kemkominfo kemkomdigi komdigi kemkomdig menteri menkominfo republik indonesia ri nasional negara pusat kota kabupaten kab kabgor bone bolango bonebol boalemo pohuwato limboto gorut utara selatan barat timur tengah sulawesi sulut sulsel sulteng sultra sulbar jakarta jawa dki jabar jateng jatim bali maluku papua kalimantan sumatera riau aceh manado palu makassar lain lainnya opd pemohon panitia balai ditjen dirjen direktorat universitas kecamatan desa bkn',
  not: negations,
  self: 'belum blm tahu tau ditentukan pasti kami kita aku sy sendiri ya iya ada tidak zoom link host tuan penyelenggara operator online meeting rapat saya',
  place: 'provinsi prov propinsi prop gorontalo gtlo pemerintah pemprov daerah',
  unit: `dinas bidang seksi tim kerja unit layanan bagian subbagian subbag sub sekretariat uptd upt staf jaringan statistik keamanan informasi kepala kadis pak bu mohon disiapkan disediakan difasilitasi oleh dari akun lisensi di pihak ${courtesies}`,
});

type OfficeWord = KindIn<typeof sort>;

const ownerOfPiece = (words: readonly Word<OfficeWord>[]): OfficeNamed | 'nobody' => {
  const has = (kind: OfficeWord | 'unknown'): boolean => words.some((word) => word.kind === kind);
  if (has('not')) return 'unclear';
  if (has('others')) return 'others';
  if (has('ours')) return has('unknown') ? 'unclear' : 'ours';
  if (has('unknown')) return 'others';
  return 'nobody';
};
