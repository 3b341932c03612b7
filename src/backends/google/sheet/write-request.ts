/** One `spreadsheets.batchUpdate` that writes cells, all or none, and answers with what then stands there. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { CellContent } from '../../../core/sheet/snapshot.ts';
import { dayFormat, momentFormat } from './number-formats.ts';
import type { Placed } from './placing.ts';
import type { SheetTab } from './sheet-outline.ts';

/** The requests that write these cells; runs of cells below each other go together. */
export const writeRequests = (
  placed: readonly Placed[],
  tabs: readonly SheetTab[],
): readonly sheets_v4.Schema$Request[] =>
  tabs.flatMap((tab) => {
    const cells = placed
      .filter((each) => each.tab === tab.title)
      .map(({ row, column, content }) => ({ row, column, ...cellData(content) }))
      .sort((a, b) => a.column - b.column || a.row - b.row);
    return cells.length === 0
      ? []
      : [...growthRequests(cells, tab), ...runsOf(cells).map((run) => updateRequest(run, tab))];
  });

interface CellToWrite {
  readonly row: number;
  readonly column: number;
  readonly fields: string;
  readonly data: sheets_v4.Schema$CellData;
}

export const valueFields = 'userEnteredValue,textFormatRuns';

/** Text goes in as it is, never interpreted; days and times as serial number with a format that shows them. */
export const cellData = (content: CellContent): Pick<CellToWrite, 'fields' | 'data'> => {
  if (typeof content === 'string') {
    const data = content === '' ? {} : { userEnteredValue: { stringValue: content } };
    return { fields: valueFields, data };
  }
  if (typeof content === 'number') {
    return { fields: valueFields, data: { userEnteredValue: { numberValue: content } } };
  }
  if (typeof content === 'boolean') {
    return { fields: valueFields, data: { userEnteredValue: { boolValue: content } } };
  }
  if (content.kind === 'link') return { fields: valueFields, data: linkData(content) };
  const numberFormat = content.show === 'day' ? dayFormat : momentFormat;
  return {
    fields: `${valueFields},userEnteredFormat.numberFormat`,
    data: {
      userEnteredValue: { numberValue: content.serial },
      userEnteredFormat: { numberFormat },
    },
  };
};

const linkData = ({
  url,
  text,
}: {
  readonly url: string;
  readonly text: string;
}): sheets_v4.Schema$CellData => {
  if (text === '') return {};
  const isAddress = URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
  return {
    userEnteredValue: { stringValue: text },
    ...(isAddress && { textFormatRuns: [{ format: { link: { uri: url } } }] }),
  };
};

/** Cells that stand below each other and set the same fields. */
const runsOf = (cells: readonly CellToWrite[]): readonly (readonly CellToWrite[])[] => {
  const runs: CellToWrite[][] = [];
  for (const cell of cells) {
    const run = runs.at(-1);
    const above = run?.at(-1);
    const continues =
      above?.column === cell.column && above.row + 1 === cell.row && above.fields === cell.fields;
    if (run && continues) run.push(cell);
    else runs.push([cell]);
  }
  return runs;
};

const updateRequest = (
  run: readonly CellToWrite[],
  { sheetId }: SheetTab,
): sheets_v4.Schema$Request => ({
  updateCells: {
    start: {
      sheetId,
      rowIndex: (run[0]?.row ?? 1) - 1,
      columnIndex: (run[0]?.column ?? 1) - 1,
    },
    rows: run.map(({ data }) => ({ values: [data] })),
    fields: run[0]?.fields ?? valueFields,
  },
});

/** Makes room where cells lie beyond the grid. */
const growthRequests = (
  cells: readonly CellToWrite[],
  { sheetId, rows, columns }: SheetTab,
): readonly sheets_v4.Schema$Request[] => {
  const beyond = (last: number, size: number, dimension: 'ROWS' | 'COLUMNS') =>
    last > size ? [{ appendDimension: { sheetId, dimension, length: last - size } }] : [];
  return [
    ...beyond(Math.max(...cells.map(({ row }) => row)), rows, 'ROWS'),
    ...beyond(cells.at(-1)?.column ?? 1, columns, 'COLUMNS'),
  ];
};
