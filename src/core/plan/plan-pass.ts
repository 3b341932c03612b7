/** The whole plan of one pass: our cells, remarks beside rows without tickets, and Ringkasan. */
import type { AwaitedSignature } from '../approval/awaited-signature.ts';
import type { ComplaintRecord, LedgerState, SignAct, Ticket } from '../cases/ledger-state.ts';
import { recalled } from '../cases/remembered.ts';
import type { Case, Situation } from '../cases/situation.ts';
import type { Wanted } from '../columns/shown.ts';
import { overviewTabName } from '../columns/tabs.ts';
import type { MessagePlan } from '../messages/plan-messages.ts';
import type { OfficerDraft } from '../messages/shown/officer-drafts.ts';
import { overviewEdits } from '../overview/overview.ts';
import { strayRowProblems } from '../overview/overview-rows.ts';
import type { Observation } from '../rows/observe.ts';
import { findTab } from '../sheet/locate-columns.ts';
import type { WorkbookSnapshot } from '../sheet/snapshot.ts';
import { complaintEdits } from './complaint-edits.ts';
import { heldOverview } from './held-overview.ts';
import { complaintLine, messageLines, signatureLine } from './history-lines.ts';
import type { LinkedKind } from './linked-kind.ts';
import { makePlan } from './make-plan.ts';
import { messageDesk } from './message-edits.ts';
import { type DocumentsNow, overviewNotices } from './notices.ts';
import { type PeriodicPaper, periodicEdits } from './periodic-edits.ts';
import type { Plan } from './plan.ts';
import { registerRemarkEdits } from './register-remarks.ts';

/** What was seen and decided: all that a plan rests on, apart from how the documents stand. */
export interface Decision {
  readonly snapshot: WorkbookSnapshot;
  /** As the pass found it. */
  readonly ledgerState: LedgerState;
  readonly situation: Situation;
  readonly observation: Observation;
  readonly cases: readonly Case[];
  /** Which documents stand behind which columns. */
  readonly linked: readonly LinkedKind[];
  /** What was newly done to documents by those who sign them. */
  readonly signatures: readonly SignAct[];
  /** Numbers of complaints that the ledger does not know yet. */
  readonly complaints: readonly ComplaintRecord[];
  /** Documents that wait for a signature. */
  readonly queue: readonly AwaitedSignature[];
  /** Recaps and evaluations. */
  readonly periodic: readonly PeriodicPaper[];
  /** Where their links in the sheet lead, as far as it is known. */
  readonly periodicLinks: ReadonlyMap<string, string>;
  /** What is to be said to people, and what is not any more. */
  readonly messages: MessagePlan;
  /** What stands in *Hubungi*, by ticket. */
  readonly drafts: ReadonlyMap<Ticket, Wanted>;
  /** What opens a draft to officers, for Ringkasan. */
  readonly officerDrafts: readonly OfficerDraft[];
  /** Where the links in Ringkasan lead, by their text, as far as it is known. */
  readonly overviewLinks: ReadonlyMap<string, string>;
  /** Troubles of the service itself, in the staff's words. */
  readonly notices: readonly string[];
  /** What Ringkasan tells besides, and keeps nothing from its work: what earlier passes did, whom only WhatsApp reaches. */
  readonly besides: readonly string[];
}

/**
 * @param documents Before they are made: as the ledger remembers them. Afterwards: as they stand now, so that links and
 *   remarks about them go into the sheet in the same pass.
 */
export const planPass = (decision: Decision, documents: DocumentsNow): Plan => {
  const { snapshot, ledgerState, situation, observation, cases, notices, besides, linked } =
    decision;
  const { signatures, messages, drafts, complaints, queue, periodic, periodicLinks } = decision;
  const { grid, concerns } = heldOverview(
    cases,
    situation,
    overviewNotices({ troubles: notices, besides, cases, situation }, documents),
    [...situation.desk.problems, ...strayRowProblems(observation.tab, observation.loose)],
    queue,
    decision.officerDrafts,
  );
  const told = ledgerState.messages;
  // A pass plans twice, and documents change nothing in Pesan.
  const inPesan = recalled(
    { by: messageDesk, of: messages, very: [snapshot, told] },
    situation,
    (around) => messageDesk(snapshot, { ...around, told, plan: messages }),
  );
  const plan = makePlan({
    observation,
    cases,
    situation,
    ledger: ledgerState,
    documents: documents.records,
    linked,
    drafts,
    remarks: [
      ...registerRemarkEdits(snapshot, situation.desk.problems),
      ...complaintEdits(snapshot, situation),
      ...periodicEdits(snapshot, {
        papers: periodic,
        records: documents.records,
        links: periodicLinks,
        problems: situation.desk.problems,
      }),
      ...inPesan.edits,
    ],
    overview: overviewEdits(
      findTab(snapshot, { name: overviewTabName, synonyms: [] }),
      grid,
      decision.overviewLinks,
    ),
  });
  const { ledger } = plan;
  const history = [
    ...ledger.history,
    ...signatures.flatMap(signatureLine),
    ...messageLines(messages),
    ...complaints.map((record) => complaintLine(record, ledgerState)),
  ];
  return {
    ...plan,
    ledger: {
      ...ledger,
      signatures,
      messages: messages.promised,
      withdrawn: messages.withdrawn,
      complaints,
      again: inPesan.again,
      listings: inPesan.listings,
      history,
    },
    concerns: [...plan.concerns, ...concerns],
  };
};
