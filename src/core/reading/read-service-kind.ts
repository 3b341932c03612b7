import type { ServiceKind } from '../cases/request.ts';
import type { Cell } from '../sheet/snapshot.ts';
import { answerOf, forReading, isRambling } from './cell-text.ts';
import { eachTextOnce } from './each-text-once.ts';
import { empty, type Reading, read, unreadable, unsure } from './reading.ts';
import { clausesOf, courtesies, type KindIn, negations, vocabulary, type Word } from './words.ts';

/**
 * *Jenis Layanan* in the spellings of real ledgers: "link", "operator dan link", "Fasilitasi Zoon".
 *
 * What is denied ("tanpa operator") or brought along ("operator dari kami sendiri") is not asked for. "Fasilitasi Zoom"
 * and "Live Streaming" name no kind; as the office's whole service they are read as link and operator, and it is
 * said. "Zoom" alone may be any kind and is asked. Words that nobody knows are said, and asked beside a denial.
 */
export const readServiceKind = eachTextOnce((cell: Cell | undefined): Reading<ServiceKind> => {
  const text = answerOf(forReading(cell));
  if (text === undefined) return empty;
  if (isRambling(text) || text.includes('?')) return unclear;
  const wanted = wantedIn(text);
  if (wanted.doubt) return unclear;
  const { link, operator, only } = wanted;
  if (link && operator) return only > 1 ? unclear : understood('link-and-operator', wanted);
  if (operator)
    return wanted.meetingBeside
      ? read('link-and-operator', asWholeService)
      : understood('operator', wanted);
  if (link) return understood('link', wanted);
  if (wanted.denied) return unclear;
  if (wanted.other && !(wanted.assistance && wanted.meeting)) return unreadable;
  if (wanted.streaming || (wanted.assistance && (wanted.meeting || !wanted.left)))
    return read('link-and-operator', asWholeService);
  return wanted.meeting ? unclear : unreadable;
});

/** Says at least that the event is to be streamed: "Live Streaming", "Zoom + YouTube", not "tanpa live". */
export const mentionsStreaming = eachTextOnce((cell: Cell | undefined): boolean => {
  const text = answerOf(forReading(cell)) ?? '';
  return !isRambling(text) && wantedIn(text).streaming;
});

const unclear = unsure(
  'belum menyebut jenisnya dengan jelas. Pilih Link Host saja, Link Host + Operator, atau Operator saja.',
);
const asWholeService = 'dibaca Link Host + Operator. Pilih yang lain bila bukan itu yang dimaksud.';

const names: Readonly<Record<ServiceKind, string>> = {
  link: 'Link Host saja',
  'link-and-operator': 'Link Host + Operator',
  operator: 'Operator saja',
};

const understood = (kind: ServiceKind, { left }: ServiceWanted): Reading<ServiceKind> =>
  left
    ? read(kind, `dibaca ${names[kind]}. Pilih yang lain bila bukan itu yang dimaksud.`)
    : read(kind);

const sort = vocabulary({
  not: negations,
  link: 'link linknya links tautan host hosting akun account lisensi license lisence id room url',
  /** Asks for a link only beside a meeting: "undangan zoom". */
  invitation: 'undangan',
  operator:
    'operator oprator opertor operatornya teknisi petugas pendampingan pendamping mendampingi didampingi personil personel tenaga teknis pengoperasian mengoperasikan',
  assistance:
    'fasilitasi fasilitas memfasilitasi difasilitasi bantuan bantu dibantu dukungan support',
  streaming: 'live streaming livestreaming stream siaran disiarkan langsung youtube yt',
  meeting:
    'zoom zoon zom zoommeeting vicon vidcon meeting meting conference virtual daring online webinar video conferens gmeet meet konferensi teleconference',
  /** Things and services that are none of the kinds. */
  other:
    'peralatan perlatan alat sarana tv televisi wifi internet jaringan laptop komputer proyektor infocus lcd kamera speaker sound mic kursi meja kabel bandwidth dokumentasi peliputan liputan foto videotron rekaman perekaman',
  both: 'keduanya kedua duanya',
  only: 'saja aja hanya cuma cukup doang sj',
  own: 'sendiri sudah sdh telah tersedia milik punya',
  provide: 'disiapkan disediakan siapkan sediakan menyiapkan menyediakan bawa membawa',
  them: 'opd kami panitia instansi dinas bidang pemohon penyelenggara pusat kementerian internal dari oleh',
  us: 'kominfo kominfotik diskominfo diskominfotik persandian',
  doubt:
    'belum blm atau kalau jika bila mungkin terserah tergantung opsional kecuali selain co cohost batal',
  request:
    'permintaan permohonan peminjaman pinjam minta butuh membutuhkan memerlukan perlu diperlukan dibutuhkan usah layanan jenis penyediaan pembuatan buat dibuatkan buatkan pakai pake menggunakan ada tim',
  filler: `${courtesies} lengkap pro aplikasi premium kelas cloud hybrid hibrid standby stand by sebagai it selama berlangsung ruangan lokasi orang serta plus`,
});

