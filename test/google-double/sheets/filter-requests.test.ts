import { describe, expect, test } from 'vitest';
import { aSpreadsheet, lines, range } from './a-spreadsheet.ts';

const area = range([0, 4], [0, 2]);
const criteria = { '1': { hiddenValues: ['x'] } };

describe('filters', () => {
  test('of a tab are told in both of their fields, and cleared', async () => {
    const sheet = aSpreadsheet({ Data: [] });

    await sheet.does({ setBasicFilter: { filter: { range: area, criteria } } });
    const { basicFilter } = await sheet.tab();
    await sheet.does({ clearBasicFilter: { sheetId: 0 } });

    expect(basicFilter).toMatchObject({
      criteria,
      filterSpecs: [{ columnIndex: 1, filterCriteria: { hiddenValues: ['x'] } }],
    });
    expect((await sheet.tab()).basicFilter).toBeUndefined();
  });

  test('reach over the whole grid of their tab where they were left open', async () => {
    const sheet = aSpreadsheet({ Data: [] });

    await sheet.does(
      { setBasicFilter: { filter: { range: { sheetId: 0 } } } },
      {
        addFilterView: {
          filter: { filterViewId: 5, range: { sheetId: 0, startRowIndex: 1, endColumnIndex: 2 } },
        },
      },
    );

    const { basicFilter, filterViews } = await sheet.tab();
    expect(basicFilter?.range).toEqual({
      startRowIndex: 0,
      endRowIndex: 1000,
      startColumnIndex: 0,
      endColumnIndex: 26,
    });
    expect(filterViews?.[0]?.range).toEqual({
      startRowIndex: 1,
      endRowIndex: 1000,
      startColumnIndex: 0,
      endColumnIndex: 2,
    });
  });

  test('of views are added, changed, doubled and deleted by their id', async () => {
    const sheet = aSpreadsheet({ Data: [] });

    await sheet.does(
      { addFilterView: { filter: { filterViewId: 5, title: 'Milik saya', range: area } } },
      {
        updateFilterView: {
          filter: { filterViewId: 5, criteria, title: 'Baru' },
          fields: 'criteria,title',
        },
      },
    );
    const [reply] = await sheet.does({ duplicateFilterView: { filterId: 5 } });
    const copy = reply?.duplicateFilterView?.filter;
    await sheet.does({ deleteFilterView: { filterId: 5 } });

    expect(copy).toMatchObject({ title: 'Copy of Baru', criteria });
    const { filterViews } = await sheet.tab();
    expect(filterViews?.map((each) => each.filterViewId)).toEqual([copy?.filterViewId]);
    await expect(sheet.does({ deleteFilterView: { filterId: 5 } })).rejects.toMatchObject({
      status: 400,
    });
  });

  test('have an id of their own, and lie on the grid', async () => {
    const sheet = aSpreadsheet({ Data: [] });
    const add = (view: object) => ({ addFilterView: { filter: { range: area, ...view } } });
    await sheet.does(add({ filterViewId: 5 }));

    expect(await sheet.refuses(add({ filterViewId: 5 }))).toContain('already exists');
    expect(await sheet.refuses(add({ range: range([0, 1001], [0, 1]) }))).toContain(
      'exceeds grid limits',
    );
  });

  test('grow with the rows in them, and go with the last of them', async () => {
    const sheet = aSpreadsheet({ Data: [] });
    await sheet.does({ setBasicFilter: { filter: { range: area } } });

    await sheet.does({ insertDimension: { range: lines('ROWS', 2, 4) } });
    const grown = await sheet.tab();
    await sheet.does({ deleteDimension: { range: lines('ROWS', 0, 6) } });

    expect(grown.basicFilter?.range?.endRowIndex).toBe(6);
    expect((await sheet.tab()).basicFilter).toBeUndefined();
  });
});
