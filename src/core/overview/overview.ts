/**
 * The tab Ringkasan: what today, the next days and the month ask of the staff, at one glance.
 *
 * It speaks of days, never of minutes left, so that it changes only when a fact or the day does.
 */

import type { AwaitedSignature } from '../approval/awaited-signature.ts';
import { hasEnded, institutionOf, isAwaitingAnswer, isCalledOff } from '../cases/case-facts.ts';
import { casesThat } from '../cases/cases-that.ts';
import type { DeskProblem } from '../cases/desk.ts';
import { recalled } from '../cases/remembered.ts';
import type { Case, Situation } from '../cases/situation.ts';
import { longDay, monthNames } from '../cases/wording.ts';
import { overviewTabName } from '../columns/tabs.ts';
import { eventsOn, isAroundToday, mayComeBack } from '../day/day-events.ts';
import { evaluationReminders } from '../figures/improvements.ts';
import type { OfficerDraft } from '../messages/shown/officer-drafts.ts';
import { uncountedNotices } from '../reading/registers/uncounted-equipment.ts';
import { daysBetween } from '../sheet/calendar-days.ts';
import type { CellEdit } from '../sheet/edits.ts';
import { dayOfZoned } from '../sheet/local-time.ts';
import { asRead, type Cell, type Link, spotOf, type TabSnapshot } from '../sheet/snapshot.ts';
import { sameCell } from '../sheet/three-way.ts';
import { approvalQueue, type QueueSection } from './approval-queue.ts';
import { dueToday, openComplaints, overdueActions } from './due-sections.ts';
import { backSection, byTicket, eventSection, openChecksSection } from './event-sections.ts';
import { monthRows } from './month-rows.ts';
import { hasStaffNotes, problemLines, staffNoteLines } from './overview-rows.ts';

/** Columns A to I. */
const width = 9;

/** What a cell of Ringkasan may hold. */
export type OverviewCell = Cell | Link;

