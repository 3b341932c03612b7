import type { Temporal } from 'temporal-polyfill';

/**
 * What a row says of an event that comes again: `made` it is one of the rows that the service made of such an event ·
 * `repeats` its words say more days than one.
 */
export type SeriesWords = MadeOfSeries | Repeats;

export interface MadeOfSeries {
  readonly kind: 'made';
  /** The ticket of the row whose event comes again. */
  readonly from: string;
  readonly day: Temporal.PlainDate;
}

export interface Repeats {
  readonly kind: 'repeats';
  /** *Tanggal Mulai* of the requester, or *Ulangi* of the staff. */
  readonly toldBy: 'startDay' | 'repeat';
  /** In order; the row itself is on `own`, and the others are to be rows of their own. */
  readonly own: Temporal.PlainDate;
  readonly others: readonly Temporal.PlainDate[];
  /** "setiap hari kerja": a holiday is none of them. */
  readonly isWorkdays: boolean;
  readonly answer: SeriesAnswer;
  /** *Ulangi* as it stands: another text is another answer. */
  readonly typed: string;
}

export type SeriesAnswer =
  | { readonly kind: 'none' }
  | { readonly kind: 'no' }
  | {
      readonly kind: 'yes';
      readonly except: readonly Temporal.PlainDate[];
      readonly skips: ReadonlySet<'clashes' | 'holidays'>;
    };

/** ISO day. */
export type SeriesDay = string;

/** What the ledger knows of one day: its row is about to be made, was made, or was left out by choice. */
export type SeriesMark =
  | { readonly kind: 'promised' | 'made'; readonly stamp: number }
  | { readonly kind: 'skipped' };

export interface SeriesMemory {
  /** *Ulangi* as it stood when it was accepted last; absent where it never was. */
  readonly accepted?: string;
  /** The same when days were promised last: nobody knows whether their rows were put into the sheet. */
  readonly promisedFor?: string;
  readonly marks: ReadonlyMap<SeriesDay, SeriesMark>;
}

/** What is to be done about the other days now that they are accepted. */
export interface SeriesDecision {
  /** Absent where nothing is accepted by this. */
  readonly accepted?: string;
  readonly make: readonly Temporal.PlainDate[];
  readonly skip: readonly Temporal.PlainDate[];
  /** Their rows stand in the sheet and the ledger does not know that we made them. */
  readonly found: readonly Temporal.PlainDate[];
  /** That were promised: their rows were put into the sheet, whether or not they still stand there. */
  readonly settled: readonly SeriesDay[];
}
