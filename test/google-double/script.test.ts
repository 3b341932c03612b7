import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { bundledScript } from '../support/bundled-script.ts';

const source = new URL('../../scripts/google-double.ts', import.meta.url);

/** As `npm run` does. */
const asWritten = ['--import', 'tsx', fileURLToPath(source)];
let asOneFile: readonly string[] = [];
let remove = (): void => undefined;
beforeAll(async () => {
  const bundled = await bundledScript(source);
  asOneFile = [bundled.path];
  remove = bundled.remove;
});
afterAll(() => remove());

/** Starts the script; `said` waits for the first thing it says. */
const start = (args: readonly string[], how = asOneFile) => {
  const child = spawn(process.execPath, [...how, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => void child.kill());
  child.stdout.setEncoding('utf8');
  child.stderr.setEncoding('utf8');
  return {
    said: async (): Promise<string> => String(await once(child.stdout, 'data')),
    ended: async () => {
      const errors: string[] = [];
      child.stderr.on('data', (text: string) => errors.push(text));
      const [exit] = await once(child, 'close');
      return { exit: exit as unknown, errors: errors.join('') };
    },
  };
};

const aFile = (text: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'google-double-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'data.json');
  writeFileSync(file, text);
  return file;
};

describe('npm run google-double', () => {
  test('says where it listens, and begins with the data of a file', async () => {
    const data = { spreadsheets: [{ id: 'buku', title: 'Buku', tabs: [{ name: 'Layanan' }] }] };

    const said = await start(['--data', aFile(JSON.stringify(data))], asWritten).said();

    const url = /^listening on (http:\/\/127\.0\.0\.1:\d+)\n$/u.exec(said)?.[1];
    const answer = await fetch(`${url}/v4/spreadsheets/buku?fields=properties.title`, {
      headers: { authorization: 'Bearer anything' },
    });
    expect(await answer.json()).toEqual({ properties: { title: 'Buku' } });
  });

  test('ends with status 2 and names what is wrong with its data', async () => {
    const file = aFile(
      '{ "spreadsheets": [{ "id": "buku", "tabs": [{ "rows": [[1, {}]] }] }], "form": [] }',
    );

    const ended = await start(['--data', file]).ended();

    expect(ended).toEqual({
      exit: 2,
      errors: `google-double: "${file}" cannot be used as --data.
spreadsheets.0.title: Invalid input: expected string, received undefined
spreadsheets.0.tabs.0.name: Invalid input: expected string, received undefined
spreadsheets.0.tabs.0.rows.0.1: Invalid input
Unrecognized key: "form"
`,
    });
  });

  test('ends with status 2 when its port is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void server.close());
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' ? String(address?.port) : '';

    const ended = await start(['--port', port]).ended();

    expect(ended).toEqual({
      exit: 2,
      errors: `google-double: Port ${port} cannot be opened (listen EADDRINUSE: address already in use 127.0.0.1:${port}). Take another by --port.\n`,
    });
  });

  test.for([
    [['--port', 'x'], '"x" is no port. Give --port a number from 0 to 65535.'],
    [['--data', '/nowhere.json'], '"/nowhere.json" cannot be used as --data.\nENOENT'],
    [['--dat', 'x'], "Unknown option '--dat'"],
  ] as const)('ends with status 2 for %j', async ([args, words]) => {
    const { exit, errors } = await start(args).ended();

    expect(exit).toBe(2);
    expect(errors).toContain(`google-double: ${words}`);
  });
});
