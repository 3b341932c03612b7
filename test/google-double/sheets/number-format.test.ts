import { describe, expect, test } from 'vitest';
import { aSpreadsheet } from './a-spreadsheet.ts';
import { formatNumber } from './number-format.ts';

describe('a number', () => {
  test.each([
    [1 / 3, '0.3333333333'],
    [2 / 3, '0.6666666667'],
    [0.1 + 0.2, '0.3'],
    [1 / 1024, '0.0009765625'],
    [1234.56789012345, '1234.56789'],
    [-2.5, '-2.5'],
    [123456789012345, '123456789012345'],
    [1234567890123456, '1.23457E+15'],
    [0.0000005, '0.0000005'],
    [0, '0'],
  ])('without a format shows ten digits that count: %d is %s', (number, shown) => {
    expect(formatNumber(number, undefined, 'en_US')).toBe(shown);
  });

  test.each([
    ['#,##0.00', 1234.5, '1,234.50'],
    ['0.00', 1.005, '1.01'],
    ['0', 0.5, '1'],
    ['0.##', 2, '2'],
    ['000', 7, '007'],
    ['#', 0, ''],
    ['0.0%', 0.125, '12.5%'],
    ['0.00E+00', 123456, '1.23E+05'],
    ['"Rp"#,##0', -15000, '-Rp15,000'],
    ['0;(0);"nihil"', -3, '(3)'],
    ['0;(0);"nihil"', 0, 'nihil'],
    ['"No. 0" 0', 5, 'No. 0 5'],
  ])('by the pattern %s: %d is %s', (pattern, number, shown) => {
    expect(formatNumber(number, { type: 'NUMBER', pattern }, 'en_US')).toBe(shown);
  });

  test.each([
    ['en_US', '2,000,000.01', '2,000,000.01', 2000000.01],
    ['en_US', '2,000,000.5', '2,000,000.50', 2000000.5],
    ['en_US', '$12.5', '$12.50', 12.5],
    ['en_US', '-$12', '-$12', -12],
    ['in_ID', 'Rp1.500.000', 'Rp1.500.000', 1500000],
    ['in_ID', '1.500,25', '1.500,25', 1500.25],
    ['in_ID', '3,5', '3,5', 3.5],
    ['en_US', '1e5', '1.00E+05', 100000],
    ['en_US', '12.5%', '12.50%', 0.125],
  ])('typed in %s as %s shows as %s', async (locale, typed, shown, number) => {
    const sheet = aSpreadsheet({ Data: [] });
    await sheet.does({
      updateSpreadsheetProperties: { properties: { locale }, fields: 'locale' },
    });
    await sheet.clients.sheets.spreadsheets.values.update({
      spreadsheetId: 'lembar-uji',
      range: 'Data!A1',
      valueInputOption: 'USER_ENTERED',
      requestBody: { values: [[typed]] },
    });

    const cell = await sheet.cell('Data!A1');

    expect(cell.formattedValue).toBe(shown);
    expect(cell.effectiveValue).toEqual({ numberValue: number });
  });
});
