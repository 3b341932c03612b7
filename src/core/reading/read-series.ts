/**
 * What a row says of an event that comes again: the words of the requester in *Tanggal Mulai*, and in *Ulangi* those of the
 * staff, what they answered, or that the service made the row.
 *
 * "tiap Senin sampai 14 Desember", "ya", "ya, kecuali 7 Des", "2 minggu sekali 4 kali; ya, lewati yang bentrok".
 */
import type { Temporal } from 'temporal-polyfill';
import type { MadeOfSeries, Repeats, SeriesAnswer } from '../cases/series.ts';
import { plainDay } from '../cases/wording.ts';
import { headerOf } from '../columns/request-tab.ts';
import { dayToSerial } from '../sheet/serial.ts';
import { answerOf, quote, textOf } from './cell-text.ts';
import type { Notes } from './notes.ts';
import type { RequestCells } from './read-answers.ts';
import { type Days, dayReader, readDays } from './read-days.ts';
import { saysRepetition } from './read-repetition.ts';
import type { Reading } from './reading.ts';
import { daysSaid } from './repeated-days.ts';

/** What came of it, with the cells as they count for this row alone. */
export type SeriesReading =
  | { readonly kind: 'made'; readonly series: MadeOfSeries }
  | (Repeats & { readonly cells: RequestCells });

export interface SeriesSource {
  readonly cells: RequestCells;
  /** The day of submission. */
  readonly reference: Temporal.PlainDate | undefined;
  /** The first day that may be one of it where neither words nor a day of its own say when it begins; that of submission unless said. */
  readonly from?: Temporal.PlainDate;
  readonly notes: Notes;
}

/** Whether there is anything to read: in nearly all rows there is not. */
export const mentionsSeries = ({ startDay, repeat }: RequestCells): boolean =>
  // Without a place for the answer, a request for each day is asked for as before.
  repeat !== undefined &&
  (answerOf(repeat) !== undefined || (typeof startDay === 'string' && saysRepetition(startDay)));

export const readSeries = ({
  cells,
  reference,
  from,
  notes,
}: SeriesSource): SeriesReading | undefined => {
  const typed = textOf(cells.repeat).replaceAll('\n', '; ');
  const series = madeIn(typed);
  if (series !== undefined) return { kind: 'made', series };
  const { rule: words, answer: reply } = partsOf(typed);
  const fromRequester = saysRepetition(textOf(cells.startDay));
  if (words === '' && !fromRequester) {
    if (reply !== undefined)
      notes.add(
        'warning',
        'repeat',
        `Ulangi ${quote(typed)} belum menyebut harinya. Tulis harinya di depan jawaban, misalnya "${example}; ya".`,
      );
    return undefined;
  }
  const start = fromRequester ? undefined : readDays(cells.startDay, reference);
  const startDay = start?.kind === 'read' ? start.value.from : undefined;
  // Without a day of its own nobody knows where it begins; that it lacks one is said beside it.
  if (!fromRequester && startDay === undefined) return undefined;
  const toldBy = words === '' ? 'startDay' : 'repeat';
  const near = startDay ?? reference;
  const end = toldBy === 'startDay' ? dayAlone(readDays(cells.endDay, reference)) : undefined;
  const days = daysSaid(toldBy === 'repeat' ? words : textOf(cells.startDay), {
    reference,
    startDay,
    until: end,
    ...(from && { notBefore: from }),
    dayIn: dayReader({ reference: near }),
  });
  if (days.kind !== 'read') {
    // What is wrong with the words of the requester is asked where the day is read.
    if (toldBy === 'repeat')
      notes.add(
        'warning',
        'repeat',
        days.kind === 'unsure'
          ? `Ulangi ${quote(typed)} ${days.question}`
          : `Ulangi ${quote(typed)} tidak terbaca. ${advice}`,
      );
    return undefined;
  }
  const { all, isWorkdays, until } = days.value;
  if (end && until && !end.equals(until) && !all.at(-1)?.equals(end))
    notes.add(
      'question',
      'endDay',
      `${headerOf('endDay')} ${quote(cells.endDay)} tidak sama dengan batas kegiatan berulang, ${plainDay(until)}. Samakan keduanya.`,
    );
  const answer = answerIn(reply, all, reference);
  if (answer.kind === 'unclear')
    notes.add(
      'warning',
      'repeat',
      `Ulangi ${quote(typed)}: "${answer.what}" bukan salah satu harinya atau belum jelas. Tulis misalnya "ya", "ya, kecuali ${plainDay(all.at(-1) ?? all[0])}", atau "ya, lewati yang bentrok".`,
    );
  const settled: SeriesAnswer = answer.kind === 'unclear' ? { kind: 'none' } : answer;
  const excepted = settled.kind === 'yes' ? settled.except : [];
  const kept = all.filter((day) => !excepted.some((other) => other.equals(day)));
  const own = startDay ?? kept[0] ?? all[0];
  return {
    kind: 'repeats',
    toldBy,
    own,
    others: all.filter((day) => !day.equals(own)),
    isWorkdays,
    answer: settled,
    typed,
    cells: fromRequester ? { ...cells, startDay: dayToSerial(own), endDay: '' } : cells,
  };
};

