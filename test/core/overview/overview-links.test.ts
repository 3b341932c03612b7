import { expect, test } from 'vitest';
import { overviewEdits } from '../../../src/core/overview/overview.ts';
import { spotOf } from '../../../src/core/sheet/snapshot.ts';

const link = { kind: 'link', url: 'https://wa.me/6281?text=baru', text: 'WhatsApp Andi' } as const;
const rows = [['Andi', 'WhatsApp Andi']];
const edit = [
  {
    tab: 'Ringkasan',
    address: { kind: 'fixed', row: 1, column: 2 },
    was: 'WhatsApp Andi',
    becomes: link,
  },
];

test.each([
  ['where the workbook says so', new Map([[spotOf(1, 2), 'https://wa.me/6281?text=lama']]), {}],
  ['where the ledger says so', undefined, { 'WhatsApp Andi': 'https://wa.me/6281?text=lama' }],
  ['where nobody knows', undefined, {}],
])('a link of Ringkasan that leads elsewhere is written anew, %s', (_, links, last) => {
  const tab = { name: 'Ringkasan', rows, ...(links && { links }) };

  expect(overviewEdits(tab, [['Andi', link]], new Map(Object.entries(last)))).toEqual(edit);
});

test.each([
  ['where the workbook says so', new Map([[spotOf(1, 2), link.url]]), {}],
  ['where the ledger says so', undefined, { 'WhatsApp Andi': link.url }],
])('a link of Ringkasan that leads where it should stays, %s', (_, links, last) => {
  const tab = { name: 'Ringkasan', rows, ...(links && { links }) };

  expect(overviewEdits(tab, [['Andi', link]], new Map(Object.entries(last)))).toEqual([]);
});
