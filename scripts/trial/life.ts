/** What requesters and staff do about one request, sitting by sitting, decided before the trial begins. */
import { officials } from '../../src/demo/demo-people.ts';
import type { Sitting } from './calendar.ts';
import type { Chance } from './chance.ts';
import { licenceNames, officerNames, shortNames } from './registers.ts';
import { type Answers, clockText, dayText, places, type When, type Wish } from './wishes.ts';

export type Deed =
  | { readonly kind: 'submit' | 'type a new row' | 'delete the row' }
  | { readonly kind: 'edit the answers'; readonly answers: Answers; readonly when: When }
  | { readonly kind: 'type'; readonly what: TypedWhat; readonly cells: Cells }
  | { readonly kind: 'note an incident' | 'complain' | 'answer the survey' };

/** What staff put into a row, for the transcript. */
export type TypedWhat =
  | 'coordinate'
  | 'confirm'
  | 'prepare'
  | 'choose officers'
  | 'choose a licence'
  | 'hand a cell back'
  | 'call off'
  | 'note what happened'
  | 'sign the report';

export type Cells = Readonly<Record<string, string | boolean>>;

export interface Planned {
  readonly wish: Wish;
  readonly sitting: number;
  readonly deed: Deed;
}

/** The whole life of a request; deeds of the same sitting in the order in which they are done. */
export const lifeOf = (
  wish: Wish,
  sittings: readonly Sitting[],
  chance: Chance,
): readonly Planned[] => {
  const life = new Life(wish, sittings, chance);
  life.at(wish.arrives, { kind: wish.by === 'form' ? 'submit' : 'type a new row' });
  if (wish.isLate) noteWhatHappened(life, wish.arrives + 1);
  else liveBeforeTheEvent(life);
  return life.planned;
};

class Life {
  readonly planned: Planned[] = [];
  /** As it stands after the last edit. */
  when: When;
  readonly wish: Wish;
  readonly chance: Chance;
  readonly #sittings: readonly Sitting[];

  constructor(wish: Wish, sittings: readonly Sitting[], chance: Chance) {
    this.wish = wish;
    this.when = wish.when;
    this.chance = chance;
    this.#sittings = sittings;
  }

  /** Not later than the last sitting, when all is over. */
  at(sitting: number, deed: Deed): void {
    const last = this.#sittings.length - 1;
    this.planned.push({ wish: this.wish, sitting: Math.min(sitting, last), deed });
  }

  type(sitting: number, what: TypedWhat, cells: Cells): void {
    this.at(sitting, { kind: 'type', what, cells });
  }

  /** The sitting that comes first once the event is over; after midnight if it is open. */
  get afterEvent(): number {
    const { last } = this.when;
    const found = this.#sittings.find(({ at }) => at.toPlainDate().since(last).days >= 1);
    return found?.index ?? this.#sittings.length - 1;
  }

  /** The last sitting on a day before the event; `undefined` when it came on the day itself. */
  get beforeEvent(): number | undefined {
    const { first } = this.when;
    const found = this.#sittings.findLast(({ at }) => first.since(at.toPlainDate()).days >= 1);
    return found === undefined || found.index <= this.wish.arrives ? undefined : found.index;
  }

  /** What a person types who notes the time of a sitting. */
  momentOf(sitting: number): string {
    const { at } = this.#sittings[sitting] ?? this.#sittings[0] ?? {};
    if (at === undefined) return '';
    return `${dayText(at.toPlainDate(), false)} ${clockText(at.hour * 60 + at.minute, ':')}`;
  }
}

const liveBeforeTheEvent = (life: Life): void => {
  const { wish, chance } = life;
  const first = wish.arrives + 1;
  if (wish.fate === 'withdrawn') {
    life.at(first, { kind: 'delete the row' });
    return;
  }
  if (wish.isIncomplete) {
    const answers = { 'Nomor Telepon / WhatsApp': '081200001199' };
    if (wish.by === 'form') life.at(first, { kind: 'edit the answers', answers, when: life.when });
    else life.type(first, 'coordinate', answers);
  }
  if (wish.fate === 'refused') {
    life.type(first, 'call off', { Status: 'ditolak', Alasan: 'Ganda atau di luar layanan kami.' });
    return;
  }
  if (wish.fate === 'unheard') return;
  coordinate(life, first);
  const before = life.beforeEvent;
  if (before !== undefined && before >= first) {
    if (wish.by === 'form' && chance.hits(0.15)) reschedule(life, chance.between(first, before));
    if (chance.hits(0.18)) chooseByHand(life, chance.between(first, before), before);
    if (chance.hits(0.7)) prepare(life, before);
  }
  if (wish.fate === 'cancelled') {
    const cells = { Status: 'batal', Alasan: 'Pemohon membatalkan lewat telepon.' };
    life.type(Math.max(first, before ?? first), 'call off', cells);
    return;
  }
  if (wish.fate === 'not held') {
    const cells = { Status: 'tidak jadi', Alasan: 'Sinyal di lokasi tidak cukup.' };
    life.type(life.afterEvent, 'call off', cells);
    return;
  }
  noteWhatHappened(life, Math.max(first, life.afterEvent));
};

