/** What people said after each event, and that they did: a tab that is gone must not be taken for one that says nothing. */
import type { AttendanceReport, AttendanceSeen } from '../cases/attendance.ts';
import type { AfterEvent, Desk, DeskProblem } from '../cases/desk.ts';
import { groupBy } from '../cases/group-by.ts';
import type { Ticket } from '../cases/ledger-state.ts';
import { recalled } from '../cases/remembered.ts';
import type { Situation } from '../cases/situation.ts';
import { afterEventTab } from '../columns/after-event-tab.ts';
import type { FactSources } from '../facts/propose-facts.ts';
import { ticketOfFolder } from '../photos/sort-photos.ts';
import type { ObservedRow } from './observed-row.ts';

/** What is known of each event besides its row. */
export interface ToldByTicket {
  /** Of those of which something is known. */
  readonly by: ReadonlyMap<Ticket, FactSources>;
  readonly others: FactSources;
}

/** @param situation Its desk with everything put to its ticket. */
export const toldByTicket = (
  situation: Situation,
  attendance: AttendanceSeen | undefined,
  tickets: ReadonlySet<Ticket>,
): ToldByTicket =>
  recalled(
    { by: toldByTicket, of: 'told', from: [attendance], very: [tickets] },
    situation,
    ({ desk }) => toldOf(desk, attendance, tickets),
  );

const toldOf = (
  { afterEvents, incidents }: Pick<Desk, 'afterEvents' | 'incidents'>,
  attendance: AttendanceSeen | undefined,
  tickets: ReadonlySet<Ticket>,
): ToldByTicket => {
  const answers = groupBy(afterEvents, ({ ticket = '' }) => ticket);
  const reports = attendance?.kind === 'unseen' ? 'unseen' : reportsByTicket(attendance, tickets);
  const withIncident = new Set(incidents.map(({ ticket = '' }) => ticket));
  const named = [
    ...answers.keys(),
    ...withIncident,
    ...(reports === 'unseen' ? [] : reports.keys()),
  ];
  return {
    by: new Map(
      named.map((ticket): [Ticket, FactSources] => [
        ticket,
        {
          answers: answers.get(ticket) ?? [],
          hasIncident: withIncident.has(ticket),
          attendance: reports === 'unseen' ? 'unseen' : (reports.get(ticket) ?? []),
        },
      ]),
    ),
    others: reports === 'unseen' ? nothingSeen : nothingTold,
  };
};

/** The very same for all of whom nothing is known. */
const nothingTold: FactSources = { answers: [], hasIncident: false, attendance: [] };
const nothingSeen: FactSources = { answers: [], hasIncident: false, attendance: 'unseen' };

const reportsByTicket = (
  attendance: Extract<AttendanceSeen, { kind: 'seen' }> | undefined,
  tickets: ReadonlySet<Ticket>,
): ReadonlyMap<Ticket, readonly AttendanceReport[]> => {
  const filed = (attendance?.folders ?? []).flatMap(({ name, reports }) =>
    reports.map((report) => ({ ticket: ticketOfFolder(name, tickets) ?? '', report })),
  );
  return new Map(
    [...groupBy(filed, ({ ticket }) => ticket)].map(([ticket, all]) => [
      ticket,
      all.map(({ report }) => report),
    ]),
  );
};

export const problemOf = ({
  answer: { row },
  text,
}: {
  readonly answer: AfterEvent;
  readonly text: string;
}): DeskProblem => ({ tab: afterEventTab.name, ...(row !== undefined && { row }), text });

/** Under this the ledger keeps, for each ticket, that somebody answered. */
export const toldMarkField = 'afterEvent';
export const toldMark = 'ada';

export const toldToRemember = (
  { ticket, memory }: Pick<ObservedRow, 'ticket' | 'memory'>,
  { answers }: FactSources,
): readonly { readonly ticket: Ticket; readonly field: string; readonly value: string }[] => {
  const value = answers.length > 0 ? toldMark : '';
  return (memory.get(toldMarkField)?.written ?? '') === value
    ? []
    : [{ ticket, field: toldMarkField, value }];
};
