/** What is said of a request rests on what `request-look.ts` lets it see: with all cases and all that was said it would be the same. */
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import type { Moment } from '../../../src/core/cases/ledger-state.ts';
import type { MessageMemory, MessageRecord } from '../../../src/core/cases/messages.ts';
import type { Case } from '../../../src/core/cases/situation.ts';
import { messageKinds } from '../../../src/core/messages/kinds/index.ts';
import type { MessageLook } from '../../../src/core/messages/message-kind.ts';
import { aCase, aDesk, anOfficer, aSchedule, instant } from '../../support/builders.ts';
import { runs } from '../../support/long-runs.ts';
import { lookAt, planned, settled } from '../../support/messages.ts';

const tickets = ['VC-2026-0001', 'VC-2026-0002', 'VC-2026-0003', 'VC-2026-0004'];
const names = ['Andi Rahman, S.Kom.', 'Budi Santoso, S.T.'];
const desk = aDesk({
  officers: names.map((name, at) => anOfficer({ name, email: `${at}@dinas.test` })),
});

const someRow = fc.record({
  becomes: fc.constantFrom('goes-on', 'goes-on', 'called-off', 'moved', 'moved'),
  to: fc.nat(tickets.length - 1),
  madeFrom: fc.option(fc.nat(tickets.length - 1), { nil: undefined }),
  people: fc.subarray(names),
  isConfirmed: fc.boolean(),
  day: fc.constantFrom('2026-11-18', '2026-11-23', '2026-11-25'),
  email: fc.constantFrom('rahmat@bappeda.test', 'rahmat@bappeda.test', 'lain@bappeda.test'),
});
const someStep = fc.record({
  rows: fc.array(someRow, { minLength: tickets.length, maxLength: tickets.length }),
  hours: fc.constantFrom(1, 6, 30),
  leaves: fc.constantFrom('sent', 'sent', 'waiting'),
});
type Row = typeof someRow extends fc.Arbitrary<infer R> ? R : never;

const movedFrom = (ticket: string, rows: readonly Row[]): readonly string[] =>
  rows.flatMap(({ becomes, to }, at) =>
    becomes === 'moved' && tickets[to] === ticket && tickets[at] !== ticket
      ? (tickets[at] ?? [])
      : [],
  );

const caseOf = (row: Row, at: number, rows: readonly Row[]): Case => {
  const ticket = tickets[at] ?? '';
  const to = tickets[row.to] ?? '';
  const root = tickets[row.madeFrom ?? at] ?? '';
  const isMoved = row.becomes === 'moved' && to !== ticket;
  const from = movedFrom(ticket, rows);
  const moments: readonly Moment[] = [
    { kind: 'received', at: instant('2026-11-16T09:00') },
    ...(row.isConfirmed ? [{ kind: 'confirmed' as const, at: instant('2026-11-16T09:20') }] : []),
    ...(isMoved || row.becomes === 'called-off'
      ? [{ kind: 'cancelled' as const, at: instant('2026-11-16T20:30') }]
      : []),
  ];
  return aCase({
    ticket,
    answers: { schedule: aSchedule({ day: row.day }), place: `Aula ${ticket}`, email: row.email },
    staff: {
      ...(row.isConfirmed && { confirmed: { kind: 'ticked' } as const }),
      series:
        root === ticket
          ? {
              kind: 'repeats',
              typed: 'ya',
              own: Temporal.PlainDate.from(row.day),
              others: [],
              answer: { kind: 'none' },
              isWorkdays: false,
              toldBy: 'repeat',
            }
          : { kind: 'made', from: root, day: Temporal.PlainDate.from(row.day) },
    },
    moments,
    handMade: {
      officers: row.people,
      ...(isMoved && { state: 'Dijadwalkan Ulang' as const }),
      ...(row.becomes === 'called-off' && { state: 'Dibatalkan' as const }),
    },
    ...(isMoved && { movedTo: to }),
    ...(from.length > 0 && !isMoved && { moveAnswer: { kind: 'moved', from } }),
    series: {
      marks: new Map([['2026-11-23', { kind: 'made', stamp: 46342.5 }]]),
    },
  });
};

/** As if every event had been moved once, so that all that was said and all cases are beside each. */
const withAllBeside = (look: MessageLook): MessageLook => {
  const [record] = [...look.told.values()].flat();
  if (record === undefined) return look;
  const marks = tickets.map((ticket): readonly [string, readonly MessageRecord[]] => [
    `mark/${ticket}`,
    [{ ...record, kind: 'mark', ticket, to: { audience: 'keeper' }, view: { nomorAwal: ticket } }],
  ]);
  return { ...look, told: new Map([...look.told, ...marks]) };
};

const said = (look: MessageLook) =>
  messageKinds.map(({ key, wants, holds }) => [key, wants(look), holds?.(look)]);

test('of each request the same is said as if all that was said of all others were seen', () => {
  fc.assert(
    fc.property(fc.array(someStep, { minLength: 2, maxLength: 4 }), (steps) => {
      let told: MessageMemory = new Map();
      let now = Temporal.PlainDateTime.from('2026-11-16T10:00');
      for (const { rows, hours, leaves } of steps) {
        now = now.add({ hours });
        const look = lookAt(rows.map(caseOf), { now: now.toString(), told, desk });
        expect(said(look)).toEqual(said(withAllBeside(look)));
        const kept = planned(look, messageKinds);
        told = leaves === 'sent' ? settled(kept, { kind: 'sent', at: look.situation.now }) : kept;
      }
    }),
    { numRuns: runs(4, 400) },
  );
});
