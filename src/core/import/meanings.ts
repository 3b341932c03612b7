/** What a column of an old ledger may mean, and what its header says of it. */
import { type RequestField, requestTab } from '../columns/request-tab.ts';
import { fold } from '../reading/spelling.ts';
import { normaliseHeader } from '../sheet/locate-columns.ts';

/** Columns of Permohonan that a ledger can fill; the others are the service's own. */
export const fillable = [
  'submittedAt',
  'email',
  'requesterName',
  'requesterPosition',
  'requesterNip',
  'institution',
  'phone',
  'event',
  'plannedLeader',
  'startDay',
  'endDay',
  'startTime',
  'endTime',
  'zone',
  'place',
  'placeContact',
  'host',
  'hostLink',
  'serviceKind',
  'platform',
  'participants',
  'equipment',
  'recording',
  'streaming',
  'sensitivity',
  'letterNumber',
  'letterDay',
  'letterFile',
  'state',
  'officers',
  'networkOfficers',
  'licence',
  'coordination',
  'meetingId',
  'meetingLink',
  'attended',
  'actualLeader',
  'recordingResult',
  'reason',
] as const satisfies readonly RequestField[];

export type Fillable = (typeof fillable)[number];

/**
 * `number` counts rows, `weekday` names the day of the date beside it, `contact` a person and a telephone number,
 * `count` sums of something, `note` remarks, `kept` anything else: it stands among the notes under its header.
 */
export type Meaning =
  | Fillable
  | 'number'
  | 'weekday'
  | 'month'
  | 'year'
  | 'contact'
  | 'passcode'
  | 'count'
  | 'note'
  | 'kept';

export const meanings: readonly Meaning[] = [
  ...fillable,
  'number',
  'weekday',
  'month',
  'year',
  'contact',
  'passcode',
  'count',
  'note',
  'kept',
];

const isFillable = (field: string): field is Fillable =>
  (fillable as readonly string[]).includes(field);

/** Names that mean something else in a ledger than in a desk. */
const otherwise: Readonly<Record<string, Meaning>> = {
  keterangan: 'note',
  keteranganlayanan: 'note',
  catatan: 'note',
  penyelenggara: 'institution',
  penyelenggararapat: 'institution',
  penanggungjawab: 'requesterName',
  media: 'platform',
};

const byName: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ...requestTab.columns.flatMap(({ field, synonyms }) =>
    synonyms.map((name): [string, Meaning] => [
      normaliseHeader(name),
      isFillable(field) ? field : 'note',
    ]),
  ),
  ...requestTab.columns.map(({ field, header }): [string, Meaning] => [
    normaliseHeader(header),
    isFillable(field) ? field : 'note',
  ]),
  ...Object.entries(otherwise),
]);

