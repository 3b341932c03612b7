/** What only PostgreSQL can get wrong: many at once, in one database with others, over a line that can break. */
import { Client, type ClientBase, type Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DeskTakenOverError } from '../../src/ledger/errors.ts';
import { claimDeskAt, openLedgerAt } from '../../src/ledger/ledger-home.ts';
import { openPostgresLedger } from '../../src/ledger/postgres/open-postgres-ledger.ts';
import { openPool } from '../../src/ledger/postgres/pool.ts';
import { describeOnPostgres, type PostgresServer, postgresServer } from '../support/postgres.ts';
import { aChange, aTicket, giving, now, ticketOf } from './changes.ts';
import { fillLedger } from './full-ledger.ts';

describeOnPostgres('a ledger in PostgreSQL', () => {
  let server: PostgresServer;
  let address: string;
  let pool: Pool;
  let used = 0;
  const aNumber = (): number => {
    used += 1;
    return used;
  };
  const aLedger = (desk = aNumber()) => openPostgresLedger({ database: pool, desk });

  beforeAll(async () => {
    server = await postgresServer();
    address = await server.newDatabase();
    pool = await openPool({ address, name: 'test' });
    await fillLedger(await aLedger());
  });
  afterAll(async () => {
    await pool.end();
    server.stop();
  });

  const asked = async <T>(to: string, work: (client: ClientBase) => Promise<T>): Promise<T> => {
    const client = new Client(to);
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  };

  describe('its tables', () => {
    test('are made once, however many come at once', async () => {
      const empty = await server.newDatabase();

      const ledgers = await Promise.all(
        [1, 2, 3, 4].map((desk) => openPostgresLedger({ database: empty, desk })),
      );
      await Promise.all(ledgers.map((ledger) => ledger.commit(giving(1), now, 'pass 1')));

      for (const ledger of ledgers) {
        expect((await ledger.state()).tickets.size).toBe(1);
        await ledger.close();
      }
    });

    test('stand beside those of other programs', async () => {
      const shared = await server.newDatabase();
      await asked(shared, (client) =>
        client.query(
          'create schema pgboss; create table pgboss.job (id int); create table job (id int)',
        ),
      );

      const ledger = await openPostgresLedger({ database: shared, desk: 1 });

      expect((await ledger.state()).tickets.size).toBe(0);
      await ledger.close();
    });

    test('are not made where another program has some of the same names', async () => {
      const taken = await server.newDatabase();
      await asked(taken, (client) =>
        client.query('create schema layanan; create table layanan.ticket (id int)'),
      );

      await expect(openPostgresLedger({ database: taken, desk: 1 })).rejects.toMatchObject({
        code: 'not-a-ledger',
      });
    });

    test('are not made by whoever only reads, and the ledger is empty then', async () => {
      const empty = await server.newDatabase();

      const ledger = await openPostgresLedger({ database: empty, desk: 1, readOnly: true });

      expect((await ledger.state()).tickets.size).toBe(0);
      await ledger.close();
      const { rows } = await asked(empty, (client) =>
        client.query("select 1 from pg_namespace where nspname = 'layanan'"),
      );
      expect(rows).toEqual([]);
    });

    test('need a database that takes any text', async () => {
      const latin = await server.newDatabase("encoding 'LATIN1' locale 'C' template template0");

      await expect(openPostgresLedger({ database: latin, desk: 1 })).rejects.toMatchObject({
        code: 'database-unfit',
      });
    });

    test.each([
      ['a line of the history to be changed', "update layanan.history set because = 'lain'"],
      ['a line of the history to be removed', 'delete from layanan.history'],
      ['the history to be emptied', 'truncate layanan.history'],
      ['a moment to be changed', "update layanan.moment set kind = 'completed'"],
      ['a moment to be removed', 'delete from layanan.moment'],
      ['a ticket to be removed', 'delete from layanan.ticket where number = 3'],
      ['a ticket to be renumbered', 'update layanan.ticket set number = 9 where number = 3'],
      ['the highest number to shrink', 'update layanan.last_number set number = 1'],
      ['the highest number to be forgotten', 'delete from layanan.last_number'],
      ['when a complaint was seen to be changed', "update layanan.complaint set at = 'kini'"],
    ])('never allow %s, not even at an SQL prompt', async (_, statement) => {
      const attempt = asked(address, (client) => client.query(`set app.desk = '*'; ${statement}`));

      await expect(attempt).rejects.toThrow(/append-only|only grows/);
    });
  });

  describe('its desks', () => {
    test('are out of reach of each other, also for a statement that forgets to name one', async () => {
      const [mine, other] = [aNumber(), aNumber()];
      for (const desk of [mine, other]) await fillLedger(await aLedger(desk));

      await asked(address, async (client) => {
        const seen = async () =>
          (await client.query('select distinct desk from layanan.memory')).rows;
        expect(await seen()).toEqual([]);
        await client.query(`set app.desk = '${mine}'`);
        expect(await seen()).toEqual([{ desk: mine }]);
        const intrusion = client.query(
          `insert into layanan.memory values (${other}, 'canary', 'x')`,
        );
        await expect(intrusion).rejects.toMatchObject({ code: '42501' });
        const { rowCount } = await client.query("update layanan.memory set value = 'x'");
        expect(rowCount).toBe(1);
      });
    });
  });

  describe('what is read', () => {
    test('is of one moment beside a busy writer', async () => {
      const desk = aNumber();
      const [writer, reader] = [await aLedger(desk), await aLedger(desk)];
      const filling = async (): Promise<void> => {
        for (let number = 1; number <= 60; number += 1)
          await writer.commit(
            aChange({
              ...giving(number),
              intended: [{ ticket: ticketOf(number), field: 'state', value: number }],
              complaints: [{ number: `ADU-${number}`, key: 'a', at: now }],
            }),
            now,
            'pass',
          );
      };
      let isBusy = true;
      const busy = filling().finally(() => {
        isBusy = false;
      });

      const torn: unknown[] = [];
      while (isBusy) {
        const { tickets, written, complaints, lastNumber } = await reader.state();
        const counts = [tickets.size, written.size, complaints.size, lastNumber.get(2026) ?? 0];
        if (new Set(counts).size > 1) torn.push(counts);
      }
      await busy;

      expect(torn).toEqual([]);
    });

    test('holds numbers of any length that a ticket may have, and refuses those that would be rounded', async () => {
      const ledger = await aLedger();
      await ledger.commit(giving(999_999_999_999_999), now, 'pass 1');

      expect((await ledger.state()).lastNumber).toEqual(new Map([[2026, 999_999_999_999_999]]));
      await expect(pool.query('select 9007199254740993::bigint')).rejects.toThrow(RangeError);
    });

    test('holds a row that is known by more text than an index takes', async () => {
      const ledger = await aLedger();
      const key = Array.from({ length: 4000 }, (_, index) => index.toString(36)).join(' ');
      await ledger.commit(aChange({ newTickets: [aTicket(1, { key })] }), now, 'pass 1');

      expect((await ledger.state()).tickets.get(ticketOf(1))?.key).toBe(key);
      await expect(
        ledger.commit(aChange({ newTickets: [aTicket(2, { key })] }), now, 'pass 2'),
      ).rejects.toMatchObject({ code: 'ledger-conflict' });
    });
  });

  describe('several writers', () => {
    test('on one desk follow one another, and each has a revision of its own', async () => {
      const desk = aNumber();
      const ledgers = await Promise.all([1, 2, 3, 4].map(() => aLedger(desk)));

      await Promise.all(
        ledgers.flatMap((ledger, writer) =>
          [0, 1, 2, 3, 4].map((turn) =>
            ledger.commit(
              aChange({
                history: [{ kind: 'message', subject: `${writer}.${turn}`, because: 'uji' }],
              }),
              now,
              `pass ${writer}`,
            ),
          ),
        ),
      );

      const { rows } = await asked(address, (client) =>
        client.query(`set app.desk = '${desk}'; select revision from layanan.history order by 1`),
      ).then((answers) => (Array.isArray(answers) ? answers.at(-1) : answers));
      expect(rows.map(({ revision }: { revision: string }) => Number(revision))).toEqual(
        Array.from({ length: 20 }, (_, index) => index + 1),
      );
    });

    test('on one document leave lines that follow from each other', async () => {
      const desk = aNumber();
      const ledgers = [await aLedger(desk), await aLedger(desk)];
      const record = { key: 'laporan/1', fingerprint: 'x', contentHash: 'y', edition: 1 };

      await Promise.all(
        ledgers.map((ledger, index) =>
          ledger.rememberDocument({ ...record, id: `${index}`, url: `url ${index}` }, now, 'pass'),
        ),
      );

      const [first, second] = (await ledgers[0]?.history()) ?? [];
      expect(second?.was).toBe(first?.becomes);
      expect(first).not.toHaveProperty('was');
    });

    test('are kept out by the fence, and nothing of theirs is written', async () => {
      const desk = aNumber();
      let isMine = true;
      const fenced = await openPostgresLedger({
        database: pool,
        desk,
        fence: async () => {
          if (!isMine) throw new DeskTakenOverError();
        },
      });
      await fenced.commit(giving(1), now, 'pass 1');
      isMine = false;

      const attempts = [
        fenced.commit(giving(2), now, 'pass 2'),
        fenced.confirm([{ ticket: ticketOf(1), field: 'state', value: 'x' }]),
        fenced.remember('name', 'x'),
      ];

      for (const attempt of attempts)
        await expect(attempt).rejects.toMatchObject({ code: 'desk-taken-over' });
      expect((await fenced.state()).tickets.size).toBe(1);
      expect(await fenced.recall('name')).toBeUndefined();
    });
  });

  describe('a claim', () => {
    test('keeps others out and tells them who is at work, until it is released', async () => {
      const place = `${address}&desk=${aNumber()}`;
      const claim = await claimDeskAt(place, { isService: true });

      const refused = await claimDeskAt(place).catch((error: unknown) => error);
      await claimDeskAt(`${address}&desk=${aNumber()}`).then((other) => other.release());

      expect(refused).toMatchObject({
        code: 'desk-busy',
        holder: { pid: process.pid, work: 'serve' },
      });
      await claim.release();
      await claim.release();
      await claimDeskAt(place).then((next) => next.release());
    });

    test('that broke off is taken anew, and only what begins after that is written', async () => {
      const desk = aNumber();
      const place = `${address}&desk=${desk}`;
      const claim = await claimDeskAt(place, { isService: true });
      const ledger = await openLedgerAt(place, { claim });

      await pool.query(
        `select pg_terminate_backend(pid, 10000) from pg_stat_activity where application_name like 'layanan-vicon serve %'`,
      );
      const underway = ledger.commit(giving(1), now, 'pass 1');

      await expect(underway).rejects.toMatchObject({ code: 'claim-lost' });
      await ledger.commit(giving(2), now, 'pass 2');
      expect([...(await ledger.state()).tickets.keys()]).toEqual([ticketOf(2)]);
      await expect(claimDeskAt(place)).rejects.toMatchObject({ code: 'desk-busy' });
      await claim.release();
      await ledger.close();
    });

    test('that the server has ended lets nothing be written any more', async () => {
      const desk = aNumber();
      const place = `${address}&desk=${desk}`;
      const claim = await claimDeskAt(place);
      const ledger = await openLedgerAt(place, { claim });
      await ledger.commit(giving(1), now, 'pass 1');

      await pool.query(
        `select pg_terminate_backend(pid, 10000) from pg_stat_activity where application_name like 'layanan-vicon once %'`,
      );
      const next = await claimDeskAt(place);

      await expect(ledger.commit(giving(2), now, 'pass 2')).rejects.toMatchObject({
        code: 'desk-taken-over',
      });
      await next.release();
      await claim.release();
      await ledger.close();
    });
  });

  test.each([
    ['nobody listens', 'postgres://nobody@127.0.0.1:9/layanan', 'ledger-unreachable'],
    ['there is no such database', 'postgres:///nowhere', 'ledger-not-allowed'],
    ['there is no such user', 'postgres:///postgres?user=nobody', 'ledger-not-allowed'],
    ['the user may make nothing', 'postgres:///postgres?user=kantor', 'ledger-not-allowed'],
  ])('says in words that %s', async (_, wanted, code) => {
    const home = new URL(address).searchParams;
    const place = new URL(wanted);
    if (place.hostname === '') {
      place.searchParams.set('host', home.get('host') ?? '');
      if (!place.searchParams.has('user')) place.searchParams.set('user', 'kantor');
    }

    await expect(openPostgresLedger({ database: place.href, desk: 1 })).rejects.toMatchObject({
      code,
    });
  });

  test('never tells a password', async () => {
    const attempt = openPostgresLedger({
      database: 'postgres://nobody:rahasia@127.0.0.1:9/layanan',
      desk: 1,
    });

    const error = await attempt.catch((thrown: unknown) => thrown);
    expect(String(error)).toContain('postgres://nobody@127.0.0.1:9/layanan?desk=1');
    expect(String(error)).not.toContain('rahasia');
  });

  test('that is only read takes no change', async () => {
    const desk = aNumber();
    await fillLedger(await aLedger(desk));
    const reader = await openPostgresLedger({ database: pool, desk, readOnly: true });

    await expect(reader.commit(giving(4_000_000_000), now, 'pass 2')).rejects.toMatchObject({
      code: 'ledger-not-writable',
    });
  });
});
