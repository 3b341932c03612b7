/** Number and deadline beside each complaint; a cell in which somebody wrote something of their own stays. */
import type { Temporal } from 'temporal-polyfill';
import type { Situation } from '../cases/situation.ts';
import { complaintsOf, type TrackedComplaint } from '../figures/complaints.ts';
import { isComplaintNumber } from '../rows/complaint-number.ts';
import { type ComplaintSheet, complaintSheets } from '../rows/complaint-sheets.ts';
import type { CellEdit } from '../sheet/edits.ts';
import { fillingOf, serviceColumns } from '../sheet/filling.ts';
import { dayToSerial } from '../sheet/serial.ts';
import { asRead, type Cell, type CellContent, type WorkbookSnapshot } from '../sheet/snapshot.ts';
import { isEmpty, sameCell } from '../sheet/three-way.ts';

export const complaintEdits = (
  snapshot: WorkbookSnapshot,
  situation: Pick<Situation, 'desk' | 'today' | 'timeZone'>,
): readonly CellEdit[] => {
  const all = complaintsOf(situation);
  return complaintSheets(snapshot).flatMap((sheet) =>
    editsOf(
      sheet,
      all.filter(({ complaint }) => complaint.tab === sheet.spec.name),
    ),
  );
};

const editsOf = (
  { spec, tab, columns }: ComplaintSheet,
  complaints: readonly TrackedComplaint[],
): readonly CellEdit[] => {
  const ours = serviceColumns(columns, spec);
  const headers = tab.rows[columns.headerRow] ?? [];
  const edits = complaints.flatMap(({ complaint: { row }, number, dueOn }): CellEdit[] => {
    const cells = row === undefined ? [] : (tab.rows[row - 1] ?? []);
    const wanted: readonly Shown[] = [
      { field: 'number', content: number ?? '', isOurs: isComplaintNumber },
      { field: 'due', content: dayCell(dueOn), isOurs: (cell) => typeof cell === 'number' },
    ];
    return wanted.flatMap(({ field, content, isOurs }): CellEdit[] => {
      const [at, header] = [columns.indexOf.get(field), columns.headerOf.get(field)];
      if (at === undefined || header === undefined || cells.length === 0) return [];
      const was = cells[at] ?? '';
      if (sameCell(was, asRead(content)) || !(isEmpty(was) || isOurs(was))) return [];
      const address = {
        kind: 'filled',
        filling: fillingOf(cells, { headers, ours }),
        header,
      } as const;
      return [{ tab: tab.name, address, was, becomes: content }];
    });
  });
  return [...new Map(edits.map((edit) => [JSON.stringify(edit), edit])).values()];
};

interface Shown {
  readonly field: 'number' | 'due';
  readonly content: CellContent;
  readonly isOurs: (cell: Cell) => boolean;
}

const dayCell = (day: Temporal.PlainDate | undefined): CellContent =>
  day === undefined ? '' : { kind: 'serial', serial: dayToSerial(day), show: 'day' };
