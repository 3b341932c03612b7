import type { Temporal } from 'temporal-polyfill';
import type { DocumentStore, Workbook } from '../../backends/backend.ts';
import type { Remembered, Rule } from '../../core/cases/situation.ts';
import type { AnswerForm } from '../../core/messages/answer-link.ts';
import type { MessageKind } from '../../core/messages/message-kind.ts';
import type { Consent } from '../../core/plan/check-plan.ts';
import type { GuardLimits } from '../../core/plan/guard.ts';
import type { DocumentKind, WantedDocument } from '../../documents/document-kind.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { TextShelf } from '../../messages/text-shelf.ts';
import type { AttendanceShelf } from '../attendance-shelf.ts';
import type { PhotoShelf } from '../photo-shelf.ts';
import type { TemplateShelf } from '../template-shelf.ts';
import type { UndoShelf } from '../undo-shelf.ts';
import type { Quiet } from './quiet.ts';

/** What a pass works with. */
export interface PassParts {
  readonly workbook: Workbook;
  readonly documents: DocumentStore;
  readonly ledger: Ledger;
  readonly templates: TemplateShelf;
  readonly photos: PhotoShelf;
  readonly attendance: AttendanceShelf;
  readonly undo: UndoShelf;
  /** None: nothing is said to anybody. */
  readonly messageKinds: readonly MessageKind[];
  /** What drafts on WhatsApp are written of, whether or not the service says anything itself. */
  readonly draftKinds: readonly MessageKind[];
  readonly texts: TextShelf;
  /** Where people say how an event went; absent where no form can be had. */
  readonly answerForm?: () => Promise<AnswerForm | undefined>;
  readonly timeZone: string;
  /** Which workbook it is, on which machine; absent where whoever lends the desk knows it to be no other's. */
  readonly home?: string;
  /** Which build, settings and place (`rest-ground.ts`): a desk rests by what was left on the same ground only. */
  readonly ground: string;
  readonly limits: GuardLimits;
  /** Told what is being done, for whoever waits. */
  readonly progress: (step: string) => void;
}

export interface PassOptions extends Consent {
  /** Read once, handed down; nothing below reads a clock. */
  readonly now: Temporal.Instant;
  /** The clock lies before the last pass, or before this version came out, and that is meant. */
  readonly acceptEarlierClock?: boolean;
  /** Asked in this order; ours unless given. */
  readonly rules?: readonly Rule[];
  /** What can be made; ours unless given. Columns that link to another kind are left as they are. */
  readonly documents?: readonly DocumentKind[];
  /** Of the passes before it in this process. */
  readonly memory?: Remembered;
  /** What the last pass left, here or elsewhere; without it a pass looks at everything. */
  readonly quiet?: Quiet;
  /** Makes these documents alone, and leaves the cells to the next pass. */
  readonly only?: (document: Pick<WantedDocument, 'key'>) => boolean;
}
