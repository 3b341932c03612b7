import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { packWorkbook } from '../../../../scripts/templates/workbook/pack-workbook.ts';
import { registerSheet } from '../../../../scripts/templates/workbook/register-sheet.ts';
import { openStyleBook } from '../../../../scripts/templates/workbook/styles.ts';
import { bringColumns } from '../../../../src/backends/local/setup/bring-columns.ts';
import { openLocalWorkbook } from '../../../../src/backends/local/workbook/local-workbook.ts';
import { tabDesigns } from '../../../../src/book/tab-designs.ts';
import { incidentTab } from '../../../../src/core/columns/incident-tab.ts';
import { officerTab } from '../../../../src/core/columns/officer-tab.ts';
import { requestTab } from '../../../../src/core/columns/request-tab.ts';
import { tabs } from '../../../../src/core/columns/tabs.ts';
import type { Tab } from '../../../../src/core/sheet/column.ts';
import { columnLetters } from '../../../../src/core/sheet/column-letters.ts';
import type { Cell } from '../../../../src/core/sheet/snapshot.ts';
import {
  convertWithLibreOffice,
  hasLibreOffice,
  officeFaultsOf,
} from '../../../support/office-check.ts';
import { packXlsx } from '../../../support/xlsx.ts';
import { aWorkbookFile } from '../workbook/a-workbook-file.ts';

const lost: ReadonlySet<string> = new Set(['kind', 'solvedAt', 'remarks', 'officers']);

const without = (tab: Tab): Tab => ({
  ...tab,
  columns: tab.columns.filter(({ field }) => !lost.has(field)),
});

/** They would come, too. */
const tabsOfLater = tabs.filter((tab: Tab) => tab.isOptional === true);
const plain = { colour: 'register', frozenColumns: 1, tints: [], landscape: true } as const;

/** Our own workbook as it was before some columns came, with a row in Kendala. */
const anOlderBook = (): Uint8Array => {
  const styles = openStyleBook();
  const rangeOf = () => "'Petugas'!$A$2:$A$2000";
  const sheet = (tab: Tab, rows: readonly Readonly<Record<string, Cell>>[] = []) =>
    registerSheet(without(tab), {
      design: { ...tabDesigns.Kendala, tints: [] },
      rows,
      rangeOf,
      styles,
    });
  return packWorkbook(
    [
      sheet(incidentTab, [{ ticket: 'VC-2026-0001', at: 46_350.5, what: 'Suara putus-putus' }]),
      sheet(requestTab),
      registerSheet<string>(officerTab, { design: tabDesigns.Petugas, rangeOf, styles }),
      ...tabsOfLater.map((tab) => registerSheet<string>(tab, { design: plain, rangeOf, styles })),
    ],
    styles,
  );
};

const partsOf = (path: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(unzipSync(readFileSync(path))).map(([name, bytes]) => [name, strFromU8(bytes)]),
  );

const tagsIn = (xml = ''): readonly string[] => xml.match(/<[^>]*>/g) ?? [];

/** Where the brought column of Permohonan stands that has a drop-down: last. */
const last = columnLetters(requestTab.columns.length);

const kendala = 'xl/worksheets/sheet1.xml';
const permohonan = 'xl/worksheets/sheet2.xml';

