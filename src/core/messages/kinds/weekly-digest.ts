/** On Monday morning supervisors read what is overdue and what waits, with the days that it has waited (F). */
import type { Temporal } from 'temporal-polyfill';
import { hasEnded, institutionOf, isCalledOff } from '../../cases/case-facts.ts';
import type { Case } from '../../cases/situation.ts';
import { compareInstants } from '../../cases/watched-now.ts';
import { firstOf, list, number, plainDay } from '../../cases/wording.ts';
import { awaitsAnswer, complaintsOf } from '../../figures/complaints.ts';
import { evaluationReminders, lateActions } from '../../figures/improvements.ts';
import { officeWords } from '../event-words.ts';
import type { MessageKind, MessageLook, WantedMessage } from '../message-kind.ts';
import { supervisorsOf } from '../recipients.ts';
import { isNew } from '../requester/telling.ts';
import { sampleOfficeWords } from '../samples.ts';

export const weeklyDigest: MessageKind = {
  key: 'weekly-digest',
  title: 'Ringkasan mingguan',
  audience: 'supervisor',
  template: 'ringkasan-mingguan.txt',
  mustPrint: ['terlambat', 'menunggu', 'pengaduan', 'tindakan', 'evaluasi', 'gagal'],
  sample: {
    ...sampleOfficeWords,
    pekan: '23 November 2026',
    terlambat: ['VC-2026-0123, Biro Umum Contoh: lewat tenggat layanan 2 hari'],
    menunggu: ['VC-2026-0120, Bappeda Contoh: Pimpinan Sebenarnya (3 hari)'],
    dokumen: ['Laporan Kegiatan VC-2026-0118: menunggu pemeriksaan sejak 16 November 2026'],
    pengaduan: ['ADU-2026-0001, tenggat 20 November 2026, belum ditentukan penanganannya'],
    tindakan: ['Menambah lisensi Zoom, tenggat 30 Oktober 2026'],
    evaluasi: ['Evaluasi Tahunan 2025 belum disetujui.'],
    gagal: 2,
  },
  wants: (look) => {
    const { situation } = look;
    const { today, timeZone, desk, now } = situation;
    const monday = today.subtract({ days: today.dayOfWeek - 1 });
    const at = monday
      .toZonedDateTime({ timeZone, plainTime: desk.settings.officeHours.start })
      .toInstant();
    if (!isNew(at, look) || compareInstants(now, at) < 0) return [];
    const parts = partsOf(look);
    if (
      Object.values(parts).every((part) => (Array.isArray(part) ? part.length === 0 : part === 0))
    )
      return [];
    const view = { ...officeWords(situation), pekan: plainDay(monday), ...parts };
    return supervisorsOf(situation).map(
      (to): WantedMessage => ({
        subject: monday.toString(),
        to,
        view,
        facts: { pekan: monday.toString() },
        isOnce: true,
        notBefore: at,
        notAfter: at.add({ hours: 24 * 5 }),
        because: 'ringkasan mingguan',
      }),
    );
  },
};

const partsOf = ({ cases, situation, told, queue = [] }: MessageLook) => {
  const { desk, timeZone, today } = situation;
  const live = cases.filter((subject) => !isCalledOff(subject));
  const daysSince = (at: Temporal.Instant | undefined): number =>
    at === undefined
      ? 0
      : Math.max(
          0,
          at.toZonedDateTimeISO(timeZone).toPlainDate().until(today, { largestUnit: 'days' }).days,
        );
  const dayOf = (at: Temporal.Instant): string =>
    plainDay(at.toZonedDateTimeISO(timeZone).toPlainDate());
  return {
    terlambat: some(
      live
        .filter(
          ({ decided: { clock } }) => clock?.kind === 'running' && clock.flags.includes('overdue'),
        )
        .map(
          (subject) =>
            `${named(subject)}: lewat tenggat layanan ${daysWords(daysSince(subject.decided.clock?.dueAt))}`,
        ),
    ),
    menunggu: some(
      live
        .filter((subject) => hasEnded(subject, situation.now))
        .flatMap((subject) => waitingFacts(subject, daysSince)),
    ),
    dokumen: some(
      queue.map(
        ({ title, ticket = '', waits }) =>
          `${[title, ticket].join(' ').trim()}: menunggu ${waitWords[waits.for]} sejak ${dayOf(waits.since)}`,
      ),
    ),
    pengaduan: some(
      complaintsOf(situation)
        .filter(({ complaint, state }) => awaitsAnswer(complaint) && state !== 'closed')
        .map(({ number: no, dueOn, handler }) =>
          [
            no ?? 'belum bernomor',
            ...(dueOn ? [`tenggat ${plainDay(dueOn)}`] : []),
            handler === undefined ? 'belum ditentukan penanganannya' : `ditangani ${handler}`,
          ].join(', '),
        ),
    ),
    tindakan: some(
      lateActions({ desk, today }).map(
        ({ action, due }) =>
          `${(action.action ?? action.finding).replace(/\.$/, '')}, tenggat ${plainDay(due)}`,
      ),
    ),
    evaluasi: evaluationReminders(cases, situation),
    gagal: [...told.values()].filter(
      (records) =>
        records.findLast(({ state }) => state.kind !== 'withdrawn')?.state.kind === 'failed',
    ).length,
  };
};

const waitWords = {
  check: 'pemeriksaan',
  approval: 'persetujuan',
  mending: 'perbaikan',
} as const;

/** So many of each are named. */
const most = 12;

const some = (lines: readonly string[]): readonly string[] =>
  firstOf(lines, most, (more) => `dan ${number(more)} lainnya`);

/** Neither topic nor person: enough to find it in the sheet. */
const named = (subject: Case): string =>
  [subject.ticket, institutionOf(subject)].filter((part) => part !== '').join(', ');

const daysWords = (days: number): string => (days === 0 ? 'hari ini' : `${number(days)} hari`);

const waitingFacts = (
  subject: Case,
  daysSince: (at: Temporal.Instant | undefined) => number,
): readonly string[] => {
  const facts = subject.decided.reportFacts;
  if (facts === undefined || facts.complete || facts.waived) return [];
  const end = subject.request.answers.schedule?.sessions.at(-1)?.end.toInstant();
  const headers = list([...new Set(facts.missing.map(({ header }) => header))]);
  return [`${named(subject)}: ${headers} (${daysWords(daysSince(end))})`];
};
