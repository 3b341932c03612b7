import type { Temporal } from 'temporal-polyfill';
import type { SeriesWords } from './series.ts';

/** Time zones of Indonesia as people write them. The office's unless said. */
export type Zone = 'WIB' | 'WITA' | 'WIT';
export type ServiceKind = 'link' | 'link-and-operator' | 'operator';
export type Sensitivity = 'biasa' | 'terbatas' | 'rahasia';
export type NetworkState = 'siap' | 'tidak siap' | 'tidak perlu';

/** One stretch in which an event takes place; an event of three days has three. */
export interface Session {
  readonly start: Temporal.ZonedDateTime;
  /** The typed end, or start + the assumed length when the end is open. Always after `start`. */
  readonly end: Temporal.ZonedDateTime;
}

/** When an event takes place, in the office's time zone. */
export interface Schedule {
  readonly startDay: Temporal.PlainDate;
  readonly endDay: Temporal.PlainDate;
  /** One a day, in order; at least one. */
  readonly sessions: readonly Session[];
  /** "selesai": the end is assumed for conflicts and printed as "selesai". */
  readonly openEnd: boolean;
  /** The zone in which the requester thinks; times above are already in the office's. */
  readonly zone: Zone;
}

/** A quantity of one facility that the requester asked for. */
export interface EquipmentWish {
  /** One of `facilityNames`, or what was typed when none fits. */
  readonly name: string;
  readonly quantity: number;
  readonly known: boolean;
}

/**
 * A yes/no/moment that staff put into *Dikonfirmasi*. An hour alone ("08.05") is one of the day on which it was first
 * seen, if anything; a day alone has no hour.
 */
export type Confirmation =
  | { readonly kind: 'none' }
  | { readonly kind: 'ticked' }
  | { readonly kind: 'hour'; readonly time: Temporal.PlainTime; readonly timeZone: string }
  | { readonly kind: 'day'; readonly day: Temporal.PlainDate; readonly timeZone: string }
  | { readonly kind: 'at'; readonly at: Temporal.Instant };

/** What the requester said about recording and what became of it (A.2.8). */
export type RecordingResult =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'not-recorded' }
  | { readonly kind: 'link'; readonly link: string }
  | { readonly kind: 'withheld'; readonly why: string };

/** A person with a position, as in "Drs. H. Abdul Karim, M.Si. (Asisten I)". */
export interface Official {
  readonly name: string;
  readonly position?: string;
  /** Who stood in: "diwakili oleh …". */
  readonly representedBy?: string;
}

/**
 * What stands in *Diperiksa* / *Disetujui*: somebody's name and day, or why the document is sent back. Other words in the
 * cell are another act, whatever they mean; `typed` tells them apart.
 */
export type SignOff = Signature | SentBack;

export interface Signature {
  readonly kind: 'signed';
  readonly name: string;
  readonly day?: Temporal.PlainDate;
  readonly typed: string;
}

export interface SentBack {
  readonly kind: 'sent-back';
  /** "tambah foto", as typed. */
  readonly what: string;
  readonly typed: string;
}

/** The answers of the form, read. A part that could not be read is absent and has a defect. */
export interface Answers {
  readonly submittedAt?: Temporal.Instant;
  readonly email?: string;
  readonly requesterName?: string;
  readonly requesterPosition?: string;
  /** Digits as typed, spaces removed; a length other than 18 is warned about, never refused. */
  readonly requesterNip?: string;
  /** As typed, trimmed. */
  readonly institution?: string;
  /** The canonical name when the spelling is known. */
  readonly institutionCanonical?: string;
  /** 62…, digits only. */
  readonly phone?: string;
  readonly event?: string;
  readonly plannedLeader?: Official;
  readonly schedule?: Schedule;
  /** The same on the first day of an event that comes again, while nobody has accepted its days. */
  readonly offeredSchedule?: Schedule;
  /** Of what an old ledger tells without an hour, so that there is no schedule: the day alone. */
  readonly day?: Temporal.PlainDate;
  readonly place?: string;
  readonly placeContact?: string;
  /** Another office hosts the meeting: no licence of ours is needed. */
  readonly hostedElsewhere: boolean;
  readonly hostLink?: string;
  readonly serviceKind?: ServiceKind;
  readonly platform: string;
  readonly participants?: number;
  readonly equipment: readonly EquipmentWish[];
  readonly recording: boolean;
  readonly streaming: boolean;
  readonly sensitivity: Sensitivity;
  readonly letterNumber?: string;
  readonly letterDay?: Temporal.PlainDate;
  readonly letterFile?: string;
  readonly notes?: string;
}

/** What staff wrote beside the answers, read. */
export interface StaffFacts {
  readonly networkOfficers: readonly string[];
  readonly shortageMet: boolean;
  readonly coordination?: string;
  readonly waitingForRequester: boolean;
  readonly network?: NetworkState;
  readonly placeChecked: boolean;
  readonly equipmentOnSite: boolean;
  readonly systemTested: boolean;
  readonly participantsConfigured: boolean;
  readonly platformSet: boolean;
  readonly contentReady: boolean;
  readonly meetingId?: string;
  readonly meetingLink?: string;
  readonly confirmed: Confirmation;
  readonly actualStart?: Temporal.PlainTime;
  readonly actualEnd?: Temporal.PlainTime;
  readonly attended?: number;
  readonly actualLeader?: Official;
  readonly incidents?: boolean;
  readonly recordingResult: RecordingResult;
  readonly reason?: string;
  readonly checkedBy?: SignOff;
  readonly approvedBy?: SignOff;
  /** Where the signed scan lies, or its paper in the e-office. */
  readonly signedReport?: string;
  /** Of the duty letter, as the e-office gave it. */
  readonly dutyLetterNumber?: string;
  /** Absent where the row did not come from an old ledger. */
  readonly imported?: Imported;
  /** Absent where the event comes once. */
  readonly series?: SeriesWords;
}

/** A row that came from an old ledger; `archive`: its event was over by then, and nothing is to be done about it. */
export interface Imported {
  readonly kind: 'archive' | 'upcoming';
  /** What the old ledger left unclear and nobody has settled yet. */
  readonly questions: readonly Pick<Finding, 'field' | 'text'>[];
}

/**
 * Something about the row that a person should know or mend, in the staff's words.
 *
 * `defect`: a required answer is missing or unreadable; the request is not complete until it is mended.
 * `question`: the reading is unsure; we ask and do not guess. Also keeps the request incomplete.
 * `warning`: usable, but look at it.
 */
export interface Finding {
  readonly kind: 'defect' | 'question' | 'warning';
  /** The header of the column it is about, as in `core/columns/`; absent when it is about the whole row. */
  readonly field?: string;
  /** What is wrong and what to do, one or two sentences of Bahasa Indonesia. */
  readonly text: string;
}

/** One row of Permohonan, read. */
export interface Request {
  /** Row number in the sheet when we looked; for messages only, never an identity. */
  readonly row: number;
  readonly answers: Answers;
  readonly staff: StaffFacts;
  readonly findings: readonly Finding[];
}
