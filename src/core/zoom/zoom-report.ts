/**
 * Zoom's report of who took part in a meeting, as its "Usage" page exports it and people save it again: a block about the
 * meeting, then a row for each time somebody joined; in English or Indonesian. The block may be missing.
 */
import { Temporal } from 'temporal-polyfill';
import type { AttendanceReport, MeetingTimes } from '../cases/attendance.ts';
import { present } from '../reading/present.ts';
import { fold } from '../reading/spelling.ts';
import { type Attended, countPeople } from './count-people.ts';
import { type DayOrder, readStamp } from './zoom-stamp.ts';

type TableRows = readonly (readonly string[])[];

/** Longer is no meeting, but a date that was read in the wrong order. */
const longestHours = 24;

/** `undefined` where these are no such rows. */
export const readZoomReport = (rows: TableRows): AttendanceReport | undefined => {
  const at = rows.findIndex(isParticipantHeader);
  const header = rows[at];
  if (header === undefined) return undefined;
  const column = columnsIn(header, participantWords);
  const cell = (row: readonly string[], field: keyof typeof participantWords): string =>
    row[column[field]] ?? '';
  const listed = rows.slice(at + 1).filter((row) => row.some((each) => each !== ''));
  const letIn = listed.filter((row) => !isYes(cell(row, 'waiting')));
  const block = meetingBlock(rows.slice(0, at));
  const stretches = letIn.map((row) => ({
    name: cell(row, 'name'),
    email: cell(row, 'email'),
    join: cell(row, 'join'),
    leave: cell(row, 'leave'),
  }));
  const orders = ordersOf([
    block.start,
    block.end,
    ...stretches.flatMap(({ join, leave }) => [join, leave]),
  ]);
  const people = countPeople(stretches.map((stretch) => attendedIn(stretch, orders[0])));
  // The file was cut: Zoom counted more than it lists.
  const untold = block.people > listed.length ? block.people : 0;
  return {
    times: distinct(orders.flatMap((order) => timesOf({ block, stretches, order }))),
    people: { ...people, most: Math.max(people.most, untold) },
    ...present({ meetingId: block.meetingId }),
  };
};

interface Stretch {
  readonly name: string;
  readonly email: string;
  readonly join: string;
  readonly leave: string;
}

const attendedIn = ({ name, email, join, leave }: Stretch, order?: DayOrder): Attended => {
  const minutes = (text: string): number | undefined =>
    order === undefined
      ? undefined
      : readStamp(text, order)?.since('2000-01-01T00:00', { largestUnit: 'minutes' }).minutes;
  return { name, email, ...present({ from: minutes(join), until: minutes(leave) }) };
};

/** Words of the headers, folded; the first column that fits. */
const participantWords = {
  waiting: /\b(?:waiting room|ruang tunggu)\b/,
  email: /\be ?mail\b|\bsurel\b/,
  join: /\bjoin\b|\bbergabung\b|\b(?:waktu|jam) (?:masuk|gabung)\b/,
  leave: /\bleave\b|\bkeluar\b|\bmeninggalkan\b/,
  duration: /\bduration\b|\bdurasi\b/,
  name: /^(?:name|nama|user name|participant name|nama peserta)\b(?! host)/,
} as const;

const meetingWords = {
  meetingId: /^(?:meeting id|id rapat|id pertemuan|id)$/,
  start: /^(?:(?:actual )?start time|(?:waktu|jam) (?:mulai|dimulai))\b/,
  end: /^(?:(?:actual )?end time|(?:waktu|jam) (?:selesai|berakhir))\b/,
  people: /^(?:participants|peserta|jumlah peserta)$/,
} as const;

const columnsIn = <F extends string>(
  header: readonly string[],
  words: Readonly<Record<F, RegExp>>,
): Readonly<Record<F, number>> => {
  const taken = new Set<number>();
  const found = Object.entries<RegExp>(words).map(([field, word]) => {
    const at = header.findIndex((text, index) => !taken.has(index) && word.test(fold(text)));
    if (at >= 0) taken.add(at);
    return [field, at];
  });
  return Object.fromEntries(found);
};

/** The block about the meeting names whoever made it, in columns of the same names. */
const isParticipantHeader = (row: readonly string[]): boolean => {
  if (row.some((text) => /^(?:topic|topik)$/.test(fold(text)))) return false;
  const { name, join, leave, duration, email } = columnsIn(row, participantWords);
  return name >= 0 && ((join >= 0 && leave >= 0) || (duration >= 0 && email >= 0));
};

interface MeetingBlock {
  readonly meetingId: string | undefined;
  readonly start: string;
  readonly end: string;
  readonly people: number;
}

const meetingBlock = (rows: TableRows): MeetingBlock => {
  const at = rows.findIndex((row) => {
    const { meetingId, start } = columnsIn(row, meetingWords);
    return meetingId >= 0 || start >= 0;
  });
  const column = columnsIn(rows[at] ?? [], meetingWords);
  const cell = (field: keyof typeof meetingWords): string => rows[at + 1]?.[column[field]] ?? '';
  const digits = cell('meetingId').replaceAll(/\D/g, '');
  return {
    meetingId: digits === '' ? undefined : digits,
    start: cell('start'),
    end: cell('end'),
    people: Number(/^\d{1,6}$/.exec(cell('people'))?.[0] ?? 0),
  };
};

const isYes = (text: string): boolean => /^(?:yes|ya|y|true|1)$/.test(fold(text));

/** In which all dates of the file can be read; none where it gives none. */
const ordersOf = (stamps: readonly string[]): readonly DayOrder[] => {
  const given = stamps.filter((stamp) => stamp !== '' && stamp !== '-');
  return given.length === 0
    ? []
    : (['day-first', 'month-first'] as const).filter((order) =>
        given.every((stamp) => readStamp(stamp, order) !== undefined),
      );
};

const timesOf = ({
  block,
  stretches,
  order,
}: {
  readonly block: MeetingBlock;
  readonly stretches: readonly Stretch[];
  readonly order: DayOrder;
}): readonly MeetingTimes[] => {
  const joined = stretches.flatMap(({ join }) => readStamp(join, order) ?? []);
  const left = stretches.flatMap(({ leave }) => readStamp(leave, order) ?? []);
  const start = readStamp(block.start, order) ?? joined.sort(Temporal.PlainDateTime.compare)[0];
  const end = readStamp(block.end, order) ?? left.sort(Temporal.PlainDateTime.compare).at(-1);
  if (start === undefined || end === undefined) return [];
  const hours = end.since(start).total('hours');
  return hours > 0 && hours <= longestHours ? [{ start: minuteOf(start), end: minuteOf(end) }] : [];
};

const minuteOf = (moment: Temporal.PlainDateTime): string =>
  moment.toString({ smallestUnit: 'minute' });

const distinct = (times: readonly MeetingTimes[]): readonly MeetingTimes[] => [
  ...new Map(times.map((each) => [`${each.start} ${each.end}`, each])).values(),
];
