import { Temporal } from 'temporal-polyfill';
import type { Situation } from '../cases/situation.ts';
import { clockTime } from '../cases/wording.ts';
import { blocksOf } from '../clock/window.ts';
import { canTake, isAwayFor, lacksToLead } from './roster.ts';
import type { Staffing } from './staff-events.ts';

/**
 * Why nobody can lead an event, in the staff's words.
 *
 * Where some events at one moment together have fewer officers than events, that is the proof and is said. Else
 * each officer is named with what keeps him.
 */
export const whyNoLead = (staffing: Staffing, duty: number, { timeZone }: Situation): string => {
  const { roster } = staffing;
  const ours = roster.flatMap((officer, index) =>
    officer.team === 'Persandian' && officer.active ? [{ officer, index }] : [],
  );
  if (ours.length === 0) return 'Tidak ada petugas aktif Tim Persandian di tab Petugas.';
  const proof = momentsOf(staffing, duty)
    .map((moment) => ({ moment, ...tooManyFor(staffing, duty, moment) }))
    .find(({ events, officers }) => officers > 0 && events > officers);
  if (proof) {
    const { events, officers, moment } = proof;
    return `${momentWords(staffing, duty, { moment, timeZone })} ada ${events} kegiatan yang hanya dapat ditangani ${officers} orang yang sama; kurang ${events - officers} orang.`;
  }
  return `Tidak ada petugas utama: ${ours
    .map(({ officer, index }) => `${officer.name} ${whatKeeps(staffing, index, duty)}`)
    .join('; ')}.`;
};

/** "bertugas di VC-2026-0012", "cuti", "tidak punya kompetensi …" */
const whatKeeps = ({ roster, duties, diary }: Staffing, index: number, duty: number): string => {
  const officer = roster[index];
  const subject = duties[duty]?.subject;
  if (officer === undefined || subject === undefined) return 'tidak tersedia';
  const lacks = lacksToLead(officer, subject);
  if (lacks !== undefined) return `tidak punya kompetensi ${lacks}`;
  if (isAwayFor(officer, subject)) return 'cuti';
  const elsewhere = diary.inTheWay(index, duty).flatMap((at) => duties[at]?.subject.ticket ?? []);
  return elsewhere.length > 0
    ? `bertugas di ${elsewhere.join(', ')}`
    : 'sudah diberi tahu untuk kegiatan lain';
};

/** When this event or one that collides with it begins to hold people up. */
const momentsOf = ({ duties, diary }: Staffing, duty: number): readonly number[] => {
  const own = duties[duty]?.occupancy;
  if (own === undefined) return [];
  const starts = [duty, ...diary.colliding(duty)].flatMap((at) =>
    (duties[at]?.subject.request.answers.schedule?.sessions ?? []).map(
      ({ start }) => start.epochMilliseconds,
    ),
  );
  return [...new Set(starts)]
    .filter((moment) => blocksOf(own).some(({ from, to }) => from <= moment && moment < to))
    .sort((a, b) => a - b);
};

/**
 * Grows the set of events at this moment that compete for the same officers: each officer who could lead one of
 * them leads another of them. Ends with more events than officers, or with an officer to spare.
 */
const tooManyFor = (
  { roster, duties, diary, leadsOnly }: Staffing,
  duty: number,
  moment: number,
): { readonly events: number; readonly officers: number } => {
  const events = [duty];
  const officers = new Set<number>();
  for (const at of events) {
    const subject = duties[at]?.subject;
    if (subject === undefined) continue;
    for (const [index, officer] of roster.entries()) {
      if (officers.has(index) || !canTake(officer, 'lead', subject)) continue;
      officers.add(index);
      const rival = [...leadsOnly.dutiesOf(index)].find(
        (other) =>
          !events.includes(other) &&
          events.every((each) => diary.colliding(each).includes(other)) &&
          blocksOf(duties[other]?.occupancy ?? nowhere).some(
            ({ from, to }) => from <= moment && moment < to,
          ),
      );
      if (rival === undefined) return { events: 0, officers: 0 };
      events.push(rival);
    }
  }
  return { events: events.length, officers: officers.size };
};

const nowhere = { windows: [], travelMs: 0, place: '' };

const momentWords = (
  { duties }: Staffing,
  duty: number,
  { moment, timeZone }: { readonly moment: number; readonly timeZone: string },
): string => {
  const local = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(timeZone);
  const isLong = (duties[duty]?.occupancy.windows.length ?? 0) > 1;
  return isLong
    ? `Tanggal ${local.day}/${local.month} pukul ${clockTime(local)}`
    : `Pukul ${clockTime(local)}`;
};
