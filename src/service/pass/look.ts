/** Looks, decides, plans and checks; writes nothing. */
import type { Temporal } from 'temporal-polyfill';
import type { WorkbookAnswer } from '../../backends/backend.ts';
import { casesByTicket } from '../../core/cases/by-ticket.ts';
import { notArchived } from '../../core/cases/case-facts.ts';
import type { LedgerState, Ticket } from '../../core/cases/ledger-state.ts';
import { keptTogether, remembering } from '../../core/cases/remembered.ts';
import type { Case, Remembered, Situation } from '../../core/cases/situation.ts';
import { type NowWatch, watchNow } from '../../core/cases/watched-now.ts';
import { archivedPeriods } from '../../core/figures/archived-periods.ts';
import { withHandlerQuestions } from '../../core/figures/complaint-handlers.ts';
import type { AnswerForm } from '../../core/messages/answer-link.ts';
import { memoryAfter } from '../../core/messages/memory-after.ts';
import { mutedNotices, toldKinds } from '../../core/messages/muted-kinds.ts';
import { type OfficerCalendar, officerCalendars } from '../../core/messages/officer-calendars.ts';
import { failingKindsNotice, planMessages } from '../../core/messages/plan-messages.ts';
import { movedBackNotices } from '../../core/messages/requester/moved-back.ts';
import type { DraftWriter } from '../../core/messages/shown/draft-writer.ts';
import { requesterDrafts } from '../../core/messages/shown/drafts.ts';
import { lateNotices } from '../../core/messages/shown/late-notices.ts';
import { officerDrafts } from '../../core/messages/shown/officer-drafts.ts';
import { byHandNotices, undeliveredNotices } from '../../core/messages/shown/undelivered.ts';
import type { Exposed } from '../../core/overview/exposed-documents.ts';
import { misrememberedNotice } from '../../core/overview/misremembered.ts';
import type { UnmadeDocument } from '../../core/overview/unmade-documents.ts';
import { mayPrintPhotos } from '../../core/photos/printable.ts';
import { checkPlan } from '../../core/plan/check-plan.ts';
import { missingParts, type Refusal } from '../../core/plan/guard.ts';
import { refusedClock } from '../../core/plan/guard-clock.ts';
import { type DocumentsNow, troubleNotices } from '../../core/plan/notices.ts';
import type { DeskHome } from '../../core/plan/other-desk.ts';
import { emptyPlan, type Plan } from '../../core/plan/plan.ts';
import { type Decision, planPass } from '../../core/plan/plan-pass.ts';
import type { Observation } from '../../core/rows/observe.ts';
import { recognise } from '../../core/rows/recognise.ts';
import { takenOverNotice } from '../../core/rows/taken-over.ts';
import { decide } from '../../core/rules/decide.ts';
import { rules as ourRules } from '../../core/rules/index.ts';
import { sharingRows } from '../../core/sheet/shared-rows.ts';
import type { WorkbookSnapshot } from '../../core/sheet/snapshot.ts';
import { documentKinds } from '../../documents/document-kinds.ts';
import { activityReport } from '../../documents/kinds/activity-report.ts';
import { wantedInParts } from '../../documents/wanted-documents.ts';
import type { Texts } from '../../messages/text-shelf.ts';
import { waLink } from '../../messages/wa-link.ts';
import { awaitedSignatures, periodicPapers, withSigningFindings } from '../awaited-signatures.ts';
import { withFoundSignatures } from '../found-signatures.ts';
import { calendarDocument, toldCalendars } from '../officer-calendars.ts';
import type { FoldersSeen, PhotoQuestion } from '../photo-shelf.ts';
import { newActs, type SettledParts, signDocuments, someUnread } from '../sign-documents.ts';
import type { Templates } from '../template-shelf.ts';
import { homeOf } from './desk-home.ts';
import { latestPass } from './latest-pass.ts';
import { lastMisremembered } from './misremembered.ts';
import { overviewLinks } from './overview-links.ts';
import type { PassOptions, PassParts } from './pass-parts.ts';
import { shownLinks } from './periodic-links.ts';
import { earlierTakeOvers, takeOversOf } from './taken-over.ts';
import { tellingSince } from './telling-since.ts';
import { knownTroubles } from './troubles.ts';

/** What a pass saw and would do. */
export type Look = Seen | Misread;

export interface Seen extends Decision {
  readonly kind: 'seen';
  readonly now: Temporal.Instant;
  readonly home: DeskHome;
  /** Of what the decisions and the plan asked about time. */
  readonly watch: NowWatch;
  /** What the workbook said. */
  readonly answer: Pick<WorkbookAnswer, 'mark'>;
  /** What lay in *Dokumentasi*. */
  readonly folders: FoldersSeen;
  /** Something could not be looked at, or not all of it, and has to be looked at again soon. */
  readonly isTroubled: boolean;
  readonly answerForm: AnswerForm | undefined;
  readonly plan: Plan;
  /** Why the plan must not be carried out; none: it may. */
  readonly refusals: readonly Refusal[];
  /** Documents that should exist. */
  readonly wanted: SettledParts;
  /** What they are made with. */
  readonly templates: Templates;
  /** What messages are written with. */
  readonly texts: Texts;
  /** Tickets that stand in the sheet and that the ledger did not know. */
  readonly takenOver: readonly Ticket[];
  /** What the calendar files of the officers tell now; none where this pass makes no documents of ours. */
  readonly calendars: readonly OfficerCalendar[];
  /** What anybody with the link may open, as the last inspection found it. */
  readonly exposed: readonly Exposed[];
}

