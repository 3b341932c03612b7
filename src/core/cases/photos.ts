/** What people put into the folder *Dokumentasi*, so that it is printed in the report of an event. */
import type { Ticket } from './ledger-state.ts';

/** A file in a folder of *Dokumentasi*; that it is a photo is what its people mean. */
export interface FiledPhoto {
  /** The store's own name for it. */
  readonly id: string;
  /** File name as people see it. */
  readonly name: string;
  /** In bytes; `0` of a folder. */
  readonly size: number;
  /** Of its content: the same content has the same mark. `''` where nothing can be read there, as of a folder. */
  readonly mark: string;
}

/** A folder in *Dokumentasi*; `''` is the name of *Dokumentasi* itself. */
export interface PhotoFolder {
  readonly name: string;
  readonly files: readonly FiledPhoto[];
}

/** Why a file is not printed. */
export type WhyLeft =
  | 'heic'
  | 'no picture'
  | 'folder'
  | 'empty'
  | 'too large'
  | 'broken'
  | 'too many'
  | 'no report';

export interface LeftPhoto {
  readonly name: string;
  readonly why: WhyLeft;
}

/** The photos of one ticket, in the order of their names. */
export interface TicketPhotos {
  /** Those that the report prints. */
  readonly printed: readonly FiledPhoto[];
  readonly left: readonly LeftPhoto[];
}

/**
 * What was seen of the photos: of a ticket that is not in `of` there are none. `waiting` tickets have photos that were
 * not looked into yet. `unseen`: the folder could not be looked at, so nothing is known of any.
 */
export type PhotosSeen =
  | { readonly kind: 'unseen' }
  | {
      readonly kind: 'seen';
      readonly of: ReadonlyMap<Ticket, TicketPhotos>;
      readonly waiting: ReadonlySet<Ticket>;
      /** Tickets that have a folder, be it empty. */
      readonly folders: ReadonlySet<Ticket>;
    };

/** Where staff put photos, from the root of the documents down. */
export const photoFolderName = 'Dokumentasi';

export const photoFolderOf = (ticket: Ticket): string => `${photoFolderName}/${ticket}`;
