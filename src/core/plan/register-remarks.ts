/**
 * *Keterangan* beside the rows of registers, complaints, surveys and settings: what is wrong there and what to do.
 *
 * Such a row has no ticket, so a remark is addressed by what fills the row, and rows that are filled alike are told
 * alike. No memory is needed: a remark begins with a sign of ours, and whatever else stands in the column is somebody's
 * own note and stays. What cannot be told beside its row is told in Ringkasan all the same.
 */

import type { DeskProblem } from '../cases/desk.ts';
import { messageTab } from '../columns/message-tab.ts';
import { periodicTab } from '../columns/periodic-tab.ts';
import { requestTab } from '../columns/request-tab.ts';
import { tabs } from '../columns/tabs.ts';
import type { Tab } from '../sheet/column.ts';
import type { CellEdit } from '../sheet/edits.ts';
import { emptyFilling, fillingOf, serviceColumns } from '../sheet/filling.ts';
import { findTab, goesBy, locateColumns } from '../sheet/locate-columns.ts';
import type { Cell, TabSnapshot, WorkbookSnapshot } from '../sheet/snapshot.ts';
import { isEmpty, sameCell } from '../sheet/three-way.ts';

/** Tells our remark from a note that staff keep in a column of the same name. */
const sign = '⚠ ';

/** Longer remarks are read by nobody; Ringkasan and the next pass tell the rest. */
const longestRemark = 500;

/** The remarks that differ from what should stand there. */
export const registerRemarkEdits = (
  snapshot: WorkbookSnapshot,
  problems: readonly DeskProblem[],
): readonly CellEdit[] =>
  registerTabs.flatMap((spec) => {
    const tab = findTab(snapshot, spec);
    return tab === undefined ? [] : editsOf(tab, spec, problemsOf(spec, problems));
  });

const registerTabs: readonly Tab[] = tabs.filter(
  (tab) => tab !== requestTab && tab !== periodicTab && tab !== messageTab,
);

/** A problem names its tab as the sheet spells it. */
const problemsOf = (spec: Tab, problems: readonly DeskProblem[]): readonly DeskProblem[] =>
  problems.filter(({ tab }) => goesBy(tab, spec));

const editsOf = (
  tab: TabSnapshot,
  spec: Tab,
  problems: readonly DeskProblem[],
): readonly CellEdit[] => {
  const columns = locateColumns(tab, spec);
  const { headerRow } = columns;
  const at = columns.indexOf.get('remarks');
  const header = columns.headerOf.get('remarks');
  if (at === undefined || header === undefined) return [];
  const ours = serviceColumns(columns, spec);
  const headers = tab.rows[headerRow] ?? [];
  const told = problems.filter(({ row }) => row !== undefined);
  const rows = tab.rows.flatMap((cells, index) => {
    const now = cells[at] ?? '';
    const concerns = told.length > 0 || !isEmpty(now);
    return index > headerRow && cells.length > 0 && concerns
      ? [{ now, row: index + 1, filling: fillingOf(cells, { headers, ours }) }]
      : [];
  });
  const textsOf = byFilling(rows, told);
  const edits = rows.flatMap(({ now, filling }): CellEdit[] => {
    if (!isEmpty(now) && !isOurRemark(now)) return [];
    const becomes = filling === emptyFilling ? '' : remarkOf(textsOf.get(filling) ?? []);
    return sameCell(now, becomes)
      ? []
      : [{ tab: tab.name, address: { kind: 'filled', filling, header }, was: now, becomes }];
  });
  return [...new Map(edits.map((edit) => [JSON.stringify(edit), edit])).values()];
};

const isOurRemark = (cell: Cell): boolean =>
  typeof cell === 'string' && cell.startsWith(sign.trim());

/** What is said of any of the rows that are filled alike is said of all. */
const byFilling = (
  rows: readonly { readonly row: number; readonly filling: string }[],
  problems: readonly DeskProblem[],
): ReadonlyMap<string, readonly string[]> => {
  const fillings = new Map(rows.map(({ row, filling }) => [row, filling]));
  const texts = new Map<string, string[]>();
  for (const { row = 0, text } of problems) {
    const filling = fillings.get(row);
    if (filling === undefined) continue;
    const others = texts.get(filling) ?? [];
    if (!others.includes(text)) texts.set(filling, [...others, text]);
  }
  return texts;
};

const remarkOf = (texts: readonly string[]): string => {
  if (texts.length === 0) return '';
  const whole = `${sign}${texts.join('\n')}`;
  return whole.length <= longestRemark ? whole : `${whole.slice(0, longestRemark - 1)}…`;
};
