import { describe, expect, test } from 'vitest';
import { judgeBook } from '../../../src/commands/doctor/book-check.ts';
import { requestTab } from '../../../src/core/columns/request-tab.ts';
import { tabs } from '../../../src/core/columns/tabs.ts';
import type { Cell } from '../../../src/core/sheet/snapshot.ts';

const orCopy = 'or copy them';
const setupLine = 'npx layanan-vicon setup --dir FOLDER';

/** Every tab with all its headers, but without some in one of them, and `row` under those of requests. */
const aBook = ({
  tab = requestTab.name,
  without,
  row = [],
}: {
  tab?: string;
  without: readonly string[];
  row?: readonly Cell[];
}) => ({
  tabs: tabs.map(({ name, columns }) => ({
    name,
    rows: [
      columns
        .map(({ header }) => header)
        .filter((header) => name !== tab || !without.includes(header)),
      ...(name === requestTab.name ? [row] : []),
    ],
  })),
});

describe('a workbook that lacks a column', () => {
  test('is well with all of them', () => {
    expect(judgeBook(aBook({ without: [] }), orCopy)).toMatchObject({ state: 'right' });
  });

  test('is only warned of a tab that a pass does without, with the way to it', () => {
    const left = aBook({ without: [] }).tabs.filter(({ name }) => name !== 'Dokumen Berkala');

    expect(judgeBook({ tabs: left }, orCopy)).toMatchObject({
      state: 'warned',
      what: 'There is no tab "Dokumen Berkala".',
      todo: expect.stringContaining(orCopy),
    });
  });

  test('is sent to setup for what the service would show there', () => {
    const diagnosis = judgeBook(aBook({ tab: 'Kendala', without: ['Keterangan'] }), orCopy);

    expect(diagnosis).toMatchObject({
      state: 'warned',
      what: 'Tab "Kendala" does not show "Keterangan".',
      todo: expect.stringContaining(setupLine),
    });
  });

  test('is sent to setup for anything while nothing stands below the headers', () => {
    const diagnosis = judgeBook(aBook({ without: ['Petugas'] }), orCopy);

    expect(diagnosis).toMatchObject({ state: 'wrong', todo: expect.stringContaining(setupLine) });
  });

  test('is sent to setup alone for columns that never stood beside the answers of its form', () => {
    const theirs = requestTab.columns.filter(({ owner }) => owner !== 'form');
    const without = theirs.map(({ header }) => header);

    expect(judgeBook(aBook({ without, row: ['x'] }), orCopy)).toEqual({
      state: 'wrong',
      what: 'Tab "Permohonan" holds only the answers of its form, and no columns of staff and service yet.',
      todo: 'They come with "npx layanan-vicon setup --dir FOLDER", with the folder of the settings.',
    });
  });

  test('is not sent to setup for what setup holds back beside rows', () => {
    const diagnosis = judgeBook(aBook({ without: ['Petugas'], row: ['x'] }), orCopy);

    expect(diagnosis).toMatchObject({
      state: 'wrong',
      what: 'Tab "Permohonan" has no column "Petugas".',
      todo: '"Petugas" may have been renamed: give it its name back; an empty column would say something else of every row.',
    });
  });
});
