/** One event of a ledger as what a desk keeps of it, with what was changed and what is unsure. */
import { Temporal } from 'temporal-polyfill';
import type { Zone } from '../cases/request.ts';
import { serviceKindName } from '../columns/choices.ts';
import { quote } from '../reading/cell-text.ts';
import { monthOf } from '../reading/month-words.ts';
import { readCount } from '../reading/read-count.ts';
import { readDays } from '../reading/read-days.ts';
import { readMoment } from '../reading/read-moment.ts';
import { readPeople } from '../reading/read-people.ts';
import { readServiceKind } from '../reading/read-service-kind.ts';
import { dayToSerial, fromSerial, toSerial } from '../sheet/serial.ts';
import type { CellContent } from '../sheet/snapshot.ts';
import { isDitto } from './ditto-marks.ts';
import type { SourceColumn } from './find-tables.ts';
import type { GridCell, GridRow } from './grid.ts';
import { type Fillable, fillable, type Meaning } from './meanings.ts';
import { type DigitOrder, readSourceDays, type SourceDays } from './source-days.ts';
import { readSourceTimes, type SourceTimes } from './source-times.ts';
import { splitDayCell } from './split-day-cell.ts';
import { meetingCell, splitContact, splitMeeting, stateSaid } from './split-values.ts';
import type { WhenContext } from './when-context.ts';

/** `exact`: only its form is another · `sure`: told from what stands around it · `unsure`: a person is asked. */
export type Certainty = 'exact' | 'sure' | 'unsure';

export interface ImportedValue {
  readonly content: CellContent;
  /** As people read it. */
  readonly shown: string;
  /** As the ledger has it. */
  readonly original: string;
  readonly certainty: Certainty;
  /** What it was told from, or why it is unsure, in the staff's words. */
  readonly because?: string;
}

export interface SourceEvent {
  readonly values: ReadonlyMap<Fillable, ImportedValue>;
  /** Texts without a column of their own, as they go into *Catatan Pemohon*. */
  readonly notes: readonly string[];
  readonly isCancelled: boolean;
  /** Absent where no day could be read. */
  readonly days?: SourceDays;
}

export interface EventSource {
  /** The row itself, and below it the rows that go on with it. */
  readonly rows: readonly GridRow[];
  readonly columns: readonly SourceColumn[];
  readonly context: WhenContext;
  readonly order: DigitOrder;
  /** Where the ledger counts its hours in another zone than the office. */
  readonly zone: Zone | undefined;
  /** The day's cell of the event above, for rows that leave theirs empty. */
  readonly dayAbove: GridCell | undefined;
  readonly timeZone: string;
  /** Colours that the ledger's legend explains as not held, with its words. */
  readonly cancelColours: ReadonlyMap<string, string>;
}

export const readSourceEvent = (source: EventSource): SourceEvent => {
  const values = new Map<Fillable, ImportedValue>();
  const notes: string[] = [];
  const put: Put = (field, value) => {
    const isSaid = value.shown !== '' || value.certainty === 'unsure';
    if (isSaid && !values.has(field)) values.set(field, value);
  };
  const when = readWhen(source);
  putDays(when, put);
  putTimes(when, source, put);
  for (const field of asTyped) putTyped(source, field, put);
  putPeople(source, put);
  putContact(source, { put, notes });
  putMeeting(source, { put, notes });
  putCounts(source, put);
  putServiceKind(source, put);
  putStamps(source, put);
  const isCancelled = putState(source, { put, notes });
  notes.push(...notesOf(source, values.get('reason')?.shown));
  return {
    values: asWritten(values, source),
    notes: [...new Set(notes)],
    isCancelled,
    ...(when.days && { days: when.days }),
  };
};

