import { placeDesks } from '../fleet/settings/desk-places.ts';
import { readFleetSettings } from '../fleet/settings/fleet-settings.ts';
import { openStore } from '../fleet/store/open-store.ts';
import { type DeskNow, type DeskWait, hasDiffered } from '../fleet/telling/fleet-state.ts';
import { type FleetNow, readFleet } from '../fleet/telling/read-fleet.ts';
import type { Answer, Circumstances } from './answer.ts';

/** Where the fleet stands: workers, desks, what waits for whom. Changes nothing but tables that are missing. */
export const fleetStatus = async ({
  config: file,
}: Pick<Circumstances, 'config'>): Promise<Answer> => {
  const settings = readFleetSettings(file);
  const places = await placeDesks(settings);
  const store = await openStore({
    address: settings.database,
    name: 'layanan-vicon status',
    max: 1,
  });
  try {
    const now = await readFleet(store.db, settings, places);
    const unread = places.faults.map(({ name, failure }) => ({ name, code: failure.code }));
    return {
      text: [
        ...toldFleet(now),
        ...unread.map(({ name, code }) => `✗ ${name}: left out (${code})`),
      ].join('\n'),
      data: { ...now, at: new Date(now.at).toISOString(), unread },
      exit: isWell(now) && unread.length === 0 ? 0 : 1,
    };
  } finally {
    await store.close();
  }
};

const isWell = ({ at, workers, desks }: FleetNow): boolean =>
  workers.some(({ isSilent }) => !isSilent) && desks.every((desk) => isDeskWell(desk, at));

const isDeskWell = (desk: DeskNow, at: number): boolean =>
  desk.fails === 0 && !hasDiffered(desk, at);

const toldFleet = ({ at, workers, desks, quotas }: FleetNow): readonly string[] => [
  ...(workers.length === 0
    ? ['No worker is running: start one with "npx layanan-vicon fleet".']
    : workers.map(
        ({ host, pid, slots, beatAgoMs, isSilent }) =>
          `worker ${host}/${pid}: ${isSilent ? `silent for ${seconds(beatAgoMs)}` : `${slots} passes at once`}`,
      )),
  ...quotas
    .filter(({ refused }) => refused > 0)
    .map(({ name, kind, refused }) => `quota ${name}, ${kind}s: Google refused ${refused} calls`),
  `${desks.length} desks, the oldest look ${seconds(Math.max(0, ...desks.map(({ ageMs = 0 }) => ageMs)))} ago`,
  ...desks.map((desk) => toldDesk(desk, at)),
];

const toldDesk = (desk: DeskNow, at: number): string => {
  const { name, ageMs, lagMs, waitsFor, fails, code, longestGapMs, memory } = desk;
  const looked = ageMs === undefined ? 'not looked at yet' : `looked at ${seconds(ageMs)} ago`;
  return [
    `${isDeskWell(desk, at) ? '✓' : '✗'} ${name}: ${looked}`,
    ...(lagMs > 0 ? [`${seconds(lagMs)} late`] : []),
    toldWait(waitsFor, at),
    ...(fails > 0 ? [`failed ${fails} times (${code ?? ''})`] : []),
    `longest gap ${seconds(longestGapMs)}`,
    ...(memory.differedAtMs === undefined
      ? []
      : [
          `its passes remembered something wrongly, found ${new Date(memory.differedAtMs).toISOString()} and forgotten since: please report it`,
        ]),
  ].join(', ');
};

const toldWait = (waiting: DeskWait, at: number): string => {
  switch (waiting.kind) {
    case 'for nothing':
      return 'due';
    case 'its turn':
      return `next in ${seconds(waiting.inMs)}`;
    case 'worked on':
      return `worked on by ${waiting.worker}`;
    case 'a worker':
      return 'waits for a worker';
    case 'a call':
      return `waits for a call under ${waiting.quota}`;
    case 'backoff':
      return `left alone for ${seconds(waiting.untilMs - at)} (${waiting.code})`;
  }
};

const seconds = (ms: number): string => `${Math.ceil(ms / 1000)} s`;
