/**
 * The tab Ringkasan: what today, the next days and the month ask of the staff, at one glance.
 *
 * It speaks of days, never of minutes left, so that it changes only when a fact or the day does.
 */
import type { Temporal } from 'temporal-polyfill';
import { hasEnded, institutionOf, isCalledOff } from '../cases/case-facts.ts';
import type { DeskProblem } from '../cases/desk.ts';
import type { Case, Situation } from '../cases/situation.ts';
import { clockTime, dayName, duration, longDay, monthNames, number } from '../cases/wording.ts';
import { zoneOf } from '../clock/zones.ts';
import { overviewTabName } from '../columns/tabs.ts';
import { monthFigures } from '../figures/figures.ts';
import { uncountedNotices } from '../reading/registers/uncounted-equipment.ts';
import type { CellEdit } from '../sheet/edits.ts';
import type { Cell, TabSnapshot } from '../sheet/snapshot.ts';
import { sameCell } from '../sheet/three-way.ts';
import { type AwaitedSignature, approvalQueue } from './approval-queue.ts';
import { problemLines, staffNoteLines } from './overview-rows.ts';

/** Columns A to I. */
const width = 9;

/** The cells of Ringkasan that differ from what should stand there. */
export const overviewEdits = (
  tab: TabSnapshot | undefined,
  grid: readonly (readonly Cell[])[],
): readonly CellEdit[] => {
  if (tab === undefined) return [];
  const edits: CellEdit[] = [];
  for (let row = 0; row < Math.max(tab.rows.length, grid.length); row += 1) {
    for (let column = 0; column < width; column += 1) {
      const was = tab.rows[row]?.[column] ?? '';
      const becomes = grid[row]?.[column] ?? '';
      if (sameCell(was, becomes)) continue;
      edits.push({
        tab: tab.name,
        address: { kind: 'fixed', row: row + 1, column: column + 1 },
        was,
        becomes,
      });
    }
  }
  return edits;
};

/**
 * What Ringkasan should say.
 *
 * @param notices Troubles of the service itself, such as a template that was refused; shown on top.
 * @param problems Rows of any tab that are wrong; those of registers unless said.
 * @param queue Documents that wait for a signature.
 */
export const overviewGrid = (
  unsorted: readonly Case[],
  situation: Situation,
  notices: readonly string[],
  problems: readonly DeskProblem[] = situation.desk.problems,
  queue: readonly AwaitedSignature[] = [],
): readonly (readonly Cell[])[] => {
  const { today } = situation;
  const troubles = [...notices, ...uncountedNotices(situation.desk.equipment)];
  const isUntold = ({ text }: DeskProblem): boolean => !troubles.includes(text);
  const cases = [...unsorted].sort(byTicket);
  const live = cases.filter((subject) => !isCalledOff(subject));
  const on = (from: number, to: number) =>
    live.filter((subject) => occursBetween(subject, situation, from, to));
  return [
    [`${overviewTabName} Layanan Video Conference`],
    [`Keadaan ${longDay(today)}. Tab ini ditulis ulang oleh layanan; jangan mengisi di sini.`],
    [],
    ...section(
      'Pemberitahuan layanan',
      troubles.map((text) => [text]),
      '',
    ),
    ...eventSection(`Hari ini, ${longDay(today)}`, on(0, 0), situation),
    ...eventSection('Tujuh hari ke depan', on(1, 7), situation),
    ...section(
      'Lewat tenggat layanan',
      cases
        .filter(isOverdue)
        .map((subject) => [
          subject.ticket,
          subject.decided.disclosure?.publicTopic ?? '',
          institutionOf(subject),
          subject.decided.state?.is ?? '',
          subject.decided.clock?.shown ?? '',
        ]),
      'Tidak ada.',
      ['Tiket', 'Kegiatan', 'Instansi', 'Status', 'Waktu layanan'],
    ),
    ...section(
      'Menunggu perbaikan atau jawaban',
      live
        .filter((subject) => !hasEnded(subject, situation.now) && blocking(subject).length > 0)
        .map((subject) => [
          subject.ticket,
          subject.decided.disclosure?.publicTopic ?? '',
          institutionOf(subject),
          subject.decided.state?.is ?? '',
          blocking(subject)
            .map(({ field }) => field)
            .filter((field) => field !== undefined)
            .join('; '),
        ]),
      'Tidak ada.',
      ['Tiket', 'Kegiatan', 'Instansi', 'Status', 'Yang perlu dilengkapi'],
    ),
    ...section(
      'Laporan yang belum lengkap',
      live
        .filter(
          (subject) =>
            hasEnded(subject, situation.now) &&
            (subject.decided.reportFacts?.missing.length ?? 0) > 0 &&
            !subject.decided.reportFacts?.waived,
        )
        .map((subject) => [
          subject.ticket,
          subject.decided.disclosure?.publicTopic ?? '',
          institutionOf(subject),
          subject.decided.state?.is ?? '',
          (subject.decided.reportFacts?.missing ?? []).map(({ header }) => header).join('; '),
        ]),
      'Tidak ada.',
      ['Tiket', 'Kegiatan', 'Instansi', 'Status', 'Belum diisi'],
    ),
    ...approvalQueue(queue, { cases, situation }).flatMap(({ title, header, rows }) =>
      section(title, rows, '', header),
    ),
    ...section('Isian petugas yang perlu diperiksa', staffNoteLines(cases), '', [
      'Tiket',
      'Kegiatan',
      'Instansi',
      'Status',
      'Yang perlu dilakukan',
    ]),
    ...section('Baris yang perlu diperiksa', problemLines(problems.filter(isUntold)), '', [
      'Tab',
      'Baris',
      'Yang perlu dilakukan',
    ]),
    ...[today.toPlainYearMonth(), today.toPlainYearMonth().subtract({ months: 1 })].flatMap(
      (month) =>
        section(
          `Angka bulan ${monthNames[month.month - 1] ?? ''} ${month.year}`,
          monthRows(cases, situation, month),
          '',
        ),
    ),
  ];
};

