/**
 * One pass: look, decide, check, write.
 *
 * A pass never reacts to "what just happened"; it compares what is with what should be. Whatever a crash, a full
 * disk or an open file left undone, the next pass finds and does.
 */
import type { Temporal } from 'temporal-polyfill';
import type { DocumentStore, Repair, Workbook } from '../backends/backend.ts';
import { failureNotices } from '../core/cases/failures.ts';
import type {
  DocumentRecord,
  HistoryLine,
  LedgerChange,
  LedgerState,
} from '../core/cases/ledger-state.ts';
import type { Case, Situation } from '../core/cases/situation.ts';
import { doubleBookingNotices } from '../core/overview/double-bookings.ts';
import { type Exposed, exposureNotices } from '../core/overview/exposed-documents.ts';
import { goneNotices } from '../core/overview/gone-notices.ts';
import { overviewEdits } from '../core/overview/overview.ts';
import { strayRowProblems } from '../core/overview/overview-rows.ts';
import { unsavedNotices, unseenNotice } from '../core/overview/unsaved-documents.ts';
import { editionNotices } from '../core/plan/edition-notices.ts';
import { type GuardLimits, guardPlan, missingParts, type Refusal } from '../core/plan/guard.ts';
import { refusedClock } from '../core/plan/guard-clock.ts';
import { heldOverview } from '../core/plan/held-overview.ts';
import { type LinkedKind, makePlan } from '../core/plan/make-plan.ts';
import type { CellChange, Plan } from '../core/plan/plan.ts';
import { registerRemarkEdits } from '../core/plan/register-remarks.ts';
import { readDesk } from '../core/reading/read-desk.ts';
import { handMadeInSheet } from '../core/rows/adopt.ts';
import { fileEntries } from '../core/rows/file-entries.ts';
import { locateRows } from '../core/rows/locate-rows.ts';
import { type Observation, observe } from '../core/rows/observe.ts';
import { questionNotices } from '../core/rows/row-questions.ts';
import { takenOverNotice } from '../core/rows/taken-over.ts';
import { type CellPlace, shownTickets } from '../core/rows/ticket-rows.ts';
import { decide } from '../core/rules/decide.ts';
import { overviewTabName, requestTab } from '../core/sheet/columns.ts';
import type { CellEdit, Outcome } from '../core/sheet/edits.ts';
import { findTab } from '../core/sheet/locate-columns.ts';
import { asRead, type Cell, type WorkbookSnapshot } from '../core/sheet/snapshot.ts';
import { sameCell } from '../core/sheet/three-way.ts';
import type { DocumentKind, WantedDocument } from '../documents/document-kind.ts';
import {
  type UnmadeDocument,
  unmadeNotices,
  wantedDocuments,
} from '../documents/wanted-documents.ts';
import { ServiceError } from '../errors.ts';
import type { ConfirmedCell, Ledger } from '../ledger/ledger.ts';
import { adoptDocuments } from './adopt-documents.ts';
import { latestPass, notePass } from './latest-pass.ts';
import {
  type DocumentOutcome,
  type DocumentTask,
  dueDocuments,
  examine,
  isDone,
  saveDocuments,
} from './save-documents.ts';
import { earlierTakeOvers, rememberTakeOvers, takeOversOf } from './taken-over.ts';
import type { TemplateShelf } from './template-shelf.ts';

/** What a pass works with. */
export interface PassParts {
  readonly workbook: Workbook;
  readonly documents: DocumentStore;
  readonly ledger: Ledger;
  readonly templates: TemplateShelf;
  /** What can be made. */
  readonly kinds: readonly DocumentKind[];
  readonly timeZone: string;
  readonly limits: GuardLimits;
  /** Told what is being done, for whoever waits. */
  readonly progress: (step: string) => void;
}

export interface PassOptions {
  /** Read once, handed down; nothing below reads a clock. */
  readonly now: Temporal.Instant;
  readonly acceptLargeChange?: boolean;
  /** The clock lies before the last pass, or before this version came out, and that is meant. */
  readonly acceptEarlierClock?: boolean;
  /** Take the tickets that stand in the sheet: the ledger was lost. */
  readonly adopt?: boolean;
}

/** What a pass saw and would do. */
export interface Look {
  readonly snapshot: WorkbookSnapshot;
  readonly ledgerState: LedgerState;
  readonly situation: Situation;
  readonly observation: Observation;
  readonly cases: readonly Case[];
  readonly plan: Plan;
  /** Documents that should exist. */
  readonly wanted: readonly WantedDocument[];
  readonly refusals: readonly Refusal[];
  /** Troubles of the service itself, in the staff's words. */
  readonly notices: readonly string[];
  /** What earlier passes did and Ringkasan goes on telling for a while; nobody has to act on it again. */
  readonly lately: readonly string[];
  /** What anybody with the link may open, as the last inspection found it. */
  readonly exposed: readonly Exposed[];
  /** Which documents stand behind which columns. */
  readonly linked: readonly LinkedKind[];
}

