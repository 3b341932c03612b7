import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { deskScopes } from '../../../src/backends/google/sign-in/scopes.ts';
import { writeToken } from '../../../src/backends/google/sign-in/token-file.ts';
import { tryGoogle } from '../../../src/commands/doctor/try-google.ts';
import { createGoogleDouble } from '../../google-double/google-double.ts';

const now = Date.UTC(2026, 10, 24, 1);
const pace = { now: () => now, random: () => 0.5, wait: async () => undefined };

describe('doctor --try', () => {
  let dir = '';
  let config = '';
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'vicon-try-'));
    config = join(dir, 'layanan-vicon.json');
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  /** Settings as setup begins them: signed in, and no sheet yet. */
  const signedIn = () => {
    const double = createGoogleDouble({ now: () => now });
    const account = { email: 'desk@vicon.example', kind: 'user' } as const;
    writeFileSync(config, JSON.stringify({ google: {} }));
    const client = { installed: { client_id: 'klien', client_secret: 'sandi' } };
    writeFileSync(join(dir, 'credentials.json'), JSON.stringify(client), { mode: 0o600 });
    writeToken(join(dir, '.layanan-vicon/token.json'), {
      clientId: 'klien',
      refreshToken: double.world.signIn.issueRefreshToken(account),
      scopes: [...deskScopes],
      agreedAt: now,
    });
    return double;
  };

  const tried = (fetch: typeof globalThis.fetch, only?: string) =>
    tryGoogle(
      { config, progress: () => undefined },
      { signal: new AbortController().signal, pace, fetch, ...(only && { only }) },
    );

  test('settles one belief by its name, with the sign-in of the desk', async () => {
    const answer = await tried(signedIn().fetch, 'text-stays-text');

    expect(answer.exit).toBe(0);
    expect(answer.text.split('\n')).toEqual([
      '✓ text-stays-text: Text that is written as a string stays as it is: 007, =1+1, 1/2, +62812.',
      '    holds: it reads ["007","=1+1","1/2","+62812"]',
      '',
      '1 of 1 beliefs hold.',
      'The throw-away files were removed; the desk was not touched.',
    ]);
  });

  test('ends with 1 where one does not hold or cannot be told, and says where the page is', async () => {
    const double = signedIn();
    double.faults.add({
      on: { id: 'drive.files.generateIds' },
      fault: { kind: 'refuse', status: 400 },
    });

    const answer = await tried(double.fetch, 'reserved-id-once');

    expect(answer.exit).toBe(1);
    expect(answer.text).toMatch(/\? reserved-id-once[^\n]*\n {4}could not be told: Google refused/);
    expect(answer.text).toMatch(/BELIEFS\.md/);
  });

  test('names the trials where it does not know one, and says where there is no Google to try', async () => {
    const { fetch } = signedIn();

    await expect(tried(fetch, 'lain')).rejects.toThrow(/no trial "lain"/);
    writeFileSync(config, '{}');
    await expect(tried(fetch)).rejects.toThrow(/name no desk on Google/);
  });
});
