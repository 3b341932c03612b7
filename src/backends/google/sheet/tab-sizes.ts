/** How much each tab held when it was read last: it tells with how many calls the next look reads. */
import { z } from 'zod';
import type { Cell, TabSnapshot } from '../../../core/sheet/snapshot.ts';
import { jsonNote, savedWork } from '../../kept-note.ts';
import type { Memory } from '../../memory.ts';
import { mostBytes, type TabSize } from './read-plan.ts';

export interface TabSizes {
  known(): Promise<ReadonlyMap<string, TabSize>>;
  note(tabs: readonly TabSnapshot[]): Promise<void>;
}

const memoryName = 'google.tab-sizes';
const sizesNote = jsonNote(
  z.object({
    spreadsheetId: z.string(),
    sizes: z.array(z.tuple([z.string(), z.object({ rows: z.number(), bytes: z.number() })])),
  }),
);

/** Sizes that are only so much off lead to the same calls, and are not worth a write into the ledger. */
const noteworthy = 0.1;

export const keepTabSizes = ({
  memory,
  spreadsheetId,
}: {
  readonly memory: Memory;
  readonly spreadsheetId: string;
}): TabSizes => {
  let sizes: ReadonlyMap<string, TabSize> | undefined;
  let remembered = 0;
  const known = async (): Promise<ReadonlyMap<string, TabSize>> => {
    if (sizes !== undefined) return sizes;
    const kept = savedWork(sizesNote, await memory.recall(memoryName));
    sizes = new Map(kept?.spreadsheetId === spreadsheetId ? kept.sizes : []);
    remembered = bytesIn(sizes);
    return sizes;
  };
  return {
    known,
    async note(tabs) {
      const next = new Map([
        ...(await known()),
        ...tabs.map((tab) => [tab.name, sizeOf(tab)] as const),
      ]);
      sizes = next;
      const bytes = bytesIn(next);
      // A sheet that is read with one call needs none of this.
      if (Math.max(bytes, remembered) <= mostBytes / 2) return;
      if (Math.abs(bytes - remembered) <= noteworthy * remembered) return;
      remembered = bytes;
      await memory.remember(memoryName, JSON.stringify({ spreadsheetId, sizes: [...next] }));
    },
  };
};

const bytesIn = (sizes: ReadonlyMap<string, TabSize>): number =>
  [...sizes.values()].reduce((sum, { bytes }) => sum + bytes, 0);

/** About as many bytes as Google's answer has. */
const sizeOf = ({ rows }: TabSnapshot): TabSize => ({
  rows: rows.length,
  bytes: rows.reduce((sum, cells) => sum + 4 + cells.reduce(addCell, 0), 0),
});

const addCell = (sum: number, cell: Cell): number =>
  sum + (typeof cell === 'string' ? cell.length + 3 : 10);
