import fc from 'fast-check';
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { describe, expect, test } from 'vitest';
import { refusalOf } from '../google-clients.ts';
import { aSpreadsheet, lines, spreadsheetId, type TestedSpreadsheet } from './a-spreadsheet.ts';

type Location = sheets_v4.Schema$DeveloperMetadataLocation;

const create = (
  location: Location,
  given: sheets_v4.Schema$DeveloperMetadata = {},
): sheets_v4.Schema$Request => ({
  createDeveloperMetadata: {
    developerMetadata: { metadataKey: 'tiket', visibility: 'DOCUMENT', ...given, location },
  },
});

const onRow = (row: number): Location => ({ dimensionRange: lines('ROWS', row, row + 1) });

async function found(
  sheet: TestedSpreadsheet,
  filter: sheets_v4.Schema$DataFilter,
): Promise<readonly sheets_v4.Schema$DeveloperMetadata[]> {
  const { data } = await sheet.clients.sheets.spreadsheets.developerMetadata.search({
    spreadsheetId,
    requestBody: { dataFilters: [filter] },
  });
  return (data.matchedDeveloperMetadata ?? []).map((each) => each.developerMetadata ?? {});
}

const idsOf = (metadata: readonly sheets_v4.Schema$DeveloperMetadata[]) =>
  metadata.map((each) => each.metadataId);

describe('metadata', () => {
  test('are told with their place, and shown where they are', async () => {
    const sheet = aSpreadsheet({ Data: [['a']] });

    const [reply] = await sheet.does(
      create(onRow(0), { metadataId: 7, metadataValue: 'VC-1' }),
      create({ sheetId: 0 }, { metadataId: 8 }),
      create({ spreadsheet: true }, { metadataId: 9 }),
    );

    const row = {
      metadataId: 7,
      metadataKey: 'tiket',
      metadataValue: 'VC-1',
      visibility: 'DOCUMENT',
      location: {
        locationType: 'ROW',
        dimensionRange: { dimension: 'ROWS', startIndex: 0, endIndex: 1 },
      },
    };
    const tab = await sheet.tab();
    const { data } = await sheet.clients.sheets.spreadsheets.get({ spreadsheetId });
    expect(reply?.createDeveloperMetadata?.developerMetadata).toEqual(row);
    expect(tab.data?.[0]?.rowMetadata?.[0]?.developerMetadata).toEqual([row]);
    expect(tab.developerMetadata).toMatchObject([
      { metadataId: 8, location: { locationType: 'SHEET' } },
    ]);
    expect(data.developerMetadata).toMatchObject([
      { metadataId: 9, location: { locationType: 'SPREADSHEET', spreadsheet: true } },
    ]);
  });

  test('have an id of their own', async () => {
    const sheet = aSpreadsheet({ Data: [['a']] });
    await sheet.does(create(onRow(0), { metadataId: 7 }));

    expect(await sheet.refuses(create(onRow(1), { metadataId: 7 }))).toBe(
      'Cannot add developer metadata with ID [7] because developer metadata with that ID already exists.',
    );
  });

  test.each([
    ['no key', create(onRow(0), { metadataKey: '' })],
    [
      'no visibility',
      create(onRow(0), { visibility: 'DEVELOPER_METADATA_VISIBILITY_UNSPECIFIED' }),
    ],
    ['no place', create({})],
    ['two places', create({ ...onRow(0), sheetId: 0 })],
    ['two rows', create({ dimensionRange: lines('ROWS', 0, 2) })],
    ['a row that is not there', create(onRow(1000))],
    ['an id below 1', create(onRow(0), { metadataId: 0 })],
  ])('are refused with %s', async (_, request) => {
    const sheet = aSpreadsheet({ Data: [['a']] });

    await expect(sheet.does(request)).rejects.toMatchObject({ status: 400 });
  });

  test('of a project show to that project only', async () => {
    const sheet = aSpreadsheet({ Data: [['a']] });
    await sheet.does(
      create(onRow(0), { metadataId: 7, visibility: 'PROJECT' }),
      create(onRow(0), { metadataId: 8 }),
    );
    const account = { email: 'rekan@vicon.example', kind: 'user', program: 'lain' } as const;
    const other = await sheet.as(account);
    const filter = { developerMetadataLookup: { metadataKey: 'tiket' } };

    expect(idsOf(await found(sheet, filter))).toEqual([7, 8]);
    expect(idsOf(await found(other, filter))).toEqual([8]);
  });

  test('are changed and taken away by what describes them', async () => {
    const sheet = aSpreadsheet({ Data: [['a']] });
    await sheet.does(create(onRow(0), { metadataId: 7 }), create(onRow(1), { metadataId: 8 }));
    const row = { developerMetadataLookup: { metadataId: 7 } };

    const [updated] = await sheet.does({
      updateDeveloperMetadata: {
        dataFilters: [row],
        developerMetadata: { metadataValue: 'baru', metadataId: 99 },
        fields: 'metadataValue,metadataId',
      },
    });
    const [deleted] = await sheet.does({
      deleteDeveloperMetadata: { dataFilter: { gridRange: { sheetId: 0, endRowIndex: 1 } } },
    });

    const becomes = { metadataId: 7, metadataValue: 'baru' };
    expect(updated?.updateDeveloperMetadata?.developerMetadata).toMatchObject([becomes]);
    expect(deleted?.deleteDeveloperMetadata?.deletedDeveloperMetadata).toMatchObject([becomes]);
    expect(idsOf(await found(sheet, { developerMetadataLookup: {} }))).toEqual([8]);
  });

  test('are found by id, and not found once their row is gone', async () => {
    const sheet = aSpreadsheet({ Data: [['a'], ['b']] });
    await sheet.does(create(onRow(1), { metadataId: 7 }));
    const { developerMetadata } = sheet.clients.sheets.spreadsheets;
    const get = () => developerMetadata.get({ spreadsheetId, metadataId: 7 });

    const { data } = await get();
    await sheet.does({ deleteDimension: { range: lines('ROWS', 1, 2) } });

    expect(data.metadataKey).toBe('tiket');
    expect(await refusalOf(get())).toMatchObject({ status: 404 });
  });
});

