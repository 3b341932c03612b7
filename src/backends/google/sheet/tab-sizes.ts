/** How much each tab held when it was read last: it tells with how many calls the next look reads. */
import { z } from 'zod';
import { onceFor } from '../../../core/sheet/once-for.ts';
import type { Cell } from '../../../core/sheet/snapshot.ts';
import { jsonNote, savedWork } from '../../kept-note.ts';
import type { Memory } from '../../memory.ts';
import type { CellRows } from './kept-answers.ts';
import type { RowsFrom } from './read-parts.ts';
import { mostBytes, type TabSize } from './read-plan.ts';

export interface TabSizes {
  known(): Promise<ReadonlyMap<string, TabSize>>;
  note(tabs: readonly TabInPieces[]): Promise<void>;
}

interface TabInPieces {
  readonly name: string;
  readonly pieces: readonly RowsFrom[];
}

const memoryName = 'google.tab-sizes';
const sizesNote = jsonNote(
  z.object({
    spreadsheetId: z.string(),
    sizes: z.array(z.tuple([z.string(), z.object({ rows: z.number(), bytes: z.number() })])),
  }),
);

/**
 * Bytes. Sizes that are only so much off lead to calls that Google still answers quickly. They are left as they are: the same
 * calls as before are answered as before, and are not worth a write into the ledger.
 */
const noteworthy = mostBytes / 10;

export const keepTabSizes = ({
  memory,
  spreadsheetId,
}: {
  readonly memory: Memory;
  readonly spreadsheetId: string;
}): TabSizes => {
  let sizes: ReadonlyMap<string, TabSize> | undefined;
  const known = async (): Promise<ReadonlyMap<string, TabSize>> => {
    if (sizes !== undefined) return sizes;
    const kept = savedWork(sizesNote, await memory.recall(memoryName));
    sizes = new Map(kept?.spreadsheetId === spreadsheetId ? kept.sizes : []);
    return sizes;
  };
  return {
    known,
    async note(tabs) {
      const before = await known();
      const now = tabs.map((tab) => [tab.name, sizeOf(tab)] as const);
      const off = now.reduce(
        (sum, [name, { bytes }]) => sum + Math.abs(bytes - (before.get(name)?.bytes ?? 0)),
        0,
      );
      if (off <= noteworthy && now.every(([name]) => before.has(name))) return;
      const next = new Map([...before, ...now]);
      sizes = next;
      // A sheet that is read with one call needs none of this.
      if (Math.max(bytesIn(next), bytesIn(before)) <= mostBytes / 2) return;
      await memory.remember(memoryName, JSON.stringify({ spreadsheetId, sizes: [...next] }));
    },
  };
};

const bytesIn = (sizes: ReadonlyMap<string, TabSize>): number =>
  [...sizes.values()].reduce((sum, { bytes }) => sum + bytes, 0);

/** About as many bytes as Google's answer has. */
const sizeOf = ({ pieces }: TabInPieces): TabSize => ({
  rows: pieces.reduce((most, { from, rows }) => Math.max(most, from - 1 + rows.length), 0),
  bytes: pieces.reduce((sum, { rows }) => sum + bytesOf(rows), 0),
});

/** An answer that came again is the very same. */
const bytesOf = onceFor((rows: CellRows): number =>
  rows.reduce((sum, cells) => sum + 4 + cells.reduce(addCell, 0), 0),
);

const addCell = (sum: number, cell: Cell): number =>
  sum + (typeof cell === 'string' ? cell.length + 3 : 10);
