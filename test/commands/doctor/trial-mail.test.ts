import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { trialMail } from '../../../src/commands/doctor/trial-mail.ts';
import { configFrom, type Settings } from '../../../src/config.ts';
import { instant } from '../../support/builders.ts';

describe('the trial mail', () => {
  let dir = '';
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'vicon-trial-mail-'));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  const tried = (messages: Settings['messages']) =>
    trialMail(configFrom({ messages }), instant('2026-11-23T08:00')).look();

  test('goes to the sender’s own address, by the way that messages leave', async () => {
    const from = { address: 'vicon@office.example' };

    expect(await tried({ outbox: dir, from })).toMatchObject({ state: 'right' });

    const [only = ''] = readdirSync(dir).filter((name) => name.endsWith('.eml'));
    expect(readFileSync(join(dir, only), 'utf8')).toMatch(/^To: vicon@office\.example\r$/m);
  });

  test('says why it did not leave', async () => {
    const closed = { host: '127.0.0.1', port: 1, tls: 'none' } as const;
    const from = { address: 'vicon@office.example' };

    expect(await tried({ by: 'smtp', smtp: closed, from })).toMatchObject({
      state: 'wrong',
      what: expect.stringMatching(
        /"smtp" did not take it over: server surat tidak dapat dihubungi/,
      ),
    });
  });

  test('is none where nobody is named as the sender', async () => {
    expect(await tried({ outbox: dir })).toMatchObject({ state: 'skipped' });
    expect(readdirSync(dir)).toEqual([]);
  });
});
