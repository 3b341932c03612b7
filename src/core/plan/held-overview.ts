/** Ringkasan when something fails on the way to it. */
import { codeOf } from '../cases/failures.ts';
import { overviewTabName } from '../columns/tabs.ts';
import { overviewGrid } from '../overview/overview.ts';
import type { Concern } from './plan.ts';

type Arguments = Parameters<typeof overviewGrid>;

/** Ringkasan; where the program fails over the requests, at least what it was to be told, and that it failed. */
export const heldOverview = (
  ...[cases, situation, notices, ...rest]: Arguments
): { readonly grid: ReturnType<typeof overviewGrid>; readonly concerns: readonly Concern[] } => {
  try {
    return { grid: overviewGrid(cases, situation, notices, ...rest), concerns: [] };
  } catch (error) {
    const text = `Ringkasan tidak dapat disusun karena kesalahan program (${codeOf(error)}). Laporkan kepada pengelola layanan.`;
    return {
      grid: overviewGrid([], situation, [...notices, text], ...rest),
      concerns: [{ tab: overviewTabName, findings: [{ kind: 'defect', text }] }],
    };
  }
};