/** What was written as "sda" stands in Catatan Impor as that, with what it was taken from. */
const asWritten = (
  values: ReadonlyMap<Fillable, ImportedValue>,
  { rows, columns }: Pick<EventSource, 'rows' | 'columns'>,
): ReadonlyMap<Fillable, ImportedValue> => {
  const repeated = columns.flatMap(({ column, meaning }) => {
    const ditto = rows[0]?.cells.get(column)?.ditto;
    return ditto === undefined ? [] : fieldsFrom(meaning).map((field) => [field, ditto] as const);
  });
  if (repeated.length === 0) return values;
  const dittos = new Map(repeated);
  return new Map(
    [...values].map(([field, value]) => {
      const ditto = dittos.get(field);
      return [field, ditto === undefined ? value : repeatedValue(value, ditto)] as const;
    }),
  );
};

const repeatedValue = (
  value: ImportedValue,
  { typed, isClear }: NonNullable<GridCell['ditto']>,
): ImportedValue => {
  const original = typed;
  if (value.certainty === 'unsure') return { ...value, original };
  const said = `buku lama menulis ${quote(typed)}`;
  if (isClear)
    return { ...value, original, certainty: 'sure', because: `${said}, seperti baris di atasnya` };
  return {
    ...value,
    original,
    certainty: 'unsure',
    because: isDitto(value.shown)
      ? `${said}, tetapi tidak ada isi di atasnya`
      : `${said} di bawah judul; diisi ${value.shown} dari baris di atasnya`,
  };
};

/** Which columns of a desk a cell of this meaning fills. */
const fieldsFrom = (meaning: Meaning): readonly Fillable[] => {
  switch (meaning) {
    case 'startDay':
      return ['startDay', 'endDay'];
    case 'startTime':
      return ['startTime', 'endTime', 'zone'];
    case 'contact':
      return ['requesterName', 'phone'];
    case 'passcode':
      return ['meetingId'];
    default:
      return fillable.filter((field) => field === meaning);
  }
};

type Put = (field: Fillable, value: ImportedValue) => void;
interface Sinks {
  readonly put: Put;
  readonly notes: string[];
}

/** Taken over as they stand; only line breaks and blanks are tidied. */
const asTyped = [
  'email',
  'requesterName',
  'requesterPosition',
  'requesterNip',
  'institution',
  'event',
  'plannedLeader',
  'place',
  'placeContact',
  'host',
  'hostLink',
  'platform',
  'equipment',
  'recording',
  'streaming',
  'sensitivity',
  'letterNumber',
  'letterFile',
  'licence',
  'coordination',
  'actualLeader',
  'recordingResult',
] as const satisfies readonly Fillable[];

/** All cells of a meaning in the event's rows; of merged ones below the first only what is their own. */
export const cellsOf = (
  { rows, columns }: Pick<EventSource, 'rows' | 'columns'>,
  ...wanted: readonly Meaning[]
): readonly GridCell[] =>
  columns
    .filter(({ meaning }) => wanted.includes(meaning))
    .flatMap(({ column }) =>
      rows.flatMap((row, index) => {
        const cell = row.cells.get(column);
        return cell && (index === 0 || cell.isOwn) ? [cell] : [];
      }),
    );

const isAnswer = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

const textsOf = (source: EventSource, ...wanted: readonly Meaning[]): readonly string[] =>
  cellsOf(source, ...wanted).flatMap(({ text }) => (isAnswer(text) ? [text] : []));

/** Several offices in one cell stay apart; a title that was broken into lines becomes one line. */
const glueOf: Partial<Readonly<Record<Fillable, string>>> = { institution: '; ', equipment: '; ' };

const putTyped = (source: EventSource, field: (typeof asTyped)[number], put: Put): void => {
  const cells = cellsOf(source, field).filter(({ text }) => isAnswer(text));
  const original = cells.map(({ text }) => text).join(' | ');
  const first = cells[0]?.source.link;
  if (cells.length === 0) return;
  const isLink = field === 'letterFile' && first !== undefined && !original.includes(first);
  const within = cells.map(({ text }) =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .join(glueOf[field] ?? ' '),
  );
  const shown = isLink ? first : within.join(' ');
  put(field, { content: shown, shown, original, certainty: 'exact' });
};

