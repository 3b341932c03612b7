import { describe, expect, test } from 'vitest';
import { clientsOf, refusalOf } from '../google-clients.ts';
import { aSpreadsheet, range, spreadsheetId, type TestedSpreadsheet } from './a-spreadsheet.ts';

async function titles(sheet: TestedSpreadsheet, id = spreadsheetId) {
  const { data } = await sheet.clients.sheets.spreadsheets.get({ spreadsheetId: id });
  return (data.sheets ?? []).map((each) => each.properties?.title);
}

describe('a new tab', () => {
  test('tells no more of what was set back to what it is anyway', async () => {
    const sheet = aSpreadsheet({ Data: [] });
    const { properties: before } = await sheet.tab();
    const set = (properties: object, fields: string) =>
      sheet.does({ updateSheetProperties: { properties: { sheetId: 0, ...properties }, fields } });
    const fields =
      'gridProperties.frozenRowCount,gridProperties.hideGridlines,rightToLeft,tabColorStyle';

    await set(
      {
        gridProperties: { frozenRowCount: 1, hideGridlines: true },
        rightToLeft: true,
        tabColorStyle: { rgbColor: { red: 1 } },
      },
      fields,
    );
    await set(
      {
        gridProperties: { frozenRowCount: 0, hideGridlines: false },
        rightToLeft: false,
        tabColorStyle: {},
      },
      fields,
    );

    expect((await sheet.tab()).properties).toEqual(before);
  });

  test('stands where it is told, and last otherwise', async () => {
    const sheet = aSpreadsheet({ Data: [], Lain: [] });

    await sheet.does(
      { addSheet: { properties: { title: 'Tengah', index: 1 } } },
      { addSheet: { properties: { title: 'Akhir' } } },
    );

    expect(await titles(sheet)).toEqual(['Data', 'Tengah', 'Lain', 'Akhir']);
  });

  test.each([
    [{ title: 'data' }, 'A sheet with the name "data" already exists. Please enter another name.'],
    [{ title: 'x'.repeat(101) }, 'The sheet name cannot be greater than 100 characters.'],
    [{ title: 'Baru', sheetId: 0 }, 'Sheet with id 0 already exists.'],
    [{ title: 'Baru', sheetId: -1 }, 'Sheet id must be non-negative.'],
  ])('is refused as %j', async (properties, words) => {
    const sheet = aSpreadsheet({ Data: [] });

    expect(await sheet.refuses({ addSheet: { properties } })).toBe(words);
  });
});

describe('a tab', () => {
  test('moves to a place counted before the move', async () => {
    const sheet = aSpreadsheet({ Satu: [], Dua: [], Tiga: [] });
    const move = (sheetId: number, index: number) => ({
      updateSheetProperties: { properties: { sheetId, index }, fields: 'index' },
    });

    await sheet.does(move(0, 2));
    const after = await titles(sheet);
    await sheet.does(move(2, 0));

    expect(after).toEqual(['Dua', 'Satu', 'Tiga']);
    expect(await titles(sheet)).toEqual(['Tiga', 'Dua', 'Satu']);
  });

  test('can be deleted unless it is the last that shows, and takes its names along', async () => {
    const sheet = aSpreadsheet({ Data: [['a']], Lain: [['b']] });
    const named = { name: 'b', range: range([0, 1], [0, 1], 1) };
    await sheet.does({ addNamedRange: { namedRange: named } });

    const hidden = { properties: { sheetId: 1, hidden: true }, fields: 'hidden' };
    const words = await sheet.refuses(
      { updateSheetProperties: hidden },
      { deleteSheet: { sheetId: 0 } },
    );
    await sheet.does({ deleteSheet: { sheetId: 1 } });

    expect(words).toBe("You can't remove all the visible sheets in a document.");
    expect(await titles(sheet)).toEqual(['Data']);
    await expect(sheet.shows('b')).rejects.toMatchObject({ status: 400 });
  });

  test('keeps at least one row that is not frozen', async () => {
    const sheet = aSpreadsheet({ Data: [] });
    const gridProperties = { rowCount: 2, frozenRowCount: 2 };

    const words = await sheet.refuses({
      updateSheetProperties: {
        properties: { sheetId: 0, gridProperties },
        fields: 'gridProperties(rowCount,frozenRowCount)',
      },
    });

    expect(words).toBe("You can't freeze all visible rows on the sheet.");
  });

  test('is meant by a range without a title if it is the first that shows', async () => {
    const sheet = aSpreadsheet({ Data: [['a']], Lain: [['b']] });
    await sheet.does({
      updateSheetProperties: { properties: { sheetId: 0, hidden: true }, fields: 'hidden' },
    });

    expect(await sheet.shows('A1')).toEqual([['b']]);
    expect(await sheet.shows('data!A1')).toEqual([['a']]);
  });
});

