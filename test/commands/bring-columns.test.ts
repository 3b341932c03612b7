import { describe, expect, test } from 'vitest';
import { bringColumns } from '../../src/commands/bring-columns.ts';
import { requestTab } from '../../src/core/columns/request-tab.ts';
import { aWorkbookFile } from '../backends/local/workbook/a-workbook-file.ts';
import { buildXlsx } from '../support/xlsx.ts';

describe('a workbook of an earlier version', () => {
  test('gets the column for remarks right of all that stands in each tab, once', async () => {
    const { workbook } = aWorkbookFile(
      buildXlsx([
        { name: requestTab.name, rows: [['Nama Kegiatan']] },
        {
          name: 'Kendala',
          rows: [['Catatan tim'], ['Nomor Tiket', 'Jenis Kendala'], ['', 'login', 'lihat foto']],
        },
        {
          name: 'Hari Libur',
          rows: [
            ['Tanggal', 'Keterangan'],
            [46_381, 'Natal'],
          ],
        },
        { name: 'Belanja', rows: [['Barang']] },
      ]),
    );

    const added = await bringColumns(workbook);
    const { tabs } = await workbook.read();

    expect(added).toEqual([
      'added the column "Keterangan" to the tab Kendala',
      'added the column "Keterangan Layanan" to the tab Hari Libur',
    ]);
    expect(tabs.map(({ rows }) => rows)).toEqual([
      [['Nama Kegiatan']],
      [
        ['Catatan tim'],
        ['Nomor Tiket', 'Jenis Kendala', '', 'Keterangan'],
        ['', 'login', 'lihat foto'],
      ],
      [
        ['Tanggal', 'Keterangan', 'Keterangan Layanan'],
        [46_381, 'Natal'],
      ],
      [['Barang']],
    ]);
    expect(await bringColumns(workbook)).toEqual([]);
  });
});
