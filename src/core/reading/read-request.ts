import type { Temporal } from 'temporal-polyfill';
import type { Answers, Request } from '../cases/request.ts';
import type { Repeats, SeriesWords } from '../cases/series.ts';
import { number } from '../cases/wording.ts';
import { isBefore } from '../clock/spans.ts';
import { formFields, headerOf, notedFields, type RequestField } from '../columns/request-tab.ts';
import { localDay } from '../sheet/local-time.ts';
import type { Cell } from '../sheet/snapshot.ts';
import { askAboutBroken, brokenFields, withoutBroken } from './broken-cells.ts';
import { forReading, isLong, mostRead, quote } from './cell-text.ts';
import { type Notes, startNotes } from './notes.ts';
import { type RequestCells, type RowSituation, readAnswers } from './read-answers.ts';
import { readMoment } from './read-moment.ts';
import { readSchedule } from './read-schedule.ts';
import { mentionsSeries, readSeries, type SeriesReading } from './read-series.ts';
import { readStaff } from './read-staff.ts';

/** What reading a row needs: its cells by field, where it stands, and the office's zone and settings. */
export interface RowToRead extends Omit<RowSituation, 'notes'> {
  /** Row number in the sheet, from 1. */
  readonly row: number;
}

/**
 * One row of Permohonan as a request, with everything that is wrong with it at once.
 *
 * Never throws, whatever people typed: a part that cannot be read is absent and has a finding that says what to do.
 * Of a cell that is to be understood only the beginning is read, so that a pasted letter does not hold up a pass;
 * what documents print as typed stays whole.
 */
export const readRequest = ({ row, cells, ...others }: RowToRead): Request => {
  const notes = startNotes();
  const broken = brokenFields(cells);
  const rest = { ...others, cells: shortened(withoutBroken(cells, broken), notes) };
  const series = mentionsSeries(rest.cells) ? seriesIn(rest, notes) : undefined;
  const own = series?.kind === 'repeats' ? series.cells : rest.cells;
  const read = readAnswers({ ...rest, cells: own, notes });
  const answers = withoutUnacceptedDays(read, series);
  const staff = readStaff({
    cells: rest.cells,
    timeZone: rest.timeZone,
    reference: answers.submittedAt && localDay(answers.submittedAt, rest.timeZone),
    plannedLeader: answers.plannedLeader,
    schedule: answers.schedule,
    notes,
  });
  if (series?.kind === 'repeats' && answers !== read) askAboutDays(cells.startDay, series, notes);
  return {
    row,
    answers,
    staff: series ? { ...staff, series: wordsOf(series) } : staff,
    findings: askAboutBroken(notes.findings, { broken, cells }),
  };
};

/** Staff answer for all days at once; where they do not want to, the requester has to ask for each. */
const askAboutDays = (
  startDay: Cell | undefined,
  { answer }: Pick<Repeats, 'answer'>,
  notes: Notes,
): void => {
  const said = `${headerOf('startDay')} ${quote(startDay)} menyebut kegiatan berulang.`;
  if (answer.kind === 'no')
    notes.add('question', 'startDay', `${said} Ajukan satu permohonan untuk setiap hari.`);
  else
    notes.add(
      'question',
      'repeat',
      `${said} Isi ${headerOf('repeat')} seperti dijelaskan di bawah ini.`,
    );
};

/** "Tiap Selasa", sent on a Tuesday after the hour of the event: that day is none of its days any more. */
const seriesIn = (row: Omit<RowSituation, 'notes'>, notes: Notes): SeriesReading | undefined => {
  const { cells, timeZone } = row;
  const submitted = readMoment(cells.submittedAt, { timeZone });
  if (submitted.kind !== 'read') return readSeries({ cells, reference: undefined, notes });
  const reference = localDay(submitted.value, timeZone);
  const fromToday = readSeries({ cells, reference, notes: startNotes() });
  const begins =
    fromToday?.kind === 'repeats' && fromToday.own.equals(reference)
      ? firstStart({ ...row, cells: fromToday.cells }, reference)
      : undefined;
  const isOver = begins !== undefined && !isBefore(submitted.value, begins);
  return readSeries({
    cells,
    reference,
    notes,
    ...(isOver && { from: reference.add({ days: 1 }) }),
  });
};

const firstStart = (
  { cells, timeZone, settings }: Omit<RowSituation, 'notes'>,
  reference: Temporal.PlainDate,
): Temporal.Instant | undefined => {
  const { assumedEventMinutes } = settings;
  const how = { cells, reference, timeZone, assumedEventMinutes, notes: startNotes() };
  return readSchedule(how)?.sessions[0]?.start.toInstant();
};

/** Until somebody accepts the days, nobody goes to the first of them. */
const withoutUnacceptedDays = (answers: Answers, series: SeriesReading | undefined): Answers => {
  const isOpen =
    series?.kind === 'repeats' && series.toldBy === 'startDay' && series.answer.kind !== 'yes';
  if (!isOpen) return answers;
  const { schedule, ...others } = answers;
  return { ...others, ...(schedule && { offeredSchedule: schedule }) };
};

const wordsOf = (series: SeriesReading): SeriesWords => {
  if (series.kind === 'made') return series.series;
  const { cells: _, ...words } = series;
  return words;
};

/** Taken over word for word, and therefore whole. The institution is both printed and looked up. */
const takenAsTyped: ReadonlySet<RequestField> = new Set([
  'requesterName',
  'requesterPosition',
  'institution',
  'event',
  'place',
  'placeContact',
  'hostLink',
  'letterNumber',
  'letterFile',
  'notes',
  'coordination',
  'meetingId',
  'meetingLink',
  'reason',
]);

const understood: readonly RequestField[] = [...formFields, ...notedFields].filter(
  (field) => !takenAsTyped.has(field),
);

const shortened = (cells: RequestCells, notes: Notes): RequestCells => {
  const long = understood.filter((field) => isLong(cells[field]));
  if (long.length === 0) return cells;
  for (const field of long)
    notes.add(
      'warning',
      field,
      `${headerOf(field)} terlalu panjang: hanya ${number(mostRead)} karakter pertama yang dibaca. Tulis singkat.`,
    );
  const beginnings = long.map((field): [RequestField, Cell | undefined] => [
    field,
    forReading(cells[field]),
  ]);
  return { ...cells, ...Object.fromEntries(beginnings) };
};
