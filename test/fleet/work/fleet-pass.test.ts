import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openLocalWorkbook } from '../../../src/backends/local/workbook/local-workbook.ts';
import { setup } from '../../../src/commands/setup.ts';
import { readConfig } from '../../../src/config.ts';
import { fillWorkbook } from '../../../src/demo/make-desk.ts';
import { limitsOf } from '../../../src/fleet/choosing/token-bucket.ts';
import { type DeskPlaced, placeDesks } from '../../../src/fleet/settings/desk-places.ts';
import { enrol, fenceOf, noteServed, takeDesk } from '../../../src/fleet/store/desk-rows.ts';
import type { FleetStore } from '../../../src/fleet/store/open-store.ts';
import { bringQuotas } from '../../../src/fleet/store/quota-rows.ts';
import { fleetPass } from '../../../src/fleet/work/fleet-pass.ts';
import { readFeeds } from '../../../src/fleet/work/read-feed.ts';
import { nightNotes } from '../../../src/fleet/work/serve-desk.ts';
import { openTenure } from '../../../src/fleet/work/tenure.ts';
import { openPostgresLedger } from '../../../src/ledger/postgres/open-postgres-ledger.ts';
import { createGoogleDouble } from '../../google-double/google-double.ts';
import { someRegisters } from '../../support/desk.ts';
import { writeGoogleDesk } from '../../support/google-desk-files.ts';
import { aRow, serialOf } from '../../support/post-desk.ts';
import { describeOnPostgres } from '../../support/postgres.ts';
import { aDatabase, aLog, aStore, aWorker, until } from '../a-fleet.ts';

const clock = (): Temporal.Instant => Temporal.Now.instant();
const remember = { desks: 10, rows: 1000 };

