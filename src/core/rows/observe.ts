/**
 * From what the workbook held and what the ledger remembers to the cases that rules decide about.
 *
 * Everything is looked up by header and identity, so it does not matter how staff moved columns or sorted rows.
 */
import { Temporal } from 'temporal-polyfill';
import type { AttendanceSeen } from '../cases/attendance.ts';
import type { Desk } from '../cases/desk.ts';
import { codeOf, failureFinding } from '../cases/failures.ts';
import { type ListParts, madeInStretches, together } from '../cases/in-parts.ts';
import type { LedgerState, Moment, Ticket } from '../cases/ledger-state.ts';
import type { MoveAnswer } from '../cases/moves.ts';
import { keptTogether, recalled } from '../cases/remembered.ts';
import type { Request } from '../cases/request.ts';
import type { Case, Failure, HandMade, Remembered, Situation } from '../cases/situation.ts';
import { calledOffStates } from '../cases/state-groups.ts';
import { dayAt } from '../cases/watched-now.ts';
import { rescheduleOrder } from '../clock/new-schedule.ts';
import { observeMoments } from '../clock/observe-moments.ts';
import { type RequestField, requestTab } from '../columns/request-tab.ts';
import type { FactSources, ProposedFacts } from '../facts/propose-facts.ts';
import { proposeFacts } from '../facts/propose-facts.ts';
import { acceptedMoves } from '../moves/accepted-moves.ts';
import { type ReadRow, readHeldRow } from '../reading/read-held-row.ts';
import { holding } from '../rules/stand-in.ts';
import { fillingOf, serviceColumns } from '../sheet/filling.ts';
import { localDay } from '../sheet/local-time.ts';
import { type ColumnLocation, locateColumns } from '../sheet/locate-columns.ts';
import { onceFor } from '../sheet/once-for.ts';
import type { Cell, TabSnapshot } from '../sheet/snapshot.ts';
import { answersMark, answersMarkField } from './answers-mark.ts';
import type { AskedRow } from './bind-rows.ts';
import { copiesToRemember, withoutCopied } from './copied-cells.ts';
import { fileEntries } from './file-entries.ts';
import { followingOf } from './following-move.ts';
import { handMadeOf, previousOf } from './hand-made.ts';
import type { ObservedRow } from './observed-row.ts';
import { readWithProposals } from './read-with-proposals.ts';
import { type CellsByField, type RequestRow, rowsOf } from './request-rows.ts';
import type { QuestionedRow } from './row-questions.ts';
import { ticketsIn } from './rows-again.ts';
import { seriesMemory } from './series-marks.ts';
import { bindRequests, observedRows, type TicketCell } from './ticket-rows.ts';
import { problemOf, type ToldByTicket, toldByTicket, toldToRemember } from './told-by-ticket.ts';

/** What one look at Permohonan yields. */
export interface Observation {
  /** The tab as the workbook names it. */
  readonly tab: string;
  readonly columns: ColumnLocation<RequestField>;
  /** The registers, with what people filed there put to the tickets of this look. */
  readonly desk: Desk;
  readonly links: TabSnapshot['links'];
  readonly rows: readonly ObservedRow[];
  readonly cases: readonly Case[];
  /** Moments that this look has found and the ledger does not have yet. */
  readonly newMoments: readonly (Moment & { readonly ticket: Ticket })[];
  /** Rows that a person is asked about before they get a ticket. */
  readonly questioned: readonly QuestionedRow[];
  /** What the ledger is to remember of rows besides what we write into them. */
  readonly remembered: readonly {
    readonly ticket: Ticket;
    readonly field: string;
    readonly value: Cell;
  }[];
  readonly gone: readonly Ticket[];
  readonly unknownTickets: readonly Ticket[];
  /** Rows that hold cells of ours but no request any more. */
  readonly strays: readonly RequestRow[];
  /** Row numbers of rows that hold neither a request nor anything of ours. */
  readonly loose: readonly number[];
}

