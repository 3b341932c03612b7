/** Workers as real processes, and what befalls them: killed, stopped for longer than a heartbeat, cut off from their locks. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';

export interface Crew {
  killOne(): void;
  /** Stops one for so long, then lets it go on. */
  stopOne(ms: number): Promise<void>;
  /** Ends the session that holds the locks of one. */
  cutOne(): Promise<void>;
  end(): Promise<void>;
}

export const startCrew = ({
  script,
  fleetFile,
  admin,
  workers,
  logFile,
  random,
}: {
  readonly script: string;
  readonly fleetFile: string;
  /** A database address that may end sessions. */
  readonly admin: string;
  readonly workers: number;
  readonly logFile: string;
  readonly random: () => number;
}): Crew => {
  const log = createWriteStream(logFile, { flags: 'a' });
  const crew: ChildProcess[] = [];
  const stopped = new Set<ChildProcess>();
  let isOver = false;
  const hire = (place: number): void => {
    const child = spawn(process.execPath, [script, fleetFile], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    child.stderr.pipe(log, { end: false });
    crew[place] = child;
    child.once('exit', () => {
      if (!isOver) hire(place);
    });
  };
  for (let place = 0; place < workers; place += 1) hire(place);
  const anyOf = (): ChildProcess | undefined => {
    const free = crew.filter((child) => !stopped.has(child));
    return free[Math.floor(random() * free.length)];
  };
  return {
    killOne: () => void anyOf()?.kill('SIGKILL'),
    stopOne: async (ms) => {
      const child = anyOf();
      if (child === undefined) return;
      stopped.add(child);
      child.kill('SIGSTOP');
      await sleep(ms);
      child.kill('SIGCONT');
      stopped.delete(child);
    },
    cutOne: async () => {
      const client = new Client(admin);
      await client.connect();
      try {
        await client.query(
          "select pg_terminate_backend(pid) from (select pid from pg_stat_activity where application_name like 'layanan-vicon locks %' order by random() limit 1) one",
        );
      } finally {
        await client.end();
      }
    },
    end: async () => {
      isOver = true;
      await Promise.all(
        crew.map(async (child) => {
          if (child.exitCode !== null) return;
          const ended = new Promise((done) => child.once('exit', done));
          child.kill('SIGTERM');
          await ended;
        }),
      );
    },
  };
};
