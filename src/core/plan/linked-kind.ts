import type { Finding } from '../cases/request.ts';
import type { Case, Situation } from '../cases/situation.ts';
import type { ServiceField } from '../columns/request-tab.ts';
import type { LetterValidity } from './letter-findings.ts';

/** A kind of document that stands behind a link column: `laporan` of `laporan/VC-2026-0123`. */
export interface LinkedKind {
  readonly key: string;
  readonly title: string;
  /** The column that shows the link; absent where none does. */
  readonly linkedBy?: ServiceField;
  /** What has to be said in Keterangan once the document was made. */
  readonly remarksBeside?: (subject: Case, situation: Situation) => readonly Finding[];
  /** Of a letter: when it stops being valid. */
  readonly letter?: LetterValidity;
}
