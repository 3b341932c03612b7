import { describe, expect, test } from 'vitest';
import { aSpreadsheet, lines } from './a-spreadsheet.ts';

const group = (start: number, end: number) => ({
  addDimensionGroup: { range: lines('COLUMNS', start, end) },
});
const ungroup = (start: number, end: number) => ({
  deleteDimensionGroup: { range: lines('COLUMNS', start, end) },
});

async function groupsOf(sheet: ReturnType<typeof aSpreadsheet>) {
  const { columnGroups } = await sheet.tab();
  return (columnGroups ?? []).map(({ range, depth }) => [
    range?.startIndex,
    range?.endIndex,
    depth,
  ]);
}

describe('groups of columns', () => {
  test('lie in each other, and grow together where they overlap or touch', async () => {
    const nested = aSpreadsheet({ Data: [] });
    await nested.does(group(1, 5), group(2, 4));
    const overlapping = aSpreadsheet({ Data: [] });
    await overlapping.does(group(1, 4), group(2, 5));
    const touching = aSpreadsheet({ Data: [] });
    await touching.does(group(1, 3), group(3, 5));

    expect(await groupsOf(nested)).toEqual([
      [1, 5, 1],
      [2, 4, 2],
    ]);
    expect(await groupsOf(overlapping)).toEqual([
      [1, 5, 1],
      [2, 4, 2],
    ]);
    expect(await groupsOf(touching)).toEqual([[1, 5, 1]]);
  });

  test('are taken apart from within', async () => {
    const sheet = aSpreadsheet({ Data: [] });
    await sheet.does(group(1, 6));

    await sheet.does(ungroup(2, 4));

    expect(await groupsOf(sheet)).toEqual([
      [1, 2, 1],
      [4, 6, 1],
    ]);
    await expect(sheet.does(ungroup(0, 2))).rejects.toMatchObject({ status: 400 });
  });

  test('are at most eight deep', async () => {
    const sheet = aSpreadsheet({ Data: [] });
    await sheet.does(...Array.from({ length: 8 }, () => group(1, 3)));

    await expect(sheet.does(group(1, 2))).rejects.toMatchObject({ status: 400 });
  });

  test('hide their columns when folded, and show them when unfolded', async () => {
    const sheet = aSpreadsheet({ Data: [] });
    await sheet.does(group(1, 3));
    const fold = (collapsed: boolean) => ({
      updateDimensionGroup: {
        dimensionGroup: { range: lines('COLUMNS', 1, 3), depth: 1, collapsed },
        fields: 'collapsed',
      },
    });
    const hidden = async () =>
      (await sheet.tab()).data?.[0]?.columnMetadata
        ?.map((each, index) => (each.hiddenByUser ? index : -1))
        .filter((index) => index >= 0);

    await sheet.does(fold(true));
    const folded = await hidden();
    await sheet.does(fold(false));

    expect(folded).toEqual([1, 2]);
    expect(await hidden()).toEqual([]);
  });

  test('stay folded, each by itself, when others come', async () => {
    const sheet = aSpreadsheet({ Data: [] });
    await sheet.does(group(1, 5), group(2, 4), {
      updateDimensionGroup: {
        dimensionGroup: { range: lines('COLUMNS', 1, 5), depth: 1, collapsed: true },
        fields: 'collapsed',
      },
    });

    await sheet.does(group(7, 9));

    const { columnGroups } = await sheet.tab();
    expect(columnGroups?.map((each) => [each.range?.startIndex, each.collapsed ?? false])).toEqual([
      [1, true],
      [7, false],
      [2, false],
    ]);
  });

  test('move and grow with the columns in them', async () => {
    const sheet = aSpreadsheet({ Data: [] });
    await sheet.does(group(2, 4));

    await sheet.does(
      { insertDimension: { range: lines('COLUMNS', 0, 1) } },
      { insertDimension: { range: lines('COLUMNS', 4, 6) } },
    );

    expect(await groupsOf(sheet)).toEqual([[3, 7, 1]]);
  });
});