/** What a pass did. */
export interface PassReport {
  readonly look: Look;
  readonly cells: Readonly<Record<Outcome, number>>;
  readonly documents: readonly DocumentOutcome[];
  /** What anybody with the link may open. */
  readonly exposed: readonly Exposed[];
  /** The place of the documents could not be looked over. */
  readonly trouble?: ServiceError;
  /** Nothing had to be written anywhere. */
  readonly idle: boolean;
}

/** Looks and decides, and writes nothing. */
export const look = async (parts: PassParts, options: PassOptions): Promise<Look> =>
  lookBeside(await parts.ledger.state(), parts, options);

const lookBeside = async (
  ledgerState: LedgerState,
  parts: PassParts,
  options: PassOptions,
): Promise<Look> => {
  parts.progress('Reading the workbook');
  const snapshot = await parts.workbook.read();
  const { now, adopt = false } = options;
  const { timeZone } = parts;
  const desk = readDesk(snapshot, { timeZone });
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate();

  parts.progress('Deciding');
  const tab = findTab(snapshot, requestTab) ?? {
    name: requestTab.name,
    rows: [],
  };
  const begun: Situation = { now, timeZone, today, desk };
  const observed = (handMade?: ReadonlySet<CellPlace>) =>
    observe({
      tab,
      ledger: ledgerState,
      desk,
      now,
      timeZone,
      adopt,
      ...(handMade && { handMade }),
    });
  const observation = observed(adopt ? handMadeInSheet(observed, begun) : undefined);
  const tickets = new Set(observation.rows.map(({ ticket }) => ticket));
  const situation: Situation = { ...begun, desk: fileEntries(desk, { tickets, now, timeZone }) };
  const cases = decide(observation.cases, situation);
  const unmade: UnmadeDocument[] = [];
  const wanted = wantedDocuments(cases, situation, parts.kinds, (each) => unmade.push(each));
  const notices = [
    ...unmadeNotices(unmade),
    ...questionNotices(observation.questioned),
    ...failureNotices(cases),
    ...goneNotices(observation, ledgerState, situation),
    ...parts.templates.refresh(),
    // Last, where the next passes tell of it too: so they find nothing to write.
    ...takenOverNotice(takeOversOf(observation, { adopt })),
  ];
  const exposed = await parts.documents.exposed();
  const draft = {
    snapshot,
    ledgerState,
    situation,
    observation,
    cases,
    wanted,
    notices,
    lately: await earlierTakeOvers(parts.ledger, now),
    exposed,
    linked: linkedKinds(parts.kinds),
  };
  const missing = missingParts(snapshot, { knownTickets: ledgerState.tickets.size });
  const clock = options.acceptEarlierClock
    ? []
    : refusedClock({ now, latest: await latestPass(parts.ledger), timeZone });
  // Nothing is planned then, and no other refusal named: "--accept-large-change" would be the wrong way out.
  if (missing.length > 0) return { ...draft, plan: emptyPlan, refusals: [...clock, ...missing] };
  const plan = planWith(draft, ledgerState.documents);
  // By a wrong clock, how much would change says nothing.
  if (clock.length > 0) return { ...draft, plan, refusals: clock };
  const active = [...ledgerState.tickets.values()].filter(({ state }) => state === 'active');
  const shown = shownTickets(ledgerState);
  const neverShown = new Set(
    active.map(({ ticket }) => ticket).filter((ticket) => !shown.has(ticket)),
  );
  const refusals = [
    ...lostLedger(ledgerState, observation, adopt),
    ...guardPlan(plan, {
      limits: parts.limits,
      knownRows: active.length - neverShown.size,
      neverShown,
      acceptLargeChange: options.acceptLargeChange ?? false,
    }),
  ];
  return { ...draft, plan, refusals };
};

