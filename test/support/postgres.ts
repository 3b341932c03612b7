/**
 * A PostgreSQL of the tests' own: made in a temporary folder when the first test asks for it, one for all files of a
 * run, and stopped at its end. It listens on a socket in that folder only.
 */
import { execFile, execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { describe } from 'vitest';
import { madeOnce } from './made-once.ts';

export interface PostgresServer {
  /** For the superuser, on whom no rule of a row has any power. */
  readonly admin: string;
  /** An empty database that belongs to an ordinary user; the address is for that one. */
  newDatabase(options?: string): Promise<string>;
  /** Does nothing in a run of the tests, which share the server. */
  stop(): void;
}

/** Where Debian puts the programs that people are not to call themselves. */
const debian = '/usr/lib/postgresql';

const programs = (existsSync(debian) ? readdirSync(debian) : [])
  .sort((a, b) => Number(b) - Number(a))
  .map((version) => join(debian, version, 'bin'))
  .find((folder) => existsSync(join(folder, 'initdb')));

/** `describe` where there is a PostgreSQL to start; elsewhere it is skipped, and the reason stands in its name. */
export const describeOnPostgres = (name: string, body: () => void): void => {
  if (programs !== undefined) describe(name, body);
  else
    describe.skip(
      `${name} (skipped: PostgreSQL is not installed: apt-get install postgresql)`,
      body,
    );
};

/** The server of this run; outside of a run one of the caller's own, who then has to stop it. */
export const postgresServer = async (): Promise<PostgresServer> => {
  const { folder, remove } = await madeOnce('postgres', async (place) => {
    writeFileSync(join(place, 'home'), await start());
  });
  const home = readFileSync(join(folder, 'home'), 'utf8');
  const shared = process.env['VICON_MADE_ONCE'] !== undefined;
  return {
    admin: addressIn(home, { user: 'admin', database: 'postgres' }),
    newDatabase: (options) => newDatabaseIn(home, options),
    stop: () => {
      if (shared) return;
      stopIn(home);
      remove();
    },
  };
};

/** For vitest, which calls this before a run: nothing is started yet, but what was will be stopped. */
export const setup = (): (() => void) => () => {
  const told = join(process.env['VICON_MADE_ONCE'] ?? '', 'postgres', 'home');
  if (existsSync(told)) stopIn(readFileSync(told, 'utf8'));
};

const start = async (): Promise<string> => {
  const home = mkdtempSync(join(tmpdir(), 'pg-'));
  chmodSync(home, 0o755);
  if (process.geteuid?.() === 0) chownSync(home, nobody, nobody);
  await run('initdb', [
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale=C.UTF-8',
    '-N',
    '-U',
    'admin',
    '-D',
    dataIn(home),
  ]);
  const settings = [
    'listen_addresses=',
    `unix_socket_directories=${home}`,
    'fsync=off',
    'shared_buffers=64MB',
    'max_connections=100',
  ];
  const words = settings.map((setting) => `-c ${setting}`).join(' ');
  await run('pg_ctl', ['-D', dataIn(home), '-o', words, '-l', join(home, 'log'), '-w', 'start']);
  await asAdmin(home, 'create role kantor login');
  return home;
};

const dataIn = (home: string): string => join(home, 'data');

const addressIn = (
  home: string,
  { user, database }: { readonly user: string; readonly database: string },
): string => `postgres:///${database}?host=${home}&user=${user}`;

const newDatabaseIn = async (home: string, options = ''): Promise<string> => {
  const database = `t${process.pid}_${Date.now().toString(36)}_${Math.random().toString(36).slice(2, 8)}`;
  await asAdmin(home, `create database ${database} owner kantor ${options}`);
  return addressIn(home, { user: 'kantor', database });
};

const asAdmin = async (home: string, statement: string): Promise<void> => {
  const client = new Client(addressIn(home, { user: 'admin', database: 'postgres' }));
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
};

const stopIn = (home: string): void => {
  execFileSync(programIn('pg_ctl'), ['-D', dataIn(home), '-m', 'immediate', 'stop'], asNobody());
  rmSync(home, { recursive: true, force: true });
};

const run = (program: string, words: readonly string[]): Promise<unknown> =>
  promisify(execFile)(programIn(program), words, asNobody());

const programIn = (name: string): string => join(programs ?? '', name);

/** PostgreSQL refuses to run as root. */
const nobody = 65_534;

const asNobody = () => ({
  cwd: '/',
  stdio: 'ignore' as const,
  ...(process.geteuid?.() === 0 && { uid: nobody, gid: nobody }),
});
