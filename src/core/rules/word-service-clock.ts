/** The service clock in words: what *Waktu Layanan* shows, and the one sentence that explains it. */
import type { Temporal } from 'temporal-polyfill';
import type { Case, ClockReading, Situation } from '../cases/situation.ts';
import { clockTime, duration, number, shortMoment } from '../cases/wording.ts';
import { latestMoment, standingConfirmation } from '../clock/confirmation.ts';
import { isBefore } from '../clock/spans.ts';
import { isSameDay } from '../sheet/calendar-days.ts';
import { type LocalTime, localTime } from '../sheet/local-time.ts';

/** A reading before it is put into words. */
export type ClockFacts = Omit<ClockReading, 'shown' | 'sentence'>;

interface ClockToWord {
  readonly facts: ClockFacts;
  readonly subject: Case;
  readonly situation: Situation;
  /** That of a cell unless said. */
  readonly spelling?: Spelling;
}

/**
 * Stands in *Waktu Layanan* wherever a promise was missed, and nowhere else: the workbook colours it by these words. Workbooks
 * that are there already hold them in their rules of colour; changed here, the red stays away there.
 */
export const lateWords = 'lewat tenggat';

/** How lengths and moments are spelled. */
export interface Spelling {
  readonly length: (minutes: number) => string;
  readonly hours: (hours: number) => string;
  readonly moment: (at: Temporal.Instant, timeZone: string) => string;
  /** Of a day that was named before. */
  readonly time: (at: LocalTime, timeZone: string) => string;
}

/** "6 j 30 m", "Sen 23/11 09.10": a cell is narrow. */
const cellSpelling: Spelling = {
  length: duration,
  hours: (hours) => `${number(hours)} j`,
  moment: shortMoment,
  time: clockTime,
};

/** "6 j 30 m (terpenuhi)", "lewat tenggat", "dijeda" … */
export const clockShown = ({
  facts,
  subject,
  situation,
  spelling = cellSpelling,
}: ClockToWord): string => {
  const minutes = officialMinutes(facts, situation);
  const isUrgent = facts.flags.includes('urgent');
  const lapsed = facts.flags.includes('lapsed') ? [`jadwal lama ${lateWords}`] : [];
  switch (facts.kind) {
    case 'not-started':
      return `menunggu kelengkapan${inBrackets(lapsed)}`;
    case 'no-figure':
      if (facts.flags.includes('late-entry')) return 'entri susulan';
      if (!facts.flags.includes('cancelled')) return `tanpa catatan waktu${inBrackets(lapsed)}`;
      return `${calledOffShort(subject)} ${facts.flags.includes('lapsed') ? `setelah ${lateWords}` : calledOffWhen(subject, situation)}`;
    case 'running':
    case 'paused':
      if (facts.flags.includes('overdue')) return lateWords;
      return `${facts.kind === 'paused' ? 'dijeda' : 'berjalan'}${inBrackets(isUrgent ? ['mendadak'] : [], lapsed)}`;
    case 'met':
    case 'missed': {
      if (minutes === undefined) return `${calledOffShort(subject)} setelah ${lateWords}`;
      const outcome = facts.kind === 'met' ? ['terpenuhi'] : isOnlyLapsed(facts) ? [] : [lateWords];
      return `${spelling.length(minutes)}${inBrackets(outcome, isUrgent ? ['mendadak'] : [], lapsed)}`;
    }
  }
};

const inBrackets = (...words: readonly (readonly string[])[]): string =>
  words.flat().length === 0 ? '' : ` (${words.flat().join(', ')})`;

/** The answer to the present schedule came in time. */
const isOnlyLapsed = ({ flags, dueAt, stoppedAt }: ClockFacts): boolean =>
  flags.includes('lapsed') &&
  (dueAt === undefined || stoppedAt === undefined || !isBefore(dueAt, stoppedAt));

/** "Diterima lengkap Sen 23/11 09.10; dikonfirmasi 15.40; 6 j 30 m dari 24 j." */
export const clockSentence = (words: ClockToWord): string => {
  const { facts, subject } = words;
  if (facts.flags.includes('late-entry')) {
    return 'Dicatat lengkap setelah kegiatan selesai (entri susulan); waktu layanan tidak dihitung.';
  }
  const lapsed = lapsedWords(words).map((text) => ` ${upperFirst(text)}.`);
  if (facts.kind === 'not-started') {
    return ['Waktu layanan dihitung sejak isian permohonan lengkap.', ...lapsed].join('');
  }
  if (facts.kind === 'no-figure') {
    const why = facts.flags.includes('cancelled')
      ? `${calledOffWord(subject)}${lapsed.length > 0 ? '' : ` ${calledOffWhen(subject, words.situation)}`}`
      : unrecorded(subject);
    return [`${why}; waktu layanan tidak dihitung.`, ...lapsed].join('');
  }
  return `${[...beginning(words), ...ending(words)].join('; ')}.`;
};

