/** Reads a workbook of somebody else's, with all that people say in one besides texts: comments, merges, colours, strokes. */
import type { Merge, OldCell, OldSheet } from '../../../core/import/old-ledger.ts';
import { spotOf } from '../../../core/sheet/snapshot.ts';
import { relationshipOf } from '../../../office-package/relationships.ts';
import { attributeOf, findElements, localName } from '../../../office-package/xml-scan.ts';
import { decodeText } from '../../../office-package/xml-text.ts';
import type { Zip } from '../../../office-package/zip.ts';
import { behindCells } from '../sheet/behind-cells.ts';
import { openLooks, type StyleLook } from '../sheet/cell-looks.ts';
import { unescapeCellText } from '../sheet/cell-text.ts';
import { inOnePiece } from '../sheet/sheet-pieces.ts';
import { ReadingRoom, readTab } from '../sheet/sheet-read.ts';
import { parseArea, type Sheet, textOfItem, visitCells, visitRows } from '../sheet/sheet-scan.ts';
import { childrenOf } from '../sheet/xml-list.ts';
import { guarded, readWorkbookFile } from './workbook-file.ts';
import {
  partText,
  relationsOf,
  sheetOf,
  type TabPart,
  type WorkbookParts,
} from './workbook-parts.ts';

/**
 * Its sheets in order.
 * @throws WorkbookMissingError, UnreadableWorkbookError, WorkbookBusyError
 */
export const readOldWorkbook = async (path: string): Promise<readonly OldSheet[]> => {
  const { parts } = await readWorkbookFile(path);
  return guarded(path, () => {
    const room = new ReadingRoom(parts.size);
    const { stylesName, zip } = parts;
    const looks = openLooks(
      stylesName === undefined ? undefined : partText(zip, stylesName),
      parts.key.isDate,
    );
    return parts.tabs.map((tab) => readOldSheet(parts, tab, { looks, room }));
  });
};

interface OldReading {
  readonly looks: (style: number | undefined) => StyleLook;
  readonly room: ReadingRoom;
}

const readOldSheet = (
  { zip, key }: WorkbookParts,
  tab: TabPart,
  { looks, room }: OldReading,
): OldSheet => {
  const sheet = sheetOf(zip, tab);
  const relations = relationsOf(zip, tab);
  const { rows, links } = readTab(inOnePiece(sheet), { key, relations, room });
  const comments = commentsOf(zip, tab, relations);
  const styles = stylesOf(sheet, rows.length);
  return {
    name: tab.name,
    ...(tab.isHidden && { isHidden: true as const }),
    merges: mergesOf(sheet),
    rows: rows.map((cells, index) => {
      const row = index + 1;
      const styled = styles.get(row) ?? new Map<number, number>();
      const width = Math.max(cells.length, ...styled.keys());
      return cells.length === 0 && styled.size === 0
        ? []
        : Array.from({ length: width }, (_, at): OldCell | undefined => {
            const column = at + 1;
            const { isStruck, fill, isMoment } = looks(styled.get(column));
            const value = cells[at] ?? '';
            const link = links.get(spotOf(row, column));
            const comment = comments.get(spotOf(row, column));
            if (value === '' && fill === undefined && comment === undefined) return undefined;
            return {
              value,
              ...(isMoment && typeof value === 'number' && { isMoment: true as const }),
              ...(link !== undefined && { link }),
              ...(comment !== undefined && { comment }),
              ...(isStruck && { isStruck: true as const }),
              ...(fill !== undefined && { fill }),
            };
          });
    }),
  };
};

/** Wider rows are coloured to the end of the sheet. */
const mostStyled = 200;

/** The styles of cells, by row and column from 1; of rows in which something stands. */
const stylesOf = (sheet: Sheet, rows: number): ReadonlyMap<number, ReadonlyMap<number, number>> => {
  const found = new Map<number, ReadonlyMap<number, number>>();
  visitRows(sheet, (row) => {
    if (row.number > rows) return undefined;
    const styles = new Map<number, number>();
    const end = visitCells(sheet, row, ({ column, style }) => {
      if (style !== undefined && column <= mostStyled) styles.set(column, style);
    });
    found.set(row.number, styles);
    return end;
  });
  return found;
};

const mergesOf = (sheet: Sheet): readonly Merge[] => {
  const list = behindCells(sheet).find(({ open }) => localName(open.name) === 'mergeCells');
  if (list === undefined) return [];
  return childrenOf(sheet.xml, list).flatMap(
    ({ open }) => parseArea(attributeOf(sheet.xml, open, 'ref') ?? '') ?? [],
  );
};

const commentsOf = (
  zip: Zip,
  tab: TabPart,
  relations: string | undefined,
): ReadonlyMap<string, string> => {
  const xml = relations ?? '';
  const part = findElements(xml, 'Relationship')
    .map(({ open }) => relationshipOf(tab.part, (name) => attributeOf(xml, open, name)))
    .find(({ type, isExternal }) => type === 'comments' && !isExternal)?.target;
  const comments = part === undefined ? undefined : partText(zip, part);
  if (comments === undefined) return new Map();
  return new Map(
    findElements(comments, 'comment').flatMap(({ open, contentEnd }): [string, string][] => {
      const area = parseArea(decodeText(attributeOf(comments, open, 'ref') ?? ''));
      const [text] = findElements(comments, 'text', open.end, contentEnd);
      if (area === undefined || text === undefined) return [];
      const said = unescapeCellText(textOfItem(comments, text)).trim();
      return said === '' ? [] : [[spotOf(area.firstRow, area.firstColumn), said]];
    }),
  );
};
