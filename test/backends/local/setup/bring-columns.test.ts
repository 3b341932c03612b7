import { describe, expect, test } from 'vitest';
import { bringColumns } from '../../../../src/backends/local/setup/bring-columns.ts';
import { requestTab } from '../../../../src/core/columns/request-tab.ts';
import { buildXlsx } from '../../../support/xlsx.ts';
import { aWorkbookFile } from '../workbook/a-workbook-file.ts';

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

    const { done, notices } = await bringColumns(workbook);
    const { tabs } = await workbook.read();

    expect(done.filter((each) => !each.startsWith('added the tab'))).toEqual([
      'added the column "Nomor" to the tab Dasar Hukum',
      'added the column "Keterangan" to the tab Dasar Hukum',
      'added the column "Jenis" to the tab Hari Libur',
      'added the column "Keterangan Layanan" to the tab Hari Libur',
    ]);
    expect(tabs.slice(0, 3).map(({ rows }) => rows)).toEqual([
      [['Catatan tim'], ['Peraturan', 'Nomor', 'Keterangan'], ['Undang-undang']],
      [
        ['Tanggal', 'Keterangan', 'Jenis', 'Keterangan Layanan'],
        [46_381, 'Natal'],
      ],
      [['Barang']],
    ]);
    expect(notices).toEqual([
      expect.stringMatching(/Hari Libur had no column "Keterangan Layanan".* may be deleted/),
      expect.stringMatching(/Hari Libur had no column "Jenis"; the new one is empty/),
      expect.stringMatching(/Dasar Hukum had no column "Keterangan".* may be deleted/),
      expect.stringMatching(/Dasar Hukum had no column "Nomor"; the new one is empty/),
    ]);
    expect(await bringColumns(workbook)).toEqual({ done: [], notices: [] });
  });

  test('gets no empty column beside rows that would say something else by it, and says which', async () => {
    const { workbook } = aWorkbookFile(
      buildXlsx([
        {
          name: requestTab.name,
          rows: [
            ['Nama Kegiatan', 'Status', 'Yang bertugas'],
            ['Rapat', 'Baru', 'Sari'],
          ],
        },
        {
          name: 'Peralatan',
          rows: [
            ['Nama', 'Keadaan alat'],
            ['Speaker', 'rusak'],
          ],
        },
        { name: 'Akun Zoom', rows: [['Pemilik'], ['Budi']] },
      ]),
    );

    const { done, notices } = await bringColumns(workbook);
    const held = notices
      .filter((notice) => notice.includes('No empty column was added'))
      .join('\n');

    expect(done.join(' ')).toMatch(/"Nomor Tiket".*"Uji Sistem".*"Standar" to the tab Peralatan/);
    expect(done.join('\n')).not.toMatch(/"Kondisi"|"Petugas"|"Nama Pemohon"|"Alamat email"|Zoom/);
    expect(held).toMatch(/Permohonan holds rows, but no column [^.]*"Nama Pemohon"[^.]*"Petugas"/);
    expect(held).toMatch(/Peralatan holds rows, but no column [^.]*"Kondisi"/);
    expect(held).toMatch(/Akun Zoom holds rows, but no column "Akun"/);
  });

  test('gets the columns of staff beside answers that stood alone: none of them can have been renamed', async () => {
    const { workbook } = aWorkbookFile(
      buildXlsx([{ name: requestTab.name, rows: [['Nama Kegiatan'], ['Rapat']] }]),
    );

    const { done, notices } = await bringColumns(workbook);

    expect(done.join('\n')).toContain('"Petugas"');
    expect(done.join('\n')).not.toContain('"Nama Pemohon"');
    expect(notices).toEqual([expect.stringContaining('"Nama Pemohon"')]);
  });

  test('gets everything in a tab that is empty', async () => {
    const { workbook } = aWorkbookFile(buildXlsx([{ name: 'Hari Libur', rows: [] }]));

    await bringColumns(workbook);

    expect((await workbook.read()).tabs[0]?.rows).toEqual([
      ['Tanggal', 'Jenis', 'Nama', 'Keterangan'],
    ]);
  });
});