type ServiceWord = Word<KindIn<typeof sort>>;
type Content = 'link' | 'operator' | 'streaming';

interface ServiceWanted {
  readonly link: boolean;
  readonly operator: boolean;
  readonly streaming: boolean;
  readonly meeting: boolean;
  /** "Zoom + operator": the meeting is one thing and the operator another. */
  readonly meetingBeside: boolean;
  readonly assistance: boolean;
  readonly other: boolean;
  readonly denied: boolean;
  readonly only: number;
  readonly doubt: boolean;
  readonly left: boolean;
}

const wantedIn = (text: string): ServiceWanted => {
  const clauses = clausesOf(text.replaceAll(/[+&]/g, ' dan ')).map(sort);
  const parts = clauses.map(partOf);
  const wanted = new Set(parts.flatMap(({ wants }) => wants));
  const says = (kind: ServiceWord['kind']): boolean =>
    clauses.some((words) => words.some((word) => word.kind === kind));
  const only = clauses.flat().filter(({ kind }) => kind === 'only').length;
  return {
    link: wanted.has('link') || (says('invitation') && says('meeting')),
    operator: wanted.has('operator'),
    streaming: wanted.has('streaming'),
    meeting: says('meeting'),
    meetingBeside: only === 0 && isMeetingBeside(text),
    assistance: says('assistance'),
    other: says('other') || (says('invitation') && !says('meeting')),
    denied: parts.some(({ denies }) => denies),
    only,
    doubt: parts.some(({ doubt }) => doubt),
    left: says('unknown'),
  };
};

interface ServicePart {
  readonly wants: readonly Content[];
  readonly denies: boolean;
  readonly doubt: boolean;
}

/** What one part of the sentence asks for, after what it denies and what others bring along. */
const partOf = (words: readonly ServiceWord[]): ServicePart => {
  const { wants, denied, isOpen } = afterDenials(words);
  const has = (kind: ServiceWord['kind']): boolean => words.some((word) => word.kind === kind);
  const isAsked =
    has('us') || words.some(({ text }) => /^(?:mohon|minta|tolong|dimohon|harap)$/.test(text));
  const isFromOthers = words.some(
    ({ text }, index) => /^(?:dari|oleh)$/.test(text) && words[index + 1]?.kind === 'them',
  );
  const things = wants.filter((one) => one !== 'streaming');
  const isThere = words.at(-1)?.text === 'ada' && words.at(-2)?.kind === 'operator';
  const isOwn = !isAsked && (has('own') || isThere || (has('provide') && has('them')));
  if (has('doubt') || isOpen || (has('unknown') && denied.length > 0))
    return { wants, denies: denied.length > 0, doubt: true };
  if (isOwn) return { wants: [], denies: true, doubt: things.length !== 1 };
  const isUnclear = !isAsked && things.length > 0 && (has('provide') || isFromOthers);
  return { wants, denies: denied.length > 0, doubt: isUnclear };
};

const contentOf = ({ kind }: ServiceWord): readonly Content[] =>
  kind === 'both'
    ? ['link', 'operator']
    : kind === 'link' || kind === 'operator' || kind === 'streaming'
      ? [kind]
      : [];

/** A denial holds for what follows it, up to "hanya" or "saja"; one that nothing follows, for what stands before it. */
const afterDenials = (words: readonly ServiceWord[]) => {
  const wants: Content[] = [];
  const denied: Content[] = [];
  let stretch: Content[] = [];
  let turned: Content[] | undefined;
  let isOpen = false;
  const close = (): void => {
    if (turned?.length === 0) {
      if (new Set(stretch).size !== 1) isOpen = true;
      else denied.push(...stretch.splice(0));
    }
    if (turned !== undefined && new Set(turned).size > 1) isOpen = true;
    wants.push(...stretch);
    denied.push(...(turned ?? []));
    stretch = [];
    turned = undefined;
  };
  words.forEach((word, index) => {
    if (word.kind === 'only' && words[index - 1]?.kind === 'not') return;
    if (word.kind === 'only') close();
    else if (word.kind === 'not' && words[index + 1]?.kind === 'only') return;
    else if (word.kind === 'not' && turned !== undefined) isOpen = true;
    else if (word.kind === 'not') turned = [];
    else (turned ?? stretch).push(...contentOf(word));
  });
  close();
  return { wants, denied, isOpen };
};

/** "Zoom + operator" names two things, "operator zoom" one. */
const isMeetingBeside = (text: string): boolean => {
  const things = text
    .split(/[,;/\n+&]|\b(?:dan|serta|plus)\b/i)
    .map((part) => new Set(sort(part).map(({ kind }) => kind)));
  return (
    things.length > 1 && things.some((kinds) => kinds.has('meeting') && !kinds.has('operator'))
  );
};
