/**
 * Where each complaint stands (A.6): its number, until when it has to be closed, who handles it, and whether that is late.
 *
 * Suggestions have a number too, and neither a deadline nor anything to wait for.
 */
import { Temporal } from 'temporal-polyfill';
import type { Complaint, ComplaintKind, ComplaintNumber } from '../cases/desk.ts';
import type { Situation } from '../cases/situation.ts';
import { workingDayAfter } from '../clock/office-time.ts';

export interface TrackedComplaint {
  readonly complaint: Complaint;
  readonly number?: ComplaintNumber;
  readonly kind: ComplaintKind;
  /** By its time stamp, else the day on which it was first seen; absent before that. */
  readonly receivedOn?: Temporal.PlainDate;
  /** The last day on which it may be closed in time; absent for what is no complaint. */
  readonly dueOn?: Temporal.PlainDate;
  readonly handler?: string;
  /** `overdue` is open too. */
  readonly state: 'open' | 'overdue' | 'closed';
  /** Days since it came in, until today or until it was closed. */
  readonly daysOpen: number;
}

/** In the order of the tab. */
export const complaintsOf = (
  situation: Pick<Situation, 'desk' | 'today' | 'timeZone'>,
): readonly TrackedComplaint[] =>
  situation.desk.complaints.map((complaint) => trackedComplaint(complaint, situation));

/** *Pengaduan* and *pungutan* wait for an answer; suggestions do not. */
export const awaitsAnswer = ({ kind }: Pick<Complaint, 'kind'>): boolean =>
  kind === 'pengaduan' || kind === 'pungutan';

export const trackedComplaint = (
  complaint: Complaint,
  { desk, today, timeZone }: Pick<Situation, 'desk' | 'today' | 'timeZone'>,
): TrackedComplaint => {
  const { number, kind, handler, closed, at, seenAt } = complaint;
  const receivedOn = (at ?? seenAt)?.toZonedDateTimeISO(timeZone).toPlainDate();
  const dueOn =
    receivedOn && awaitsAnswer(complaint)
      ? workingDayAfter(receivedOn, desk.settings.complaintDays, desk)
      : undefined;
  const isLate = dueOn !== undefined && Temporal.PlainDate.compare(today, dueOn) > 0;
  const until = closed ?? today;
  return {
    complaint,
    kind,
    state: closed === undefined ? (isLate ? 'overdue' : 'open') : 'closed',
    daysOpen: receivedOn ? Math.max(0, receivedOn.until(until, { largestUnit: 'days' }).days) : 0,
    ...(number !== undefined && { number }),
    ...(receivedOn && { receivedOn }),
    ...(dueOn && { dueOn }),
    ...(handler !== undefined && { handler }),
  };
};