/** Looks, decides, and makes it so. A refused plan writes nothing at all. */
export const runPass = async (parts: PassParts, options: PassOptions): Promise<PassReport> => {
  const { now } = options;
  const pass = now.toString();
  const known = await parts.ledger.state();
  const keepRepairs = async (work: (repaired: (repair: Repair) => void) => Promise<void>) => {
    const repairs: Repair[] = [];
    try {
      await work((repair) => repairs.push(repair));
    } finally {
      const history = repairs.map(repairHistory);
      if (history.length > 0) await parts.ledger.commit({ ...nothing, history }, now, pass);
    }
  };
  await keepRepairs((repaired) => parts.workbook.finishCutOff(locateRows(known, known), repaired));
  const seen = await lookBeside(known, parts, options);
  if (seen.refusals.length > 0) {
    return {
      look: seen,
      cells: { written: 0, overtaken: 0, failed: 0 },
      documents: [],
      exposed: [],
      idle: false,
    };
  }
  const { ledger: change } = seen.plan;
  await promise(parts, seen, options);
  const { rows } = seen.observation;
  const documentsBefore = options.adopt
    ? await adoptDocuments(parts, { rows, linked: seen.linked, now })
    : seen.ledgerState.documents;

  const {
    outcomes: documents,
    exposed,
    trouble,
  } = await saveDocuments(
    parts,
    {
      now,
      wanted: seen.wanted,
      known: documentsBefore,
    },
    pass,
  );

  const after = await parts.ledger.state();
  const unsaved = documents.filter((outcome) => outcome.kind === 'kept');
  const notices = [...seen.notices, ...unsavedNotices(unsaved), ...(trouble ? [unseenNotice] : [])];
  const plan = planWith({ ...seen, exposed, notices }, after.documents);
  const { intended } = plan.ledger;
  if (intended.length > 0) await parts.ledger.commit({ ...nothing, intended }, now, pass);
  const edits = [
    ...plan.cells.map(editOf(seen)),
    ...plan.strays,
    ...plan.remarks,
    ...plan.overview,
  ];
  if (edits.length > 0) parts.progress(`Writing ${edits.length} cells`);
  let outcomes: readonly Outcome[] = [];
  if (edits.length > 0) {
    await keepRepairs(async (repaired) => {
      outcomes = await parts.workbook.write(edits, locateRows(known, after), repaired);
    });
  }
  const shown = plan.cells.filter((_, index) => outcomes[index] === 'written');
  if (shown.length > 0) await parts.ledger.confirm(shown.map(confirmed));
  const end = passHistory(outcomes, documents);
  if (end.length > 0) await parts.ledger.commit({ ...nothing, history: end }, now, pass);

  return {
    look: { ...seen, plan },
    cells: countOutcomes(outcomes),
    documents,
    exposed,
    ...(trouble && { trouble }),
    idle:
      edits.length === 0 &&
      documents.length === 0 &&
      isEmptyChange(change) &&
      trouble === undefined,
  };
};

/** Puts into the ledger what the look found, before anything shows it. */
export const promise = async (
  { ledger }: Pick<PassParts, 'ledger'>,
  seen: Look,
  { adopt = false }: Pick<PassOptions, 'adopt'> = {},
): Promise<void> => {
  const { now } = seen.situation;
  await notePass(ledger, now);
  // First, so that no kill between the two leaves it untold.
  await rememberTakeOvers(ledger, takeOversOf(seen.observation, { adopt }), now);
  await ledger.commit({ ...seen.plan.ledger, intended: [] }, now, now.toString());
  // Before anything else is intended: a kill between the two would make our own values look like a person's.
  const settled = settledCells(seen);
  if (settled.length > 0) await ledger.confirm(settled);
};

/** What `plan` shows of documents: those that a pass would write now, or why that cannot be said. */
export const plannedDocuments = async (
  parts: PassParts,
  { wanted, situation, ledgerState }: Look,
): Promise<{ readonly tasks: readonly DocumentTask[]; readonly trouble?: ServiceError }> => {
  try {
    const { due, trouble } = await dueDocuments(parts, {
      now: situation.now,
      wanted,
      known: ledgerState.documents,
    });
    if (trouble) return { tasks: [], trouble };
    const tasks: DocumentTask[] = [];
    for (const each of due) tasks.push(await examine(parts, each));
    return { tasks: tasks.filter((task) => !isDone(task)) };
  } catch (trouble) {
    if (!(trouble instanceof ServiceError)) throw trouble;
    return { tasks: [], trouble };
  }
};

const linkedKinds = (kinds: readonly DocumentKind[]): readonly LinkedKind[] =>
  kinds.filter((kind) => kind.about === 'event');

type Draft = Omit<Look, 'plan' | 'refusals'>;

const planWith = (
  { snapshot, ledgerState, situation, observation, cases, notices, lately, exposed, linked }: Draft,
  documents: ReadonlyMap<string, DocumentRecord>,
): Plan => {
  const overviewTab = findTab(snapshot, {
    name: overviewTabName,
    synonyms: [],
  });
  const problems = [
    ...situation.desk.problems,
    ...strayRowProblems(observation.tab, observation.loose),
  ];
  const { grid, concerns } = heldOverview(
    cases,
    situation,
    [
      ...notices,
      ...lately,
      ...doubleBookingNotices(cases, situation),
      ...exposureNotices(exposed),
      ...editionNotices(documents, { cases, situation }),
    ],
    problems,
  );
  const plan = makePlan({
    observation,
    cases,
    situation,
    ledger: ledgerState,
    documents,
    linked,
    remarks: registerRemarkEdits(snapshot, situation.desk.problems),
    overview: overviewEdits(overviewTab, grid),
  });
  return { ...plan, concerns: [...plan.concerns, ...concerns] };
};

