import { refuseSharedLocks, refuseUnfit } from '../fleet/checking.ts';
import { type Reach, reachOf } from '../fleet/choosing/reach.ts';
import { isUsersQuota, type Places, placeDesks } from '../fleet/settings/desk-places.ts';
import { type FleetSettings, readFleetSettings } from '../fleet/settings/fleet-settings.ts';
import { openStore } from '../fleet/store/open-store.ts';
import { loadPgBoss, pgBossVersion } from '../fleet/work/queue.ts';
import type { Answer, Circumstances } from './answer.ts';
import { type Check, right, runChecks, warned, wrong } from './doctor/check.ts';
import { toldChecks } from './doctor/told-checks.ts';

/** Everything that a fleet stands on, and how soon its offices can be answered at all. Nothing is changed. */
export const fleetCheck = async ({
  config: file,
  progress,
}: Pick<Circumstances, 'config' | 'progress'>): Promise<Answer> => {
  const settings = readFleetSettings(file);
  const places = await placeDesks(settings);
  const reach = reachIn(settings, places);
  const results = await runChecks(
    [
      {
        name: 'pg-boss',
        needs: [],
        look: async () => {
          await loadPgBoss();
          return right(pgBossVersion);
        },
      },
      ...places.faults.map(
        ({ name, failure }): Check => ({
          name: `desk ${name}`,
          needs: [],
          look: () => wrong(failure.what, failure.todo),
        }),
      ),
      {
        name: 'desks',
        needs: [],
        look: () => {
          refuseUnfit(places);
          return right(`${places.desks.length}`);
        },
      },
      { name: 'database', needs: [], look: () => reachable(settings.database) },
      {
        name: 'locks on the direct connection',
        needs: ['database'],
        look: async () => {
          await refuseSharedLocks(settings.direct);
          return right();
        },
      },
      ...reach.map((each) => reachCheck(each, settings)),
    ],
    progress,
  );
  const failures = results.filter(({ state }) => state === 'wrong').length;
  return {
    text: toldChecks(results, 'The fleet'),
    data: { checks: results, reach },
    exit: failures === 0 ? 0 : 1,
  };
};

const reachable = async (address: string): Promise<ReturnType<typeof right>> => {
  const store = await openStore({ address, name: 'layanan-vicon check', max: 1, make: false });
  try {
    const { rows } = await store.pool.query<{ most: string }>(
      "select current_setting('max_connections') as most",
    );
    const most = Number(rows[0]?.most ?? 0);
    return most < 2 * connectionsOfAWorker
      ? warned(
          `The database takes ${most} connections; a worker wants ${connectionsOfAWorker}.`,
          'Raise "max_connections" of PostgreSQL, so that several workers find room.',
        )
      : right();
  } finally {
    await store.close();
  }
};

const connectionsOfAWorker = 16;

export const reachIn = (settings: FleetSettings, { desks }: Places): readonly Reach[] => {
  const { project, user, projects } = settings.quotas;
  return reachOf(desks, {
    coldMs: settings.targets.cold * 1000,
    quotaOf: (quota) => (isUsersQuota(quota) ? user : (projects[quota] ?? project)).reads,
  });
};

const reachCheck = (
  { project, desks, longestGapMs, p95Ms }: Reach,
  { answerWithinSeconds }: FleetSettings,
): Check => ({
  name: project === undefined ? 'workbooks on disks' : `project ${project}`,
  needs: [],
  look: () => {
    const told = Number.isFinite(p95Ms)
      ? `${desks} desks, each looked at every ${seconds(longestGapMs)} s or sooner: 95 of 100 changes are answered within ${seconds(p95Ms)} s`
      : `${desks} desks are more than its calls can look at while they work`;
    return p95Ms <= answerWithinSeconds * 1000
      ? right(told)
      : wrong(
          `${told}, and ${answerWithinSeconds} s are wanted.`,
          project === undefined
            ? 'Lower "targets.cold", or allow more time in "answerWithinSeconds".'
            : 'Have the quota of the project raised in the Google Cloud console and say so in "quotas", let offices use clients of their own, spread the desks over more accounts, or allow more time in "answerWithinSeconds".',
        );
  },
});

const seconds = (ms: number): number => Math.ceil(ms / 1000);
