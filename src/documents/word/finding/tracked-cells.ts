/** Tracked changes of a table's cells, settled as if they had been accepted: deleted cells go, merged ones join. */
import {
  anElement,
  childOf,
  descendants,
  elementsOf,
  insert,
  replaceChild,
  type XmlElement,
} from '../file/xml.ts';

export const settleTrackedCells = (root: XmlElement): void => {
  for (const merge of [...descendants(root, 'w:cellMerge')]) acceptMerge(merge);
  for (const table of [...descendants(root, 'w:tbl')]) dropDeletedCells(table);
};

const holders = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:moveTo']);

/** Rows of the table or cells of the row, also those inside content controls. */
const partsOf = (element: XmlElement, name: string): XmlElement[] =>
  elementsOf(element).flatMap((child) => {
    if (child.name === name) return [child];
    return holders.has(child.name) ? partsOf(child, name) : [];
  });

interface PlacedCell {
  readonly cell: XmlElement;
  readonly columns: readonly number[];
}

const dropDeletedCells = (table: XmlElement): void => {
  const rows = partsOf(table, 'w:tr').filter((row) => !has(row, 'w:trPr', 'w:del'));
  const cells = rows.flatMap(cellsOf);
  const deleted = cells.filter(({ cell }) => has(cell, 'w:tcPr', 'w:cellDel'));
  if (deleted.length === 0) return;
  const kept = new Set(
    cells.filter((one) => !deleted.includes(one)).flatMap(({ columns }) => columns),
  );
  const gone = new Set(deleted.flatMap(({ columns }) => columns).filter((at) => !kept.has(at)));
  for (const { cell } of deleted) if (cell.parent !== undefined) replaceChild(cell.parent, cell);
  for (const row of rows) {
    if (partsOf(row, 'w:tc').length === 0 && row.parent !== undefined)
      replaceChild(row.parent, row);
  }
  narrow(table, gone);
};

const cellsOf = (row: XmlElement): PlacedCell[] => {
  let column = numberIn(childOf(row, 'w:trPr'), 'w:gridBefore', 0);
  return partsOf(row, 'w:tc').map((cell) => {
    const span = numberIn(childOf(cell, 'w:tcPr'), 'w:gridSpan', 1);
    const columns = Array.from({ length: Math.min(span, 100) }, (_, index) => column + index);
    column += span;
    return { cell, columns };
  });
};

/** Takes the columns that no row has any more out of the grid, and their width out of the table's. */
const narrow = (table: XmlElement, gone: ReadonlySet<number>): void => {
  const grid = childOf(table, 'w:tblGrid');
  if (grid === undefined) return;
  const lost = elementsOf(grid).filter(({ name }, at) => name === 'w:gridCol' && gone.has(at));
  for (const column of lost) replaceChild(grid, column);
  const properties = childOf(table, 'w:tblPr');
  const width = properties === undefined ? undefined : childOf(properties, 'w:tblW');
  const total = Number(width?.attributes.get('w:w'));
  if (width?.attributes.get('w:type') !== 'dxa' || !(total > 0)) return;
  const less = lost.reduce((sum, { attributes }) => sum + (Number(attributes.get('w:w')) || 0), 0);
  if (less < total) width.attributes.set('w:w', String(total - less));
};

const beforeMerge = new Set(['w:cnfStyle', 'w:tcW', 'w:gridSpan', 'w:hMerge']);

const acceptMerge = (merge: XmlElement): void => {
  const properties = merge.parent;
  if (properties === undefined) return;
  const old = childOf(properties, 'w:vMerge');
  if (old !== undefined) replaceChild(properties, old);
  const joined = merge.attributes.get('w:vMerge');
  replaceChild(properties, merge);
  if (joined === undefined) return;
  const value = joined === 'rest' ? 'restart' : 'continue';
  const fresh = anElement('w:vMerge', new Map([['w:val', value]]));
  const at = properties.children.findLastIndex(
    (child) => child.kind === 'element' && beforeMerge.has(child.name),
  );
  insert(properties, at + 1, fresh);
};

const has = (element: XmlElement, properties: string, mark: string): boolean => {
  const holder = childOf(element, properties);
  return holder !== undefined && childOf(holder, mark) !== undefined;
};

const numberIn = (properties: XmlElement | undefined, name: string, otherwise: number): number => {
  const typed = properties === undefined ? undefined : childOf(properties, name);
  const value = Number(typed?.attributes.get('w:val'));
  return Number.isInteger(value) && value > 0 ? value : otherwise;
};
