/**
 * An event that comes again: names its days, with those on which something would be short, and says what became of the answer.
 *
 * The word is "ya" in *Ulangi*. Only then are the other days made as rows of their own (`rows/series-rows.ts`), each once: what was
 * left out, deleted or called off since does not come back by itself.
 */
import { Temporal } from 'temporal-polyfill';
import { hasEnded, hasStarted, isCalledOff, isComplete, ticketOf } from '../cases/case-facts.ts';
import { groupBy } from '../cases/group-by.ts';
import { partsOf } from '../cases/in-parts.ts';
import type { Ticket } from '../cases/ledger-state.ts';
import type { Finding } from '../cases/request.ts';
import type { Repeats, SeriesAnswer, SeriesDecision } from '../cases/series.ts';
import type { Case, Judgement, Rule, Situation } from '../cases/situation.ts';
import { dayName, list, plainDay } from '../cases/wording.ts';
import { headerOf } from '../columns/request-tab.ts';
import { onceFor } from '../sheet/once-for.ts';
import { type DayOutlook, seriesOutlook } from './series-outlook.ts';
import { dayOfRow, type UnfinishedSeries, unfinishedSeries } from './unfinished-series.ts';

export const offerSeries: Rule = (cases, situation) => {
  const parts = partsOf(cases, ticketOf);
  const repeating = parts.flatMap(repeatingIn);
  if (repeating.length === 0) return new Map();
  const made = groupBy(parts.flatMap(madeIn), ({ request: { staff } }) =>
    staff.series?.kind === 'made' ? staff.series.from : '',
  );
  return new Map(
    repeating.flatMap((subject): [Ticket, Judgement][] => {
      const words = subject.request.staff.series;
      if (words?.kind !== 'repeats') return [];
      const rows = made.get(subject.ticket) ?? [];
      const { timeZone } = situation;
      const unfinished = unfinishedSeries(subject, { typed: words.typed, rows, cases, timeZone });
      return [
        [subject.ticket, judgementOf({ subject, words, rows, unfinished, cases, situation })],
      ];
    }),
  );
};

const repeatingIn = onceFor((part: readonly Case[]) =>
  part.filter(({ request: { staff } }) => staff.series?.kind === 'repeats'),
);

const madeIn = onceFor((part: readonly Case[]) =>
  part.filter(({ request: { staff } }) => staff.series?.kind === 'made'),
);

interface Series {
  readonly subject: Case;
  readonly words: Repeats;
  /** That the service made of it, and that still stand in the sheet. */
  readonly rows: readonly Case[];
  readonly unfinished: UnfinishedSeries;
  readonly cases: readonly Case[];
  readonly situation: Situation;
}

const judgementOf = (series: Series): Judgement => {
  const { subject, words, situation, unfinished } = series;
  if (isCalledOff(subject)) return { findings: stillHeld(series) };
  // Alone, so that what is promised at any time is put into the sheet all at once.
  if (unfinished.kind === 'made')
    return {
      decided: { series: { ...nothing, settled: unfinished.days } },
      findings: standing(series),
    };
  if (words.answer.kind === 'no')
    return unfinished.kind === 'none'
      ? { findings: [] }
      : { decided: { series: { ...nothing, skip: daysOf(unfinished) } }, findings: [] };
  if (words.answer.kind === 'none') return { findings: offer(series) };
  if (!isComplete(subject))
    return {
      findings: [about('Baris untuk hari lainnya dibuat setelah isian baris ini lengkap.')],
    };
  if (unfinished.kind === 'asked')
    return {
      findings: [
        askedAgain(series),
        ...ownDay(words, words.answer),
        ...ownDayTaken(series),
        ...standing(series),
      ],
    };
  const decision = decisionOf(series, words.answer);
  const isAsked = hasEnded(subject, situation.now);
  return {
    decided: isNothing(decision, subject) ? {} : { series: decision },
    findings: [
      ...afresh(series, decision),
      ...ownDay(words, words.answer),
      ...ownDayTaken(series),
      ...(isAsked ? [] : standing(series)),
    ],
  };
};

const nothing: SeriesDecision = { make: [], skip: [], found: [], settled: [] };

const daysOf = ({ days }: UnfinishedSeries): readonly Temporal.PlainDate[] =>
  days.map((day) => Temporal.PlainDate.from(day));