interface SourceWhen {
  readonly days: SourceDays | undefined;
  /** What a column of its own says of the last day. */
  readonly last?: ImportedValue;
  readonly dayText: string;
  readonly times: SourceTimes;
  readonly timeText: string;
}

const readWhen = (source: EventSource): SourceWhen => {
  const own = inOne(cellsOf(source, 'startDay'));
  const cell = own ?? (hasWeekday(source) && source.context.span ? undefined : source.dayAbove);
  const parts = cell === undefined ? { day: '', time: '' } : splitDayCell(cell.value);
  const start = inOne(cellsOf(source, 'startTime'));
  const end = inOne(cellsOf(source, 'endTime'));
  const days = readSourceDays({
    day: parts.day,
    isMoment: cell?.isMoment ?? false,
    weekday: textsOf(source, 'weekday').join(' '),
    context: rowContext(source),
    order: source.order,
  });
  const last = lastDay(source, days);
  const startCell = start?.value ?? (own === undefined ? '' : parts.time);
  const isCarried = own === undefined && cell !== undefined;
  return {
    days:
      days && isCarried && days.taken === undefined
        ? { ...days, taken: 'tanggal pada baris di atasnya' }
        : days,
    ...(last && { last }),
    dayText: cell?.text ?? textsOf(source, 'weekday').join(' '),
    times: readSourceTimes(startCell, end?.value ?? ''),
    timeText: [start?.text ?? (own === undefined ? '' : String(parts.time)), end?.text ?? '']
      .filter(isAnswer)
      .join(' – '),
  };
};

/** Lines of one cell that the ledger spread over several rows. */
const inOne = (cells: readonly GridCell[]): GridCell | undefined => {
  const [first] = cells;
  if (first === undefined || cells.length === 1) return first;
  const text = cells.map((cell) => cell.text).join(' ');
  return { ...first, value: text, text };
};

const lastDay = (source: EventSource, days: SourceDays | undefined): ImportedValue | undefined => {
  const [cell] = cellsOf(source, 'endDay');
  if (cell === undefined || !isAnswer(cell.text) || days === undefined) return undefined;
  const said = readSourceDays({
    day: splitDayCell(cell.value).day,
    isMoment: cell.isMoment,
    weekday: '',
    context: { year: days.from.year, month: days.from.month },
    order: source.order,
  });
  const original = cell.text;
  if (said === undefined) {
    const because = `buku lama menulis "${original}", yang tidak terbaca sebagai tanggal`;
    return /\d/.test(original)
      ? { content: original, shown: original, original, certainty: 'unsure', because }
      : undefined;
  }
  const isEarly = Temporal.PlainDate.compare(said.to, days.from) < 0;
  const because = isEarly
    ? `buku lama menulis ${original}, lebih awal daripada hari pertamanya`
    : (said.doubt ?? said.taken);
  if (said.to.equals(days.from)) return undefined;
  return {
    content: isEarly ? original : { kind: 'serial', serial: dayToSerial(said.to), show: 'day' },
    shown: isEarly ? original : dayShown(said.to),
    original,
    certainty: isEarly || said.doubt ? 'unsure' : said.taken ? 'sure' : 'exact',
    ...(because && { because }),
  };
};

const hasWeekday = (source: EventSource): boolean => textsOf(source, 'weekday').length > 0;

/** Columns for month and year say it for their own row. */
const rowContext = (source: EventSource): WhenContext => {
  const { context } = source;
  const [year] = textsOf(source, 'year');
  const [month] = textsOf(source, 'month');
  if (year === undefined && month === undefined) return context;
  const said = monthNamed(month ?? '');
  const { span: _, ...others } = context;
  return {
    ...others,
    ...(year !== undefined && /^\d{4}$/.test(year.trim()) && { year: Number(year) }),
    ...(said !== undefined && { month: said }),
  };
};

const monthNamed = (text: string): number | undefined => {
  const number = Number(text);
  return number >= 1 && number <= 12 ? number : monthOf(text.trim().toLowerCase());
};

