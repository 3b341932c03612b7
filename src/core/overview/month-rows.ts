/** The figures of one month as Ringkasan shows them. */
import type { Temporal } from 'temporal-polyfill';
import type { Case, Situation } from '../cases/situation.ts';
import { duration, number } from '../cases/wording.ts';
import { monthFigures } from '../figures/figures.ts';
import type { Cell } from '../sheet/snapshot.ts';

/** Label and figure, a row each. */
export const monthRows = (
  cases: readonly Case[],
  { desk, timeZone }: Situation,
  month: Temporal.PlainYearMonth,
): readonly (readonly Cell[])[] => {
  const figures = monthFigures(month, { cases, desk, timeZone });
  const {
    met,
    missed,
    urgentMet,
    urgentMissed,
    lateEntries,
    compliancePercent,
    averageMinutes,
    averagedOf,
  } = figures.service;
  const { percent, delivered, requested, uncounted } = figures.readiness;
  const incidents = figures.incidents.reduce((sum, { count }) => sum + count, 0);
  const complaints = figures.complaints.reduce((sum, { count }) => sum + count, 0);
  return [
    ['Permohonan untuk kegiatan bulan itu', figures.requests],
    ...(figures.undated > 0
      ? [['Diterima bulan itu tanpa hari kegiatan yang terbaca', figures.undated]]
      : []),
    ['Kegiatan terlaksana', figures.held],
    ...(figures.untold > 0 ? [['Di antaranya tanpa catatan pelaksanaan', figures.untold]] : []),
    ['Terlayani dalam tenggat', met],
    ['Lewat tenggat', missed],
    [
      'Kepatuhan',
      compliancePercent === undefined
        ? '-'
        : `${number(compliancePercent, 1)}% (${met} dari ${met + missed})`,
    ],
    [
      'Rata-rata waktu layanan',
      averageMinutes === undefined ? '-' : `${duration(averageMinutes)}, n = ${averagedOf}`,
    ],
    ['Permohonan mendadak (terpenuhi dari semua)', `${urgentMet} dari ${urgentMet + urgentMissed}`],
    ['Entri susulan', lateEntries],
    ['Kendala', incidents],
    ['Pengaduan, saran, dan masukan', complaints],
    [
      'Kesiapan peralatan',
      percent === undefined
        ? '-'
        : `${number(percent, 1)}% (${number(delivered)} dari ${number(requested)} unit)`,
    ],
    ...(uncounted > 0 ? [['Permohonan yang kesiapannya tidak dapat dihitung', uncounted]] : []),
    [
      'Kepuasan (IKM)',
      figures.satisfaction
        ? `${number(figures.satisfaction.index)} (${figures.satisfaction.grade}), n = ${figures.satisfaction.n}`
        : '-',
    ],
    ...(figures.uncountedSurveys > 0
      ? [['Survei yang tidak dapat dihitung', figures.uncountedSurveys]]
      : []),
  ];
};
