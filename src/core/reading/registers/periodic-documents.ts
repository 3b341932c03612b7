import type { PeriodicRow } from '../../cases/desk.ts';
import type { SignOff } from '../../cases/request.ts';
import { periodicKey, periodicTab } from '../../columns/periodic-tab.ts';
import { findTab, locateColumns } from '../../sheet/locate-columns.ts';
import type { Cell, WorkbookSnapshot } from '../../sheet/snapshot.ts';
import { quote } from '../cell-text.ts';
import { readLink } from '../read-link.ts';
import { readSignOff } from '../read-sign-off.ts';
import type { Problems } from './register-rows.ts';

/** The tab Dokumen Berkala, by `periodicKey`. Every row counts that bears a name, also while nobody has signed there. */
export const readPeriodicRows = (
  snapshot: WorkbookSnapshot,
  problems: Problems,
): ReadonlyMap<string, PeriodicRow> => {
  const tab = findTab(snapshot, periodicTab);
  if (tab === undefined) return new Map();
  const { headerRow, indexOf } = locateColumns(tab, periodicTab);
  const rows = new Map<string, PeriodicRow>();
  tab.rows.forEach((cells, index) => {
    if (index <= headerRow) return;
    const cell = (field: 'name' | 'checkedBy' | 'approvedBy' | 'scan'): Cell =>
      cells[indexOf.get(field) ?? -1] ?? '';
    const key = periodicKey(cell('name'));
    const row = index + 1;
    const before = rows.get(key)?.row;
    if (key === '' || before !== undefined) {
      if (cells.some(saysSomething))
        problems.push({
          tab: tab.name,
          row,
          text: before === undefined ? nameless : twice(before),
        });
      return;
    }
    const asked: string[] = [];
    const mark = (field: 'checkedBy' | 'approvedBy'): SignOff | undefined => {
      const reading = readSignOff(cell(field), undefined);
      if (reading.kind === 'read') return reading.value;
      if (reading.kind === 'unsure')
        asked.push(`${headerOf(field)} ${quote(cell(field))} ${reading.question}`);
      return undefined;
    };
    const checked = mark('checkedBy');
    const approved = mark('approvedBy');
    const scan = readLink(cell('scan'));
    if (scan.kind === 'unsure')
      asked.push(`${headerOf('scan')} ${quote(cell('scan'))} ${scan.question}`);
    for (const text of asked) problems.push({ tab: tab.name, row, text });
    rows.set(key, {
      row,
      marks: { ...(checked && { checked }), ...(approved && { approved }) },
    });
  });
  return rows;
};

/** An empty cell, an unticked box and a dash say nothing. */
const saysSomething = (cell: Cell): boolean =>
  cell !== false && !['', '-', '?'].includes(String(cell).trim());

const nameless =
  'Baris ini tidak menyebut dokumennya, sehingga isinya tidak dipakai. Pindahkan ke baris dokumennya, atau kosongkan baris ini.';

const twice = (row: number): string =>
  `Dokumen ini sudah ada pada baris ${row}, sehingga isi baris ini tidak dipakai. Pindahkan ke baris itu, atau kosongkan baris ini.`;

const headerOf = (wanted: 'checkedBy' | 'approvedBy' | 'scan'): string =>
  periodicTab.columns.find(({ field }) => field === wanted)?.header ?? wanted;
