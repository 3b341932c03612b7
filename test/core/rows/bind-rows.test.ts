import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TicketRecord } from '../../../src/core/cases/ledger-state.ts';
import { bindRows } from '../../../src/core/rows/bind-rows.ts';
import { rowKey } from '../../../src/core/rows/identify.ts';
import type { RowToBind } from '../../../src/core/rows/match-rows.ts';

const aTicket = (number: number, identity: string, ordinal = 1): TicketRecord => ({
  ticket: `VC-2026-${String(number).padStart(4, '0')}`,
  key: rowKey(identity, ordinal),
  state: 'active',
});

const aRow = (row: number, identity: string, ticketCell = ''): RowToBind => ({
  row,
  identity,
  ticketCell,
});

const bind = (rows: readonly RowToBind[], tickets: readonly TicketRecord[], adopt = false) =>
  bindRows({
    rows,
    tickets,
    shown: new Set(tickets.map(({ ticket }) => ticket)),
    adopt,
  });

describe('bind rows', () => {
  test('gives a key to a row that nobody has seen before', () => {
    const { fresh, bound } = bind([aRow(2, 'a')], []);

    expect(fresh).toEqual([{ row: 2, key: 'a#1' }]);
    expect(bound).toEqual([]);
  });

  test('follows a row by its identity although its ticket cell was emptied', () => {
    const { bound } = bind([aRow(7, 'a')], [aTicket(1, 'a')]);

    expect(bound).toEqual([{ row: 7, key: 'a#1', ticket: 'VC-2026-0001', how: 'known' }]);
  });

  test('does not let a ticket cell that was sorted apart move a ticket', () => {
    const tickets = [aTicket(1, 'a'), aTicket(2, 'b')];

    const { bound } = bind([aRow(2, 'a', 'VC-2026-0002'), aRow(3, 'b', 'VC-2026-0001')], tickets);

    expect(bound.map(({ row, ticket }) => [row, ticket])).toEqual([
      [2, 'VC-2026-0001'],
      [3, 'VC-2026-0002'],
    ]);
  });

  test('lets the ticket follow a response that the requester edited', () => {
    const { bound, gone } = bind([aRow(2, 'edited', 'VC-2026-0001')], [aTicket(1, 'a')]);

    expect(bound).toEqual([{ row: 2, key: 'edited#1', ticket: 'VC-2026-0001', how: 'rebound' }]);
    expect(gone).toEqual([]);
  });

  test('lets the ticket follow an edited response although another one came in the same second', () => {
    const tickets = [aTicket(1, 'a', 1), aTicket(2, 'a', 2)];

    const { bound, gone, fresh } = bind(
      [aRow(2, 'a', 'VC-2026-0001'), aRow(3, 'edited', 'VC-2026-0002')],
      tickets,
    );

    expect(bound.map(({ row, ticket, how }) => [row, ticket, how])).toEqual([
      [2, 'VC-2026-0001', 'known'],
      [3, 'VC-2026-0002', 'rebound'],
    ]);
    expect([gone, fresh]).toEqual([[], []]);
  });

  test('lets an edited response keep its ticket beside a request that came in the second of the edit', () => {
    const { bound, gone } = bindRows({
      rows: [aRow(2, 'b', 'VC-2026-0001'), aRow(3, 'b')],
      tickets: [aTicket(1, 'a'), aTicket(2, 'b')],
      shown: new Set(['VC-2026-0001']),
    });

    expect(bound.map(({ row, ticket, how }) => [row, ticket, how])).toEqual([
      [2, 'VC-2026-0001', 'rebound'],
      [3, 'VC-2026-0002', 'known'],
    ]);
    expect(gone).toEqual([]);
  });

  test('moves no ticket while a row is left that could be its own', () => {
    const tickets = [aTicket(1, 'a', 1), aTicket(2, 'a', 2)];

    const { bound, asked, fresh } = bind([aRow(2, 'a'), aRow(3, 'other', 'VC-2026-0002')], tickets);

    expect(bound).toEqual([]);
    expect(asked).toEqual([{ row: 2, doubt: { kind: 'unsure' } }]);
    expect(fresh).toEqual([{ row: 3, key: 'other#1' }]);
  });

  describe('whose ticket no cell has shown yet', () => {
    const bindUnseen = (rows: readonly RowToBind[], tickets: readonly TicketRecord[]) =>
      bindRows({ rows, tickets, shown: new Set() });

    test('lets the ticket follow a response that its requester edited meanwhile', () => {
      const { bound, fresh, gone } = bindUnseen(
        [aRow(2, '200|sri@x'), aRow(3, '300|budi@x')],
        [aTicket(1, '100|sri@x')],
      );

      expect(bound).toEqual([
        { row: 2, key: '200|sri@x#1', ticket: 'VC-2026-0001', how: 'rebound' },
      ]);
      expect(fresh).toEqual([{ row: 3, key: '300|budi@x#1' }]);
      expect(gone).toEqual([]);
    });

    test('keeps the ticket of a deleted row from a row of another requester', () => {
      const { fresh, gone } = bindUnseen([aRow(2, '200|budi@x')], [aTicket(1, '100|sri@x')]);

      expect(fresh).toEqual([{ row: 2, key: '200|budi@x#1' }]);
      expect(gone).toEqual(['VC-2026-0001']);
    });

    test('lets the ticket follow a row that somebody is still typing by hand', () => {
      const { bound } = bindUnseen([aRow(2, '||bappeda|rapat|')], [aTicket(1, '||bappeda||')]);

      expect(bound.map(({ ticket, how }) => [ticket, how])).toEqual([['VC-2026-0001', 'rebound']]);
    });
  });

  test('never hands on a ticket that a cell has shown', () => {
    const { fresh, gone } = bind([aRow(2, '200|sri@x')], [aTicket(1, '100|sri@x')]);

    expect(fresh).toHaveLength(1);
    expect(gone).toEqual(['VC-2026-0001']);
  });

  test('gives a copied row with other answers a ticket of its own', () => {
    const { bound, fresh } = bind(
      [aRow(2, 'a', 'VC-2026-0001'), aRow(3, 'b', 'VC-2026-0001')],
      [aTicket(1, 'a')],
    );

    expect(bound.map(({ row }) => row)).toEqual([2]);
    expect(fresh.map(({ row }) => row)).toEqual([3]);
  });

  describe('of which one was copied', () => {
    /** What rows are about; the ledger remembers it by ticket. */
    const about = (row: RowToBind, mark: string): RowToBind => ({ ...row, mark });
    const bindCopies = (
      rows: readonly RowToBind[],
      remembered: Readonly<Record<string, string>>,
      tickets: readonly TicketRecord[] = [aTicket(1, 'a|x')],
      likeness: (row: number, ticket: string) => number = () => 0,
    ) =>
      bindRows({
        rows,
        tickets,
        shown: new Set(tickets.map(({ ticket }) => ticket)),
        memory: { markOf: (ticket) => remembered[ticket] ?? '', likeness },
        counter: { lastNumber: new Map([[2026, tickets.length]]), year: 2026 },
      });
    const remembered = { 'VC-2026-0001': 'm' };
    const sameAsFirst = { kind: 'copy', of: 'VC-2026-0001' };

    test('keeps the ticket of the upper one and asks about the other when both say the same', () => {
      const rows = [2, 3].map((row) => about(aRow(row, 'a|x', 'VC-2026-0001'), 'm'));

      const { bound, asked, fresh, gone } = bindCopies(rows, remembered);

      expect(bound.map(({ row, ticket }) => [row, ticket])).toEqual([[2, 'VC-2026-0001']]);
      expect(asked).toEqual([{ row: 3, doubt: sameAsFirst }]);
      expect([fresh, gone]).toEqual([[], []]);
    });

    test('takes a copy for another day as a new request, also above its original', () => {
      const rows = [
        about(aRow(2, 'a|x', 'VC-2026-0001'), 'other'),
        about(aRow(3, 'a|x', 'VC-2026-0001'), 'm'),
      ];

      const { bound, asked, fresh } = bindCopies(rows, remembered);

      expect(bound.map(({ row }) => row)).toEqual([3]);
      expect(fresh).toEqual([{ row: 2, key: 'a|x#2', copyOf: 'VC-2026-0001' }]);
      expect(asked).toEqual([]);
    });

    test('makes no request of a copy that was asked about because the original was moved', () => {
      const original = about(aRow(2, 'a|x', 'VC-2026-0001'), 'moved');
      const asking = { ...about(aRow(3, 'a|x'), 'm'), askedAbout: 'VC-2026-0001' };
      const left = { kind: 'left-copy', of: 'VC-2026-0001' };

      const first = bindCopies([original, asking], remembered);
      const later = bindCopies([original, { ...asking, isLeftBehind: true }], {
        'VC-2026-0001': 'moved',
      });

      for (const { bound, asked, fresh } of [first, later]) {
        expect(bound.map(({ row }) => row)).toEqual([2]);
        expect(asked).toEqual([{ row: 3, doubt: left }]);
        expect(fresh).toEqual([]);
      }
    });

    test('takes a copy that was asked about as new once it itself was changed', () => {
      const rows = [
        about(aRow(2, 'a|x', 'VC-2026-0001'), 'm'),
        { ...about(aRow(3, 'a|x'), 'other'), askedAbout: 'VC-2026-0001' },
      ];

      expect(bindCopies(rows, remembered).fresh.map(({ row }) => row)).toEqual([3]);
    });

    test('asks about a copy of the answers alone', () => {
      const rows = [about(aRow(2, 'a|x'), 'm'), about(aRow(3, 'a|x', 'VC-2026-0001'), 'm')];

      const { bound, asked } = bindCopies(rows, remembered);

      expect(bound.map(({ row }) => row)).toEqual([3]);
      expect(asked).toEqual([{ row: 2, doubt: sameAsFirst }]);
    });

    test('asks about a copy whose stamp was cleared', () => {
      const rows = [
        about(aRow(2, 'a|x', 'VC-2026-0001'), 'm'),
        about(aRow(3, '|x|y|z|', 'VC-2026-0001'), 'm'),
      ];

      const { bound, asked } = bindCopies(rows, remembered);

      expect(bound.map(({ row }) => row)).toEqual([2]);
      expect(asked).toEqual([{ row: 3, doubt: sameAsFirst }]);
    });

    test('gives a copy no number of a row that was deleted', () => {
      const rows = [
        about(aRow(2, 'a|x', 'VC-2026-0001'), 'm'),
        about(aRow(3, 'a|x', 'VC-2026-0001'), 'third'),
      ];
      const tickets = [
        aTicket(1, 'a|x', 1),
        { ...aTicket(2, 'a|x', 2), state: 'missing' as const },
      ];

      const { bound, fresh } = bindCopies(rows, { ...remembered, 'VC-2026-0002': 'o' }, tickets);

      expect(bound.map(({ ticket }) => ticket)).toEqual(['VC-2026-0001']);
      expect(fresh).toEqual([{ row: 3, key: 'a|x#3', copyOf: 'VC-2026-0001' }]);
    });

    test('tells a copy of a copy from the copy', () => {
      const rows = [
        about(aRow(2, 'a|x', 'VC-2026-0002'), 'third'),
        about(aRow(3, 'a|x', 'VC-2026-0002'), 'o'),
        about(aRow(4, 'a|x', 'VC-2026-0001'), 'm'),
      ];
      const tickets = [aTicket(1, 'a|x', 1), aTicket(2, 'a|x', 2)];

      const { bound, fresh } = bindCopies(rows, { ...remembered, 'VC-2026-0002': 'o' }, tickets);

      expect(bound.map(({ row, ticket }) => [row, ticket])).toEqual([
        [3, 'VC-2026-0002'],
        [4, 'VC-2026-0001'],
      ]);
      expect(fresh).toEqual([{ row: 2, key: 'a|x#3', copyOf: 'VC-2026-0002' }]);
    });

    test('lets the ticket stay with a moved row whose original place is empty now', () => {
      const { bound, asked } = bindCopies(
        [{ ...about(aRow(9, 'a|x', 'VC-2026-0001'), 'm'), askedAbout: 'VC-2026-0001' }],
        remembered,
      );

      expect(bound.map(({ row, ticket }) => [row, ticket])).toEqual([[9, 'VC-2026-0001']]);
      expect(asked).toEqual([]);
    });

    test('leaves an edited response its ticket beside a copy that was asked about', () => {
      const rows = [
        about(aRow(2, 'b|x', 'VC-2026-0001'), 'moved'),
        { ...about(aRow(3, 'a|x', 'VC-2026-0001'), 'm'), askedAbout: 'VC-2026-0001' },
      ];

      const { bound, asked, fresh } = bindCopies(rows, remembered);

      expect(bound.map(({ row, how }) => [row, how])).toEqual([[2, 'rebound']]);
      expect(asked).toEqual([{ row: 3, doubt: { kind: 'left-copy', of: 'VC-2026-0001' } }]);
      expect(fresh).toEqual([]);
    });

    test('tells rows without ticket cells apart by our other cells', () => {
      const rows = [about(aRow(2, 'a|x'), 'p'), about(aRow(3, 'a|x'), 'q')];
      const tickets = [aTicket(1, 'a|x', 1), aTicket(2, 'a|x', 2)];
      const owners = new Map([
        [2, 'VC-2026-0002'],
        [3, 'VC-2026-0001'],
      ]);

      const { bound } = bindCopies(rows, {}, tickets, (row, ticket) =>
        owners.get(row) === ticket ? 3 : 0,
      );

      expect(bound.map(({ row, ticket }) => [row, ticket])).toEqual([...owners]);
    });

    test('has any copies and moves leave every original where it is, and no number twice', () => {
      const originals = ['m1', 'm2', 'm3'].map((mark, index) => ({
        mark,
        ticket: `VC-2026-000${index + 1}`,
        identity: `${index}|x`,
      }));
      const copy = fc.record({
        of: fc.nat(2),
        mark: fc.constantFrom('m1', 'm2', 'm3', 'new', ''),
        hasTicket: fc.boolean(),
        keepsIdentity: fc.boolean(),
      });
      fc.assert(
        fc.property(
          fc.array(copy, { maxLength: 5 }),
          fc.infiniteStream(fc.nat(99)),
          (copies, places) => {
            const all = [
              ...originals.map((original) => ({ ...original, isOriginal: true })),
              ...copies.map(({ of, mark, hasTicket, keepsIdentity }, index) => ({
                mark: mark === originals[of]?.mark ? 'else' : mark,
                ticket: hasTicket ? (originals[of]?.ticket ?? '') : '',
                identity: keepsIdentity ? `${of}|x` : `|copy ${index}|x|y|z`,
                isOriginal: false,
              })),
            ]
              .map((row) => ({ row, place: places.next().value ?? 0 }))
              .sort((a, b) => a.place - b.place)
              .map(({ row }, index) => ({ ...row, row: index + 2 }));

            const { bound, fresh, asked } = bindCopies(
              all.map(({ row, identity, ticket, mark }) =>
                about(aRow(row, identity, ticket), mark),
              ),
              Object.fromEntries(originals.map(({ ticket, mark }) => [ticket, mark])),
              originals.map(({ identity }, index) => aTicket(index + 1, identity)),
            );

            const stayed = all.filter(({ isOriginal }) => isOriginal);
            expect(bound.map(({ row, ticket }) => [row, ticket])).toEqual(
              stayed.map(({ row, ticket }) => [row, ticket]),
            );
            expect(fresh.length + asked.length).toBe(copies.length);
          },
        ),
      );
    });
  });

  describe('that show numbers which the ledger never gave', () => {
    const bindBehind = (rows: readonly RowToBind[], last = 6) =>
      bindRows({
        rows,
        tickets: [aTicket(6, 'a')],
        shown: new Set(['VC-2026-0006']),
        counter: { lastNumber: new Map([[2026, last]]), year: 2026 },
      });

    test('lets rows keep those that follow the counter', () => {
      const { bound, fresh } = bindBehind([
        aRow(2, 'a', 'VC-2026-0006'),
        aRow(3, 'b', 'VC-2026-0008'),
        aRow(4, 'c', 'VC-2026-0007'),
        aRow(5, 'd'),
      ]);

      expect(bound.map(({ row, ticket, how }) => [row, ticket, how])).toEqual([
        [2, 'VC-2026-0006', 'known'],
        [3, 'VC-2026-0008', 'adopted'],
        [4, 'VC-2026-0007', 'adopted'],
      ]);
      expect(fresh).toEqual([{ row: 5, key: 'd#1' }]);
    });

    test('asks both rows that show the same one', () => {
      const { asked, fresh } = bindBehind([
        aRow(2, 'b', 'VC-2026-0007'),
        aRow(3, 'c', 'VC-2026-0007'),
      ]);

      const doubt = { kind: 'shared-number', ticket: 'VC-2026-0007' };
      expect(asked).toEqual([
        { row: 2, doubt },
        { row: 3, doubt },
      ]);
      expect(fresh).toEqual([]);
    });

    test.each(['VC-2026-99999999', 'VC-2027-0001', 'VC-2026-0500'])(
      'asks about %s, which no slip of the hand may burn',
      (ticket) => {
        expect(bindBehind([aRow(2, 'b', ticket)]).asked).toEqual([
          { row: 2, doubt: { kind: 'far-number', ticket } },
        ]);
      },
    );

    test('counts a ticket in another spelling as none', () => {
      expect(bindBehind([aRow(2, 'b', 'VC-2026-00007')]).fresh).toEqual([{ row: 2, key: 'b#1' }]);
    });
  });

  test('tells rows of one identity apart by their ticket cells', () => {
    const tickets = [aTicket(1, 'a', 1), aTicket(2, 'a', 2)];

    const { bound } = bind([aRow(2, 'a', 'VC-2026-0002'), aRow(3, 'a', 'VC-2026-0001')], tickets);

    expect(bound.map(({ row, ticket }) => [row, ticket])).toEqual([
      [2, 'VC-2026-0002'],
      [3, 'VC-2026-0001'],
    ]);
  });

  test('hands tickets that the sheet never showed to equal rows in order', () => {
    const tickets = [aTicket(1, 'a', 1), aTicket(2, 'a', 2)];

    const { bound, asked } = bindRows({
      rows: [aRow(2, 'a'), aRow(3, 'a')],
      tickets,
      shown: new Set(),
    });

    expect(bound.map(({ ticket }) => ticket)).toEqual(['VC-2026-0001', 'VC-2026-0002']);
    expect(asked).toEqual([]);
  });

  test('says which tickets lost their row', () => {
    expect(bind([], [aTicket(1, 'a')]).gone).toEqual(['VC-2026-0001']);
  });

  test('takes tickets from the sheet when the ledger was lost, and only then', () => {
    const rows = [aRow(2, 'a', 'VC-2026-0009')];

    expect(bind(rows, [], true).bound).toEqual([
      { row: 2, key: 'a#1', ticket: 'VC-2026-0009', how: 'adopted' },
    ]);
    expect(bind(rows, []).bound).toEqual([]);
    expect(bind(rows, []).unknownTickets).toEqual(['VC-2026-0009']);
  });

  test('never gives one ticket to two rows, and accounts for every row once', () => {
    const identity = fc.constantFrom('a', 'b', 'c');
    const cell = fc.constantFrom(
      '',
      'VC-2026-0001',
      'VC-2026-0002',
      'VC-2026-0003',
      'VC-2026-0004',
      'x',
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(identity, cell), { maxLength: 6 }),
        fc.array(identity, { maxLength: 4 }),
        fc.boolean(),
        (spec, owned, adopt) => {
          const rows = spec.map(([id, ticketCell], index) => aRow(index + 2, id, ticketCell));
          const tickets = owned.map((id, index) => aTicket(index + 1, id, index + 1));

          const { bound, fresh, asked } = bind(rows, tickets, adopt);

          expect(new Set(bound.map(({ ticket }) => ticket)).size).toBe(bound.length);
          expect(
            [...bound, ...fresh, ...asked].map(({ row }) => row).sort((a, b) => a - b),
          ).toEqual(rows.map(({ row }) => row));
          const keys = [...bound, ...fresh].map(({ key }) => key);
          expect(new Set(keys).size).toBe(keys.length);
        },
      ),
    );
  });

  test('gives the same tickets to the same requests however the rows are sorted', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }), (order) => {
        const tickets = [0, 1, 2, 3, 4].map((n) => aTicket(n + 1, `id${n}`));
        const rows = order.map((n, index) => aRow(index + 2, `id${n}`, tickets[n]?.ticket ?? ''));

        const { bound } = bind(rows, tickets);

        expect(bound.map(({ ticket }) => ticket)).toEqual(order.map((n) => tickets[n]?.ticket));
      }),
    );
  });
});

