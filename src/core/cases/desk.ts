import type { Temporal } from 'temporal-polyfill';
import type { Cell } from '../sheet/snapshot.ts';
import type { SignOff } from './request.ts';

/** The registers of one desk, read from the workbook's other tabs. */
export interface Desk {
  readonly officers: readonly Officer[];
  readonly equipment: readonly EquipmentItem[];
  readonly licences: readonly Licence[];
  readonly handOuts: readonly HandOut[];
  readonly incidents: readonly Incident[];
  readonly complaints: readonly Complaint[];
  readonly surveys: readonly Survey[];
  readonly afterEvents: readonly AfterEvent[];
  readonly actions: readonly ImprovementAction[];
  readonly holidays: ReadonlyMap<string, Holiday>;
  readonly legalBasis: readonly string[];
  /** What stands beside recaps and evaluations, by their name. */
  readonly periodic: ReadonlyMap<string, PeriodicRow>;
  readonly settings: OfficeSettings;
  /** What is wrong in these tabs, in the staff's words, with tab and row. */
  readonly problems: readonly DeskProblem[];
}

/** The row of a recap or an evaluation in the tab Dokumen Berkala. */
export interface PeriodicRow {
  /** From 1. */
  readonly row: number;
  readonly marks: { readonly checked?: SignOff; readonly approved?: SignOff };
}

/** Who may check and approve documents; nobody named means anybody. */
export interface Signers {
  readonly checked: readonly string[];
  readonly approved: readonly string[];
}

export interface DeskProblem {
  readonly tab: string;
  readonly row?: number;
  readonly text: string;
}

export type Competence = 'network' | 'information-security' | 'video-conference' | 'computer';
export type Team = 'Persandian' | 'Jaringan';

export interface Leave {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
}

export interface Officer {
  readonly name: string;
  readonly nip?: string;
  /** Staff wrote that there is none: "Non ASN", "-". */
  readonly withoutNip?: true;
  readonly rank?: string;
  readonly position?: string;
  /** 62…, digits only. */
  readonly phone?: string;
  readonly email?: string;
  readonly team: Team;
  readonly competences: readonly Competence[];
  readonly active: boolean;
  readonly leave: readonly Leave[];
}

export interface EquipmentItem {
  readonly name: string;
  /** One of `facilityNames`; the item's own name when it is none of them. */
  readonly kind: string;
  /** Absent where nobody has counted; 0 is a count. */
  readonly quantity?: number;
  /** What stands in the place of a count and is none, as typed: "3 (1 rusak)". */
  readonly unreadQuantity?: string;
  /** Only items in good or lightly damaged condition can be handed out. */
  readonly usable: boolean;
  readonly condition: string;
  readonly standard?: string;
}

/** Pieces of equipment that left the office: a row of Serah Terima Alat. */
export interface HandOut {
  /** From 1; absent where no sheet was read. */
  readonly row?: number;
  /** As typed. */
  readonly item: string;
  /** What it counts as in Peralatan; absent where that is not known. */
  readonly kind?: string;
  /** At least 1. */
  readonly quantity: number;
  /** As typed, until `file-entries.ts` has said which it is; absent then where no event is known. */
  readonly ticket?: string;
  readonly to?: string;
  readonly at?: Temporal.Instant;
  /** When it is to come back. */
  readonly due?: Temporal.Instant;
  readonly back:
    | { readonly kind: 'out' }
    | { readonly kind: 'returned'; readonly at?: Temporal.Instant };
}

export interface Licence {
  readonly name: string;
  readonly capacity: number;
  /** So many meetings it hosts at one time; at least 1. */
  readonly meetings: number;
  readonly active: boolean;
}

export type IncidentKind = 'koneksi' | 'login' | 'perangkat' | 'lainnya';

export interface Incident {
  /** Row number in its tab, from 1; absent where no sheet was read. */
  readonly row?: number;
  /** As typed, until `file-entries.ts` has said which it is; absent then where no event is known. */
  readonly ticket?: string;
  readonly at?: Temporal.Instant;
  readonly kind: IncidentKind;
  readonly who?: string;
  readonly what?: string;
  readonly action?: string;
  readonly solvedAt?: Temporal.Instant;
}

/** What somebody may write about; "pungutan" is that somebody asked for money. */
export const complaintKinds = ['pengaduan', 'saran', 'masukan', 'pungutan'] as const;
export type ComplaintKind = (typeof complaintKinds)[number];

/** Year in which it came in and a counter of that year. Never reused, never renumbered. */
export type ComplaintNumber = string;

export interface Complaint {
  /** Where it stands, as its tab's record names it; absent where no sheet was read. */
  readonly tab?: string;
  readonly row?: number;
  /** `ADU-2026-0001`; absent until the service has given it one. */
  readonly number?: ComplaintNumber;
  /** When this service saw it first. */
  readonly seenAt?: Temporal.Instant;
  readonly at?: Temporal.Instant;
  readonly ticket?: string;
  /** What was typed and means no one event that is known. */
  readonly unclearTicket?: string;
  readonly kind: ComplaintKind;
  readonly text: string;
  readonly handler?: string;
  readonly answer?: string;
  readonly closed?: Temporal.PlainDate;
}

