import { describe, expect, test } from 'vitest';
import type { FaultRule } from './faults.ts';
import { createGoogleDouble } from './google-double.ts';

const aBook = { id: 'buku', title: 'Buku', tabs: [{ name: 'Layanan', rows: [['Nama']] }] };
const book = 'https://sheets.googleapis.com/v4/spreadsheets/buku';

const standingIn = (...rules: readonly FaultRule[]) => {
  const waited: number[] = [];
  const double = createGoogleDouble({
    data: { spreadsheets: [aBook] },
    wait: async (ms) => {
      waited.push(ms);
    },
  });
  for (const rule of rules) double.faults.add(rule);
  const ask = (url: string, method = 'GET', body?: unknown) =>
    double.fetch(url, {
      method,
      headers: { authorization: 'Bearer anything' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  const write = () => ask(`${book}/values/A2?valueInputOption=RAW`, 'PUT', { values: [['Sari']] });
  const written = (): boolean =>
    double.world.spreadsheets.get('buku')?.sheets[0]?.rows[1]?.[0] !== undefined;
  return { double, waited, ask, write, written };
};

describe('a fault', () => {
  test('before the effect leaves everything as it was', async () => {
    const { double, write, written } = standingIn({
      fault: { kind: 'refuse', when: 'before', status: 503 },
    });

    const { status } = await write();

    expect([status, written()]).toEqual([503, false]);
    expect(double.traffic.log.map((each) => each.status)).toEqual([503]);
  });

  test('after the effect hides that it happened', async () => {
    const { double, write, written } = standingIn({
      fault: { kind: 'refuse', when: 'after', status: 500 },
    });

    const { status } = await write();

    expect([status, written()]).toEqual([500, true]);
    expect(double.traffic.log.map((each) => each.status)).toEqual([500]);
  });

  test.for([
    ['before', false],
    ['after', true],
  ] as const)('cuts the line %s the effect', async ([when, isWritten]) => {
    const { double, write, written } = standingIn({ fault: { kind: 'cut', when } });

    await expect(write()).rejects.toMatchObject({ cause: { code: 'UND_ERR_SOCKET' } });

    expect(written()).toBe(isWritten);
    expect(double.traffic.log.map((each) => each.status)).toEqual([0]);
  });

  test('lets a request through later', async () => {
    const { waited, write, written } = standingIn({ fault: { kind: 'delay', ms: 90_000 } });

    const { status } = await write();

    expect([status, written(), waited]).toEqual([200, true, [90_000]]);
  });

  test('speaks in the way of the API that it strikes', async () => {
    const { ask } = standingIn({ fault: { kind: 'refuse', named: 'rate-limit', retryAfter: 3 } });

    const sheets = await ask(book);
    const drive = await ask('https://www.googleapis.com/drive/v3/files');

    expect([sheets.status, sheets.headers.get('retry-after')]).toEqual([429, '3']);
    expect(drive.status).toBe(403);
    expect(await drive.json()).toMatchObject({
      error: { errors: [{ domain: 'usageLimits', reason: 'userRateLimitExceeded' }] },
    });
  });
});

describe('a request', () => {
  test.for([
    ['GET', 'https://sheets.googleapis.com/v4/books/buku'],
    ['DELETE', book],
    ['GET', 'https://www.googleapis.com/drive/v2/files'],
  ] as const)('to no endpoint is not found: %s %s', async ([method, url]) => {
    const { double, ask } = standingIn();

    const answer = await ask(url, method);

    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ error: { status: 'NOT_FOUND' } });
    expect(double.traffic.log).toMatchObject([{ method, id: 'unknown', status: 404 }]);
  });

  test('without a token is not authenticated', async () => {
    const { double } = standingIn();

    const answer = await double.fetch(book);

    expect(answer.status).toBe(401);
  });

  test('finds its endpoint behind a slash too many, and with a colon that is encoded', async () => {
    const { ask } = standingIn();

    const slash = await ask(`${book}/`);
    const colon = await ask(`${book}/values%3AbatchGet?ranges=A1`);

    expect([slash.status, colon.status]).toEqual([200, 200]);
  });
});
