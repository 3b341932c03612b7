/** What runs out or has run out, for Ringkasan: answers due today, complaints, improvement actions, the evaluation. */
import { Temporal } from 'temporal-polyfill';
import { institutionOf } from '../cases/case-facts.ts';
import type { Case, Situation } from '../cases/situation.ts';
import { clockTime, number, plainDay } from '../cases/wording.ts';
import { zoneOf } from '../clock/zones.ts';
import { actionTab } from '../columns/action-tab.ts';
import { awaitsAnswer, complaintsOf, type TrackedComplaint } from '../figures/complaints.ts';
import { lateActions } from '../figures/improvements.ts';
import type { Cell } from '../sheet/snapshot.ts';
import type { QueueSection } from './approval-queue.ts';

/** Requests whose service time ends today and that are not answered yet; those that it has passed stand in their own list. */
export const dueToday = (
  cases: readonly Case[],
  { today, timeZone }: Pick<Situation, 'today' | 'timeZone'>,
): QueueSection => ({
  title: 'Jatuh tempo hari ini',
  header: ['Tiket', 'Kegiatan', 'Instansi', 'Status', 'Konfirmasi paling lambat', 'Petugas'],
  rows: cases
    .flatMap((subject) => {
      const { clock } = subject.decided;
      const due = clock?.kind === 'running' ? clock.dueAt?.toZonedDateTimeISO(timeZone) : undefined;
      const isOpen = clock?.flags.includes('overdue') !== true;
      return due && isOpen && due.toPlainDate().equals(today) ? [{ subject, due }] : [];
    })
    .sort((a, b) => Temporal.ZonedDateTime.compare(a.due, b.due))
    .map(({ subject, due }) => [
      subject.ticket,
      subject.decided.disclosure?.publicTopic ?? '',
      institutionOf(subject),
      subject.decided.state?.is ?? '',
      `pukul ${clockTime(due)} ${zoneOf(timeZone)}`,
      (subject.decided.officers?.people ?? []).map(({ name }) => name).join('; '),
    ]),
});

/** What was written stays in its tab: here stands only that it waits. */
export const openComplaints = (situation: Situation): QueueSection => ({
  title: 'Pengaduan yang belum ditutup',
  header: ['Nomor', 'Jenis', 'Tiket', 'Masuk', 'Keadaan', 'Tenggat', 'Ditangani oleh'],
  rows: complaintsOf(situation)
    .filter(({ complaint, state }) => awaitsAnswer(complaint) && state !== 'closed')
    .toSorted((a, b) => daysLeft(a, situation) - daysLeft(b, situation))
    .map((tracked) => [
      tracked.number ?? '',
      tracked.kind,
      tracked.complaint.ticket ?? '',
      dayOrNone(tracked.receivedOn),
      standing(tracked, situation),
      dayOrNone(tracked.dueOn),
      tracked.handler ?? 'belum ditentukan',
    ]),
});

const standing = (tracked: TrackedComplaint, { today }: Pick<Situation, 'today'>): string => {
  const left = daysLeft(tracked, { today });
  const when =
    tracked.dueOn === undefined
      ? ''
      : left < 0
        ? `lewat ${number(-left)} hari`
        : left === 0
          ? 'jatuh tempo hari ini'
          : `${number(left)} hari lagi`;
  const answered = tracked.complaint.answer === undefined ? '' : 'sudah dijawab, belum ditutup';
  return [when, answered].filter((part) => part !== '').join('; ');
};

const daysLeft = ({ dueOn }: TrackedComplaint, { today }: Pick<Situation, 'today'>): number =>
  dueOn ? today.until(dueOn, { largestUnit: 'days' }).days : Number.MAX_SAFE_INTEGER;

const dayOrNone = (day: Temporal.PlainDate | undefined): Cell => (day ? plainDay(day) : '');

const mostActions = 15;

export const overdueActions = ({ desk, today }: Situation): QueueSection => {
  const late = lateActions({ desk, today });
  return {
    title: 'Tindakan perbaikan yang lewat tenggat',
    header: ['Tahun', 'Temuan', 'Tindakan', 'Penanggung jawab', 'Tenggat', 'Keadaan'],
    rows: [
      ...late
        .slice(0, mostActions)
        .map(({ action, due }) => [
          action.year,
          action.finding,
          action.action ?? '',
          action.owner ?? 'belum ditentukan',
          plainDay(due),
          action.state,
        ]),
      ...(late.length > mostActions
        ? [
            [
              `dan ${number(late.length - mostActions)} tindakan lainnya; baca tab ${actionTab.name}.`,
            ],
          ]
        : []),
    ],
  };
};
