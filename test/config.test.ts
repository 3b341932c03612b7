import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { configFrom, hasScreen, readConfig } from '../src/config.ts';

describe('the settings file', () => {
  afterEach(() => vi.unstubAllEnvs());

  test('is the one that LAYANAN_VICON_CONFIG names, unless one is given', () => {
    const dir = mkdtempSync(join(tmpdir(), 'vicon-config-'));
    const [named, given] = [join(dir, 'named.json'), join(dir, 'given.json')];
    for (const file of [named, given]) writeFileSync(file, '{}');
    vi.stubEnv('LAYANAN_VICON_CONFIG', named);

    const files = [readConfig().file, readConfig(given).file];
    rmSync(dir, { recursive: true });

    expect(files).toEqual([named, given]);
  });
});

describe('settings that another program gives', () => {
  test('are completed like those of a file, with paths from the current folder', () => {
    const given = configFrom({ workbook: 'Buku.xlsx', logo: 'logo.png' });

    expect([given.workbook, given.logo]).toEqual([resolve('Buku.xlsx'), resolve('logo.png')]);
    expect([given.schedule, given.timeZone]).toEqual(['*/5 * * * *', 'Asia/Makassar']);
    expect(configFrom(given)).toEqual(given);
  });

  test('are refused with all their faults', () => {
    const wrong = { timeZone: 'UTC', workbooks: 'Buku.xlsx' };

    expect(() => configFrom(wrong)).toThrow(
      /^The settings that were given have 2 faults:\n.*"timeZone" must be.*"workbooks" is not a setting/s,
    );
  });
});

describe('the ledger', () => {
  test('may be a desk in PostgreSQL; what else is remembered then lies beside the settings', () => {
    const ledger = 'postgres://kantor@localhost/dinas?desk=7';
    const [inFile, inDatabase] = [configFrom({ ledger: 'buku/l.db' }), configFrom({ ledger })];

    expect([inFile.ledger, inFile.stateFolder]).toEqual([resolve('buku/l.db'), resolve('buku')]);
    expect([inDatabase.ledger, inDatabase.stateFolder]).toEqual([
      ledger,
      resolve('.layanan-vicon'),
    ]);
    expect(configFrom(inDatabase)).toEqual(inDatabase);
  });

  test('is no address with a password, and none that does not say which desk', () => {
    const wrong = [
      'postgres://kantor:rahasia@localhost/dinas?desk=7',
      'postgres://localhost/dinas',
    ];

    for (const ledger of wrong)
      expect(() => configFrom({ ledger })).toThrow(/"ledger" must (not hold a password|say which)/);
  });
});

describe('how messages leave', () => {
  test('is by Gmail only where the desk has an account there', () => {
    const google = { spreadsheet: 'lembar-layanan-vicon-0001' };

    const messages = { by: 'gmail', from: { address: 'vicon@office.example' } } as const;

    expect(() => configFrom({ messages })).toThrow(/there is no group "google"/);
    expect(configFrom({ messages, google }).messages.by).toBe('gmail');
    expect(() => configFrom({ messages: { by: 'gmail' }, google })).toThrow(/messages\.from/);
  });

  test('is by no mail server that would hear the password unencrypted, unless that is meant', () => {
    const messages =
      (smtp: { host: string; port?: number; tls?: 'none'; allowUnencrypted?: true }) => () =>
        configFrom({ messages: { by: 'smtp', from: { address: 'vicon@office.example' }, smtp } });
    const elsewhere = { host: 'mail.office.example', tls: 'none' } as const;

    expect(messages(elsewhere)).toThrow(/"messages\.smtp\.tls" must not be "none"/);
    expect(messages({ ...elsewhere, allowUnencrypted: true })).not.toThrow();
    expect(messages({ ...elsewhere, host: '127.0.0.1' })).not.toThrow();
    expect(messages({ host: '', port: 70_000 })).toThrow(/messages\.smtp\.(host|port)/);
  });
});

describe('the schedule', () => {
  let dir = '';
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'vicon-config-'));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  const google = { spreadsheet: 'lembar-layanan-vicon-0001' };
  const scheduleOf = (settings: object): string => {
    const file = join(dir, 'layanan-vicon.json');
    writeFileSync(file, JSON.stringify(settings));
    return readConfig(file).schedule;
  };

  test('looks at a workbook every five minutes, and at a sheet every minute', () => {
    expect(scheduleOf({})).toBe('*/5 * * * *');
    expect(scheduleOf({ google })).toBe('* * * * *');
  });

  test('is what the settings say', () => {
    expect(scheduleOf({ google, schedule: '0 * * * *' })).toBe('0 * * * *');
  });
});

describe('the time zone', () => {
  let dir = '';
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'vicon-config-'));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  const zoneOf = (timeZone: string): string => {
    const file = join(dir, 'layanan-vicon.json');
    writeFileSync(file, JSON.stringify({ timeZone }));
    return readConfig(file).timeZone;
  };

  test.each(['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'])('may be %s', (zone) => {
    expect(zoneOf(zone)).toBe(zone);
  });

  test.each(['Asia/Singapore', 'UTC', 'WITA'])(
    'is never one without a name here, as %s',
    (zone) => {
      expect(() => zoneOf(zone)).toThrow(/must be a time zone of Indonesia: Asia\/Jakarta/);
    },
  );
});

describe('a browser can be opened from here', () => {
  test.each([
    ['with a screen', { DISPLAY: ':0' }, 'linux', true],
    ['with a screen of the newer kind', { WAYLAND_DISPLAY: 'wayland-0' }, 'linux', true],
    ['on a Mac or on Windows', {}, 'darwin', true],
    ['not without one', {}, 'linux', false],
    [
      'not where somebody works from another machine',
      { SSH_CONNECTION: 'x', DISPLAY: ':10' },
      'linux',
      false,
    ],
  ] as const)('%s', (_, environment, platform, is) => {
    expect(hasScreen(environment, platform)).toBe(is);
  });
});
