/** The stand-in for Google in a process of its own, and what is asked of it over `/-/`. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Temporal } from 'temporal-polyfill';
import type { DriveFile } from '../../test/google-double/drive/model.ts';
import type { FaultRule } from '../../test/google-double/faults.ts';
import type { StoredForm } from '../../test/google-double/forms/model.ts';
import type { People } from '../../test/google-double/people.ts';
import type { Spreadsheet } from '../../test/google-double/sheets/model.ts';
import type { Logged } from '../../test/google-double/traffic.ts';

/** What lies on Google, as the stand-in tells it: without the bytes of the files. */
export interface World {
  readonly files: readonly Omit<DriveFile, 'content'>[];
  readonly spreadsheets: readonly Spreadsheet[];
  readonly forms: readonly StoredForm[];
}

export interface StandIn {
  readonly url: string;
  readonly pid: number;
  /** Lets people do something; what it says comes back. */
  people<Name extends keyof People>(
    deed: Name,
    asked: Parameters<People[Name]>[0],
  ): Promise<ReturnType<People[Name]>>;
  world(): Promise<World>;
  /** The bytes of a file. */
  content(fileId: string): Promise<Uint8Array>;
  setClock(at: Temporal.ZonedDateTime): Promise<void>;
  addFault(rule: FaultRule): Promise<void>;
  /** Takes all rules out; how often they struck comes back. */
  endFaults(): Promise<number>;
  keepQuota(): Promise<void>;
  /** How many requests were one too many for a minute. */
  overQuota(): Promise<number>;
  traffic(): Promise<readonly Logged[]>;
  forgetTraffic(): Promise<void>;
  stop(): Promise<void>;
}

const script = resolve(import.meta.dirname, '../google-double.ts');

/** Starts it with an empty sheet that an office made, and waits until it listens. */
export const startStandIn = async (
  dir: string,
  { spreadsheetId }: { readonly spreadsheetId: string },
): Promise<StandIn> => {
  const data = join(dir, 'google.json');
  const book = { id: spreadsheetId, title: 'Buku Layanan', timeZone: 'Asia/Jakarta' };
  writeFileSync(data, JSON.stringify({ spreadsheets: [{ ...book, locale: 'in_ID' }] }));
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', script, '--port', '0', '--data', data],
    {
      cwd: resolve(import.meta.dirname, '../..'),
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const url = await listeningAt(child.stdout);
  const ask = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const answer = await exchange(method, `${url}/-/${path}`, body);
    const said = new TextDecoder().decode(answer.bytes);
    if (answer.status !== 200) throw new Error(`${method} /-/${path}: ${said}`);
    return JSON.parse(said);
  };
  return {
    url,
    pid: child.pid ?? 0,
    people: async (deed, asked) => {
      const said = await ask('POST', 'people', { do: deed, ...asked });
      return (said as { readonly answer: never }).answer;
    },
    world: async () => (await ask('GET', 'world')) as World,
    content: async (fileId) => {
      // A person reads what a program may not see. The service makes no pass meanwhile.
      await ask('POST', 'world', { sees: 'everything' });
      try {
        return await readAs(url, fileId);
      } finally {
        await ask('POST', 'world', { sees: 'own files' });
      }
    },
    setClock: async (at) => {
      await ask('POST', 'world', { clock: at.toString({ timeZoneName: 'never' }) });
    },
    addFault: async (rule) => {
      await ask('POST', 'faults', rule);
    },
    endFaults: async () => {
      const struck = (await ask('GET', 'faults')) as Readonly<Record<string, number>>;
      await ask('DELETE', 'faults');
      return Object.values(struck).reduce((sum, times) => sum + times, 0);
    },
    keepQuota: async () => {
      await ask('POST', 'quota', {});
    },
    overQuota: async () => ((await ask('GET', 'quota')) as { readonly refused: number }).refused,
    traffic: async () => (await ask('GET', 'traffic')) as readonly Logged[],
    forgetTraffic: async () => {
      await ask('DELETE', 'traffic');
    },
    stop: async () => {
      if (child.exitCode !== null) return;
      const ended = once(child, 'exit');
      child.kill();
      await ended;
    },
  };
};

interface Answer {
  readonly status: number;
  readonly bytes: Uint8Array;
}

const cut: Answer = { status: 0, bytes: new Uint8Array() };

/** Over a connection of its own: one that is kept may be closed just when it is used again. */
const exchange = async (method: string, address: string, body?: unknown): Promise<Answer> => {
  const sent = request(address, {
    method,
    agent: false,
    headers: { authorization: 'Bearer reader' },
  });
  sent.end(body === undefined ? undefined : JSON.stringify(body));
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  const pieces: Buffer[] = [];
  for await (const piece of answer) pieces.push(piece as Buffer);
  return { status: answer.statusCode ?? 0, bytes: new Uint8Array(Buffer.concat(pieces)) };
};

/** A person whose page does not load asks for it again. */
const readAs = async (url: string, fileId: string): Promise<Uint8Array> => {
  for (let tries = 1; ; tries += 1) {
    const address = `${url}/drive/v3/files/${fileId}?alt=media`;
    const { status, bytes } = await exchange('GET', address).catch(() => cut);
    if (status === 200) return bytes;
    if (tries === 3) throw new Error(`The file ${fileId} cannot be read: ${status}.`);
  }
};

const listeningAt = async (out: NodeJS.ReadableStream): Promise<string> => {
  for await (const line of createInterface({ input: out })) {
    const url = /^listening on (\S+)$/.exec(line)?.[1];
    if (url !== undefined) return url;
  }
  throw new Error('The stand-in ended before it listened.');
};
