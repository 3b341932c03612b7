/** Words by which a position, a title or "not known yet" is told apart from a person's name. */
import { fold } from './spelling.ts';

/** With which a position begins: "Sekretaris Daerah", "Kadis", "Asisten I". */
const roles: ReadonlySet<string> = new Set(
  [
    'kepala kabiro kadis kadin kaban kabid kabag kasi kasubag kasubbag kasubbid kasubid karo kasat kakanwil kepsek kades',
    'sekretaris sekda sekdaprov sekdakab sekdakot sekdis sekban sekwan sekcam sekjen sekdes sesban sesdis sesmen sestama',
    'asisten asda asdep staf stafsus gubernur wagub bupati wabup walikota wawali wali camat lurah direktur dirut dirjen deputi',
    'menteri mendagri menkes menkeu menkominfo menkomdigi mendikbud menpan menpanrb mensos mentan wamen presiden wapres',
    'ketua wakil koordinator subkoordinator inspektur irban irjen irda pimpinan pejabat pelaksana penjabat rektor dekan',
    'kapolda kapolres kapolri kapolsek kajati kajari kajagung danrem dandim danlanal panglima komandan jubir juru',
    'pranata analis sandiman widyaiswara auditor perencana penyuluh manajer manager bendahara anggota panitera hakim jaksa',
    'plt plh pj pjs pgs tenaga kuasa pembina pengawas kanit kasubdit kabagops ppk kpa moderator narasumber',
  ].flatMap((line) => line.split(' ')),
);

/** What an office is called: in brackets behind a position it names the office, nobody's name. */
const unitWords: ReadonlySet<string> = new Set(
  [
    'dinas badan biro bagian bidang seksi sekretariat kantor kecamatan kelurahan desa provinsi prov kabupaten kab kota',
    'gorontalo bone bolango boalemo pohuwato utara kesehatan pendidikan sosial perhubungan pertanian kelautan perikanan',
    'kehutanan lingkungan hidup pekerjaan umum kominfo kominfotik komunikasi informatika statistik pariwisata perindustrian',
    'perdagangan pemberdayaan perempuan anak kependudukan kepegawaian keuangan aset pangan tenaga kerja transmigrasi',
    'pemerintahan perekonomian pembangunan administrasi kesejahteraan rakyat hukum organisasi daerah setda dprd inspektorat',
    'rumah sakit puskesmas rsud bappeda bapppeda dinkes diknas dikbud bkd bkpsdm bpkad bpbd pupr satpol pp aptika persandian ri',
  ].flatMap((line) => line.split(' ')),
);

/** Nothing is said about who leads: "belum ditentukan", "masih menunggu arahan". */
const undecided: ReadonlySet<string> = new Set(
  'belum blm tidak tdk tak ada diketahui ditentukan ditetapkan tahu jelas pasti fix dikonfirmasi konfirmasi terkonfirmasi menyusul masih akan nanti dalam menunggu nunggu arahan petunjuk disposisi penunjukan info informasi lanjut lebih kemudian dikabari disampaikan diinformasikan dikoordinasikan koordinasi dibahas tba tbd tbc na n a nihil kosong pejabat yang memimpin pemimpin pimpinan di'.split(
    ' ',
  ),
);
const decisivelyOpen =
  /\b(?:belum|blm|tidak|tdk|tak|menyusul|menunggu|nunggu|masih|akan|nanti|tba|tbd|tbc|na|n a|nihil|kosong)\b/;

/** What says how sure or how present somebody is, and nothing of who it is. */
const passing: ReadonlySet<string> = new Set(
  'tentatif tentative rencana rencananya sementara jika bila kalau berkenan berhalangan tidak ada diundang undangan daring luring online offline virtual via lewat secara zoom hadir langsung hybrid hybird vc vicon insya allah mungkin kemungkinan dijadwalkan terjadwal'.split(
    ' ',
  ),
);

const wordsOf = (text: string): readonly string[] =>
  fold(text)
    .split(' ')
    .filter((word) => word !== '');

export const isPosition = (text: string): boolean => {
  const words = wordsOf(text);
  const [first = '', second = ''] = words.filter((word) => !addressWords.has(word));
  if (first === 'ka') return unitWords.has(second);
  return roles.has(first);
};

/** "Plt. Kepala Dinas" acts as something; "(Plt.)" alone is no position and no name. */
export const isUndecided = (text: string): boolean => {
  const words = wordsOf(text);
  return (
    words.length > 0 &&
    words.every((word) => undecided.has(word)) &&
    (decisivelyOpen.test(words.join(' ')) || words.join('') === 'na')
  );
};

export const isPassingRemark = (text: string): boolean => {
  const words = wordsOf(text);
  return (
    words.length === 0 ||
    words.every((word) => passing.has(word)) ||
    (isUndecided(text) && words.length < 5 && !words.includes('hadir'))
  );
};

/** Somebody's name, as far as one can tell: no position, no office, no lone abbreviation of either. */
export const isNameLike = (text: string): boolean => {
  const words = wordsOf(text);
  if (words.length === 0 || isPosition(text) || isDegrees(text)) return false;
  if (words.some((word) => unitWords.has(word))) return hasTitle(text);
  return !/^[A-Z]{2,8}$/.test(text.trim());
};

/** "S.E., M.Si." */
export const isDegrees = (text: string): boolean =>
  text.split(',').every((part) => /^\s*(?:\p{L}{1,6}\.)+\p{L}{0,5}\.?\s*$/u.test(part));

const hasTitle = (text: string): boolean => titleStart.test(` ${text}`) || degree.test(text);
const degree = /,\s*\p{Lu}\p{L}{0,3}\./u;

/** A title in front of a name, where a name begins inside a text. */
export const titleStart =
  /[\s,](?=(?:dr|drs|dra|drg|drh|ir|prof|h|hj|kh|apt|ns|Bapak|Ibu|Bpk|Sdr|Sdri)\.?\s+\p{Lu})/iu;

const addressWords: ReadonlySet<string> = new Set([
  'bapak',
  'ibu',
  'bpk',
  'pak',
  'bu',
  'yth',
  'yang',
  'terhormat',
  'dan',
]);

/** "Bapak", "Ibu", "Yth." in front of a name or position are ways to address, not part of either. */
export const withoutAddress = (text: string): string =>
  text.replace(
    /^(?:(?:yth\.?|yang terhormat|bapak|ibu|bpk\.?|pak|bu|sdr\.?|sdri\.?)(?:\s*[/&]\s*(?:bapak|ibu))?[\s:,]+)+(?=\S)/i,
    '',
  );
