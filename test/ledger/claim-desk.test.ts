import { existsSync, readdirSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { claimDesk } from '../../src/ledger/claim-desk.ts';
import { DeskBusyError } from '../../src/ledger/errors.ts';
import { openLedger } from '../../src/ledger/open-ledger.ts';
import { giving, now, ticketOf } from './changes.ts';
import { startChild } from './child-process.ts';
import { temporaryFolder } from './temporary-folder.ts';

const claiming = new URL('./processes/claim.ts', import.meta.url);

describe('claiming a desk', () => {
  test('keeps a second instance out and tells it who is at work', async () => {
    const path = join(temporaryFolder(), 'ledger.db');
    const other = await startChild(claiming, [path]);
    expect(await other.line()).toBe('claimed');

    const refused = await claimDesk({ path }).catch((error: unknown) => error);

    expect(refused).toBeInstanceOf(DeskBusyError);
    expect(refused).toMatchObject({ holder: { pid: other.process.pid, host: hostname() } });
    expect(String(refused)).toContain(`process ${other.process.pid} on "${hostname()}"`);
    await other.kill();
  });

  test.skipIf(process.platform === 'win32')(
    'leaves files that nobody but this user may read, the ledger and what SQLite puts beside it',
    async () => {
      const folder = temporaryFolder();
      const path = join(folder, 'ledger.db');
      const claim = await claimDesk({ path });
      const ledger = await openLedger({ path, desk: 'desk' });

      const modes = readdirSync(folder).map((name) => statSync(join(folder, name)).mode & 0o777);

      await ledger.close();
      await claim.release();
      expect(modes.length).toBeGreaterThanOrEqual(4);
      expect(new Set(modes)).toEqual(new Set([0o600]));
    },
  );

  test('says of a service that it makes the passes itself', async () => {
    const path = join(temporaryFolder(), 'ledger.db');
    const claim = await claimDesk({ path, isService: true });

    const refused = claimDesk({ path });

    await expect(refused).rejects.toThrow(/^"serve" \(process \d+ on .*makes the passes itself/);
    await claim.release();
    const next = await claimDesk({ path });
    await expect(claimDesk({ path })).rejects.toThrow(/^Another instance/);
    await next.release();
  });

  test('ends with the instance, even when that is killed', async () => {
    const path = join(temporaryFolder(), 'ledger.db');
    for (let round = 0; round < 3; round += 1) {
      const other = await startChild(claiming, [path]);
      expect(await other.line()).toBe('claimed');
      await other.kill();
    }

    const claim = await claimDesk({ path });

    await claim.release();
  });

  test('ends when it is released, as often as that is said', async () => {
    const path = join(temporaryFolder(), 'ledger.db');
    const first = await claimDesk({ path });
    await first.release();

    const second = await claimDesk({ path });
    await first.release();

    await expect(claimDesk({ path })).rejects.toBeInstanceOf(DeskBusyError);
    await second.release();
    const other = await startChild(claiming, [path]);
    expect(await other.line()).toBe('claimed');
    await other.kill();
  });

  test('goes to one of several that come at once', async () => {
    const path = join(temporaryFolder(), 'ledger.db');
    const instances = await Promise.all([1, 2, 3, 4].map(() => startChild(claiming, [path])));

    const answers = await Promise.all(instances.map((instance) => instance.line()));

    expect(answers.sort()).toEqual(['claimed', 'desk-busy', 'desk-busy', 'desk-busy']);
    await Promise.all(instances.map((instance) => instance.kill()));
  });

  test('leaves others to read the ledger, and the ledger alone', async () => {
    const path = join(temporaryFolder(), 'ledger.db');
    const claim = await claimDesk({ path });
    expect(existsSync(path)).toBe(false);
    const ledger = await openLedger({ path, desk: 'desk' });
    await ledger.commit(giving(1), now, 'pass 1');

    const reader = await openLedger({ path, desk: 'desk', readOnly: true });

    expect([...(await reader.state()).tickets.keys()]).toEqual([ticketOf(1)]);
    await reader.close();
    await ledger.close();
    await claim.release();
  });

  test('says what to do where the folder is not there', async () => {
    const path = join(temporaryFolder(), 'nowhere', 'ledger.db');

    await expect(claimDesk({ path })).rejects.toMatchObject({ code: 'ledger-not-writable' });
  });
});