const dayAlone = (days: Reading<Days>): Temporal.PlainDate | undefined =>
  days.kind === 'read' ? days.value.to : undefined;

const example = 'tiap Senin sampai 14 Desember 2026';

const advice = `Tulis misalnya "${example}".`;

/** As the service marks the rows that it makes. */
export const madeMark = ({ from, day }: Pick<MadeOfSeries, 'from' | 'day'>): string =>
  `seri ${from}, ${plainDay(day)}`;

export const madeIn = (typed: string): MadeOfSeries | undefined => {
  const [, from = '', words = ''] = /^seri ([A-Z]{2,}-\d{4}-\d+), (.+)$/i.exec(typed) ?? [];
  const day = from === '' ? undefined : readDays(words, undefined);
  return day?.kind === 'read'
    ? { kind: 'made', from: from.toUpperCase(), day: day.value.from }
    : undefined;
};

/** The rule, and what stands from the answer on; whoever says "ya" first leaves days out at the end. */
const partsOf = (typed: string): { readonly rule: string; readonly answer?: string } => {
  const [, yes = '', rule = '', but = ''] =
    /^(i?ya|setuju|oke?)(?![\p{L}\p{N}])[\s;,.:–-]*(.*?)[\s;,]*((?:kecuali|lewati|selain)\b.*)?$/iu.exec(
      typed,
    ) ?? [];
  if (saysRepetition(rule)) return { rule, answer: `${yes} ${but}` };
  const found = /(?:^|[\s;,.:–-])(?:i?ya|setuju|oke?|tidak|tdk|batal)(?![\p{L}\p{N}])/iu.exec(
    typed,
  );
  return found === null
    ? { rule: typed }
    : {
        rule: typed.slice(0, found.index).replace(/[\s;,.:–-]+$/, ''),
        answer: typed.slice(found.index).replace(/^[\s;,.:–-]+/, ''),
      };
};

type AnswerReading = SeriesAnswer | { readonly kind: 'unclear'; readonly what: string };

/** A day that is left out must be one of them: "kecuali 7" is, where only one falls on a seventh. */
const answerIn = (
  reply: string | undefined,
  all: readonly Temporal.PlainDate[],
  reference: Temporal.PlainDate | undefined,
): AnswerReading => {
  if (reply === undefined) return { kind: 'none' };
  const [, word = '', rest = ''] = /^(\p{L}+)(.*)$/u.exec(reply.toLowerCase()) ?? [];
  if (/^(?:tidak|tdk|batal)$/.test(word)) return { kind: 'no' };
  const [more = '', ...left] = rest.split(/\b(?:kecuali|lewati|tanpa|selain)\b/);
  const what = without(more, /\b(?:ya|lagi|semua(?:nya)?|buat(?:kan)?|saja|silakan)\b/g);
  // "ya, 7 Des" may mean that day alone.
  if (what !== '') return { kind: 'unclear', what };
  const except: Temporal.PlainDate[] = [];
  const skips = new Set<'clashes' | 'holidays'>();
  for (const each of left.join(',').split(/[,;&]|\bdan\b|\bserta\b/)) {
    const part = without(each, /\b(?:tanggal(?! merah)|tgl|hari(?! libur| besar)|yang|yg|pada)\b/g);
    if (part === '') continue;
    if (/^(?:bentrok|bertabrakan|tabrakan|penuh)$/.test(part)) skips.add('clashes');
    else if (/^(?:(?:hari )?(?:libur|besar)(?: nasional)?|tanggal merah)$/.test(part))
      skips.add('holidays');
    else {
      const day = dayAmong(part, all, reference);
      if (day === undefined) return { kind: 'unclear', what: part };
      except.push(day);
    }
  }
  return { kind: 'yes', except, skips };
};

const without = (text: string, fillers: RegExp): string =>
  text
    .replaceAll(fillers, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[\s.,;:–-]+|[\s.,;:–-]+$/g, '');

const dayAmong = (
  words: string,
  all: readonly Temporal.PlainDate[],
  reference: Temporal.PlainDate | undefined,
): Temporal.PlainDate | undefined => {
  if (/^\d{1,2}$/.test(words)) {
    const [only, ...more] = all.filter(({ day }) => day === Number(words));
    return more.length === 0 ? only : undefined;
  }
  const day = dayReader({ reference: all[0] ?? reference })(words);
  return all.find((each) => day?.equals(each));
};
