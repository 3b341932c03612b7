import type { Cell } from '../../sheet/snapshot.ts';
import { textOf } from '../cell-text.ts';
import { readTick } from '../read-yes-no.ts';
import { type Reading, read, unreadable } from '../reading.ts';
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
  const reading = readStanding(folded, cell);
  const isLimited = limited.test(folded) || (/\d/.test(folded) && /\p{L}/u.test(folded));
  if (!isLimited || reading.kind !== 'read') return reading;
  return reading.value
    ? unreadable
    : read(false, 'dibaca tidak aktif, tanpa batas waktu. Tulis masa cuti pada kolom Cuti.');
};

/** "aktif s/d November", "cuti sampai 5 Desember": nobody would turn it when the day comes. */
const limited =
  /\b(?:s d|sd|sampai|hingga|mulai|per|kecuali|setelah|sesudah|sebelum|nanti|sementara|hanya|minggu|bulan|tahun|hari|besok|lusa)\b/;

const readStanding = (folded: string, cell: Cell): Reading<boolean> => {
  if (/^aktif\b(?! tidak| belum)/.test(folded)) return read(true);
  return /^(?:(?:non|tidak|tdk|belum|blm|in) ?aktif|cuti|pensiun|pindah|mutasi|resign|keluar|berhenti)\b/.test(
    folded,
  )
    ? read(false)
    : readTick(cell);
};