const coordinate = (life: Life, first: number): void => {
  const { chance } = life;
  if (chance.hits(0.7)) {
    const network = chance.oneOf(['siap', 'siap', 'tidak perlu', 'tidak siap']);
    life.type(first, 'coordinate', {
      'Koordinasi Pemohon': chance.oneOf(['Sudah ditelepon.', 'Dihubungi lewat WhatsApp.']),
      'Koordinasi Jaringan': network,
      ...(network === 'tidak perlu' ? { Alasan: 'Memakai jaringan tetap ruang vicon.' } : {}),
      ...(chance.hits(0.2) ? { 'Menunggu Pemohon': true } : {}),
    });
    if (chance.hits(0.5)) life.type(first + 1, 'coordinate', { 'Menunggu Pemohon': false });
  }
  const confirmed = chance.hits(0.8) ? life.momentOf(first) : '✓';
  life.type(first, 'confirm', {
    Dikonfirmasi: confirmed,
    'ID Rapat': `812 0000 ${chance.between(1000, 9999)}`,
    'Tautan Rapat': `https://rapat.example.id/j/8120000${chance.between(1000, 9999)}`,
  });
};

/** The requester changes the answers: another hour, or another place. */
const reschedule = (life: Life, sitting: number): void => {
  const { chance } = life;
  if (chance.hits(0.5)) {
    const answers = { 'Tempat Kegiatan': chance.oneOf(places) };
    life.at(sitting, { kind: 'edit the answers', answers, when: life.when });
    return;
  }
  const { until, ...when } = life.when;
  const from = when.from + 60;
  life.when = { ...when, from, ...(until !== undefined && { until: until + 60 }) };
  const answers = {
    'Jam Mulai': clockText(from, ':'),
    ...(until === undefined ? {} : { 'Jam Selesai': clockText(until + 60, '.') }),
  };
  life.at(sitting, { kind: 'edit the answers', answers, when: life.when });
};

/** Staff choose for themselves; some hand the cell back later by emptying it. */
const chooseByHand = (life: Life, sitting: number, before: number): void => {
  const { chance } = life;
  const isOfficers = chance.hits(0.6);
  const header = isOfficers ? 'Petugas' : 'Akun Zoom';
  const choice = isOfficers ? chance.oneOf(shortNames) : chance.oneOf(licenceNames).toLowerCase();
  life.type(sitting, isOfficers ? 'choose officers' : 'choose a licence', { [header]: choice });
  if (chance.hits(0.5) && before > sitting) life.type(before, 'hand a cell back', { [header]: '' });
};

const prepare = (life: Life, before: number): void => {
  const ticks = [
    'Cek Lokasi',
    'Alat di Lokasi',
    'Uji Sistem',
    'Konfigurasi Peserta',
    'Pengaturan Platform',
    'Materi Siap',
  ].filter(() => life.chance.hits(0.85));
  life.type(before, 'prepare', Object.fromEntries(ticks.map((header) => [header, true])));
};

/** The facts of clause A.2.8, which real ledgers mostly lack; here half are whole. */
const noteWhatHappened = (life: Life, sitting: number): void => {
  const { chance, when, wish } = life;
  const hadTrouble = chance.hits(0.25);
  const isWhole = chance.hits(0.5);
  const start = when.from + chance.between(0, 15);
  const end = (when.until ?? when.from + 120) + chance.between(-10, 20);
  if (hadTrouble) life.at(sitting, { kind: 'note an incident' });
  life.type(sitting, 'note what happened', {
    'Mulai Aktual': clockText(start, '.'),
    ...(isWhole || chance.hits(0.5) ? { 'Selesai Aktual': clockText(end, '.') } : {}),
    ...(chance.hits(0.7) ? { 'Peserta Hadir': String(chance.between(8, 400)) } : {}),
    ...(isWhole ? { 'Pejabat Memimpin': chance.oneOf(Object.values(officials)) } : {}),
    ...(isWhole || hadTrouble ? { 'Kendala Ada': hadTrouble ? 'ya' : 'tidak' } : {}),
    ...(isWhole ? { 'Hasil Rekaman': recordingOf(life) } : {}),
    ...(wish.isLate && isWhole ? { Petugas: chance.oneOf(shortNames) } : {}),
  });
  if (chance.hits(0.12)) life.at(sitting, { kind: 'complain' });
  if (chance.hits(0.3)) life.at(sitting, { kind: 'answer the survey' });
  if (!isWhole || chance.hits(0.4)) return;
  const day = life.momentOf(sitting).split(' ')[0] ?? '';
  life.type(sitting + 1, 'sign the report', {
    Diperiksa: `${chance.oneOf(officerNames)}, ${day}`,
    ...(chance.hits(0.6) ? { Disetujui: `Iskandar Mooduto, S.T., M.M., ${day}` } : {}),
  });
};

const recordingOf = ({ chance, wish }: Life): string =>
  wish.isConfidential
    ? 'direkam, tidak diserahkan: kegiatan bersifat rahasia'
    : chance.oneOf(['tidak direkam', 'https://rekaman.example.id/arsip']);
