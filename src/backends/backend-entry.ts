import type { AnswerForm } from '../core/messages/answer-link.ts';
import type { WayOut } from '../messages/way-out.ts';
import type { DocumentStore, StoredDocument, Workbook } from './backend.ts';
import type { Memory } from './memory.ts';
import type { Pace } from './pace.ts';
import type { Tenure } from './tenure.ts';

/** What is known of every backend while none of it is loaded. */
export interface BackendOf<Name extends string> {
  readonly name: Name;
  /** The file that people save the workbook into, which calls for a pass; absent where there is none to watch. */
  readonly workbookPath?: string;
  /** How often to look unless the settings say: a cron schedule. */
  readonly schedule: string;
  /** What a person opens a document by. */
  addressOf(document: Pick<StoredDocument, 'id' | 'url'>): string;
  /** The form that asks people what an event was like, once its answers come in; absent where there are no forms. */
  answerForm?(memory: Pick<Memory, 'recall'>): Promise<AnswerForm | undefined>;
  /** Sends mail as the account that the desk is signed in with; absent where there is none. Nothing is loaded before. */
  openMail?(): Promise<WayOut>;
  /** Loads the backend and opens it; opened again, it may know what it read before, where that reads the same. */
  open(around: {
    /** What it keeps between passes. */
    readonly memory: Memory;
    readonly pace: Pace;
    /** Documents of no desk are taken too: the ledger was lost. */
    readonly adopt: boolean;
    /** Under which the desk is lent to us; absent: it is nobody else's. */
    readonly tenure?: Tenure;
  }): Promise<{ readonly workbook: Workbook; readonly documents: DocumentStore }>;
  /** Somebody else worked at the desk since it was opened last: what one hand alone may go by is not known any more. */
  changedHands?(): void;
}