describe('metadata of a tab, its rows and columns', () => {
  test('go with the tab, and are not on its copy', async () => {
    const sheet = aSpreadsheet({ Data: [['a']], Lain: [] });
    const rowOfOther = { sheetId: 1, dimension: 'ROWS', startIndex: 0, endIndex: 1 };
    await sheet.does(
      create(onRow(0), { metadataId: 1 }),
      create({ sheetId: 0 }, { metadataId: 2 }),
      create({ dimensionRange: rowOfOther }, { metadataId: 3 }),
      { duplicateSheet: { sourceSheetId: 0 } },
    );
    const copied = await found(sheet, { developerMetadataLookup: {} });

    await sheet.does({ deleteSheet: { sheetId: 0 } });

    expect(idsOf(copied)).toEqual([1, 2, 3]);
    expect(idsOf(await found(sheet, { developerMetadataLookup: {} }))).toEqual([3]);
  });
});

describe('a search for metadata', () => {
  const aSearched = async () => {
    const sheet = aSpreadsheet({ Data: [['a']], Lain: [['b']] });
    await sheet.does(
      create(onRow(2), { metadataId: 1, metadataKey: 'baris' }),
      create({ dimensionRange: lines('COLUMNS', 1, 2) }, { metadataId: 2, metadataKey: 'kolom' }),
      create({ sheetId: 0 }, { metadataId: 3, metadataKey: 'lembar' }),
      create({ sheetId: 1 }, { metadataId: 4, metadataKey: 'lembar' }),
      create({ spreadsheet: true }, { metadataId: 5, metadataKey: 'buku' }),
    );
    return sheet;
  };

  test.each<[string, sheets_v4.Schema$DataFilter, readonly number[]]>([
    ['a key', { developerMetadataLookup: { metadataKey: 'lembar' } }, [3, 4]],
    ['a type of place', { developerMetadataLookup: { locationType: 'COLUMN' } }, [2]],
    ['what meets a row', { developerMetadataLookup: { metadataLocation: onRow(2) } }, [1, 2, 3]],
    ['what meets another row', { developerMetadataLookup: { metadataLocation: onRow(0) } }, [2, 3]],
    [
      'exactly a row',
      {
        developerMetadataLookup: {
          metadataLocation: onRow(2),
          locationMatchingStrategy: 'EXACT_LOCATION',
        },
      },
      [1],
    ],
    [
      'the spreadsheet',
      { developerMetadataLookup: { metadataLocation: { spreadsheet: true } } },
      [5],
    ],
    ['a range of the grid', { gridRange: { sheetId: 0, endColumnIndex: 1 } }, [1, 3]],
    ['a range by name', { a1Range: 'Data!B1:C2' }, [2, 3]],
  ])('by %s finds those', async (_, filter, expected) => {
    const sheet = await aSearched();

    expect(idsOf(await found(sheet, filter))).toEqual(expected);
  });

  test('that contradicts itself is refused', async () => {
    const sheet = await aSearched();

    for (const developerMetadataLookup of [
      { locationMatchingStrategy: 'EXACT_LOCATION' },
      {
        locationType: 'ROW',
        metadataLocation: onRow(2),
        locationMatchingStrategy: 'EXACT_LOCATION',
      },
      { locationType: 'SPREADSHEET', metadataLocation: onRow(2) },
    ]) {
      expect(await refusalOf(found(sheet, { developerMetadataLookup }))).toMatchObject({
        status: 400,
      });
    }
  });
});

