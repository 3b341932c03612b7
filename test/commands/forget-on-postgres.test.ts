import { readFileSync, writeFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { forget } from '../../src/commands/forget.ts';
import { run } from '../../src/commands/run.ts';
import { dayToSerial } from '../../src/core/sheet/serial.ts';
import { openPool } from '../../src/ledger/postgres/pool.ts';
import { deskWith, type TestDesk } from '../support/desk.ts';
import { describeOnPostgres, type PostgresServer, postgresServer } from '../support/postgres.ts';

const day = (text: string) => dayToSerial(Temporal.PlainDate.from(text));
const aRow = (number: number, { asked, held }: { asked: string; held: string }) => ({
  submittedAt: day(asked) + (540 + number) / 1440,
  email: `rahasia${number}@contoh.test`,
  requesterName: 'Rahmat Pakaya',
  institution: 'Bappeda',
  phone: `08120000100${number}`,
  event: `Rapat ${number}`,
  startDay: day(held),
  startTime: '09.00',
  endTime: '11.00',
  place: 'Aula',
  serviceKind: 'Operator saja',
});

describeOnPostgres('a desk with its ledger in PostgreSQL', () => {
  let server: PostgresServer;
  let address: string;
  let desk: TestDesk;
  beforeAll(async () => {
    server = await postgresServer();
    address = await server.newDatabase();
    desk = deskWith([]);
    const { file } = desk.config;
    const settings: unknown = JSON.parse(readFileSync(file, 'utf8'));
    writeFileSync(file, JSON.stringify({ ...(settings as object), ledger: `${address}&desk=1` }));
  });
  afterAll(() => {
    desk.remove();
    server.stop();
  });

  const at = (moment: string) => ({
    config: desk.config.file,
    now: Temporal.Instant.from(moment),
    progress: () => undefined,
  });
  /** All that stands in the tables, as text. */
  const everything = async (): Promise<string> => {
    // On a superuser the rules of rows have no power.
    const everybody = address.replace(/user=[^&]*/, 'user=admin');
    const database = await openPool({ address: everybody, name: 'test' });
    const { rows: tables } = await database.query(
      "select schemaname s, tablename t from pg_tables where schemaname not in ('pg_catalog', 'information_schema')",
    );
    const texts: string[] = [];
    for (const { s, t } of tables) {
      const { rows } = await database.query(
        `select row_to_json(x)::text as x from "${s}"."${t}" x`,
      );
      texts.push(...rows.map(({ x }) => String(x)));
    }
    await database.end();
    return texts.join('\n');
  };

  test('forgets who asked for an event of long ago, and nobody else', async () => {
    await desk.rewrite(() => [
      aRow(1, { asked: '2026-11-03', held: '2026-11-10' }),
      aRow(2, { asked: '2026-12-20', held: '2026-12-29' }),
    ]);
    await run(at('2026-11-03T10:00:00+08:00'), {});
    expect(await everything()).toContain('rahasia1@contoh.test');

    const before = Temporal.PlainDate.from('2026-12-01');
    const { exit } = await forget(at('2026-12-28T09:00:00+08:00'), { before, yes: true });

    const left = await everything();
    expect(exit).toBe(0);
    expect(left).not.toMatch(/rahasia1@contoh\.test|8120000100[^2-9]/);
    expect(left).toContain('rahasia2@contoh.test');
  });
});
