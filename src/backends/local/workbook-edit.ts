import type { CellEdit, Locate, Outcome } from '../../core/edits.ts';
import { asRead, type Cell, type TabSnapshot } from '../../core/snapshot.ts';
import {
  askForRecalculation,
  hasLiveFormulas,
  withoutCalcChainRelation,
  withoutCalcChainType,
} from './recalculation.ts';
import { type CellChange, editSheet } from './sheet-edit.ts';
import { readSheet } from './sheet-read.ts';
import { partText, sheetOf, type WorkbookParts } from './workbook-parts.ts';
import { type EntryChange, findEntry, withEntries } from './zip.ts';

export interface EditedWorkbook {
  readonly outcomes: readonly Outcome[];
  /** The file as it should be; `undefined` when nothing changes. */
  readonly bytes: Buffer | undefined;
}

const CONTENT_TYPES = '[Content_Types].xml';

/** Puts edits into a workbook as it is now, and says what became of each. */
export const editWorkbook = (
  parts: WorkbookParts,
  edits: readonly CellEdit[],
  locate: Locate,
): EditedWorkbook => {
  const outcomes: Outcome[] = edits.map(() => 'overtaken');
  const texts = new Map<string, string>();
  let lostFormula = false;
  for (const tab of parts.tabs) {
    const due = edits.flatMap((edit, index) => (edit.tab === tab.name ? [{ edit, index }] : []));
    if (due.length === 0) continue;
    const sheet = sheetOf(parts.zip, tab);
    const placed = placeEdits({ name: tab.name, rows: readSheet(sheet, parts.key) }, due, locate);
    const edited = editSheet(sheet, [...new Set(placed.values())], parts);
    for (const [index, change] of placed) {
      outcomes[index] = edited.refused.has(change) ? 'failed' : 'written';
    }
    if (edited.xml !== undefined) texts.set(tab.part, edited.xml);
    lostFormula ||= edited.lostFormula;
  }
  if (texts.size === 0) return { outcomes, bytes: undefined };
  return { outcomes, bytes: withTexts(parts, { texts, lostFormula }) };
};

/**
 * The change that each edit (by its index) comes down to; edits of one cell follow each other and share the
 * last one's. Left out are those whose cell no longer reads as `was` or cannot be found.
 */
const placeEdits = (
  tab: TabSnapshot,
  due: readonly { edit: CellEdit; index: number }[],
  locate: Locate,
): ReadonlyMap<number, CellChange> => {
  const location = locate(tab);
  const byCell = new Map<string, { change: CellChange; indexes: number[] }>();
  for (const { edit, index } of due) {
    const { address } = edit;
    const row = address.kind === 'fixed' ? address.row : location.rowOf.get(address.key);
    const column =
      address.kind === 'fixed' ? address.column : location.columnOf.get(address.header);
    if (row === undefined || column === undefined) continue;
    const cell = `${row},${column}`;
    const earlier = byCell.get(cell);
    const now: Cell =
      earlier === undefined
        ? (tab.rows[row - 1]?.[column - 1] ?? '')
        : asRead(earlier.change.content);
    if (now !== edit.was) continue;
    byCell.set(cell, {
      change: { row, column, content: edit.becomes },
      indexes: [...(earlier?.indexes ?? []), index],
    });
  }
  return new Map(
    [...byCell.values()].flatMap(({ change, indexes }) =>
      indexes.map((index) => [index, change] as const),
    ),
  );
};

const withTexts = (
  parts: WorkbookParts,
  { texts, lostFormula }: { texts: ReadonlyMap<string, string>; lostFormula: boolean },
): Buffer => {
  const all = new Map(texts);
  const styles = parts.styles?.changed();
  if (parts.stylesName !== undefined && styles !== undefined) all.set(parts.stylesName, styles);
  if (parts.tabs.some((tab) => hasLiveFormulas(sheetOf(parts.zip, tab)))) {
    const workbook = askForRecalculation(parts.workbook.xml);
    if (workbook !== parts.workbook.xml) all.set(parts.workbook.name, workbook);
  }
  const removed = lostFormula ? parts.calcChainName : undefined;
  if (removed !== undefined) {
    const types = partText(parts.zip, CONTENT_TYPES) ?? '';
    all.set(CONTENT_TYPES, withoutCalcChainType(types));
    all.set(parts.relations.name, withoutCalcChainRelation(parts.relations.xml));
  }
  const changes = new Map<string, EntryChange>();
  const spelled = (name: string): string => findEntry(parts.zip, name)?.name ?? name;
  for (const [name, text] of all) changes.set(spelled(name), Buffer.from(text, 'latin1'));
  if (removed !== undefined) changes.set(spelled(removed), 'removed');
  return withEntries(parts.zip, changes);
};
