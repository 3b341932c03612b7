/**
 * Rows as they were read before, so that one that is spelled the very same need not be taken apart again: a workbook of years is
 * then read in a tenth of the time, and what was made of a row stands with it.
 */
import { hash } from 'node:crypto';
import type { Cell } from '../../../core/sheet/snapshot.ts';
import { nextTag } from '../../../office-package/xml-scan.ts';
import type { RowPlace, Sheet } from './sheet-scan.ts';

/** What stands in a row. */
export interface SheetRow {
  readonly cells: readonly Cell[];
  /** Where its formulas lead, by column. */
  readonly links: readonly (readonly [column: number, url: string])[];
  /** In cells; what it takes up. */
  readonly room: number;
}

/** By row number; only those that hold something. */
export type KeptRows = ReadonlyMap<number, KeptRow>;

export interface KeptRow extends SheetRow {
  /** From `<row` to behind `</row>`. A scan that began the same is through by then, so it need not be looked for. */
  readonly length: number;
  readonly digest: string;
  /** From `<row` to `</row>`. */
  readonly end: number;
}

/** @param end The offset of `</row>`. */
export const keptRow = (
  { xml }: Sheet,
  { open }: RowPlace,
  { end, ...read }: SheetRow & { readonly end: number },
): KeptRow => {
  const length = (nextTag(xml, end)?.end ?? end) - open.start;
  return { ...read, end: end - open.start, length, digest: digestOf(xml, open.start, length) };
};

export const isSpelledSame = (
  { xml }: Sheet,
  { open }: RowPlace,
  { length, digest }: KeptRow,
): boolean => digestOf(xml, open.start, length) === digest;

/** The text itself would be as large as the workbook. */
const digestOf = (xml: string, start: number, length: number): string =>
  hash('sha256', xml.slice(start, start + length), 'base64');
