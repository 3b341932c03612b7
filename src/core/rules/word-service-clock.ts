/** The service clock in words: what *Waktu Layanan* shows, and the one sentence that explains it. */
import type { Temporal } from 'temporal-polyfill';
import { latestMoment } from '../confirmation.ts';
import type { Case, ClockReading, Situation } from '../situation.ts';
import { clockTime, duration, number, shortMoment } from '../wording.ts';

/** A reading before it is put into words. */
export type ClockFacts = Omit<ClockReading, 'shown' | 'sentence'>;

interface Words {
  readonly facts: ClockFacts;
  readonly subject: Case;
  readonly situation: Situation;
}

/** "6 j 30 m (terpenuhi)", "lewat tenggat", "dijeda" … */
export const clockShown = ({ facts, situation }: Words): string => {
  const minutes = officialMinutes(facts, situation);
  const isUrgent = facts.flags.includes('urgent');
  switch (facts.kind) {
    case 'not-started':
      return 'menunggu kelengkapan';
    case 'no-figure':
      if (facts.flags.includes('late-entry')) return 'entri susulan';
      return facts.flags.includes('cancelled') ? 'batal sebelum tenggat' : 'tanpa catatan waktu';
    case 'running':
    case 'paused':
      if (facts.flags.includes('overdue')) return 'lewat tenggat';
      return `${facts.kind === 'paused' ? 'dijeda' : 'berjalan'}${isUrgent ? ' (mendadak)' : ''}`;
    case 'met':
    case 'missed': {
      if (minutes === undefined) return 'batal setelah lewat tenggat';
      const outcome = facts.kind === 'met' ? 'terpenuhi' : 'lewat tenggat';
      return `${duration(minutes)} (${outcome}${isUrgent ? ', mendadak' : ''})`;
    }
  }
};

/** "Diterima lengkap Sen 23/11 09.10; dikonfirmasi 15.40; 6 j 30 m dari 24 j." */
export const clockSentence = (words: Words): string => {
  const { facts, subject } = words;
  if (facts.flags.includes('late-entry')) {
    return 'Dicatat lengkap setelah kegiatan selesai (entri susulan); waktu layanan tidak dihitung.';
  }
  if (facts.kind === 'not-started') {
    return 'Waktu layanan dihitung sejak isian permohonan lengkap.';
  }
  if (facts.kind === 'no-figure') {
    return facts.flags.includes('cancelled')
      ? `${calledOffWord(subject)} sebelum tenggat; waktu layanan tidak dihitung.`
      : 'Waktu konfirmasi atau penolakan tidak tercatat; waktu layanan tidak dihitung.';
  }
  return `${[...beginning(words), ...ending(words)].join('; ')}.`;
};

const beginning = ({
  facts: { startedAt, flags },
  subject,
  situation,
}: Words): readonly string[] => {
  if (startedAt === undefined) return [];
  const word = latestMoment(subject.moments, ['rescheduled']) ? 'Jadwal baru' : 'Diterima lengkap';
  const urgent = flags.includes('urgent') ? ['permohonan mendadak'] : [];
  return [`${word} ${shortMoment(startedAt, situation.timeZone)}`, ...urgent];
};

const ending = (words: Words): readonly string[] => {
  const { facts, subject, situation } = words;
  const { startedAt, stoppedAt, dueAt } = facts;
  if (startedAt === undefined) return [];
  const moment = (at: Temporal.Instant) => sameDayMoment(at, startedAt, situation.timeZone);
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
        ...pauseWords(facts),
        figures(words),
      ];
};

const pauseWords = ({ pausedMinutes = 0 }: ClockFacts): readonly string[] =>
  pausedMinutes > 0 ? [`dijeda ${duration(pausedMinutes)}`] : [];

/** Both figures, the official one first. */
const figures = ({ facts, situation }: Words): string => {
  const { clock, serviceHours } = situation.desk.settings;
  const wall = duration(facts.wallMinutes ?? 0);
  const working = duration(facts.workingMinutes ?? 0);
  const promised = `${number(serviceHours)} j`;
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

const calledOffWord = ({ handMade }: Case): string =>
  handMade.state === 'Dijadwalkan Ulang' ? 'Dijadwalkan ulang' : 'Dibatalkan';

/** Only the time of day when it is the same day. */
const sameDayMoment = (at: Temporal.Instant, than: Temporal.Instant, timeZone: string): string => {
  const local = at.toZonedDateTimeISO(timeZone);
  const isSameDay = local.toPlainDate().equals(than.toZonedDateTimeISO(timeZone).toPlainDate());
  return isSameDay ? clockTime(local) : shortMoment(at, timeZone);
};
