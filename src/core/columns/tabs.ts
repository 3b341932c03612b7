/** Every tab that the service reads, and the names of the two that it writes whole. */
import type { Tab } from '../sheet/column.ts';
import { actionTab } from './action-tab.ts';
import { afterEventTab } from './after-event-tab.ts';
import { complaintTab } from './complaint-tab.ts';
import { equipmentTab } from './equipment-tab.ts';
import { handOutTab } from './hand-out-tab.ts';
import { holidayTab } from './holiday-tab.ts';
import { importTab } from './import-tab.ts';
import { incidentTab } from './incident-tab.ts';
import { legalTab } from './legal-tab.ts';
import { licenceTab } from './licence-tab.ts';
import { messageTab } from './message-tab.ts';
import { officerTab } from './officer-tab.ts';
import { periodicTab } from './periodic-tab.ts';
import { requestTab } from './request-tab.ts';
import { settingsTab } from './settings-tab.ts';
import { surveyTab } from './survey-tab.ts';

/** Rewritten whole by the service. */
export const overviewTabName = 'Ringkasan';
/** Written when a workbook is made. */
export const guideTabName = 'Panduan';

export const tabs = [
  requestTab,
  officerTab,
  equipmentTab,
  licenceTab,
  handOutTab,
  incidentTab,
  complaintTab,
  surveyTab,
  afterEventTab,
  actionTab,
  periodicTab,
  messageTab,
  importTab,
  holidayTab,
  legalTab,
  settingsTab,
] as const satisfies readonly Tab[];

export type AnyTab = (typeof tabs)[number];
export type TabName = AnyTab['name'];
