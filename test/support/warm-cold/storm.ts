/**
 * Any edits of people and any steps of the clock: at each step a pass that remembers is held against one that does not,
 * cell for cell and byte for byte, and then carried out.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { Temporal } from 'temporal-polyfill';
import { readSheet } from '../../../src/backends/local/sheet/sheet-read.ts';
import { openParts, sheetOf } from '../../../src/backends/local/workbook/workbook-parts.ts';
import { ownTemplates } from '../../../src/config.ts';
import { openRowMemory } from '../../../src/core/reading/remembered-rows.ts';
import { fillWorkbook } from '../../../src/demo/make-desk.ts';
import { sampleDesk } from '../../../src/demo/sample-desk.ts';
import { openLedger } from '../../../src/ledger/open-ledger.ts';
import { openZip } from '../../../src/office-package/zip.ts';
import { look } from '../../../src/service/pass/look.ts';
import { decided } from '../../../src/service/pass/memory-check.ts';
import type { PassParts } from '../../../src/service/pass/pass-parts.ts';
import type { Quiet } from '../../../src/service/pass/quiet.ts';
import { runPass } from '../../../src/service/pass.ts';
import { type MemorySheets, memoryDesk } from './memory-desk.ts';

export interface StormReport {
  readonly steps: number;
  /** Passes that ended after their look. */
  readonly unchanged: number;
  readonly differences: readonly string[];
}

export const warmColdStorm = async ({
  seed,
  steps,
}: {
  readonly seed: number;
  readonly steps: number;
}): Promise<StormReport> => {
  const chance = chanceFrom(seed);
  const folder = mkdtempSync(join(tmpdir(), 'vicon-warm-'));
  const ledger = await openLedger({ path: join(folder, 'ledger.db'), desk: 'desk' });
  const sheets = demoSheets();
  const parts = memoryDesk(sheets, ledger);
  const rows = openRowMemory();
  const differences: string[] = [];
  let now = Temporal.Instant.from('2026-11-25T08:00:00+08:00');
  let quiet: Quiet | undefined;
  let unchanged = 0;
  try {
    for (let step = 0; step < steps; step += 1) {
      if (chance() < 0.4) edit(sheets, chance);
      now = now.add({ seconds: Math.floor(chance() ** 4 * 40_000) });
      const cold = decided(await look(parts, { now }));
      const warm = await runPass(parts, {
        now,
        rows,
        acceptLargeChange: true,
        ...(quiet && { quiet }),
      });
      if (warm.look.kind === 'unchanged') {
        unchanged += 1;
        if (await hasToDo(parts, now)) differences.push(`${seed}, step ${step}: slept`);
      } else if (warm.idle && !isDeepStrictEqual(decided(warm.look), cold))
        differences.push(`${seed}, step ${step}: decided otherwise`);
      quiet = warm.quiet;
    }
    return { steps, unchanged, differences };
  } finally {
    await ledger.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

const hasToDo = async (parts: PassParts, now: Temporal.Instant): Promise<boolean> => {
  const { idle } = await runPass(parts, { now, acceptLargeChange: true });
  return !idle;
};

/** The demo's desk of three months. */
const demoSheets = (): MemorySheets => {
  const template = readFileSync(join(ownTemplates, 'buku-layanan.xlsx'));
  const desk = sampleDesk({ today: Temporal.PlainDate.from('2026-11-25') });
  const parts = openParts(openZip(Buffer.from(fillWorkbook(template, desk))));
  return {
    tabs: parts.tabs.map((tab) => ({
      name: tab.name,
      rows: readSheet(sheetOf(parts.zip, tab), parts.key).map((row) => [...row]),
    })),
  };
};

/** Somebody types what stands elsewhere in the same column, empties a cell, moves a row, or deletes one. */
const edit = ({ tabs }: MemorySheets, chance: () => number): void => {
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(chance() * list.length)];
  const { rows = [] } = (chance() < 0.7 ? tabs[0] : pick(tabs)) ?? {};
  const row = rows[1 + Math.floor(chance() * Math.max(1, rows.length - 1))];
  if (row === undefined || row.length === 0) return;
  const column = Math.floor(chance() * row.length);
  const kind = chance();
  if (kind < 0.6) row[column] = pick(rows.slice(1))?.[column] ?? '';
  else if (kind < 0.8) row[column] = '';
  else if (kind < 0.9) rows.push(...rows.splice(rows.indexOf(row), 1));
  else row[column] = `${row[column] ?? ''} x`;
};

/** The same numbers for the same seed. */
const chanceFrom = (seed: number): (() => number) => {
  let state = seed * 2_654_435_761;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};