/** The cells of Ringkasan that differ from what should stand there. */
export const overviewEdits = (
  tab: TabSnapshot | undefined,
  grid: readonly (readonly OverviewCell[])[],
  /** Where links lead that were written last, by their text: for a workbook that does not tell. */
  lastLinks: ReadonlyMap<string, string> = new Map(),
): readonly CellEdit[] => {
  if (tab === undefined) return [];
  const edits: CellEdit[] = [];
  for (let row = 0; row < Math.max(tab.rows.length, grid.length); row += 1) {
    for (let column = 0; column < width; column += 1) {
      const was = tab.rows[row]?.[column] ?? '';
      const becomes = grid[row]?.[column] ?? '';
      const leadsThere =
        typeof becomes !== 'object' ||
        becomes.url ===
          (tab.links ?? lastLinks).get(tab.links ? spotOf(row + 1, column + 1) : becomes.text);
      if (sameCell(was, asRead(becomes)) && leadsThere) continue;
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
 * @param officers What opens a draft to each officer who is on duty today or tomorrow.
 */
export const overviewGrid = (
  unsorted: readonly Case[],
  situation: Situation,
  notices: readonly string[],
  problems: readonly DeskProblem[] = situation.desk.problems,
  queue: readonly AwaitedSignature[] = [],
  officers: readonly OfficerDraft[] = [],
): readonly (readonly OverviewCell[])[] => {
  const troubles = [...notices, ...uncountedNotices(situation.desk.equipment)];
  const isUntold = ({ text }: DeskProblem): boolean => !troubles.includes(text);
  const { today } = situation;
  const from = [unsorted, queue, officers];
  // A pass asks twice: before its documents are made, and with what is to be said of them.
  const { tasks, figures } = recalled({ by: toldOf, of: 'Ringkasan', from }, situation, (around) =>
    toldOf(unsorted, around, { queue, officers }),
  );
  return [
    [`${overviewTabName} Layanan Video Conference`],
    [`Keadaan ${longDay(today)}. Tab ini ditulis ulang oleh layanan; jangan mengisi di sini.`],
    [],
    ...section(
      'Pemberitahuan layanan',
      troubles.map((text) => [text]),
      '',
    ),
    ...tasks,
    ...section('Baris yang perlu diperiksa', problemLines(problems.filter(isUntold)), '', [
      'Tab',
      'Baris',
      'Yang perlu dilakukan',
    ]),
    ...figures,
  ];
};

/** Between the service's own troubles and the rows to look at, and below them. */
interface GridParts {
  readonly tasks: readonly (readonly OverviewCell[])[];
  readonly figures: readonly (readonly OverviewCell[])[];
}

const toldOf = (
  unsorted: readonly Case[],
  situation: Situation,
  {
    queue,
    officers,
  }: {
    readonly queue: readonly AwaitedSignature[];
    readonly officers: readonly OfficerDraft[];
  },
): GridParts => {
  const { today } = situation;
  const concerning = casesThat(concernsAnySection, unsorted, situation);
  const those = (section: keyof typeof concerns): readonly Case[] =>
    concerning.filter((subject) => concerns[section](subject, situation)).toSorted(byTicket);
  const around = those('around');
  const tasks = [
    ...events(
      eventSection(
        `Hari ini, ${longDay(today)}`,
        eventsOn(around, today).map(({ subject }) => subject),
        situation,
      ),
    ),
    ...section(
      'Hubungi petugas yang bertugas hari ini dan besok',
      officers.map(({ name, content }) => [name, content]),
      '',
      ['Petugas', 'Konsep WhatsApp'],
    ),
    ...shown(openChecksSection(around, situation)),
    ...shown(backSection(those('back'), situation)),
    ...shown(dueToday(those('awaiting'), situation)),
    ...events(eventSection('Tujuh hari ke depan', those('nextDays'), situation)),
    ...section(
      'Lewat tenggat layanan',
      those('overdue').map((subject) => [
        subject.ticket,
        subject.decided.disclosure?.publicTopic ?? '',
        institutionOf(subject),
        subject.decided.state?.is ?? '',
        subject.decided.clock?.shown ?? '',
      ]),
      'Tidak ada.',
      ['Tiket', 'Kegiatan', 'Instansi', 'Status', 'Waktu layanan'],
    ),
    ...shown(openComplaints(situation)),
    ...section(
      'Menunggu perbaikan atau jawaban',
      those('blocked').map((subject) => [
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
      those('lacking').map((subject) => [
        subject.ticket,
        subject.decided.disclosure?.publicTopic ?? '',
        institutionOf(subject),
        subject.decided.state?.is ?? '',
        (subject.decided.reportFacts?.missing ?? []).map(({ header }) => header).join('; '),
      ]),
      'Tidak ada.',
      ['Tiket', 'Kegiatan', 'Instansi', 'Status', 'Belum diisi'],
    ),
    ...approvalQueue(queue, { cases: unsorted, situation }).flatMap(shown),
    ...shown(overdueActions(situation)),
    ...section(
      'Evaluasi tahunan',
      evaluationReminders(unsorted, situation).map((text) => [text]),
      '',
    ),
    ...section('Isian petugas yang perlu diperiksa', staffNoteLines(those('staffNotes')), '', [
      'Tiket',
      'Kegiatan',
      'Instansi',
      'Status',
      'Yang perlu dilakukan',
    ]),
  ];
  const figures = [
    ...[today.toPlainYearMonth(), today.toPlainYearMonth().subtract({ months: 1 })].flatMap(
      (month) =>
        section(
          `Angka bulan ${monthNames[month.month - 1] ?? ''} ${month.year}`,
          monthRows(unsorted, situation, month),
          '',
        ),
    ),
  ];
  return { tasks, figures };
};

const section = (
  title: string,
  rows: readonly (readonly OverviewCell[])[],
  empty: string,
  header?: readonly Cell[],
): readonly (readonly OverviewCell[])[] => {
  if (rows.length === 0) return empty === '' ? [] : [[title], [empty], []];
  return [[title], ...(header ? [header] : []), ...rows, []];
};

const events = ({ title, header, rows }: QueueSection) =>
  section(title, rows, 'Tidak ada kegiatan.', header);

const shown = ({ title, header, rows }: QueueSection) => section(title, rows, '', header);

/** Some session begins on one of the seven days after today. */
const isInNextDays = (subject: Case, { today }: Situation): boolean =>
  !isCalledOff(subject) &&
  sessionsOf(subject).some(({ start }) => {
    const away = daysBetween(today, dayOfZoned(start));
    return away >= 1 && away <= 7;
  });

const sessionsOf = ({ request }: Case) => request.answers.schedule?.sessions ?? [];

const isOverdue = (subject: Case): boolean =>
  isAwaitingAnswer(subject) && subject.decided.clock?.flags.includes('overdue') === true;

const isBlocked = (subject: Case, { now }: Situation): boolean =>
  !isCalledOff(subject) && blocking(subject).length > 0 && !hasEnded(subject, now);

const blocking = ({ findings }: Case) => findings.filter(({ kind }) => kind !== 'warning');

const lacksReportFacts = (subject: Case, { now }: Situation): boolean =>
  !isCalledOff(subject) &&
  (subject.decided.reportFacts?.missing.length ?? 0) > 0 &&
  !subject.decided.reportFacts?.waived &&
  hasEnded(subject, now);

/** Which requests the sections tell of. */
const concerns = {
  around: isAroundToday,
  back: mayComeBack,
  awaiting: isAwaitingAnswer,
  nextDays: isInNextDays,
  overdue: isOverdue,
  blocked: isBlocked,
  lacking: lacksReportFacts,
  staffNotes: hasStaffNotes,
} satisfies Readonly<Record<string, (subject: Case, situation: Situation) => boolean>>;

/** Of years of requests few concern any: the sections choose among those. */
const concernsAnySection = (subject: Case, situation: Situation): boolean =>
  Object.values(concerns).some((isOf) => isOf(subject, situation));
