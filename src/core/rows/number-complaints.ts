/**
 * Gives each complaint its number, once: what the complainant wrote tells which row it is, wherever people sort it to, and
 * where that was corrected, the number that stands in the row or the form's time stamp does.
 *
 * Rows that say the same are one complaint that stands there twice, and are asked about.
 */
import type { Temporal } from 'temporal-polyfill';
import type { Complaint, ComplaintNumber, DeskProblem } from '../cases/desk.ts';
import type { ComplaintRecord, LedgerState } from '../cases/ledger-state.ts';
import { compareInstants } from '../cases/watched-now.ts';
import { list } from '../cases/wording.ts';
import { secondsOf } from '../sheet/serial.ts';
import type { Cell, WorkbookSnapshot } from '../sheet/snapshot.ts';
import { fingerprint } from './answers-mark.ts';
import { complaintCounter, isComplaintNumber } from './complaint-number.ts';
import { complaintSheets } from './complaint-sheets.ts';

export interface NumberedComplaints {
  /** With their numbers. */
  readonly complaints: readonly Complaint[];
  /** What the ledger does not know yet. */
  readonly records: readonly ComplaintRecord[];
  readonly problems: readonly DeskProblem[];
}

interface ComplaintNumbering {
  readonly snapshot: WorkbookSnapshot;
  readonly known: LedgerState['complaints'];
  readonly now: Temporal.Instant;
  readonly timeZone: string;
  /** Take the numbers that stand in the sheet: the ledger was lost. */
  readonly adopt: boolean;
}

export const numberComplaints = (
  complaints: readonly Complaint[],
  numbering: ComplaintNumbering,
): NumberedComplaints => {
  const { known } = numbering;
  const entries = entriesOf(complaints, numbering.snapshot);
  const recordOf = withNew(bound(entries, known), entries, numbering);
  const entryOf = new Map(entries.flatMap((each) => each.rows.map((row) => [row, each] as const)));
  return {
    complaints: complaints.map((complaint) => {
      const record = recordOf.get(entryOf.get(complaint)?.key ?? '');
      return record ? { ...complaint, number: record.number, seenAt: record.at } : complaint;
    }),
    records: [...recordOf.values()].filter(({ number, key }) => known.get(number)?.key !== key),
    problems: entries.flatMap(({ rows }) => twiceProblems(rows)),
  };
};

/** A complaint, and the rows that say it: one, unless somebody copied it. */
interface WrittenComplaint {
  readonly key: string;
  readonly rows: readonly Complaint[];
  /** What stands in their cells and looks like a number of ours. */
  readonly shown: readonly ComplaintNumber[];
}

type RecordOf = ReadonlyMap<string, ComplaintRecord>;

/** Those that the ledger knows. By what is written there first: a copy bears the number of its original too. */
const bound = (
  entries: readonly WrittenComplaint[],
  known: LedgerState['complaints'],
): RecordOf => {
  const keys = new Set(entries.map(({ key }) => key));
  const recordOf = new Map<string, ComplaintRecord>();
  for (const record of known.values()) if (keys.has(record.key)) recordOf.set(record.key, record);
  const others = (): readonly ComplaintRecord[] => {
    const taken = new Set([...recordOf.values()].map(({ number }) => number));
    return [...known.values()].filter(({ number }) => !taken.has(number));
  };
  const meant: readonly ((entry: WrittenComplaint) => readonly ComplaintRecord[])[] = [
    ({ shown }) => others().filter(({ number }) => shown.includes(number)),
    ({ key }) => others().filter((record) => hasSameStamp(record.key, key)),
  ];
  for (const findIn of meant)
    for (const entry of entries.filter(({ key }) => !recordOf.has(key))) {
      const [record, ...more] = findIn(entry);
      if (record && more.length === 0) recordOf.set(entry.key, { ...record, key: entry.key });
    }
  return recordOf;
};

