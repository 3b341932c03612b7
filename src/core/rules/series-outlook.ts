/** What the other days of an event that comes again would have: asked of the rules that assign, with everybody else where they are. */
import { Temporal } from 'temporal-polyfill';
import type { Schedule } from '../cases/request.ts';
import type { Case, Lacking, Situation } from '../cases/situation.ts';
import { askedBeside, eventsNear, provisionAt } from './at-other-hours.ts';

export interface DayOutlook {
  readonly day: Temporal.PlainDate;
  readonly isPast: boolean;
  /** Its name. */
  readonly holiday?: string;
  /** What would be short, in words; none where everything is there. */
  readonly clashes: readonly string[];
}

export const seriesOutlook = (
  days: readonly Temporal.PlainDate[],
  {
    subject,
    cases,
    situation,
  }: {
    readonly subject: Case;
    readonly cases: readonly Case[];
    readonly situation: Situation;
  },
): readonly DayOutlook[] => {
  const { answers } = subject.request;
  const schedule = answers.schedule ?? answers.offeredSchedule;
  const asked = askedOf(subject);
  const alone =
    schedule && days.length > 0
      ? provisionAt(schedule, askedBeside([], { subject: asked, situation })).lack
      : undefined;
  return days.map((day) => {
    const isPast = Temporal.PlainDate.compare(day, situation.today) < 0;
    const holiday = situation.desk.holidays.get(day.toString())?.name;
    if (schedule === undefined || alone === undefined || isPast)
      return { day, isPast, ...(holiday !== undefined && { holiday }), clashes: [] };
    const there = onDay(schedule, day);
    const near = eventsNear(subject, cases, {
      schedule: there,
      situation,
    });
    const { lack } = provisionAt(there, askedBeside(near, { subject: asked, situation }));
    return {
      day,
      isPast,
      ...(holiday !== undefined && { holiday }),
      clashes: clashWords(lack, alone),
    };
  });
};

/** As if its days were accepted, and with nobody chosen by hand: that was for its own day. */
const askedOf = (subject: Case): Case => ({
  ...subject,
  handMade: {},
  request: {
    ...subject.request,
    findings: subject.request.findings.filter(({ kind }) => kind === 'warning'),
  },
});

/** The same hours, so many days later. */
export const onDay = (schedule: Schedule, day: Temporal.PlainDate): Schedule => {
  const { days } = schedule.startDay.until(day, { largestUnit: 'days' });
  return {
    ...schedule,
    startDay: day,
    endDay: schedule.endDay.add({ days }),
    sessions: schedule.sessions.map(({ start, end }) => ({
      start: start.add({ days }),
      end: end.add({ days }),
    })),
  };
};

/** What it would lack on its own day with nobody else about is lacking on any: no clash. */
const clashWords = (lack: Lacking, alone: Lacking): readonly string[] => [
  ...(lack.lead && !alone.lead ? ['petugas tidak tersedia'] : []),
  ...(lack.licence && !alone.licence ? ['akun Zoom tidak tersedia'] : []),
  ...(lack.pieces > alone.pieces ? [`${lack.pieces - alone.pieces} alat kurang`] : []),
];
