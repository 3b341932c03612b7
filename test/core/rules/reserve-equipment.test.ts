import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasStarted, isCalledOff } from '../../../src/core/cases/case-facts.ts';
import type { HandOut } from '../../../src/core/cases/desk.ts';
import type { Case, EquipmentAllocation, Judgement } from '../../../src/core/cases/situation.ts';
import { blocksOf, occupancyOf } from '../../../src/core/clock/window.ts';
import { reservedCell, shortageCell } from '../../../src/core/columns/equipment-cell.ts';
import { reserveEquipment } from '../../../src/core/rules/reserve-equipment.ts';
import { aCase, aDesk, anItem, aSchedule, aSituation, instant } from '../../support/builders.ts';
import { runs } from '../../support/long-runs.ts';
import { someSituation } from '../../support/some-situation.ts';

const situation = aSituation({
  desk: aDesk({
    equipment: [
      anItem({ name: 'Speaker JBL', quantity: 1 }),
      anItem({ name: 'Speaker Polytron', quantity: 1 }),
      anItem({ name: 'Speaker tua', quantity: 5, usable: false, condition: 'Rusak berat' }),
      anItem({ name: 'Internet kantor', kind: 'Internet', quantity: 1 }),
    ],
  }),
});

const nothing: EquipmentAllocation = { reserved: [], shortage: [] };
const equipmentOf = (judgements: ReadonlyMap<string, Judgement>, ticket = 'VC-2026-0001') =>
  judgements.get(ticket)?.decided?.equipment ?? nothing;
const wish = (name: string, quantity: number) => ({ name, quantity, known: true });
const anOrder = (number: number, equipment: readonly ReturnType<typeof wish>[], rest = {}): Case =>
  aCase({
    ticket: `VC-2026-000${number}`,
    answers: { equipment, submittedAt: instant(`2026-11-16T0${number}:00`), ...rest },
  });

