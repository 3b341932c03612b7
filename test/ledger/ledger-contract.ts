import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LedgerState } from '../../src/core/cases/ledger-state.ts';
import type { WrittenValue } from '../../src/core/sheet/three-way.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { aLedgerForEach, deskName, type LedgerPlace } from '../support/ledger-place.ts';
import { aChange, adopting, aTicket, giving, now, ticketOf } from './changes.ts';

/** What every ledger promises, whatever database lies under it. */
export const ledgerContract = (
  name: string,
  aPlace: () => Promise<LedgerPlace>,
  {
    share = 1,
  }: {
    /** How much of what is long is tried, where each transaction takes longer. */
    readonly share?: number;
  } = {},
): void => {
  describe(`a ledger (${name})`, () => {
    const its = aLedgerForEach(aPlace);

    test('knows nothing at first', async () => {
      expect(await its.ledger.state()).toEqual(emptyState);
      expect(await its.ledger.history()).toEqual([]);
    });

    test('keeps everything that a pass adds, also after it was closed', async () => {
      const change = aChange({
        ...giving(1, 2),
        moments: [
          { ticket: ticketOf(1), kind: 'completed', at: now, detail: '2026-11-20|Aula' },
          { ticket: ticketOf(1), kind: 'received', at: now.subtract({ hours: 1 }) },
        ],
        intended: [
          { ticket: ticketOf(1), field: 'state', value: 'Terkonfirmasi' },
          { ticket: ticketOf(1), field: 'deadline', value: 46_330.25 },
          { ticket: ticketOf(2), field: 'urgent', value: false },
        ],
        complaints: [{ number: 'ADU-2026-0001', key: 'a|b', at: now }],
      });

      await its.ledger.commit(change, now, 'pass 1');
      await its.reopen();

      expect(await its.ledger.state()).toEqual({
        tickets: new Map([1, 2].map((number) => [ticketOf(number), aTicket(number)])),
        written: new Map<string, ReadonlyMap<string, WrittenValue>>([
          [
            ticketOf(1),
            new Map<string, WrittenValue>([
              ['state', { intended: 'Terkonfirmasi' }],
              ['deadline', { intended: 46_330.25 }],
            ]),
          ],
          [ticketOf(2), new Map([['urgent', { intended: false }]])],
        ]),
        moments: new Map([
          [
            ticketOf(1),
            [
              { kind: 'received', at: now.subtract({ hours: 1 }) },
              { kind: 'completed', at: now, detail: '2026-11-20|Aula' },
            ],
          ],
        ]),
        documents: new Map(),
        signatures: new Map(),
        messages: new Map(),
        lastNumber: new Map([[2026, 2]]),
        complaints: new Map([['ADU-2026-0001', { number: 'ADU-2026-0001', key: 'a|b', at: now }]]),
      } satisfies LedgerState);
    });

    test('keeps when a complaint was first seen, whatever its row is known by later', async () => {
      const [number, later] = ['ADU-2026-0001', now.add({ hours: 24 })];
      await its.ledger.commit(
        aChange({ complaints: [{ number, key: 'a', at: now }] }),
        now,
        'pass 1',
      );
      await its.ledger.commit(
        aChange({ complaints: [{ number, key: 'b', at: later }] }),
        later,
        'pass 2',
      );

      expect((await its.ledger.state()).complaints.get(number)).toEqual({
        number,
        key: 'b',
        at: now,
      });
    });

    test('tells moments oldest first, however close, whenever they were recorded', async () => {
      const second = now.round('second');
      const moments = [
        { kind: 'completed', at: second.add({ milliseconds: 500 }) },
        { kind: 'received', at: second },
      ] as const;
      await its.ledger.commit(
        aChange({
          ...giving(1),
          moments: moments.map((moment) => ({ ...moment, ticket: ticketOf(1) })),
        }),
        now,
        'pass 1',
      );

      expect((await its.ledger.state()).moments.get(ticketOf(1))).toEqual(moments.toReversed());
    });

    describe('numbers', () => {
      test('are never given twice', async () => {
        await its.ledger.commit(giving(1, 2), now, 'pass 1');

        const again = its.ledger.commit(
          aChange({ newTickets: [aTicket(2, { key: 'another row#1' })] }),
          now,
          'pass 2',
        );

        await expect(again).rejects.toMatchObject({ code: 'ledger-conflict' });
      });

      test('are never taken from below the highest, even where a gap is free', async () => {
        await its.ledger.commit(giving(7), now, 'pass 1');

        await expect(its.ledger.commit(giving(3), now, 'pass 2')).rejects.toMatchObject({
          code: 'ledger-conflict',
        });
        expect((await its.ledger.state()).lastNumber).toEqual(new Map([[2026, 7]]));
      });

      test('count for each year on its own', async () => {
        await its.ledger.commit(giving(5), now, 'pass 1');
        await its.ledger.commit(
          aChange({ newTickets: [aTicket(1, { ticket: 'VC-2027-0001', key: 'next year#1' })] }),
          now,
          'pass 2',
        );

        expect((await its.ledger.state()).lastNumber).toEqual(
          new Map([
            [2026, 5],
            [2027, 1],
          ]),
        );
      });

      test('that stand in a sheet are adopted in any order and raise the highest', async () => {
        await its.ledger.commit(giving(7), now, 'pass 1');
        await its.ledger.commit(adopting(31, 3), now, 'pass 2');

        const { tickets, lastNumber } = await its.ledger.state();
        expect([...tickets.keys()]).toEqual([ticketOf(3), ticketOf(7), ticketOf(31)]);
        expect(lastNumber).toEqual(new Map([[2026, 31]]));
        await expect(its.ledger.commit(adopting(7), now, 'pass 3')).rejects.toMatchObject({
          code: 'ledger-conflict',
        });
      });

      test('of a wrong shape are refused', async () => {
        const wrong = aChange({ newTickets: [aTicket(1, { ticket: 'VC-26-1' })] });

        await expect(its.ledger.commit(wrong, now, 'pass 1')).rejects.toMatchObject({
          code: 'ledger-conflict',
        });
      });
    });

    describe('rows', () => {
      test('never carry two tickets', async () => {
        await its.ledger.commit(giving(1), now, 'pass 1');

        const second = its.ledger.commit(
          aChange({ newTickets: [aTicket(2, { key: aTicket(1).key })] }),
          now,
          'pass 2',
        );

        await expect(second).rejects.toMatchObject({ code: 'ledger-conflict' });
      });

      test('can be exchanged between tickets in one change', async () => {
        await its.ledger.commit(giving(1, 2), now, 'pass 1');
        await its.ledger.commit(
          aChange({
            rebound: [
              { ticket: ticketOf(1), key: aTicket(2).key },
              { ticket: ticketOf(2), key: aTicket(1).key },
            ],
          }),
          now,
          'pass 2',
        );

        const { tickets } = await its.ledger.state();
        expect([...tickets.values()].map(({ key }) => key)).toEqual(['row 2#1', 'row 1#1']);
      });

      test('go missing and are found again, and the ticket stays', async () => {
        await its.ledger.commit(giving(1), now, 'pass 1');

        await its.ledger.commit(aChange({ missing: [ticketOf(1)] }), now, 'pass 2');
        expect((await its.ledger.state()).tickets.get(ticketOf(1))?.state).toBe('missing');

        await its.ledger.commit(aChange({ found: [ticketOf(1)] }), now, 'pass 3');
        expect((await its.ledger.state()).tickets.get(ticketOf(1))?.state).toBe('active');
      });
    });

    test.each([
      ['a new row', aChange({ rebound: [{ ticket: ticketOf(9), key: 'row#1' }] })],
      ['a missing row', aChange({ missing: [ticketOf(9)] })],
      ['a found row', aChange({ found: [ticketOf(9)] })],
      ['a moment', aChange({ moments: [{ ticket: ticketOf(9), kind: 'received', at: now }] })],
      ['a cell', aChange({ intended: [{ ticket: ticketOf(9), field: 'state', value: '' }] })],
    ])('keeps nothing of a change with %s of a ticket that it does not know', async (_, change) => {
      const whole = { ...change, newTickets: [aTicket(1)] };

      await expect(its.ledger.commit(whole, now, 'pass 1')).rejects.toMatchObject({
        code: 'ledger-conflict',
      });

      expect(await its.ledger.state()).toEqual(emptyState);
    });

    describe('cells', () => {
      test('are written once the sheet showed them', async () => {
        const cell = { ticket: ticketOf(1), field: 'state', value: 'Baru' };
        await its.ledger.commit(aChange({ ...giving(1), intended: [cell] }), now, 'pass 1');

        await its.ledger.confirm([cell]);

        expect(await writtenIn(its.ledger)).toEqual({ written: 'Baru' });
      });

      test('keep what was written beside what is intended', async () => {
        const cell = { ticket: ticketOf(1), field: 'state', value: 'Baru' };
        await its.ledger.commit(aChange({ ...giving(1), intended: [cell] }), now, 'pass 1');
        await its.ledger.confirm([cell]);

        await its.ledger.commit(
          aChange({ intended: [{ ...cell, value: 'Selesai' }] }),
          now,
          'pass 2',
        );

        expect(await writtenIn(its.ledger)).toEqual({ written: 'Baru', intended: 'Selesai' });
      });

      test('keep an intention when the sheet shows something else of ours', async () => {
        const cell = { ticket: ticketOf(1), field: 'state', value: 'Selesai' };
        await its.ledger.commit(aChange({ ...giving(1), intended: [cell] }), now, 'pass 1');

        await its.ledger.confirm([{ ...cell, value: 'Baru' }]);

        expect(await writtenIn(its.ledger)).toEqual({ written: 'Baru', intended: 'Selesai' });
      });

      test('can be confirmed without having been intended, as when a sheet is adopted', async () => {
        await its.ledger.commit(adopting(1), now, 'pass 1');

        await its.ledger.confirm([{ ticket: ticketOf(1), field: 'state', value: 'Baru' }]);

        expect(await writtenIn(its.ledger)).toEqual({ written: 'Baru' });
      });

      const reason = { kind: 'cell', was: '', because: 'isian lengkap' } as const;
      const cellLines = () => its.ledger.history({ kind: 'cell' });

      test('get their line in the history when the sheet shows them, under the pass that intended them', async () => {
        const cell = { ticket: ticketOf(1), field: 'state', value: 'Baru' };
        const [line] = giving(1).history;
        await its.ledger.commit(
          aChange({ ...giving(1), intended: [{ ...cell, reason }] }),
          now,
          'pass 1',
        );
        expect(await its.ledger.history()).toEqual([{ ...line, at: now, pass: 'pass 1' }]);

        await its.ledger.confirm([cell]);
        await its.ledger.confirm([cell]);

        expect(await cellLines()).toEqual([
          {
            kind: 'cell',
            ticket: ticketOf(1),
            subject: 'state',
            was: '',
            becomes: 'Baru',
            because: 'isian lengkap',
            at: now,
            pass: 'pass 1',
          },
        ]);
      });

      test('get no line while the sheet shows something else, nor one of an intention that was given up', async () => {
        const cell = { ticket: ticketOf(1), field: 'state', value: 'Baru' };
        await its.ledger.commit(
          aChange({ ...giving(1), intended: [{ ...cell, reason }] }),
          now,
          'pass 1',
        );

        await its.ledger.confirm([{ ...cell, value: 'Lama' }]);
        await its.ledger.commit(
          aChange({ intended: [{ ...cell, value: 'Selesai', reason }] }),
          now,
          'pass 2',
        );
        await its.ledger.confirm([cell]);

        expect(await cellLines()).toEqual([]);
      });

      test('keep where their link led last, whatever is confirmed without one', async () => {
        const cell = { ticket: ticketOf(1), field: 'report', value: 'Laporan.docx' };
        await its.ledger.commit(giving(1), now, 'pass 1');

        await its.ledger.confirm([{ ...cell, link: 'https://drive.example/lama' }]);
        await its.ledger.confirm([{ ...cell, link: 'https://drive.example/baru' }]);
        await its.ledger.confirm([{ ...cell, value: '' }]);

        expect((await its.ledger.state()).written.get(ticketOf(1))?.get('report')).toEqual({
          written: '',
          link: 'https://drive.example/baru',
        });
      });

      test('of an unknown ticket are refused, and their neighbours with them', async () => {
        await its.ledger.commit(giving(1), now, 'pass 1');

        const confirming = its.ledger.confirm([
          { ticket: ticketOf(1), field: 'state', value: 'Baru' },
          { ticket: ticketOf(2), field: 'state', value: 'Baru' },
        ]);

        await expect(confirming).rejects.toMatchObject({ code: 'ledger-conflict' });
        expect((await its.ledger.state()).written).toEqual(new Map());
      });
    });

    describe('documents', () => {
      const report = {
        key: `laporan/${ticketOf(1)}`,
        fingerprint: 'view 1',
        contentHash: 'bytes 1',
        edition: 1,
      };
      const place1 = { id: 'Laporan/1.docx', url: 'Dokumen/Laporan/1.docx' };

      test('are remembered as they were last saved', async () => {
        await its.ledger.rememberDocument(report, now, 'pass 1');
        expect((await its.ledger.state()).documents).toEqual(new Map([[report.key, report]]));

        const madeFrom = { view: 'facts', template: 'letterhead' };
        const saved = { ...report, ...place1, title: 'Laporan 1.docx', madeFrom, signedOff: true };
        await its.ledger.rememberDocument(saved, now, 'pass 1');
        await its.reopen();
        expect((await its.ledger.state()).documents).toEqual(new Map([[report.key, saved]]));
      });

      test('leave a line in the history when something changed, and none otherwise', async () => {
        const first = { ...report, ...place1 };
        const second = { ...first, url: 'Dokumen/Laporan/1 (pembaruan 2).docx', edition: 2 };

        await its.ledger.rememberDocument(first, now, 'pass 1');
        await its.ledger.rememberDocument(first, now, 'pass 2');
        await its.ledger.rememberDocument(second, now, 'pass 3');

        const line = { kind: 'document', subject: report.key, at: now };
        expect(await its.ledger.history()).toEqual([
          { ...line, pass: 'pass 1', becomes: first.url, because: 'dokumen dibuat' },
          {
            ...line,
            pass: 'pass 3',
            was: first.url,
            becomes: second.url,
            because: 'pembaruan 2 dibuat',
          },
        ]);
      });
    });

    describe('the history', () => {
      test('tells what was done in the order in which it was done', async () => {
        await its.ledger.commit(giving(2, 3), now, 'pass 1');
        const cell = {
          kind: 'cell',
          ticket: ticketOf(2),
          subject: 'deadline',
          was: '',
          becomes: 46_330.25,
          because: '24 jam sejak lengkap',
        } as const;
        await its.ledger.commit(aChange({ history: [cell] }), now.add({ hours: 1 }), 'pass 2');
        await its.reopen();

        const given = { kind: 'ticket-given', because: 'permohonan baru', at: now, pass: 'pass 1' };
        expect(await its.ledger.history()).toEqual([
          { ...given, ticket: ticketOf(2) },
          { ...given, ticket: ticketOf(3) },
          { ...cell, at: now.add({ hours: 1 }), pass: 'pass 2' },
        ]);
      });

      test('can be asked for a ticket, a kind, a pass, or the latest lines', async () => {
        await its.ledger.commit(giving(1, 2), now, 'pass 1');
        await its.ledger.commit(
          aChange({
            history: [
              { kind: 'ticket-missing', ticket: ticketOf(1), because: 'barisnya tidak ada lagi' },
            ],
          }),
          now,
          'pass 2',
        );
        const found = async (filter: Parameters<Ledger['history']>[0]): Promise<string[]> =>
          (await its.ledger.history(filter)).map(({ kind, ticket }) => `${kind} ${ticket}`);

        expect(await found({ ticket: ticketOf(1) })).toEqual([
          `ticket-given ${ticketOf(1)}`,
          `ticket-missing ${ticketOf(1)}`,
        ]);
        expect(await found({ kind: 'ticket-missing' })).toHaveLength(1);
        expect(await found({ pass: 'pass 1' })).toHaveLength(2);
        expect(await found({ last: 2 })).toEqual([
          `ticket-given ${ticketOf(2)}`,
          `ticket-missing ${ticketOf(1)}`,
        ]);
      });
    });

    test('remembers a word under a name until it is told another', async () => {
      expect(await its.ledger.recall('templates/laporan')).toBeUndefined();

      await its.ledger.remember('templates/laporan', 'abc');
      await its.ledger.remember('templates/laporan', 'def');
      await its.reopen();

      expect(await its.ledger.recall('templates/laporan')).toBe('def');
    });

    test('keeps a note under a name and counts it not, because nothing is decided by it', async () => {
      const before = await its.ledger.revision();

      await its.ledger.note('pass.latest', 'abc');
      await its.ledger.note('pass.latest', 'def');
      await its.reopen();

      expect(await its.ledger.recall('pass.latest')).toBe('def');
      expect(await its.ledger.revision()).toBe(before);
    });

    test.each([
      ['cut off within an escape', '{\\"until\\": \\'],
      ['cut off within a letter', '{\\"until\\": \\u00'],
      ['typed by hand, with no escapes of ours', '{"until":"besok\\n"}'],
      ['emptied', ''],
    ])('gives a note that was damaged as it lies there: %s', async (_, text) => {
      await its.ledger.note('post.rest', '{"until":"besok"}');
      await its.place.damage(deskName, { table: 'memory', column: 'value', text });

      expect(await its.ledger.recall('post.rest')).toBe(text);
      await its.ledger.note('post.rest', '{"until":1}');
      expect(await its.ledger.recall('post.rest')).toBe('{"until":1}');
    });

    test.each([
      { table: 'cell', column: 'written', text: '"Terkonf' },
      { table: 'document', column: 'letter', text: '{"subject":' },
    ] as const)(
      'says that it is damaged where what it needs is no JSON: $table',
      async (damage) => {
        const letter = { key: 'laporan/VC-2026-0001', id: '1.docx', url: 'Laporan/1.docx' };
        await its.ledger.commit(giving(1), now, 'pass 1');
        await its.ledger.confirm([{ ticket: ticketOf(1), field: 'state', value: 'Terkonfirmasi' }]);
        await its.ledger.rememberDocument(
          { ...letter, fingerprint: 'abc', contentHash: 'def', edition: 1 },
          now,
          'pass 1',
        );
        await its.place.damage(deskName, damage);

        await expect(its.ledger.state()).rejects.toMatchObject({ code: 'ledger-corrupt' });
      },
    );

    test('counts what it writes one by one, and nothing else', async () => {
      const before = await its.ledger.revision();

      await its.ledger.remember('name', 'gorontalo');
      await its.ledger.commit(aChange({}), now, 'pass 1');
      await its.ledger.commit(giving(1), now, 'pass 1');
      await its.ledger.state();
      await its.reopen();

      expect(await its.ledger.revision()).toBe(before + 2);
    });

    test('keeps desks of one place apart', async () => {
      const neighbour = await its.place.open('limboto');
      await its.ledger.commit(giving(1, 2), now, 'pass 1');

      await neighbour.commit(giving(1), now, 'pass 1');
      await neighbour.remember('name', 'limboto');

      expect((await neighbour.state()).lastNumber).toEqual(new Map([[2026, 1]]));
      expect((await its.ledger.state()).lastNumber).toEqual(new Map([[2026, 2]]));
      expect(await neighbour.history()).toHaveLength(1);
      expect(await its.ledger.recall('name')).toBeUndefined();
      await neighbour.close();
    });

    test('lets commits that were not waited for follow one another', async () => {
      const numbers = [1, 2, 3, 4, 5];

      await Promise.all(numbers.map((number) => its.ledger.commit(giving(number), now, 'pass 1')));

      expect((await its.ledger.state()).tickets.size).toBe(5);
      expect(await its.ledger.history()).toHaveLength(5);
    });

    test('gives back any text and any cell as it was put in', async () => {
      const text = fc.string({ unit: 'binary' });
      const cell = fc.oneof(
        text,
        fc.boolean(),
        fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
        fc.constantFrom('\u0000', 'a\u0000b', '\ud800', '"', '\\', 'null', '007', '=1+1'),
      );
      let number = 0;
      await fc.assert(
        fc.asyncProperty(text, text, cell, async (key, words, value) => {
          number += 1;
          const ticket = ticketOf(number);
          const record = aTicket(number, { key: `${number}${key}` });
          const moment = { kind: 'received', at: now, detail: words } as const;
          const line = { kind: 'cell', ticket, subject: words, was: value, because: key } as const;
          await its.ledger.commit(
            aChange({
              newTickets: [record],
              moments: [{ ...moment, ticket }],
              intended: [{ ticket, field: words, value }],
              history: [line],
            }),
            now,
            words,
          );
          await its.ledger.remember(key, words);

          const state = await its.ledger.state();
          expect(state.tickets.get(ticket)).toEqual(record);
          expect(state.moments.get(ticket)).toEqual([moment]);
          expect(state.written.get(ticket)).toEqual(new Map([[words, { intended: value }]]));
          expect(await its.ledger.history({ ticket })).toEqual([{ ...line, at: now, pass: words }]);
          expect(await its.ledger.recall(key)).toBe(words);
        }),
        { numRuns: Math.ceil(60 * share) },
      );
    });

    test('gives no number twice in any sequence of changes, and reads the same after reopening', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
          const home = await aPlace();
          let open = await home.open('meja');
          const given: string[] = [];
          for (const [index, { kind, numbers, minutes }] of steps.entries()) {
            const at = now.add({ minutes });
            const tickets = numbers.map((number) => ticketOf(number));
            const before = await open.state();
            if (kind === 'reopen') {
              await open.close();
              open = await home.open('meja');
            } else if (kind === 'confirm') {
              await attempt(
                open.confirm(tickets.map((ticket) => ({ ticket, field: 'state', value: minutes }))),
              );
            } else {
              const made = {
                give: giving(...numbers),
                adopt: adopting(...numbers),
                lose: aChange({ missing: tickets }),
                find: aChange({ found: tickets }),
                bind: aChange({
                  rebound: tickets.map((ticket) => ({ ticket, key: `row ${minutes}#1` })),
                }),
                intend: aChange({
                  intended: tickets.map((ticket) => ({ ticket, field: 'state', value: index })),
                }),
                note: aChange({
                  moments: tickets.map((ticket) => ({ ticket, kind: 'received', at })),
                }),
              }[kind];
              const kept = await attempt(open.commit(made, at, `pass ${index}`));
              if (kept) given.push(...made.newTickets.map(({ ticket }) => ticket));
              else expect(await open.state()).toEqual(before);
            }
            const state = await open.state();
            if (kind === 'reopen') expect(state).toEqual(before);
            expect(new Set(given).size).toBe(given.length);
            expect([...state.tickets.keys()].sort()).toEqual([...given].sort());
            expect(state.lastNumber.get(2026) ?? 0).toBe(
              Math.max(0, ...given.map((ticket) => Number(ticket.slice(8)))),
            );
          }
          await open.close();
          await home.leave();
        }),
        { numRuns: Math.ceil(30 * share) },
      );
    });

    test('reads thousands of tickets with 20 cells each, and takes them in, without keeping anybody waiting', async () => {
      const numbers = Array.from({ length: 10_000 * share }, (_, index) => index + 1);
      const cells = numbers.flatMap((number) =>
        Array.from({ length: 20 }, (_, field) => ({
          ticket: ticketOf(number),
          field: `field ${field}`,
          value: `nilai ${number}`,
        })),
      );

      const giveMs = await msOf(() => its.ledger.commit(giving(...numbers), now, 'pass 1'));
      await its.ledger.commit(aChange({ intended: cells }), now, 'pass 2');
      const readMs = await msOf(() => its.ledger.state());

      // Generous: measured 0.3 s and 0.25 s; what is guarded against is a statement a row.
      expect(giveMs).toBeLessThan(4_000);
      expect(readMs).toBeLessThan(2_000);
    });
  });
};

const emptyState: LedgerState = {
  tickets: new Map(),
  written: new Map(),
  moments: new Map(),
  documents: new Map(),
  signatures: new Map(),
  messages: new Map(),
  lastNumber: new Map(),
  complaints: new Map(),
};

const step = fc.record({
  kind: fc.constantFrom(
    'give',
    'give',
    'adopt',
    'lose',
    'find',
    'bind',
    'intend',
    'confirm',
    'note',
    'reopen',
  ),
  numbers: fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 3 }),
  minutes: fc.integer({ min: 0, max: 9 }),
});

/** Whether the ledger took it; any refusal but a conflict is a failure of the test. */
const attempt = async (work: Promise<void>): Promise<boolean> => {
  try {
    await work;
    return true;
  } catch (error) {
    expect(error).toMatchObject({ code: 'ledger-conflict' });
    return false;
  }
};

const writtenIn = async (ledger: Ledger): Promise<unknown> =>
  (await ledger.state()).written.get(ticketOf(1))?.get('state');

const msOf = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};