/** Nobody knows when it was answered or called off. */
const unrecorded = (subject: Case): string => {
  const last = latestMoment(subject.moments, ['confirmed', 'unconfirmed', 'cancelled']);
  return last?.kind === 'cancelled' && subject.handMade.state !== 'Ditolak'
    ? `${calledOffWord(subject)} pada waktu yang tidak tercatat`
    : 'Waktu konfirmasi atau penolakan tidak tercatat';
};

const lapsedWords = ({
  facts: { lapsedAt },
  situation,
  spelling = cellSpelling,
}: ClockToWord): readonly string[] =>
  lapsedAt === undefined
    ? []
    : [`tenggat jadwal lama lewat ${spelling.moment(lapsedAt, situation.timeZone)}`];

const upperFirst = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

const beginning = (words: ClockToWord): readonly string[] => {
  const { facts, subject, situation, spelling = cellSpelling } = words;
  const { startedAt, flags } = facts;
  if (startedAt === undefined) return [];
  const word = latestMoment(subject.moments, ['rescheduled']) ? 'Jadwal baru' : 'Diterima lengkap';
  const urgent = flags.includes('urgent') ? ['permohonan mendadak'] : [];
  return [
    `${word} ${spelling.moment(startedAt, situation.timeZone)}`,
    ...lapsedWords(words),
    ...urgent,
  ];
};

const ending = (words: ClockToWord): readonly string[] => {
  const { facts, subject, situation, spelling = cellSpelling } = words;
  const { startedAt, stoppedAt, dueAt } = facts;
  if (startedAt === undefined) return [];
  const moment = (at: Temporal.Instant) =>
    sameDayMoment(at, startedAt, { timeZone: situation.timeZone, spelling });
  const due = dueAt ? [`tenggat ${moment(dueAt)}`] : [];
  if (stoppedAt === undefined) {
    if (facts.flags.includes('overdue'))
      return [...due, 'tenggat sudah lewat dan belum dikonfirmasi'];
    return facts.kind === 'paused' ? ['dijeda menunggu pemohon'] : due;
  }
  const stopped = `${stopWord(facts, subject)} ${moment(stoppedAt)}`;
  return facts.wallMinutes === undefined
    ? [stopped, ...due, 'tenggat sudah lewat']
    : [
        ...(facts.flags.includes('urgent') ? due : []),
        stopped,
        ...pauseWords(facts, spelling),
        figures(words),
        ...(facts.kind === 'missed' && !isOnlyLapsed(facts) ? [lateWords] : []),
      ];
};

const pauseWords = ({ pausedMinutes = 0 }: ClockFacts, { length }: Spelling): readonly string[] =>
  pausedMinutes > 0 ? [`dijeda ${length(pausedMinutes)}`] : [];

/** Both figures, the official one first. */
const figures = ({ facts, situation, spelling = cellSpelling }: ClockToWord): string => {
  const { clock, serviceHours } = situation.desk.settings;
  const wall = spelling.length(facts.wallMinutes ?? 0);
  const working = spelling.length(facts.workingMinutes ?? 0);
  const promised = spelling.hours(serviceHours);
  return clock === 'wall'
    ? `${wall} dari ${promised} (menurut jam kerja ${working})`
    : `${working} jam kerja dari ${promised} (menurut jam dinding ${wall})`;
};

const officialMinutes = (
  { wallMinutes, workingMinutes }: ClockFacts,
  { desk }: Situation,
): number | undefined => (desk.settings.clock === 'wall' ? wallMinutes : workingMinutes);

const stopWord = ({ flags }: ClockFacts, subject: Case): string => {
  if (flags.includes('cancelled')) return calledOffWord(subject).toLowerCase();
  return subject.handMade.state === 'Ditolak' ? 'ditolak' : 'dikonfirmasi';
};

const calledOffWord = ({ handMade }: Case): string => {
  if (handMade.state === 'Dijadwalkan Ulang') return 'Dijadwalkan ulang';
  return handMade.state === 'Tidak Terlaksana' ? 'Tidak terlaksana' : 'Dibatalkan';
};

/** Who was answered in time and took it back then may have done so long after the answer was due. */
const calledOffWhen = (subject: Case, { now }: Situation): string =>
  standingConfirmation(subject, now).kind === 'at' ? 'setelah dikonfirmasi' : 'sebelum tenggat';

const calledOffShort = (subject: Case): string => {
  const word = calledOffWord(subject).toLowerCase();
  return word === 'dibatalkan' ? 'batal' : word;
};

/** Only the time of day when it is the same day. */
const sameDayMoment = (
  at: Temporal.Instant,
  than: Temporal.Instant,
  { timeZone, spelling }: { readonly timeZone: string; readonly spelling: Spelling },
): string => {
  const local = localTime(at, timeZone);
  return isSameDay(local.day, localTime(than, timeZone).day)
    ? spelling.time(local, timeZone)
    : spelling.moment(at, timeZone);
};
