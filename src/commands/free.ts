import { Temporal } from 'temporal-polyfill';
import { readConfig } from '../config.ts';
import { institutionOf } from '../core/cases/case-facts.ts';
import type { Case, Situation } from '../core/cases/situation.ts';
import { clockTime } from '../core/cases/wording.ts';
import { counted } from '../core/plan/counted.ts';
import { quoted } from '../core/plan/quoted-cell.ts';
import { noStaffFacts } from '../core/reading/read-held-row.ts';
import { readRow } from '../core/reading/read-row.ts';
import { beginningsOf, type FreeHours, freeHours } from '../core/rules/free-hours.ts';
import { openDesk } from '../service/open-desk.ts';
import { look } from '../service/pass/look.ts';
import type { Answer, Circumstances } from './answer.ts';

interface AskedHours {
  readonly day: Temporal.PlainDate;
  readonly minutes: number;
  readonly participants: number;
  readonly place?: string;
}

/** What is free on a day, and what is on then; writes nothing. */
export const free = async (
  { config: file, now, progress }: Circumstances,
  wish: AskedHours,
): Promise<Answer> => {
  const config = readConfig(file);
  const desk = await openDesk(config, { now, toWrite: false, progress });
  try {
    const seen = await look(desk, { now });
    if (seen.kind === 'misread') {
      const reasons = seen.refusals.map(({ text }) => `  ! ${text}`);
      return {
        text: ['Nothing can be said:', ...reasons].join('\n'),
        data: { refusals: seen.refusals },
        exit: 1,
      };
    }
    const { cases, situation } = seen;
    const schedules = beginningsOf(wish.day, { minutes: wish.minutes, situation });
    const hours = freeHours(anEvent(wish, situation), { cases, schedules, situation });
    const events = eventsOn(wish.day, cases);
    return {
      text: [
        askedLine(wish),
        ...dayOff(wish.day, situation),
        ...(hours.length === 0 ? ['The office is not open for that long.'] : table(hours)),
        '',
        ...(events.length === 0
          ? ['No event on that day yet.']
          : ['On that day:', ...events.map((each) => `  ${each}`)]),
      ].join('\n'),
      data: { day: wish.day.toString(), minutes: wish.minutes, hours: hours.map(asJson), events },
      exit: 0,
    };
  } finally {
    await desk.close();
  }
};

const askedLine = ({ day, minutes, participants, place }: AskedHours): string =>
  [
    `${weekdays[day.dayOfWeek - 1]} ${day}`,
    counted(minutes, 'minute'),
    ...(participants > 0 ? [counted(participants, 'participant')] : []),
    ...(place === undefined ? [] : [`in ${quoted(place)}`]),
  ].join(', ');

const weekdays = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;

/** An event of nobody's, to be asked about. */
const anEvent = ({ day, participants, place }: AskedHours, { timeZone, desk }: Situation): Case => {
  const { answers } = readRow(
    {
      startDay: day.toString(),
      startTime: '09.00',
      serviceKind: 'Link dan Operator',
      participants,
      place: place ?? '',
    },
    { timeZone, assumedEventMinutes: desk.settings.assumedEventMinutes },
  );
  return {
    ticket: 'yang ditanyakan',
    request: { row: 0, answers, staff: noStaffFacts, findings: [] },
    moments: [],
    handMade: {},
    previous: {},
    decided: {},
    findings: [],
  };
};

const dayOff = (day: Temporal.PlainDate, { desk }: Situation): readonly string[] => {
  const holiday = desk.holidays.get(day.toString());
  if (holiday !== undefined) return [`A day off: ${quoted(holiday.name)}.`];
  return day.dayOfWeek > 5 ? ['A day off: the weekend.'] : [];
};

/** Beginnings at which the same is free stand in one line. */
const table = (hours: readonly FreeHours[]): readonly string[] => {
  const lines: { readonly what: string; readonly begins: string[] }[] = [];
  for (const each of hours) {
    const what = whatIsFree(each);
    const [session] = each.schedule.sessions;
    const begin = session === undefined ? '' : clockTime(session.start);
    const last = lines.at(-1);
    if (last?.what === what) last.begins.push(begin);
    else lines.push({ what, begins: [begin] });
  }
  return lines.map(({ what, begins }) => {
    const [first = '', ...later] = begins;
    return `  ${later.length === 0 ? `beginning at ${first}` : `beginning from ${first} to ${later.at(-1)}`}: ${what}`;
  });
};

const whatIsFree = ({ leads, licences, equipment }: FreeHours): string => {
  const things = equipment.map(({ name, quantity }) =>
    quantity === undefined ? name : `${quantity} ${name}`,
  );
  return [
    named('officer', leads),
    named('licence', licences),
    things.length === 0 ? 'no equipment' : things.join(', '),
  ].join(' · ');
};

/** "2 officers (Andi, Budi)" */
const named = (noun: string, names: readonly string[]): string =>
  names.length === 0 ? `no ${noun}` : `${counted(names.length, noun)} (${names.join('; ')})`;

const asJson = ({ schedule, ...rest }: FreeHours): object => ({
  from: schedule.sessions[0]?.start.toInstant().toString(),
  until: schedule.sessions[0]?.end.toInstant().toString(),
  ...rest,
});

/** 09.00–11.00 VC-2026-0012 Dinas Contoh, "Diterima": without the topic. */
const eventsOn = (day: Temporal.PlainDate, cases: readonly Case[]): readonly string[] =>
  cases
    .flatMap((subject) =>
      (subject.request.answers.schedule?.sessions ?? [])
        .filter(({ start }) => start.toPlainDate().equals(day))
        .map(({ start, end }) => ({ subject, start, end })),
    )
    .sort((a, b) => Temporal.ZonedDateTime.compare(a.start, b.start))
    .map(({ subject, start, end }) =>
      [
        `${clockTime(start)}–${clockTime(end)} ${subject.ticket} ${institutionOf(subject)}`,
        ...(subject.decided.state ? [quoted(subject.decided.state.is)] : []),
      ].join(', '),
    );
