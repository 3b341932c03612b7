/** The rows that an event that comes again is to have besides its own: all answers copied, on another day, with a stamp of their own. */
import type { Temporal } from 'temporal-polyfill';
import type { ConfirmedCell, IntendedCell, Ticket } from '../cases/ledger-state.ts';
import type { AddedRow } from '../cases/pass-record.ts';
import type { SeriesDay, SeriesDecision } from '../cases/series.ts';
import type { Case } from '../cases/situation.ts';
import { clockTime } from '../cases/wording.ts';
import { formFields, type RequestField, requestTab } from '../columns/request-tab.ts';
import { textOf } from '../reading/cell-text.ts';
import { madeIn, madeMark } from '../reading/read-series.ts';
import type { NewRow } from '../sheet/edits.ts';
import { isLinkAddress } from '../sheet/link-address.ts';
import { findTab, locateColumns } from '../sheet/locate-columns.ts';
import {
  dayFromSerial,
  dayToSerial,
  secondsOf,
  timeFromSerial,
  toSerial,
} from '../sheet/serial.ts';
import { type CellContent, spotOf, type WorkbookSnapshot } from '../sheet/snapshot.ts';
import { secondsPerDay } from '../sheet/time-units.ts';
import { identityOf } from './identify.ts';
import type { Observation } from './observe.ts';
import type { ObservedRow } from './observed-row.ts';
import { rowsOf } from './request-rows.ts';
import {
  acceptedWords,
  droppedDay,
  madeDay,
  promisedDay,
  promisedWords,
  skippedDay,
} from './series-marks.ts';

/** What is to become of one event that comes again, in this pass. */
export interface DueSeries {
  readonly ticket: Ticket;
  readonly decision: SeriesDecision;
  readonly rows: readonly SeriesRow[];
  /** Days whose rows were put into the sheet by a pass that was cut off. */
  readonly settled: readonly { readonly day: SeriesDay; readonly stamp: number }[];
  /** Days that such a pass promised, and that are not wanted any more. */
  readonly dropped: readonly SeriesDay[];
}

export interface SeriesRow {
  readonly ticket: Ticket;
  readonly day: Temporal.PlainDate;
  /** Serial number of its *Stempel waktu*, which no other row bears. */
  readonly stamp: number;
  readonly cells: ReadonlyMap<RequestField, CellContent>;
}

export const dueSeries = (
  cases: readonly Case[],
  {
    observation,
    now,
    timeZone,
  }: {
    readonly observation: Pick<Observation, 'rows' | 'columns' | 'links'>;
    readonly now: Temporal.Instant;
    readonly timeZone: string;
  },
): readonly DueSeries[] => {
  const due = cases.filter(({ decided }) => decided.series !== undefined);
  if (due.length === 0) return [];
  const rowOf = new Map(observation.rows.map((row) => [row.ticket, row]));
  const nextStamp = stamps(cases, observation, { count: countOf(due), now, timeZone });
  return due.flatMap((subject): DueSeries[] => {
    const { ticket, decided, series } = subject;
    const row = rowOf.get(ticket);
    if (row === undefined || decided.series === undefined) return [];
    const rows = decided.series.make.map((day): SeriesRow => {
      const mark = series?.marks.get(day.toString());
      const stamp = mark?.kind === 'promised' ? mark.stamp : nextStamp();
      return { ticket, day, stamp, cells: cellsOn(day, { subject, row, stamp, observation }) };
    });
    const promised = promisedIn(subject);
    const { settled, skip } = decided.series;
    return [
      {
        ticket,
        decision: decided.series,
        rows,
        settled: settled.map((day) => ({ day, stamp: promised.get(day) ?? 0 })),
        dropped: skip.map(String).filter((day) => promised.has(day)),
      },
    ];
  });
};

const promisedIn = ({ series }: Case): ReadonlyMap<SeriesDay, number> =>
  new Map(
    [...(series?.marks ?? [])].flatMap(([day, mark]) =>
      mark.kind === 'promised' ? [[day, mark.stamp]] : [],
    ),
  );

const countOf = (due: readonly Case[]): number =>
  due.reduce((sum, { decided }) => sum + (decided.series?.make.length ?? 0), 0);

/** Seconds up to now that no row bears, earliest first. */
const stamps = (
  cases: readonly Case[],
  { rows }: Pick<Observation, 'rows'>,
  {
    count,
    now,
    timeZone,
  }: { readonly count: number; readonly now: Temporal.Instant; readonly timeZone: string },
): (() => number) => {
  const taken = new Set([
    ...rows.flatMap(({ cells: { submittedAt } }) =>
      typeof submittedAt === 'number' ? [secondsOf(submittedAt)] : [],
    ),
    ...cases.flatMap(({ series }) =>
      [...(series?.marks.values() ?? [])].flatMap((mark) =>
        mark.kind === 'skipped' ? [] : [secondsOf(mark.stamp)],
      ),
    ),
  ]);
  let next = secondsOf(toSerial(now, timeZone)) - count;
  return () => {
    do next += 1;
    while (taken.has(next));
    return next / secondsPerDay;
  };
};

