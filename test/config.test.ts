import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readConfig } from '../src/config.ts';

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
