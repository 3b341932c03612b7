/** How the Laporan Kegiatan of an event stands, in a few words of a list. */
import { isArchived } from '../../core/cases/case-facts.ts';
import type { Case } from '../../core/cases/situation.ts';
import { endedStates, isIn } from '../../core/cases/state-groups.ts';

export const reportWords = (subject: Case): string => {
  if (isArchived(subject)) return 'Arsip buku lama';
  if (!isIn(endedStates, subject)) return 'Belum ada';
  const { complete = false, waived = false } = subject.decided.reportFacts ?? {};
  if (complete) return 'Lengkap';
  return waived ? 'Ditutup tanpa seluruh isian' : 'Draf';
};
