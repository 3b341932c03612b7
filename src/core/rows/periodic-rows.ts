/** Where recaps and evaluations stand in Dokumen Berkala: by the name that the service gave their row. */
import { periodicKey, periodicTab } from '../columns/periodic-tab.ts';
import type { Location } from '../sheet/edits.ts';
import type { TabSnapshot } from '../sheet/snapshot.ts';
import { locateKeyed } from './keyed-rows.ts';

export const locatePeriodic = (tab: TabSnapshot): Location =>
  locateKeyed(tab, { spec: periodicTab, field: 'name', keyOf: periodicKey });
