/** What is said of a request, remembered from pass to pass, leaves by the clock of the pass that says it. */
import { expect, test } from 'vitest';
import { openRemembered } from '../../../src/core/cases/remembered.ts';
import { watchNow } from '../../../src/core/cases/watched-now.ts';
import { aboutRequests, tell } from '../../../src/core/messages/requester/about-requests.ts';
import { aCase, aSituation, instant } from '../../support/builders.ts';

test('a message that is to leave at once leaves at once in each pass, also where it is remembered', () => {
  const memory = openRemembered();
  const situation = aSituation();
  const [subject, told] = [aCase(), new Map()];
  let made = 0;
  const { wants } = aboutRequests(({ ticket }, { situation: { now } }) => {
    made += 1;
    return tell({
      ticket,
      to: { audience: 'requester' },
      view: {},
      notBefore: now,
      notAfter: now.add({ hours: 24 }),
      because: 'contoh',
    });
  });
  const wantedAt = (time: string) => {
    const { now } = watchNow(instant(time));
    const look = {
      situation: { ...situation, now, remembered: memory },
      since: instant('2026-11-01T08:00'),
    };
    return wants({ ...look, cases: [subject], told });
  };

  wantedAt('2026-11-17T09:00');
  const [message] = wantedAt('2026-11-17T10:00');
  expect(message?.notBefore.toString()).toBe('2026-11-17T02:00:00Z');
  expect(message?.notAfter?.toString()).toBe('2026-11-18T02:00:00Z');
  expect(made).toBe(1);
});
