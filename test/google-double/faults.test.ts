import { describe, expect, test } from 'vitest';
import { errorBody } from './api-error.ts';
import { type FaultRule, FaultScript } from './faults.ts';
import { Quota } from './quota.ts';

const aRequest = { api: 'drive', id: 'drive.files.create', method: 'POST', path: '/x' } as const;
const refused: FaultRule['fault'] = { kind: 'refuse', status: 503 };

const struckOf = (script: FaultScript, count: number) =>
  Array.from({ length: count }, () => script.before(aRequest) !== undefined);

describe('the script of faults', () => {
  test('strikes the calls that a rule counts, as often as it says', () => {
    const script = new FaultScript();
    script.add({ calls: [2, 4], fault: refused });
    const other = new FaultScript();
    other.add({ times: 2, fault: refused });

    expect(struckOf(script, 5)).toEqual([false, true, false, true, false]);
    expect(struckOf(other, 4)).toEqual([true, true, false, false]);
  });

  test('strikes only what a rule is about', () => {
    const script = new FaultScript();
    script.add({ on: { api: ['sheets', 'drive'], method: 'GET' }, fault: refused });

    expect(script.before(aRequest)).toBeUndefined();
    expect(script.before({ ...aRequest, method: 'GET' })).toMatchObject({ kind: 'refuse' });
  });

  test('strikes a share of the calls, the same ones for the same seed', () => {
    const tenth = (seed: number) => {
      const script = new FaultScript(seed);
      script.add({ share: 0.1, fault: refused });
      return struckOf(script, 1000);
    };

    const count = tenth(7).filter(Boolean).length;

    expect(count).toBeGreaterThan(60);
    expect(count).toBeLessThan(140);
    expect(tenth(7)).toEqual(tenth(7));
    expect(tenth(8)).not.toEqual(tenth(7));
  });

  test('ends when it is switched off', () => {
    const script = new FaultScript();
    const number = script.add({ fault: { kind: 'cut', when: 'after' } });
    const before = script.before(aRequest);

    script.remove(number);

    expect(before).toEqual({ kind: 'cut', when: 'after' });
    expect(script.before(aRequest)).toBeUndefined();
  });

  test('names an API that is not enabled in the way of Google', () => {
    const script = new FaultScript();
    script.add({ fault: { kind: 'refuse', named: 'api-not-enabled' } });

    const fault = script.before(aRequest);

    expect(fault?.kind === 'refuse' && errorBody(fault.error, 'drive')).toMatchObject({
      error: {
        code: 403,
        status: 'PERMISSION_DENIED',
        errors: [{ reason: 'accessNotConfigured', domain: 'usageLimits' }],
        details: [
          {},
          { reason: 'SERVICE_DISABLED', metadata: { service: 'drive.googleapis.com' } },
        ],
      },
    });
  });
});

describe('quotas', () => {
  test('are counted for each project, and for each user in it', () => {
    const quota = new Quota(() => 0);
    quota.switchOn({ sheets: { project: 3, user: 2 } });
    const answer = (program: string, account: string) =>
      quota.before({ api: 'sheets', kind: 'read', account, program });
    const one = '4711-a.apps.example';
    const other = '4712-b.apps.example';

    expect([answer(one, 'x'), answer(one, 'x'), answer(other, 'x')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(answer(one, 'x')?.message).toContain(
      "limit 'Read requests per minute per user' of service 'sheets.googleapis.com' for consumer 'project_number:4711'",
    );
    expect(answer(one, 'y')).toBeUndefined();
    expect(answer('4711-c.apps.example', 'z')?.details).toMatchObject([
      { metadata: { quota_limit: 'ReadRequestsPerMinute', quota_limit_value: '3' } },
      {},
    ]);
    expect(answer(other, 'x')).toBeUndefined();
  });

  const read = { api: 'sheets', kind: 'read', account: 'a@vicon.example' } as const;

  test('let nobody have more than sixty reads a minute, and let them in again after it', () => {
    let now = 0;
    const quota = new Quota(() => now);
    quota.switchOn();
    const answers = Array.from({ length: 61 }, () => quota.before(read)?.status);

    now = 60_000;

    expect(answers.filter((status) => status === undefined)).toHaveLength(60);
    expect(answers.at(-1)).toBe(429);
    expect(quota.before(read)).toBeUndefined();
    expect(quota.refused).toBe(1);
  });

  test('count reads, writes and people apart, and the project together', () => {
    const quota = new Quota(() => 0);
    quota.switchOn({ sheets: { project: 3, user: 2 } });
    const status = (account: string, kind: 'read' | 'write' = 'read') =>
      quota.before({ api: 'sheets', kind, account })?.status;

    expect([status('a'), status('a'), status('a'), status('a', 'write')]).toEqual([
      undefined,
      undefined,
      429,
      undefined,
    ]);
    expect([status('b'), status('b')]).toEqual([undefined, 429]);
  });

  test('are told by Drive with a reason and 403', () => {
    const quota = new Quota(() => 0);
    quota.switchOn({ drive: { project: 2, user: 1 } });
    const asked = (account: string) => quota.before({ api: 'drive', kind: 'read', account });

    const answers = [asked('a'), asked('a'), asked('b'), asked('c')];

    expect(answers.map((each) => each && [each.status, each.reason])).toEqual([
      undefined,
      [403, 'userRateLimitExceeded'],
      undefined,
      [403, 'rateLimitExceeded'],
    ]);
  });

  test('are off until switched on', () => {
    const quota = new Quota(() => 0);

    expect(Array.from({ length: 1000 }, () => quota.before(read)).some(Boolean)).toBe(false);
  });
});
