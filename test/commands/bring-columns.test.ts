import { describe, expect, test } from 'vitest';
import { bringColumns } from '../../src/commands/bring-columns.ts';
import { requestTab } from '../../src/core/columns/request-tab.ts';
import { aWorkbookFile } from '../backends/local/workbook/a-workbook-file.ts';
import { buildXlsx } from '../support/xlsx.ts';

describe('a workbook of an earlier version', () => {
  test('gets its missing columns right of all that stands in each tab, once', async () => {
    const { workbook } = aWorkbookFile(
      buildXlsx([
        {
          name: 'Dasar Hukum',
          rows: [['Catatan tim'], ['Peraturan'], ['Undang-undang']],
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
      'added the column "Jenis" to the tab Hari Libur',
      'added the column "Keterangan Layanan" to the tab Hari Libur',
      'added the column "Nomor" to the tab Dasar Hukum',
      'added the column "Keterangan" to the tab Dasar Hukum',
    ]);
    expect(tabs.map(({ rows }) => rows)).toEqual([
      [['Catatan tim'], ['Peraturan', 'Nomor', 'Keterangan'], ['Undang-undang']],
      [
        ['Tanggal', 'Keterangan', 'Jenis', 'Keterangan Layanan'],
        [46_381, 'Natal'],
      ],
      [['Barang']],
    ]);
    expect(await bringColumns(workbook)).toEqual([]);
  });

  test('gets no empty column beside rows that would say something else by it', async () => {
    const { workbook } = aWorkbookFile(
      buildXlsx([
        { name: requestTab.name, rows: [['Nama Kegiatan'], ['Rapat']] },
        {
          name: 'Peralatan',
          rows: [
            ['Nama', 'Keadaan alat'],
            ['Speaker', 'rusak'],
          ],
        },
      ]),
    );

    const added = (await bringColumns(workbook)).join('\n');

    expect(added).toContain('"Nomor Tiket"');
    expect(added).toContain('"Uji Sistem"');
    expect(added).toContain('"Standar" to the tab Peralatan');
    expect(added).not.toMatch(/"Kondisi"|"Petugas"|"Nama Pemohon"|"Alamat email"/);
  });
});
