import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { destination } from 'pino';
import type { Temporal } from 'temporal-polyfill';
import { failureIn } from '../failure.ts';
import { refuseSharedLocks, refuseUnfit } from '../fleet/checking.ts';
import { placeDesks } from '../fleet/settings/desk-places.ts';
import { readFleetSettings } from '../fleet/settings/fleet-settings.ts';
import { openStore } from '../fleet/store/open-store.ts';
import { fleetPass } from '../fleet/work/fleet-pass.ts';
import { loadPgBoss, openQueue } from '../fleet/work/queue.ts';
import { runFleet } from '../fleet/work/run-fleet.ts';
import { openLog } from '../service/log.ts';
import type { Uptime } from '../service/post/clock-watch.ts';
import type { Answer, Circumstances } from './answer.ts';

/** Of its own pool: beside the locks' one connection and the queue's six. */
const connections = 8;

/** One worker of a fleet, until `signal` aborts. */
export const fleet = async (
  { config: file }: Pick<Circumstances, 'config'>,
  {
    signal,
    clock,
    uptime,
    passOver = fleetPass,
  }: {
    readonly signal: AbortSignal;
    readonly clock: () => Temporal.Instant;
    readonly uptime?: () => Uptime;
    /** Instead of a whole pass, for trials. */
    readonly passOver?: typeof fleetPass;
  },
): Promise<Answer> => {
  const settings = readFleetSettings(file);
  await loadPgBoss();
  const places = await placeDesks(settings);
  refuseUnfit(places);
  await refuseSharedLocks(settings.direct);
  const lines = destination({ dest: 2, sync: true });
  // The terminal may be closed under us; the work goes on.
  lines.on('error', () => undefined);
  const log = openLog({ level: settings.logLevel, destination: lines });
  for (const { name, failure } of places.faults)
    log.warn('desk left out', { name, code: failure.code });
  const worker = `${process.pid}-${randomBytes(3).toString('hex')}`;
  const store = await openStore({
    address: settings.database,
    name: `layanan-vicon fleet ${worker}`,
    max: connections,
  });
  try {
    await runFleet({
      settings,
      desks: places.desks,
      store,
      queue: await openQueue({
        address: settings.direct,
        worker,
        trouble: (error) => log.warn('queue in trouble', { code: failureIn(error).code }),
      }),
      worker,
      host: hostname(),
      pass: passOver({
        pool: store.pool,
        clock,
        log,
        remember: settings.remember,
        ...(uptime && { uptime }),
      }),
      log,
      random: Math.random,
      signal,
    });
    return { text: '', data: {}, exit: 0 };
  } finally {
    await store.close();
  }
};
