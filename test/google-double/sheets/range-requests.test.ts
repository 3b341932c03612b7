import { describe, expect, test } from 'vitest';
import { aSpreadsheet, lines, range } from './a-spreadsheet.ts';

describe('names of ranges', () => {
  test('are changed by their id, and are read as ranges', async () => {
    const sheet = aSpreadsheet({ Data: [['a'], ['b']] });
    const add = (name: string, namedRangeId: string) => ({
      addNamedRange: { namedRange: { name, namedRangeId, range: range([0, 1], [0, 1]) } },
    });
    await sheet.does(add('satu', 'n1'), add('dua', 'n2'));

    await sheet.does({
      updateNamedRange: {
        namedRange: { namedRangeId: 'n1', name: 'tiga', range: range([1, 2], [0, 1]) },
        fields: 'name,range',
      },
    });

    expect(await sheet.shows('tiga')).toEqual([['b']]);
    const taken = { namedRange: { namedRangeId: 'n1', name: 'dua' }, fields: 'name' };
    expect(await sheet.refuses({ updateNamedRange: taken })).toContain('already exists');
    expect(await sheet.refuses({ deleteNamedRange: { namedRangeId: 'n9' } })).toContain('n9');
  });

  test('follow their cells', async () => {
    const sheet = aSpreadsheet({ Data: [['a'], ['b']] });
    const named = { name: 'satu', range: range([1, 2], [0, 1]) };
    await sheet.does({ addNamedRange: { namedRange: named } });

    await sheet.does({ insertDimension: { range: lines('ROWS', 0, 3) } });

    expect(await sheet.shows('satu')).toEqual([['b']]);
  });
});

describe('merges', () => {
  const merge = (rows: readonly [number, number], mergeType = 'MERGE_ALL') => ({
    mergeCells: { range: range(rows, [0, 2]), mergeType },
  });

  test('keep the first value and lose the others', async () => {
    const sheet = aSpreadsheet({
      Data: [
        ['a', 'b'],
        ['c', 'd'],
      ],
    });

    await sheet.does(merge([0, 2], 'MERGE_ROWS'));

    expect(await sheet.shows()).toEqual([['a'], ['c']]);
    expect((await sheet.tab()).merges).toHaveLength(2);
  });

  test('are made and undone only as a whole', async () => {
    const sheet = aSpreadsheet({ Data: [] });
    await sheet.does(merge([1, 3]));
    const words = 'You must select all cells in a merged range to merge or unmerge them.';

    expect(await sheet.refuses(merge([2, 4]))).toBe(words);
    expect(await sheet.refuses({ unmergeCells: { range: range([1, 2], [0, 1]) } })).toBe(words);
    await sheet.does({ unmergeCells: { range: range([0, 4], [0, 4]) } });
    expect((await sheet.tab()).merges).toBeUndefined();
  });
});
