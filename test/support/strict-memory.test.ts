import type { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { openRemembered, recalled } from '../../src/core/cases/remembered.ts';
import type { Situation } from '../../src/core/cases/situation.ts';
import { watchNow } from '../../src/core/cases/watched-now.ts';
import { isBefore } from '../../src/core/clock/spans.ts';
import { aSituation, instant } from './builders.ts';
import { strictly } from './strict-memory.ts';

const { desk, timeZone, today } = aSituation();
const due = instant('2026-11-23T10:00');

/** What is found where this is made at nine o'clock, and recalled a minute later. */
const faultsOf = (make: (situation: Situation) => unknown): readonly string[] => {
  const strict = strictly(openRemembered());
  for (const time of ['09:00', '09:01']) {
    const { now } = watchNow(instant(`2026-11-23T${time}`));
    const situation = { desk, timeZone, today, now, remembered: strict.remembered };
    recalled({ by: make, of: due }, situation, make);
  }
  return strict.faults();
};

describe('a strict memory', () => {
  test('lets pass what asks the moment of its pass, however deep it tells the answer', () => {
    const plan: { due: Temporal.Instant; self?: unknown } = { due };
    plan.self = plan;

    expect(faultsOf(({ now }) => ({ isOpen: isBefore(now, due), plan }))).toEqual([]);
    expect(faultsOf(({ now }) => ({ notBefore: now, lines: [now.toString()] }))).toEqual([]);
  });

  test.each<[string, (now: Temporal.Instant) => unknown, string]>([
    ['itself', (now) => now, 'it'],
    ['in a list', (now) => ({ moments: [due, now] }), 'it.moments.1'],
    ['moved by an hour', (now) => ({ until: now.add({ hours: 1 }) }), 'it.until'],
    ['in a map', (now) => new Map([['VC-2026-0001', new Set([now])]]), 'it.VC-2026-0001.0'],
  ])('finds a moment that is kept: %s', (_, make, where) => {
    const keepsNow = ({ now }: Situation) => make(now);

    expect(faultsOf(keepsNow)).toEqual([`keepsNow keeps the moment of its pass in ${where}`]);
  });

  test('finds what was made from anything else', () => {
    const clock = [9, 10, 11];
    const looksElsewhere = () => ({ hour: clock.shift() });

    expect(faultsOf(looksElsewhere)).toEqual(['looksElsewhere would be made otherwise in it.hour']);
  });
});
