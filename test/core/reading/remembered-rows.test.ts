import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { ReadRow } from '../../../src/core/reading/read-held-row.ts';
import { type RowToRead, readRequest } from '../../../src/core/reading/read-request.ts';
import { readSettings } from '../../../src/core/reading/registers/settings.ts';
import { openRowMemory } from '../../../src/core/reading/remembered-rows.ts';
import { timeZone } from '../../support/builders.ts';

const settings = readSettings({ tabs: [] }, []);
const aRow = (more: Partial<RowToRead> = {}): RowToRead => ({
  row: 2,
  cells: { event: 'Rapat', startDay: '23/11', startTime: '09.00' },
  timeZone,
  settings,
  firstSeen: Temporal.PlainDate.from('2026-11-20'),
  ...more,
});

const counting = () => {
  const asked: number[] = [];
  const read: ReadRow = (row) => {
    asked.push(row.row);
    return readRequest(row);
  };
  return { asked, memory: openRowMemory(read) };
};

describe('a row that was read', () => {
  test('is not read again in the next pass, wherever it was moved to', () => {
    const { asked, memory } = counting();
    memory.readerOfPass()(aRow());

    const again = memory.readerOfPass()(aRow({ row: 7 }));

    expect(asked).toEqual([2]);
    expect(again).toEqual(readRequest(aRow({ row: 7 })));
  });

  test('is read again when anything that it is read by is another', () => {
    const others: readonly Partial<RowToRead>[] = [
      { cells: { event: 'Rapat', startDay: '24/11', startTime: '09.00' } },
      { cells: { event: 'Rapat', startDay: '23/11', startTime: 9 } },
      { firstSeen: Temporal.PlainDate.from('2025-11-20') },
      { timeZone: 'Asia/Jakarta' },
      { settings: { ...settings, assumedEventMinutes: 45 } },
    ];
    for (const other of others) {
      const { asked, memory } = counting();
      memory.readerOfPass()(aRow());

      expect(memory.readerOfPass()(aRow(other))).toEqual(readRequest(aRow(other)));
      expect(asked).toHaveLength(2);
    }
  });

  test('is forgotten when a pass did not see it', () => {
    const { asked, memory } = counting();
    memory.readerOfPass()(aRow());
    memory.readerOfPass();
    memory.readerOfPass()(aRow());

    expect(asked).toEqual([2, 2]);
  });
});
