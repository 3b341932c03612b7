import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bindRows, type RowToBind } from '../../src/core/bind-rows.ts';
import { rowKey } from '../../src/core/identify.ts';
import type { TicketRecord } from '../../src/core/ledger-state.ts';

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

    const { bound, unsure, fresh } = bind(
      [aRow(2, 'a'), aRow(3, 'other', 'VC-2026-0002')],
      tickets,
    );

    expect(bound).toEqual([]);
    expect(unsure).toEqual([2]);
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

  test('leaves alone and names a row that was copied whole', () => {
    const { unsure, bound, fresh, gone } = bind(
      [aRow(2, 'a', 'VC-2026-0001'), aRow(3, 'a', 'VC-2026-0001')],
      [aTicket(1, 'a')],
    );

    expect({ unsure, bound, fresh, gone }).toEqual({
      unsure: [2, 3],
      bound: [],
      fresh: [],
      gone: [],
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

    const { bound, unsure } = bindRows({
      rows: [aRow(2, 'a'), aRow(3, 'a')],
      tickets,
      shown: new Set(),
    });

    expect(bound.map(({ ticket }) => ticket)).toEqual(['VC-2026-0001', 'VC-2026-0002']);
    expect(unsure).toEqual([]);
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

          const { bound, fresh, unsure } = bind(rows, tickets, adopt);

          expect(new Set(bound.map(({ ticket }) => ticket)).size).toBe(bound.length);
          expect(
            [...bound.map(({ row }) => row), ...fresh.map(({ row }) => row), ...unsure].sort(
              (a, b) => a - b,
            ),
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
