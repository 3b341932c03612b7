/** What staff are told of the service itself, put together here and nowhere else. */
import { failureNotices } from '../cases/failures.ts';
import type { DocumentRecord, LedgerState, Ticket } from '../cases/ledger-state.ts';
import type { Case, Situation } from '../cases/situation.ts';
import { doubleBookingNotices } from '../overview/double-bookings.ts';
import { type Exposed, exposureNotices } from '../overview/exposed-documents.ts';
import { goneNotices } from '../overview/gone-notices.ts';
import { localeNotices } from '../overview/locale-notice.ts';
import { type UnmadeDocument, unmadeNotices } from '../overview/unmade-documents.ts';
import { unreadAnswerNotices } from '../overview/unread-answers.ts';
import {
  type UnsavedDocument,
  unsavedNotices,
  unseenNotice,
} from '../overview/unsaved-documents.ts';
import { unmadeFoldersNotice } from '../photos/photo-words.ts';
import type { Observation } from '../rows/observe.ts';
import { questionNotices } from '../rows/row-questions.ts';
import { takenOverNotice } from '../rows/taken-over.ts';
import type { WorkbookSnapshot } from '../sheet/snapshot.ts';
import { editionNotices } from './edition-notices.ts';

/** Troubles that wait for somebody, known before anything is written; `run` and `plan` print them too. */
export const troubleNotices = ({
  snapshot,
  unmade,
  observation,
  cases,
  ledger,
  situation,
  templates,
  messages,
  photos,
  takenOver,
}: {
  readonly snapshot: WorkbookSnapshot;
  readonly unmade: readonly UnmadeDocument[];
  readonly observation: Observation;
  readonly cases: readonly Case[];
  readonly ledger: LedgerState;
  readonly situation: Situation;
  /** What is wrong with the office's templates. */
  readonly templates: readonly string[];
  /** What is wrong with what people are told. */
  readonly messages: readonly string[];
  /** What is wrong with the photos that people filed. */
  readonly photos: readonly string[];
  /** Tickets of this pass that the ledger did not know. */
  readonly takenOver: readonly Ticket[];
}): readonly string[] => [
  ...localeNotices(snapshot),
  ...unreadAnswerNotices(snapshot),
  ...unmadeNotices(unmade),
  ...questionNotices(observation.questioned),
  ...failureNotices(cases),
  ...goneNotices(observation, ledger, situation),
  ...templates,
  ...messages,
  ...photos,
  // Last, where the next passes tell of it too: so they find nothing to write.
  ...takenOverNotice(takenOver),
];

/** How the documents stand. */
export interface DocumentsNow {
  readonly records: ReadonlyMap<string, DocumentRecord>;
  /** What anybody with the link may open. */
  readonly exposed: readonly Exposed[];
  /** Those that could not be saved in this pass. */
  readonly unsaved: readonly UnsavedDocument[];
  /** The place of the documents could not be looked over. */
  readonly isUnseen: boolean;
  /** Tickets whose folder for photos could not be made in this pass. */
  readonly foldersUnmade: readonly Ticket[];
}

/** All that Ringkasan tells, in its order. */
export const overviewNotices = (
  {
    troubles,
    besides,
    cases,
    situation,
  }: {
    readonly troubles: readonly string[];
    /** What staff are to know, and the service does its whole work all the same: whom only WhatsApp reaches, say. */
    readonly besides: readonly string[];
    readonly cases: readonly Case[];
    readonly situation: Situation;
  },
  { records, exposed, unsaved, isUnseen, foldersUnmade }: DocumentsNow,
): readonly string[] => [
  ...troubles,
  ...unsavedNotices(unsaved),
  ...(isUnseen ? [unseenNotice] : []),
  ...unmadeFoldersNotice(foldersUnmade),
  ...besides,
  ...doubleBookingNotices(cases, situation),
  ...exposureNotices(exposed),
  ...editionNotices(records, { cases, situation }),
];
