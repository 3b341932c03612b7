/** Who can say what the report of an event still lacks (A.2.8): each is asked only for what he knows himself. */
import type { ReportFacts } from '../cases/situation.ts';
import { headerOf, type RequestField } from '../columns/request-tab.ts';
import { inIncidentTab, notUnderstood } from '../rules/collect-report-facts.ts';

export type MissingFact = ReportFacts['missing'][number];

export interface MissingByPerson {
  /** Whose event it was. */
  readonly requester: readonly MissingFact[];
  /** Whoever was there for us. */
  readonly officer: readonly MissingFact[];
  /** A cell that holds something nobody understands is mended by whoever reads it. */
  readonly staff: readonly MissingFact[];
}

/**
 * What both know is asked of both: whoever answers first spares the other, and the report is whole although one of them never
 * answers.
 *
 * @param hasOfficer Somebody of ours was there; where nobody was, the requester is the only one to ask.
 */
export const whoKnows = (
  missing: readonly MissingFact[],
  { hasOfficer = true }: { readonly hasOfficer?: boolean } = {},
): MissingByPerson => {
  const found = missing.map((fact) => ({ fact, knower: knowerOf(fact) }));
  const of = (...wanted: readonly Knower[]) =>
    found.flatMap(({ fact, knower }) => (wanted.includes(knower) ? [fact] : []));
  return hasOfficer
    ? { requester: of('requester', 'both'), officer: of('officer', 'both'), staff: of('staff') }
    : { requester: of('requester', 'both', 'officer'), officer: [], staff: of('staff') };
};

type Knower = keyof MissingByPerson | 'both';

const knowerOf = ({ header, what }: MissingFact): Knower => {
  if (what === notUnderstood) return 'staff';
  if (toBoth.has(header)) return 'both';
  if (toRequester.has(header)) return 'requester';
  return toOfficer.has(header) ? 'officer' : 'staff';
};

const headers = (...fields: readonly RequestField[]): ReadonlySet<string> =>
  new Set(fields.map(headerOf));

/** Whoever was there saw it. */
const toBoth = headers('actualLeader', 'actualStart', 'actualEnd', 'attended', 'incidents');

const toRequester = headers(
  'requesterName',
  'institution',
  'event',
  'startDay',
  'place',
  'serviceKind',
);

const toOfficer: ReadonlySet<string> = new Set([...headers('recordingResult'), inIncidentTab]);
