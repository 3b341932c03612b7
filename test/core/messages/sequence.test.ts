/** Calendars pass over an invitation that is older than the one they have, also where a lost ledger sent that one. */
import { expect, test } from 'vitest';
import type { Case } from '../../../src/core/cases/situation.ts';
import { change } from '../../../src/core/messages/kinds/change.ts';
import { confirmation } from '../../../src/core/messages/kinds/confirmation.ts';
import { aCase, instant } from '../../support/builders.ts';
import { all, lookAt, toldBy } from '../../support/messages.ts';

const at = (place: string): Case =>
  aCase({
    answers: { place },
    staff: { confirmed: { kind: 'ticked' } },
    moments: [
      { kind: 'received', at: instant('2026-11-16T09:00') },
      { kind: 'confirmed', at: instant('2026-11-17T08:00') },
    ],
    handMade: { officers: ['Andi Rahman'] },
  });

const kinds = [confirmation, change];
const sequences = (since: string): readonly (number | undefined)[] => {
  const about = { since: instant(since) };
  const told = toldBy(lookAt([at('Aula')], { now: '2026-11-17T09:00', ...about }), ...kinds);
  const again = lookAt([at('Ruang Oval')], { now: '2026-11-17T10:00', told, ...about });
  return all(toldBy(again, ...kinds)).map(({ invitation }) => invitation?.sequence);
};

test('it rises with each invitation about the event', () => {
  expect(sequences('2026-11-16T08:00')).toEqual([0, 1]);
});

test('of a request that is older than the ledger it begins above all that a lost one can have sent', () => {
  const [first = 0, second = 0] = sequences('2026-11-16T12:00');

  expect(first).toBeGreaterThan(1000);
  expect(second).toBe(first + 1);
});