export const observe = ({
  tab,
  ledger,
  situation,
  adopt = false,
  handMade: chosen = new Set(),
  read,
  attendance,
}: {
  readonly tab: TabSnapshot;
  readonly ledger: LedgerState;
  /** The desk in it as it was read. */
  readonly situation: Situation;
  readonly adopt?: boolean;
  /** Of adopted rows: the cells that people chose themselves. */
  readonly handMade?: ReadonlySet<TicketCell>;
  /** The reader of a row; ours unless said. */
  readonly read?: ReadRow;
  /** Absent where the desk's store shows no files that people made. */
  readonly attendance?: AttendanceSeen;
}): Observation => {
  const { desk, now, timeZone } = situation;
  const same: Remembered['same'] = (name, given) =>
    situation.remembered?.same(name, given) ?? given;
  const columns = same('columns', locateColumns(tab, requestTab));
  const { requests, strays, loose } = rowsOf(tab, columns);
  const { year } = dayAt(now, timeZone);
  const binding = bindRequests(requests, ledger, { adopt, year });
  const rows = observedRows(requests, binding, ledger, { now, timeZone, handMade: chosen });
  const tickets = ticketsIn(binding, rows);
  const filed = fileEntries(desk, { tickets, now, timeZone });
  const around = { ...situation, desk: same('desk with entries', filed) };
  const told = toldByTicket(around, attendance, tickets);
  const sources = { ledger, situation: around, told, read, columns };
  const looked = lookedInto(rows, sources);
  const observed = afterMoves(
    looked.map(({ cases }) => cases),
    rows,
    sources,
  ).map(seenIn);
  return {
    desk: {
      ...filed,
      problems: [...filed.problems, ...observed.flatMap(({ problems }) => problems)],
    },
    tab: tab.name,
    columns,
    links: tab.links,
    rows,
    cases: together(observed.map(({ cases }) => cases)),
    newMoments: observed.flatMap(({ newMoments }) => newMoments),
    questioned: questionedRows(binding.asked, { requests, tab, columns }),
    remembered: looked.flatMap(({ remembered }) => remembered),
    gone: binding.gone.filter((ticket) => ledger.tickets.get(ticket)?.state === 'active'),
    unknownTickets: binding.unknownTickets,
    strays,
    loose,
  };
};

const questionedRows = (
  asked: readonly AskedRow[],
  {
    requests,
    tab,
    columns,
  }: {
    readonly requests: readonly RequestRow[];
    readonly tab: TabSnapshot;
    readonly columns: ColumnLocation<RequestField>;
  },
): readonly QuestionedRow[] => {
  if (asked.length === 0) return [];
  const requestAt = new Map(requests.map((request) => [request.row, request]));
  const headers = tab.rows[columns.headerRow] ?? [];
  const ours = serviceColumns(columns, requestTab);
  return asked.flatMap(({ row, doubt }) => {
    const request = requestAt.get(row);
    const filling = fillingOf(tab.rows[row - 1] ?? [], { headers, ours });
    return request ? [{ ...request, doubt, filling }] : [];
  });
};

interface CaseSources {
  readonly ledger: LedgerState;
  readonly situation: Situation;
  readonly told: ToldByTicket;
  readonly read: ReadRow | undefined;
  readonly columns: ColumnLocation<RequestField>;
  /** The request as which this one's event goes on. */
  readonly movedTo?: Ticket;
}

interface ObservedCase {
  readonly subject: Case;
  readonly moments: readonly Moment[];
  /** What is asked beside the answers to Setelah Kegiatan. */
  readonly asked: ProposedFacts['asked'];
}

/** What comes of rows each by itself, whatever stands in the others. */
interface LookedInto extends Pick<Observation, 'remembered'> {
  readonly cases: readonly ObservedCase[];
}

const lookedInto = (rows: readonly ObservedRow[], sources: CaseSources): readonly LookedInto[] => {
  const { ledger, situation, told, columns } = sources;
  return madeInStretches(
    rows,
    {
      by: lookedInto,
      within: columns,
      besideOf: [ledger.moments, told],
      beside: (part) => [
        part.map(({ ticket }) => momentsOf(ledger, ticket)),
        part.map(({ ticket }) => toldOf(told, ticket)),
      ],
    },
    {
      situation,
      make: (part, around) => ({
        cases: part.map((row) => observedCase(row, { ...sources, situation: around })),
        remembered: part.flatMap((row) => [
          ...copiesToRemember(row),
          ...markToRemember(row),
          ...toldToRemember(row, toldOf(told, row.ticket)),
        ]),
      }),
    },
  );
};

const momentsOf = ({ moments }: Pick<LedgerState, 'moments'>, ticket: Ticket): readonly Moment[] =>
  moments.get(ticket) ?? noMoments;

const noMoments: readonly Moment[] = [];

const toldOf = ({ by, others }: ToldByTicket, ticket: Ticket): FactSources =>
  by.get(ticket) ?? others;