/** What workbook and *Dokumentasi* said when a pass asked whether anything changed. */
export interface AskedBefore {
  readonly answer: WorkbookAnswer;
  readonly folders: FoldersSeen;
}

/** The workbook lacks what it is read by, or the clock is wrong: whatever was decided from that would mean nothing. */
export interface Misread {
  readonly kind: 'misread';
  readonly now: Temporal.Instant;
  readonly refusals: readonly Refusal[];
  readonly plan: Plan;
  readonly cases: readonly Case[];
  readonly notices: readonly string[];
}

export const look = async (parts: PassParts, options: PassOptions): Promise<Look> =>
  lookBeside(await parts.ledger.state(), parts, options);

/**
 * @param ledgerState What the ledger knows.
 * @param asked What was found out when it was asked whether anything changed; asked now unless given.
 */
export const lookBeside = async (
  ledgerState: LedgerState,
  parts: PassParts,
  options: PassOptions,
  asked?: AskedBefore,
): Promise<Look> => {
  const { now } = options;
  parts.progress('Reading the workbook');
  const answer = asked?.answer ?? (await parts.workbook.ask());
  const { memory } = options;
  const snapshot = memory
    ? memory.same('workbook', answer.read(), sharingRows)
    : answer.read('anew');
  // Before anything is decided, and no other refusal named: "--accept-large-change" would be the wrong way out.
  const refusals = [
    ...(await clockRefusals(parts, options)),
    ...missingParts(snapshot, ledgerState),
  ];
  if (refusals.length > 0)
    return { kind: 'misread', now, refusals, plan: emptyPlan, cases: [], notices: [] };

  parts.progress('Deciding');
  const folders = asked ? asked.folders : await parts.photos.folders(now);
  const seen = { mark: answer.mark, snapshot, folders };
  const decided = await decideAll(seen, { ledgerState, parts, options });
  return planned(decided, documentsBefore(decided), { parts, options });
};

/** The plan, and never without its check. */
export const planned = (
  decided: SeenUnplanned,
  documents: DocumentsNow,
  { parts: { limits }, options: consent }: Pick<Deciding, 'parts' | 'options'>,
): Seen => {
  const plan = planPass(decided, documents);
  return { ...decided, plan, refusals: checkPlan(plan, { ...decided, limits, consent }) };
};

/** What was seen and decided, before a plan is made of it. */
type SeenUnplanned = Omit<Seen, 'plan' | 'refusals'>;

interface Deciding {
  readonly ledgerState: LedgerState;
  readonly parts: PassParts;
  readonly options: PassOptions;
}

const clockRefusals = async (
  { ledger, timeZone }: PassParts,
  { now, acceptEarlierClock }: PassOptions,
): Promise<readonly Refusal[]> =>
  acceptEarlierClock ? [] : refusedClock({ now, latest: await latestPass(ledger), timeZone });

