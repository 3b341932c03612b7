/** Zoom's reports of who took part, as people put them into *Dokumentasi* beside the photos of an event. */

/** What a desk keeps of one report: nobody's name. */
export interface AttendanceReport {
  /** Digits. */
  readonly meetingId?: string;
  /** When the meeting ran, once for each order of day and month that its dates may have; none where it gives no time. */
  readonly times: readonly MeetingTimes[];
  /** Different people who were let in: two at once under one name may be one or two. */
  readonly people: { readonly least: number; readonly most: number };
}

/** Day and time as the account in Zoom shows them: "2026-11-23T09:02". */
export interface MeetingTimes {
  readonly start: string;
  readonly end: string;
}

/** The reports in each folder of *Dokumentasi*; `unseen` while the folders cannot be looked at. */
export type AttendanceSeen =
  | { readonly kind: 'unseen' }
  | {
      readonly kind: 'seen';
      readonly folders: readonly {
        readonly name: string;
        readonly reports: readonly AttendanceReport[];
      }[];
    };
