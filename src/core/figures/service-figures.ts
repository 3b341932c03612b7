/** How the service time was kept over many requests (A.3). Urgent ones are counted apart. */
import type { OfficeSettings } from '../cases/desk.ts';
import type { Case, ClockReading } from '../cases/situation.ts';
import { sumOf } from './sum-of.ts';

export interface ServiceFigures {
  readonly met: number;
  /** Late, overdue and still open, or overdue under an earlier schedule. */
  readonly missed: number;
  readonly urgentMet: number;
  readonly urgentMissed: number;
  readonly lateEntries: number;
  /** Not due yet, called off in time, or without a recorded confirmation. */
  readonly undecided: number;
  /** Met of met and missed, urgent ones left out; absent when there are none. */
  readonly compliancePercent?: number;
  /** Mean of what the official clock counted until the answer, urgent ones left out; absent when there are none. */
  readonly averageMinutes?: number;
  /** Requests in that mean. */
  readonly averagedOf: number;
  /** What they were counted for, together: whole minutes. */
  readonly averagedMinutes: number;
}

export const serviceFigures = (
  cases: readonly Case[],
  clock: OfficeSettings['clock'],
): ServiceFigures => {
  const readings = cases.flatMap(({ decided }) => (decided.clock ? [decided.clock] : []));
  const ordinary = readings.filter(({ flags }) => !flags.includes('urgent'));
  const urgent = readings.filter(({ flags }) => flags.includes('urgent'));
  const met = ordinary.filter(isMet).length;
  const missed = ordinary.filter(isMissed).length;
  const lateEntries = readings.filter(({ flags }) => flags.includes('late-entry')).length;
  const judged = readings.filter((reading) => isMet(reading) || isMissed(reading)).length;
  const minutes = ordinary.flatMap((reading) => officialMinutes(reading, clock));
  return withMeans({
    met,
    missed,
    urgentMet: urgent.filter(isMet).length,
    urgentMissed: urgent.filter(isMissed).length,
    lateEntries,
    undecided: cases.length - judged - lateEntries,
    averagedOf: minutes.length,
    averagedMinutes: sumOf(minutes, (one) => one),
  });
};

export const addService = (months: readonly ServiceFigures[]): ServiceFigures => {
  const counted = (kind: keyof ServiceCounts): number => sumOf(months, (month) => month[kind]);
  return withMeans({
    met: counted('met'),
    missed: counted('missed'),
    urgentMet: counted('urgentMet'),
    urgentMissed: counted('urgentMissed'),
    lateEntries: counted('lateEntries'),
    undecided: counted('undecided'),
    averagedOf: counted('averagedOf'),
    averagedMinutes: counted('averagedMinutes'),
  });
};

type ServiceCounts = Omit<ServiceFigures, 'compliancePercent' | 'averageMinutes'>;

const withMeans = (counts: ServiceCounts): ServiceFigures => {
  const { met, missed, averagedOf, averagedMinutes } = counts;
  return {
    ...counts,
    ...(met + missed > 0 && { compliancePercent: (100 * met) / (met + missed) }),
    ...(averagedOf > 0 && { averageMinutes: averagedMinutes / averagedOf }),
  };
};

const isMet = ({ kind }: ClockReading): boolean => kind === 'met';

const isMissed = ({ kind, flags }: ClockReading): boolean =>
  kind === 'missed' || flags.includes('overdue') || flags.includes('lapsed');

const officialMinutes = (
  { wallMinutes, workingMinutes }: ClockReading,
  clock: OfficeSettings['clock'],
): readonly number[] => {
  const minutes = clock === 'wall' ? wallMinutes : workingMinutes;
  return minutes === undefined ? [] : [minutes];
};
