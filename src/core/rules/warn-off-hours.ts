/**
 * Says when an event falls on a holiday, a week-end or outside the hours of the office, while it is still to come.
 *
 * Nothing is refused: such events are served like others. Somebody has to open the room and to be free, so it is
 * said. The service clock counts them as its setting says.
 */
import { Temporal } from 'temporal-polyfill';
import { hasStarted, isCalledOff } from '../cases/case-facts.ts';
import type { Desk } from '../cases/desk.ts';
import type { Ticket } from '../cases/ledger-state.ts';
import type { Finding, Schedule, Session } from '../cases/request.ts';
import type { Judgement, Rule } from '../cases/situation.ts';
import { clockTime, firstOf, list, longDay } from '../cases/wording.ts';
import { closesAt } from '../clock/office-time.ts';
import { headerOf } from '../columns/request-tab.ts';

export const warnOffHours: Rule = (cases, { desk, now }) =>
  new Map(
    cases.flatMap((subject): (readonly [Ticket, Judgement])[] => {
      const { schedule } = subject.request.answers;
      if (schedule === undefined || isCalledOff(subject) || hasStarted(subject, now)) return [];
      const findings = [...daysOff(schedule, desk), ...outsideHours(schedule, desk)];
      return findings.length === 0 ? [] : [[subject.ticket, { findings }]];
    }),
  );

const namedAtMost = 3;

const daysOff = ({ sessions }: Schedule, { holidays }: Desk): readonly Finding[] => {
  const days = sessions.flatMap(({ start }) => {
    const day = start.toPlainDate();
    const holiday = holidays.get(day.toString());
    if (holiday !== undefined) return [`${longDay(day)} (${nameOf(holiday)})`];
    return day.dayOfWeek > friday ? [`${longDay(day)} (akhir pekan)`] : [];
  });
  if (days.length === 0) return [];
  const named = firstOf(days, namedAtMost, (more) => `${more} hari lain`);
  return [
    warning(
      headerOf('startDay'),
      `Kegiatan jatuh di luar hari kerja: ${list(named)}. Pastikan lokasi dibuka dan petugas dapat bertugas.`,
    ),
  ];
};

const friday = 5;

const nameOf = ({ name, kind }: { readonly name: string; readonly kind: string }): string =>
  name.toLowerCase().includes(kind.toLowerCase()) ? name : `${name}, ${kind}`;

/** On working days; a day off is said as such. */
const outsideHours = ({ sessions, openEnd }: Schedule, { settings, holidays }: Desk) => {
  const { officeHours } = settings;
  const { start } = officeHours;
  const isOutside = (session: Session): boolean => {
    const day = session.start.toPlainDate();
    if (day.dayOfWeek > friday || holidays.has(day.toString())) return false;
    const closes = closesAt(day, officeHours);
    const isPast = (time: Temporal.PlainTime) => Temporal.PlainTime.compare(time, closes) > 0;
    const from = session.start.toPlainTime();
    const isOvernight = !session.end.toPlainDate().equals(day);
    return (
      Temporal.PlainTime.compare(from, start) < 0 ||
      Temporal.PlainTime.compare(from, closes) >= 0 ||
      (!openEnd && (isOvernight || isPast(session.end.toPlainTime())))
    );
  };
  const session = sessions.find(isOutside);
  if (session === undefined) return [];
  const closes = closesAt(session.start, officeHours);
  const until = openEnd ? 'selesai' : clockTime(session.end);
  return [
    warning(
      headerOf('startTime'),
      `Kegiatan pukul ${clockTime(session.start)}–${until} di luar jam kerja (${clockTime(start)}–${clockTime(closes)}). Pastikan lokasi dibuka dan petugas dapat bertugas.`,
    ),
  ];
};

const warning = (field: string, text: string): Finding => ({ kind: 'warning', field, text });
