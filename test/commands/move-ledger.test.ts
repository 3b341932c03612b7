import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type MoveOptions, moveLedger } from '../../src/commands/move-ledger.ts';
import { plan } from '../../src/commands/plan.ts';
import { run } from '../../src/commands/run.ts';
import { claimDeskAt } from '../../src/ledger/ledger-home.ts';
import { deskWith, type TestDesk } from '../support/desk.ts';
import { describeOnPostgres, type PostgresServer, postgresServer } from '../support/postgres.ts';

const now = Temporal.Instant.from('2026-11-17T09:00:00+08:00');

let desk: TestDesk;
beforeEach(() => {
  desk = deskWith([
    { submittedAt: 46_342.4, email: 'pemohon@contoh.test', event: 'Rapat', startDay: 46_349 },
  ]);
});
afterEach(() => desk.remove());

const circumstances = () => ({ config: desk.config.file, now, progress: () => undefined });
const move = (options: MoveOptions) => moveLedger(circumstances(), options);
const pass = () => run(circumstances(), {});

describe('ledger move', () => {
  test.each([
    ['a password', 'postgres://kantor:rahasia@localhost/dinas?desk=7', /must not hold a password/],
    ['no number', 'postgres://kantor@localhost/dinas', /"\?desk=1" at its end/],
    ['no database', 'postgres://kantor@localhost?desk=7', /must be an address/],
  ])('refuses an address with %s, and repeats no secret', async (_, to, words) => {
    const error = await move({ to }).catch((thrown: unknown) => thrown);

    expect(error).toMatchObject({ code: 'wrong-usage', what: expect.stringMatching(words) });
    expect(String(error)).not.toContain('rahasia');
  });

  test('says that a desk without passes has nothing to move, and makes nothing', async () => {
    const to = join(desk.dir, 'lain', 'ledger.db');

    await expect(move({ to })).rejects.toMatchObject({ code: 'no-ledger' });

    expect(existsSync(join(desk.dir, 'lain'))).toBe(false);
  });
});

describeOnPostgres('ledger move, with PostgreSQL', () => {
  let server: PostgresServer;
  let home: string;
  beforeEach(async () => {
    server = await postgresServer();
    home = `${await server.newDatabase()}&desk=7`;
  });
  afterEach(() => server.stop());

  const setLedger = (ledger: string): void => {
    const settings = JSON.parse(readFileSync(desk.config.file, 'utf8')) as object;
    writeFileSync(desk.config.file, JSON.stringify({ ...settings, ledger }));
  };

  test('takes a desk there and back: each next pass finds nothing to do', async () => {
    await pass();
    const file = desk.config.ledger;

    expect((await move({ to: home, dryRun: true })).data).toMatchObject({ moved: false });
    const there = await move({ to: home });
    await expect(plan(circumstances())).rejects.toMatchObject({ code: 'ledger-moved' });
    setLedger(home);
    expect((await pass()).text).toMatch(/^Nothing to do/);

    await move({ to: file });
    setLedger(file);
    expect((await pass()).text).toMatch(/^Nothing to do/);
    expect(there.text).toContain(`Set "ledger" in ${desk.config.file} to ${JSON.stringify(home)}`);
  });

  test('is refused while somebody works on either desk, and leaves nothing behind', async () => {
    await pass();
    for (const place of [desk.config.ledger, home]) {
      const claim = await claimDeskAt(place, { isService: true });
      await expect(move({ to: home })).rejects.toMatchObject({ code: 'desk-busy' });
      await claim.release();
    }

    expect((await pass()).text).toMatch(/^Nothing to do/);
  });
});