const section = (
  title: string,
  rows: readonly (readonly Cell[])[],
  empty: string,
  header?: readonly Cell[],
): readonly (readonly Cell[])[] => {
  if (rows.length === 0) return empty === '' ? [] : [[title], [empty], []];
  return [[title], ...(header ? [header] : []), ...rows, []];
};

const eventSection = (title: string, cases: readonly Case[], situation: Situation) =>
  section(
    title,
    [...cases].sort(byStart).map((subject) => {
      const { schedule, place } = subject.request.answers;
      const first = schedule?.sessions[0];
      const when =
        first && schedule
          ? `${dayOf(first.start.toPlainDate(), situation)}${clockTime(first.start.toPlainTime())} ${zoneOf(situation.timeZone)} s.d. ${schedule.openEnd ? 'selesai' : clockTime(first.end.toPlainTime())}`
          : '';
      return [
        subject.ticket,
        subject.decided.disclosure?.publicTopic ?? '',
        when,
        place ?? '',
        (subject.decided.officers?.people ?? []).map(({ name }) => name).join('; '),
        subject.decided.state?.is ?? '',
        (subject.decided.equipment?.reserved ?? [])
          .map(({ name, quantity }) => `${name} (${quantity})`)
          .join('; '),
        subject.decided.licence?.name ?? '',
        contactOf(subject),
      ];
    }),
    'Tidak ada kegiatan.',
    [
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
  );

/** Whoever is in charge on the spot, else who asked, with the telephone. */
const contactOf = ({ request: { answers } }: Case): string => {
  const name = answers.placeContact ?? answers.requesterName ?? '';
  const phone = answers.phone?.replace(/^62/, '0') ?? '';
  const isThere = name.replaceAll(/\D/g, '').includes(phone.slice(1));
  return phone === '' || isThere ? name : `${name}, ${phone}`;
};

/** Not by row: people sort the sheet, and that alone is no news. */
const byTicket = (a: Case, b: Case): number => (a.ticket < b.ticket ? -1 : 1);

const byStart = (a: Case, b: Case): number =>
  startOf(a).localeCompare(startOf(b)) || byTicket(a, b);

const startOf = ({ request }: Case): string =>
  request.answers.schedule?.sessions[0]?.start.toInstant().toString() ?? '';

const dayOf = (day: Temporal.PlainDate, { today }: Situation): string =>
  day.equals(today) ? '' : `${dayName(day).slice(0, 3)} ${day.day}/${day.month} `;

/** Some session falls on a day from `from` to `to` days after today. */
const occursBetween = (
  { request }: Case,
  { today }: Situation,
  from: number,
  to: number,
): boolean =>
  (request.answers.schedule?.sessions ?? []).some(({ start }) => {
    const away = today.until(start.toPlainDate(), { largestUnit: 'days' }).days;
    return away >= from && away <= to;
  });

const isOverdue = ({ decided }: Case): boolean =>
  decided.clock?.kind === 'running' && decided.clock.flags.includes('overdue');

const blocking = ({ findings }: Case) => findings.filter(({ kind }) => kind !== 'warning');

/** Label and figure, a row each. */
const monthRows = (
  cases: readonly Case[],
  { desk, timeZone }: Situation,
  month: Temporal.PlainYearMonth,
): readonly (readonly Cell[])[] => {
  const figures = monthFigures(month, { cases, desk, timeZone });
  const {
    met,
    missed,
    urgentMet,
    urgentMissed,
    lateEntries,
    compliancePercent,
    averageMinutes,
    averagedOf,
  } = figures.service;
  const { percent, delivered, requested, uncounted } = figures.readiness;
  const incidents = figures.incidents.reduce((sum, { count }) => sum + count, 0);
  const complaints = figures.complaints.reduce((sum, { count }) => sum + count, 0);
  return [
    ['Permohonan untuk kegiatan bulan itu', figures.requests],
    ...(figures.undated > 0
      ? [['Diterima bulan itu tanpa hari kegiatan yang terbaca', figures.undated]]
      : []),
    ['Kegiatan terlaksana', figures.held],
    ...(figures.untold > 0 ? [['Di antaranya tanpa catatan pelaksanaan', figures.untold]] : []),
    ['Terlayani dalam tenggat', met],
    ['Lewat tenggat', missed],
    [
      'Kepatuhan',
      compliancePercent === undefined
        ? '-'
        : `${number(compliancePercent, 1)}% (${met} dari ${met + missed})`,
    ],
    [
      'Rata-rata waktu layanan',
      averageMinutes === undefined ? '-' : `${duration(averageMinutes)}, n = ${averagedOf}`,
    ],
    ['Permohonan mendadak (terpenuhi dari semua)', `${urgentMet} dari ${urgentMet + urgentMissed}`],
    ['Entri susulan', lateEntries],
    ['Kendala', incidents],
    ['Pengaduan, saran, dan masukan', complaints],
    [
      'Kesiapan peralatan',
      percent === undefined
        ? '-'
        : `${number(percent, 1)}% (${number(delivered)} dari ${number(requested)} unit)`,
    ],
    ...(uncounted > 0 ? [['Permohonan yang kesiapannya tidak dapat dihitung', uncounted]] : []),
    [
      'Kepuasan (IKM)',
      figures.satisfaction
        ? `${number(figures.satisfaction.index)} (${figures.satisfaction.grade}), n = ${figures.satisfaction.n}`
        : '-',
    ],
  ];
};
