import { OAuth2Client } from 'google-auth-library';
import { describe, expect, test } from 'vitest';
import { openCallBudget } from '../../../../src/backends/google/client/call-budget.ts';
import {
  type Call,
  openGoogleClient,
} from '../../../../src/backends/google/client/google-client.ts';

/** A clock that only waiting moves. */
const aPace = () => {
  let time = 0;
  const waits: number[] = [];
  return {
    waits,
    now: () => time,
    random: () => 0.5,
    wait: async (milliseconds: number) => {
      waits.push(milliseconds);
      time += milliseconds;
    },
  };
};

const refusal = (
  status: number,
  { reason = '', headers = {} }: { reason?: string; headers?: object } = {},
) =>
  Object.assign(new Error(`status ${status} for andi@dinas.example`), {
    response: { status, headers, data: { error: { errors: [{ reason }] } } },
    config: { headers: { authorization: 'Bearer rahasia' } },
  });

const aCall = (changed: Partial<Call> = {}): Call => ({
  what: 'write into the sheet',
  kind: 'write',
  repeatable: true,
  subject: 'sheet',
  ...changed,
});

/** Plays these answers one after the other: an error is thrown, anything else is the data. */
const play = (answers: readonly unknown[]) => {
  const pace = aPace();
  let forgotten = 0;
  let sent = 0;
  const client = openGoogleClient({
    pace,
    fetch,
    signedIn: {
      auth: new OAuth2Client(),
      kind: 'user',
      takeUpNewSignIn: () => undefined,
      forgetAccessToken: () => {
        forgotten += 1;
      },
    },
  });
  const send = (call: Call): Promise<unknown> =>
    client.send(call, async () => {
      const answer = answers[Math.min(sent, answers.length - 1)];
      sent += 1;
      if (answer instanceof Error) throw answer;
      return { data: answer };
    });
  return { send, pace, sent: () => sent, forgotten: () => forgotten };
};

describe('a call to Google', () => {
  test.each([
    ['429', refusal(429)],
    ['403 for the rate', refusal(403, { reason: 'userRateLimitExceeded' })],
  ])('is sent again after %s, even when it must not take effect twice', async (_, error) => {
    const { send, sent } = play([error, error, 'done']);

    expect(await send(aCall({ repeatable: false }))).toBe('done');
    expect(sent()).toBe(3);
  });

  test('waits as long as Google says', async () => {
    const { send, pace } = play([refusal(429, { headers: { 'retry-after': '30' } }), 'done']);

    await send(aCall());

    expect(pace.waits).toEqual([30_000]);
  });

  test.each([
    ['503', refusal(503)],
    ['a cut connection', Object.assign(new Error('cut'), { code: 'ECONNRESET' })],
  ])('that may be repeated is sent again after %s, with growing waits', async (_, error) => {
    const { send, pace } = play([error, error, error, 'done']);

    expect(await send(aCall())).toBe('done');
    expect(pace.waits).toEqual([750, 1500, 3000]);
  });

  test('that must not be repeated is in doubt after 503, and sent once', async () => {
    const { send, sent } = play([refusal(503), 'done']);

    await expect(send(aCall({ repeatable: false }))).rejects.toMatchObject({
      code: 'google-in-doubt',
    });
    expect(sent()).toBe(1);
  });

  test('gives up within two minutes when nothing gets better', async () => {
    const { send, pace } = play([refusal(503)]);

    await expect(send(aCall())).rejects.toMatchObject({ code: 'google-unavailable' });
    expect(pace.now()).toBeLessThan(120_000);
  });

  test('asks for a new access token once after 401', async () => {
    const better = play([refusal(401), 'done']);
    expect(await better.send(aCall())).toBe('done');
    expect(better.forgotten()).toBe(1);

    const worse = play([refusal(401)]);
    await expect(worse.send(aCall())).rejects.toMatchObject({ code: 'not-signed-in' });
    expect(worse.sent()).toBe(2);
  });

  test.each([
    [403, 'sheet-not-shared'],
    [404, 'sheet-not-found'],
    [400, 'google-refused'],
  ])('is not sent again after %i', async (status, code) => {
    const { send, sent } = play([refusal(status)]);

    await expect(send(aCall())).rejects.toMatchObject({ code });
    expect(sent()).toBe(1);
  });

  test('fails without a token or an address in the error', async () => {
    const error: unknown = await play([refusal(400)])
      .send(aCall())
      .catch((each) => each);

    expect(JSON.stringify([error, String(error), (error as Error).cause])).not.toMatch(
      /rahasia|andi@/,
    );
  });

  test('to the sheet waits when fifty of its kind went out within a minute', async () => {
    const pace = aPace();
    const budget = openCallBudget(pace);

    for (let sent = 0; sent < 50; sent += 1) await budget.take('read');
    await budget.take('write');
    expect(pace.waits).toEqual([]);

    await budget.take('read');
    expect(pace.waits).toEqual([60_000]);
  });

  test('to the sheet does not wait for a clock that was set back by a day', async () => {
    let time = Date.UTC(2026, 10, 24);
    const waits: number[] = [];
    const budget = openCallBudget({
      now: () => time,
      wait: async (milliseconds) => {
        waits.push(milliseconds);
        time += milliseconds;
      },
    });

    for (let sent = 0; sent < 30; sent += 1) await budget.take('read');
    time -= 86_400_000;
    for (let sent = 0; sent < 30; sent += 1) await budget.take('read');

    expect(waits).toEqual([]);
  });
});
