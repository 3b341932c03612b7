/**
 * What a request is about (event, days and hours) as one short text that says only whether it is the same.
 *
 * The ledger keeps it beside each ticket, so that the original can be told from a copy in which one of these was
 * changed. It is a fingerprint of each part: the ledger need not hold what a confidential event is called.
 */

import { secondsOf } from '../sheet/serial.ts';
import type { Cell } from '../sheet/snapshot.ts';
import type { CellsByField } from './request-rows.ts';

/** `''` says nothing: none was kept, or nothing stands in the row yet. */
export type AnswersMark = string;

/** Under this name the ledger keeps it among a ticket's cells; no column is called so. */
export const answersMarkField = 'answersMark';

export const answersMark = (cells: Pick<CellsByField, (typeof parts)[number]>): AnswersMark => {
  const texts = parts.map((field) => plain(cells[field]));
  return texts.every((text) => text === '') ? '' : texts.map(fingerprint).join('.');
};

/** How many of the parts agree; 0 where one of the marks says nothing. */
export const agreement = (a: AnswersMark, b: AnswersMark): number => {
  if (a === '' || b === '') return 0;
  const others = b.split('.');
  return a.split('.').filter((part, index) => part === others[index]).length;
};

export const isSameMark = (a: AnswersMark, b: AnswersMark): boolean => a !== '' && a === b;

const parts = ['event', 'startDay', 'endDay', 'startTime', 'endTime'] as const;

/** Spreadsheet programs change line ends, outer blanks and the last digits of a time when they save. */
const plain = (cell: Cell): string =>
  typeof cell === 'number'
    ? `#${secondsOf(cell)}`
    : String(cell).trim().toLowerCase().replaceAll(/\s+/g, ' ');

/** FNV-1a over 64 bits in two halves; nobody is kept from anything by it. */
export const fingerprint = (text: string): string => {
  if (text === '') return '';
  let [low, high] = [0x811c9dc5, 0x01000193];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.codePointAt(at) ?? 0;
    // Of two halves that make one character.
    if (code > 0xffff) at += 1;
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ (code + (low & 0xff)), 0x85ebca6b);
  }
  return (low >>> 0).toString(36) + (high >>> 0).toString(36);
};
