/**
 * A case that the program cannot work with, as far as its neighbours are concerned: what stands in its cells holds, so
 * that its people and things stay booked for its time.
 */

import { readOfficersCell } from '../assignment/read-officers-cell.ts';
import type { Desk } from '../cases/desk.ts';
import type { Answers, Schedule } from '../cases/request.ts';
import type { Case, HandMade } from '../cases/situation.ts';
import { recordedMark, startOfMark } from '../clock/schedule-mark.ts';
import { readReservedCell } from '../columns/equipment-cell.ts';
import { noAnswers, noStaffFacts } from '../reading/read-held-row.ts';
import { readState } from '../reading/states.ts';

/** The case with everything of ours in its row taken as chosen, and its day as it was last known. */
export const holding = (
  subject: Case,
  { desk, timeZone }: { readonly desk: Desk; readonly timeZone: string },
): Case => {
  const { answers } = subject.request;
  const schedule = answers.schedule ?? recordedSchedule(subject, { desk, timeZone });
  return {
    ...subject,
    request: {
      ...subject.request,
      answers: { ...answers, ...(schedule && { schedule }) },
    },
    handMade: { ...standing(subject, desk.officers), ...subject.handMade },
  };
};

/** The same with only what a rule needs to leave its people and things alone. */
export const bareStandIn = (subject: Case, { desk }: { readonly desk: Desk }): Case => {
  const { schedule, place } = subject.request.answers;
  const answers: Answers = {
    ...(schedule && { schedule }),
    ...(place !== undefined && { place }),
    ...noAnswers,
  };
  return {
    ...subject,
    request: { row: subject.request.row, answers, staff: noStaffFacts, findings: [] },
    handMade: { ...standing(subject, desk.officers), ...subject.handMade },
  };
};

const standing = ({ previous }: Case, roster: Desk['officers']): HandMade => {
  const text = (field: keyof Case['previous']): string => String(previous[field] ?? '').trim();
  const state = readState(text('state'));
  const officers = readOfficersCell(text('officers'), roster);
  return {
    ...(state !== undefined && { state }),
    ...(officers.length > 0 && { officers }),
    ...(text('licence') !== '' && { licence: text('licence') }),
    ...(text('reserved') !== '' && { reserved: readReservedCell(text('reserved')) }),
  };
};

/** The hour that the ledger last knew, for as long as an event is assumed to take. */
const recordedSchedule = (
  { moments }: Case,
  { desk, timeZone }: { readonly desk: Desk; readonly timeZone: string },
): Schedule | undefined => {
  const start = startOfMark(recordedMark(moments))?.toZonedDateTime(timeZone);
  if (start === undefined) return undefined;
  const end = start.add({ minutes: desk.settings.assumedEventMinutes });
  return {
    startDay: start.toPlainDate(),
    endDay: end.toPlainDate(),
    sessions: [{ start, end }],
    openEnd: true,
    zone: 'WITA',
  };
};