/** Numbers that stand in the sheet and that the ledger may have lost are taken over; the others get the next ones. */
const withNew = (
  known: RecordOf,
  entries: readonly WrittenComplaint[],
  { known: ledger, now, timeZone, adopt }: ComplaintNumbering,
): RecordOf => {
  const recordOf = new Map(known);
  const counter = complaintCounter(ledger.keys());
  const used = new Set<ComplaintNumber>(ledger.keys());
  const give = ({ key }: WrittenComplaint, number: ComplaintNumber): void => {
    recordOf.set(key, { number, key, at: now });
    used.add(number);
  };
  const unnumbered = (): readonly WrittenComplaint[] =>
    entries.filter(({ key }) => !recordOf.has(key));
  for (const entry of unnumbered()) {
    const standing = entry.shown.find(
      (number) => !used.has(number) && (adopt || counter.isAmongNext(number, entries.length)),
    );
    if (standing) give(entry, standing);
  }
  for (const number of used) counter.use(number);
  for (const entry of unnumbered()) give(entry, counter.next(yearOf(entry, { now, timeZone })));
  return recordOf;
};

/** The year in which it came, unless that lies ahead. */
const yearOf = (
  { rows: [first] }: WrittenComplaint,
  { now, timeZone }: Pick<ComplaintNumbering, 'now' | 'timeZone'>,
): number => {
  const at = first?.at;
  const came = at && compareInstants(at, now) <= 0 ? at : now;
  return came.toZonedDateTimeISO(timeZone).year;
};

/** As they came in, so that the earliest has the lowest number; those without a time last. */
const entriesOf = (
  complaints: readonly Complaint[],
  snapshot: WorkbookSnapshot,
): readonly WrittenComplaint[] => {
  const sheets = complaintSheets(snapshot);
  const entries = new Map<string, { key: string; rows: Complaint[]; shown: ComplaintNumber[] }>();
  for (const complaint of complaints) {
    const { row } = complaint;
    const sheet = sheets.find(({ spec }) => spec.name === complaint.tab);
    if (row === undefined || sheet === undefined) continue;
    const cell = (field: 'submittedAt' | 'name' | 'number'): Cell =>
      sheet.tab.rows[row - 1]?.[sheet.columns.indexOf.get(field) ?? -1] ?? '';
    const words = `${plain(cell('name'))}\n${plain(complaint.text)}`;
    const key = `${stampOf(cell('submittedAt'))}|${fingerprint(words)}`;
    const entry = entries.get(key) ?? { key, rows: [], shown: [] };
    const number = cell('number');
    entries.set(key, entry);
    entry.rows.push(complaint);
    if (isComplaintNumber(number)) entry.shown.push(number.trim());
  }
  return [...entries.values()].sort((a, b) => timeOf(a) - timeOf(b));
};

const timeOf = ({ rows: [first] }: WrittenComplaint): number =>
  first?.at?.epochMilliseconds ?? Number.MAX_SAFE_INTEGER;

const stampOf = (cell: Cell): string =>
  typeof cell === 'number' ? String(secondsOf(cell)) : plain(cell);

const hasSameStamp = (one: string, other: string): boolean => {
  const [stamp = ''] = one.split('|');
  return stamp !== '' && other.split('|')[0] === stamp;
};

const plain = (cell: Cell): string => String(cell).trim().toLowerCase().replaceAll(/\s+/g, ' ');

const twiceProblems = (rows: readonly Complaint[]): readonly DeskProblem[] =>
  rows.length < 2
    ? []
    : rows.map(({ tab = '', row }) => {
        const others = rows.flatMap((other) =>
          other.row === undefined || (other.row === row && other.tab === tab) ? [] : other.row,
        );
        return {
          tab,
          ...(row !== undefined && { row }),
          text: `Isinya sama dengan baris ${list(others.map(String))}, jadi nomor pengaduannya sama dan semuanya dihitung. Hapus salinannya; bila memang pengaduan lain, bedakan isinya.`,
        };
      });
