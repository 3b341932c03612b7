/** How a column of an .xlsx workbook looks and what may be put into it: the same in a new book and in one that gets it later. */
import { type Column, type ColumnKind, tickMark } from '../core/sheet/column.ts';
import { ownerColours } from './palette.ts';

/** How a cell looks. Everything left out is the workbook's plain look. */
export interface CellLook {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly size?: number;
  readonly text?: string;
  readonly fill?: string;
  readonly wrap?: boolean;
  readonly across?: 'left' | 'center' | 'right';
  readonly down?: 'top' | 'center';
  readonly indent?: number;
  /** A number format code; `@` is text. */
  readonly format?: string;
  /** A line below, or around. */
  readonly line?: {
    readonly where: 'below' | 'around';
    readonly colour: string;
  };
}

/** A drop-down. Words outside the list stay allowed, with a question where `warns`. */
export interface Choices {
  /** A list in quotes or a range, as Excel writes it. */
  readonly from: string;
  readonly warns: boolean;
}

/** What appears beside a cell when it is selected. */
export interface Prompt {
  readonly title: string;
  readonly text: string;
}

/** Month names cannot be misread as days, and the weekday shows at once when a letter has the wrong one. */
const dayFormat = '[$-421]ddd\\,\\ d\\ mmm\\ yyyy';
const momentFormat = '[$-421]d\\ mmm\\ yyyy\\ hh\\.mm';

/**
 * How typed cells look. Times are text: where Excel speaks English, "09.30" would become the number 9.3.
 * Long texts are not: Excel shows text cells of more than 255 characters as `####`.
 */
const lookOf: Readonly<Record<ColumnKind, CellLook>> = {
  text: { format: '@', wrap: true, across: 'left', indent: 1 },
  long: { wrap: true, across: 'left', indent: 1 },
  day: { format: dayFormat, across: 'left', indent: 1 },
  time: { format: '@', across: 'center' },
  moment: { format: momentFormat, across: 'left', indent: 1 },
  number: { format: '#,##0', across: 'center' },
  tick: { across: 'center', format: '@' },
  choice: { wrap: true, format: '@', across: 'left', indent: 1 },
  link: { wrap: true, across: 'left', indent: 1 },
};

/** Of the cells under the header. */
export const bodyLook = ({ kind, format }: Column): CellLook => ({
  ...lookOf[kind],
  ...(format && { format }),
});

/** By its colour a header says who fills the column. */
export const headerLook = ({ owner, kind }: Column): CellLook => ({
  bold: true,
  text: 'FFFFFF',
  wrap: true,
  down: 'center',
  line: { where: 'around', colour: 'FFFFFF' },
  fill: ownerColours[owner].header,
  ...(lookOf[kind].across === 'center' ? { across: 'center' } : { across: 'left', indent: 1 }),
});

/** Excel shows no more of a prompt's title. */
const longestTitle = 32;

export const headerPrompt = ({ hint, header, owner }: Column): Prompt => ({
  title: header.length > longestTitle ? ownerColours[owner].name : header,
  text: hint,
});

/** The column of another tab as a range with its tab; `undefined` while it is not there. */
export type RangeOf = (tab: string, field: string) => string | undefined;

/** `undefined` where anything may be typed. */
export const choicesOf = (
  { kind, choices, offers, owner }: Column,
  rangeOf: RangeOf,
): Choices | undefined => {
  if (offers) {
    const from = rangeOf(offers.tab, offers.field);
    return from === undefined ? undefined : { from, warns: false };
  }
  // A tick may also be an x or "ya", a confirmation also a day and time, and several competences fit in one cell.
  if (kind === 'tick') return { from: `"${tickMark}"`, warns: false };
  return choices
    ? { from: `"${choices.join(',')}"`, warns: owner !== 'form' && kind === 'choice' }
    : undefined;
};
