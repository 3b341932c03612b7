/**
 * Figures that are sums over requests: those of many are those of each, added up. So they are counted month by month, and a
 * month in which nothing changed is not counted again.
 */
import type { Desk, OfficeSettings } from '../cases/desk.ts';
import type { Case } from '../cases/situation.ts';
import { onceFor } from '../sheet/once-for.ts';
import { addHeld, type HeldFigures, heldFigures } from './held-figures.ts';
import { addReadiness, type Readiness, readinessOf } from './readiness.ts';
import { addService, type ServiceFigures, serviceFigures } from './service-figures.ts';
import { sumOf } from './sum-of.ts';

export interface CaseFigures extends HeldFigures {
  readonly requests: number;
  /** Received in the period, without a day that could be read; not among `requests`. */
  readonly undated: number;
  readonly service: ServiceFigures;
  readonly readiness: Readiness;
}

/** All that is looked at besides the cases themselves. */
type CountedBy = Pick<Desk, 'incidents' | 'equipment'> & {
  readonly settings: Pick<OfficeSettings, 'clock'>;
};

const caseFigures = (received: readonly Case[], desk: CountedBy): CaseFigures => {
  const counted = received.filter(isDated);
  return {
    ...heldFigures(counted, loggedTickets(desk.incidents)),
    requests: counted.length,
    undated: received.length - counted.length,
    service: serviceFigures(counted, desk.settings.clock),
    readiness: readinessOf(counted, desk),
  };
};

/** Tickets with an incident in the tab Kendala. */
const loggedTickets = onceFor(
  (incidents: Desk['incidents']): ReadonlySet<string> =>
    new Set(incidents.flatMap(({ ticket }) => ticket ?? [])),
);

/** As long as it would count the same: the very figures, so that whatever is made of them stands, too. */
const countedOnce = <Subject extends object>(
  count: (subject: Subject, desk: CountedBy) => CaseFigures,
): ((subject: Subject, desk: CountedBy) => CaseFigures) => {
  const counted = new WeakMap<Subject, CountedBy & { readonly figures: CaseFigures }>();
  return (subject, { incidents, equipment, settings }) => {
    const before = counted.get(subject);
    if (
      before?.incidents === incidents &&
      before.equipment === equipment &&
      before.settings.clock === settings.clock
    )
      return before.figures;
    const figures = count(subject, { incidents, equipment, settings });
    counted.set(subject, { incidents, equipment, settings: { clock: settings.clock }, figures });
    return figures;
  };
};

/** Whether it is known on which day the event is. */
export const isDated = ({ request: { answers } }: Case): boolean =>
  answers.schedule !== undefined || answers.day !== undefined;

/** What one request adds to the figures of its month. */
export const figuresOfCase = countedOnce((subject: Case, desk) => caseFigures([subject], desk));

/** Those of a month, say. */
export const figuresOfCases = countedOnce(caseFigures);

const noFigures = (desk: Desk): CaseFigures => figuresOfCases(nobody, desk);

const nobody: readonly Case[] = [];

/** Of a longer time, from those of its months. */
export const addedUp = (months: readonly CaseFigures[], desk: Desk): CaseFigures => {
  const [first = noFigures(desk), ...others] = months;
  return others.length === 0
    ? first
    : {
        ...addHeld(months),
        requests: sumOf(months, ({ requests }) => requests),
        undated: sumOf(months, ({ undated }) => undated),
        service: addService(months.map(({ service }) => service)),
        readiness: addReadiness(months.map(({ readiness }) => readiness)),
      };
};