describe('a row that shows the number of its own identity', () => {
  const identities = ['1|a', '2|a', '3|b', 'bappeda|rapat'];
  const someTickets = fc.uniqueArray(
    fc.record({ number: fc.integer({ min: 1, max: 5 }), identity: fc.constantFrom(...identities) }),
    { selector: ({ number }) => number, maxLength: 5 },
  );
  const someRows = fc.array(
    fc.record({
      identity: fc.constantFrom(...identities),
      ticketCell: fc.constantFrom('', ...[1, 2, 3, 4, 5, 6].map((n) => aTicket(n, '').ticket)),
      mark: fc.constantFrom('m1', 'm2'),
    }),
    { maxLength: 6 },
  );

  test('keeps it, and changes nothing about any other row', () => {
    fc.assert(
      fc.property(someTickets, someRows, fc.boolean(), fc.nat(5), (given, others, adopt, at) => {
        const tickets = given.map(({ number, identity }) => aTicket(number, identity, number));
        const rows = others.map((row, index) => ({ ...row, row: 10 * (index + 1) }));
        const ticket = aTicket(9, '9|i');
        const row = { ...aRow(10 * at + 5, '9|i', ticket.ticket), mark: 'm1' };

        const alone = bind(rows, tickets, adopt);
        const beside = bind([...rows, row], [...tickets, ticket], adopt);

        const mine = { row: row.row, key: ticket.key, ticket: ticket.ticket, how: 'known' };
        expect(beside.bound.filter((each) => each.row === row.row)).toEqual([mine]);
        expect({
          ...beside,
          bound: beside.bound.filter((each) => each.row !== row.row),
        }).toEqual(alone);
      }),
    );
  });
});
