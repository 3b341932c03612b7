import { legalTab } from '../../columns/legal-tab.ts';
import type { WorkbookSnapshot } from '../../sheet/snapshot.ts';
import { fold } from '../spelling.ts';
import { type Problems, registerRows } from './register-rows.ts';

/** The tab Dasar Hukum, in the order of its rows: staff number and sort them as they want them printed. */
export const readLegalBasis = (
  snapshot: WorkbookSnapshot,
  problems: Problems,
): readonly string[] => {
  const known = new Set<string>();
  return registerRows(snapshot, legalTab, problems).flatMap((row) => {
    const text = row.text('text');
    if (text === undefined) {
      row.problem('Peraturan belum diisi; baris ini tidak dicetak. Isi peraturannya.');
      return [];
    }
    if (known.has(fold(text))) {
      row.problem(
        'Peraturan ini sudah tercantum di baris lain; dicetak sekali. Hapus salah satunya.',
      );
      return [];
    }
    known.add(fold(text));
    return [text];
  });
};
