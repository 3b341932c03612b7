import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { configFrom } from '../../src/config.ts';
import type { DeskPlaced } from '../../src/fleet/settings/desk-places.ts';
import type { FleetSettings } from '../../src/fleet/settings/fleet-settings.ts';
import { type FleetStore, openStore } from '../../src/fleet/store/open-store.ts';
import { openQueue } from '../../src/fleet/work/queue.ts';
import { runFleet } from '../../src/fleet/work/run-fleet.ts';
import type { FleetPass } from '../../src/fleet/work/serve-desk.ts';
import type { Log, LogFields } from '../../src/service/log.ts';
import { postgresServer } from '../support/postgres.ts';

export const aPlacedDesk = (desk: number, over: Partial<DeskPlaced> = {}): DeskPlaced => ({
  desk,
  name: `kantor-${desk}`,
  config: { ...configFrom({}), file: '' },
  settingsHash: 'a',
  place: `kantor ${desk}.xlsx`,
  quotas: [],
  ...over,
});

export const someFleetSettings = (database: string): FleetSettings => ({
  database,
  direct: database,
  desks: [],
  quotas: {
    project: { reads: 300, writes: 300 },
    user: { reads: 60, writes: 60 },
    projects: {},
  },
  targets: { cold: 1, recent: 1, quiet: 300 },
  answerWithinSeconds: 60,
  passesAtOnce: 4,
  remember: { desks: 10, rows: 1000 },
  logLevel: 'silent',
  file: 'fleet.json',
});

export const aDatabase = async (): Promise<string> => (await postgresServer()).newDatabase();

export const aStore = async (address?: string): Promise<FleetStore> =>
  openStore({ address: address ?? (await aDatabase()), name: 'test', max: 4 });

/** Keeps the lines. */
export const aLog = (): Log & {
  readonly lines: readonly (LogFields & { readonly message: string })[];
} => {
  const lines: (LogFields & { readonly message: string })[] = [];
  const keep = (message: string, fields: LogFields = {}): void => {
    lines.push({ message, ...fields });
  };
  return { lines, debug: keep, info: keep, warn: keep, error: keep };
};

export interface RunningWorker {
  readonly log: ReturnType<typeof aLog>;
  readonly store: FleetStore;
  stop(): Promise<void>;
}

/** One worker in this process. */
export const aWorker = async ({
  database,
  desks,
  pass,
}: {
  readonly database: string;
  readonly desks: readonly DeskPlaced[];
  readonly pass: FleetPass;
}): Promise<RunningWorker> => {
  const worker = randomUUID().slice(0, 8);
  const store = await aStore(database);
  const log = aLog();
  const queue = await openQueue({ address: database, worker, trouble: () => undefined });
  const stop = new AbortController();
  const running = runFleet({
    settings: someFleetSettings(database),
    desks,
    store,
    queue,
    worker,
    host: 'test',
    pass,
    log,
    random: () => 0,
    signal: stop.signal,
  });
  return {
    log,
    store,
    stop: async () => {
      stop.abort();
      await running;
      await store.close();
    },
  };
};

export const until = async (isSo: () => boolean | Promise<boolean>, ms = 15_000): Promise<void> => {
  const end = performance.now() + ms;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error('It did not come to that.');
    await new Promise((done) => setTimeout(done, 50));
  }
};

/** Half a minute ago every desk was sent, and nothing was ever heard of it. */
export const loseAllJobs = async ({ db }: FleetStore): Promise<void> => {
  await sql`delete from pgboss.job`.execute(db);
  await db
    .updateTable('fleet_desk')
    .set({ sent_at: sql<Date>`clock_timestamp() - interval '29 seconds'` })
    .execute();
};