describe('reserve equipment', () => {
  test('sets aside what is usable, and says what the requester brings and why', () => {
    const judgements = reserveEquipment(
      [anOrder(1, [wish('Speaker', 3), wish('Panggung', 1)])],
      situation,
    );

    expect(equipmentOf(judgements)).toEqual({
      reserved: [{ name: 'Speaker', quantity: 2 }],
      shortage: [
        { name: 'Speaker', quantity: 1, why: 'kantor memiliki 2 unit' },
        { name: 'Panggung', quantity: 1, why: 'tidak ada dalam daftar peralatan kantor' },
      ],
    });
  });

  test('gives what is scarce at one time to the earlier request, and names who has it', () => {
    const judgements = reserveEquipment(
      [anOrder(2, [wish('Speaker', 1)]), anOrder(1, [wish('Speaker', 2)])],
      situation,
    );

    expect(equipmentOf(judgements, 'VC-2026-0002')).toEqual({
      reserved: [],
      shortage: [
        {
          name: 'Speaker',
          quantity: 1,
          why: 'kantor memiliki 2 unit; pada waktu yang sama dipakai VC-2026-0001',
        },
      ],
    });
  });

  test('keeps what was promised although an earlier request turns complete later', () => {
    const promised = { ...anOrder(2, [wish('Speaker', 2)]), previous: { reserved: 'Speaker (2)' } };

    const judgements = reserveEquipment([anOrder(1, [wish('Speaker', 1)]), promised], situation);

    expect(reservedCell(equipmentOf(judgements, 'VC-2026-0002'))).toBe('Speaker (2)');
    expect(shortageCell(equipmentOf(judgements))).toBe('Speaker (1)');
  });

  describe('where nobody has counted', () => {
    const { quantity: _, ...uncountedSpeaker } = anItem();
    const uncounted = aSituation({
      desk: aDesk({
        equipment: [uncountedSpeaker, anItem({ name: 'Meja', kind: 'Meja', quantity: 0 })],
      }),
    });

    test('promises nothing and calls nothing short, but believes a typed 0', () => {
      const judgements = reserveEquipment(
        [anOrder(1, [wish('Speaker', 1), wish('Meja', 1)])],
        uncounted,
      );

      expect(equipmentOf(judgements)).toEqual({
        reserved: [],
        shortage: [{ name: 'Meja', quantity: 1, why: 'tidak ada unit yang layak pakai' }],
        uncounted: [{ name: 'Speaker', quantity: 1 }],
      });
    });

    test('hands out what is counted of the kind, and calls the rest unknown', () => {
      const partly = aSituation({
        desk: aDesk({ equipment: [uncountedSpeaker, anItem({ name: 'JBL', quantity: 1 })] }),
      });

      expect(equipmentOf(reserveEquipment([anOrder(1, [wish('Speaker', 3)])], partly))).toEqual({
        reserved: [{ name: 'Speaker', quantity: 1 }],
        shortage: [],
        uncounted: [{ name: 'Speaker', quantity: 2 }],
      });
    });

    test('keeps what was promised before somebody emptied the number', () => {
      const promised = {
        ...anOrder(1, [wish('Speaker', 2)]),
        previous: { reserved: 'Speaker (2)' },
      };

      expect(equipmentOf(reserveEquipment([promised], uncounted))).toEqual({
        reserved: [{ name: 'Speaker', quantity: 2 }],
        shortage: [],
      });
    });

    test('lets the choice of staff stand without a word', () => {
      const chosen = {
        ...anOrder(1, [wish('Speaker', 2)]),
        handMade: { reserved: [{ name: 'Speaker', quantity: 2 }] },
      };

      const judgements = reserveEquipment([chosen], uncounted);

      expect(equipmentOf(judgements)).toEqual({
        reserved: [{ name: 'Speaker', quantity: 2 }],
        shortage: [],
      });
      expect(judgements.get(chosen.ticket)?.findings).toEqual([]);
    });
  });

  test('hands the same pieces out again on another day', () => {
    const judgements = reserveEquipment(
      [
        anOrder(1, [wish('Speaker', 2)]),
        anOrder(2, [wish('Speaker', 2)], { schedule: aSchedule({ day: '2026-11-24' }) }),
      ],
      situation,
    );

    expect(reservedCell(equipmentOf(judgements, 'VC-2026-0002'))).toBe('Speaker (2)');
  });

  test('lets every event use the internet, which has no count', () => {
    const judgements = reserveEquipment(
      [anOrder(1, [wish('Internet', 1)]), anOrder(2, [wish('Internet', 3)])],
      situation,
    );

    expect([equipmentOf(judgements), equipmentOf(judgements, 'VC-2026-0002')]).toEqual([
      { reserved: [{ name: 'Internet', quantity: 1 }], shortage: [] },
      { reserved: [{ name: 'Internet', quantity: 3 }], shortage: [] },
    ]);
  });

  test('leaves a hand-made reservation alone, counts it, and says where it asks too much', () => {
    const chosen = {
      ...anOrder(1, [wish('Speaker', 1)]),
      handMade: {
        reserved: [
          { name: 'Speaker JBL', quantity: 3 },
          { name: 'Tenda', quantity: 1 },
        ],
      },
    };

    const judgements = reserveEquipment([chosen, anOrder(2, [wish('Speaker', 1)])], situation);

    expect(reservedCell(equipmentOf(judgements))).toBe('Speaker JBL (3); Tenda (1)');
    expect(shortageCell(equipmentOf(judgements, 'VC-2026-0002'))).toBe('Speaker (1)');
    expect(judgements.get('VC-2026-0001')?.findings?.map(({ text }) => text)).toEqual([
      'Speaker JBL disiapkan 3 menurut pilihan petugas, tetapi yang bebas pada waktu itu 2. Pilihan ini tetap berlaku; kosongkan sel untuk memakai usulan layanan.',
      'Tenda tidak ada di tab Peralatan. Perbaiki namanya atau tambahkan di sana.',
    ]);
  });

  test('leaves what stood at an event that has begun, and reserves nothing new', () => {
    const begun = {
      ...anOrder(1, [wish('Speaker', 2)], {
        schedule: aSchedule({ day: '2026-11-17', from: '08:00' }),
      }),
      previous: { reserved: 'Speaker (1)', shortage: 'Speaker (1)' },
    };

    const judgements = reserveEquipment(
      [begun, { ...begun, ticket: 'VC-2026-0002', previous: {} }],
      situation,
    );

    expect([equipmentOf(judgements), equipmentOf(judgements, 'VC-2026-0002')]).toEqual([
      {
        reserved: [{ name: 'Speaker', quantity: 1 }],
        shortage: [{ name: 'Speaker', quantity: 1, why: 'tercatat sebelum kegiatan dimulai' }],
      },
      nothing,
    ]);
  });

  test('frees what a cancelled event had', () => {
    const off = { ...anOrder(1, [wish('Speaker', 2)]), handMade: { state: 'Dibatalkan' } as const };

    const judgements = reserveEquipment([off, anOrder(2, [wish('Speaker', 2)])], situation);

    expect([
      equipmentOf(judgements),
      reservedCell(equipmentOf(judgements, 'VC-2026-0002')),
    ]).toEqual([nothing, 'Speaker (2)']);
  });
});

