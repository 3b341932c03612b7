import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { history } from '../../src/commands/history.ts';
import { deskWith, type TestDesk } from '../support/desk.ts';

const now = '2026-11-17T09:00:00+08:00';

describe('history', () => {
  let desk: TestDesk;
  beforeEach(() => {
    desk = deskWith([{ institution: 'Bappeda', event: 'Rapat', email: 'a@contoh.test' }]);
  });
  afterEach(() => desk.remove());

  const ask = (ticket?: string) =>
    history(
      { config: desk.config.file, now: Temporal.Instant.from(now), progress: () => undefined },
      ticket === undefined ? {} : { ticket },
    );

  test('lists the passes that did something', async () => {
    expect((await ask()).text).toBe('No pass has written anything yet.');
    await desk.pass(now);
    expect((await ask()).text).toMatch(
      /2026-11-17 09\.00 WITA {2}\S+ {2}done: \d+ cells written, \d+ documents? saved/,
    );
  });

  test('tells the life of one ticket, and knows it in small letters', async () => {
    await desk.pass(now);
    const { text } = await ask('vc-2026-0001');
    expect(text).toContain('The request got the ticket VC-2026-0001');
    expect(text).toMatch(/Status became "[^"]+", because "[^"]+"\./);
    await expect(ask('VC-2026-0002')).rejects.toThrow('There is no ticket "VC-2026-0002"');
  });
});
