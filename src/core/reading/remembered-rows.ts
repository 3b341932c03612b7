/**
 * Rows as the last pass read them: one whose cells are as before is not read again. What a row says depends on its cells,
 * the settings, the zone and the day it was first seen, and all of them are compared, so that a row that was remembered is
 * the row that would be read.
 */
import type { Request } from '../cases/request.ts';
import type { ReadRow } from './read-held-row.ts';
import { type RowToRead, readRequest } from './read-request.ts';

export interface RememberedRows {
  /** The reader for one pass. What it is not asked for is forgotten after the next one. */
  readerOfPass(): ReadRow;
}

export const openRowMemory = (read: ReadRow = readRequest): RememberedRows => {
  let last: ReadonlyMap<string, Request> = new Map();
  return {
    readerOfPass: () => {
      const before = last;
      const seen = new Map<string, Request>();
      last = seen;
      const settings = inWords();
      return (row) => {
        const key = `${settings(row.settings)} ${row.timeZone} ${row.firstSeen ?? ''} ${JSON.stringify(row.cells)}`;
        const known = seen.get(key) ?? before.get(key) ?? read(row);
        seen.set(key, known);
        return known.row === row.row ? known : { ...known, row: row.row };
      };
    },
  };
};

/** The settings are the same object for all rows of a pass. */
const inWords = (): ((settings: RowToRead['settings']) => string) => {
  const known = new WeakMap<object, string>();
  return (settings) => {
    const words = known.get(settings) ?? JSON.stringify(settings, asPlain);
    known.set(settings, words);
    return words;
  };
};

const asPlain = (_: string, value: unknown): unknown =>
  value instanceof Map ? [...value] : value instanceof Set ? [...value] : value;
