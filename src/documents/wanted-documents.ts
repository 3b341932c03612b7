/**
 * Which documents should exist, asked anew on every pass, so that nothing depends on being awake on the 1st.
 *
 * A document that is no longer wanted, such as the duty letter of a cancelled or past event, is left as it is:
 * it may have been printed and signed.
 */
import type { Case, Situation } from '../core/situation.ts';
import type { DocumentKind, WantedDocument } from './document-kind.ts';
import { documentKinds } from './document-kinds.ts';

export const wantedDocuments = (
  cases: readonly Case[],
  situation: Situation,
  kinds: readonly DocumentKind[] = documentKinds,
): readonly WantedDocument[] => [
  ...cases.flatMap((subject) =>
    kinds.flatMap((kind) =>
      kind.about === 'event' ? (kind.wanted(subject, situation) ?? []) : [],
    ),
  ),
  ...kinds.flatMap((kind) => (kind.about === 'period' ? kind.wanted(cases, situation) : [])),
];
