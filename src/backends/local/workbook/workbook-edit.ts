/** Edits of cells, made into the bytes of a whole workbook. */
import type { CellEdit, Locate, Location, Outcome } from '../../../core/sheet/edits.ts';
import { asRead, type Cell, type TabSnapshot } from '../../../core/sheet/snapshot.ts';
import { contentTypesPart, relationshipsPartOf } from '../../../office-package/relationships.ts';
import {
  attributeOf,
  findElement,
  findElements,
  prefixOf,
} from '../../../office-package/xml-scan.ts';
import { type EntryChange, findEntry, withEntries } from '../../../office-package/zip.ts';
import {
  askForRecalculation,
  hasLiveFormulas,
  withoutCalcChainRelation,
  withoutCalcChainType,
} from '../sheet/recalculation.ts';
import { editSheet, type NewCell } from '../sheet/sheet-edit.ts';
import { ReadingRoom, readRows } from '../sheet/sheet-read.ts';
import { withItems } from '../sheet/xml-list.ts';
import type { RowsIn } from './kept-reading.ts';
import { partText, relationsOf, sheetOf, type WorkbookParts } from './workbook-parts.ts';

export interface EditedWorkbook {
  readonly outcomes: readonly Outcome[];
  /** The file as it should be; `undefined` when nothing changes. */
  readonly bytes: Buffer | undefined;
}

/**
 * Puts edits into a workbook as it is now, and says what became of each.
 *
 * @param rowsIn All rows are read anew unless given.
 */
export const editWorkbook = (
  parts: WorkbookParts,
  edits: readonly CellEdit[],
  locate: Locate,
  rowsIn: RowsIn = () => ({}),
): EditedWorkbook => {
  const outcomes: Outcome[] = edits.map(() => 'overtaken');
  const texts = new Map<string, string>();
  let lostFormula = false;
  for (const tab of parts.tabs) {
    const due = edits.flatMap((edit, index) => (edit.tab === tab.name ? [{ edit, index }] : []));
    if (due.length === 0) continue;
    const sheet = sheetOf(parts.zip, tab);
    const { key } = parts;
    const { rows } = readRows([sheet], {
      key,
      // As much as the reading of the whole had: what can be read can be written.
      room: new ReadingRoom(parts.size),
      ...rowsIn(tab.name),
    });
    const placed = placeEdits({ name: tab.name, rows }, due, locate);
    const edited = editSheet(sheet, [...new Set([...placed.values()].flat())], {
      ...parts,
      relations: relationsOf(parts.zip, tab),
    });
    for (const [index, changes] of placed) {
      const isRefused = changes.some((change) => edited.refused.has(change));
      outcomes[index] = isRefused ? 'failed' : 'written';
    }
    if (edited.xml !== undefined) texts.set(tab.part, edited.xml);
    if (edited.relations !== undefined) texts.set(relationshipsPartOf(tab.part), edited.relations);
    lostFormula ||= edited.lostFormula;
  }
  if (texts.size === 0) return { outcomes, bytes: undefined };
  return { outcomes, bytes: withTexts(parts, { texts, lostFormula }) };
};

/**
 * The changes that each edit (by its index) comes down to; edits of one cell follow each other and share the
 * last one's. Left out are those whose cell no longer reads as `was` or cannot be found.
 */
const placeEdits = (
  tab: TabSnapshot,
  due: readonly { edit: CellEdit; index: number }[],
  locate: Locate,
): ReadonlyMap<number, readonly NewCell[]> => {
  const location = locate(tab);
  const byCell = new Map<string, { change: NewCell; indexes: number[] }>();
  for (const { edit, index } of due) {
    for (const { row, column } of cellsOf(edit.address, location)) {
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
  }
  const changesOf = new Map<number, NewCell[]>();
  for (const { change, indexes } of byCell.values()) {
    for (const index of indexes) changesOf.set(index, [...(changesOf.get(index) ?? []), change]);
  }
  return changesOf;
};

const cellsOf = (
  address: CellEdit['address'],
  { rowOf, rowsFilled, columnOf }: Location,
): readonly { readonly row: number; readonly column: number }[] => {
  if (address.kind === 'fixed') return [address];
  const column = columnOf.get(address.header);
  if (column === undefined) return [];
  const row = address.kind === 'row' ? rowOf.get(address.key) : undefined;
  const rows = address.kind === 'filled' ? rowsFilled(address.filling) : [row];
  return rows.flatMap((each) => (each === undefined ? [] : [{ row: each, column }]));
};

/** What is new is a list of relationships: most packages know that kind of part, by its ending. */
const withRelationsType = (types: string): string => {
  const list = findElement(types, 'Types');
  const isKnown = findElements(types, 'Default').some(
    ({ open }) => attributeOf(types, open, 'Extension')?.toLowerCase() === 'rels',
  );
  if (list === undefined || isKnown) return types;
  return withItems(types, list, [
    `<${prefixOf(list.open.name)}Default Extension="rels" ContentType="${relationshipsType}"/>`,
  ]);
};

const relationshipsType = 'application/vnd.openxmlformats-package.relationships+xml';

/** The file with these parts changed, and what depends on them. */
export const withTexts = (
  parts: WorkbookParts,
  { texts, lostFormula }: { texts: ReadonlyMap<string, string>; lostFormula: boolean },
): Buffer => {
  const all = new Map(texts);
  const styles = parts.styles?.changed();
  if (parts.stylesName !== undefined && styles !== undefined) all.set(parts.stylesName, styles);
  if (parts.tabs.some((tab) => hasLiveFormulas(sheetOf(parts.zip, tab)))) {
    const { name, xml } = parts.workbook;
    const workbook = askForRecalculation(texts.get(name) ?? xml);
    if (workbook !== xml) all.set(name, workbook);
  }
  const removed = lostFormula ? parts.calcChainName : undefined;
  if (removed !== undefined) {
    const types = partText(parts.zip, contentTypesPart) ?? '';
    all.set(contentTypesPart, withoutCalcChainType(types));
    all.set(parts.relations.name, withoutCalcChainRelation(parts.relations.xml));
  }
  if ([...all.keys()].some((name) => findEntry(parts.zip, name) === undefined)) {
    const types = all.get(contentTypesPart) ?? partText(parts.zip, contentTypesPart) ?? '';
    all.set(contentTypesPart, withRelationsType(types));
  }
  const changes = new Map<string, EntryChange>();
  const spelled = (name: string): string => findEntry(parts.zip, name)?.name ?? name;
  for (const [name, text] of all) changes.set(spelled(name), Buffer.from(text, 'latin1'));
  if (removed !== undefined) changes.set(spelled(removed), 'removed');
  return withEntries(parts.zip, changes);
};
