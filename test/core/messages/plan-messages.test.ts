/** What is promised and withdrawn, held against what was said before: once, and again only when something changed. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MessageMemory } from '../../../src/core/cases/messages.ts';
import type { MessageKind, MessageLook } from '../../../src/core/messages/message-kind.ts';
import {
  isWaiting,
  type MessagePlan,
  planMessages,
} from '../../../src/core/messages/plan-messages.ts';
import { aSituation, instant } from '../../support/builders.ts';
import { all, kept as keptAt, settled } from '../../support/messages.ts';

const now = instant('2026-11-17T09:00');

const look = (told: MessageMemory): MessageLook => ({
  cases: [],
  situation: aSituation({ now }),
  told,
  since: now,
});

/** Tells `hour`; nothing where there is none. */
const telling = (hour: string | undefined): MessageKind => ({
  key: 'duty',
  title: 'Tugas',
  audience: 'officer',
  template: 'tugas.txt',
  mustPrint: [],
  sample: {},
  wants: () =>
    hour === undefined
      ? []
      : [
          {
            ticket: 'VC-2026-0001',
            to: { audience: 'officer', name: 'Andi Contoh', address: 'andi@dinas.test' },
            view: { hour },
            notBefore: now,
            because: 'ditugaskan',
          },
        ],
});

const kept = (told: MessageMemory, plan: MessagePlan): MessageMemory => keptAt(told, plan, now);

test('the same facts are promised once', () => {
  const told = kept(new Map(), planMessages(look(new Map()), [telling('09.00')]));

  expect(planMessages(look(told), [telling('09.00')])).toMatchObject({
    promised: [],
    withdrawn: [],
  });
});

test('facts that change back are told again', () => {
  let told: MessageMemory = new Map();
  for (const hour of ['09.00', '10.00', '09.00'])
    told = settled(kept(told, planMessages(look(told), [telling(hour)])), {
      kind: 'sent',
      at: now,
    });

  expect(all(told).map(({ view }) => view['hour'])).toEqual(['09.00', '10.00', '09.00']);
});

test('what changes back before it was told is not told twice', () => {
  let told = settled(kept(new Map(), planMessages(look(new Map()), [telling('09.00')])), {
    kind: 'sent',
    at: now,
  });
  for (const hour of ['10.00', '09.00'])
    told = kept(told, planMessages(look(told), [telling(hour)]));

  expect(all(told).map(({ state }) => state.kind)).toEqual(['sent', 'withdrawn']);
});

test('what is said once is told as it is by then, and not again', () => {
  const once = (hour: string): MessageKind => {
    const kind = telling(hour);
    return { ...kind, wants: (at) => kind.wants(at).map((each) => ({ ...each, isOnce: true })) };
  };
  let told = kept(new Map(), planMessages(look(new Map()), [once('09.00')]));
  told = settled(kept(told, planMessages(look(told), [once('10.00')])), { kind: 'sent', at: now });

  expect(all(told).map(({ view, state }) => [view['hour'], state.kind])).toEqual([
    ['09.00', 'withdrawn'],
    ['10.00', 'sent'],
  ]);
  expect(planMessages(look(told), [once('11.00')])).toMatchObject({ promised: [], withdrawn: [] });
});

test('what may still be mended settles first, however often it is planned', () => {
  const kind = telling('09.00');
  const settling: MessageKind = {
    ...kind,
    wants: (at) =>
      kind.wants(at).map((each) => ({ ...each, notBefore: at.situation.now, settleMinutes: 10 })),
  };
  const told = kept(new Map(), planMessages(look(new Map()), [settling]));
  const later = { ...look(told), situation: aSituation({ now: now.add({ minutes: 9 }) }) };
  const [standing] = planMessages(later, [settling]).standing;

  expect(all(told)[0]?.notBefore).toEqual(now.add({ minutes: 10 }));
  expect(standing?.notBefore).toEqual(now.add({ minutes: 10 }));
});

test('another address is another message', () => {
  const told = kept(new Map(), planMessages(look(new Map()), [telling('09.00')]));
  const kind = telling('09.00');
  const moved: MessageKind = {
    ...kind,
    wants: (at) =>
      kind.wants(at).map((each) => ({ ...each, to: { ...each.to, address: 'andi@kota.test' } })),
  };

  expect(planMessages(look(told), [moved]).promised).toMatchObject([{ number: 2 }]);
});

test('what waits and comes too late is withdrawn', () => {
  const kind = telling('09.00');
  const told = kept(new Map(), planMessages(look(new Map()), [kind]));
  const late: MessageKind = {
    ...kind,
    wants: (at) => kind.wants(at).map((each) => ({ ...each, notAfter: now })),
  };

  expect(planMessages(look(told), [late])).toMatchObject({
    promised: [],
    withdrawn: [{ key: 'duty/VC-2026-0001/officer andi contoh/1' }],
  });
});

test('a kind that fails leaves what it promised', () => {
  const told = kept(new Map(), planMessages(look(new Map()), [telling('09.00')]));
  const broken: MessageKind = {
    ...telling(undefined),
    wants: () => {
      throw new Error('broken');
    },
  };

  expect(planMessages(look(told), [broken])).toMatchObject({
    promised: [],
    withdrawn: [],
    failing: ['Tugas'],
  });
});

test('whatever happens, at most one message of a thread waits, it is the true one, and the last one heard is true or followed by it', () => {
  const step = fc.record({
    hour: fc.constantFrom(undefined, '09.00', '10.00', '11.00'),
    isSent: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      let told: MessageMemory = new Map();
      for (const { hour, isSent } of steps) {
        told = kept(told, planMessages(look(told), [telling(hour)]));
        const waiting = all(told).filter(isWaiting);
        const heard = all(told).findLast(({ state }) => state.kind === 'sent');
        expect(waiting.length).toBeLessThanOrEqual(1);
        const heardHours = all(told)
          .filter((each) => each.state.kind === 'sent')
          .map(({ view }) => view['hour']);
        expect(heardHours.filter((each, at) => each === heardHours[at - 1])).toEqual([]);
        if (hour === undefined) expect(waiting).toEqual([]);
        else expect((waiting[0] ?? heard)?.view['hour']).toBe(hour);
        if (isSent) told = settled(told, { kind: 'sent', at: now });
      }
    }),
  );
});
