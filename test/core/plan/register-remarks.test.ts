import { describe, expect, test } from 'vitest';
import type { DeskProblem } from '../../../src/core/cases/desk.ts';
import { incidentTab } from '../../../src/core/columns/incident-tab.ts';
import { registerRemarkEdits } from '../../../src/core/plan/register-remarks.ts';
import type { Cell, WorkbookSnapshot } from '../../../src/core/sheet/snapshot.ts';

const aBook = (
  rows: readonly (readonly Cell[])[],
  name: string = incidentTab.name,
): WorkbookSnapshot => ({
  tabs: [{ name, rows: [['Nomor Tiket', 'Uraian', 'Keterangan'], ...rows] }],
});

const aProblem = (row: number, text = 'Nomor tiket belum diisi.'): DeskProblem => ({
  tab: 'Kendala',
  row,
  text,
});

/** What would be written, by what it replaces. */
const written = (book: WorkbookSnapshot, problems: readonly DeskProblem[]) =>
  registerRemarkEdits(book, problems).map(({ was, becomes }) => [was, becomes]);

describe('register remarks', () => {
  test('stand beside the row, all of them, and are addressed by what fills it', () => {
    const edits = registerRemarkEdits(aBook([['', 'Putus', '']]), [
      aProblem(2),
      aProblem(2, 'Waktu belum diisi.'),
    ]);

    expect(edits).toEqual([
      {
        tab: 'Kendala',
        address: {
          kind: 'filled',
          filling: '["[\\"Uraian\\",\\"Putus\\"]"]',
          header: 'Keterangan',
        },
        was: '',
        becomes: '⚠ Nomor tiket belum diisi.\nWaktu belum diisi.',
      },
    ]);
  });

  test('are not written again while they stand', () => {
    const book = aBook([['', 'Putus', '⚠ Nomor tiket belum diisi.']]);

    expect(written(book, [aProblem(2)])).toEqual([]);
  });

  test('go when the row was mended, and when it was emptied', () => {
    const remark = '⚠ Nomor tiket belum diisi.';
    const book = aBook([
      ['VC-2026-0001', 'Putus', remark],
      ['', '', remark],
    ]);

    expect(written(book, [])).toEqual([
      [remark, ''],
      [remark, ''],
    ]);
  });

  test('leave alone what staff noted in a column of that name', () => {
    const book = aBook([['', 'Putus', 'sudah dilaporkan ke penyedia']]);

    expect(written(book, [aProblem(2)])).toEqual([]);
  });

  test('say the same of rows that are filled alike', () => {
    const book = aBook([
      ['', 'Putus', ''],
      ['', 'Putus', ''],
    ]);

    expect(written(book, [aProblem(3)])).toEqual([['', '⚠ Nomor tiket belum diisi.']]);
  });

  test('find a tab that the office calls by another of its names', () => {
    const edits = registerRemarkEdits(aBook([['', 'Putus', '']], 'Log Kendala'), [aProblem(2)]);

    expect(edits.map(({ tab }) => tab)).toEqual(['Log Kendala']);
  });

  test('need their column: without it nothing is written', () => {
    const book = {
      tabs: [
        {
          name: 'Kendala',
          rows: [
            ['Nomor Tiket', 'Uraian'],
            ['', 'Putus'],
          ],
        },
      ],
    };

    expect(registerRemarkEdits(book, [aProblem(2)])).toEqual([]);
  });
});
