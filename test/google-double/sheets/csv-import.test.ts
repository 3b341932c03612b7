import { describe, expect, test } from 'vitest';
import { aSpreadsheet, spreadsheetId } from './a-spreadsheet.ts';

const text = 'nama,jumlah\n"Dinas ""A"", Gorontalo",007\n,2.5\n';

describe('a table of text uploaded into a spreadsheet', () => {
  test('becomes its cells through version 2 of Drive, which answers in its own words', async () => {
    const sheet = aSpreadsheet({ Data: [['lama']], Lain: [['lama']] });

    const answer = await sheet.double.fetch(
      `https://www.googleapis.com/upload/drive/v2/files/${spreadsheetId}?uploadType=media&convert=True&supportsAllDrives=True`,
      {
        method: 'PUT',
        headers: { authorization: 'Bearer anything', 'content-type': 'text/csv' },
        body: text,
      },
    );

    expect(await answer.json()).toMatchObject({
      kind: 'drive#file',
      id: spreadsheetId,
      title: 'Uji',
      mimeType: 'application/vnd.google-apps.spreadsheet',
    });
    expect(await sheet.shows('A1:B3')).toEqual([
      ['nama', 'jumlah'],
      ['Dinas "A", Gorontalo', '7'],
      ['', '2.5'],
    ]);
    await expect(sheet.shows('Lain')).rejects.toThrow('Unable to parse range');
  });

  test('makes a new spreadsheet through version 3', async () => {
    const { clients } = aSpreadsheet({ Data: [] });

    const { data } = await clients.drive.files.create({
      requestBody: { name: 'Impor', mimeType: 'application/vnd.google-apps.spreadsheet' },
      media: { mimeType: 'text/tab-separated-values', body: 'a\tb\n1\t2\n' },
    });
    const read = await clients.sheets.spreadsheets.values.get({
      spreadsheetId: data.id ?? '',
      range: 'A1:B2',
      valueRenderOption: 'UNFORMATTED_VALUE',
    });

    expect(read.data.values).toEqual([
      ['a', 'b'],
      [1, 2],
    ]);
  });
});
