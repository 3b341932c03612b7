/** The service time runs out today and the request is not answered: told to whoever can answer, before it is too late (A.3). */
import { Temporal } from 'temporal-polyfill';
import { findByName } from '../../assignment/names.ts';
import { workingDayBefore } from '../../assignment/settles-at.ts';
import { isAwaitingAnswer } from '../../cases/case-facts.ts';
import { casesThat } from '../../cases/cases-that.ts';
import type { Officer } from '../../cases/desk.ts';
import type { Case, Situation } from '../../cases/situation.ts';
import { isWorkingDay } from '../../clock/office-time.ts';
import { isBefore, later } from '../../clock/spans.ts';
import { momentWords, officeWords, requestWords, scheduleWords } from '../event-words.ts';
import type { MessageKind, MessageLook, WantedMessage } from '../message-kind.ts';
import { isReachable, officerRecipient } from '../recipients.ts';
import { sampleEventWords } from '../samples.ts';

export const deadline: MessageKind = {
  key: 'deadline',
  title: 'Tenggat layanan',
  audience: 'officer',
  template: 'tenggat.txt',
  isUrgent: true,
  mustPrint: ['tiket', 'tenggat'],
  sample: {
    ...sampleEventWords,
    tenggat: 'Selasa, 17 November 2026 pukul 09.00 WITA',
    status: 'Diterima',
  },
  wants: (look) =>
    casesThat(isAwaitingAnswer, look.cases, look.situation).flatMap((subject) =>
      deadlineOf(subject, look),
    ),
};

const deadlineOf = (subject: Case, { situation, since }: MessageLook): readonly WantedMessage[] => {
  const { clock, state } = subject.decided;
  const due = clock?.kind === 'running' ? clock.dueAt : undefined;
  if (due === undefined || clock?.startedAt === undefined) return [];
  if (isBefore(due, since) || !isBefore(situation.now, due)) return [];
  const notBefore = later(warningTime(due, situation), clock.startedAt);
  if (isBefore(situation.now, notBefore.subtract({ hours: plannedHours }))) return [];
  const view = {
    ...officeWords(situation),
    ...requestWords(subject),
    ...scheduleWords(subject),
    tenggat: momentWords(due.toZonedDateTimeISO(situation.timeZone)),
    status: state?.is ?? '',
  };
  const people = inCharge(subject, situation).map(officerRecipient).filter(isReachable);
  return people.map((to) => ({
    ticket: subject.ticket,
    to,
    view,
    facts: { tenggat: due.toString() },
    notBefore,
    notAfter: due,
    because: 'tenggat layanan hari ini',
  }));
};

/** Planned no earlier: most requests are answered by then, and Pesan would fill with what was withdrawn. */
const plannedHours = 1;

/** In the morning of that day; of what runs out before the office has had an hour, in the afternoon of the working day before. */
const warningTime = (due: Temporal.Instant, situation: Situation): Temporal.Instant => {
  const { desk, timeZone } = situation;
  const local = due.toZonedDateTimeISO(timeZone);
  const day = local.toPlainDate();
  const at = (on: Temporal.PlainDate, plainTime: Temporal.PlainTime) =>
    on.toZonedDateTime({ timeZone, plainTime }).toInstant();
  const morning = at(day, desk.settings.officeHours.start);
  return isWorkingDay(day, desk) && isBefore(morning.add({ hours: 1 }), due)
    ? morning
    : at(workingDayBefore(day, 1, desk), afternoon);
};

const afternoon = new Temporal.PlainTime(13, 30);

/** The lead officer; before there is one the team lead, and where the register does not know him, the team. */
const inCharge = ({ decided }: Case, { desk }: Situation): readonly Officer[] => {
  const lead = decided.officers?.people.find(({ role }) => role === 'lead');
  const known = (name: string | undefined): Officer | undefined =>
    name === undefined || name === '' ? undefined : findByName(name, desk.officers);
  const one = known(lead?.name) ?? known(desk.settings.teamLead.name);
  return one ? [one] : desk.officers.filter(({ team, active }) => active && team === 'Persandian');
};
