/**
 * Days of an event that comes again whose rows a pass was about to put into the sheet when it ended: what is to become of them.
 *
 * They are put there all at once. Where one of them stands, those that do not were deleted since, and stay so.
 */
import type { SeriesDay } from '../cases/series.ts';
import type { Case } from '../cases/situation.ts';
import { secondsOf, toSerial } from '../sheet/serial.ts';

/**
 * `none` · `made` they stood there · `asked` none of them is there, and nobody knows whether any ever was · `due` none was
 * made, or somebody answered anew since.
 */
export interface UnfinishedSeries {
  readonly kind: 'none' | 'made' | 'asked' | 'due';
  readonly days: readonly SeriesDay[];
}

export const unfinishedSeries = (
  subject: Case,
  {
    typed,
    rows,
    cases,
    timeZone,
  }: {
    /** *Ulangi* as it stands. */
    readonly typed: string;
    /** That bear the mark of the event. */
    readonly rows: readonly Case[];
    readonly cases: readonly Case[];
    readonly timeZone: string;
  },
): UnfinishedSeries => {
  const { marks, promisedFor } = subject.series ?? {};
  const promised = new Map(
    [...(marks ?? [])].flatMap(([day, mark]) =>
      mark.kind === 'promised' ? [[day, secondsOf(mark.stamp)]] : [],
    ),
  );
  const days = [...promised.keys()].toSorted();
  if (days.length === 0) return { kind: 'none', days };
  const stamps = new Set(promised.values());
  const isThere =
    rows.some((row) => dayOfRow(row).some((day) => promised.has(day))) ||
    cases.some(
      (each) =>
        isOfSame(each, subject) && stampsOf(each, timeZone).some((stamp) => stamps.has(stamp)),
    );
  if (isThere) return { kind: 'made', days };
  return { kind: promisedFor === typed ? 'asked' : 'due', days };
};

/** Of a row that bears the mark of its event. */
export const dayOfRow = ({ request: { staff } }: Case): readonly SeriesDay[] =>
  staff.series?.kind === 'made' ? [staff.series.day.toString()] : [];

/** Where somebody took its mark away, a row is still known by its stamp. */
const isOfSame = (row: Case, subject: Case): boolean =>
  row !== subject && row.request.answers.email === subject.request.answers.email;

const stampsOf = ({ request: { answers } }: Case, timeZone: string): readonly number[] =>
  answers.submittedAt === undefined ? [] : [secondsOf(toSerial(answers.submittedAt, timeZone))];
