/**
 * How jobs come from the dispatcher to a worker: pg-boss, which wakes workers, minds their heartbeats and gives the jobs of
 * dead ones to others. It carries numbers of desks and nothing else, keeps no order, and may lose everything.
 */
import type { PgBoss } from 'pg-boss';
import { ServiceError } from '../../errors.ts';

export interface DeskJob {
  readonly desk: number;
  /** It was begun before, by somebody who did not come to its end. */
  readonly isRepeated: boolean;
}

export interface FleetQueue {
  /** A desk for which a job waits already gets no second one. */
  send(desks: readonly number[]): Promise<void>;
  /** Ends the jobs that dead workers had begun: else a new one waits for the heartbeat that they miss. */
  drop(desks: readonly number[]): Promise<void>;
  /** @param handle Never throws: what it threw would be kept in the queue, words and all. */
  work(atOnce: number, handle: (job: DeskJob) => Promise<void>): Promise<void>;
  /** Takes no more jobs, and resolves when those underway are through or the time is over. */
  stop(): Promise<void>;
}

/** Exactly this one was measured; others differ in what they promise. */
export const pgBossVersion = '12.38.0';

const queueName = 'pass';
export const queueSchema = 'pgboss';

/** One running and one waiting a desk. */
const policy = 'stately';
const queueOptions = {
  notify: true,
  retryLimit: 3,
  retryBackoff: true,
  expireInSeconds: 300,
  heartbeatSeconds: 10,
  retentionSeconds: 600,
  deleteAfterSeconds: 600,
};

const stopMs = 60_000;

export const openQueue = async ({
  address,
  worker,
  trouble,
}: {
  /** Straight to PostgreSQL: a pooler knows no LISTEN. */
  readonly address: string;
  readonly worker: string;
  readonly trouble: (error: unknown) => void;
}): Promise<FleetQueue> => {
  const { PgBoss: Boss } = await loadPgBoss();
  const boss: PgBoss = new Boss({
    connectionString: address,
    application_name: `layanan-vicon queue ${worker}`,
    schema: queueSchema,
    max: 6,
    useListenNotify: true,
    superviseIntervalSeconds: 2,
    monitorIntervalSeconds: 2,
    maintenanceIntervalSeconds: 300,
    instanceName: worker,
    schedule: false,
  });
  boss.on('error', trouble);
  await boss.start();
  await boss.createQueue(queueName, { policy, ...queueOptions });
  await boss.updateQueue(queueName, queueOptions);
  return {
    send: async (desks) => {
      if (desks.length === 0) return;
      await boss.insert(
        queueName,
        desks.map((desk) => ({ data: { desk }, singletonKey: String(desk) })),
      );
    },
    drop: async (desks) => {
      if (desks.length === 0) return;
      await boss
        .getDb()
        .executeSql(
          `delete from ${queueSchema}.job where name = $1 and state = 'active' and singleton_key = any($2::text[])`,
          [queueName, desks.map(String)],
        );
    },
    work: async (atOnce, handle) => {
      const options = {
        localConcurrency: atOnce,
        batchSize: 1,
        pollingIntervalSeconds: 0.5,
        notifyPollingIntervalSeconds: 0.5,
      };
      await boss.work<{ readonly desk: number }, void, typeof options>(
        queueName,
        options,
        async (jobs) => {
          for (const { data, retryCount } of jobs)
            await handle({ desk: data.desk, isRepeated: retryCount > 0 });
        },
      );
    },
    stop: () => boss.stop({ graceful: true, timeout: stopMs }),
  };
};

/** @throws PgBossMissingError */
export const loadPgBoss = async (): Promise<typeof import('pg-boss')> => {
  try {
    return await import('pg-boss');
  } catch (error) {
    if (isMissing(error)) throw new PgBossMissingError(error);
    throw error;
  }
};

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';

/** A desk of its own needs no queue, so it is not brought along. */
export class PgBossMissingError extends ServiceError {
  readonly code = 'pg-boss-missing';

  constructor(cause: unknown) {
    super({
      what: 'A fleet needs the package pg-boss, which is not installed.',
      todo: `Run "npm i pg-boss@${pgBossVersion}" beside layanan-vicon, and start again.`,
      cause,
    });
  }
}
