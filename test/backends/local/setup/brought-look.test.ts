import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { packWorkbook } from '../../../../scripts/templates/workbook/pack-workbook.ts';
import { registerSheet } from '../../../../scripts/templates/workbook/register-sheet.ts';
import { openStyleBook } from '../../../../scripts/templates/workbook/styles.ts';
import { bringColumns } from '../../../../src/backends/local/setup/bring-columns.ts';
import { openLocalWorkbook } from '../../../../src/backends/local/workbook/local-workbook.ts';
import { bodyLook, headerLook } from '../../../../src/book/column-look.ts';
import { tabDesigns } from '../../../../src/book/tab-designs.ts';
import { incidentTab } from '../../../../src/core/columns/incident-tab.ts';
import { officerTab } from '../../../../src/core/columns/officer-tab.ts';
import type { Column } from '../../../../src/core/sheet/column.ts';
import {
  convertWithLibreOffice,
  hasLibreOffice,
  officeFaultsOf,
} from '../../../support/office-check.ts';
import { aWorkbookFile } from '../workbook/a-workbook-file.ts';

const incidents: readonly Column[] = incidentTab.columns;
const [lost] = incidents.filter(({ field }) => field === 'handledBy');

/** Our own workbook, its tab Kendala as it was before a column came, with one row; and Petugas. */
const anOlderBook = (): Uint8Array => {
  const styles = openStyleBook();
  const columns = incidentTab.columns.filter(({ field }) => field !== lost?.field);
  const rangeOf = () => "'Petugas'!$A$2:$A$2000";
  return packWorkbook(
    [
      registerSheet<string>(
        { ...incidentTab, columns },
        {
          design: { ...tabDesigns.Kendala, tints: [] },
          rows: [{ ticket: 'VC-2026-0001', at: 46_350.5 }],
          rangeOf,
          styles,
        },
      ),
      registerSheet(officerTab, { design: tabDesigns.Petugas, rangeOf, styles }),
    ],
    styles,
  );
};

const sheetPart = 'xl/worksheets/sheet1.xml';

const partsOf = (path: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(unzipSync(readFileSync(path))).map(([name, bytes]) => [name, strFromU8(bytes)]),
  );

test('debug', async () => {
  console.log(
    incidents.map(({ field, owner, kind, offers, choices }) => [
      field,
      owner,
      kind,
      offers,
      choices,
    ]),
  );
  const { path, workbook } = aWorkbookFile(anOlderBook());
  writeFileSync('/tmp/team/colx/old.xlsx', readFileSync(path));
  console.log(await bringColumns(workbook));
  writeFileSync('/tmp/team/colx/new.xlsx', readFileSync(path));
  console.log(await officeFaultsOf(path));
});
