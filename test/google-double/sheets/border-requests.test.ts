import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { describe, expect, test } from 'vitest';
import { aSpreadsheet, range, type TestedSpreadsheet } from './a-spreadsheet.ts';

const line = { style: 'SOLID' };

/** Which sides of a cell have a line. */
async function sidesOf(sheet: TestedSpreadsheet, cell: string): Promise<string> {
  const { userEnteredFormat } = await sheet.cell(`Data!${cell}`);
  return Object.keys(userEnteredFormat?.borders ?? {})
    .toSorted()
    .join(' ');
}

const borders = (
  [start, end]: readonly [number, number],
  sides: Omit<sheets_v4.Schema$UpdateBordersRequest, 'range'>,
) => ({ updateBorders: { range: range([start, end], [start, end]), ...sides } });

describe('borders', () => {
  test('run around a range and within it', async () => {
    const sheet = aSpreadsheet({ Data: [] });

    await sheet.does(
      borders([1, 3], { top: line, bottom: line, left: line, right: line, innerVertical: line }),
    );

    expect(await sidesOf(sheet, 'B2')).toBe('left right top');
    expect(await sidesOf(sheet, 'C3')).toBe('bottom left right');
  });

  test('have a width and a colour', async () => {
    const sheet = aSpreadsheet({ Data: [] });

    await sheet.does(borders([0, 1], { top: { style: 'DOUBLE', color: { red: 1 } } }));

    const { userEnteredFormat } = await sheet.cell('Data!A1');
    expect(userEnteredFormat?.borders?.top).toEqual({
      style: 'DOUBLE',
      width: 3,
      color: { red: 1 },
      colorStyle: { rgbColor: { red: 1 } },
    });
  });

  test('stay where a later request says nothing, and go by NONE', async () => {
    const sheet = aSpreadsheet({ Data: [] });
    await sheet.does(borders([0, 1], { top: line, bottom: line }), borders([0, 1], { left: line }));
    const before = await sidesOf(sheet, 'A1');

    await sheet.does(borders([0, 1], { top: { style: 'NONE' } }));

    expect(before).toBe('bottom left top');
    expect(await sidesOf(sheet, 'A1')).toBe('bottom left');
  });

  test('between two cells belong to one of them', async () => {
    const sheet = aSpreadsheet({ Data: [] });
    await sheet.does({ updateBorders: { range: range([0, 1], [0, 1]), bottom: line } });

    await sheet.does({ updateBorders: { range: range([1, 2], [0, 1]), top: line } });

    expect(await sidesOf(sheet, 'A1')).toBe('');
    expect(await sidesOf(sheet, 'A2')).toBe('top');
  });
});
