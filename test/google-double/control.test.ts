import { describe, expect, test } from 'vitest';
import { createGoogleDouble } from './google-double.ts';

const aBook = {
  id: 'buku',
  title: 'Buku',
  tabs: [{ name: 'Layanan', rows: [['Nama'], ['Sari']] }],
};

const standingIn = () => {
  const double = createGoogleDouble({ data: { spreadsheets: [aBook] } });
  return async (asked: string, body?: unknown) => {
    const [method = '', path = ''] = asked.split(' ');
    const answer = await double.fetch(`http://127.0.0.1${path}`, {
      method,
      headers: { authorization: 'Bearer anything' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: answer.status, body: (await answer.json()) as unknown };
  };
};

const readBook = 'GET /v4/spreadsheets/buku/values/A2';

describe('over /-/, another process', () => {
  test('adds faults, sees how often they struck, and takes them out', async () => {
    const ask = standingIn();

    const added = await ask('POST /-/faults', { times: 1, fault: { kind: 'refuse', status: 503 } });
    const struck = [await ask(readBook), await ask(readBook), await ask('GET /-/faults')];
    await ask('DELETE /-/faults');

    expect(added).toEqual({ status: 200, body: { number: 1 } });
    expect(struck.map(({ status }) => status)).toEqual([503, 200, 200]);
    expect(struck[2]?.body).toEqual({ 1: 1 });
    expect((await ask('GET /-/faults')).body).toEqual({});
  });

  test('reads the log of requests, and empties it', async () => {
    const ask = standingIn();
    await ask(readBook);
    await ask('GET /v4/nothing');

    const { body } = await ask('GET /-/traffic');
    await ask('DELETE /-/traffic');

    expect(body).toEqual([
      {
        method: 'GET',
        path: '/v4/spreadsheets/buku/values/A2',
        api: 'sheets',
        id: 'sheets.spreadsheets.values.get',
        kind: 'read',
        status: 200,
      },
      {
        method: 'GET',
        path: '/v4/nothing',
        api: 'unknown',
        id: 'unknown',
        kind: 'read',
        status: 404,
      },
    ]);
    expect((await ask('GET /-/traffic')).body).toEqual([]);
  });

  test('switches quotas on and off', async () => {
    const ask = standingIn();

    await ask('POST /-/quota', { sheets: { project: 5, user: 1 } });
    const limited = [await ask(readBook), await ask(readBook)];
    await ask('DELETE /-/quota');
    const free = await ask(readBook);

    expect([...limited, free].map(({ status }) => status)).toEqual([200, 429, 200]);
    expect((await ask('GET /-/quota')).body).toEqual({ refused: 1 });
  });

  test('sets the clock, which runs on from there', async () => {
    let machine = Date.UTC(2026, 10, 2);
    const double = createGoogleDouble({ now: () => machine, data: { spreadsheets: [aBook] } });
    const { fetch, people, world } = double;

    await fetch('http://127.0.0.1/-/world', {
      method: 'POST',
      body: JSON.stringify({ clock: '2026-12-01T08:00:00+08:00' }),
    });
    machine += 90_000;
    people.typeCells({ spreadsheetId: 'buku', range: 'Layanan!A2', rows: [['Rina']] });

    expect(world.files.get('buku')?.modifiedTime).toBe('2026-12-01T00:01:30.000Z');
  });

  test('lets staff work in a sheet, and sees the world as it then stands', async () => {
    const ask = standingIn();

    const typed = { do: 'typeCells', spreadsheetId: 'buku', range: 'Layanan!A2', rows: [['Rina']] };
    const { status } = await ask('POST /-/people', typed);

    expect(status).toBe(200);
    expect((await ask(readBook)).body).toMatchObject({ values: [['Rina']] });
    expect((await ask('GET /-/world')).body).toMatchObject({
      spreadsheets: [{ spreadsheetId: 'buku' }],
      forms: [],
      mail: [],
    });
  });

  test('narrows what a program sees, and revokes tokens', async () => {
    const ask = standingIn();

    await ask('POST /-/world', { sees: 'own files' });
    const hidden = await ask('GET /drive/v3/files/buku');
    await ask('POST /-/world', { revoke: 'anything' });
    const revoked = await ask(readBook);

    expect([hidden.status, revoked.status]).toEqual([404, 401]);
  });

  test.for([
    ['POST /-/faults', { fault: { kind: 'explode' } }, 'fault.kind: Invalid'],
    ['POST /-/faults', { fault: { kind: 'cut' }, time: 1 }, 'Unrecognized key: "time"'],
    ['POST /-/quota', { sheets: { user: 1 } }, 'sheets.project: Invalid'],
    ['POST /-/world', { sees: 'nothing' }, 'sees: Invalid'],
    ['POST /-/world', { clock: 'noon' }, 'clock: Invalid'],
    ['POST /-/people', { do: 'sing' }, 'Nobody knows how to "sing"'],
  ] as const)('%s is refused for %j', async ([asked, body, reason]) => {
    const ask = standingIn();

    const answer = await ask(asked, body);

    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer.body)).toContain(JSON.stringify(reason).slice(1, -1));
  });

  test.for(['GET /-/weather', 'DELETE /-/world', 'GET /-/', 'GET /-/Faults'])(
    '%s is not there',
    async (asked) => {
      const ask = standingIn();

      const { status, body } = await ask(asked);

      expect({ status, body }).toEqual({ status: 404, body: { error: `There is no ${asked}.` } });
    },
  );
});
