import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { Temporal } from 'temporal-polyfill';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { RestoreInTheWayError } from '../../src/backup/errors.ts';
import { backup } from '../../src/commands/backup.ts';
import { restore } from '../../src/commands/restore.ts';
import { type ConfigFile, readConfig } from '../../src/config.ts';
import { noChange } from '../../src/core/cases/ledger-state.ts';
import { dayToSerial } from '../../src/core/sheet/serial.ts';
import { DeskBusyError } from '../../src/ledger/errors.ts';
import { claimDeskAt, openDatabaseAt, openLedgerAt } from '../../src/ledger/ledger-home.ts';
import { weighMove } from '../../src/ledger/move-ledger.ts';
import { openDesk } from '../../src/service/open-desk.ts';
import { runPass } from '../../src/service/pass.ts';
import { fillLedger } from '../ledger/full-ledger.ts';
import { deskWith, type TestDesk } from '../support/desk.ts';
import { describeOnPostgres, type PostgresServer, postgresServer } from '../support/postgres.ts';

const at = Temporal.Instant.from('2026-11-18T10:00:00+08:00');
const serial = (day: string) => dayToSerial(Temporal.PlainDate.from(day));

describeOnPostgres('a copy of a desk whose ledger is in PostgreSQL', () => {
  let server: PostgresServer;
  let database: string;
  beforeAll(async () => {
    server = await postgresServer();
    database = await server.newDatabase();
  });
  afterAll(() => server.stop());

  let used = 0;
  let desk: TestDesk;
  let shelf: string;
  let config: ConfigFile;
  beforeEach(() => {
    used += 2;
    shelf = mkdtempSync(join(tmpdir(), 'vicon-copies-'));
    desk = deskWith([
      {
        submittedAt: serial('2026-11-18') + 0.38,
        email: 'pemohon@contoh.test',
        event: 'Rapat',
        startDay: serial('2026-11-24'),
      },
    ]);
    setLedger(`${database}&desk=${used}`);
  });
  afterEach(() => {
    desk.remove();
    rmSync(shelf, { recursive: true, force: true });
  });

  const setLedger = (ledger: string): void => {
    const settings = JSON.parse(readFileSync(desk.config.file, 'utf8')) as object;
    writeFileSync(desk.config.file, JSON.stringify({ ...settings, ledger }));
    config = readConfig(desk.config.file);
  };
  const circumstances = () => ({ config: desk.config.file, now: at, progress: () => undefined });
  const pass = async () => {
    const open = await openDesk(config, { now: at });
    try {
      return await runPass(open, { now: at });
    } finally {
      await open.close();
    }
  };
  const copied = async (): Promise<string> =>
    ((await backup(circumstances(), { to: shelf })).data as { readonly folder: string }).folder;
  const restored = (folder: string, replace = false) =>
    restore(circumstances(), { folder, replace });
  const wipeFiles = () => {
    for (const name of readdirSync(desk.dir)) rmSync(join(desk.dir, name), { recursive: true });
  };
  const wipeDatabase = async (): Promise<void> => {
    const client = new Client(database);
    await client.connect();
    await client.query('drop schema layanan cascade');
    await client.end();
  };
  /** Every row of a desk, by table. */
  const rowsOf = async (where: string) => {
    const [from, nothing] = [
      await openDatabaseAt(where, { readOnly: true }),
      await openDatabaseAt(join(shelf, 'tidak-ada.db'), { readOnly: true }),
    ];
    try {
      return await weighMove(from, nothing);
    } finally {
      await from.close();
      await nothing.close();
    }
  };
  const commit = async (where: string, word: string): Promise<void> => {
    const ledger = await openLedgerAt(where, {});
    await ledger.commit({ ...noChange, history: [{ kind: 'pass', because: word }] }, at, word);
    await ledger.close();
  };

  test('brings a wiped desk back into an empty database, row for row, so that the next pass has nothing to do', async () => {
    await pass();
    const before = await rowsOf(config.ledger);
    const neighbour = `${database}&desk=${used + 1}`;
    await commit(neighbour, 'tetangga');
    const folder = await copied();
    wipeFiles();
    await wipeDatabase();

    const answer = await restored(folder);

    expect(answer.data).toMatchObject({ restored: expect.arrayContaining([config.ledger]) });
    expect(await rowsOf(config.ledger)).toEqual(before);
    expect((await pass()).idle).toBe(true);
    expect((await restored(folder)).text).toContain('nothing was written');
    await expect(rowsOf(neighbour)).rejects.toMatchObject({ code: 'no-ledger' });
  });

  test('holds every row of this desk and none of another one', async () => {
    const full = await openLedgerAt(config.ledger, {});
    await fillLedger(full, { tickets: 1200 });
    await full.close();
    await commit(`${database}&desk=${used + 1}`, 'tetangga');

    const folder = await copied();

    const file = join(folder, 'ledger', 'ledger.db');
    expect(readdirSync(join(folder, 'ledger'))).toEqual(['ledger.db']);
    expect(await rowsOf(file)).toEqual(await rowsOf(config.ledger));
    expect(readFileSync(file).includes('tetangga')).toBe(false);
  });

  test('takes the place of another ledger only when that is asked for, keeps it, and leaves the neighbours alone', async () => {
    const full = await openLedgerAt(config.ledger, {});
    await fillLedger(full);
    await full.close();
    const neighbour = `${database}&desk=${used + 1}`;
    await commit(neighbour, 'tetangga');
    const [before, besides] = [await rowsOf(config.ledger), await rowsOf(neighbour)];
    const folder = await copied();
    await commit(config.ledger, 'sesudahnya');
    const newer = await rowsOf(config.ledger);

    await expect(restored(folder)).rejects.toThrow(RestoreInTheWayError);
    expect(await rowsOf(config.ledger)).toEqual(newer);
    const { data } = await restored(folder, true);

    expect(await rowsOf(config.ledger)).toEqual(before);
    expect(await rowsOf(neighbour)).toEqual(besides);
    const [aside = ''] = (data as { readonly kept: readonly string[] }).kept;
    expect(await rowsOf(aside)).toEqual(newer);
  });

  test('is not restored under whoever works on the desk', async () => {
    await pass();
    const folder = await copied();
    await commit(config.ledger, 'sesudahnya');
    const claim = await claimDeskAt(config.ledger);
    try {
      await expect(restored(folder, true)).rejects.toThrow(DeskBusyError);
    } finally {
      await claim.release();
    }
  });
});