/** What a part of the rows shows of its cases. */
const seenIn = onceFor((part: readonly ObservedCase[]) => ({
  cases: part.map(({ subject }) => subject),
  newMoments: part.flatMap(({ subject: { ticket }, moments }) =>
    moments.map((moment) => ({ ...moment, ticket })),
  ),
  problems: part.flatMap(({ asked }) => asked.map(problemOf)),
}));

/** With those seen again that the word in another row moves, or that say such a word; a part without any is the very one. */
const afterMoves = (
  alone: ListParts<ObservedCase>,
  rows: readonly ObservedRow[],
  sources: CaseSources,
): ListParts<ObservedCase> => {
  const { ledger, situation } = sources;
  const moves = acceptedMoves(together(alone.map((part) => seenIn(part).cases)), {
    recorded: ledger.moments,
    situation,
  });
  if (moves.targetOf.size === 0 && moves.answerOf.size === 0) return alone;
  const partLength = alone[0]?.length ?? 1;
  const others = new Map<number, ObservedCase[]>();
  for (const ticket of new Set([...moves.targetOf.keys(), ...moves.answerOf.keys()])) {
    const place = placeIn(rows, ticket);
    const [at, within] = [Math.floor(place / partLength), place % partLength];
    const [row, observed] = [rows[place], alone[at]?.[within]];
    if (row === undefined || observed === undefined) continue;
    const movedTo = moves.targetOf.get(ticket);
    const around = movedTo === undefined ? observed : observedCase(row, { ...sources, movedTo });
    const moveAnswer = moves.answerOf.get(ticket);
    const from = moveAnswer?.kind === 'moved' ? moveAnswer.from : [];
    const left = from.flatMap((each) => rows[placeIn(rows, each)] ?? []);
    const other = others.get(at) ?? [...(alone[at] ?? [])];
    others.set(at, other);
    other[within] =
      moveAnswer === undefined ? around : answering(around, { moveAnswer, left }, sources);
  }
  return alone.map((part, at) => {
    const other = others.get(at);
    return other === undefined ? part : keptTogether(other, situation, afterMoves);
  });
};

/** They come by ticket; -1 where none has it. */
const placeIn = (rows: readonly ObservedRow[], ticket: Ticket): number => {
  let [from, to] = [0, rows.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((rows[middle]?.ticket ?? '') < ticket) from = middle + 1;
    else to = middle;
  }
  return rows[from]?.ticket === ticket ? from : -1;
};

const answering = (
  observed: ObservedCase,
  { moveAnswer, left }: { readonly moveAnswer: MoveAnswer; readonly left: readonly ObservedRow[] },
  { ledger, situation }: CaseSources,
): ObservedCase => {
  const recorded = new Map(left.map(({ ticket }) => [ticket, momentsOf(ledger, ticket)]));
  const from = [moveAnswer, left, recorded];
  return recalled({ by: answering, of: observed, from }, situation, () => {
    const previous = { ...observed.subject.previous, ...followingOf(left, recorded) };
    return { ...observed, subject: { ...observed.subject, previous, moveAnswer } };
  });
};

const observedCase = (
  row: ObservedRow,
  { ledger, situation, told, read, columns, movedTo }: CaseSources,
): ObservedCase => {
  const known = momentsOf(ledger, row.ticket);
  const sources = toldOf(told, row.ticket);
  // A row that is moved is a case twice in every look, so each has a name of its own.
  const of = movedTo === undefined ? row.ticket : `${row.ticket} moved`;
  const from = [row, known, sources, movedTo];
  return recalled({ by: caseFrom, of, within: columns, from }, situation, (around) =>
    caseFrom(row, { known, sources, read, columns, movedTo, situation: around }),
  );
};