const putDays = ({ days, last, dayText }: SourceWhen, put: Put): void => {
  if (last !== undefined) put('endDay', last);
  if (days === undefined) {
    put('startDay', {
      content: dayText,
      shown: dayText,
      original: dayText,
      certainty: 'unsure',
      because: isAnswer(dayText)
        ? `buku lama menulis "${dayText}", yang tidak terbaca sebagai tanggal`
        : 'buku lama tidak menulis tanggalnya',
    });
    return;
  }
  const { from, to, doubt, taken } = days;
  const because = doubt ?? taken;
  put('startDay', {
    content: { kind: 'serial', serial: dayToSerial(from), show: 'day' },
    shown: dayShown(from),
    original: dayText,
    certainty: doubt ? 'unsure' : taken ? 'sure' : 'exact',
    ...(because && { because }),
  });
  if (!to.equals(from))
    put('endDay', {
      content: { kind: 'serial', serial: dayToSerial(to), show: 'day' },
      shown: dayShown(to),
      original: dayText,
      certainty: taken ? 'sure' : 'exact',
      ...(taken && { because: taken }),
    });
};

/** As the desk's column shows it. */
export const dayShown = (day: Temporal.PlainDate): string =>
  `${String(day.day).padStart(2, '0')}/${String(day.month).padStart(2, '0')}/${day.year}`;

const putTimes = ({ times, timeText }: SourceWhen, { zone }: EventSource, put: Put): void => {
  const value = (shown: string, doubt: string | undefined): ImportedValue => ({
    content: shown,
    shown,
    original: timeText,
    certainty: doubt ? 'unsure' : 'exact',
    ...(doubt && { because: doubt }),
  });
  if (times.start !== undefined) put('startTime', value(times.start, times.startDoubt));
  if (times.end !== undefined) put('endTime', value(times.end, times.endDoubt));
  const said = times.zone ?? zone;
  if (said !== undefined && times.start !== undefined)
    put('zone', {
      ...value(said, undefined),
      certainty: times.zone ? 'exact' : 'sure',
      ...(times.zone ? {} : { because: 'zona pada judul' }),
    });
};

const putPeople = (source: EventSource, put: Put): void => {
  for (const field of ['officers', 'networkOfficers'] as const) {
    const texts = textsOf(source, field);
    const people = [...new Set(texts.flatMap((text) => readPeople(text)))];
    const shown = people.join('\n');
    put(field, { content: shown, shown, original: texts.join('\n'), certainty: 'exact' });
  }
};

/** A telephone number may have lost its 0 to a spreadsheet. */
const phoneText = (typed: string): string => (/^8\d{8,11}$/.test(typed) ? `0${typed}` : typed);

const putContact = (source: EventSource, { put, notes }: Sinks): void => {
  const texts = textsOf(source, 'contact', 'phone');
  const contacts = texts.map((text) => ({ text, ...splitContact(text) }));
  const first = contacts.find(({ phone }) => phone !== '');
  if (first !== undefined) {
    const shown = phoneText(first.phone);
    put('phone', { content: shown, shown, original: first.text, certainty: 'exact' });
  }
  const named =
    cellsOf(source, 'requesterName').length > 0
      ? undefined
      : contacts.find(({ name }) => isAnswer(name));
  if (named !== undefined) {
    const { name, text } = named;
    put('requesterName', { content: name, shown: name, original: text, certainty: 'exact' });
  }
  for (const contact of contacts) {
    const isElsewhere =
      (contact === first || contact.phone === '') && (contact === named || !isAnswer(contact.name));
    if (!isElsewhere) notes.push(contact.text);
  }
};

