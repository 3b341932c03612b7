import type { DeskProblem } from '../../cases/desk.ts';
import { list } from '../../cases/wording.ts';
import { type Column, type Tab, tickMark } from '../../sheet/column.ts';
import { serviceColumns } from '../../sheet/filling.ts';
import { findTab, locateColumns } from '../../sheet/locate-columns.ts';
import type { Cell, WorkbookSnapshot } from '../../sheet/snapshot.ts';
import { brokenText, isBroken } from '../broken-cells.ts';
import { answerOf, quote } from '../cell-text.ts';
import type { Reading } from '../reading.ts';

/** One filled row of a register, and the ways to read its cells and to say what is wrong with them. */
export interface RegisterRow<F extends string> {
  /** Row number in the sheet, from 1. */
  readonly row: number;
  readonly cell: (field: F) => Cell;
  readonly text: (field: F) => string | undefined;
  /** The value of a reading; what cannot be read becomes a problem of this row. */
  readonly take: <T>(field: F, reading: Reading<T>, advice: string) => T | undefined;
  readonly problem: (text: string) => void;
}

/** Where problems of all tabs gather. */
export type Problems = DeskProblem[];

/**
 * The filled rows of a register. A tab or a needed column that is missing is a problem, never an error: the
 * register reads as empty then, and `guard.ts` refuses the pass.
 */
export const registerRows = <F extends string>(
  snapshot: WorkbookSnapshot,
  spec: Tab<F>,
  problems: Problems,
): readonly RegisterRow<F>[] => {
  const tab = findTab(snapshot, spec);
  if (tab === undefined) {
    problems.push({
      tab: spec.name,
      text: `Tab ${spec.name} tidak ada. Buat tab itu atau kembalikan namanya.`,
    });
    return [];
  }
  const { headerRow, indexOf, missing, duplicates } = locateColumns(tab, spec);
  const needed = missing.filter((column) => column.needed);
  if (needed.length > 0) {
    problems.push({ tab: tab.name, text: missingText(needed) });
    return [];
  }
  for (const { column } of duplicates)
    problems.push({
      tab: tab.name,
      text: `Kolom ${column.header} ada lebih dari satu; yang paling kiri dipakai. Ganti nama yang lain.`,
    });
  const ours = serviceColumns({ indexOf }, spec);
  const known = [...indexOf.values()].filter((at) => !ours.has(at));
  return tab.rows.flatMap((cells, index) => {
    if (index <= headerRow) return [];
    const row = rowOf({ cells, index, indexOf, spec, tab: tab.name, problems });
    if (known.some((at) => isFilled(cells[at]))) return [row];
    if (cells.some((cell, at) => !ours.has(at) && isFilled(cell)))
      row.problem(
        'Baris ini hanya terisi di luar kolom tab ini dan tidak dipakai. Pindahkan isinya atau kosongkan.',
      );
    return [];
  });
};

const missingText = (columns: readonly Column[]): string => {
  const headers = list(columns.map(({ header }) => header));
  return `Kolom ${headers} tidak ditemukan. Kembalikan judul kolom itu.`;
};

/** An unticked box is `false` in every row that has one, and fills nothing. */
export const isFilled = (cell: Cell | undefined): boolean =>
  cell !== undefined &&
  cell !== false &&
  (typeof cell !== 'string' || answerOf(cell) !== undefined || cell.trim() === tickMark);

const rowOf = <F extends string>({
  cells,
  index,
  indexOf,
  spec,
  tab,
  problems,
}: {
  readonly cells: readonly Cell[];
  readonly index: number;
  readonly indexOf: ReadonlyMap<F, number>;
  readonly spec: Tab<F>;
  readonly tab: string;
  readonly problems: Problems;
}): RegisterRow<F> => {
  const row = index + 1;
  const shown = (field: F): Cell => cells[indexOf.get(field) ?? -1] ?? '';
  const cell = (field: F): Cell => (isBroken(shown(field)) ? '' : shown(field));
  const problem = (text: string): void => {
    problems.push({ tab, row, text });
  };
  for (const { field, header, owner } of spec.columns) {
    const value = shown(field);
    if (owner !== 'service' && isBroken(value)) problem(brokenText(header, value));
  }
  return {
    row,
    cell,
    text: (field) => answerOf(cell(field)),
    problem,
    take: (field, reading, advice) => {
      const header = spec.columns.find((column) => column.field === field)?.header ?? field;
      const about = `${header} ${quote(cell(field))}`;
      switch (reading.kind) {
        case 'empty':
          return undefined;
        case 'unreadable':
          problem(`${about} tidak terbaca. ${advice}`);
          return undefined;
        case 'unsure':
          problem(`${about} ${reading.question}`);
          return undefined;
        case 'read':
          for (const warning of reading.warnings) problem(`${about} ${warning}`);
          return reading.value;
      }
    },
  };
};