/** One row as a case; where the program fails over it, what stands there holds, and nothing has happened to it. */
const caseFrom = (
  row: ObservedRow,
  {
    known,
    sources,
    read,
    columns,
    movedTo,
    situation: { desk, now, timeZone },
  }: {
    readonly known: readonly Moment[];
    readonly sources: FactSources;
    readonly read: ReadRow | undefined;
    readonly columns: ColumnLocation<RequestField>;
    readonly movedTo: Ticket | undefined;
    readonly situation: Situation;
  },
): ObservedCase => {
  const own = withoutCopied(row.cells, row.memory);
  const standing = withStandingColumns(columns);
  const firstSeen = known.find(({ kind }) => kind === 'received')?.at ?? now;
  const { request, failure, told } = readWithProposals(own.cells, {
    shown: row.cells,
    memory: row.memory,
    propose: (plain, around) => proposeFacts(sources, { request: plain, now, timeZone, ...around }),
    readCells: (cells) =>
      readHeldRow(
        {
          cells: standing(cells),
          row: row.row,
          timeZone,
          settings: desk.settings,
          firstSeen: localDay(firstSeen, timeZone),
        },
        read,
      ),
  });
  const base = {
    ticket: row.ticket,
    request,
    moments: known,
    handMade: {},
    previous: row.copyOf ? {} : previousOf(row),
    decided: {},
    findings: [...request.findings, ...own.findings],
    proposals: told.proposals,
    ...seriesOf(row),
    isRecordingWished: sources.answers.some(({ recordingWished }) => recordingWished === true),
  } satisfies Case;
  const held = (why: Failure) => ({
    subject: {
      ...holding(base, { desk, timeZone }),
      findings: [...base.findings, failureFinding(why)],
      failures: [why],
    },
    moments: [],
    asked: told.asked,
  });
  if (failure) return held(failure);
  try {
    const { handMade: chosen, findings } = handMadeOf(row, desk);
    const handMade: HandMade = movedTo ? { ...chosen, state: 'Dijadwalkan Ulang' } : chosen;
    const moments = observeMoments({
      request: row.copyOf ? withoutStamp(request) : request,
      handMadeState: handMade.state,
      ...(movedTo && { movedTo }),
      stateWasShown: row.memory.get('state')?.intended === undefined,
      known,
      now,
    }).map(ofThisLook);
    const subject = {
      ...base,
      handMade: movedTo ? handMade : withoutDoneOrder(handMade, [...known, ...moments], timeZone),
      ...(movedTo && { movedTo }),
      moments: [...known, ...moments],
      findings: [
        ...base.findings,
        ...findings,
        ...(isReportSettled(request, handMade) ? [] : told.findings),
      ],
    };
    return { subject, moments, asked: told.asked };
  } catch (error) {
    return held({ kind: 'reading', headers: [], code: codeOf(error) });
  }
};

/**
 * Read from the clock, so that it is not remembered for another look: a delivery, or a pass that is refused, notes nothing, and
 * whoever notes it notes his own time.
 */
const ofThisLook = (moment: Moment): Moment => ({
  ...moment,
  at: Temporal.Instant.fromEpochNanoseconds(moment.at.epochNanoseconds),
});

/** What has no column has no cell: nobody can be asked to fill it. */
const withStandingColumns = ({
  missing,
}: ColumnLocation<RequestField>): ((cells: CellsByField) => ReaderCells) => {
  const gone: ReadonlySet<string> = new Set(missing.map(({ field }) => field));
  return gone.size === 0
    ? (cells) => cells
    : (cells) => Object.fromEntries(Object.entries(cells).filter(([field]) => !gone.has(field)));
};

type ReaderCells = Partial<CellsByField>;

const seriesOf = ({ memory }: ObservedRow): Pick<Case, 'series'> => {
  const series = seriesMemory(memory);
  return series ? { series } : {};
};

/** Somebody said the last word about the report, or that there will be none. */
const isReportSettled = ({ staff }: Request, { state }: HandMade): boolean =>
  staff.approvedBy?.kind === 'signed' ||
  state === 'Ditutup' ||
  (state !== undefined && calledOffStates.has(state));

/** A copy bears the stamp of its original; it came when we first saw it. */
const withoutStamp = (request: Request): Request => {
  const { submittedAt: _, ...answers } = request.answers;
  return { ...request, answers };
};

const markToRemember = ({ ticket, cells, memory }: ObservedRow): Observation['remembered'] => {
  const value = answersMark(cells);
  return memory.get(answersMarkField)?.written === value
    ? []
    : [{ ticket, field: answersMarkField, value }];
};

/** *Dijadwalkan Ulang* that has been carried out holds no longer. */
const withoutDoneOrder = (
  handMade: HandMade,
  moments: readonly Moment[],
  timeZone: string,
): HandMade => {
  const { state, ...rest } = handMade;
  if (state !== 'Dijadwalkan Ulang') return handMade;
  return rescheduleOrder(moments, timeZone) === 'waiting'
    ? handMade
    : { ...rest, carriedOut: state };
};