const putMeeting = (source: EventSource, { put, notes }: Sinks): void => {
  const [idText = '', ...otherIds] = textsOf(source, 'meetingId');
  const [code = '', ...otherCodes] = textsOf(source, 'passcode');
  notes.push(...otherIds, ...otherCodes.map((text) => `Passcode ${text}`));
  const meeting = splitMeeting(idText);
  const passcode = meeting.passcode || code;
  if (meeting.id !== '') {
    const shown = meetingCell({ id: meeting.id, passcode });
    put('meetingId', {
      content: shown,
      shown,
      original: [idText, code].filter(isAnswer).join(' / '),
      certainty: 'exact',
    });
  } else if (passcode !== '') notes.push(`Passcode ${passcode}`);
  if (meeting.rest !== '') notes.push(meeting.rest);
  const [link, ...otherLinks] = cellsOf(source, 'meetingLink');
  notes.push(...otherLinks.flatMap(({ text }) => (isAnswer(text) ? [text] : [])));
  if (link === undefined || !(isAnswer(link.text) || link.source.link)) return;
  const typed = /https?:\/\/\S+/i.exec(link.text)?.[0];
  const shown = typed ?? link.source.link ?? link.text;
  put('meetingLink', { content: shown, shown, original: link.text, certainty: 'exact' });
  if (typed !== undefined && typed !== link.text.trim()) notes.push(link.text);
};

const putCounts = (source: EventSource, put: Put): void => {
  for (const field of ['participants', 'attended'] as const) {
    const [cell] = cellsOf(source, field);
    if (cell === undefined || !isAnswer(cell.text)) continue;
    const reading = readCount(cell.value);
    const original = cell.text;
    if (reading.kind === 'read')
      put(field, {
        content: reading.value,
        shown: String(reading.value),
        original,
        certainty: 'exact',
      });
    else put(field, { content: original, shown: original, original, certainty: 'exact' });
  }
};

/** What the desk understands is written as it names it; other words stay, and are read as those of a request. */
const putServiceKind = (source: EventSource, put: Put): void => {
  const original = textsOf(source, 'serviceKind').join('\n');
  if (original === '') return;
  const reading = readServiceKind(original);
  const shown = reading.kind === 'read' ? serviceKindName[reading.value] : original;
  put('serviceKind', {
    content: shown,
    shown,
    original,
    certainty: reading.kind === 'read' && shown !== original ? 'sure' : 'exact',
    ...(shown !== original && { because: 'sebutan Jenis Layanan pada meja layanan' }),
  });
};

const putStamps = (source: EventSource, put: Put): void => {
  const [stamp] = cellsOf(source, 'submittedAt');
  if (stamp !== undefined) {
    const at =
      typeof stamp.value === 'number'
        ? fromSerial(stamp.value, source.timeZone)
        : momentIn(stamp, source.timeZone);
    const serial = at && toSerial(at, source.timeZone);
    put('submittedAt', {
      content: serial === undefined ? stamp.text : { kind: 'serial', serial, show: 'moment' },
      shown: stamp.isMoment || at === undefined ? stamp.text : momentShown(at, source.timeZone),
      original: stamp.text,
      certainty: 'exact',
    });
  }
  const [letter] = cellsOf(source, 'letterDay');
  if (letter === undefined || !isAnswer(letter.text)) return;
  const reading = readDays(letter.value, undefined, 'behind');
  const day = reading.kind === 'read' ? reading.value.from : undefined;
  put('letterDay', {
    content:
      day === undefined ? letter.text : { kind: 'serial', serial: dayToSerial(day), show: 'day' },
    shown: day === undefined || letter.isMoment ? letter.text : dayShown(day),
    original: letter.text,
    certainty: 'exact',
  });
};

const momentIn = ({ text }: GridCell, timeZone: string): Temporal.Instant | undefined => {
  const reading = readMoment(text, { timeZone });
  return reading.kind === 'read' ? reading.value : undefined;
};

const momentShown = (at: Temporal.Instant, timeZone: string): string => {
  const local = at.toZonedDateTimeISO(timeZone);
  return `${dayShown(local.toPlainDate())} ${String(local.hour).padStart(2, '0')}.${String(local.minute).padStart(2, '0')}`;
};