/** A tab with something of everything on it. */
async function aRichTab() {
  const sheet = aSpreadsheet({ Data: [['a', 'b']], Lain: [] });
  const first = range([0, 1], [0, 2]);
  await sheet.does(
    { mergeCells: { range: range([1, 2], [0, 2]), mergeType: 'MERGE_ALL' } },
    { addProtectedRange: { protectedRange: { range: first } } },
    { addBanding: { bandedRange: { range: first, bandedRangeId: 7 } } },
    { setBasicFilter: { filter: { range: first } } },
    { updateSheetProperties: { properties: { sheetId: 0, hidden: true }, fields: 'hidden' } },
  );
  return sheet;
}

describe('a copy of a tab', () => {
  test('stands first without a place of its own, and has what the tab has but its protections', async () => {
    const sheet = await aRichTab();

    const [reply] = await sheet.does({ duplicateSheet: { sourceSheetId: 0 } });

    const made = reply?.duplicateSheet?.properties;
    const copy = await sheet.tab('Copy of Data');
    const sheetId = made?.sheetId;
    expect(made).toMatchObject({ title: 'Copy of Data', index: 0 });
    expect(made?.hidden).toBeUndefined();
    expect(await sheet.shows("'Copy of Data'")).toEqual([['a', 'b']]);
    expect(copy.merges).toMatchObject([{ sheetId, startRowIndex: 1 }]);
    expect(copy.basicFilter?.range).toMatchObject({ sheetId });
    expect(copy.bandedRanges).toMatchObject([{ range: { sheetId } }]);
    expect(copy.bandedRanges?.[0]?.bandedRangeId).not.toBe(7);
    expect(copy.protectedRanges).toBeUndefined();
  });

  test('is apart from the tab, and named after it as often as it is copied', async () => {
    const sheet = aSpreadsheet({ Data: [['a']] });

    await sheet.does(
      { duplicateSheet: { sourceSheetId: 0, insertSheetIndex: 1, newSheetId: 44 } },
      { duplicateSheet: { sourceSheetId: 0, insertSheetIndex: 2 } },
      {
        updateCells: {
          range: range([0, 1], [0, 1], 44),
          rows: [{ values: [{ userEnteredValue: { stringValue: 'lain' } }] }],
          fields: 'userEnteredValue',
        },
      },
    );

    expect(await titles(sheet)).toEqual(['Data', 'Copy of Data', 'Copy of Data 1']);
    expect(await sheet.shows()).toEqual([['a']]);
    expect(await sheet.shows("'Copy of Data'")).toEqual([['lain']]);
  });

  test('can be made into another spreadsheet, by who may write there', async () => {
    const sheet = await aRichTab();
    const { drive, sheets } = sheet.clients;
    const { data } = await sheets.spreadsheets.create({
      requestBody: { properties: { title: 'Tujuan' } },
    });
    const destinationSpreadsheetId = data.spreadsheetId ?? '';
    const copy = { spreadsheetId, sheetId: 0, requestBody: { destinationSpreadsheetId } };

    const { data: made } = await sheets.spreadsheets.sheets.copyTo(copy);
    const colleague = { email: 'rekan@vicon.example', kind: 'user' } as const;
    await drive.permissions.create({
      fileId: spreadsheetId,
      requestBody: { type: 'user', role: 'reader', emailAddress: colleague.email },
    });
    const stranger = clientsOf(sheet.double, colleague).sheets.spreadsheets.sheets.copyTo(copy);

    expect(made).toMatchObject({ title: 'Copy of Data', index: 1 });
    expect(await titles(sheet, destinationSpreadsheetId)).toEqual(['Sheet1', 'Copy of Data']);
    expect(await refusalOf(stranger)).toMatchObject({ status: 403 });
  });
});
