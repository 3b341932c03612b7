import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { placeDesks, sharedPlaces } from '../../../src/fleet/settings/desk-places.ts';
import { readFleetSettings } from '../../../src/fleet/settings/fleet-settings.ts';
import { isQuietAt } from '../../../src/fleet/settings/quiet-hours.ts';
import { aPlacedDesk } from '../a-fleet.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'vicon-fleet-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const database = 'postgres://vicon@db.example/layanan';

const write = (name: string, content: object): string => {
  const path = join(dir, name);
  writeFileSync(path, JSON.stringify(content));
  return path;
};

describe('the settings of a fleet', () => {
  test('have defaults for all but the database and the desks', () => {
    const file = write('fleet.json', {
      database,
      desks: [{ name: 'bupati', settings: 'bupati.json' }],
    });

    expect(readFleetSettings(file)).toMatchObject({
      direct: database,
      desks: [{ name: 'bupati', settings: join(dir, 'bupati.json') }],
      quotas: { project: { reads: 300, writes: 300 }, user: { reads: 60 } },
      targets: { cold: 45 },
    });
  });

  test('name all their faults at once, and never take a password', () => {
    const file = write('fleet.json', {
      database: 'postgres://vicon:rahasia@db.example/layanan',
      desks: [{ name: 'Kantor Bupati', settings: 'a.json', warna: 'biru' }],
      quotas: { project: { reads: 1, writes: 300 } },
    });

    expect(() => readFleetSettings(file)).toThrow(/3 faults|4 faults/);
    expect(() => readFleetSettings(file)).toThrow(/must not hold a password/);
    expect(() => readFleetSettings(file)).toThrow(
      /"desks.0.warna" is not a setting; there are: name/,
    );
    expect(() => readFleetSettings(file)).not.toThrow(/rahasia/);
  });

  test('are asked for where there are none', () => {
    expect(() => readFleetSettings(join(dir, 'tiada.json'))).toThrow(/no settings of a fleet/);
  });

  test('refuse two desks of one name', () => {
    const desk = { name: 'bupati', settings: 'a.json' };
    const file = write('fleet.json', { database, desks: [desk, { ...desk, settings: 'b.json' }] });

    expect(() => readFleetSettings(file)).toThrow('"bupati" is the "name" of more than one desk');
  });

  test('know the night in the time zone of each desk, over midnight too', () => {
    const at = (clock: string) => Date.parse(`2026-11-24T${clock}+08:00`);
    const hours = { from: '20:00', until: '06:00' };
    const timeZone = 'Asia/Makassar';

    expect(
      ['19:59', '20:00', '03:00', '06:00'].map((clock) =>
        isQuietAt(hours, { now: at(clock), timeZone }),
      ),
    ).toEqual([false, true, true, false]);
    expect(isQuietAt(undefined, { now: 0, timeZone })).toBe(false);
  });
});

describe('the places of desks', () => {
  const place = async (settings: object, more: object = {}) => {
    write('desk.json', settings);
    const { desks, faults } = await placeDesks({
      database,
      direct: database,
      desks: [{ name: 'bupati', settings: join(dir, 'desk.json'), ...more }],
    });
    return { desk: desks[0], fault: faults[0] };
  };
  const client = (id: string): string =>
    write('credentials.json', { installed: { client_id: id, client_secret: 'x' } });
  const google = {
    spreadsheet: '1aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789',
    credentials: 'credentials.json',
  };

  test('are known by the number of the ledger, and a workbook on a disk counts for no quota', async () => {
    const { desk } = await place({ ledger: `${database}?desk=7` });

    expect(desk).toMatchObject({ desk: 7, quotas: [], place: join(dir, 'Buku Layanan.xlsx') });
  });

  test('have the project of the client id, and one user for a sign-in that desks share', async () => {
    client('471100000001-abc.apps.googleusercontent.com');
    const ledger = `${database}?desk=1`;
    const { desk: one } = await place({ ledger, google: { ...google, token: 'a.json' } });
    const { desk: same } = await place({ ledger, google: { ...google, token: 'a.json' } });
    const { desk: apart } = await place({ ledger, google: { ...google, token: 'b.json' } });
    const named = { account: 'vicon@kantor' };
    const { desk: x } = await place({ ledger, google: { ...google, token: 'a.json' } }, named);
    const { desk: y } = await place({ ledger, google: { ...google, token: 'b.json' } }, named);

    expect(one?.project).toBe('471100000001');
    expect(one?.quotas).toEqual(same?.quotas);
    expect(one?.quotas).not.toEqual(apart?.quotas);
    expect(x?.quotas).toEqual(y?.quotas);
    expect(JSON.stringify(x?.quotas)).not.toContain('vicon@kantor');
  });

  test('say of a ledger in a file or in another database that it has to be moved', async () => {
    const { fault: inFile } = await place({});
    const { fault: elsewhere } = await place({
      ledger: 'postgres://vicon@other.example/layanan?desk=1',
    });

    expect([inFile, elsewhere].map((fault) => fault?.failure.code)).toEqual([
      'ledger-elsewhere',
      'ledger-elsewhere',
    ]);
    expect(inFile?.failure.todo).toContain('ledger move');
  });

  test('are shared by nobody', () => {
    const shared = sharedPlaces([
      aPlacedDesk(1, { name: 'a', place: 'x' }),
      aPlacedDesk(2, { name: 'b', place: 'x' }),
      aPlacedDesk(2, { name: 'c', place: 'y' }),
    ]);

    expect(shared).toEqual([
      ['a', 'b'],
      ['b', 'c'],
    ]);
  });
});
