/**
 * What was sent into the sheet and not yet seen to have landed.
 *
 * A write can fall beside its rows when people move them in the same instant. We see that in the answer and put it
 * right; but when we are stopped before the answer comes, only what stands here lets the next pass find what fell
 * where, and give back what stood there before.
 */
import { z } from 'zod';
import type { WorkbookSnapshot } from '../../../core/sheet/snapshot.ts';
import { jsonNote, keptFact } from '../../kept-note.ts';
import type { Memory } from '../../memory.ts';
import type { Placed } from './placing.ts';

export interface SentWrite {
  readonly placed: readonly Placed[];
  /** The tabs as we saw them when `placed` was made. */
  readonly before: WorkbookSnapshot;
}

export interface WriteJournal {
  /** Comes before the write itself goes out. */
  begin(write: SentWrite): Promise<void>;
  /** Everything is where it belongs, or somebody else was quicker. */
  end(): Promise<void>;
  /**
   * The write that was begun and never ended.
   * @throws NoteDamagedError when nobody can tell any more what it wrote where.
   */
  cutOff(): Promise<SentWrite | undefined>;
}

const memoryName = 'google.sent-write';

export const keepJournal = ({
  memory,
  spreadsheetId,
}: {
  readonly memory: Memory;
  readonly spreadsheetId: string;
}): WriteJournal => {
  let isBegun = false;
  return {
    begin: async ({ placed, before }) => {
      // Fixed cells cannot fall beside their place, so their tabs need not be kept.
      const byRow = placed.filter(({ address }) => address.kind !== 'fixed');
      if (byRow.length === 0) return;
      const names = new Set(byRow.map(({ tab }) => tab));
      const tabs = before.tabs.filter(({ name }) => names.has(name));
      const write = { spreadsheetId, placed: byRow, before: { tabs } };
      isBegun = true;
      await memory.remember(memoryName, JSON.stringify(write));
    },
    end: async () => {
      if (!isBegun) return;
      isBegun = false;
      await memory.remember(memoryName, nothing);
    },
    cutOff: async () => {
      const text = await memory.recall(memoryName);
      if (text === undefined || text === nothing) return undefined;
      const write = keptFact({ name: memoryName, form: sentWrite }, text);
      isBegun = true;
      return write?.spreadsheetId === spreadsheetId ? write : undefined;
    },
  };
};

const nothing = '';

const cell = z.union([z.string(), z.number(), z.boolean()]);

const content = z.union([
  cell,
  z.object({ kind: z.literal('link'), url: z.string(), text: z.string() }),
  z.object({ kind: z.literal('serial'), serial: z.number(), show: z.enum(['day', 'moment']) }),
]);

const address = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('row'), key: z.string(), header: z.string() }),
  z.object({ kind: z.literal('fixed'), row: z.number(), column: z.number() }),
  z.object({ kind: z.literal('filled'), filling: z.string(), header: z.string() }),
  z.object({
    kind: z.literal('like'),
    beside: z.array(z.string()),
    hit: z.array(z.string()),
    header: z.string(),
    row: z.number(),
  }),
]);

const sentWrite = jsonNote(
  z.object({
    spreadsheetId: z.string(),
    placed: z.array(
      z.object({
        tab: z.string(),
        address,
        was: cell,
        content,
        edits: z.array(z.number()),
        amends: z.literal(true).exactOptional(),
        row: z.number(),
        column: z.number(),
      }),
    ),
    before: z.object({
      tabs: z.array(z.object({ name: z.string(), rows: z.array(z.array(cell)) })),
    }),
  }),
);