/** A pass ended between promising the rows and knowing that they stand there. */
const askedAgain = ({ words, unfinished }: Series): Finding => {
  const days = daysOf(unfinished).map(nameIn(words));
  const gone =
    days.length === 1 ? 'baris itu sekarang tidak ada' : 'sekarang tidak satu pun barisnya ada';
  return about(
    `Pemeriksaan terputus saat membuat baris untuk ${list(days)}, dan ${gone}. Tulis ${anotherYes(words)} ${there(words)} untuk membuatnya, atau "tidak" bila memang sudah dihapus.`,
  );
};

/** Another text is another answer. */
const anotherYes = ({ typed }: Repeats): string =>
  /\blagi\b/i.test(typed) && !/\bbuat\b/i.test(typed) ? '"ya, buat lagi"' : '"ya lagi"';

/** Words of the staff say the days: an answer in their place would take these away. */
const there = ({ toldBy }: Repeats): string =>
  toldBy === 'repeat' ? 'di Ulangi, di belakang tulisan yang sudah ada,' : 'di Ulangi';

/** The days, each with what stands in its way, and what one word does. */
const offer = (series: Series): readonly Finding[] => {
  const { subject, words, situation } = series;
  if (hasStarted(subject, situation.now) && words.toldBy === 'repeat' && words.others.length === 0)
    return [];
  const outlook = seriesOutlook(series.words.others, series);
  const name = nameIn(words);
  const known = subject.series?.marks;
  const days = [
    `${name(words.own)} (baris ini)`,
    ...outlook.map((each) => {
      const said =
        known?.get(each.day.toString())?.kind === 'made' ? ['sudah dibuat'] : hurdles(each);
      return `${name(each.day)}${said.length > 0 ? ` (${said.join('; ')})` : ''}`;
    }),
  ];
  const open = outlook.filter(({ isPast }) => !isPast);
  const ways = [
    ...(open.some(({ clashes }) => clashes.length > 0) ? ['"ya, lewati yang bentrok"'] : []),
    ...(open.some(({ holiday }) => holiday !== undefined) && !words.isWorkdays
      ? ['"ya, lewati hari libur"']
      : []),
    `"ya, kecuali ${plainDay(open.at(-1)?.day ?? words.own)}"`,
  ];
  return [
    about(
      `Kegiatan berulang, ${days.length} hari: ${days.join('; ')}. Tulis "ya" ${there(words)} untuk membuat satu baris bagi tiap hari lainnya, ${list(ways).replaceAll(' dan ', ' atau ')} untuk melewati harinya, atau "tidak" bila tidak diulang.`,
    ),
  ];
};

const hurdles = ({ isPast, holiday, clashes }: DayOutlook): readonly string[] =>
  isPast
    ? ['sudah lewat, tidak dibuat']
    : [
        ...(holiday === undefined ? [] : [`libur: ${holiday}`]),
        ...(clashes.length === 0 ? [] : [`bentrok: ${list(clashes)}`]),
      ];

const decisionOf = (
  series: Series,
  answer: Extract<SeriesAnswer, { readonly kind: 'yes' }>,
): SeriesDecision => {
  const { subject, words, rows, unfinished } = series;
  const { accepted, marks = new Map() } = subject.series ?? {};
  const standing = new Set(rows.flatMap(dayOfRow));
  const isExcepted = (day: Temporal.PlainDate): boolean =>
    answer.except.some((other) => other.equals(day));
  const found = words.others.filter(
    (day) => standing.has(day.toString()) && !marks.has(day.toString()),
  );
  // With the ledger its memory of what was accepted was lost; what was made stands in the sheet.
  const isTakenOver = accepted === undefined && marks.size === 0 && found.length > 0;
  const isNew = accepted !== words.typed && !isTakenOver;
  const promised = daysOf(unfinished);
  const isWanted = (day: Temporal.PlainDate): boolean =>
    !isExcepted(day) && words.others.some((other) => other.equals(day));
  const due = isNew
    ? words.others.filter((day) => {
        const mark = marks.get(day.toString());
        return !standing.has(day.toString()) && (mark === undefined || mark.kind === 'skipped');
      })
    : [];
  const outlook = seriesOutlook(due, series);
  const isSkipped = ({ day, isPast, holiday, clashes }: DayOutlook): boolean =>
    isPast ||
    isExcepted(day) ||
    (holiday !== undefined && (words.isWorkdays || answer.skips.has('holidays'))) ||
    (clashes.length > 0 && answer.skips.has('clashes'));
  return {
    accepted: words.typed,
    make: [
      ...promised.filter(isWanted),
      ...outlook.filter((each) => !isSkipped(each)).map(({ day }) => day),
    ].toSorted(Temporal.PlainDate.compare),
    skip: [
      ...promised.filter((day) => !isWanted(day)),
      ...outlook.filter(isSkipped).flatMap(({ day }) => (marks.has(day.toString()) ? [] : [day])),
    ],
    found,
    settled: [],
  };
};

