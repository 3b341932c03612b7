/**
 * Which documents should exist, asked anew on every pass, so that nothing depends on being awake on the 1st.
 *
 * A document that is no longer wanted, such as the duty letter of a cancelled or past event, is left as it is:
 * it may have been printed and signed.
 */
import { Temporal } from 'temporal-polyfill';
import { isLateEntry } from '../core/case-facts.ts';
import type { State } from '../core/columns.ts';
import { dayOfCase } from '../core/figures.ts';
import type { Ticket } from '../core/ledger-state.ts';
import type { Case, Situation } from '../core/situation.ts';
import { monthNames } from '../core/wording.ts';
import { type DocumentKind, documentKinds } from './document-kinds.ts';
import { activityReportView } from './kinds/activity-report.ts';
import { dutyLetterView } from './kinds/duty-letter.ts';
import { monthlyRecapView } from './kinds/monthly-recap.ts';
import { shortageNoticeView } from './kinds/shortage-notice.ts';
import { yearlyEvaluationView } from './kinds/yearly-evaluation.ts';
import { publicTopicOf } from './parts/event-parts.ts';

export interface WantedDocument {
  /** `laporan/VC-2026-0123`, `rekap/2026-11`: one file for each, for ever. */
  readonly key: string;
  readonly kind: DocumentKind;
  readonly ticket?: Ticket;
  /** From the root of the documents down: `['Laporan', '2026', '11 November']`. */
  readonly folder: readonly string[];
  /** With extension; says whether the document is a draft. */
  readonly name: string;
  /** What its template prints: plain data of the kind's schema. */
  readonly view: object;
  /** A supervisor has approved this state of it: once saved so, the file is not renewed again. */
  readonly signedOff: boolean;
  /** Why it should exist, in Bahasa Indonesia. */
  readonly because: string;
}

export const wantedDocuments = (
  cases: readonly Case[],
  situation: Situation,
): readonly WantedDocument[] => [
  ...cases.flatMap((subject) => [
    ...report(subject, situation),
    ...dutyLetter(subject, situation),
    ...shortageNotice(subject, situation),
  ]),
  ...recaps(cases, situation),
  ...evaluations(cases, situation),
];

const ahead = ['Terjadwal', 'Disiapkan', 'Siap'] as const;
const held: ReadonlySet<State> = new Set(['Selesai', 'Ditutup']);
const toServe: ReadonlySet<State> = new Set([...ahead, 'Berlangsung']);
const toPrepare: ReadonlySet<State> = new Set(['Diterima', 'Dikoordinasikan', ...ahead]);

const isIn = (states: ReadonlySet<State>, { decided }: Case): boolean =>
  decided.state !== undefined && states.has(decided.state.is);

/** An event that went by without a word from staff is not assumed to have been held; it gets no report. */
const report = (subject: Case, situation: Situation): readonly WantedDocument[] => {
  if (!isIn(held, subject)) return [];
  const view = activityReportView(subject, situation);
  return [
    eventDocument('laporan', subject, {
      situation,
      view,
      isDraft: view.draf,
      signedOff: !view.draf && subject.request.staff.approvedBy !== undefined,
      because: view.draf
        ? 'Kegiatan selesai; isian laporan belum lengkap.'
        : 'Kegiatan selesai dan isian laporan lengkap.',
    }),
  ];
};

/** None for an event keyed in afterwards: nobody is sent to what has been. */
const dutyLetter = (subject: Case, situation: Situation): readonly WantedDocument[] => {
  if (!isIn(toServe, subject) || isLateEntry(subject)) return [];
  const view = dutyLetterView(subject, situation);
  if (view.petugas.length === 0) return [];
  return [
    eventDocument('surat-tugas', subject, {
      situation,
      view,
      isDraft: view.draf,
      because: 'Kegiatan sudah terjadwal dan petugasnya ditetapkan.',
    }),
  ];
};

