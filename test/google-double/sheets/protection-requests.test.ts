import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { describe, expect, test } from 'vitest';
import { refusalOf } from '../google-clients.ts';
import { aSpreadsheet, lines, range, spreadsheetId } from './a-spreadsheet.ts';

const colleague = { email: 'rekan@vicon.example', kind: 'user' } as const;
const words =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';

const write = (row: number, column: number): sheets_v4.Schema$Request => ({
  repeatCell: {
    range: range([row, row + 1], [column, column + 1]),
    cell: { userEnteredValue: { stringValue: 'baru' } },
    fields: 'userEnteredValue',
  },
});

/** A sheet whose second row is protected, as its owner and as a colleague have it. */
async function aProtectedSheet(given: sheets_v4.Schema$ProtectedRange = {}) {
  const own = aSpreadsheet({ Data: [['a'], ['b'], ['c']] });
  const protectedRange = { range: range([1, 2], [0, 3]), protectedRangeId: 5, ...given };
  await own.does({ addProtectedRange: { protectedRange } });
  return { own, others: await own.as(colleague) };
}

describe('a protected range', () => {
  test('refuses those who are not let in, and lets in its owner and editors', async () => {
    const { own, others } = await aProtectedSheet();
    const editors = { users: [colleague.email] };

    const before = await others.refuses(write(1, 0));
    await own.does(write(1, 0), {
      updateProtectedRange: {
        protectedRange: { protectedRangeId: 5, editors },
        fields: 'editors',
      },
    });
    await others.does(write(1, 1));

    expect(before).toBe(words);
    expect(await own.shows('Data!A2:B2')).toEqual([['baru', 'baru']]);
  });

  test.each<[string, sheets_v4.Schema$Request]>([
    ['writing', write(1, 2)],
    [
      'pasting',
      { copyPaste: { source: range([0, 1], [0, 1]), destination: range([1, 2], [0, 1]) } },
    ],
    ['cutting', { cutPaste: { source: range([1, 2], [0, 1]), destination: { rowIndex: 5 } } }],
    ['sorting', { sortRange: { range: range([0, 3], [0, 1]) } }],
    ['shifting', { insertRange: { range: range([0, 1], [0, 1]), shiftDimension: 'ROWS' } }],
    ['deleting its row', { deleteDimension: { range: lines('ROWS', 1, 2) } }],
    ['moving its row', { moveDimension: { source: lines('ROWS', 1, 2), destinationIndex: 0 } }],
    ['merging', { mergeCells: { range: range([1, 2], [0, 2]), mergeType: 'MERGE_ALL' } }],
    ['drawing lines', { updateBorders: { range: range([1, 2], [0, 1]), top: { style: 'SOLID' } } }],
    ['replacing', { findReplace: { find: 'b', replacement: 'x', sheetId: 0 } }],
    ['taking the protection away', { deleteProtectedRange: { protectedRangeId: 5 } }],
  ])('refuses %s', async (_, request) => {
    const { own, others } = await aProtectedSheet();

    expect(await others.refuses(request)).toBe(words);
    expect(await own.shows()).toEqual([['a'], ['b'], ['c']]);
  });

  test('lets everybody do what does not touch it', async () => {
    const { others } = await aProtectedSheet();

    await others.does(
      write(0, 0),
      write(1, 3),
      { insertDimension: { range: lines('ROWS', 0, 1) } },
      { findReplace: { find: 'c', replacement: 'x', sheetId: 0 } },
    );

    expect(await others.shows()).toEqual([[], ['baru'], ['b', '', '', 'baru'], ['x']]);
  });

  test('leaves open what it excepts', async () => {
    const unprotectedRanges = [range([1, 2], [0, 1]), range([1, 2], [1, 2])];
    const { others } = await aProtectedSheet({ unprotectedRanges });

    await others.does({
      mergeCells: { range: range([1, 2], [0, 2]), mergeType: 'MERGE_ALL' },
    });

    expect(await others.refuses(write(1, 2))).toBe(words);
  });

  test('keeps nobody out when it only warns', async () => {
    const { others } = await aProtectedSheet({ warningOnly: true });

    await others.does(write(1, 0));

    expect(await others.shows('Data!A2')).toEqual([['baru']]);
  });

  test('may be that of a name', async () => {
    const own = aSpreadsheet({ Data: [['a']] });
    const named = { namedRangeId: 'n1', name: 'satu', range: range([0, 1], [0, 1]) };
    await own.does(
      { addNamedRange: { namedRange: named } },
      { addProtectedRange: { protectedRange: { namedRangeId: 'n1' } } },
    );
    const others = await own.as(colleague);

    expect(await others.refuses(write(0, 0))).toBe(words);
  });

  test('tells its editors only to those who may edit', async () => {
    const { own, others } = await aProtectedSheet();

    const [mine] = (await own.tab()).protectedRanges ?? [];
    const [theirs] = (await others.tab()).protectedRanges ?? [];

    expect(mine).toMatchObject({ requestingUserCanEdit: true, editors: {} });
    expect(theirs).toEqual({
      protectedRangeId: 5,
      range: { startRowIndex: 1, endRowIndex: 2, startColumnIndex: 0, endColumnIndex: 3 },
    });
  });

  test('refuses values too, and those who append', async () => {
    const { others } = await aProtectedSheet({ range: range([0, 10], [0, 3]) });
    const { values } = others.clients.sheets.spreadsheets;
    const given = {
      spreadsheetId,
      range: 'Data!A1',
      valueInputOption: 'RAW',
      requestBody: { values: [['x']] },
    };

    expect((await refusalOf(values.update(given))).message).toBe(words);
    expect((await refusalOf(values.append(given))).message).toBe(words);
    expect((await refusalOf(values.clear({ spreadsheetId, range: 'Data' }))).message).toBe(words);
  });
});
