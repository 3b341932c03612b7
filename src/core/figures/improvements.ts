/** Improvement (J): actions that are late, and the yearly evaluation that they come from. */
import { Temporal } from 'temporal-polyfill';
import type { ImprovementAction } from '../cases/desk.ts';
import type { Case, Situation } from '../cases/situation.ts';
import { actionTab } from '../columns/action-tab.ts';
import { periodicKey, periodicTab } from '../columns/periodic-tab.ts';
import { archivedPeriods } from './archived-periods.ts';
import { monthsCounted } from './entries-within.ts';

/** Not done and past their day, the longest first. */
export const lateActions = ({
  desk,
  today,
}: Pick<Situation, 'desk' | 'today'>): readonly {
  readonly action: ImprovementAction;
  readonly due: Temporal.PlainDate;
}[] =>
  desk.actions
    .flatMap((action) => {
      const { due, state } = action;
      const isLate =
        due !== undefined && state !== 'selesai' && Temporal.PlainDate.compare(due, today) < 0;
      return isLate ? [{ action, due }] : [];
    })
    .sort((a, b) => Temporal.PlainDate.compare(a.due, b.due));

/** In December, and from January until last year's is approved. */
export const evaluationReminders = (
  cases: readonly Case[],
  { desk, timeZone, today }: Situation,
): readonly string[] => {
  const hasAny = (year: number): boolean =>
    monthsCounted({ cases, desk, timeZone }).some((month) => month.startsWith(`${year}-`));
  const { year } = today;
  if (today.month === 12)
    return hasAny(year)
      ? [
          `Evaluasi Tahunan ${year} disusun layanan pada 1 Januari ${year + 1}. Sebelum itu, lengkapi laporan yang masih draf dan catat tindakan perbaikan di tab ${actionTab.name}.`,
        ]
      : [];
  const last = year - 1;
  const marks = desk.periodic.get(periodicKey(`Evaluasi Tahunan ${last}`))?.marks;
  if (marks?.approved?.kind === 'signed' || !hasAny(last)) return [];
  if (archivedPeriods(cases, timeZone)(String(last))) return [];
  const actions = desk.actions.some((action) => action.year === last)
    ? ''
    : ` Belum ada tindakan perbaikan tahun ${last} di tab ${actionTab.name}; catat lebih dahulu.`;
  return [
    `Evaluasi Tahunan ${last} belum disetujui. Periksa dan setujui di tab ${periodicTab.name}.${actions}`,
  ];
};
