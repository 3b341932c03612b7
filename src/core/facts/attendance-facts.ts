/**
 * What Zoom's participant reports say of an event: when it began and ended, and how many took part.
 *
 * A report counts only where it can be the event's: of its meeting, of its day, begun near its hour. An account whose
 * clock stands in another zone is an hour off or more, and is asked about.
 */
import { Temporal } from 'temporal-polyfill';
import type { AttendanceReport, MeetingTimes } from '../cases/attendance.ts';
import type { Answers, StaffFacts } from '../cases/request.ts';
import { clockTime, list, number, plainDay } from '../cases/wording.ts';
import { present } from '../reading/present.ts';

export interface AttendanceFacts {
  readonly opened?: Temporal.PlainTime;
  readonly closed?: Temporal.PlainTime;
  readonly people?: AttendanceReport['people'];
  /** Why a report says nothing, as the rest of a sentence that begins with "laporan peserta Zoom". */
  readonly doubts: readonly AttendanceDoubt[];
}

export interface AttendanceDoubt {
  readonly about: 'actualStart' | 'attended';
  readonly text: string;
}

interface EventPlanned {
  readonly schedule: Answers['schedule'];
  readonly staff: Pick<StaffFacts, 'meetingId' | 'meetingLink'>;
}

/** A room is opened before its event, and events begin late; more is another hour. */
const mostMinutesOff = 45;

export const attendanceFacts = (
  reports: readonly AttendanceReport[],
  planned: EventPlanned,
): AttendanceFacts => {
  const ids = meetingIdsOf(planned.staff);
  const ofMeeting = reports.filter(
    ({ meetingId }) => meetingId === undefined || ids.length === 0 || ids.includes(meetingId),
  );
  const doubts: AttendanceDoubt[] = [];
  if (ofMeeting.length < reports.length)
    doubts.push({
      about: 'attended',
      text: 'berasal dari rapat dengan ID lain daripada ID Rapat baris ini. Periksa berkasnya.',
    });
  const placed = ofMeeting.map((report) => placedOn(report, planned));
  doubts.push(
    ...placed.flatMap(({ doubt }): AttendanceDoubt[] =>
      doubt === undefined ? [] : [{ about: 'attended', text: doubt }],
    ),
  );
  const usable = placed.filter(({ doubt }) => doubt === undefined);
  const hours = hoursOf(
    usable.flatMap(({ times }) => times ?? []),
    planned,
  );
  const [only, ...more] = usable;
  if (more.length > 0)
    doubts.push({
      about: 'attended',
      text: `ada ${usable.length}, dan peserta yang sama dapat tercatat di lebih dari satu. Isi jumlahnya.`,
    });
  return {
    ...('doubt' in hours ? {} : hours),
    ...present({
      people:
        more.length === 0 && only && only.report.people.most > 0 ? only.report.people : undefined,
    }),
    doubts: [
      ...doubts,
      ...('doubt' in hours ? [{ about: 'actualStart' as const, text: hours.doubt }] : []),
    ],
  };
};

/** Of the cells ID Rapat and Tautan Rapat: "812 3456 7890", ".../j/81234567890". */
const meetingIdsOf = ({
  meetingId = '',
  meetingLink = '',
}: EventPlanned['staff']): readonly string[] =>
  [meetingId.replaceAll(/\D/g, ''), /\/j\/(\d+)/.exec(meetingLink)?.[1] ?? ''].filter(
    (id) => id.length >= 9,
  );

interface PlacedReport {
  readonly report: AttendanceReport;
  readonly times?: MeetingTimes;
  readonly doubt?: string;
}

/** In the order of day and month that falls on a day of the event. */
const placedOn = (report: AttendanceReport, { schedule }: EventPlanned): PlacedReport => {
  const { times } = report;
  const [first] = times;
  if (first === undefined) return { report };
  const fitting =
    schedule === undefined
      ? times
      : times.filter(({ start }) => {
          const day = Temporal.PlainDate.from(start.slice(0, 10));
          return (
            Temporal.PlainDate.compare(schedule.startDay, day) <= 0 &&
            Temporal.PlainDate.compare(day, schedule.endDay) <= 0
          );
        });
  const [one, ...others] = fitting;
  const days = list(
    [...new Set((fitting.length > 0 ? fitting : times).map(({ start }) => start.slice(0, 10)))].map(
      (day) => plainDay(Temporal.PlainDate.from(day)),
    ),
  );
  if (one === undefined)
    return { report, doubt: `bertanggal ${days}, bukan hari kegiatan. Periksa berkasnya.` };
  return others.length > 0
    ? { report, doubt: `tanggalnya dapat berarti ${days}. Isi sendiri waktu dan jumlahnya.` }
    : { report, times: one };
};

type MeetingHours = Pick<AttendanceFacts, 'opened' | 'closed'> | { readonly doubt: string };

/** From the first opening to the last end. Of an event of several days no hour is the one that is asked for. */
const hoursOf = (times: readonly MeetingTimes[], { schedule }: EventPlanned): MeetingHours => {
  const at = (moment: string): Temporal.PlainDateTime => Temporal.PlainDateTime.from(moment);
  const opened = times.map(({ start }) => at(start)).sort(Temporal.PlainDateTime.compare)[0];
  const closed = times
    .map(({ end }) => at(end))
    .sort(Temporal.PlainDateTime.compare)
    .at(-1);
  const [session, ...more] = schedule?.sessions ?? [];
  if (opened === undefined || closed === undefined || session === undefined || more.length > 0)
    return {};
  const planned = session.start.toPlainDateTime();
  const off = Math.abs(planned.until(opened).total('minutes'));
  if (off > mostMinutesOff)
    return {
      doubt: `menyebut rapat dibuka pukul ${clockTime(opened)}, padahal jadwalnya pukul ${clockTime(planned)}. Isi jam mulai dan selesai yang benar.`,
    };
  return { opened: opened.toPlainTime(), closed: closed.toPlainTime() };
};

/** "41 sampai 43 orang" */
export const peopleWords = ({ least, most }: AttendanceReport['people']): string =>
  least === most ? `${number(most)} orang` : `${number(least)} sampai ${number(most)} orang`;
