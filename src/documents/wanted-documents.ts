/**
 * Which documents should exist, asked anew on every pass, so that nothing depends on being awake on the 1st.
 *
 * A document that is no longer wanted, such as the duty letter of a cancelled or past event, is left as it is:
 * it may have been printed and signed. So are those of a request that the program fails over.
 */
import { codeOf, isHeld } from '../core/cases/failures.ts';
import type { Case, Situation } from '../core/cases/situation.ts';
import type { UnmadeDocument } from '../core/overview/unmade-documents.ts';
import type { Attempt, DocumentKind, WantedDocument } from './document-kind.ts';
import { documentKinds } from './document-kinds.ts';

/** @param unmade Told of every document that the program fails over. */
export const wantedDocuments = (
  cases: readonly Case[],
  situation: Situation,
  kinds: readonly DocumentKind[] = documentKinds,
  unmade: (document: UnmadeDocument) => void = () => undefined,
): readonly WantedDocument[] => {
  const attempt: Attempt = (key, make) => {
    try {
      return [make()];
    } catch (error) {
      unmade({ key, code: codeOf(error) });
      return [];
    }
  };
  return [
    ...cases
      .filter((subject) => !isHeld(subject))
      .flatMap((subject) =>
        kinds.flatMap((kind) =>
          kind.about === 'event'
            ? attempt(`${kind.key}/${subject.ticket}`, () => kind.wanted(subject, situation))
            : [],
        ),
      )
      .filter((document) => document !== undefined),
    ...kinds.flatMap((kind) =>
      kind.about === 'period'
        ? attempt(kind.key, () => kind.wanted(cases, situation, attempt)).flat()
        : [],
    ),
  ];
};
