/**
 * From the workbook as it was read, and what the ledger remembers, to what rules decide about: which row carries which
 * ticket, what each says, and what happened after its event.
 */
import type { Temporal } from 'temporal-polyfill';
import type { AttendanceSeen } from '../cases/attendance.ts';
import type { Desk } from '../cases/desk.ts';
import type { ComplaintRecord, LedgerState } from '../cases/ledger-state.ts';
import type { Remembered, Rule, Situation } from '../cases/situation.ts';
import { dayAt } from '../cases/watched-now.ts';
import { requestTab } from '../columns/request-tab.ts';
import { tabs } from '../columns/tabs.ts';
import { readDesk } from '../reading/read-desk.ts';
import type { Tab } from '../sheet/column.ts';
import { findTab } from '../sheet/locate-columns.ts';
import { sharingRows } from '../sheet/shared-rows.ts';
import type { WorkbookSnapshot } from '../sheet/snapshot.ts';
import { handMadeInSheet } from './adopt.ts';
import { numberComplaints } from './number-complaints.ts';
import { type Observation, observe } from './observe.ts';
import type { TicketCell } from './ticket-rows.ts';

export interface Recognised {
  readonly observation: Observation;
  readonly situation: Situation;
  /** What the ledger is to know of complaints and does not yet. */
  readonly complaints: readonly ComplaintRecord[];
}

export const recognise = (
  snapshot: WorkbookSnapshot,
  {
    ledger,
    now,
    timeZone,
    adopt = false,
    rules,
    attendance,
    remembered,
  }: {
    readonly ledger: LedgerState;
    readonly now: Temporal.Instant;
    readonly timeZone: string;
    /** Take the tickets that stand in the sheet: the ledger was lost. */
    readonly adopt?: boolean;
    /** Of adopted rows they tell what people chose from what the service wrote. */
    readonly rules: readonly Rule[];
    /** Absent where the desk's store shows no files that people made. */
    readonly attendance?: AttendanceSeen;
    readonly remembered?: Remembered;
  },
): Recognised => {
  const same: Remembered['same'] = (name, given) => remembered?.same(name, given) ?? given;
  const registers = remembered
    ? remembered.same('registers', registersIn(snapshot), sharingRows)
    : registersIn(snapshot);
  const desk = same('desk as read', deskIn(registers, timeZone));
  const today = dayAt(now, timeZone);
  const situation: Situation = { now, timeZone, today, desk, ...(remembered && { remembered }) };
  const tab = findTab(snapshot, requestTab) ?? { name: requestTab.name, rows: [] };
  const observed = (handMade: ReadonlySet<TicketCell> = new Set()): Observation =>
    observe({
      tab,
      ledger,
      situation,
      adopt,
      handMade,
      ...(attendance && { attendance }),
    });
  const observation = observed(adopt ? handMadeInSheet(observed, { situation, rules }) : undefined);
  const filed = observation.desk;
  const known = ledger.complaints;
  const numbered = numberComplaints(filed.complaints, { snapshot, known, now, timeZone, adopt });
  const { complaints } = numbered;
  const problems = [...filed.problems, ...numbered.problems];
  return {
    observation,
    situation: { ...situation, desk: same('desk as filed', { ...filed, complaints, problems }) },
    complaints: numbered.records,
  };
};

/** With the tabs alone that registers are read from, in their order. */
const registersIn = (snapshot: WorkbookSnapshot): WorkbookSnapshot => {
  const specs: readonly Tab[] = tabs;
  const read = new Set(
    specs.filter((spec) => spec !== requestTab).map((spec) => findTab(snapshot, spec)),
  );
  return { ...snapshot, tabs: snapshot.tabs.filter((tab) => read.has(tab)) };
};

const deskIn = (registers: WorkbookSnapshot, timeZone: string): Desk => {
  const before = desksRead.get(registers);
  if (before?.timeZone === timeZone) return before.desk;
  const desk = readDesk(registers, { timeZone });
  desksRead.set(registers, { timeZone, desk });
  return desk;
};

const desksRead = new WeakMap<
  WorkbookSnapshot,
  { readonly timeZone: string; readonly desk: Desk }
>();
