/** What people last put where, kept apart from the sheet so that the sheet can be held against it. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { WantedRow } from '../../test/google-double/people/row-work.ts';
import type { When, Wish } from './wishes.ts';

export type Held = sheets_v4.Schema$ExtendedValue | null;

/** One request as people know it. */
export interface Known {
  readonly wish: Wish;
  /** How its row is found: by the form's response, or by what was typed. */
  readonly row: WantedRow;
  when: When;
  /** By header: what the cells hold that staff typed into, and those of a row that they typed. */
  readonly typed: Map<string, Held>;
  /** The first ticket that its row showed. */
  ticket: string | undefined;
  /** Tickets that its row showed in place of that one. */
  readonly otherTickets: string[];
  isDeleted: boolean;
}

/** A document that a person worked on, as they left it. */
export interface Touched {
  readonly fileId: string;
  readonly name: string;
  readonly what: 'edited' | 'trashed' | 'shared';
  readonly sha256?: string;
}

export class Memory {
  readonly known: Known[] = [];
  readonly touched: Touched[] = [];
  /** Rows that people put into other tabs: by tab, the texts. */
  readonly registerRows: { readonly tab: string; readonly cells: readonly string[] }[] = [];

  of(wish: Wish): Known {
    const known = this.known.find((each) => each.wish === wish);
    if (known === undefined) throw new Error(`"${wish.event}" has not come yet.`);
    return known;
  }

  get living(): readonly Known[] {
    return this.known.filter(({ isDeleted }) => !isDeleted);
  }
}
