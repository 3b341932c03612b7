/** Reads the tab of improvement actions. */
import type { ImprovementAction } from '../../cases/desk.ts';
import { actionTab } from '../../columns/action-tab.ts';
import type { WorkbookSnapshot } from '../../sheet/snapshot.ts';
import { quote } from '../cell-text.ts';
import { present } from '../present.ts';
import { readDays } from '../read-days.ts';
import { fold } from '../spelling.ts';
import { type Problems, type RegisterRow, registerRows } from './register-rows.ts';

type ActionRow = RegisterRow<(typeof actionTab)['columns'][number]['field']>;

/** The tab Tindak Lanjut. What has no readable state is open, so that nothing is forgotten. */
export const readImprovementActions = (
  snapshot: WorkbookSnapshot,
  problems: Problems,
): readonly ImprovementAction[] =>
  registerRows(snapshot, actionTab, problems).flatMap((row): readonly ImprovementAction[] => {
    const year = Number(/\b20\d{2}\b/.exec(row.text('year') ?? '')?.[0]);
    const finding = row.text('finding');
    if (Number.isNaN(year) || finding === undefined) {
      const typed = row.text('year');
      if (finding === undefined)
        row.problem('Temuan belum diisi; baris ini tidak masuk evaluasi. Isi temuannya.');
      if (Number.isNaN(year))
        row.problem(
          typed === undefined
            ? 'Tahun belum diisi; baris ini tidak masuk evaluasi. Isi tahunnya, misalnya 2026.'
            : `Tahun ${quote(typed)} tidak terbaca; baris ini tidak masuk evaluasi. Tulis misalnya 2026.`,
        );
      return [];
    }
    const due = row.take('due', readDays(row.cell('due'), undefined), 'Tulis misalnya 23/11/2026.');
    const state = stateOf(row);
    if (due === undefined && state !== 'selesai' && row.text('due') === undefined)
      row.problem('Tenggat belum diisi. Isi tanggalnya.');
    return [
      {
        row: row.row,
        year,
        finding,
        state,
        ...present({ action: row.text('action'), owner: row.text('owner'), due: due?.to }),
      },
    ];
  });

const stateOf = (row: ActionRow): ImprovementAction['state'] => {
  const typed = row.text('state');
  const folded = fold(typed ?? '');
  if (/^(?:sudah |telah )?(?:selesai|ditutup|tuntas|beres|done)\b/.test(folded)) return 'selesai';
  if (/\b(?:berjalan|proses|sedang|dikerjakan)\b/.test(folded)) return 'berjalan';
  if (typed !== undefined && !/\b(?:terbuka|buka|belum|open|baru|rencana)\b/.test(folded))
    row.problem(`Keadaan ${quote(typed)} tidak dikenal; dibaca terbuka. Pilih dari daftar.`);
  return 'terbuka';
};
