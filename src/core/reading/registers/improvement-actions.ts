import { actionTab } from '../../columns.ts';
import type { ImprovementAction } from '../../desk.ts';
import type { WorkbookSnapshot } from '../../snapshot.ts';
import { present } from '../present.ts';
import { readDays } from '../read-days.ts';
import { fold } from '../spelling.ts';
import { type Problems, registerRows } from './register-rows.ts';

/** The tab Tindak Lanjut. What has no readable state is open, so that nothing is forgotten. */
export const readImprovementActions = (
  snapshot: WorkbookSnapshot,
  problems: Problems,
): readonly ImprovementAction[] =>
  registerRows(snapshot, actionTab, problems).flatMap((row): readonly ImprovementAction[] => {
    const year = Number(/\b20\d{2}\b/.exec(row.text('year') ?? '')?.[0]);
    const finding = row.text('finding');
    if (Number.isNaN(year) || finding === undefined) {
      row.problem('Tahun atau Temuan belum terisi; baris ini tidak dipakai. Isi keduanya.');
      return [];
    }
    const due = row.take('due', readDays(row.cell('due'), undefined), 'Tulis misalnya 23/11/2026.');
    return [
      {
        year,
        finding,
        state: stateOf(row.text('state')),
        ...present({ action: row.text('action'), owner: row.text('owner'), due: due?.to }),
      },
    ];
  });

const stateOf = (typed: string | undefined): ImprovementAction['state'] => {
  const folded = fold(typed ?? '');
  if (/^(?:sudah |telah )?(?:selesai|ditutup|tuntas|beres|done)\b/.test(folded)) return 'selesai';
  return /\b(?:berjalan|proses|sedang|dikerjakan)\b/.test(folded) ? 'berjalan' : 'terbuka';
};
