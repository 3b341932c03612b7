import type { OfficeSettings } from '../cases/desk.ts';
import type { Answers, Finding } from '../cases/request.ts';
import { type RequestField, requestTab } from '../columns/request-tab.ts';
import { locateColumns } from '../sheet/locate-columns.ts';
import type { Cell } from '../sheet/snapshot.ts';
import type { RequestCells } from './read-answers.ts';
import { readRequest } from './read-request.ts';
import { readSettings } from './registers/settings.ts';

/** A row as other programs hold it: cells by header text, in any spelling that a sheet may have, or by field name. */
export type RowCells = Readonly<Record<string, Cell | undefined>>;

export interface RowOptions {
  /** The office's, as "Asia/Makassar": times in other zones are turned into it. */
  readonly timeZone: string;
  /** Offices and the spellings people use for them; without it those that an empty workbook starts with. */
  readonly institutions?: OfficeSettings['institutions'];
  /** How long an event lasts whose end nobody typed; without it as in an empty workbook. */
  readonly assumedEventMinutes?: number;
  /** The office's own name and team, to know it as host; without them as in an empty workbook. */
  readonly office?: string;
  readonly team?: string;
}

/** What a requester answered, and what is wrong or unsure, in Bahasa Indonesia. */
export interface RowReading {
  readonly answers: Answers;
  readonly findings: readonly Finding[];
}

/**
 * Reads one row of answers, typed by people, into values: right, or asked.
 *
 * ```ts
 * const { answers, findings } = readRow(
 *   { 'Nama Pemohon': 'Siti', 'Tanggal Mulai': '23/11/2026', startTime: 'jam 9 pagi', 'Jumlah Peserta': '±50 org' },
 *   { timeZone: 'Asia/Makassar' },
 * );
 * answers.participants; // 50
 * ```
 *
 * Cells are texts, numbers (days and times as serial numbers of a spreadsheet) or booleans. What cannot be read is
 * absent from `answers` and has a finding of kind `defect` or `question`; a `warning` says how something was taken.
 * A column that we do not know, or that stands there twice, is named in a finding, never dropped in silence.
 * Columns of staff may stand there too and are read for findings only. Never throws on what people typed.
 *
 * @throws RangeError when `timeZone` is no zone of the IANA list.
 */
export const readRow = (cells: RowCells, { timeZone, ...settings }: RowOptions): RowReading => {
  const { known, findings } = byField(cells);
  const request = readRequest({
    row: 1,
    cells: known,
    timeZone,
    settings: { ...readSettings({ tabs: [] }, []), ...settings },
  });
  return { answers: request.answers, findings: [...request.findings, ...findings] };
};

const headerOfField: ReadonlyMap<string, string> = new Map(
  requestTab.columns.map(({ field, header }) => [field, header]),
);

const byField = (
  cells: RowCells,
): { readonly known: RequestCells; readonly findings: readonly Finding[] } => {
  const names = Object.keys(cells);
  const headers = names.map((name) => headerOfField.get(name) ?? name);
  const { indexOf, duplicates } = locateColumns<RequestField>(
    { name: requestTab.name, rows: [headers] },
    requestTab,
  );
  const known = Object.fromEntries(
    [...indexOf].map(([field, index]) => [field, cells[names[index] ?? ''] ?? '']),
  );
  const used = new Set(indexOf.values());
  const twice = new Set(duplicates.flatMap(({ indexes }) => indexes));
  const findings = names.flatMap((name, index): readonly Finding[] =>
    used.has(index) ? [] : [{ kind: 'warning', field: name, text: unread(name, twice.has(index)) }],
  );
  return { known, findings };
};

const unread = (name: string, isTwice: boolean): string =>
  isTwice
    ? `Kolom "${name}" ada dua kali; yang pertama dibaca. Gabungkan isinya.`
    : `Kolom "${name}" tidak dikenal; isinya tidak dibaca. Pakai judul kolom formulir.`;
