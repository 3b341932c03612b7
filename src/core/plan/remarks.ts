/**
 * The text of *Keterangan*: what is wrong and what to do, then the sentence about the clock.
 *
 * Defects and questions come before warnings, a line each. Answers of requests that are
 * called off or closed are not found fault with any more; nor is small fault once the event is over. What staff
 * wrote is: a cell of theirs that nobody can read would be missing from the report in silence.
 */
import { hasEnded, isArchived, isCalledOff } from '../cases/case-facts.ts';
import type { Finding } from '../cases/request.ts';
import type { Case, Situation } from '../cases/situation.ts';
import { findingLine } from '../cases/wording.ts';
import { staffHeaders } from '../columns/request-tab.ts';

/** Longer cells make rows that nobody can read. */
const longest = 2_000;

export const remarksFor = (subject: Case, situation: Situation): string => {
  const lines = [...new Set(ordered(relevantFindings(subject, situation)).map(findingLine))];
  const clock = subject.decided.clock?.sentence;
  return withinLimit(lines, clock === undefined ? [] : [clock]).join('\n');
};

/** What is still worth saying of a request; `run` and `plan` print the same. */
export const relevantFindings = (subject: Case, { now }: Situation): readonly Finding[] => {
  if (isArchived(subject))
    return subject.findings.filter((finding) => !subject.request.findings.includes(finding));
  const isDone = isCalledOff(subject) || subject.decided.state?.is === 'Ditutup';
  const isPast = hasEnded(subject, now);
  return subject.findings.filter(
    (finding) =>
      !subject.request.findings.includes(finding) ||
      isAboutStaffCell(finding) ||
      !(isDone || (isPast && finding.kind === 'warning')),
  );
};

const isAboutStaffCell = ({ field }: Finding): boolean =>
  field !== undefined && staffHeaders.has(field);

const ordered = (findings: readonly Finding[]): readonly Finding[] => [
  ...findings.filter(({ kind }) => kind !== 'warning'),
  ...findings.filter(({ kind }) => kind === 'warning'),
];

/** As many lines as fit, the last ones always; what was left out is counted. */
const withinLimit = (lines: readonly string[], last: readonly string[]): readonly string[] => {
  const whole = [...lines, ...last];
  if (whole.join('\n').length <= longest) return whole;
  const more = (count: number) => `… dan ${count} catatan lain.`;
  for (let kept = lines.length - 1; kept > 0; kept -= 1) {
    const shorter = [...lines.slice(0, kept), more(lines.length - kept), ...last];
    if (shorter.join('\n').length <= longest) return shorter;
  }
  return [`${(lines[0] ?? '').slice(0, longest / 2)}…`, ...last];
};