describe('a column that an older workbook lacks', () => {
  test('comes with width, format, drop-down and hint, and colours and filter reach it', async () => {
    const { path, workbook } = aWorkbookFile(anOlderBook());

    await bringColumns(workbook);
    const { [kendala]: incidents = '', [permohonan]: requests = '', ...others } = partsOf(path);

    expect(incidents).toMatch(/<col min="6" max="6" width="40" style="\d+" customWidth="1"\/>/);
    expect(incidents).toMatch(/prompt="Diisi layanan: [^"]*" sqref="F1"/);
    expect(incidents).toContain('<autoFilter ref="A1:F2000"/>');
    expect(incidents).toMatch(/<conditionalFormatting sqref="A2:E2000 F2:F2000">/);
    expect(others['xl/workbook.xml']).toContain("'Kendala'!$A$1:$F$2000");
    expect(requests).toContain(
      `<dataValidation type="list" allowBlank="1" sqref="${last}2:${last}2000"><formula1>'Petugas'!$A$2:$A$2000`,
    );
    expect(requests).toContain(` ${last}2:${last}2000"><cfRule `);
    expect(await officeFaultsOf(path)).toEqual([]);
  });

  test('looks like a column of its kind that was there from the start: no look is made twice', async () => {
    const { path, workbook } = aWorkbookFile(anOlderBook());
    const before = partsOf(path);

    await bringColumns(workbook);

    expect(partsOf(path)['xl/styles.xml']).toBe(before['xl/styles.xml']);
  });

  test('leaves every other part of the file as it is, and all that stood in the changed ones', async () => {
    const { path, workbook } = aWorkbookFile(anOlderBook());
    const before = partsOf(path);

    await bringColumns(workbook);
    const after = partsOf(path);

    const changed = Object.keys(after).filter((name) => after[name] !== before[name]);
    expect(changed.toSorted()).toEqual(['xl/workbook.xml', kendala, permohonan]);
    const tags = tagsIn(after[kendala]);
    const grown = /^<(dimension|autoFilter|dataValidations|conditionalFormatting) /;
    const lostTags = tagsIn(before[kendala]).filter((tag) => !tags.includes(tag));
    expect(lostTags.filter((tag) => !grown.test(tag))).toEqual([]);
    const bytes = readFileSync(path);
    await bringColumns(workbook);
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  test('takes nothing from an element that spoke of several columns, nor from a rule of the staff', async () => {
    const parts = partsOf(aWorkbookFile(anOlderBook()).path);
    const sheet = (parts[kendala] ?? '')
      .replace('</cols>', '<col min="6" max="9" width="7" hidden="1"/></cols>')
      .replace(
        '<dataValidations count="6">',
        '<dataValidations count="7"><dataValidation type="whole" sqref="F1:F50"><formula1>1</formula1></dataValidation>',
      );
    const { path, workbook } = aWorkbookFile(packXlsx({ ...parts, [kendala]: sheet }));

    await bringColumns(workbook);
    const after = partsOf(path)[kendala] ?? '';

    expect(after).toMatch(
      /<col min="6" max="6" width="40" [^>]*\/><col min="7" max="9" width="7" hidden="1"\/><\/cols>/,
    );
    expect(after).toContain('<dataValidations count="7">');
    expect(after).not.toContain('sqref="F1"');
  });

  test('goes right of a formula that shows nothing', async () => {
    const parts = partsOf(aWorkbookFile(anOlderBook()).path);
    const sheet = (parts[kendala] ?? '').replace(
      '</row></sheetData>',
      '<c r="H2" t="str"><f>IF(A2="","x","")</f><v></v></c></row></sheetData>',
    );
    const { workbook } = aWorkbookFile(packXlsx({ ...parts, [kendala]: sheet }));

    await bringColumns(workbook);

    expect((await workbook.read()).tabs[0]?.rows[0]?.indexOf('Keterangan')).toBe(8);
  });

  test('is held back beside a table, which would be sorted without it', async () => {
    const parts = partsOf(aWorkbookFile(anOlderBook()).path);
    const sheet = (parts[kendala] ?? '').replace(
      '</worksheet>',
      '<tableParts count="1"><tablePart xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId1"/></tableParts></worksheet>',
    );
    const { workbook } = aWorkbookFile(packXlsx({ ...parts, [kendala]: sheet }));

    const { done, notices } = await bringColumns(workbook);

    expect(done.join()).not.toContain('Kendala');
    expect(notices).toContainEqual(expect.stringMatching(/Kendala holds a table.*"Keterangan"/));
  });

  test.skipIf(!hasLibreOffice)(
    'survives LibreOffice, and comes to a file that it saved',
    async () => {
      const old = aWorkbookFile(anOlderBook(), 'lama.xlsx');
      const brought = aWorkbookFile(anOlderBook(), 'baru.xlsx');
      await bringColumns(brought.workbook);
      const folder = join(old.folder, 'saved');
      convertWithLibreOffice([old.path, brought.path], { to: 'xlsx', folder });
      const workbook = openLocalWorkbook({ path: join(folder, 'lama.xlsx') });

      await bringColumns(workbook);

      expect(await officeFaultsOf(workbook.place)).toEqual([]);
      for (const name of ['lama.xlsx', 'baru.xlsx']) {
        const { [kendala]: incidents, [permohonan]: requests } = partsOf(join(folder, name));
        expect(tagsIn(incidents)).toContainEqual(
          expect.stringMatching(/^<dataValidation (?=.* sqref="F1").* prompt="Diisi layanan: /),
        );
        expect(incidents).toContain('<autoFilter ref="A1:F2000"');
        expect(tagsIn(requests)).toContainEqual(
          expect.stringMatching(
            new RegExp(`^<dataValidation .* sqref="[^"]*${last}2:${last}\\d+"`),
          ),
        );
      }
    },
    100_000,
  );
});