/** What people do to the rows of a tab with eight rows or more. */
const deed = fc.oneof(
  fc.nat(7).map(
    (at): sheets_v4.Schema$Request => ({
      insertDimension: { range: lines('ROWS', at, at + 1) },
    }),
  ),
  fc.nat(7).map(
    (at): sheets_v4.Schema$Request => ({
      deleteDimension: { range: lines('ROWS', at, at + 1) },
    }),
  ),
  fc.tuple(fc.nat(7), fc.nat(7)).map(
    ([from, to]): sheets_v4.Schema$Request => ({
      moveDimension: { source: lines('ROWS', from, from + 1), destinationIndex: to },
    }),
  ),
  fc.constantFrom('ASCENDING', 'DESCENDING').map(
    (sortOrder): sheets_v4.Schema$Request => ({
      sortRange: {
        range: { sheetId: 0, startRowIndex: 1 },
        sortSpecs: [{ dimensionIndex: 1, sortOrder }],
      },
    }),
  ),
);

test('metadata stay with their row through any inserting, deleting, moving and sorting', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(99), { minLength: 8, maxLength: 8 }),
      fc.array(deed, { maxLength: 12 }),
      async (numbers, deeds) => {
        const rows = numbers.map((number, index) => [`baris ${index}`, number]);
        const sheet = aSpreadsheet({ Data: rows });
        await sheet.does(
          ...rows.map(([name], row) => create(onRow(row), { metadataValue: String(name) })),
        );

        if (deeds.length > 0) await sheet.does(...deeds);

        const names = (await sheet.shows('Data!A:A')).map((row) => row[0] ?? '');
        const noted = await found(sheet, { developerMetadataLookup: {} });
        const shown = noted.map(({ metadataValue, location }) => [
          names[location?.dimensionRange?.startIndex ?? 0],
          metadataValue,
        ]);
        expect(shown).toEqual(noted.map((each) => [each.metadataValue, each.metadataValue]));
        expect(noted.length).toBe(names.filter((name) => name !== '').length);
      },
    ),
    { numRuns: 60 },
  );
});
