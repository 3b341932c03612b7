/**
 * What clause A.2.8 wants in the report of every event, and what of it is still to be filled in.
 *
 * The planned leader proves nothing about who led; "tidak ada kendala" counts only when staff say so, and not
 * against an incident in the tab Kendala. Staff close an event whose report will never be whole by choosing
 * *Ditutup* and writing the reason. Missing facts are asked for from the end of the event, not before.
 */
import { isCalledOff } from '../cases/case-facts.ts';
import type { Ticket } from '../cases/ledger-state.ts';
import type { Case, Judgement, ReportFacts, Rule, Situation } from '../cases/situation.ts';
import { list } from '../cases/wording.ts';
import { isOver, isServed } from '../clock/held.ts';
import { isPosition } from '../reading/official-words.ts';

export const collectReportFacts: Rule = (cases, situation) => {
  const logged = new Set(situation.desk.incidents.map(({ ticket }) => ticket));
  return new Map(
    cases
      .filter((subject) => !isCalledOff(subject))
      .map((subject): [Ticket, Judgement] => {
        const reportFacts = collect(subject, logged.has(subject.ticket));
        return [subject.ticket, judge(subject, reportFacts, situation)];
      }),
  );
};

const judge = (subject: Case, reportFacts: ReportFacts, situation: Situation): Judgement => {
  const isAsked =
    !reportFacts.complete &&
    !reportFacts.waived &&
    isOver(subject, situation.now) &&
    isServed(subject, situation.now);
  return {
    decided: { reportFacts },
    ...(isAsked && { findings: [{ kind: 'warning', text: request(reportFacts.missing) }] }),
  };
};

/** Headers alone where the cell is empty: what belongs there stands in Panduan and at the header itself. */
const request = (missing: ReportFacts['missing']): string =>
  `Laporan Kegiatan masih Draf. Lengkapi ${list(
    missing.map(({ header, what, filled }) => (filled ? `${header} (${what})` : header)),
  )}.`;

const collect = (subject: Case, hasIncidents: boolean): ReportFacts => {
  const missing = [
    ...missingEvent(subject),
    ...missingPeople(subject),
    ...missingRecording(subject),
    ...missingIncidents(subject, hasIncidents),
  ];
  const { reason } = subject.request.staff;
  return {
    complete: missing.length === 0,
    waived: missing.length > 0 && subject.handMade.state === 'Ditutup' && Boolean(reason),
    missing,
  };
};

type Missing = ReportFacts['missing'];

const unless = (isThere: boolean, header: string, what: string): Missing =>
  isThere ? [] : [{ header, what }];

/** Something stands there, and it is not enough or contradicts another cell. */
const unlessWrong = (isRight: boolean, header: string, what: string): Missing =>
  isRight ? [] : [{ header, what, filled: true }];

const missingEvent = ({ request: { answers } }: Case): Missing => [
  ...unless(answers.schedule !== undefined, 'Tanggal Mulai', 'hari dan tanggal kegiatan'),
  ...unless(answers.place !== undefined, 'Tempat Kegiatan', 'tempat kegiatan'),
];

const missingPeople = ({ request: { staff }, handMade, decided }: Case): Missing => {
  const leader = staff.actualLeader;
  const officers = handMade.officers ?? decided.officers?.people ?? [];
  return [
    ...unless(
      leader !== undefined,
      'Pejabat Memimpin',
      'nama dan jabatan pejabat yang memimpin, atau "diwakili oleh" siapa',
    ),
    ...unlessWrong(
      leader === undefined || leader.position !== undefined || isPosition(leader.name),
      'Pejabat Memimpin',
      'jabatan pejabat yang memimpin',
    ),
    ...unless(
      officers.length > 0 || decided.officers?.kind === 'not-needed',
      'Petugas',
      'nama petugas yang bertugas',
    ),
  ];
};

const missingRecording = ({ request: { answers, staff } }: Case): Missing => {
  const result = staff.recordingResult;
  return [
    ...unless(
      result.kind !== 'unknown' || !answers.recording,
      'Hasil Rekaman',
      'tautan rekaman, "tidak direkam", atau alasan tidak diserahkan',
    ),
    ...unlessWrong(
      result.kind !== 'withheld' || result.why.trim() !== '',
      'Hasil Rekaman',
      'alasan rekaman tidak diserahkan',
    ),
  ];
};

const missingIncidents = ({ request: { staff } }: Case, isLogged: boolean): Missing => [
  ...unless(staff.incidents !== undefined, 'Kendala Ada', 'ya atau tidak'),
  ...unlessWrong(
    staff.incidents !== true || isLogged,
    'Kendala Ada',
    'diisi ya; catat kendalanya pada tab Kendala',
  ),
  ...unlessWrong(
    staff.incidents !== false || !isLogged,
    'Kendala Ada',
    'diisi tidak, padahal tab Kendala memuat kendala tiket ini; betulkan salah satunya',
  ),
];
