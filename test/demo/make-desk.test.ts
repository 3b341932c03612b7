import { readFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { readSheet } from '../../src/backends/local/sheet/sheet-read.ts';
import { openParts, sheetOf } from '../../src/backends/local/workbook/workbook-parts.ts';
import { tabs } from '../../src/core/columns/tabs.ts';
import { locateColumns } from '../../src/core/sheet/locate-columns.ts';
import type { Cell } from '../../src/core/sheet/snapshot.ts';
import { fillWorkbook } from '../../src/demo/make-desk.ts';
import { sampleDesk } from '../../src/demo/sample-desk.ts';
import { openZip } from '../../src/office-package/zip.ts';

const template = readFileSync(new URL('../../templates/buku-layanan.xlsx', import.meta.url));
const desk = sampleDesk({ today: Temporal.PlainDate.from('2026-11-23') });

const tabIn = (bytes: Uint8Array, name: string): readonly (readonly Cell[])[] => {
  const { tabs: found, zip, key } = openParts(openZip(Buffer.from(bytes)));
  return found
    .filter((tab) => tab.name === name)
    .flatMap((tab) => readSheet(sheetOf(zip, tab), key));
};

describe('the demo workbook', () => {
  const filled = fillWorkbook(template, desk);

  test.each(desk.map((sample) => [sample.tab, sample] as const))(
    'holds every sample row of %s under its headers',
    (name, sample) => {
      const rows = tabIn(filled, name);
      const indexOf = new Map<string, number>(
        tabs.flatMap((tab) =>
          tab.name === name ? [...locateColumns<string>({ name, rows }, tab).indexOf] : [],
        ),
      );

      for (const row of sample.rows)
        expect(
          rows.some((cells) =>
            Object.entries(row).every(
              ([field, value]) => (cells[indexOf.get(field) ?? -1] ?? '') === value,
            ),
          ),
        ).toBe(true);
    },
  );

  test('counts the facilities in the rows that the template names', () => {
    const names = tabIn(filled, 'Peralatan').map(([name]) => name);

    expect(new Set(names).size).toBe(names.length);
  });

  test('keeps the settings that the sample does not name', () => {
    const before = tabIn(template, 'Pengaturan');

    expect(tabIn(filled, 'Pengaturan').map(([name]) => name)).toEqual(before.map(([name]) => name));
  });
});