const cells = (cases: readonly Case[], judgements: ReadonlyMap<string, Judgement>) =>
  cases.map(({ ticket }) => [
    reservedCell(equipmentOf(judgements, ticket)),
    shortageCell(equipmentOf(judgements, ticket)),
  ]);

describe('on any desk', () => {
  test('the service never sets aside more than there is', () => {
    fc.assert(
      fc.property(someSituation(), ({ cases, situation: given }) => {
        const judgements = reserveEquipment(cases, given);
        const held = cases.flatMap((subject) => {
          const { schedule, place } = subject.request.answers;
          if (schedule === undefined || isCalledOff(subject)) return [];
          const quantity = equipmentOf(judgements, subject.ticket).reserved[0]?.quantity ?? 0;
          const blocks = blocksOf(
            occupancyOf(schedule, { place, allowances: given.desk.settings }),
          );
          const isOurs = subject.handMade.reserved === undefined && !hasStarted(subject, given.now);
          return blocks.map(({ from, to }) => ({ from, to, quantity, isOurs }));
        });
        const stock = given.desk.equipment[0]?.quantity ?? 0;
        for (const { from: moment } of held) {
          const now = held.filter(
            ({ from, to, quantity }) => quantity > 0 && from <= moment && moment < to,
          );
          const used = now.reduce((sum, { quantity }) => sum + quantity, 0);
          if (now.some(({ isOurs }) => isOurs)) expect(used).toBeLessThanOrEqual(stock);
        }
      }),
      { numRuns: runs(67, 200) },
    );
  });

  test('a second pass changes nothing, in whatever order the rows stand', () => {
    fc.assert(
      fc.property(someSituation(), ({ cases, situation: given }) => {
        const first = reserveEquipment(cases, given);
        const again = cases.map((subject) => ({
          ...subject,
          previous: {
            reserved: reservedCell(equipmentOf(first, subject.ticket)),
            shortage: shortageCell(equipmentOf(first, subject.ticket)),
          },
        }));

        const second = reserveEquipment(again.toReversed(), given);

        expect(cells(cases, second)).toEqual(cells(cases, first));
      }),
      { numRuns: runs(67, 200) },
    );
  });

  describe('what was handed out', () => {
    const wish = { equipment: [{ name: 'Speaker', quantity: 2, known: true }] };
    const event = (ticket: string, day: string) =>
      aCase({ ticket, answers: { schedule: aSchedule({ day }), ...wish } });
    const out = (rest: Partial<HandOut> = {}): HandOut => ({
      item: 'Speaker',
      kind: 'Speaker',
      quantity: 1,
      back: { kind: 'out' },
      ...rest,
    });
    const shortages = (handOuts: readonly HandOut[], cases: readonly Case[]) => {
      const desk = aDesk({ equipment: [anItem({ quantity: 2 })], handOuts });
      const judgements = reserveEquipment(cases, aSituation({ now: '2026-11-17T09:00', desk }));
      return cases.map(({ ticket }) => judgements.get(ticket)?.decided?.equipment?.shortage);
    };

    test('is not there for others until it is back, and that is said', () => {
      expect(shortages([out()], [event('VC-2026-0001', '2026-11-20')])).toEqual([
        [{ name: 'Speaker', quantity: 1, why: 'kantor memiliki 2 unit; 1 belum kembali' }],
      ]);
      const back = { kind: 'returned' } as const;
      expect(shortages([out({ back })], [event('VC-2026-0001', '2026-11-20')])).toEqual([[]]);
    });

    test('is there again from when it is planned to be, unless that has passed', () => {
      const planned = (day: string) => out({ due: instant(`${day}T09:00`) });
      const friday = [event('VC-2026-0001', '2026-11-20')];
      expect(shortages([planned('2026-11-19')], friday)).toEqual([[]]);
      expect(shortages([planned('2026-11-16')], friday)[0]).toHaveLength(1);
    });

    test('counts once for the event that it was taken along to, and against those after it', () => {
      const cases = [event('VC-2026-0001', '2026-11-19'), event('VC-2026-0002', '2026-11-20')];
      const along = out({ quantity: 2, ticket: 'VC-2026-0001', at: instant('2026-11-16T09:00') });
      expect(shortages([along], cases).map((short) => short?.[0]?.quantity)).toEqual([
        undefined,
        2,
      ]);
    });

    test('is away from when it was handed out, also before the event that it was taken along to', () => {
      const cases = [event('VC-2026-0001', '2026-11-18'), event('VC-2026-0002', '2026-11-20')];
      const along = (day: string) =>
        out({ quantity: 2, ticket: 'VC-2026-0002', at: instant(`${day}T09:00`) });
      expect(shortages([along('2026-11-16')], cases).map((short) => short?.[0]?.quantity)).toEqual([
        2,
        undefined,
      ]);
      expect(shortages([along('2026-11-19')], cases)).toEqual([[], []]);
    });

    test('is with its event though more was taken along than is set aside for it', () => {
      const other = aCase({
        ticket: 'VC-2026-0001',
        answers: { schedule: aSchedule({ day: '2026-11-20' }), equipment: [] },
      });
      const cases = [other, event('VC-2026-0002', '2026-11-20')];
      const along = out({ ticket: other.ticket, at: instant('2026-11-16T09:00') });
      expect(shortages([along], cases)).toEqual([
        [],
        [
          {
            name: 'Speaker',
            quantity: 1,
            why: 'kantor memiliki 2 unit; pada waktu yang sama dipakai VC-2026-0001',
          },
        ],
      ]);
      const back = { ...along, due: instant('2026-11-19T09:00') };
      expect(shortages([back], cases)).toEqual([[], []]);
    });

    test('is away during its event, too, where that is called off', () => {
      const off = aCase({
        ...event('VC-2026-0001', '2026-11-20'),
        handMade: { state: 'Dibatalkan' },
      });
      const cases = [off, event('VC-2026-0002', '2026-11-20')];
      const along = out({ quantity: 2, ticket: off.ticket, at: instant('2026-11-16T09:00') });
      expect(shortages([along], cases)[1]?.[0]?.quantity).toBe(2);
    });

    test('is asked back from the day after its event', () => {
      const over = event('VC-2026-0001', '2026-11-16');
      const desk = aDesk({ handOuts: [out({ ticket: over.ticket, to: 'Andi' })] });
      const [finding] =
        reserveEquipment([over], aSituation({ now: '2026-11-17T09:00', desk })).get(over.ticket)
          ?.findings ?? [];
      expect(finding?.text).toBe(
        'Belum kembali: 1 Speaker (Andi). Catat kembalinya di tab Serah Terima Alat.',
      );
    });
  });
});
