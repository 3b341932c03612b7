import { describe, expect, test } from 'vitest';
import { aSpreadsheet, range } from './a-spreadsheet.ts';

const red = { red: 1 };
const area = range([0, 2], [0, 2]);

describe('colours', () => {
  test('are told in both of their fields, whichever they were given in', async () => {
    const sheet = aSpreadsheet({ Data: [] });

    await sheet.does(
      {
        repeatCell: {
          range: range([0, 1], [0, 1]),
          cell: { userEnteredFormat: { backgroundColor: red } },
          fields: 'userEnteredFormat.backgroundColor',
        },
      },
      {
        updateSheetProperties: {
          properties: { sheetId: 0, tabColorStyle: { themeColor: 'ACCENT1' } },
          fields: 'tabColorStyle',
        },
      },
    );

    expect((await sheet.cell('Data!A1')).userEnteredFormat).toEqual({
      backgroundColor: red,
      backgroundColorStyle: { rgbColor: red },
    });
    expect((await sheet.tab()).properties).toMatchObject({
      tabColor: { red: 0.25882354, green: 0.52156866, blue: 0.95686275 },
      tabColorStyle: { themeColor: 'ACCENT1' },
    });
  });

  test('are the newer of both where they differ', async () => {
    const sheet = aSpreadsheet({ Data: [] });

    await sheet.does({
      repeatCell: {
        range: range([0, 1], [0, 1]),
        cell: {
          userEnteredFormat: { backgroundColorStyle: { rgbColor: {} }, backgroundColor: red },
        },
        fields: 'userEnteredFormat(backgroundColor,backgroundColorStyle)',
      },
    });

    expect((await sheet.cell('Data!A1')).userEnteredFormat).toEqual({
      backgroundColor: {},
      backgroundColorStyle: { rgbColor: {} },
    });
  });
});

describe('alternating colours', () => {
  const rowProperties = { firstBandColor: red, secondBandColor: {} };

  test('are added, changed and taken away by their id', async () => {
    const sheet = aSpreadsheet({ Data: [] });

    const [reply] = await sheet.does({
      addBanding: { bandedRange: { range: area, rowProperties } },
    });
    const bandedRangeId = reply?.addBanding?.bandedRange?.bandedRangeId ?? 0;
    const colour = { blue: 1 };
    await sheet.does({
      updateBanding: {
        bandedRange: { bandedRangeId, rowProperties: { headerColor: colour } },
        fields: 'rowProperties.headerColor',
      },
    });
    const changed = await sheet.tab();
    await sheet.does({ deleteBanding: { bandedRangeId } });

    expect(changed.bandedRanges?.[0]?.rowProperties).toMatchObject({
      headerColor: colour,
      firstBandColor: red,
      firstBandColorStyle: { rgbColor: red },
    });
    expect((await sheet.tab()).bandedRanges).toBeUndefined();
  });

  test('do not lie on each other', async () => {
    const sheet = aSpreadsheet({ Data: [] });
    await sheet.does({ addBanding: { bandedRange: { range: area, rowProperties } } });

    const words = await sheet.refuses({
      addBanding: { bandedRange: { range: range([1, 3], [1, 3]), rowProperties } },
    });

    expect(words).toBe(
      'You cannot add alternating background colors to a range that already has alternating background colors.',
    );
  });
});

describe('rules of colour', () => {
  const rule = (type: string) => ({
    ranges: [area],
    booleanRule: { condition: { type }, format: { backgroundColor: red } },
  });
  const typesOf = async (sheet: ReturnType<typeof aSpreadsheet>) =>
    ((await sheet.tab()).conditionalFormats ?? []).map((each) => each.booleanRule?.condition?.type);

  test('are put before others, replaced, moved and deleted', async () => {
    const sheet = aSpreadsheet({ Data: [] });
    await sheet.does(
      { addConditionalFormatRule: { rule: rule('BLANK'), index: 0 } },
      { addConditionalFormatRule: { rule: rule('NOT_BLANK'), index: 0 } },
    );
    const added = await typesOf(sheet);

    const [replaced, moved] = await sheet.does(
      { updateConditionalFormatRule: { index: 1, rule: rule('TEXT_IS_EMAIL') } },
      { updateConditionalFormatRule: { index: 0, newIndex: 1, sheetId: 0 } },
    );
    const changed = await typesOf(sheet);
    await sheet.does({ deleteConditionalFormatRule: { sheetId: 0, index: 0 } });

    expect(added).toEqual(['NOT_BLANK', 'BLANK']);
    expect(replaced?.updateConditionalFormatRule).toMatchObject({
      newIndex: 1,
      oldRule: { booleanRule: { condition: { type: 'BLANK' } } },
      newRule: { booleanRule: { format: { backgroundColorStyle: { rgbColor: red } } } },
    });
    expect(moved?.updateConditionalFormatRule).toMatchObject({ oldIndex: 0, newIndex: 1 });
    expect(changed).toEqual(['TEXT_IS_EMAIL', 'NOT_BLANK']);
    expect(await typesOf(sheet)).toEqual(['NOT_BLANK']);
  });

  test('that are not there are named', async () => {
    const sheet = aSpreadsheet({ Data: [] });

    expect(await sheet.refuses({ deleteConditionalFormatRule: { sheetId: 0, index: 3 } })).toBe(
      'No conditional format on sheet: 0 at index: 3',
    );
  });
});
