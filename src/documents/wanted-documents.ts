/**
 * Which documents should exist now. Asked on every pass, so nothing depends on being awake at the turn of a month.
 *
 * A document that is no longer wanted (a cancelled event's duty letter, say) is left as it lies.
 */
import type { Temporal } from 'temporal-polyfill';
import { hasEnded, hasStarted, isCalledOff, isLateEntry, receivedAt } from '../core/case-facts.ts';
import type { State } from '../core/columns.ts';
import type { Ticket } from '../core/ledger-state.ts';
import type { Case, Situation } from '../core/situation.ts';
import { monthNames } from '../core/wording.ts';
import { activityReportView } from './activity-report.ts';
import { type DocumentKind, documentKinds } from './document-kinds.ts';
import { dutyLetterView } from './duty-letter.ts';
import { publicTopicOf } from './event-parts.ts';
import { monthlyRecapView } from './monthly-recap.ts';
import { shortageNoticeView } from './shortage-notice.ts';
import { yearlyEvaluationView } from './yearly-evaluation.ts';

export interface WantedDocument {
  /** `laporan/VC-2026-0123`, `rekap/2026-11`. */
  readonly key: string;
  readonly kind: DocumentKind;
  readonly ticket?: Ticket;
  /** Folder names from the root of the store down: `['Laporan', '2026', '11 November']`. */
  readonly folder: readonly string[];
  readonly name: string;
  /** Plain data for the template. */
  readonly view: object;
  /** Somebody has put their name to it: once saved so, the file is not renewed again. */
  readonly signedOff: boolean;
  readonly because: string;
}

export const wantedDocuments = (
  cases: readonly Case[],
  situation: Situation,
): readonly WantedDocument[] => [
  ...cases.flatMap((subject) => caseDocuments(subject, situation)),
  ...monthsWithRequests(cases, situation).map((month) => recapOf(month, cases, situation)),
  ...endedYears(cases, situation).map((year) => evaluationOf(year, cases, situation)),
];

const caseDocuments = (subject: Case, situation: Situation): readonly WantedDocument[] => {
  const { ticket, request, decided } = subject;
  const day = dayOfCase(subject, situation);
  if (isCalledOff(subject) || isOff(decided.state?.is) || day === undefined) return [];
  const document = (
    kind: DocumentKind,
    {
      view,
      because,
      mark = '',
      signedOff = false,
    }: { view: object; because: string; mark?: string; signedOff?: boolean },
  ): WantedDocument => ({
    key: `${kind}/${ticket}`,
    kind,
    ticket,
    folder: [documentKinds[kind].folder, String(day.year), monthFolder(day)],
    name: `${ticket} ${documentKinds[kind].title} - ${shortTopic(publicTopicOf(subject))}${mark}.docx`,
    view,
    signedOff,
    because,
  });
  const facts = decided.reportFacts;
  const isFinal = facts?.complete === true || facts?.waived === true;
  const wanted: WantedDocument[] = [];
  if (
    isScheduled(decided.state?.is) &&
    hasOfficers(subject) &&
    !isLateEntry(subject) &&
    !hasEnded(subject, situation.now)
  ) {
    wanted.push(
      document('surat-tugas', {
        view: dutyLetterView(subject, situation),
        because: 'Kegiatan sudah terjadwal dan petugasnya ditetapkan.',
      }),
    );
  }
  if (
    (decided.equipment?.shortage.length ?? 0) > 0 &&
    !request.staff.shortageMet &&
    !hasStarted(subject, situation.now)
  ) {
    wanted.push(
      document('kekurangan', {
        view: shortageNoticeView(subject, situation),
        because: 'Ada peralatan yang perlu disediakan pemohon.',
      }),
    );
  }
  if (hasEnded(subject, situation.now)) {
    wanted.push(
      document('laporan', {
        view: activityReportView(subject, situation),
        because: isFinal
          ? 'Kegiatan selesai dan isian laporan lengkap.'
          : 'Kegiatan selesai; isian laporan belum lengkap.',
        mark: isFinal ? '' : ' (Draf)',
        signedOff: isFinal && request.staff.approvedBy !== undefined,
      }),
    );
  }
  return wanted;
};

const recapOf = (
  month: Temporal.PlainYearMonth,
  cases: readonly Case[],
  situation: Situation,
): WantedDocument => {
  const isRunning = month.equals(situation.today.toPlainYearMonth());
  const title = `${documentKinds.rekap.title} ${monthNames[month.month - 1] ?? ''} ${month.year}`;
  return {
    key: `rekap/${month.toString()}`,
    kind: 'rekap',
    folder: [documentKinds.rekap.folder, String(month.year)],
    name: `${month.toString()} ${title}${isRunning ? ' (sementara)' : ''}.docx`,
    view: monthlyRecapView(cases, situation, month),
    signedOff: false,
    because: isRunning
      ? 'Rekap sementara bulan berjalan.'
      : 'Bulan sudah berakhir dan ada permohonan.',
  };
};

const evaluationOf = (
  year: number,
  cases: readonly Case[],
  situation: Situation,
): WantedDocument => ({
  key: `evaluasi/${year}`,
  kind: 'evaluasi',
  folder: [documentKinds.evaluasi.folder],
  name: `${year} ${documentKinds.evaluasi.title}.docx`,
  view: yearlyEvaluationView(cases, situation, year),
  signedOff: false,
  because: 'Tahun sudah berakhir dan ada permohonan.',
});

/** Every month up to the running one in which some event takes place. */
const monthsWithRequests = (
  cases: readonly Case[],
  situation: Situation,
): readonly Temporal.PlainYearMonth[] => {
  const thisMonth = situation.today.toPlainYearMonth().toString();
  const months = new Map<string, Temporal.PlainYearMonth>();
  for (const subject of cases) {
    const month = dayOfCase(subject, situation)?.toPlainYearMonth();
    if (month && month.toString() <= thisMonth) months.set(month.toString(), month);
  }
  return [...months].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, month]) => month);
};

const endedYears = (cases: readonly Case[], situation: Situation): readonly number[] => {
  const years = new Set(cases.flatMap((subject) => dayOfCase(subject, situation)?.year ?? []));
  return [...years].filter((year) => year < situation.today.year).sort((a, b) => a - b);
};

/** The day that decides folder and month: of the event, or of receipt where the day cannot be read. */
const dayOfCase = (subject: Case, { timeZone }: Situation): Temporal.PlainDate | undefined =>
  subject.request.answers.schedule?.startDay ??
  receivedAt(subject)?.toZonedDateTimeISO(timeZone).toPlainDate();

const monthFolder = (day: Temporal.PlainDate): string =>
  `${String(day.month).padStart(2, '0')} ${monthNames[day.month - 1] ?? ''}`;

const isOff = (state: State | undefined): boolean =>
  state === 'Ditolak' ||
  state === 'Dibatalkan' ||
  state === 'Dijadwalkan Ulang' ||
  state === 'Tidak Terlaksana';

const scheduledStates: ReadonlySet<State | undefined> = new Set([
  'Terjadwal',
  'Disiapkan',
  'Siap',
  'Berlangsung',
]);
const isScheduled = (state: State | undefined): boolean => scheduledStates.has(state);

const hasOfficers = ({ decided }: Case): boolean => (decided.officers?.people.length ?? 0) > 0;

/** Long titles are cut at a word, so that the whole path stays within what Windows takes. */
const shortTopic = (topic: string): string => {
  if (topic.length <= longestTopic) return topic;
  const cut = topic.slice(0, longestTopic);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longestTopic / 2)).trim()}…`;
};

const longestTopic = 60;