const isNothing = ({ accepted, make, skip, found }: SeriesDecision, { series }: Case): boolean =>
  series?.accepted === accepted && make.length + skip.length + found.length === 0;

/** Days that came after it was accepted: the requester wrote another end, say. */
const afresh = (
  { subject, words }: Series,
  { make, skip, found }: SeriesDecision,
): readonly Finding[] => {
  const settled = new Set([...make, ...skip, ...found].map(String));
  const others = words.others.filter(
    (day) => !settled.has(day.toString()) && !subject.series?.marks.has(day.toString()),
  );
  return others.length === 0
    ? []
    : [
        about(
          `Hari yang baru disebut dan belum dibuat: ${list(others.map(nameIn(words)))}. Tulis ${anotherYes(words)} ${there(words)} untuk membuat barisnya.`,
        ),
      ];
};

/** Its own day is left out by its own state. */
const ownDay = (
  { own, toldBy }: Repeats,
  { except }: Extract<SeriesAnswer, { readonly kind: 'yes' }>,
): readonly Finding[] =>
  toldBy === 'repeat' && except.some((day) => day.equals(own))
    ? [
        about(
          `${plainDay(own)} adalah hari baris ini sendiri. Bila tidak jadi, pilih Status Dibatalkan.`,
        ),
      ]
    : [];

/** Whoever leaves out the first day, or moves it, afterwards: the row itself would be held on a day that has its row. */
const ownDayTaken = ({ words, rows }: Series): readonly Finding[] =>
  rows
    .filter((row) => !isCalledOff(row) && dayOfRow(row).includes(words.own.toString()))
    .map(({ ticket }) =>
      about(
        `Jadwal baris ini kini ${dayName(words.own)} ${plainDay(words.own)}, padahal hari itu sudah ada barisnya (${ticket}). Kembalikan isian semula; bila hari semula batal, pilih Status Dibatalkan pada baris ini.`,
      ),
    );

const standing = ({ subject, words, rows }: Series): readonly Finding[] => {
  const marks = subject.series?.marks ?? new Map();
  const ticketOf = new Map(rows.flatMap((row) => dayOfRow(row).map((day) => [day, row.ticket])));
  const name = nameIn(words);
  const isAnySkipped = [...marks.values()].some(({ kind }) => kind === 'skipped');
  const days = [...marks.keys()].toSorted().flatMap((day): string[] => {
    const plain = name(Temporal.PlainDate.from(day));
    if (marks.get(day)?.kind === 'skipped') return [`${plain} (dilewati)`];
    const ticket = ticketOf.get(day);
    if (ticket !== undefined) return [`${plain} (${ticket})`];
    return marks.get(day)?.kind === 'made' ? [`${plain} (barisnya tidak ada lagi)`] : [];
  });
  return days.length === 0
    ? []
    : [
        about(
          `Hari lainnya: ${days.join('; ')}. Tiap baris berdiri sendiri; yang batal cukup diberi Status Dibatalkan.${isAnySkipped ? ' Untuk membuat yang dilewati, ganti jawaban di Ulangi.' : ''}`,
        ),
      ];
};

const stillHeld = ({ words, rows, situation: { now } }: Series): readonly Finding[] => {
  const held = rows.filter((row) => !isCalledOff(row) && !hasEnded(row, now));
  const name = nameIn(words);
  const days = held.flatMap((row) =>
    dayOfRow(row).map((day) => `${name(Temporal.PlainDate.from(day))} (${row.ticket})`),
  );
  return days.length === 0
    ? []
    : [
        about(
          `Yang batal hanya hari baris ini. Hari lainnya tetap berjalan: ${days.join('; ')}. Bila ikut batal, pilih Status Dibatalkan pada masing-masing barisnya.`,
        ),
      ];
};

/** More days than this are named by their numbers. */
const namedInFull = 12;

const nameIn = ({ others }: Repeats): ((day: Temporal.PlainDate) => string) =>
  others.length < namedInFull
    ? (day) => `${dayName(day)} ${plainDay(day)}`
    : (day) => `${day.day}/${day.month}/${day.year}`;

const about = (text: string): Finding => ({ kind: 'warning', field: headerOf('repeat'), text });