/** In the order in which they are asked: what is special comes before what its words may mean elsewhere. */
const byWords: readonly (readonly [Meaning, RegExp])[] = [
  ['number', /^(?:no|nomor|nmr|num|number|n o|no urut|nomor urut|urut|no agenda|nomor agenda|#)$/],
  ['weekday', /^(?:hari|hr|day|weekday)$/],
  ['month', /^(?:bulan|bln|month)$/],
  ['year', /^(?:tahun|thn|th|year)$/],
  [
    'submittedAt',
    /timestamp|stempel waktu|cap waktu|submitted|received|\b(?:waktu|tanggal|tgl|jam|date)\b.*\b(?:input|isi|pengisian|masuk|permohonan|pengajuan|terima|diterima|request)\b(?!.*\bsurat permohonan)/,
  ],
  ['email', /\be ?mail\b|\bsurel\b/],
  ['requesterNip', /\bnip\b/],
  ['letterDay', /\b(?:tanggal|tgl)\b.*\bsurat\b|\bletter date\b|\bdate of letter\b/],
  ['letterFile', /\b(?:berkas|file|unggah|upload|scan|lampiran)\b/],
  [
    'letterNumber',
    /\b(?:no|nomor|nmr)\b.*\b(?:surat|undangan)\b|\bletter (?:no|number|ref)|\bref(?:erence)? (?:no|number)\b/,
  ],
  ['attended', /\b(?:peserta|jumlah|yang) hadir\b|\battend/],
  ['participants', /\bpeserta\b|\bparticipants?\b|\b(?:jumlah|jml) orang\b|\bpax\b/],
  ['recordingResult', /\b(?:hasil|link|tautan|url) (?:hasil )?rekam/],
  ['recording', /rekam|\brecord/],
  ['streaming', /stream|\bsiaran\b|\byoutube\b|^live$/],
  ['count', /^(?:jumlah|jml|total|banyaknya|frekuensi)\b/],
  ['meetingId', /\b(?:meeting|zoom|rapat|room) ?id\b|\bid (?:zoom|rapat|meeting|room)\b|^id$/],
  ['passcode', /\bpass ?(?:code|word)?\b|\bkata sandi\b|\bsandi\b/],
  ['hostLink', /\b(?:link|tautan|url)\b.*\b(?:penyelenggara|pusat|host)\b/],
  ['serviceKind', /\blayanan\b|\bfasilitasi\b|^jenis$|\bservice\b|\bdukungan\b|\bsupport\b/],
  ['licence', /\bakun\b|\blisensi\b|\blicen[cs]e\b|\baccount\b/],
  ['meetingLink', /\blink\b|\btautan\b|\burl\b/],
  ['contact', /\bnara ?hubung\b|\bcp\b|\bcontact\b|\bkontak\b/],
  ['phone', /\b(?:telepon|telp|tlp|tlpn|hp|wa|whatsapp|phone|handphone|ponsel|mobile)\b/],
  ['requesterPosition', /\bjabatan\b|\bposition\b/],
  [
    'actualLeader',
    /\bpejabat\b|\bpimpinan\b|\bpemimpin\b|\bdipimpin\b|\bdihadiri\b|\bchair|\bleader\b|\bled by\b/,
  ],
  ['sensitivity', /\bsifat\b|\bkerahasiaan\b/],
  ['networkOfficers', /\bpetugas\b.*\bjaringan\b/],
  [
    'officers',
    /^p ?j$|\bpetugas\b|\boperator\b|\bteknisi\b|\bpic\b|\bofficers?\b|\btechnicians?\b|\bstaff?\b|\bpendamping\b|\bperson[ei]l\b|\bpelaksana\b|\bdisposisi\b|\bhandled by\b/,
  ],
  ['zone', /^zona\b|\btime ?zone\b/],
  [
    'endDay',
    /\b(?:sampai|s d|sd|hingga|berakhir|selesai|akhir)\b.*\b(?:tanggal|tgl|hari)\b|\b(?:tanggal|tgl|hari)\b.*\b(?:selesai|berakhir|akhir)\b|\bend date\b|\bto date\b|\bdate end\b/,
  ],
  ['startDay', /\btanggal\b|\btgl\b|\bhari\b|\bkapan\b|\bdate\b|^jadwal$/],
  [
    'endTime',
    /\b(?:jam|pukul|waktu|time)\b.*\b(?:selesai|berakhir|akhir|end)\b|\b(?:selesai|berakhir|sampai|end|finish)\b.*\b(?:jam|pukul|waktu|time)?\b|^s d$/,
  ],
  ['startTime', /\bjam\b|\bpukul\b|\bpkl\b|\bwaktu\b|\btime\b|^(?:mulai|start|begin)\b/],
  ['platform', /\bplatform\b|\baplikasi\b/],
  ['equipment', /\bperalatan\b|\balat\b|\bsarana\b|\bequipment\b|\bperlengkapan\b/],
  [
    'place',
    /\btempat\b|\blokasi\b|\bruang(?:an)?\b|\bplace\b|\bvenue\b|\blocation\b|\bdi ?mana\b|\broom\b|\bgedung\b/,
  ],
  ['kept', /^jenis (?:kegiatan|acara|rapat)\b/],
  [
    'institution',
    /\binstansi\b|\bopd\b|\bskpd\b|\bperangkat daerah\b|\bdinas\b|\bunit\b|\bbidang\b|\bbagian\b|\basal\b|\bsatker\b|\bagency\b|\boffice\b|\binstitution\b|\bdepartment\b|\blembaga\b|\bpengirim\b|\bpenyelenggara\b|\borgani[sz]er\b|\bdari\b/,
  ],
  [
    'requesterName',
    /\bpemohon\b|\bnama lengkap\b|^nama$|\brequest(?:er|ed by)\b|\bpenanggung jawab\b|\bapplicant\b|\bdiajukan oleh\b/,
  ],
  [
    'event',
    /\bkegiatan\b|\bacara\b|\bagenda\b|\bjudul\b|\btema\b|\bperihal\b|\buraian\b|\bevents?\b|\btopi[kc]\b|\bsubject\b|\brapat\b|\bmeeting\b|^hal$|\bactivity\b|\btitle\b/,
  ],
  ['state', /^status\b|\bkeadaan\b|\brealisasi\b/],
  ['reason', /\balasan\b|\bsebab\b|\breason\b/],
  ['note', /\bketerangan\b|\bket\b|\bcatatan\b|\bremarks?\b|\bnotes?\b|\bkendala\b|\binfo\b/],
];

/** Longer texts are no headers: a question of an old form has hardly more. */
const longestHeader = 140;

/** What a header says that its column means; `undefined` for what we do not know. */
export const meaningOf = (header: string): Meaning | undefined => {
  if (header.length > longestHeader) return undefined;
  const named = byName.get(normaliseHeader(header));
  if (named !== undefined) return named;
  const folded = header.trim() === '#' ? '#' : fold(header);
  return folded === '' ? undefined : byWords.find(([, pattern]) => pattern.test(folded))?.[0];
};