const decideAll = async (
  {
    mark,
    snapshot,
    folders,
  }: Pick<WorkbookAnswer, 'mark'> &
    Pick<AskedBefore, 'folders'> & { readonly snapshot: WorkbookSnapshot },
  {
    ledgerState,
    parts: {
      documents,
      ledger,
      templates: shelf,
      photos: photoShelf,
      attendance: attendanceShelf,
      messageKinds,
      draftKinds,
      texts: textShelf,
      answerForm: formOf,
      timeZone,
      home,
    },
    options: { now: at, memory, adopt = false, rules = ourRules, documents: chosen, only },
  }: Deciding,
): Promise<SeenUnplanned> => {
  const watch = watchNow(at);
  const { now } = watch;
  const attendance = await attendanceShelf.take(folders);
  const kinds = chosen ?? documentKinds;
  const {
    observation,
    situation: withoutPhotos,
    complaints,
  } = recognise(snapshot, {
    ledger: ledgerState,
    now,
    timeZone,
    adopt,
    rules,
    ...(memory && { remembered: memory }),
    ...(attendance.seen && { attendance: attendance.seen }),
  });
  const photos = await photoShelf.take(
    photoQuestion(observation, {
      ...withoutPhotos,
      folders,
      isReport: attendance.isReport,
      known: ledgerState.tickets,
      only,
    }),
  );
  const same: Remembered['same'] = (name, given) => memory?.same(name, given) ?? given;
  const seen = {
    ...withoutPhotos,
    ...(photos.seen && { photos: same('photos', photos.seen) }),
  };
  const decided = decide(observation.cases, seen, rules);
  const asking = withHandlerQuestions(decided, seen);
  const situation = { ...asking, desk: same('desk with questions', asking.desk) };
  const unmade: UnmadeDocument[] = [];
  const unsigned = wantedInParts(decided, situation, {
    kinds,
    made: ledgerState.documents,
    unmade: (each) => unmade.push(each),
  });
  const isOnlyArchived = archivedPeriods(decided, timeZone);
  const calendars = chosen
    ? []
    : officerCalendars(notArchived(decided), situation, {
        told: await toldCalendars(ledger),
        messages: ledgerState.messages,
      });
  const files = keptTogether(
    calendars.map((each) => calendarFiled(each, situation)),
    situation,
    calendarFiled,
  );
  const templates = shelf.take(kinds);
  const texts = textShelf.take(draftKinds);
  const known = adopt
    ? await withFoundSignatures(
        { documents },
        { known: ledgerState, wanted: unsigned.flat(), now: at },
      )
    : { ...ledgerState, found: [] };
  const wanted = await signDocuments([...unsigned, files], {
    templates,
    ledger,
    documents,
    ledgerState: known,
    situation,
  });
  const cases = withSigningFindings(decided, wanted, situation);
  const takenOver = takeOversOf(observation, { adopt });
  const answerForm = await formOf?.();
  const queue = awaitedSignatures(wanted, isOnlyArchived);
  const messageLook = {
    cases: notArchived(cases),
    situation,
    told: ledgerState.messages,
    since: (await tellingSince(ledger)) ?? now,
    ...(answerForm && { answerForm }),
    queue,
    troubles: await knownTroubles(ledger),
  };
  const { settings } = situation.desk;
  const messages = planMessages(messageLook, toldKinds(messageKinds, settings));
  const draftable = toldKinds(draftKinds, settings);
  const writer: DraftWriter = {
    mark: texts.mark,
    textOf: ({ key }, message) => texts.render(key, message).draft,
    linkTo: waLink,
  };
  const after = memoryAfter({ told: ledgerState.messages, plan: messages, now });
  return {
    kind: 'seen',
    home: await homeOf({ ledger, ...(home !== undefined && { home }) }),
    now: at,
    watch,
    answer: { mark },
    folders,
    isTroubled: photos.notices.length + attendance.notices.length > 0 || someUnread(wanted),
    answerForm,
    snapshot,
    ledgerState,
    situation,
    observation,
    cases,
    wanted,
    complaints,
    signatures: [...known.found, ...newActs(wanted)],
    queue,
    periodic: periodicPapers(wanted),
    periodicLinks: await shownLinks(ledger),
    messages,
    drafts: requesterDrafts(messageLook, draftable, writer),
    officerDrafts: officerDrafts(messageLook, draftable, writer),
    overviewLinks: await overviewLinks(ledger),
    templates,
    texts,
    takenOver,
    calendars,
    notices: troubleNotices({
      snapshot,
      unmade,
      observation,
      cases,
      ledger: ledgerState,
      situation,
      templates: templates.notices,
      messages: [
        ...texts.notices,
        ...mutedNotices(draftKinds, situation.desk.settings),
        ...failingKindsNotice(messages.failing),
        ...undeliveredNotices(after, situation),
        ...lateNotices(after, { now }),
        ...movedBackNotices(cases, messageLook),
      ],
      photos: [...photos.notices, ...attendance.notices],
      takenOver,
    }),
    besides: [
      ...misrememberedNotice(await lastMisremembered(ledger, { now, timeZone })),
      ...takenOverNotice(await earlierTakeOvers(ledger, now)),
      ...byHandNotices(after, situation),
    ],
    exposed: await documents.exposed(),
    linked: kinds.filter((kind) => kind.about === 'event'),
  };
};

const calendarFiled = remembering((calendar: OfficerCalendar, { desk }: Situation) =>
  calendarDocument(calendar, desk.settings),
);

const photoQuestion = (
  { cases }: Pick<Observation, 'cases'>,
  {
    desk,
    known,
    folders,
    isReport,
    only = () => true,
  }: Pick<Situation, 'desk'> &
    Pick<PhotoQuestion, 'folders' | 'isReport'> & {
      readonly known: LedgerState['tickets'];
      readonly only?: PassOptions['only'];
    },
): PhotoQuestion => {
  const caseOf = (ticket: Ticket): Case | undefined => casesByTicket(cases).get(ticket);
  return {
    folders,
    isReport,
    // A folder of a ticket whose row is gone is no stray.
    tickets: { has: (ticket) => known.has(ticket) || caseOf(ticket) !== undefined },
    printable: {
      has: (ticket) => {
        const subject = caseOf(ticket);
        return subject !== undefined && mayPrintPhotos(subject, desk.settings);
      },
    },
    due: {
      has: (ticket) =>
        caseOf(ticket) !== undefined && only({ key: `${activityReport.key}/${ticket}` }),
    },
  };
};

const documentsBefore = ({
  ledgerState,
  exposed,
}: Pick<Seen, 'ledgerState' | 'exposed'>): DocumentsNow => ({
  records: ledgerState.documents,
  exposed,
  unsaved: [],
  isUnseen: false,
  foldersUnmade: [],
});
