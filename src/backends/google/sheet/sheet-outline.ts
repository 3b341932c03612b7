/**
 * Which tabs a spreadsheet has, its time zone and locale: what the reads and writes of a pass are addressed with.
 *
 * It is kept between passes, so that an idle pass costs one read. It is asked for anew once an hour, before anything is
 * written or refused by it, whenever Google answers that an address made from it leads nowhere, and as long as a tab of
 * ours is missing: one that was just brought back, or a form that somebody has just linked, is seen by the next pass.
 */

import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { z } from 'zod';
import { tabs as ourTabs } from '../../../core/columns/tabs.ts';
import type { Tab } from '../../../core/sheet/column.ts';
import { findTab } from '../../../core/sheet/locate-columns.ts';
import { hourMs } from '../../../core/sheet/time-units.ts';
import { jsonNote, savedWork } from '../../kept-note.ts';
import { type Memory, readings } from '../../memory.ts';
import type { Pace } from '../../pace.ts';
import type { GoogleClient } from '../client/google-client.ts';
import { refuseTrashed } from './sheet-trash.ts';

const tabSchema = z.object({
  title: z.string(),
  sheetId: z.number(),
  /** Size of the grid. */
  rows: z.number(),
  columns: z.number(),
});

const outlineSchema = z.object({
  spreadsheetId: z.string(),
  timeZone: z.string(),
  locale: z.string(),
  tabs: z.array(tabSchema),
  /** Milliseconds since 1970. */
  askedAt: z.number(),
});

export type SheetTab = Readonly<z.output<typeof tabSchema>>;
export type SheetOutline = Readonly<Omit<z.output<typeof outlineSchema>, 'tabs'>> & {
  readonly tabs: readonly SheetTab[];
};

export interface OutlineKeeper {
  /** As last asked for, at most an hour ago: good enough to read by. */
  current(): Promise<SheetOutline>;
  /** The same, for the look that a pass begins with. */
  toLook(): Promise<SheetOutline>;
  /** As asked for since that look, and just now: a tab may bear another one's name since, or have another size. */
  toWrite(): Promise<SheetOutline>;
  /**
   * As it is now.
   * @throws SheetInTrashError when people threw the sheet away.
   */
  refresh(): Promise<SheetOutline>;
}

const keptForMs = hourMs;
/** Documents may be saved between the look and the write. */
const justNowMs = 10_000;
const memoryName = readings.outline;
const outlineNote = jsonNote(outlineSchema);

export const keepOutline = ({
  client,
  spreadsheetId,
  memory,
  pace,
}: {
  readonly client: GoogleClient;
  readonly spreadsheetId: string;
  readonly memory: Memory;
  readonly pace: Pick<Pace, 'now'>;
}): OutlineKeeper => {
  let kept: SheetOutline | undefined;
  let isOfThisPass = false;
  const refresh = async (): Promise<SheetOutline> => {
    const sheets = await client.sheets();
    const answer = await client.send(
      { what: 'read the tabs of the sheet', kind: 'read', repeatable: true, subject: 'sheet' },
      (options) =>
        sheets.spreadsheets.get(
          { spreadsheetId, fields: 'properties(timeZone,locale),sheets.properties' },
          options,
        ),
    );
    await refuseTrashed(spreadsheetId, client);
    kept = outlineOf(answer, { spreadsheetId, askedAt: pace.now() });
    isOfThisPass = true;
    await memory.remember(memoryName, JSON.stringify(kept));
    return kept;
  };
  const current = async (): Promise<SheetOutline> => {
    kept ??= savedWork(outlineNote, await memory.recall(memoryName));
    const isFresh =
      kept?.spreadsheetId === spreadsheetId && Math.abs(pace.now() - kept.askedAt) < keptForMs;
    return kept !== undefined && isFresh && isWhole(kept) ? kept : refresh();
  };
  return {
    current,
    refresh,
    toLook() {
      isOfThisPass = false;
      return current();
    },
    async toWrite() {
      const isJustAsked =
        isOfThisPass && kept !== undefined && Math.abs(pace.now() - kept.askedAt) < justNowMs;
      return kept !== undefined && isJustAsked ? kept : refresh();
    },
  };
};

/** Whether all these cells lie within the grids as we know them; what is grown on old sizes grows in every pass. */
export const hasRoom = (
  { tabs }: SheetOutline,
  cells: readonly { readonly tab: string; readonly row: number; readonly column: number }[],
): boolean =>
  cells.every(({ tab, row, column }) => {
    const grid = tabs.find(({ title }) => title === tab);
    return grid !== undefined && row <= grid.rows && column <= grid.columns;
  });

const isWhole = ({ tabs }: SheetOutline): boolean => {
  const present = { tabs: tabs.map(({ title }) => ({ name: title, rows: [] })) };
  const specs: readonly Tab[] = ourTabs;
  return specs.every((spec) => findTab(present, spec) !== undefined);
};

/** The next pass asks anew: tabs were made or renamed. */
export const forgetOutline = (memory: Pick<Memory, 'remember'>): Promise<void> =>
  memory.remember(memoryName, 'null');

const outlineOf = (
  { properties, sheets = [] }: sheets_v4.Schema$Spreadsheet,
  { spreadsheetId, askedAt }: { readonly spreadsheetId: string; readonly askedAt: number },
): SheetOutline => ({
  spreadsheetId,
  askedAt,
  timeZone: properties?.timeZone ?? '',
  locale: properties?.locale ?? '',
  tabs: sheets.flatMap(({ properties: tab }): SheetTab[] => {
    const grid = tab?.gridProperties;
    return typeof tab?.title === 'string' && grid?.rowCount && grid.columnCount
      ? [
          {
            title: tab.title,
            sheetId: tab.sheetId ?? 0,
            rows: grid.rowCount,
            columns: grid.columnCount,
          },
        ]
      : [];
  }),
});
