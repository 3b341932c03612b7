/** A complaint is never handled by whom it concerns: who was on duty at its event, or is named in it, is asked about. */
import { findByName, personKey, plainName } from '../assignment/names.ts';
import { casesByTicket } from '../cases/by-ticket.ts';
import type { Complaint, DeskProblem, Officer } from '../cases/desk.ts';
import type { Case, Situation } from '../cases/situation.ts';
import { list } from '../cases/wording.ts';
import { complaintTab } from '../columns/complaint-tab.ts';
import { awaitsAnswer } from './complaints.ts';

/** The situation with these questions among what is wrong in the tabs. */
export const withHandlerQuestions = (cases: readonly Case[], situation: Situation): Situation => {
  const { desk } = situation;
  const problems = [...desk.problems, ...handlerQuestions(cases, situation)];
  return { ...situation, desk: { ...desk, problems } };
};

export const handlerQuestions = (
  cases: readonly Case[],
  { desk: { complaints, officers } }: Pick<Situation, 'desk'>,
): readonly DeskProblem[] =>
  complaints
    .filter((complaint) => awaitsAnswer(complaint) && complaint.closed === undefined)
    .flatMap((complaint) => {
      const subject = casesByTicket(cases).get(complaint.ticket ?? '');
      const texts = handlersOf(complaint).flatMap(
        (handler) => whyConcerned(handler, { complaint, subject, officers }) ?? [],
      );
      return texts.map((text) => ({
        tab: complaint.tab ?? complaintTab.name,
        ...(complaint.row !== undefined && { row: complaint.row }),
        text,
      }));
    });

/** Names carry commas, so a semicolon, a new line or "dan" parts them. */
const handlersOf = ({ handler = '' }: Complaint): readonly string[] =>
  handler
    .split(/[;\n/]|\s+dan\s+/)
    .map((name) => name.trim())
    .filter((name) => name !== '');

const whyConcerned = (
  handler: string,
  {
    complaint,
    subject,
    officers,
  }: {
    readonly complaint: Complaint;
    readonly subject: Case | undefined;
    readonly officers: readonly Officer[];
  },
): string | undefined => {
  const name = findByName(handler, officers)?.name ?? handler;
  const key = personKey(handler, officers);
  const isOnDuty = onDuty(subject).some((other) => personKey(other, officers) === key);
  const reasons = [
    ...(isOnDuty && subject ? [`bertugas pada ${subject.ticket}`] : []),
    ...(isNamedIn(complaint.text, name) ? ['mungkin disebut dalam pengaduannya'] : []),
  ];
  return reasons.length === 0
    ? undefined
    : `${name} ${list(reasons)}. Pengaduan tidak ditangani oleh yang diadukan: pilih orang lain di Ditangani Oleh.`;
};

const onDuty = (subject: Case | undefined): readonly string[] =>
  subject === undefined
    ? []
    : [
        ...(subject.decided.officers?.people ?? []).map(({ name }) => name),
        ...subject.request.staff.networkOfficers,
      ];

/** People are called by any one of their names: "pak Gobel". Names that half the country bears tell nothing. */
const isNamedIn = (text: string, name: string): boolean => {
  const words = new Set(text.toLowerCase().match(/[\p{L}']+/gu) ?? []);
  return plainName(name)
    .split(' ')
    .some((part) => part.length >= 4 && !common.has(part) && words.has(part));
};

const common: ReadonlySet<string> = new Set([
  'muhammad',
  'mohamad',
  'mohammad',
  'ahmad',
  'abdul',
  'siti',
]);
