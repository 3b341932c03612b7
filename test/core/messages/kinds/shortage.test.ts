import { describe, expect, test } from 'vitest';
import type { Case } from '../../../../src/core/cases/situation.ts';
import { shortage } from '../../../../src/core/messages/kinds/shortage.ts';
import { planMessages } from '../../../../src/core/messages/plan-messages.ts';
import { aCase, aDesk, anItem, aSchedule } from '../../../support/builders.ts';
import { lookAt, planned, toldBy } from '../../../support/messages.ts';

const wishing = (quantity: number, rest: Parameters<typeof aCase>[0] = {}): Case =>
  aCase({ answers: { equipment: [{ name: 'Speaker', quantity, known: true }] }, ...rest });

const wanted = (...args: Parameters<typeof lookAt>) => shortage.wants(lookAt(...args));

test('it says what to bring, how many, and by when', () => {
  expect(wanted([wishing(3)])[0]?.view).toMatchObject({
    peralatan: [{ nama: 'Speaker', jumlah: 1 }],
    batas: 'Senin, 23 November 2026 pukul 08.00 WITA',
    tempat: 'Aula Bappeda',
  });
});

test('what is met, and what nobody lacks, is not told', () => {
  expect(wanted([wishing(3, { staff: { shortageMet: true } })])).toEqual([]);
  expect(wanted([wishing(2)])).toEqual([]);
});

test('who was told to bring something is told when it is not needed any more, once', () => {
  const told = toldBy(lookAt([wishing(3)]), shortage);
  const desk = aDesk({ equipment: [anItem({ quantity: 5 })] });
  const then = lookAt([wishing(3)], { told, desk });
  const after = toldBy(then, shortage);

  expect(shortage.wants(then)[0]?.view['peralatan']).toEqual([]);
  expect(wanted([wishing(3)], { told: after, desk })).toEqual([]);
});

test('the same shortage is no news', () => {
  const told = toldBy(lookAt([wishing(3)]), shortage);

  expect(wanted([wishing(3)], { told })).toEqual([]);
  expect(wanted([wishing(4)], { told })).toHaveLength(1);
});

describe('the other hours at which less would be short', () => {
  const other = (from: string, to: string): Case =>
    wishing(2, {
      ticket: 'VC-2026-0000',
      answers: {
        schedule: aSchedule({ from, to }),
        place: 'Aula Lain',
        equipment: [{ name: 'Speaker', quantity: 2, known: true }],
      },
    });

  test('are told with it, and what would be short even then', () => {
    const offered = (quantity: number) =>
      wanted([other('08:00', '10:00'), wishing(quantity)])[0]?.view['jamLain'];
    const provided = '3 petugas, akun Zoom, 2 Speaker';

    expect(offered(2)).toMatchObject([
      { waktu: '12.30 s.d. 14.30 WITA', tersedia: provided, kurang: '' },
      { waktu: '13.00 s.d. 15.00 WITA', tersedia: provided, kurang: '' },
      { waktu: '13.30 s.d. 15.30 WITA', tersedia: provided, kurang: '' },
    ]);
    expect(offered(3)).toMatchObject([{ kurang: '1 Speaker' }, {}, {}]);
  });

  test('are no news by themselves: neither what waits nor what was heard is told anew', () => {
    const first = lookAt([other('08:00', '10:00'), wishing(2)]);
    const later = [other('08:00', '11:00'), wishing(2)];
    const waits = planMessages(lookAt(later, { told: planned(first, [shortage]) }), [shortage]);
    const heard = planMessages(lookAt(later, { told: toldBy(first, shortage) }), [shortage]);

    expect(waits).toMatchObject({ promised: [], withdrawn: [] });
    // It is told with the hours of the moment at which it leaves.
    expect(waits.standing[0]?.view['jamLain']).toHaveLength(2);
    expect(heard).toMatchObject({ promised: [], withdrawn: [], standing: [] });
  });
});