describeOnPostgres('a pass in a fleet', () => {
  let dir = '';
  let database = '';
  let store: FleetStore;
  beforeEach(async () => {
    dir = mkdtempSync(join(tmpdir(), 'vicon-fleet-'));
    database = await aDatabase();
    store = await aStore(database);
    return async () => {
      await store.close();
    };
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  const filled = (workbook: string, event: string): void =>
    writeFileSync(
      workbook,
      fillWorkbook(readFileSync(workbook), [
        ...someRegisters,
        { tab: 'Permohonan', rows: [aRow(1, { event, startTime: '' })] },
      ]),
    );

  const anOffice = (name: string, desk: number): string => {
    const { settings, workbook } = setup({ dir: join(dir, name) }).data;
    filled(workbook, `Rapat rahasia-${name}`);
    writeFileSync(
      settings,
      JSON.stringify({
        ...JSON.parse(readFileSync(settings, 'utf8')),
        ledger: `${database}&desk=${desk}`,
      }),
    );
    return settings;
  };

  const placed = async (offices: readonly (readonly [name: string, settings: string])[]) => {
    const places = await placeDesks({
      database,
      direct: database,
      desks: offices.map(([name, settings]) => ({ name, settings })),
    });
    expect(places.faults).toEqual([]);
    return places.desks;
  };

  test('serves workbooks on disks, and nothing of one office comes to another, to the queue or to the logs', async () => {
    const names = ['bupati', 'dinas'] as const;
    const desks = await placed(names.map((name, index) => [name, anOffice(name, index + 1)]));
    const log = aLog();
    const pass = fleetPass({ pool: store.pool, clock, log, remember });
    const worker = await aWorker({ database, desks, pass });
    const looks = async () =>
      (await store.db.selectFrom('fleet_desk').select('looks').execute()).map((row) => row.looks);
    await until(async () => (await looks()).every((count) => count >= 1), 60_000);
    await worker.stop();

    for (const [index, { config }] of desks.entries()) {
      const { tabs } = await openLocalWorkbook({ path: config.workbook }).read();
      expect(JSON.stringify(tabs)).toContain('VC-2026-0001');
      expect(JSON.stringify(tabs)).not.toContain(`rahasia-${names[1 - index]}`);
    }
    const { rows: tables } = await store.pool.query<{ name: string }>(
      "select schemaname || '.' || tablename as name from pg_tables where schemaname in ('layanan', 'pgboss') and tablename !~ '^job_'",
    );
    const found: string[] = [];
    for (const desk of [1, 2]) {
      const client = await store.pool.connect();
      await client.query("select set_config('app.desk', $1, false)", [String(desk)]);
      for (const { name } of tables) {
        const { rows } = await client.query<{ text: string }>(`select t::text from ${name} t`);
        for (const office of names)
          if (JSON.stringify(rows).includes(`rahasia-${office}`))
            found.push(`${name} ${desk} ${office}`);
      }
      client.release(true);
    }
    expect(found.filter((each) => !/^layanan\.\w+ (1 bupati|2 dinas)$/.test(each))).toEqual([]);
    expect(found.filter((each) => /fleet_/.test(each))).toEqual([]);
    expect(JSON.stringify([log.lines, worker.log.lines])).not.toContain('rahasia');
  });

  /** Passes of one worker over a desk, each at its time. */
  const rounds = (desk: DeskPlaced) => {
    const { db, pool } = store;
    let now = clock();
    const log = aLog();
    const pass = fleetPass({ pool, clock: () => now, log, remember });
    const { signal } = new AbortController();
    return {
      log,
      at: async (time: string) => {
        const taken = await takeDesk(db, { desk: desk.desk, worker: 'w' });
        if (taken === undefined) throw new Error('There is no such desk.');
        const limitsFor = () => limitsOf(300);
        const tenure = openTenure({ db, taken, quotas: [], limitsFor, signal, isPaid: true });
        now = Temporal.Instant.from(`${time}+08:00`);
        const nights = nightNotes(db, taken);
        const end = await pass(desk, { taken, tenure, fence: fenceOf(taken), nights });
        await noteServed(db, taken, end);
        return end;
      },
    };
  };

  test('is held once a night against what is decided without memory, and a difference is kept', async () => {
    const [desk] = (await placed([['dinas', anOffice('dinas', 1)]])) as readonly [DeskPlaced];
    await enrol(store.db, [desk]);
    const { log, at } = rounds(desk);
    const checks = () =>
      log.lines
        .filter(({ message }) => /memory|remembered/.test(message))
        .map(({ message, pass }) => `${pass} ${message}`);
    const found = async () =>
      store.db.selectFrom('fleet_desk').select(['checked_at', 'differed_at']).execute();
    for (const minute of ['00', '01', '02']) await at(`2026-11-16T13:${minute}`);
    expect(await at('2026-11-16T13:03')).toEqual({ kind: 'unchanged' });
    // As if it had said that nothing is decided otherwise for years.
    const next_instant = new Date('2031-01-01');
    await store.db.updateTable('fleet_desk').set({ next_instant }).execute();

    for (const time of ['17T05:30', '17T05:31', '18T05:30']) await at(`2026-11-${time}`);

    expect(checks()).toEqual([
      '2026-11-16T21:30:00Z passes remembered wrongly',
      '2026-11-17T21:30:00Z memory checked',
    ]);
    const [{ checked_at, differed_at } = { checked_at: null, differed_at: null }] = await found();
    expect(Number(checked_at)).toBeGreaterThan(Number(differed_at));
    expect(differed_at).not.toBeNull();
  });

  test('looks again at once where settings or program are not those under which the desk came to rest', async () => {
    const [desk] = (await placed([['dinas', anOffice('dinas', 1)]])) as readonly [DeskPlaced];
    await enrol(store.db, [desk]);
    const { at } = rounds(desk);
    for (const minute of ['00', '01', '02']) await at(`2026-11-16T13:${minute}`);
    const other = rounds({
      ...desk,
      config: { ...desk.config, guard: { ...desk.config.guard, alwaysAllowedRows: 21 } },
    });

    expect(await at('2026-11-16T13:03')).toEqual({ kind: 'unchanged' });
    expect(await other.at('2026-11-16T13:04')).toMatchObject({ kind: 'whole' });
  });

  test('hands over what is due by time while a desk rests, and not before', async () => {
    const [desk] = (await placed([['dinas', anOffice('dinas', 1)]])) as readonly [DeskPlaced];
    await enrol(store.db, [desk]);
    const { at } = rounds(desk);
    const roundAt = (time: string) => at(`2026-11-16T${time}`);
    const { outbox } = desk.config.messages;
    const mails = (): number => (existsSync(outbox) ? readdirSync(outbox).length : 0);
    await roundAt('13:00');
    const { workbook } = desk.config;
    const submittedAt = serialOf('2026-11-16T13:04');
    writeFileSync(
      workbook,
      fillWorkbook(readFileSync(workbook), [
        { tab: 'Permohonan', rows: [aRow(2, { submittedAt })] },
      ]),
    );
    // No hour at which mail leaves.
    await roundAt('13:05');
    const ledger = await openPostgresLedger({ database: store.pool, desk: 1 });
    const then = Temporal.Instant.from('2026-11-16T13:25:00+08:00');
    const [message] = await ledger.post.waitingAt(then);
    const mail = { id: 'a.1', messages: [message?.key ?? ''], raw: Buffer.from('isi') };
    await ledger.post.freeze({ ...mail, envelope: { from: 'a@b.test', to: ['c@d.test'] } }, then);
    await ledger.post.answer('a.1', { kind: 'postponed', why: 'server sibuk' }, then);
    for (const time of ['13:31', '13:32']) await roundAt(time);
    expect(await roundAt('13:34')).toEqual({ kind: 'unchanged' });
    const before = mails();

    // Ten minutes after it was refused for the time being.
    expect(await roundAt('13:35')).toEqual({ kind: 'whole', hasChanged: true });

    expect(mails()).toBeGreaterThan(before);
  });

  test('writes nothing into a sheet of Google once the desk is another’s, and stays within the calls that it was given', async () => {
    const workbook = join(dir, 'buku.xlsx');
    writeFileSync(
      workbook,
      readFileSync(readConfig(setup({ dir: join(dir, 'x') }).data.settings).workbook),
    );
    filled(workbook, 'Rapat Koordinasi');
    const { tabs } = await openLocalWorkbook({ path: workbook }).read();
    const spreadsheet = 'lembar-layanan-vicon-0001';
    const double = createGoogleDouble({
      data: {
        spreadsheets: [
          {
            id: spreadsheet,
            title: 'Buku Layanan',
            timeZone: 'Asia/Makassar',
            locale: 'in_ID',
            tabs: tabs.map(({ name, rows }) => ({ name, rows })),
          },
        ],
      },
    });
    double.world.drive.sees = 'everything';
    const google = await double.listen(0);
    const settings = writeGoogleDesk(dir, { spreadsheet, endpoint: google.url });
    const { google: group } = JSON.parse(readFileSync(settings, 'utf8'));
    writeFileSync(settings, JSON.stringify({ google: group, ledger: `${database}&desk=1` }));
    const [desk] = (await placed([['kantor', settings]])) as readonly [DeskPlaced];
    await enrol(store.db, [desk]);
    const limitsFor = () => limitsOf(300);
    await bringQuotas(store.db, desk.quotas, limitsFor);
    const round = async (loseIt: boolean) => {
      const taken = await takeDesk(store.db, { desk: 1, worker: 'w' });
      if (taken === undefined) throw new Error('There is no such desk.');
      const { quotas } = desk;
      const { signal } = new AbortController();
      const tenure = openTenure({ db: store.db, taken, quotas, limitsFor, signal, isPaid: true });
      return fleetPass({ pool: store.pool, clock, log: aLog(), remember })(desk, {
        taken,
        fence: fenceOf(taken),
        nights: nightNotes(store.db, taken),
        tenure: {
          ...tenure,
          take: async (kind) => {
            await tenure.take(kind);
            // Right before the write somebody else takes the desk.
            if (kind === 'write' && loseIt) await takeDesk(store.db, { desk: 1, worker: 'x' });
          },
        },
      });
    };
    const written = () => double.traffic.count({ id: 'sheets.spreadsheets.batchUpdate' });

    await expect(round(true)).rejects.toMatchObject({ code: 'desk-taken-over' });
    expect(written()).toBe(0);
    double.traffic.reset();
    expect(await round(false)).toMatchObject({ kind: 'whole', hasChanged: true });
    expect(written()).toBe(1);
    const bucket = await store.db
      .selectFrom('fleet_quota')
      .select(['kind', 'level'])
      .orderBy('kind')
      .execute();
    expect(Math.max(...bucket.map(({ level }) => level))).toBeLessThan(limitsOf(300).burst);

    await readFeeds(store.db, [desk], (error) => {
      throw error;
    });
    double.people.typeCells({
      spreadsheetId: spreadsheet,
      range: "'Permohonan'!Z9",
      rows: [['x']],
    });
    await until(async () => {
      await store.db
        .updateTable('fleet_feed')
        .set({ read_at: new Date(0) })
        .execute();
      await readFeeds(store.db, [desk], () => undefined);
      const rows = await store.db.selectFrom('fleet_desk').select('hinted_at').execute();
      return rows[0]?.hinted_at != null;
    });
    await google.close();
  });
});
