import type { Temporal } from 'temporal-polyfill';
import type { Cell } from '../sheet/snapshot.ts';
import type { Desk, FactField } from './desk.ts';
import type { Moment, Ticket } from './ledger-state.ts';
import type { MoveAnswer } from './moves.ts';
import type { FiledPhoto, LeftPhoto, PhotosSeen } from './photos.ts';
import type { Finding, Request, Schedule } from './request.ts';
import type { SeriesDecision, SeriesMemory } from './series.ts';
import type { State } from './state.ts';

/** What rules may look at besides the cases themselves. */
export interface Situation {
  readonly now: Temporal.Instant;
  /** The office's time zone, one of `officeTimeZones`. */
  readonly timeZone: string;
  readonly today: Temporal.PlainDate;
  readonly desk: Desk;
  /** Absent where the desk's store shows no files that people made. */
  readonly photos?: PhotosSeen;
  /** What earlier passes made of the same; absent where nothing is remembered. Nothing is decided otherwise for it. */
  readonly remembered?: Remembered;
}

/** What passes made of single things (`remembered.ts`). */
export interface Remembered {
  /**
   * What was kept under this name before where it says the same; else what is given, and that is kept.
   *
   * @param sharing What is kept then instead, made of what was and what is given: it says the same as the latter.
   */
  same<T>(name: string, given: T, sharing?: (before: T, given: T) => T): T;
  recall<T>(what: Recalled, around: Situation, make: (around: Situation) => T): T;
}

export interface Recalled {
  /** Stands for what is made. */
  readonly by: object;
  /** Of which it is made; what belongs to no object has a name. */
  readonly of: object | string;
  /** Besides, something that everything of the kind is made from: kept under a name of its own, it is the very same or another. */
  readonly within?: object;
  /** All else that it is made from. */
  readonly from?: readonly unknown[];
  /** The same of what is so long that only the very same counts as the same. */
  readonly very?: readonly unknown[];
}

/** What a person put into a shared column; absent where the column is empty or still ours. */
export interface HandMade {
  readonly state?: State;
  /** *Dijadwalkan Ulang*, carried out: it still stands in the cell and holds no more, so the cell is ours again. */
  readonly carriedOut?: State;
  readonly officers?: readonly string[];
  /** The licence's name as typed. */
  readonly licence?: string;
  readonly reserved?: readonly Quantity[];
}

/** What stands in a cell of the staff until they change it, and who says so. */
export interface Proposal {
  readonly cell: Cell;
  readonly because: string;
  /** In which the office finds it: "Setelah Kegiatan", or a file's name. */
  readonly source: string;
}

export type Proposals = Partial<Readonly<Record<FactField, Proposal>>>;

/** The columns of ours of which rules ask what they held before. */
export type PreviousField = 'state' | 'remarks' | 'officers' | 'licence' | 'reserved' | 'shortage';

/** One request with its ticket and its history: what the rules decide about. */
export interface Case {
  readonly ticket: Ticket;
  readonly request: Request;
  /** Oldest first, including those this pass has just observed. */
  readonly moments: readonly Moment[];
  readonly handMade: HandMade;
  /** The later request as which this event goes on; `handMade` says *Dijadwalkan Ulang* then. */
  readonly movedTo?: Ticket;
  /** What became of "geser" in its *Alasan*; absent where that says nothing of the kind. */
  readonly moveAnswer?: MoveAnswer;
  /** What became of its other days; absent where the ledger knows of none. */
  readonly series?: SeriesMemory;
  /** What our columns held after the last pass, ours or a person's; absent before the first. */
  readonly previous: Partial<Readonly<Record<PreviousField, Cell>>>;
  /** Left alone because it cannot be told apart from another row, say. Rules still count its people and things as busy. */
  readonly decided: Decided;
  /** What others told of the event; absent where nobody did. `request` holds it already where staff left it to us. */
  readonly proposals?: Proposals;
  /** Somebody who was there wants the recording. */
  readonly isRecordingWished?: boolean;
  /** Request findings and everything that rules added, in the order of the rules. */
  readonly findings: readonly Finding[];
  /** Where the program itself failed over this case; absent where it did not. */
  readonly failures?: readonly Failure[];
}

/**
 * An error of the program, caught so that the neighbours go on.
 *
 * `reading` a column's text could not be worked with · `rule` a rule fails over this row: both leave the row's cells as
 * they stand · `whole-rule` a rule fails whatever rows there are: what it decides stands as before in every row.
 */
export type Failure =
  | { readonly kind: 'reading'; readonly headers: readonly string[]; readonly code: string }
  | { readonly kind: 'rule' | 'whole-rule'; readonly rule: string; readonly code: string };

/** Who goes; `provisional` people may still change until they settle (`settles-at.ts`). */
export interface OfficerAssignment {
  readonly kind: 'assigned' | 'unassigned' | 'not-needed';
  /** Lead first. */
  readonly people: readonly {
    readonly name: string;
    readonly role: 'lead' | 'network' | 'support';
    readonly provisional: boolean;
  }[];
  /** It is led, and somebody for the network on site is wanted whom the office has and who cannot go. */
  readonly lacksNetwork?: true;
  readonly because: string;
}

