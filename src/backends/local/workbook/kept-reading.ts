/** What was read of a workbook, kept for the next look at it: rows that are spelled as they were are not taken apart again. */
import { hash } from 'node:crypto';
import type { WorkbookSnapshot } from '../../../core/sheet/snapshot.ts';
import type { KeptRow, KeptRows } from '../sheet/kept-rows.ts';
import { ReadingRoom, type RowsReading, readTab } from '../sheet/sheet-read.ts';
import { relationsOf, sheetPiecesOf, type WorkbookParts } from './workbook-parts.ts';

/** Of a tab: what of its rows is known, and where to put what is read now. */
export type RowsIn = (tab: string) => Pick<RowsReading, 'before' | 'keep'>;

export interface KeptReading {
  /** What a file was read as that has the same mark; only of the last one. */
  whole(mark: string, read: () => WorkbookSnapshot): WorkbookSnapshot;
  /** @param parts Those that are read from now on. */
  rowsOf(parts: WorkbookParts): RowsIn;
}

export const openKeptReading = (): KeptReading => {
  let last: { readonly mark: string; readonly snapshot: WorkbookSnapshot } | undefined;
  let by: ReadBy | undefined;
  let rowsOf = new Map<string, KeptRows>();
  return {
    whole: (mark, read) => {
      if (last?.mark !== mark) last = { mark, snapshot: read() };
      return last.snapshot;
    },
    rowsOf: (parts) => {
      if (by === undefined || !holdsOn(by, parts)) rowsOf = new Map();
      by = readBy(parts);
      return (tab) => {
        const before = rowsOf.get(tab);
        const rows = new Map<number, KeptRow>();
        rowsOf.set(tab, rows);
        return { ...(before && { before }), keep: (row, read) => rows.set(row, read) };
      };
    },
  };
};

/** @param rowsIn All is read anew unless given. */
export const snapshotOf = (parts: WorkbookParts, rowsIn: RowsIn = () => ({})): WorkbookSnapshot => {
  const { tabs, zip, key } = parts;
  const room = new ReadingRoom(parts.size);
  return {
    tabs: tabs.map((tab) => {
      const relations = relationsOf(zip, tab);
      const reading = { key, relations, room, ...rowsIn(tab.name) };
      return { name: tab.name, ...readTab(sheetPiecesOf(zip, tab), reading) };
    }),
  };
};

/** What rows mean something by, besides how they are spelled. */
interface ReadBy {
  readonly texts: { readonly length: number; readonly digest: string };
  /** What a number means hangs on its style then. */
  readonly counts1904: boolean;
}

const readBy = ({ texts, key: { counts1904 } }: WorkbookParts): ReadBy => ({
  texts: { length: texts.length, digest: digestOf(texts) },
  counts1904,
});

/** Every number still stands for the same text: programs add new ones behind the others. */
const holdsOn = ({ texts, counts1904 }: ReadBy, parts: WorkbookParts): boolean =>
  !counts1904 &&
  !parts.key.counts1904 &&
  digestOf(parts.texts.slice(0, texts.length)) === texts.digest;

const digestOf = (text: string): string => hash('sha256', text, 'base64');
