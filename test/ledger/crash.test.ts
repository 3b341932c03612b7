import { join } from 'node:path';
import Database from 'libsql';
import { describe, expect, test } from 'vitest';
import { openLedger } from '../../src/ledger/open-ledger.ts';
import { runs } from '../support/long-runs.ts';
import { giving, now, ticketOf } from './changes.ts';
import { startChild } from './child-process.ts';
import { temporaryFolder } from './temporary-folder.ts';

const givingNumbers = new URL('./processes/give-numbers.ts', import.meta.url);

const kills = runs(4, 60);

describe('a ledger whose process dies', () => {
  test('holds every change that was committed, whole, after every kill', async () => {
    const path = join(temporaryFolder(), 'ledger.db');
    for (let round = 0; round < kills; round += 1) {
      const child = await startChild(givingNumbers, [path]);
      expect(await child.line()).toBe('ready');
      let promised = 0;
      for (let line = 0; line <= round % 4; line += 1) promised = Number(await child.line());
      await new Promise((goOn) => setTimeout(goOn, round));
      await child.kill();

      const ledger = await openLedger({ path, desk: 'desk' });
      const { tickets, written, lastNumber } = await ledger.state();
      const highest = lastNumber.get(2026) ?? 0;
      expect(highest).toBeGreaterThanOrEqual(promised);
      expect(highest % 10).toBe(0);
      expect([tickets.size, written.size]).toEqual([highest, highest]);
      expect(await ledger.history()).toHaveLength(highest);
      await ledger.close();
    }
    expect(new Database(path).pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  });
});

describe('two processes on one ledger', () => {
  test('never give a number twice and lose no change', async () => {
    const path = join(temporaryFolder(), 'ledger.db');
    const children = await Promise.all([1, 2].map(() => startChild(givingNumbers, [path, '15'])));

    const said = await Promise.all(
      children.map(async (child) => {
        const lines: string[] = [];
        for (let line = await child.line(); line !== undefined; line = await child.line()) {
          lines.push(line);
        }
        return lines;
      }),
    );

    const given = said.flat().filter((line) => /^\d+$/.test(line));
    expect(said.map((lines) => [lines.at(0), lines.at(-1)])).toEqual([
      ['ready', 'done'],
      ['ready', 'done'],
    ]);
    expect(new Set(given).size).toBe(given.length);
    const ledger = await openLedger({ path, desk: 'desk', readOnly: true });
    expect((await ledger.state()).tickets.size).toBe(given.length * 10);
    await ledger.close();
  });
});

describe('a ledger on a disk that takes no more', () => {
  test('says so, and keeps what it had', async () => {
    const path = join(temporaryFolder(), 'ledger.db');
    const child = await startChild(givingNumbers, [path], { limitKb: 600 });
    const lines: string[] = [];
    for (let line = await child.line(); line !== undefined; line = await child.line()) {
      lines.push(line);
    }
    await child.ended();

    expect(lines.at(-1)).toBe('ledger-disk');
    const promised = Number(lines.at(-2));
    expect(promised).toBeGreaterThan(0);
    const ledger = await openLedger({ path, desk: 'desk' });
    expect((await ledger.state()).lastNumber.get(2026)).toBe(promised);
    await ledger.commit(giving(promised + 1), now, 'pass');
    expect((await ledger.state()).tickets.has(ticketOf(promised + 1))).toBe(true);
    await ledger.close();
  });
});