/** Scores of 1 to 4, in the order U1 … U9; an answer with fewer than nine cannot be counted. */
export interface Survey {
  readonly row?: number;
  readonly at?: Temporal.Instant;
  readonly ticket?: string;
  readonly scores: readonly number[];
}

/**
 * What somebody who was there said after an event: a row of Setelah Kegiatan. Its scores and its complaint stand among
 * `surveys` and `complaints` once it is filed (`file-entries.ts`).
 */
export interface AfterEvent {
  readonly row?: number;
  readonly at?: Temporal.Instant;
  readonly ticket?: string;
  /** What was typed and means no one event that is known. */
  readonly unclearTicket?: string;
  /** Whoever filled it in; nobody has to say. */
  readonly name?: string;
  /** What the report asks for, as cells of Permohonan would say it; read beside the event that it is about. */
  readonly told: ToldFacts;
  /** What went wrong, in the words of whoever was there. */
  readonly incident?: string;
  readonly recordingWished?: boolean;
  readonly scores?: readonly number[];
  readonly complaint?: Complaint;
}

/** By field of Permohonan; absent where nothing was said. */
export type ToldFacts = Partial<Readonly<Record<FactField, Cell>>>;

/** The columns of Permohonan that say what an event really was: proposed from what people and Zoom tell, and the staff's. */
export const factFields = [
  'actualStart',
  'actualEnd',
  'attended',
  'actualLeader',
  'incidents',
  'recordingResult',
] as const;
export type FactField = (typeof factFields)[number];

export interface ImprovementAction {
  readonly row?: number;
  readonly year: number;
  readonly finding: string;
  readonly action?: string;
  readonly owner?: string;
  readonly due?: Temporal.PlainDate;
  readonly state: 'terbuka' | 'berjalan' | 'selesai';
}

export interface Holiday {
  readonly day: Temporal.PlainDate;
  readonly kind: string;
  readonly name: string;
}

/** A person who signs: letters stay drafts while the name is missing. */
export interface Signatory {
  readonly title: string;
  readonly name: string;
  readonly nip?: string;
  readonly rank?: string;
}

/** Somebody whom messages go to and who is in no register. */
export interface Addressee {
  readonly name?: string;
  /** One plain address, read already. */
  readonly address: string;
}

/** Whose name stands under a letter: the head's, the team lead's, or the lead's on behalf of the head (*a.n.*). */
export type SignedBy = 'head' | 'lead' | 'lead-for-head';

export type LetterKind = 'dutyLetter' | 'shortageNotice' | 'report' | 'recap' | 'evaluation';

export interface OfficeHours {
  readonly start: Temporal.PlainTime;
  /** Monday to Thursday. */
  readonly end: Temporal.PlainTime;
  readonly endFriday: Temporal.PlainTime;
  readonly breakStart: Temporal.PlainTime;
  readonly breakMinutes: number;
  readonly breakMinutesFriday: number;
}

/** A stretch of a day. */
export interface ClockSpan {
  readonly from: Temporal.PlainTime;
  readonly until: Temporal.PlainTime;
}

/** When messages may leave, and how many. */
export interface SendingRules {
  /** On working days but Friday. */
  readonly ordinary: readonly ClockSpan[];
  readonly friday: readonly ClockSpan[];
  /** What cannot wait, from Monday to Saturday. */
  readonly urgent: readonly ClockSpan[];
  readonly dailyLimit: number;
}

/** The tab Pengaturan, read; every value has a default, so that an empty tab works. */
export interface OfficeSettings {
  readonly government: string;
  readonly office: string;
  readonly team: string;
  readonly address: string;
  readonly contact: string;
  readonly city: string;
  readonly head: Signatory;
  readonly teamLead: Signatory;
  readonly signedBy: Readonly<Record<LetterKind, SignedBy>>;
  readonly signers: Signers;
  /** Reports, recaps and evaluations are signed in the e-office too. */
  readonly signsInOffice: boolean;
  /** Classification code in letter numbers, such as "555". */
  readonly classification: string;
  /** Which figure of the clock counts as the official one. */
  readonly clock: 'wall' | 'working-hours';
  readonly serviceHours: number;
  readonly officeHours: OfficeHours;
  readonly preparationMinutes: number;
  readonly travelMinutes: number;
  readonly clearingMinutes: number;
  readonly assumedEventMinutes: number;
  /** The hour at which provisional officers become definite … */
  readonly settleTime: Temporal.PlainTime;
  /** Photos of events that are *terbatas* or *rahasia* go into their reports. */
  readonly printsConfidentialPhotos: boolean;
  /** … so many working days before the event. */
  readonly settleDays: number;
  readonly sending: SendingRules;
  /** Kinds of messages that nobody is sent, as typed. */
  readonly mutedMessages: readonly string[];
  /** So many working days after it came in, a complaint has to be closed. */
  readonly complaintDays: number;
  /** So many months after an event its requester's contacts are kept. */
  readonly contactMonths: number;
  /** Who answers for Tim Kerja Jaringan. */
  readonly networkTeam?: Addressee;
  readonly supervisors: readonly Addressee[];
  /** Whoever runs the service. */
  readonly keeper?: Addressee;
  /** Canonical institution names with the spellings people use. */
  readonly institutions: readonly {
    readonly name: string;
    readonly spellings: readonly string[];
  }[];
}
