import { expect, test } from 'vitest';
import { remarksToUndo } from '../../../src/core/plan/undo-remarks.ts';
import { type CellEdit, type Location, nowhere } from '../../../src/core/sheet/edits.ts';
import type { Cell } from '../../../src/core/sheet/snapshot.ts';

/** Rows filled "sari" stand in the second and third, "budi" in the fourth; remarks in the second column. */
const location: Location = {
  ...nowhere,
  columnOf: new Map([['Keterangan', 2]]),
  rowsFilled: (filling) => (filling === 'sari' ? [2, 3] : filling === 'budi' ? [4] : []),
};

const tab = (now: Cell) => ({
  tabs: [
    {
      name: 'Petugas',
      rows: [
        ['Nama', 'Keterangan'],
        ['Sari', ''],
        ['Sari', ''],
        ['Budi', now],
      ],
    },
  ],
});

const remark = (filling: string, header = 'Keterangan'): CellEdit => ({
  tab: 'Petugas',
  address: { kind: 'filled', filling, header },
  was: '',
  becomes: 'Nomor belum terbaca.',
});

const judged = (now: Cell, edit: CellEdit) => remarksToUndo([edit], tab(now), () => location);

test('a remark goes back where it reads as it was written, and counts as back where it did so already', () => {
  expect(judged('Nomor belum terbaca.', remark('budi'))).toEqual({
    back: [{ ...remark('budi'), was: 'Nomor belum terbaca.', becomes: '' }],
    done: 0,
    left: 0,
  });
  expect(judged('', remark('budi'))).toEqual({ back: [], done: 1, left: 0 });
});

test('a remark stays where somebody changed it, where its row or column is gone, and beside rows filled alike', () => {
  const left = { back: [], done: 0, left: 1 };

  expect(judged('sudah ditelepon', remark('budi'))).toEqual(left);
  expect(judged('', remark('tono'))).toEqual(left);
  expect(judged('', remark('budi', 'Catatan'))).toEqual(left);
  expect(judged('Nomor belum terbaca.', remark('sari'))).toEqual(left);
  expect(remarksToUndo([remark('budi')], { tabs: [] }, () => location)).toEqual(left);
});
