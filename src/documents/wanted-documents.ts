/**
 * Which documents should exist, asked anew on every pass, so that nothing depends on being awake on the 1st.
 *
 * A document that is no longer wanted, such as the report of a request that was refused after all, is left as it is; a
 * letter that is not valid any more is marked (`letters.ts`). Those of a request that the program fails over are left.
 */
import { isArchived } from '../core/cases/case-facts.ts';
import { codeOf, isHeld } from '../core/cases/failures.ts';
import type { DocumentRecord } from '../core/cases/ledger-state.ts';
import { recalled } from '../core/cases/remembered.ts';
import type { Case, Situation } from '../core/cases/situation.ts';
import { sortByMonth } from '../core/figures/by-month.ts';
import type { UnmadeDocument } from '../core/overview/unmade-documents.ts';
import type { Attempt, DocumentKind, EventDocumentKind, WantedDocument } from './document-kind.ts';
import { documentKinds } from './document-kinds.ts';
import { isLetter, letterNow } from './letters.ts';

/**
 * @param made Documents as the ledger remembers them.
 * @param unmade Told of every document that the program fails over.
 */
export const wantedDocuments = (
  cases: readonly Case[],
  situation: Situation,
  {
    kinds = documentKinds,
    made = new Map(),
    unmade = () => undefined,
  }: {
    readonly kinds?: readonly DocumentKind[];
    readonly made?: ReadonlyMap<string, DocumentRecord>;
    readonly unmade?: (document: UnmadeDocument) => void;
  } = {},
): readonly WantedDocument[] => {
  const attempt: Attempt = (key, make) => {
    try {
      return [make()];
    } catch (error) {
      unmade({ key, code: codeOf(error) });
      return [];
    }
  };
  const about = (kind: EventDocumentKind, subject: Case): WantedDocument | undefined => {
    const record = isLetter(kind) ? made.get(`${kind.key}/${subject.ticket}`) : undefined;
    return recalled({ by: kind, of: subject, from: [record] }, situation, (around) =>
      isLetter(kind)
        ? letterNow(kind, record, { subject, situation: around })
        : kind.wanted(subject, around),
    );
  };
  sortByMonth(cases, situation);
  return [
    ...cases
      .filter((subject) => !isHeld(subject) && !isArchived(subject))
      .flatMap((subject) =>
        kinds.flatMap((kind) =>
          kind.about === 'event'
            ? attempt(`${kind.key}/${subject.ticket}`, () => about(kind, subject))
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
