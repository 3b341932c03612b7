import type { Cell } from '../../snapshot.ts';
import { textOf } from '../cell-text.ts';
import { readTick } from '../read-yes-no.ts';
import { type Reading, read } from '../reading.ts';
import { fold } from '../spelling.ts';
import type { RegisterRow } from './register-rows.ts';

/**
 * Which rows of a register are in use, by its column *Aktif*.
 *
 * A cell left blank among ticked ones is "no", as people tick lists; a column in which nothing is ticked says
 * nothing, and everybody counts. A box that was never ticked holds `false` and is as blank as an empty cell.
 */
export const activeRows = <F extends string>(
  rows: readonly RegisterRow<F | 'active'>[],
): ReadonlySet<RegisterRow<F | 'active'>> => {
  const readings = rows.map((row) => {
    const cell = row.cell('active');
    const value = isBlank(cell) ? undefined : row.take('active', readActive(cell), advice);
    return { row, value };
  });
  const isTicked = readings.some(({ value }) => value === true);
  return new Set(readings.flatMap(({ row, value }) => ((value ?? !isTicked) ? [row] : [])));
};

const advice =
  'Isi ✓ bila aktif, atau "tidak" bila tidak. Sebelum jelas, sel ini dibaca seperti sel kosong.';

const isBlank = (cell: Cell): boolean => cell === false || /^(?:false)?$/i.test(textOf(cell));

const readActive = (cell: Cell): Reading<boolean> => {
  const folded = fold(textOf(cell));
  if (/^aktif\b(?! tidak| belum)/.test(folded)) return read(true);
  return /^(?:(?:non|tidak|tdk|belum|blm|in) ?aktif|cuti|pensiun|pindah|mutasi|resign|keluar|berhenti)\b/.test(
    folded,
  )
    ? read(false)
    : readTick(cell);
};
