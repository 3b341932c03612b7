import { firstRows } from '../../../src/book/first-rows.ts';
import type { TabDesign } from '../../../src/book/tab-designs.ts';
import { tabDesigns } from '../../../src/book/tab-designs.ts';
import { columnsInOrder, lastPreparedRow } from '../../../src/book/tab-layout.ts';
import { actionTab } from '../../../src/core/columns/action-tab.ts';
import { afterEventTab } from '../../../src/core/columns/after-event-tab.ts';
import { complaintTab } from '../../../src/core/columns/complaint-tab.ts';
import { equipmentTab } from '../../../src/core/columns/equipment-tab.ts';
import { handOutTab } from '../../../src/core/columns/hand-out-tab.ts';
import { holidayTab } from '../../../src/core/columns/holiday-tab.ts';
import { importTab } from '../../../src/core/columns/import-tab.ts';
import { incidentTab } from '../../../src/core/columns/incident-tab.ts';
import { legalTab } from '../../../src/core/columns/legal-tab.ts';
import { licenceTab } from '../../../src/core/columns/licence-tab.ts';
import { messageTab } from '../../../src/core/columns/message-tab.ts';
import { officerTab } from '../../../src/core/columns/officer-tab.ts';
import { periodicTab } from '../../../src/core/columns/periodic-tab.ts';
import { requestTab } from '../../../src/core/columns/request-tab.ts';
import { settingsTab } from '../../../src/core/columns/settings-tab.ts';
import { surveyTab } from '../../../src/core/columns/survey-tab.ts';
import { tabs } from '../../../src/core/columns/tabs.ts';
import type { Tab } from '../../../src/core/sheet/column.ts';
import type { Cell } from '../../../src/core/sheet/snapshot.ts';
import { guideSheet } from './guide-sheet.ts';
import { overviewSheet } from './overview-sheet.ts';
import { packWorkbook } from './pack-workbook.ts';
import { registerSheet } from './register-sheet.ts';
import type { Sheet } from './sheet.ts';
import { letters } from './sheet.ts';
import { openStyleBook } from './styles.ts';

/**
 * The empty workbook that an office starts with: every tab of `core/columns/`, ready to work in.
 *
 * It is made once and then belongs to the office, which may restyle it; the service only fills it.
 */
export const buildWorkbookTemplate = (): Uint8Array => {
  const styles = openStyleBook();
  const register = <F extends string>(
    tab: Tab<F>,
    design: TabDesign<F>,
    rows: readonly Readonly<Partial<Record<F, Cell>>>[] = [],
  ): Sheet => registerSheet(tab, { design, rows, rangeOf, styles });

  return packWorkbook(
    [
      register(requestTab, tabDesigns.Permohonan),
      overviewSheet(styles),
      register(incidentTab, tabDesigns.Kendala),
      register(complaintTab, tabDesigns.Pengaduan),
      register(surveyTab, tabDesigns.Survei),
      register(afterEventTab, tabDesigns['Setelah Kegiatan']),
      register(actionTab, tabDesigns['Tindak Lanjut']),
      register(periodicTab, tabDesigns['Dokumen Berkala']),
      register(messageTab, tabDesigns.Pesan),
      register(handOutTab, tabDesigns['Serah Terima Alat']),
      register(officerTab, tabDesigns.Petugas),
      register(equipmentTab, tabDesigns.Peralatan, firstRows.Peralatan),
      register(licenceTab, tabDesigns['Akun Zoom']),
      register(holidayTab, tabDesigns['Hari Libur'], firstRows['Hari Libur']),
      register(legalTab, tabDesigns['Dasar Hukum'], firstRows['Dasar Hukum']),
      register(settingsTab, tabDesigns.Pengaturan, firstRows.Pengaturan),
      register(importTab, tabDesigns['Catatan Impor']),
      guideSheet(styles),
    ],
    styles,
  );
};

/** Where a drop-down of one tab finds the column of another. */
const rangeOf = (tabName: string, field: string): string => {
  const tab: Tab | undefined = tabs.find(({ name }) => name === tabName);
  const design = Object.entries(tabDesigns).find(([name]) => name === tabName)?.[1];
  const columns = tab ? columnsInOrder(tab, { first: design?.first ?? [] }) : [];
  const from = letters(columns.findIndex((column) => column.field === field) + 1);
  return `'${tabName}'!$${from}$2:$${from}$${lastPreparedRow}`;
};