/** Tickets in the sheet that an empty ledger never gave out: it was lost, and numbering anew would double them. */
const lostLedger = (
  { tickets }: LedgerState,
  { unknownTickets }: Observation,
  adopt: boolean,
): readonly Refusal[] =>
  tickets.size === 0 && unknownTickets.length > 0 && !adopt
    ? [
        {
          kind: 'lost-ledger',
          text: `The sheet carries ${unknownTickets.length} tickets (${unknownTickets.slice(0, 3).join(', ')} …) but the ledger is empty. Bring the ledger back from a copy, or rebuild it from the sheet with "npx layanan-vicon adopt".`,
        },
      ]
    : [];

const nothing: LedgerChange = {
  newTickets: [],
  rebound: [],
  missing: [],
  found: [],
  moments: [],
  intended: [],
  history: [],
};

const emptyPlan: Plan = {
  rows: [],
  cells: [],
  strays: [],
  remarks: [],
  overview: [],
  ledger: nothing,
  concerns: [],
};

const isEmptyChange = ({ newTickets, rebound, missing, found, moments }: Plan['ledger']): boolean =>
  [newTickets, rebound, missing, found, moments].every((part) => part.length === 0);

const editOf =
  ({ snapshot }: Look) =>
  ({ ticket, header, was, becomes }: CellChange): CellEdit => ({
    tab: findTab(snapshot, requestTab)?.name ?? requestTab.name,
    address: { kind: 'row', key: ticket, header },
    was,
    becomes,
  });

const confirmed = ({ ticket, field, becomes }: CellChange): ConfirmedCell => ({
  ticket,
  field,
  value: asRead(becomes),
  ...(typeof becomes === 'object' && becomes.kind === 'link' && { link: becomes.url }),
});

/** People moved rows just while we wrote: what fell beside its row was put right at once. */
const repairHistory = ({ tab, address }: Repair): HistoryLine => ({
  kind: 'repair',
  subject: `${tab}: ${spotOf(address)}`,
  because: 'baris berpindah saat ditulis; sel dipulihkan',
});

const spotOf = (address: CellEdit['address']): string => {
  switch (address.kind) {
    case 'row':
      return `${address.key}, ${address.header}`;
    case 'filled':
      return `baris tanpa tiket, ${address.header}`;
    case 'fixed':
      return `baris ${address.row}, kolom ${address.column}`;
  }
};

/** The line that a pass which did something ends with: where it is missing, the pass was cut off. */
const passHistory = (
  outcomes: readonly Outcome[],
  documents: readonly DocumentOutcome[],
): readonly HistoryLine[] => {
  if (outcomes.length === 0 && documents.length === 0) return [];
  const { written, overtaken, failed } = countOutcomes(outcomes);
  const left = overtaken + failed > 0 ? `, ${overtaken + failed} tidak tertulis` : '';
  const saved = documents.filter(({ kind }) => kind !== 'kept').length;
  return [
    { kind: 'pass', because: `pemeriksaan selesai: ${written} sel${left}, ${saved} dokumen` },
  ];
};

/**
 * Cells that already show what the ledger does not yet know to be shown: those of adopted rows, and those we wrote
 * before we were stopped.
 */
const settledCells = ({ observation, ledgerState, linked }: Look): readonly ConfirmedCell[] => [
  ...observation.remembered,
  ...observation.rows.flatMap(({ ticket, how, cells, memory }) =>
    [...memory].flatMap(([field, { written, intended }]) => {
      if (how === 'adopted' && written !== undefined) return [{ ticket, field, value: written }];
      const shown = (cells as Readonly<Record<string, Cell>>)[field] ?? '';
      return intended !== undefined && sameCell(shown, intended)
        ? [
            {
              ticket,
              field,
              value: intended,
              ...linkBehind({ ledgerState, linked }, { ticket, field }),
            },
          ]
        : [];
    }),
  ),
];

/** Documents are saved and remembered before their link is written, so the link that we wrote is theirs still. */
const linkBehind = (
  { ledgerState: { documents }, linked }: Pick<Look, 'ledgerState' | 'linked'>,
  { ticket, field }: { readonly ticket: string; readonly field: string },
): Pick<ConfirmedCell, 'link'> => {
  const kind = linked.find(({ linkedBy }) => linkedBy === field);
  const url = kind && documents.get(`${kind.key}/${ticket}`)?.url;
  return url === undefined ? {} : { link: url };
};

const countOutcomes = (outcomes: readonly Outcome[]): Readonly<Record<Outcome, number>> => {
  const count = (kind: Outcome): number => outcomes.filter((outcome) => outcome === kind).length;
  return {
    written: count('written'),
    overtaken: count('overtaken'),
    failed: count('failed'),
  };
};
