import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { absentTabNotices } from '../../../../src/backends/local/setup/absent-tabs.ts';
import { bringColumns } from '../../../../src/backends/local/setup/bring-columns.ts';
import { handOutTab } from '../../../../src/core/columns/hand-out-tab.ts';
import { tabs } from '../../../../src/core/columns/tabs.ts';
import type { Tab } from '../../../../src/core/sheet/column.ts';
import { findTab, locateColumns } from '../../../../src/core/sheet/locate-columns.ts';
import { officeFaultsOf } from '../../../support/office-check.ts';
import { buildXlsx } from '../../../support/xlsx.ts';
import { aWorkbookFile } from '../workbook/a-workbook-file.ts';

const later = tabs.filter((tab: Tab) => tab.isOptional === true);

/** As an office has it that was set up before any of these tabs was thought of. */
const anOlderBook = () =>
  aWorkbookFile(
    buildXlsx([
      { name: 'Permohonan', rows: [['Nama Kegiatan', 'Nomor Tiket']] },
      {
        name: 'Peralatan',
        rows: [
          ['Nama', 'Jumlah'],
          ['Speaker', 2],
        ],
      },
    ]),
  );

const emptyBook = '../../../../templates/buku-layanan.xlsx';
const none = new Uint8Array();

/** A new workbook in which all tabs of later versions bear another name. */
const renamed = (book: Uint8Array): Buffer => {
  const parts = unzipSync(book);
  const xml = strFromU8(parts['xl/workbook.xml'] ?? none);
  const other = later.reduce(
    (text, { name }) => text.replace(`<sheet name="${name}"`, `<sheet name="${name} lama"`),
    xml,
  );
  return Buffer.from(zipSync({ ...parts, 'xl/workbook.xml': strToU8(other) }));
};

/** In the order of the tabs. */
const sheetParts = (parts: Readonly<Record<string, Uint8Array>>): readonly string[] => {
  const relations = strFromU8(parts['xl/_rels/workbook.xml.rels'] ?? none);
  const ids = [
    ...strFromU8(parts['xl/workbook.xml'] ?? none).matchAll(/<sheet [^>]*r:id="(\w+)"/g),
  ];
  return ids.map(([, id = '']) => {
    const relation = relations.match(new RegExp(`<Relationship [^>]*Id="${id}"[^>]*>`))?.[0] ?? '';
    const target = /Target="([^"]*)"/.exec(relation)?.[1] ?? '';
    return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
  });
};

const elementsIn = (xml: string, name: string): readonly string[] =>
  xml.match(new RegExp(`<${name}[ >][^>]*?(?:/>|>.*?</${name}>)`, 'g')) ?? [];

describe('tabs that came with a later version', () => {
  test('come behind the others, with all their columns, choices and hints, once', async () => {
    const { path, workbook } = anOlderBook();

    const { done } = await bringColumns(workbook);
    const snapshot = await workbook.read();

    expect(done.slice(0, later.length)).toEqual(
      later.map(({ name }) => `added the tab ${name}, behind the others`),
    );
    expect(snapshot.tabs.map(({ name }) => name)).toEqual([
      'Permohonan',
      'Peralatan',
      ...later.map(({ name }) => name),
    ]);
    for (const spec of later) {
      const tab = findTab(snapshot, spec);
      expect(tab && locateColumns(tab, spec).missing).toEqual([]);
    }
    const parts = unzipSync(readFileSync(path));
    const sheets = Object.keys(parts).filter((name) => name.includes('layanan'));
    const handOuts = strFromU8(parts[sheets[0] ?? ''] ?? new Uint8Array());
    expect(handOuts).toContain(`<autoFilter ref="A1:I2000"/>`);
    expect(handOuts).toMatch(
      /<dataValidation type="list"[^>]* sqref="A2:A2000"><formula1>'Peralatan'!/,
    );
    expect(await officeFaultsOf(path)).toEqual([]);
    expect(absentTabNotices(snapshot)).toEqual([]);
    expect(await bringColumns(workbook)).toMatchObject({ done: [] });
  });

  test('look as those of a new workbook do: the order of columns, tints, heights and print', async () => {
    const { path, workbook } = aWorkbookFile(
      renamed(readFileSync(fileURLToPath(import.meta.resolve(emptyBook)))),
    );

    await bringColumns(workbook);

    const { tabs: all } = await workbook.read();
    const parts = unzipSync(readFileSync(path));
    const sheetAt = (name: string): string =>
      strFromU8(parts[sheetParts(parts)[all.findIndex((tab) => tab.name === name)] ?? ''] ?? none);
    for (const { name } of later) {
      const [brought, fresh] = [sheetAt(name), sheetAt(`${name} lama`)];
      expect(all.find((tab) => tab.name === name)?.rows[0]).toEqual(
        all.find((tab) => tab.name === `${name} lama`)?.rows[0],
      );
      for (const what of [
        'conditionalFormatting',
        'sheetFormatPr',
        'pageSetup',
        'pageMargins',
        'outlinePr',
        'pageSetUpPr',
        'oddFooter',
      ])
        expect([name, elementsIn(brought, what)]).toEqual([name, elementsIn(fresh, what)]);
    }
    expect(await officeFaultsOf(path)).toEqual([]);
  });

  test('do not come where the structure of the workbook is locked: what to do is said', async () => {
    const { path, workbook } = anOlderBook();
    const parts = unzipSync(readFileSync(path));
    const xml = strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array());
    const locked = xml.replace('<sheets>', '<workbookProtection lockStructure="1"/><sheets>');
    expect(locked).not.toBe(xml);
    writeFileSync(path, zipSync({ ...parts, 'xl/workbook.xml': strToU8(locked) }));

    const { done } = await bringColumns(workbook);

    expect(done.filter((each) => each.startsWith('added the tab'))).toEqual([]);
    expect(absentTabNotices(await workbook.read())).toHaveLength(later.length);
  });

  test('leave a tab as it is that the office has under such a name', async () => {
    const { workbook } = aWorkbookFile(
      buildXlsx([{ name: handOutTab.name, rows: [['Barang'], ['Kursi']] }]),
    );

    await bringColumns(workbook);

    expect((await workbook.read()).tabs[0]?.rows).toEqual([['Barang'], ['Kursi']]);
  });
});
