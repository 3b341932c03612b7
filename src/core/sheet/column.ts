/**
 * What a column is: one record that says all of it, so that adding one is that record (`core/columns/`, one file a tab).
 *
 * A header is found whatever its case, spacing and punctuation, by any of its synonyms, wherever staff moved
 * it (`locate-columns.ts`). The owner decides who may write: `form` answers belong to the requester, `staff`
 * columns to the staff, `service` columns to us, and a `shared` column is proposed by us and belongs to the staff
 * the moment they change it (`three-way.ts`).
 */

export type Owner = 'form' | 'staff' | 'service' | 'shared';

/** How a cell of the column is to be read; for drop-downs and formats when a workbook is set up. */
export type ColumnKind =
  | 'text'
  | 'long'
  | 'day'
  | 'time'
  | 'moment'
  | 'number'
  | 'tick'
  | 'choice'
  | 'link';

export interface Column<F extends string = string, O extends Owner = Owner> extends ColumnFacts {
  /** What our code calls it. */
  readonly field: F;
  /** What people read above it. */
  readonly header: string;
  readonly synonyms: readonly string[];
  readonly owner: O;
  readonly kind: ColumnKind;
}

/** What a record says besides its name, its owner and its kind. */
interface ColumnFacts {
  readonly synonyms?: readonly string[];
  /**
   * How it is filled, in the words of Panduan and of the note that appears on its header. At most 250 characters:
   * Excel shows no more.
   */
  readonly hint: string;
  /** The drop-down's choices; other words stay allowed, because people have always used them. */
  readonly choices?: readonly string[];
  /** The drop-down offers what another tab lists; other words raise no question. */
  readonly offers?: { readonly tab: string; readonly field: string };
  /** In digits of the plain font, where it is not the kind's own. */
  readonly width?: number;
  /** A number format other than the kind's own; `@` is text. */
  readonly format?: string;
  /** A detail that folds away with one click. */
  readonly folds?: true;
  /** A tab without this column cannot be worked with. */
  readonly needed?: true;
  /** Rows would say something else without this column: a broken loudspeaker would be whole, a duty letter nameless. */
  readonly decisive?: true;
}

/** What a tick is picked as where a drop-down has to do for a box. */
export const tickMark = '✓';

/** A column that was there once and is not any more must not be taken for an empty one. */
export const isIndispensable = ({
  needed,
  decisive,
}: Pick<Column, 'needed' | 'decisive'>): boolean => needed === true || decisive === true;

/** Written by the service. */
export const isOurs = ({ owner }: Pick<Column, 'owner'>): boolean =>
  owner === 'service' || owner === 'shared';

export interface Tab<F extends string = string> {
  readonly name: string;
  readonly synonyms: readonly string[];
  readonly columns: readonly Column<F>[];
  /** A book that an earlier version made does without. */
  readonly isOptional?: true;
}

export type FieldOf<T extends Tab> = T['columns'][number]['field'];

const ownedBy =
  <O extends Owner>(owner: O) =>
  <const F extends string>(
    field: F,
    header: string,
    kind: ColumnKind,
    facts: ColumnFacts,
  ): Column<F, O> => ({ synonyms: [], ...facts, field, header, kind, owner });

export const form = ownedBy('form');
export const staff = ownedBy('staff');
export const service = ownedBy('service');
export const shared = ownedBy('shared');
