/**
 * Readiness (H): pieces of list D that the office provided, of those asked for.
 *
 * Only what is recorded counts. Where something was asked for of which nobody knows whether it came, or where the wish
 * itself was not read for certain, the row is named as one that could not be counted. Events that were called off needed
 * nothing.
 */
import { isCalledOff } from '../cases/case-facts.ts';
import type { Desk } from '../cases/desk.ts';
import type { Case } from '../cases/situation.ts';
import { facilityNames } from '../columns/choices.ts';
import { headerOf } from '../columns/request-tab.ts';
import { type EquipmentLine, equipmentOf } from './event-equipment.ts';
import { sumOf } from './sum-of.ts';

export interface Readiness {
  readonly requested: number;
  readonly delivered: number;
  /** Absent when nothing was asked for that could be counted. */
  readonly percent?: number;
  /** Requests with at least one facility counted. */
  readonly counted: number;
  /** Requests of which something could not be counted. */
  readonly uncounted: number;
  /** Only facilities that were counted, in the order of list D. */
  readonly byFacility: readonly {
    readonly name: string;
    readonly requested: number;
    readonly delivered: number;
  }[];
}

export const readinessOf = (cases: readonly Case[], desk: Pick<Desk, 'equipment'>): Readiness => {
  const rows = cases
    .filter((subject) => !isCalledOff(subject))
    .map((subject) => {
      const wish = wishEvidence(subject);
      const lines = wish === 'doubtful' ? [] : equipmentOf(subject, desk).filter(isOfListD);
      return { lines, isWhole: wish === 'known' && lines.every(isTold) };
    });
  const known = rows.flatMap(({ lines }) => lines.filter(isTold));
  return byFacilities(
    facilityNames.map((name) => {
      const lines = known.filter((line) => line.name === name);
      return {
        name,
        requested: sumOf(lines, ({ wished }) => wished),
        delivered: sumOf(lines, ({ wished, provided }) => Math.min(wished, provided)),
      };
    }),
    {
      counted: rows.filter(({ lines }) => lines.some(isTold)).length,
      uncounted: rows.filter(({ isWhole }) => !isWhole).length,
    },
  );
};

export const addReadiness = (months: readonly Readiness[]): Readiness => {
  const all = months.flatMap(({ byFacility }) => byFacility);
  return byFacilities(
    facilityNames.map((name) => {
      const own = all.filter((one) => one.name === name);
      return {
        name,
        requested: sumOf(own, ({ requested }) => requested),
        delivered: sumOf(own, ({ delivered }) => delivered),
      };
    }),
    {
      counted: sumOf(months, ({ counted }) => counted),
      uncounted: sumOf(months, ({ uncounted }) => uncounted),
    },
  );
};

const byFacilities = (
  all: Readiness['byFacility'],
  requests: Pick<Readiness, 'counted' | 'uncounted'>,
): Readiness => {
  const byFacility = all.filter((one) => one.requested > 0);
  const requested = sumOf(byFacility, (one) => one.requested);
  const delivered = sumOf(byFacility, (one) => one.delivered);
  return {
    requested,
    delivered,
    byFacility,
    ...requests,
    ...(requested > 0 && { percent: (100 * delivered) / requested }),
  };
};

const facilities: ReadonlySet<string> = new Set(facilityNames);

const isOfListD = ({ name, wished }: EquipmentLine): boolean => wished > 0 && facilities.has(name);

const isTold = ({ untold }: EquipmentLine): boolean => untold === 0;

/** "Speaker banyak" is read as one with a question, so nothing of it counts; beside a "drone" the speaker still does. */
const wishEvidence = ({
  request: { answers, findings },
}: Case): 'known' | 'partly-known' | 'doubtful' => {
  if (findings.some(({ field }) => field === headerOf('equipment'))) return 'doubtful';
  return answers.equipment.every(({ known }) => known) ? 'known' : 'partly-known';
};
