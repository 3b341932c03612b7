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

/** @param hasOfficer Somebody of ours was there; where nobody was, the requester is the only one to ask. */
export const whoKnows = (
  missing: readonly MissingFact[],
  { hasOfficer = true }: { readonly hasOfficer?: boolean } = {},
): MissingByPerson => {
  const found = missing.map((fact) => ({ fact, knower: knowerOf(fact) }));
  const of = (...wanted: readonly (keyof MissingByPerson)[]) =>
    found.flatMap(({ fact, knower }) => (wanted.includes(knower) ? [fact] : []));
  return hasOfficer
    ? { requester: of('requester'), officer: of('officer'), staff: of('staff') }
    : { requester: of('requester', 'officer'), officer: [], staff: of('staff') };
};

const knowerOf = ({ header, what }: MissingFact): keyof MissingByPerson => {
  if (what === notUnderstood) return 'staff';
  if (toRequester.has(header)) return 'requester';
  return toOfficer.has(header) ? 'officer' : 'staff';
};

const headers = (...fields: readonly RequestField[]): ReadonlySet<string> =>
  new Set(fields.map(headerOf));

const toRequester = headers(
  'requesterName',
  'institution',
  'event',
  'startDay',
  'place',
  'serviceKind',
  'actualLeader',
  'attended',
);

const toOfficer: ReadonlySet<string> = new Set([
  ...headers('actualStart', 'actualEnd', 'incidents', 'recordingResult'),
  inIncidentTab,
]);
