/** Events in Ringkasan: where, when, who goes with what, and what has to come back. */

import type { Temporal } from 'temporal-polyfill';
import { hasStarted } from '../cases/case-facts.ts';
import { remembering } from '../cases/remembered.ts';
import type { Case, Situation } from '../cases/situation.ts';
import { instantText } from '../cases/watched-now.ts';
import { clockTime, dayName, longDay } from '../cases/wording.ts';
import { zoneOf } from '../clock/zones.ts';
import { contactOf } from '../day/contact.ts';
import { comingBack, eventsOn } from '../day/day-events.ts';
import { openChecksOf } from '../day/preparation.ts';
import { instantOf } from '../sheet/local-time.ts';
import type { QueueSection } from './approval-queue.ts';

/** What may not have come back yet. */
export const backSection = (cases: readonly Case[], situation: Situation): QueueSection => ({
  title: 'Peralatan yang harus sudah kembali',
  header: ['Tiket', 'Kegiatan', 'Selesai', 'Tempat', 'Petugas', 'Peralatan'],
  rows: comingBack(cases, situation).map(({ subject, items }) => [
    subject.ticket,
    subject.decided.disclosure?.publicTopic ?? '',
    longDay(subject.request.answers.schedule?.endDay ?? situation.today),
    subject.request.answers.place ?? '',
    officersShown(subject),
    items.map(({ name, quantity }) => `${name} (${quantity})`).join('; '),
  ]),
});

const officersShown = ({ decided }: Case): string =>
  (decided.officers?.people ?? []).map(({ name }) => name).join('; ');

/** Of today's events that have not begun. */
export const openChecksSection = (
  cases: readonly Case[],
  { today, now }: Situation,
): QueueSection => ({
  title: 'Persiapan hari ini yang belum dicatat',
  header: ['Tiket', 'Kegiatan', 'Jam', 'Tempat', 'Belum dicatat'],
  rows: eventsOn(cases, today).flatMap(({ subject, session }) => {
    const open = hasStarted(subject, now) ? [] : openChecksOf(subject);
    return open.length === 0
      ? []
      : [
          [
            subject.ticket,
            subject.decided.disclosure?.publicTopic ?? '',
            clockTime(session.start),
            subject.request.answers.place ?? '',
            open.join('; '),
          ],
        ];
  }),
});

export const eventSection = (
  title: string,
  cases: readonly Case[],
  situation: Situation,
): QueueSection => ({
  title,
  rows: [...cases].sort(byStart).map((subject) => eventRow(subject, situation)),
  header: [
    'Tiket',
    'Kegiatan',
    'Waktu',
    'Tempat',
    'Petugas',
    'Status',
    'Peralatan',
    'Akun Zoom',
    'Kontak',
  ],
});

const eventRow = remembering((subject: Case, situation): readonly string[] => {
  const { schedule, place } = subject.request.answers;
  const first = schedule?.sessions[0];
  const zone = zoneOf(situation.timeZone);
  const when =
    first && schedule
      ? `${dayOf(first.start.toPlainDate(), situation)}${clockTime(first.start)} ${schedule.openEnd ? `${zone} s.d. selesai` : `s.d. ${clockTime(first.end)} ${zone}`}`
      : '';
  return [
    subject.ticket,
    subject.decided.disclosure?.publicTopic ?? '',
    when,
    place ?? '',
    officersShown(subject),
    subject.decided.state?.is ?? '',
    (subject.decided.equipment?.reserved ?? [])
      .map(({ name, quantity }) => `${name} (${quantity})`)
      .join('; '),
    subject.decided.licence?.name ?? '',
    contactOf(subject),
  ];
});

/** Not by row: people sort the sheet, and that alone is no news. */
export const byTicket = (a: Case, b: Case): number => (a.ticket < b.ticket ? -1 : 1);

const byStart = (a: Case, b: Case): number =>
  startOf(a).localeCompare(startOf(b)) || byTicket(a, b);

const startOf = ({ request }: Case): string => {
  const first = request.answers.schedule?.sessions[0];
  return first === undefined ? '' : instantText(instantOf(first.start));
};

const dayOf = (day: Temporal.PlainDate, { today }: Situation): string =>
  day.equals(today) ? '' : `${dayName(day).slice(0, 3)} ${day.day}/${day.month} `;