/** Whether it was not held, and by what the ledger says so. */
const putState = (source: EventSource, { put, notes }: Sinks): boolean => {
  const stated = textsOf(source, 'state');
  const remarks = [...stated, ...textsOf(source, 'note', 'reason', 'kept'), ...remarksIn(source)];
  const rest = (used?: string) => stated.filter((text) => text !== used && !isOrdinary(text));
  for (const text of remarks) {
    const said = stateSaid(text);
    if (said.kind === 'none') continue;
    const isUnsure = said.kind === 'unclear';
    const shown = isUnsure ? 'Dijadwalkan Ulang' : said.state;
    put('state', {
      content: shown,
      shown,
      original: text,
      certainty: isUnsure ? 'unsure' : 'exact',
      ...(isUnsure && { because: `buku lama menulis "${text}"` }),
    });
    put('reason', { content: text, shown: text, original: text, certainty: 'exact' });
    notes.push(...rest(text));
    return !isUnsure;
  }
  notes.push(...rest());
  const mark = crossedOut(source);
  if (mark !== undefined) {
    put('state', {
      content: 'Dibatalkan',
      shown: 'Dibatalkan',
      original: mark,
      certainty: 'sure',
      because: mark,
    });
    put('reason', { content: mark, shown: mark, original: '', certainty: 'sure' });
    return true;
  }
  return false;
};

/** "BATAL - Rakor …", "Rakor … (batal)": people write it into the title, too. */
const remarksIn = (source: EventSource): readonly string[] =>
  textsOf(source, 'event').flatMap((text) => {
    const found =
      /^\W*(batal|dibatalkan|cancel(?:l?ed)?|ditunda)\b\W/i.exec(text) ??
      /[([–-]\s*((?:di)?batal(?:kan)?|cancel(?:l?ed)?|tidak jadi|ditunda)\s*[)\]]?\s*$/i.exec(text);
    return found?.[1] ?? [];
  });

/** Words for what is past anyway. */
const isOrdinary = (text: string): boolean =>
  /^(?:ok|oke|done|selesai|terlaksana|fix|sudah|v|✓|√|finish(?:ed)?|clear|ya|sukses)\W*$/i.test(
    text.trim(),
  );

const crossedOut = ({ rows, cancelColours }: EventSource): string | undefined => {
  const cells = [...(rows[0]?.cells.values() ?? [])].filter(({ isOwn }) => isOwn);
  const most = (holds: (cell: GridCell) => boolean): boolean =>
    cells.filter(holds).length * 2 > cells.length;
  if (most(({ source }) => source.isStruck === true)) return 'Dicoret pada buku lama';
  for (const [fill, words] of cancelColours)
    if (most(({ source }) => source.fill === fill)) return `Warna pada buku lama: ${words}`;
  return undefined;
};

/** Remarks as they stand, what has no column under its header, and what was noted on cells. */
const notesOf = (source: EventSource, reason: string | undefined): readonly string[] => {
  const reasons = new Set(textsOf(source, 'reason'));
  const noted = textsOf(source, 'note').filter((text) => !reasons.has(text) && text !== reason);
  const others = source.columns
    .filter(({ meaning }) => meaning === 'kept' || meaning === 'count')
    .flatMap((column) =>
      textsOf({ ...source, columns: [column] }, column.meaning).map((text) =>
        column.header === '' ? text : `${column.header}: ${text}`,
      ),
    );
  const known = new Set(source.columns.map(({ column }) => column));
  const beside = source.rows.flatMap(({ cells }) =>
    [...cells.values()].flatMap(({ column, text, isOwn }) =>
      known.has(column) || !isOwn ? [] : [text],
    ),
  );
  const comments = source.rows.flatMap(({ cells }) =>
    [...cells.values()].flatMap(({ source: { comment }, isOwn }) =>
      comment === undefined || !isOwn ? [] : [`Komentar: ${comment.trim()}`],
    ),
  );
  return [...noted, ...others, ...beside, ...comments];
};
