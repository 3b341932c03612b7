/** Where rows stand in any tab as it is at this moment, for a backend that is about to write. */

import type { LedgerState } from '../cases/ledger-state.ts';
import { messageTab } from '../columns/message-tab.ts';
import { periodicTab } from '../columns/periodic-tab.ts';
import { requestTab } from '../columns/request-tab.ts';
import { tabs } from '../columns/tabs.ts';
import type { Tab } from '../sheet/column.ts';
import { type Locate, type Location, nowhere } from '../sheet/edits.ts';
import { locateFillings, serviceColumns } from '../sheet/filling.ts';
import { columnsByHeader, findTab, locateColumns } from '../sheet/locate-columns.ts';
import type { TabSnapshot } from '../sheet/snapshot.ts';
import { locateMessages } from './message-rows.ts';
import { locatePeriodic } from './periodic-rows.ts';
import { locateTickets } from './ticket-rows.ts';

/**
 * Rows of Permohonan by ticket, rows of registers by what fills them; tabs of the service's own have none.
 *
 * @param begun What the ledger knew when the pass began: what the sheet had shown by then.
 * @param after The same with what was given out and remembered in this pass.
 */
export const locateRows = (begun: LedgerState, after: LedgerState): Locate => {
  const inRequests = locateTickets(begun, after);
  return (tab) => {
    const spec = specs.find((each) => findTab({ tabs: [tab] }, each) !== undefined);
    if (spec === undefined) return nowhere;
    if (spec === periodicTab) return locatePeriodic(tab);
    if (spec === messageTab) return locateMessages(tab);
    return spec === requestTab ? inRequests(tab) : inRegister(tab, spec);
  };
};

const specs: readonly Tab[] = tabs;

const inRegister = (tab: TabSnapshot, spec: Tab): Location => {
  const columns = locateColumns(tab, spec);
  const { headerRow } = columns;
  return {
    columnOf: columnsByHeader(columns),
    rowOf: new Map(),
    headerRow: headerRow + 1,
    keyColumns: [],
    ...locateFillings(tab, { headerRow, ours: serviceColumns(columns, spec) }),
  };
};
