/** What the requester is asked about the answers of the form, and after the event, each in one sentence of its own. */
import type { Case, ReportFacts } from '../../cases/situation.ts';
import { headerOf, type RequestField } from '../../columns/request-tab.ts';
import { withoutLinks } from '../event-words.ts';
import { type MissingFact, whoKnows } from '../who-knows.ts';

/** One thing that is to be mended: the question of the form, and what to do. */
export interface OpenPoint {
  readonly isian: string;
  readonly soal: string;
}

/**
 * All that keeps the request from being complete, and the link that another office has to give. What was typed about a
 * confidential event is not repeated (clause I): only the questions of the form are named.
 */
export const doubtsOf = (subject: Case): readonly OpenPoint[] => {
  const { findings, answers } = subject.request;
  const isClosed = answers.sensitivity === 'rahasia';
  // What only staff can settle is asked of them, in the workbook.
  const open = findings.filter(
    ({ kind, field }) => kind !== 'warning' && field !== headerOf('repeat'),
  );
  const doubts = open.map(({ field = '', text }) => ({
    isian: field,
    soal: isClosed ? `${field}: ${byPhone}` : withoutLinks(forRequester(text, field), subject),
  }));
  return [...doubts, ...linkOfHost(subject)];
};

const byPhone = 'belum lengkap atau belum jelas; mohon disampaikan melalui telepon.';

/** Words for staff about rows and tabs say nothing to whoever filled a form. */
const forRequester = (text: string, field: string): string => {
  const own = text.replaceAll(/;[^.;]*\b(?:baris|sel|kolom|tab)\b[^.;]*/gi, '');
  return /\b(?:baris|sel|kolom|tab|pengaturan)\b/i.test(own)
    ? `${field} belum jelas. Mohon dituliskan kembali.`
    : own;
};

/** Without the host's link nobody of ours gets into the meeting; the request is complete all the same. */
const linkOfHost = ({ request: { answers }, decided }: Case): readonly OpenPoint[] => {
  if (!answers.hostedElsewhere || answers.hostLink !== undefined) return [];
  const how = decided.disclosure?.mayPrintLink
    ? 'mohon dikirim begitu tersedia.'
    : 'mohon disampaikan melalui telepon begitu tersedia, tidak melalui pesan.';
  return [{ isian: headerOf('hostLink'), soal: `${headerOf('hostLink')}: ${how}` }];
};

/** What the report lacks and the requester knows, as questions. */
export const reportQuestions = (subject: Case): readonly string[] => {
  const { reportFacts, officers } = subject.decided;
  if (reportFacts === undefined || reportFacts.complete || reportFacts.waived) return [];
  const { requester } = whoKnows(reportFacts.missing, {
    hasOfficer: hasOfficer(subject, officers),
  });
  return requester.map((fact) => questionFor(fact, subject));
};

const hasOfficer = ({ request: { staff } }: Case, officers: Case['decided']['officers']): boolean =>
  (officers?.people.length ?? 0) > 0 || staff.networkOfficers.length > 0;

const questionFor = (fact: MissingFact, { decided }: Case): string => {
  const question = questions.get(fact.header)?.(fact) ?? `${fact.header}: ${fact.what}`;
  return fact.header === headerOf('recordingResult') && !decided.disclosure?.mayPrintRecording
    ? `${question} Tautannya mohon disampaikan melalui telepon, tidak melalui pesan.`
    : question;
};

type Ask = (fact: ReportFacts['missing'][number]) => string;

const asked = (field: RequestField, ask: Ask): readonly [string, Ask] => [headerOf(field), ask];

const questions: ReadonlyMap<string, Ask> = new Map([
  asked('requesterName', () => 'Siapa nama lengkap pemohon?'),
  asked('institution', () => 'Apa nama lengkap instansi penyelenggara?'),
  asked('event', () => 'Apa nama kegiatannya, seperti dalam surat?'),
  asked('startDay', () => 'Pada hari dan tanggal berapa kegiatan berlangsung?'),
  asked('place', () => 'Di mana kegiatan berlangsung (ruangan dan gedung)?'),
  asked('serviceKind', () => 'Apakah layanannya tautan rapat saja, operator saja, atau keduanya?'),
  asked('actualLeader', ({ filled }) =>
    filled
      ? 'Apa jabatan pejabat yang memimpin kegiatan?'
      : 'Siapa pejabat yang memimpin kegiatan (nama dan jabatan)? Bila diwakili, oleh siapa?',
  ),
  asked('attended', () => 'Berapa jumlah peserta yang hadir?'),
  asked('actualStart', () => 'Pukul berapa kegiatan sebenarnya dimulai?'),
  asked('actualEnd', () => 'Pukul berapa kegiatan sebenarnya selesai?'),
  asked('incidents', ({ filled }) =>
    filled
      ? 'Kendala apa yang terjadi, dan bagaimana diatasi?'
      : 'Apakah ada kendala selama kegiatan? Bila ada, apa dan bagaimana diatasi?',
  ),
  asked('recordingResult', () => 'Apakah kegiatan direkam? Bila ya, di mana rekamannya tersimpan?'),
]);
