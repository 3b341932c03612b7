import { expect, test } from 'vitest';
import type { Case } from '../../../../src/core/cases/situation.ts';
import { shortage } from '../../../../src/core/messages/kinds/shortage.ts';
import { aCase, aDesk, anItem } from '../../../support/builders.ts';
import { lookAt, toldBy } from '../../../support/messages.ts';

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
