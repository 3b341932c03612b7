import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deskScopes } from '../../src/backends/google/sign-in/scopes.ts';
import { writeToken } from '../../src/backends/google/sign-in/token-file.ts';
import { serve } from '../../src/commands/serve.ts';
import { tabs } from '../../src/core/columns/tabs.ts';
import { deskSheetId } from '../backends/google/stand-in.ts';
import { createGoogleDouble, type GoogleDouble } from '../google-double/google-double.ts';
import { buildCommandLine, type CommandLine } from '../support/command-line.ts';

const desk = { email: 'desk@vicon.example', kind: 'user' } as const;
const other = { email: 'pengganti@vicon.example', kind: 'user' } as const;
const day = 86_400_000;

describe('serve, while its sign-in comes and goes', () => {
  let cli: CommandLine;
  let dir = '';
  let stopService = (): void => undefined;
  let double: GoogleDouble;
  let listening: Awaited<ReturnType<GoogleDouble['listen']>>;
  const token = () => join(dir, '.layanan-vicon/token.json');
  const config = () => join(dir, 'layanan-vicon.json');

  beforeAll(async () => {
    cli = await buildCommandLine();
    dir = mkdtempSync(join(tmpdir(), 'vicon-signed-out-'));
    double = createGoogleDouble({
      data: {
        spreadsheets: [
          {
            id: deskSheetId,
            title: 'Buku Layanan',
            timeZone: 'Asia/Makassar',
            locale: 'in_ID',
            tabs: tabs.map(({ name, columns }) => ({
              name,
              rows: [columns.map(({ header }) => header)],
            })),
          },
        ],
      },
    });
    listening = await double.listen(0);
    writeFileSync(
      config(),
      JSON.stringify({
        google: { spreadsheet: deskSheetId, endpoint: listening.url },
        schedule: '* * * * * *',
        logLevel: 'debug',
      }),
    );
  });
  afterAll(async () => {
    stopService();
    cli.remove();
    await listening.close();
    rmSync(dir, { recursive: true, force: true });
  });

  /** What `login` leaves behind; the refresh token. */
  const signIn = (account: typeof desk | typeof other, clientId: string): string => {
    writeFileSync(
      join(dir, 'credentials.json'),
      JSON.stringify({ installed: { client_id: clientId, client_secret: 'contoh' } }),
    );
    const refreshToken = double.world.signIn.issueRefreshToken(account);
    writeToken(token(), {
      clientId,
      refreshToken,
      scopes: [...deskScopes],
      agreedAt: Date.now(),
      account: account.email,
    });
    return refreshToken;
  };

  const onDisk = (): string => JSON.parse(readFileSync(token(), 'utf8')).refreshToken;

  test('goes on with the newest one within a schedule: after it was revoked, for another account, with another client, after it ended', async () => {
    let newest = signIn(desk, 'klien');
    const service = cli.start(['serve', '--config', config()]);
    stopService = () => service.stop('SIGKILL');
    const failures: number[] = [];
    /** The next pass that ends so, of those that end after this; how many failed before it. */
    const next = async (wanted: 'pass finished' | 'pass failed') => {
      const since = new Date().toISOString();
      const failed = new Set<string>();
      const { code } = await service.logged(({ msg, time = '' }) => {
        if (time <= since) return false;
        if (msg === 'pass failed') failed.add(time);
        // A pass that found nothing changed went well, too.
        return msg === wanted || (wanted === 'pass finished' && msg === 'nothing changed');
      });
      if (wanted === 'pass finished') failures.push(failed.size);
      return code;
    };
    const refuseAll = () => {
      const { accessToken } = JSON.parse(readFileSync(`${token()}.access`, 'utf8'));
      for (const each of [newest, accessToken]) double.world.signIn.revoke(each);
    };

    await next('pass finished');
    refuseAll();
    const revoked = await next('pass failed');
    newest = signIn(desk, 'klien');
    await next('pass finished');

    double.people.shareFile({ fileId: deskSheetId, with: other.email });
    newest = signIn(other, 'klien-baru');
    await next('pass finished');
    await next('pass finished');
    const kept = JSON.parse(readFileSync(`${token()}.access`, 'utf8')).accessToken;

    double.world.signIn.isTesting = true;
    double.world.setClock(Date.now() + 8 * day);
    const ended = await next('pass failed');
    newest = signIn(other, 'klien-baru');
    await next('pass finished');
    service.stop('SIGTERM');
    const { exit } = await service.ended();

    expect([revoked, ended]).toEqual(['sign-in-ended', 'sign-in-ended']);
    // One may have been under way when somebody signed in.
    expect(failures.filter((count) => count > 1)).toEqual([]);
    expect(kept).toContain(other.email);
    expect(onDisk()).toBe(newest);
    expect(exit).toBe(0);
  });

  test('ends with 1, for a start afresh, when nobody has signed in for half an hour', async () => {
    double.world.signIn.isTesting = false;
    double.world.signIn.revoke(signIn(desk, 'klien'));
    let now = Temporal.Instant.from('2026-11-24T00:00:00Z');
    const clock = () => {
      now = now.add({ minutes: 11 });
      return now;
    };

    const { exit, text } = await serve(
      { config: config() },
      { signal: new AbortController().signal, clock },
    );

    expect(exit).toBe(1);
    expect(text).toContain('npx layanan-vicon doctor');
  });
});