const shortageNotice = (subject: Case, situation: Situation): readonly WantedDocument[] => {
  const isShort = (subject.decided.equipment?.shortage.length ?? 0) > 0;
  if (!isShort || subject.request.staff.shortageMet) return [];
  if (!isIn(toPrepare, subject) || isLateEntry(subject)) return [];
  const view = shortageNoticeView(subject, situation);
  return [
    eventDocument('kekurangan', subject, {
      situation,
      view,
      isDraft: view.draf,
      because: 'Ada peralatan yang tidak dapat disediakan dan belum dipenuhi pemohon.',
    }),
  ];
};

const eventDocument = (
  kind: DocumentKind,
  subject: Case,
  {
    situation: { timeZone },
    isDraft = false,
    signedOff = false,
    ...rest
  }: Pick<WantedDocument, 'view' | 'because'> & {
    readonly situation: Situation;
    readonly isDraft?: boolean;
    readonly signedOff?: boolean;
  },
): WantedDocument => {
  const { ticket } = subject;
  const { title, folder } = documentKinds[kind];
  const topic = shortTopic(publicTopicOf(subject));
  const day = dayOfCase(subject, timeZone);
  return {
    key: `${kind}/${ticket}`,
    kind,
    ticket,
    folder: [folder, ...(day === undefined ? [] : [String(day.year), monthFolder(day)])],
    name: `${ticket} ${title}${topic === '' ? '' : ` - ${topic}`}${isDraft ? ' (Draf)' : ''}.docx`,
    signedOff,
    ...rest,
  };
};

/** Every month that had requests and is over, and the running one for the time being. */
const recaps = (cases: readonly Case[], situation: Situation): readonly WantedDocument[] => {
  const { timeZone, today } = situation;
  const running = today.toPlainYearMonth();
  const { title, folder } = documentKinds.rekap;
  return distinct(cases, (subject) => dayOfCase(subject, timeZone)?.toPlainYearMonth().toString())
    .map((month) => Temporal.PlainYearMonth.from(month))
    .filter((month) => Temporal.PlainYearMonth.compare(month, running) <= 0)
    .map((month) => {
      const view = monthlyRecapView(cases, situation, month);
      const name = `${month} ${title} ${monthNames[month.month - 1]} ${month.year}`;
      return {
        key: `rekap/${month}`,
        kind: 'rekap',
        folder: [folder, String(month.year)],
        name: `${name}${view.sementara ? ' (sementara)' : ''}.docx`,
        view,
        signedOff: false,
        because: view.sementara
          ? 'Rekap sementara bulan berjalan.'
          : 'Bulan sudah berakhir dan ada permohonan.',
      };
    });
};

const evaluations = (cases: readonly Case[], situation: Situation): readonly WantedDocument[] => {
  const { timeZone, today } = situation;
  const { title, folder } = documentKinds.evaluasi;
  return distinct(cases, (subject) => dayOfCase(subject, timeZone)?.year.toString())
    .filter((year) => Number(year) < today.year)
    .map((year) => ({
      key: `evaluasi/${year}`,
      kind: 'evaluasi',
      folder: [folder],
      name: `${year} ${title}.docx`,
      view: yearlyEvaluationView(cases, situation, Number(year)),
      signedOff: false,
      because: 'Tahun sudah berakhir dan ada permohonan.',
    }));
};

/** Each name once, in order. */
const distinct = (
  cases: readonly Case[],
  nameOf: (subject: Case) => string | undefined,
): readonly string[] => [...new Set(cases.map(nameOf).filter((name) => name !== undefined))].sort();

const monthFolder = ({ month }: Temporal.PlainDate): string =>
  `${String(month).padStart(2, '0')} ${monthNames[month - 1]}`;

/** A long topic is cut at a word, so that the whole path stays within what Windows takes. */
const shortTopic = (topic: string): string => {
  const line = topic.replaceAll(/\s+/g, ' ').trim();
  if (line.length <= longestTopic) return line;
  const cut = line.slice(0, longestTopic);
  const end = Math.max(cut.lastIndexOf(' '), longestTopic / 2);
  return `${cut.slice(0, end).trimEnd()}…`;
};

const longestTopic = 60;
