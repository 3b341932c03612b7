import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Area } from './a1-range.ts';
import { asStyles } from './colour-styles.ts';
import { clip, positions, putCell, refuseBeyondGrid, sheetById } from './draft.ts';
import { fromGridRange } from './grid-range.ts';
import { type Handlers, silent } from './handler.ts';
import type { Cell, Sheet } from './model.ts';
import { refuseProtected } from './protection.ts';

type Border = sheets_v4.Schema$Border;
type Side = 'top' | 'bottom' | 'left' | 'right';

/** The request that draws lines around cells. */
export const borderRequests: Handlers = {
  /** Sides that are not given stay as they are; the style `NONE` takes a line away. */
  updateBorders: silent((draft, { updateBorders }, { caller }) => {
    const { range = {}, ...given } = updateBorders ?? {};
    const sheet = sheetById(draft, range.sheetId);
    refuseBeyondGrid(sheet, fromGridRange(range));
    const area = clip(sheet, fromGridRange(range));
    refuseProtected(sheet, area, caller);
    for (const at of positions(area)) {
      const sides: readonly (readonly [Side, Border | undefined])[] = [
        ['top', at.row === area.startRow ? given.top : given.innerHorizontal],
        ['bottom', at.row === area.endRow - 1 ? given.bottom : given.innerHorizontal],
        ['left', at.column === area.startColumn ? given.left : given.innerVertical],
        ['right', at.column === area.endColumn - 1 ? given.right : given.innerVertical],
      ];
      for (const [side, border] of sides) if (border) draw(sheet, at, { side, border });
    }
    clearFacing(sheet, area, given);
  }),
};

const widths: Readonly<Record<string, number>> = { SOLID_MEDIUM: 2, SOLID_THICK: 3, DOUBLE: 3 };

function draw(
  sheet: Sheet,
  at: { readonly row: number; readonly column: number },
  { side, border }: { readonly side: Side; readonly border: Border },
): void {
  const { userEnteredFormat, ...cell }: Cell = sheet.rows[at.row]?.[at.column] ?? {};
  const { borders, ...format } = userEnteredFormat ?? {};
  const { [side]: _was, ...others } = borders ?? {};
  const { style, colorStyle } = asStyles(border);
  const line: Border = {
    ...(style && { style, width: widths[style] ?? 1 }),
    colorStyle: colorStyle ?? { rgbColor: {} },
  };
  const drawn = { ...others, ...(style !== 'NONE' && { [side]: line }) };
  const becomes = { ...format, ...(Object.keys(drawn).length > 0 && { borders: drawn }) };
  const isPlain = Object.keys(becomes).length === 0;
  putCell(sheet, at, { ...cell, ...(!isPlain && { userEnteredFormat: becomes }) });
}

/** A line between two cells belongs to one of them: where the range takes it, its neighbour's is gone. */
function clearFacing(
  sheet: Sheet,
  area: Area,
  given: Readonly<Partial<Record<Side, Border>>>,
): void {
  const beside: readonly (readonly [Side, Side, Area])[] = [
    ['top', 'bottom', { ...area, startRow: area.startRow - 1, endRow: area.startRow }],
    ['bottom', 'top', { ...area, startRow: area.endRow, endRow: area.endRow + 1 }],
    ['left', 'right', { ...area, startColumn: area.startColumn - 1, endColumn: area.startColumn }],
    ['right', 'left', { ...area, startColumn: area.endColumn, endColumn: area.endColumn + 1 }],
  ];
  for (const [side, facing, neighbours] of beside) {
    if (!given[side]) continue;
    for (const at of positions(clip(sheet, neighbours))) {
      if (sheet.rows[at.row]?.[at.column]?.userEnteredFormat?.borders?.[facing]) {
        draw(sheet, at, { side: facing, border: { style: 'NONE' } });
      }
    }
  }
}
