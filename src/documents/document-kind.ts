/** What a kind of document is: one object that says all of it, so that adding one is that object and its Word template. */
import type { Temporal } from 'temporal-polyfill';
import type { z } from 'zod';
import type { TypedMarks } from '../core/approval/settle-approval.ts';
import type { LetterRecord, Ticket } from '../core/cases/ledger-state.ts';
import type { FiledPhoto } from '../core/cases/photos.ts';
import type { Finding, Signature } from '../core/cases/request.ts';
import type { Case, Situation } from '../core/cases/situation.ts';
import type { ServiceField } from '../core/columns/request-tab.ts';
import type { LetterValidity } from '../core/plan/letter-findings.ts';

/** About one event, or about a month or a year. */
export type DocumentKind = EventDocumentKind | PeriodDocumentKind;

interface KindFacts {
  /** First half of the key of each of its documents: `laporan` of `laporan/VC-2026-0123`. */
  readonly key: string;
  /** Name of the document and, in its file names, of its kind. */
  readonly title: string;
  /** At the root of the documents. */
  readonly folder: string;
  /** File in the folder of templates, or the path of one elsewhere. */
  readonly template: string;
  /** Of what its template prints. */
  readonly schema: z.ZodObject;
  /**
   * Names without which the document would not be one, or would say more than is known, charts among them; a template
   * that never prints them is refused. A yes or no is enough in an `{{#if}}`.
   */
  readonly mustPrint: readonly string[];
  /** An invented, ordinary view, so that a template can be judged by eye. */
  readonly sample: object;
}

export interface EventDocumentKind extends KindFacts {
  readonly about: 'event';
  /**
   * The one that should exist now about this event.
   *
   * @param made Of a letter that was made: how it stands.
   */
  readonly wanted: (
    subject: Case,
    situation: Situation,
    made?: LetterRecord,
  ) => WantedDocument | undefined;
  /** The column of Permohonan that shows the link; absent where none does. */
  readonly linkedBy?: ServiceField;
  /** What has to be said in Keterangan once the document was made. */
  readonly remarksBeside?: (subject: Case, situation: Situation) => readonly Finding[];
  /** Of a letter: a paper that is signed and handed on, and so is never changed in silence once it is no draft. */
  readonly letter?: LetterRules;
}

export interface LetterRules extends LetterValidity {
  /** What it tells, by label; where one of these differs, it is another letter. Labels alone are told where values may not be. */
  readonly tells: (view: Readonly<Record<string, unknown>>) => readonly ToldFact[];
  /** Of the facts as they are, for one of which it is not known any more what it told. */
  readonly view: (subject: Case, situation: Situation) => Readonly<Record<string, unknown>>;
}

/** "petugas", "Andi Contoh, Budi Contoh". */
export interface ToldFact {
  readonly label: string;
  readonly value: string;
  /** The value that held before is not repeated. */
  readonly isPrivate?: true;
}

export interface PeriodDocumentKind extends KindFacts {
  readonly about: 'period';
  /** Those that should exist now, each made in an attempt of its own. */
  readonly wanted: (
    cases: readonly Case[],
    situation: Situation,
    attempt: Attempt,
  ) => readonly WantedDocument[];
}

/** Makes one document; an error of the program there is kept and told, and the others go on. */
export type Attempt = <T>(key: string, make: () => T) => readonly T[];

/** One document that should exist. */
export interface WantedDocument {
  /** `laporan/VC-2026-0123`, `rekap/2026-11`: one file for each, for ever. */
  readonly key: string;
  /** The `key` of its kind. */
  readonly kind: string;
  readonly ticket?: Ticket;
  /** From the root of the documents down: `['Laporan', '2026', '11 November']`. */
  readonly folder: readonly string[];
  /** With extension; says whether the document is a draft. */
  readonly name: string;
  /** What its template prints: plain data of the kind's schema. */
  readonly view: object;
  /** The whole file, where no template makes it. */
  readonly text?: string;
  /** What it prints as pictures: a `gambar` of the view that is one's mark. */
  readonly photos?: readonly FiledPhoto[];
  /** How it is checked and approved; absent where nobody does. */
  readonly signing?: Signing;
  /** Why it should exist, in Bahasa Indonesia. */
  readonly because: string;
  readonly letter?: WantedLetter;
}

/** How a letter that is about to be saved stands. */
export interface WantedLetter extends LetterRecord {
  /** It is another letter than the edition before it, which stays beside it. */
  readonly isNext: boolean;
  /** The edition before, marked as not valid; it is saved first. */
  readonly before?: WantedDocument;
  /** Stands on top of the file, whatever the template prints; not where it prints this name. */
  readonly firstLine?: { readonly text: string; readonly unlessPrinted?: string };
}

/** A document that supervisors check and approve. */
export interface Signing {
  /** Of its kind and subject, as staff call it: "Laporan Kegiatan". */
  readonly title: string;
  /** Facts are missing, or its month is not over. */
  readonly isDraft: boolean;
  /** What stands in its cells; absent where it has no row. */
  readonly marks?: TypedMarks;
  /** The view with these signatures; `view` itself bears none. */
  readonly signed: (signatures: {
    readonly checked?: Signature;
    readonly approved?: Signature;
    readonly prior?: PriorEdition;
  }) => object;
}

/** An edition that was approved, and that a later one replaces because its facts are other ones now. */
export interface PriorEdition {
  readonly edition: number;
  readonly approvedBy: { readonly name: string; readonly day?: Temporal.PlainDate };
  /** "Peserta hadir: semula 55, menjadi 60" */
  readonly changes: readonly string[];
}
