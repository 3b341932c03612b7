import { describe, expect, test } from 'vitest';
import { withFreeHeader } from '../../src/book/free-header.ts';
import { holidayTab } from '../../src/core/columns/holiday-tab.ts';
import { locateColumns } from '../../src/core/sheet/locate-columns.ts';

const remarks = holidayTab.columns.find(({ field }) => field === 'remarks');

describe('a column that a tab is to get', () => {
  test('has its own header where that is free, else another of its names, else none', () => {
    const headerBeside = (...headers: string[]) =>
      remarks && withFreeHeader(remarks, headers)?.header;

    expect(headerBeside('Tanggal', 'Nama')).toBe('Keterangan');
    expect(headerBeside('Tanggal', 'KETERANGAN')).toBe('Keterangan Layanan');
    expect(headerBeside('Keterangan', 'Keterangan Layanan')).toBeUndefined();
  });

  test('leaves an older column of that name what it was', () => {
    const headers = ['Tanggal', 'Jenis', 'Keterangan', 'Keterangan Layanan'];

    const { indexOf } = locateColumns({ name: 'Hari Libur', rows: [headers] }, holidayTab);

    expect(indexOf.get('name')).toBe(2);
    expect(indexOf.get('remarks')).toBe(3);
  });
});