const cellsOn = (
  day: Temporal.PlainDate,
  {
    subject,
    row,
    stamp,
    observation,
  }: {
    readonly subject: Case;
    readonly row: ObservedRow;
    readonly stamp: number;
    readonly observation: Pick<Observation, 'columns' | 'links'>;
  },
): ReadonlyMap<RequestField, CellContent> => {
  const { schedule } = subject.request.answers;
  const length = schedule?.startDay.until(schedule.endDay, { largestUnit: 'days' }).days ?? 0;
  const cells = new Map<RequestField, CellContent>(
    formFields.map((field) => [field, copied(field, row, observation)]),
  );
  cells.set('submittedAt', { kind: 'serial', serial: stamp, show: 'moment' });
  cells.set('startDay', { kind: 'serial', serial: dayToSerial(day), show: 'day' });
  cells.set(
    'endDay',
    length > 0 ? { kind: 'serial', serial: dayToSerial(day) + length, show: 'day' } : '',
  );
  cells.set('repeat', madeMark({ from: subject.ticket, day }));
  return new Map([...cells].filter(([, content]) => content !== ''));
};

/** Days and times as people read them, because a cell below the filled rows may have no format of its own. */
const copied = (
  field: RequestField,
  { row, cells }: ObservedRow,
  { columns, links }: Pick<Observation, 'columns' | 'links'>,
): CellContent => {
  const cell = cells[field];
  if (typeof cell === 'number' && (field === 'startTime' || field === 'endTime')) {
    const time = timeFromSerial(cell);
    return time === undefined ? cell : clockTime(time);
  }
  if (typeof cell === 'number' && field === 'letterDay')
    return dayFromSerial(cell) === undefined ? cell : { kind: 'serial', serial: cell, show: 'day' };
  const url = links?.get(spotOf(row, (columns.indexOf.get(field) ?? -1) + 1));
  return url !== undefined && isLinkAddress(url) && typeof cell === 'string'
    ? { kind: 'link', url, text: cell }
    : cell;
};

/** What the ledger is told before any row is put into the sheet. */
export const promisesOf = (due: readonly DueSeries[]): readonly IntendedCell[] =>
  due.flatMap(({ ticket, rows, dropped, decision }) => [
    ...rows.map(({ day, stamp }) => promisedDay(ticket, day.toString(), stamp)),
    ...dropped.map((day) => droppedDay(ticket, day)),
    ...(rows.length === 0 ? [] : [promisedWords(ticket, decision.accepted)]),
  ]);

/** What it is told where none of the rows was put there, for certain: the next pass does it without asking. */
export const unmadeSeries = (due: readonly DueSeries[]): readonly IntendedCell[] =>
  due.flatMap(({ ticket, rows }) => (rows.length === 0 ? [] : [promisedWords(ticket, undefined)]));

export interface RowsToAdd {
  readonly rows: readonly NewRow[];
  readonly added: readonly AddedRow[];
  /** What stands in the sheet can be told. */
  readonly isKnown: boolean;
}

/** Those that are not in the sheet yet, as it is just before it is written. */
export const rowsToAdd = (snapshot: WorkbookSnapshot, due: readonly DueSeries[]): RowsToAdd => {
  const tab = findTab(snapshot, requestTab);
  const columns = tab && locateColumns(tab, requestTab);
  // Without the column that says whose they are, nobody could tell them from requests of their own.
  if (tab === undefined || columns === undefined || !columns.indexOf.has('repeat'))
    return { rows: [], added: [], isKnown: false };
  const { requests } = rowsOf(tab, columns);
  const marks = new Set(
    requests.flatMap(({ cells }) => {
      const made = madeIn(textOf(cells.repeat));
      return made ? [madeMark(made)] : [];
    }),
  );
  const identities = new Set(requests.map(({ cells }) => identityOf(cells)));
  const isThere = ({ ticket: from, day, stamp, cells }: SeriesRow): boolean => {
    const email = cells.get('email') ?? '';
    const identity = identityOf({
      submittedAt: stamp,
      email: typeof email === 'object' ? '' : email,
      institution: '',
      event: '',
      startDay: '',
    });
    return marks.has(madeMark({ from, day })) || identities.has(identity);
  };
  const missing = due.flatMap(({ rows }) => rows).filter((row) => !isThere(row));
  return {
    isKnown: true,
    added: missing.map(({ ticket, day }) => ({ ticket, day: day.toString() })),
    rows: missing.map(({ cells }) => ({
      tab: tab.name,
      cells: new Map(
        [...cells].flatMap(([field, content]): [number, CellContent][] => {
          const index = columns.indexOf.get(field);
          return index === undefined ? [] : [[index + 1, content]];
        }),
      ),
    })),
  };
};

/** What the ledger is told once they stand there. */
export const settledSeries = (due: readonly DueSeries[]): readonly ConfirmedCell[] =>
  due.flatMap(({ ticket, decision, rows, settled }) => [
    ...settled.map(({ day, stamp }) => madeDay(ticket, day, stamp)),
    ...rows.map(({ day, stamp }) => madeDay(ticket, day.toString(), stamp)),
    ...decision.found.map((day) => madeDay(ticket, day.toString(), 0)),
    ...decision.skip.map((day) => skippedDay(ticket, day.toString())),
    ...(decision.accepted === undefined ? [] : [acceptedWords(ticket, decision.accepted)]),
  ]);
