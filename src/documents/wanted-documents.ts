/**
 * Which documents should exist, asked anew on every pass, so that nothing depends on being awake on the 1st.
 *
 * A document that is no longer wanted, such as the report of a request that was refused after all, is left as it is; a
 * letter that is not valid any more is marked (`letters.ts`). Those of a request that the program fails over are left.
 */
import { isArchived, ticketOf } from '../core/cases/case-facts.ts';
import { codeOf, isHeld } from '../core/cases/failures.ts';
import { madeInParts } from '../core/cases/in-parts.ts';
import type { DocumentRecord, Ticket } from '../core/cases/ledger-state.ts';
import { recalled } from '../core/cases/remembered.ts';
import type { Case, Situation } from '../core/cases/situation.ts';
import { sortByMonth } from '../core/figures/by-month.ts';
import type { UnmadeDocument } from '../core/overview/unmade-documents.ts';
import { onceFor } from '../core/sheet/once-for.ts';
import type { Attempt, DocumentKind, EventDocumentKind, WantedDocument } from './document-kind.ts';
import { documentKinds } from './document-kinds.ts';
import { isLetter, letterNow } from './letters.ts';

interface Wanting {
  readonly kinds?: readonly DocumentKind[];
  /** Documents as the ledger remembers them. */
  readonly made?: ReadonlyMap<string, DocumentRecord>;
  /** Told of every document that the program fails over. */
  readonly unmade?: (document: UnmadeDocument) => void;
}

export const wantedDocuments = (
  cases: readonly Case[],
  situation: Situation,
  wanting: Wanting = {},
): readonly WantedDocument[] => wantedInParts(cases, situation, wanting).flat();

/** In parts of which each is the very same as in the pass before while nothing in it changed. */
export const wantedInParts = (
  cases: readonly Case[],
  situation: Situation,
  { kinds = documentKinds, made = new Map(), unmade = () => undefined }: Wanting = {},
): readonly (readonly WantedDocument[])[] => {
  sortByMonth(cases, situation);
  const aboutEvents = madeInParts(
    cases,
    { by: kinds, keyOf: ticketOf, beside: (part) => lettersOf(part, { kinds, made }) },
    { situation, make: (part, around) => eventDocuments(part, around, { kinds, made }) },
  );
  for (const failed of aboutEvents.flatMap((part) => part.unmade)) unmade(failed);
  const attempt = attempting(unmade);
  const aboutPeriods = kinds.flatMap((kind) =>
    kind.about === 'period'
      ? attempt(kind.key, () => kind.wanted(cases, situation, attempt)).flat()
      : [],
  );
  return [
    ...aboutEvents.map(({ documents }) => documents),
    ...madeInParts(
      aboutPeriods,
      { by: wantedInParts, keyOf: keyOfDocument },
      { situation, make: (part) => part },
    ),
  ];
};

const keyOfDocument = ({ key }: WantedDocument): string => key;

/** Of a part of the requests. */
interface EventDocuments {
  readonly documents: readonly WantedDocument[];
  readonly unmade: readonly UnmadeDocument[];
}

const eventDocuments = (
  cases: readonly Case[],
  situation: Situation,
  { kinds, made }: Required<Pick<Wanting, 'kinds' | 'made'>>,
): EventDocuments => {
  const unmade: UnmadeDocument[] = [];
  const attempt = attempting((each) => unmade.push(each));
  const ofEvents = kinds.filter((kind) => kind.about === 'event');
  const documents = cases
    .filter((subject) => !isHeld(subject) && !isArchived(subject))
    .flatMap((subject) =>
      ofEvents.flatMap((kind) =>
        attempt(`${kind.key}/${subject.ticket}`, () =>
          aboutEvent(kind, subject, { situation, made }),
        ),
      ),
    )
    .filter((document) => document !== undefined);
  return { documents, unmade };
};

const aboutEvent = (
  kind: EventDocumentKind,
  subject: Case,
  { situation, made }: { readonly situation: Situation } & Required<Pick<Wanting, 'made'>>,
): WantedDocument | undefined => {
  const record = isLetter(kind) ? made.get(`${kind.key}/${subject.ticket}`) : undefined;
  return recalled({ by: kind, of: subject, from: [record] }, situation, (around) =>
    isLetter(kind)
      ? letterNow(kind, record, { subject, situation: around })
      : kind.wanted(subject, around),
  );
};

const attempting =
  (unmade: (document: UnmadeDocument) => void): Attempt =>
  (key, make) => {
    try {
      return [make()];
    } catch (error) {
      unmade({ key, code: codeOf(error) });
      return [];
    }
  };

/** What the ledger remembers of letters about these events: the next one is made by it. */
const lettersOf = (
  cases: readonly Case[],
  { kinds, made }: Required<Pick<Wanting, 'kinds' | 'made'>>,
): readonly DocumentRecord[] => {
  const byTicket = lettersByTicket(made)(kinds);
  return byTicket.size === 0 ? [] : cases.flatMap(({ ticket }) => byTicket.get(ticket) ?? []);
};

const lettersByTicket = onceFor((made: ReadonlyMap<string, DocumentRecord>) =>
  onceFor((kinds: readonly DocumentKind[]) => {
    const letters = new Set(
      kinds.flatMap((kind) => (kind.about === 'event' && isLetter(kind) ? [kind.key] : [])),
    );
    const byTicket = new Map<Ticket, DocumentRecord[]>();
    for (const [key, record] of made) {
      const [kind = '', ticket = ''] = key.split('/');
      if (!letters.has(kind)) continue;
      const others = byTicket.get(ticket);
      if (others) others.push(record);
      else byTicket.set(ticket, [record]);
    }
    return byTicket;
  }),
);
