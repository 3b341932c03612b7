/**
 * A fleet of offices on the stand-in with Google's quotas switched on: how soon a typed change is answered, and what is left
 * of that when workers are killed at random, stopped for longer than a heartbeat and cut off from their locks.
 *
 *   npm run bench -- fleet --desks 550 --workers 3 --projects 3 --accounts 5 --minutes 10 --kills 40 --stops 5 --cuts 3
 *
 * Workers are real processes over a real PostgreSQL, with the fleet's own dispatcher, queue, locks, fences, buckets and client
 * for Google. Their passes are light (`fleet/light-pass.ts`): calls and database as of a real pass, none of its thinking, which
 * 550 desks would want more of than two cores have. The stand-in counts 300 reads and writes a minute for each project and 60
 * for each user in it. The first minutes run undisturbed; then the dying begins.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { writeToken } from '../../src/backends/google/sign-in/token-file.ts';
import { fleetCheck } from '../../src/commands/fleet-check.ts';
import { makeFolder } from '../../src/files/make-folder.ts';
import { bundledScript } from '../../test/support/bundled-script.ts';
import { chanceFrom } from '../../test/support/post-storm/chance.ts';
import { postgresServer } from '../../test/support/postgres.ts';
import { judge, type Verdict } from './fleet/judge.ts';
import { startCrew } from './fleet/mortality.ts';
import { startPeople } from './fleet/people.ts';
import { openStandingOffice, type StandingOffice } from './fleet/standing-office.ts';

/** Until every desk was looked at once and the buckets run even. */
const settlingMs = 75_000;
/** After the last change and the last kill, for what is still open. */
const afterwardsMs = 120_000;
const stopsForMs = [12_000, 20_000] as const;

const wanted = () => {
  const { values } = parseArgs({
    args: process.argv.slice(3),
    options: {
      desks: { type: 'string', default: '550' },
      workers: { type: 'string', default: '3' },
      projects: { type: 'string', default: '3' },
      accounts: { type: 'string', default: '5' },
      minutes: { type: 'string', default: '10' },
      kills: { type: 'string', default: '40' },
      stops: { type: 'string', default: '5' },
      cuts: { type: 'string', default: '3' },
      every: { type: 'string', default: '8' },
      log: { type: 'string', default: join(tmpdir(), 'layanan-vicon-fleet.log') },
    },
  });
  const { log, ...numbers } = values;
  return {
    log,
    ...(Object.fromEntries(
      Object.entries(numbers).map(([name, text]) => [name, Number(text)]),
    ) as Readonly<Record<keyof typeof numbers, number>>),
  };
};

export const run = async (): Promise<void> => {
  const { log, desks, workers, projects, accounts, minutes, kills, stops, cuts, every } = wanted();
  const folder = mkdtempSync(join(tmpdir(), 'fleet-'));
  const server = await postgresServer();
  const script = await bundledScript(new URL('./fleet/worker.ts', import.meta.url));
  const office = await openStandingOffice({ desks, projects, accounts });
  try {
    const database = await server.newDatabase();
    const fleetFile = writeFleet(folder, office, database);
    say((await fleetCheck({ config: fleetFile, progress: () => undefined })).text);
    office.double.quota.switchOn();
    const chance = chanceFrom(Date.now() % 100_000);
    const random = (): number => chance.below(1_000_000) / 1_000_000;
    const crew = startCrew({
      script: script.path,
      fleetFile,
      admin: adminOf(server.admin, database),
      workers,
      logFile: log,
      random,
    });
    const people = startPeople(office, random);
    await sleep(settlingMs);
    const began = performance.now();
    await sleep(minutes * 60_000);
    const disturbed = performance.now();
    tell(
      'undisturbed',
      judge(people.typed, office.visits, { from: began, until: disturbed - 60_000 }),
    );

    const deeds = [
      ...Array.from({ length: kills }, () => 'kill' as const),
      ...Array.from({ length: stops }, () => 'stop' as const),
      ...Array.from({ length: cuts }, () => 'cut' as const),
    ].sort(() => random() - 0.5);
    const sleeping: Promise<void>[] = [];
    for (const deed of deeds) {
      await sleep(every * 1000 * (0.5 + random()));
      if (deed === 'kill') crew.killOne();
      else if (deed === 'cut') await crew.cutOne();
      else sleeping.push(crew.stopOne(stopsForMs[0] + random() * (stopsForMs[1] - stopsForMs[0])));
    }
    await Promise.all(sleeping);
    people.stop();
    const lastDeath = performance.now();
    await sleep(afterwardsMs);
    await crew.end();
    const verdict = judge(people.typed, office.visits, {
      from: disturbed - 60_000,
      until: performance.now(),
    });
    tell(`${kills} kills, ${stops} stops, ${cuts} cut sessions`, verdict);
    const whole = judge(people.typed, office.visits, { from: 0, until: performance.now() });
    const lastAnswer = Math.max(
      0,
      ...office.visits.filter(({ answers }) => answers.length > 0).map(({ at }) => at),
    );
    say(
      `all in all ${whole.changes} changes, ${office.visits.length} calls; refused for quota ${office.double.quota.refused}; unserved ${whole.unserved}, doubled ${whole.doubled}, overlaps ${whole.overlaps}; the last answer came ${Math.round((lastAnswer - lastDeath) / 1000)} s after the last death`,
    );
    if (whole.unserved + whole.doubled + whole.overlaps > 0) process.exitCode = 1;
  } finally {
    office.close();
    server.stop();
    script.remove();
    rmSync(folder, { recursive: true, force: true });
  }
};

const writeFleet = (folder: string, { url, desks }: StandingOffice, database: string): string => {
  const tokens = new Map<string, string>();
  for (const { account } of desks) {
    if (tokens.has(account.refreshToken)) continue;
    const place = join(folder, `akun-${tokens.size}`);
    makeFolder(place);
    tokens.set(account.refreshToken, place);
    const client = { client_id: account.clientId, client_secret: 'contoh' };
    writeFileSync(join(place, 'credentials.json'), JSON.stringify({ installed: client }));
    writeToken(join(place, 'token.json'), {
      clientId: account.clientId,
      refreshToken: account.refreshToken,
      scopes: account.scope.split(' '),
      agreedAt: Date.now(),
    });
  }
  const listed = desks.map(({ desk, spreadsheet, account }) => {
    const place = join(folder, `kantor-${desk}`);
    makeFolder(place);
    const account_ = tokens.get(account.refreshToken) ?? '';
    const settings = join(place, 'layanan-vicon.json');
    writeFileSync(
      settings,
      JSON.stringify({
        google: {
          spreadsheet,
          endpoint: url,
          credentials: join(account_, 'credentials.json'),
          token: join(account_, 'token.json'),
        },
        ledger: `${database}&desk=${desk}`,
      }),
    );
    return { name: `kantor-${desk}`, settings };
  });
  const file = join(folder, 'fleet.json');
  writeFileSync(file, JSON.stringify({ database, desks: listed }));
  return file;
};

const adminOf = (admin: string, database: string): string => {
  const url = new URL(admin);
  url.pathname = new URL(database).pathname;
  return url.href;
};

const say = (text: string): void => void process.stdout.write(`${text}\n`);

const tell = (phase: string, verdict: Verdict): void => {
  say(phase);
  console.table(verdict);
};