export interface LicenceAllocation {
  readonly kind: 'allocated' | 'short' | 'not-needed';
  readonly name?: string;
  readonly because: string;
}

/** So many of one thing. */
export interface Quantity {
  readonly name: string;
  readonly quantity: number;
}

export interface EquipmentAllocation {
  readonly reserved: readonly Quantity[];
  readonly shortage: readonly (Quantity & { readonly why: string })[];
  /** Wished, and neither reserved nor short: nobody has counted how many there are. Absent where all is known. */
  readonly uncounted?: readonly Quantity[];
}

/** What an event would have if it were held at these hours. */
export interface OtherHours {
  readonly schedule: Schedule;
  /** People who would go; none where nobody could lead it, or nobody is needed. */
  readonly officers: number;
  readonly licence?: string;
  readonly reserved: readonly Quantity[];
  /** Things that would be short even then. */
  readonly shortage: readonly Quantity[];
  readonly lack: Lacking;
}

/** How much an event lacks. */
export interface Lacking {
  readonly lead: boolean;
  readonly licence: boolean;
  /** Somebody for the network on site. */
  readonly network: boolean;
  /** Pieces of equipment. */
  readonly pieces: number;
}

/** The service clock of one case, explained. */
export interface ClockReading {
  readonly kind: 'not-started' | 'running' | 'paused' | 'met' | 'missed' | 'no-figure';
  /**
   * Why there is no figure, or `urgent` when the event comes sooner than the service time; `lapsed` when the answer
   * to an earlier schedule was overdue.
   */
  readonly flags: readonly ('late-entry' | 'urgent' | 'cancelled' | 'overdue' | 'lapsed')[];
  readonly dueAt?: Temporal.Instant;
  /** When the answer to the earliest schedule that was not answered in time had been due. */
  readonly lapsedAt?: Temporal.Instant;
  readonly startedAt?: Temporal.Instant;
  readonly stoppedAt?: Temporal.Instant;
  /** Wall-clock minutes without pauses, once stopped. */
  readonly wallMinutes?: number;
  readonly workingMinutes?: number;
  readonly pausedMinutes?: number;
  /** What *Waktu Layanan* shows: "6 j 30 m (terpenuhi)". Never counts with the clock. */
  readonly shown: string;
  /** One sentence: "Diterima lengkap Sen 23/11 09.10; dikonfirmasi 15.40; 6 j 30 m dari 24 j." */
  readonly sentence: string;
}

/** Facts of A.2.8 that the report lacks. */
export interface ReportFacts {
  readonly complete: boolean;
  /** Waived with a reason by staff. */
  readonly waived: boolean;
  readonly missing: readonly {
    readonly header: string;
    readonly what: string;
    /** The cell has something in it that does not do. */
    readonly filled?: true;
  }[];
}

/** Photos for the report; `unseen` while nobody can say which there are, so that no report is made without them. */
export type ReportPhotos =
  | { readonly kind: 'unseen' }
  | {
      readonly kind: 'seen';
      /** In the order in which they are printed. */
      readonly printed: readonly FiledPhoto[];
      readonly left: readonly LeftPhoto[];
      /** So many files lie there and are not printed because of the event's sensitivity. */
      readonly withheld: number;
      /** The report can still be made better by photos, and has none. */
      readonly isAsked: boolean;
      readonly hasFolder: boolean;
    };

/** How far the topic, link and recording of an event may travel (clause I). */
export interface Disclosure {
  /** Topic as it may be printed in recaps, overviews and messages. */
  readonly publicTopic: string;
  readonly mayPrintLink: boolean;
  readonly mayPrintRecording: boolean;
}

/** Something that the event and another one held at one moment. */
export interface DoubleBooking {
  readonly ticket: Ticket;
  /** Header of the column that names it. */
  readonly field: string;
}

/** The state of a case, and what speaks for it. */
export interface SettledState {
  readonly is: State;
  readonly because: string;
}

/** What the rules have settled so far, each part by the rule that owns it. */
export interface Decided {
  readonly duplicates?: readonly Ticket[];
  /** Earlier requests that lacked something, and of which this is the same form filed again. */
  readonly refiled?: readonly Ticket[];
  readonly disclosure?: Disclosure;
  readonly officers?: OfficerAssignment;
  readonly licence?: LicenceAllocation;
  readonly equipment?: EquipmentAllocation;
  /** At which it would lack less, the nearest first; absent where no hour of its day is better. */
  readonly otherHours?: readonly OtherHours[];
  readonly doubleBookings?: readonly DoubleBooking[];
  readonly clock?: ClockReading;
  readonly reportFacts?: ReportFacts;
  readonly photos?: ReportPhotos;
  readonly state?: SettledState;
  /** Days of an event that comes again; absent where nothing is to be done about them. */
  readonly series?: SeriesDecision;
}

/** What one rule adds to one case. */
export interface Judgement {
  readonly decided?: Decided;
  readonly findings?: readonly Finding[];
}

/**
 * One policy. It sees every case as the rules before it left them, and answers for those it has something to
 * say about. Equal input gives equal output; the order of the cases does not matter.
 */
export type Rule = (cases: readonly Case[], situation: Situation) => ReadonlyMap<Ticket, Judgement>;
