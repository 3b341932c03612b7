import { GoogleSpreadsheet } from 'google-spreadsheet';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createGoogleDouble } from './google-double.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('google-spreadsheet, which knows nothing of us', () => {
  test('reads, adds and changes rows on the stand-in', async () => {
    const id = 'lembar-untuk-klien-lain-01';
    const rows = [
      ['Nama', 'Jumlah'],
      ['Kamera', 2],
    ];
    const double = createGoogleDouble({
      data: { spreadsheets: [{ id, title: 'Alat', tabs: [{ name: 'Peralatan', rows }] }] },
    });
    vi.stubGlobal('fetch', double.fetch);
    const book = new GoogleSpreadsheet(id, { token: 'anything' });
    await book.loadInfo();
    const sheet = book.sheetsByTitle['Peralatan'];

    await sheet?.addRow({ Nama: 'Mikrofon', Jumlah: 4 });
    const found = (await sheet?.getRows()) ?? [];
    found[0]?.set('Jumlah', 3);
    await found[0]?.save();

    expect(book.title).toBe('Alat');
    expect(found.map((row) => row.get('Nama'))).toEqual(['Kamera', 'Mikrofon']);
    const left = await sheet?.getRows();
    expect(left?.map((row) => row.toObject())).toEqual([
      { Nama: 'Kamera', Jumlah: '3' },
      { Nama: 'Mikrofon', Jumlah: '4' },
    ]);
  });
});
